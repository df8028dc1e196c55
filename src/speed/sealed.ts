import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { digestBytes } from '../core/digest.ts'
import type { CacheDisk } from './disk.ts'

/** A cache's folder with what its files have in common. */
export interface CacheFiles {
  readonly disk: CacheDisk
  readonly folder: string
  /** Names the tool: what another one wrote is not used. */
  readonly key: string
  /** Says, once for each part, that it was damaged. */
  dropped(what: string): void
  /** Runs what writes; a refusal of the machine is said once, and gives null. */
  writing<T>(work: () => T): T | null
}

const heading = 'tx-portal cache 1'

/** Reads a sealed file; null where there is none, another tool wrote it, or it is damaged, which is said. */
export function readSealed(files: CacheFiles, path: string, part: string, what: string): Uint8Array | null {
  const bytes = readWhole(files, path)
  if (bytes === null) return null
  const end = bytes instanceof Uint8Array ? bytes.indexOf(10) : -1
  if (bytes === 'unreadable' || end === -1) {
    files.dropped(what)
    return null
  }
  const head = new TextDecoder().decode(bytes.subarray(0, end))
  const body = bytes.subarray(end + 1)
  const key = head.slice(`${heading} ${part} `.length, -65)
  if (head !== headOf(part, key, [body])) {
    files.dropped(what)
    return null
  }
  return key === digestBytes(files.key) ? body : null
}

/** Writes a sealed file so that it is there whole or not at all. Throws what the machine refuses. */
export function writeSealed(files: CacheFiles, path: string, part: string, parts: readonly Uint8Array[]): void {
  replaceFile(files, path, [Buffer.from(`${headOf(part, digestBytes(files.key), parts)}\n`), ...parts])
}

/** Puts a file in the place of another one, whole or not at all. Throws what the machine refuses. */
export function replaceFile({ disk, folder }: CacheFiles, path: string, parts: readonly Uint8Array[]): void {
  const target = join(folder, path)
  for (let number = 0; ; number++) {
    const draft = `${target}.${number}.tmp`
    const file = disk.open(draft, 'w')
    if (file === null) continue
    try {
      try {
        for (const bytes of parts) file.append(bytes)
      } finally {
        file.close()
      }
      if (disk.stat(target) === null) disk.remove(target)
      disk.rename(draft, target)
    } catch (error) {
      disk.remove(draft)
      throw error
    }
    return
  }
}

function headOf(part: string, key: string, parts: readonly Uint8Array[]): string {
  const sum = createHash('sha256').update(`${part} ${key}\n`)
  for (const bytes of parts) sum.update(bytes)
  return `${heading} ${part} ${key} ${sum.digest('hex')}`
}

function readWhole({ disk, folder }: CacheFiles, path: string): Uint8Array | null | 'unreadable' {
  try {
    return disk.read(join(folder, path))
  } catch {
    return 'unreadable'
  }
}
