import { join } from 'node:path'
import { digestBytes } from '../core/digest.ts'
import type { Store } from './remember.ts'
import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

/** Bytes that were dear to make, a file each; written at once, so that a killed build keeps what it made. */
export interface Photos extends Store<Uint8Array> {
  /** Forgets what is not among these keys and has not been made or made anew for a month; `now` in ms. */
  prune(live: ReadonlySet<string>, now: number): void
}

const folder = 'photos'
const month = 30 * 24 * 3600 * 1000
const pathOf = (name: string): string => `${folder}/${name.slice(0, 2)}/${name}`

/** What wrote the pictures of a cache: a new version of the tool is no reason to make them again, their keys say all that matters. */
const KEY = 'photos 1'

/** Opens the pictures of a cache. */
export const openPhotos = (cache: CacheFiles): Photos => ofAnyTool({ ...cache, key: KEY })

const ofAnyTool = (files: CacheFiles): Photos => ({
  get(key) {
    const name = digestBytes(key)
    return readSealed(files, pathOf(name), name, folder) ?? undefined
  },
  set(key, bytes) {
    const name = digestBytes(key)
    files.writing(() => {
      files.disk.makeFolder(join(files.folder, folder, name.slice(0, 2)))
      writeSealed(files, pathOf(name), name, [bytes])
    })
  },
  prune(live, now) {
    const { disk } = files
    const names = new Set<string>([...live].map(digestBytes))
    const root = join(files.folder, folder)
    for (const shelf of disk.list(root)) {
      for (const name of disk.list(join(root, shelf))) {
        if (names.has(name)) continue
        const path = join(root, shelf, name)
        const stats = disk.stat(path)
        if (stats !== null && stats.changed < now - month) disk.remove(path)
      }
    }
  },
})
