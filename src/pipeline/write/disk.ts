import {
  chmodSync,
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs'

/** What `lstat` says of one name: never of what a link leads to. Times in nanoseconds since 1970. */
export interface Stats {
  readonly size: bigint
  readonly mtimeNs: bigint
  /** When anything of it was changed last, by the clock of the disk. */
  readonly ctimeNs: bigint
  readonly ino: bigint
  readonly dev: bigint
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

/** Every call the writing side makes to the file system; a test gives its own to break the k-th. Errors are Node's. */
export interface DiskCalls {
  /** undefined where nothing has that name. */
  lstat(path: string): Stats | undefined
  read(path: string): Uint8Array
  /** The beginning of a file, so many bytes at most. */
  readStart(path: string, length: number): Uint8Array
  list(path: string): readonly string[]
  realpath(path: string): string
  /** One folder; its parent must be there. */
  mkdir(path: string): void
  /** A whole new file; EEXIST if the name is taken. What fails leaves nothing behind, and names the file. */
  write(path: string, bytes: Uint8Array): void
  fsync(path: string): void
  /** Makes the names in a folder last through a loss of power; does nothing where the system has no such call. */
  fsyncFolder(path: string): void
  /** Gives a file the rights of another, if that is there; does nothing where the file system keeps none. */
  keepRights(from: string, to: string): void
  rename(from: string, to: string): void
  unlink(path: string): void
  rmdir(path: string): void
  /** Sets the time of last change, in ms since 1970. */
  touch(path: string, ms: number): void
  /** Waits, in ms, without giving up the thread. */
  wait(ms: number): void
}

/** The code of a system error (`ENOSPC`), null for any other throw. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return error.code
}

/** A system error with the file it is about, as people know it: `write` says none, and a draft is a name that nobody has seen. */
export const naming = (path: string, error: unknown): unknown =>
  error instanceof Error && 'syscall' in error ? Object.assign(error, { path, dest: undefined }) : error

/** What network file systems answer that have no such call. */
const noSync = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS'])
const noFolderSync = new Set([...noSync, 'EISDIR', 'EPERM', 'EACCES'])
const noRights = new Set([...noSync, 'EPERM'])
const clock = new Int32Array(new SharedArrayBuffer(4))

const asked = { bigint: true, throwIfNoEntry: false } as const

/** The real file system: synchronous calls, which cost half of the promised ones. */
export const realDisk: DiskCalls = {
  lstat(path) {
    try {
      return lstatSync(path, asked)
    } catch (error) {
      if (errorCode(error) === 'ENOTDIR') return undefined
      throw error
    }
  },
  read: (path) => readFileSync(path),
  readStart(path, length) {
    const file = openSync(path, 'r')
    try {
      const bytes = new Uint8Array(length)
      return bytes.subarray(0, readSync(file, bytes, 0, length, 0))
    } finally {
      closeSync(file)
    }
  },
  list: (path) => readdirSync(path),
  realpath: (path) => realpathSync.native(path),
  mkdir: (path) => mkdirSync(path),
  write(path, bytes) {
    const file = openSync(path, 'wx')
    try {
      try {
        let done = 0
        while (done < bytes.length) done += writeSync(file, bytes, done)
      } finally {
        closeSync(file)
      }
    } catch (error) {
      // A disk that is full keeps a part: it would hold the last room there is, and a name.
      rmSync(path, { force: true })
      throw naming(path, error)
    }
  },
  fsync(path) {
    const file = openSync(path, 'r+')
    try {
      fsyncSync(file)
    } catch (error) {
      if (!noSync.has(errorCode(error) ?? '')) throw error
    } finally {
      closeSync(file)
    }
  },
  fsyncFolder(path) {
    let folder: number | null = null
    try {
      folder = openSync(path, 'r')
      if (fstatSync(folder).isDirectory()) fsyncSync(folder)
    } catch (error) {
      if (!noFolderSync.has(errorCode(error) ?? '')) throw error
    } finally {
      if (folder !== null) closeSync(folder)
    }
  },
  keepRights(from, to) {
    const wanted = statSync(from, { throwIfNoEntry: false })?.mode
    if (wanted === undefined || ((wanted ^ statSync(to).mode) & 0o7777) === 0) return
    try {
      chmodSync(to, wanted & 0o7777)
    } catch (error) {
      if (!noRights.has(errorCode(error) ?? '')) throw error
    }
  },
  rename: (from, to) => renameSync(from, to),
  unlink: (path) => unlinkSync(path),
  rmdir: (path) => rmdirSync(path),
  touch: (path, ms) => utimesSync(path, ms / 1000, ms / 1000),
  wait: (ms) => void Atomics.wait(clock, 0, 0, ms),
}
