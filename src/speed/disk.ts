import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'

/** An open file: to be read by range, and written at its end. */
export interface OpenFile {
  /** Bytes. */
  size(): number
  /** Fewer bytes than asked where the file ends. room: memory to put them in, at least as long; else they get their own. */
  read(offset: number, length: number, room?: Uint8Array): Uint8Array
  append(bytes: Uint8Array): void
  close(): void
}

/** The calls a cache makes to the file system; a test gives its own. Errors are Node's, but for what says null. */
export interface CacheDisk {
  /** null where nothing has that name. */
  readonly read: (path: string) => Uint8Array | null
  /** Size in bytes, time of last change in ms since 1970 and its number on the disk; null where there is no file of that name. */
  readonly stat: (path: string) => { readonly size: number; readonly changed: number; readonly ino: number } | null
  /** The names in a folder; none where there is no such folder. */
  readonly list: (folder: string) => readonly string[]
  /** A folder with those it stands in. */
  readonly makeFolder: (folder: string) => void
  /** Opens: `w` a new file (null if the name is taken), `r` or `a` one that is there (null if it is not). */
  readonly open: (path: string, way: 'r' | 'a' | 'w') => OpenFile | null
  readonly rename: (from: string, to: string) => void
  /** Removes a file or a folder with all that is in it. */
  readonly remove: (path: string) => void
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)
const absent = new Set<unknown>(['ENOENT', 'ENOTDIR'])

/** Gives null where the call fails with one of these codes. */
function unless<T>(codes: ReadonlySet<unknown>, call: () => T): T | null {
  try {
    return call()
  } catch (error) {
    if (codes.has(codeOf(error))) return null
    throw error
  }
}

function openFile(path: string, flags: string): OpenFile {
  const file = openSync(path, flags)
  return {
    size: () => fstatSync(file).size,
    read(offset, length, room) {
      const bytes = room?.subarray(0, length) ?? Buffer.allocUnsafe(length)
      let done = 0
      while (done < length) {
        const count = readSync(file, bytes, done, length - done, offset + done)
        if (count === 0) break
        done += count
      }
      return bytes.subarray(0, done)
    },
    append(bytes) {
      let done = 0
      while (done < bytes.length) done += writeSync(file, bytes, done)
    },
    close: () => closeSync(file),
  }
}

/** The real file system. */
export const realCacheDisk: CacheDisk = {
  read: (path) => unless(absent, () => readFileSync(path)),
  stat: (path) =>
    unless(absent, () => {
      const stats = lstatSync(path)
      return stats.isFile() ? { size: stats.size, changed: stats.mtimeMs, ino: stats.ino } : null
    }),
  list: (folder) => unless(absent, () => readdirSync(folder).sort()) ?? [],
  makeFolder: (folder) => void mkdirSync(folder, { recursive: true }),
  open(path, way) {
    if (way === 'w') return unless(new Set<unknown>(['EEXIST']), () => openFile(path, 'wx+'))
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null
    return unless(absent, () => openFile(path, way === 'r' ? 'r' : 'a+'))
  },
  rename: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { recursive: true, force: true }),
}
