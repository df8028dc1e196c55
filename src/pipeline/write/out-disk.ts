import { basename, dirname } from 'node:path'
import { type DiskCalls, errorCode, type Stats } from './disk.ts'
import { foldersOf } from './names.ts'
import { foreignFile, onDisk, patiently } from './out-problem.ts'

/**
 * What stands at a path of the published folder. `foreign` is a symbolic link or a special file, there or in a folder
 * on the way; `blocked` says which file stands where a folder on the way should be.
 */
export type Sight =
  | { readonly kind: 'absent' }
  | { readonly kind: 'file'; readonly stats: Stats }
  | { readonly kind: 'folder' }
  | { readonly kind: 'foreign'; readonly at: string }
  | { readonly kind: 'blocked'; readonly at: string }

/** The published folder: calls by relative path, which never follow a link inside it. All throw OutProblem. */
export interface OutDisk {
  /** A path as people know it: `dist/2023/index.html`. */
  label(path: string): string
  look(path: string): Sight
  /** The same where a file of this number (of its disk, in decimal) is expected: that which has it stands in its own folder, unless that was moved away and linked back. */
  lookAgain(path: string, ino: string): Sight
  read(path: string): Uint8Array
  list(folder: string): readonly string[]
  /** A new file; errors name `label`, the output it will become. */
  write(path: string, bytes: Uint8Array, label?: string): void
  /** Makes a file last through a loss of power. */
  keep(path: string): void
  /** Makes the names in a folder last through a loss of power; '' is the published folder itself. */
  keepNames(folder: string): void
  rename(from: string, to: string): void
  unlink(path: string): void
  /** Makes a folder and those it stands in, the published folder too. */
  makeFolder(folder: string): void
  /** Removes a folder if nothing is in it; says whether it is gone. */
  removeEmpty(folder: string): boolean
  /** Looks at every folder anew: somebody may have changed them. */
  forget(): void
  /** Removes the published folder again if this made it and nothing came into it. */
  undoRoot(): void
}

/** Makes a folder and its missing parents; gives those it made, outermost first. */
export function makeTree(disk: DiskCalls, folder: string): readonly string[] {
  const missing: string[] = []
  for (let path = folder; disk.lstat(path) === undefined; path = dirname(path)) missing.unshift(path)
  return missing.filter((path) => {
    try {
      disk.mkdir(path)
      return true
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false
      throw error
    }
  })
}

/** Removes folders that are empty, innermost first; stops at the first that is not. */
export function removeTree(disk: DiskCalls, folders: readonly string[]): void {
  for (const folder of [...folders].reverse()) {
    try {
      disk.rmdir(folder)
    } catch {
      return
    }
  }
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** Opens the published folder at an absolute path; nothing is made yet. */
export function openOutDisk(out: string, disk: DiskCalls): OutDisk {
  const real = new Set<string>()
  /** Folders that were looked for and were not there; and those of this run: what nobody made in them is not there either. */
  const absent = new Set<string>()
  const made = new Set<string>()
  /** One of the real ones: as a rule the folder of what is looked at next stands in it too. */
  let nearest = ''
  let madeRoot: readonly string[] | null = null
  const at = (path: string): string => (path === '' ? out : `${out}/${path}`)
  const name = basename(out)
  const label = (path: string): string => (path === '' ? name : `${name}/${path}`)
  const call = <T>(path: string, work: () => T): T => onDisk(label(path), () => patiently(disk, work))
  function lstat(path: string): Stats | undefined {
    try {
      return disk.lstat(at(path))
    } catch (error) {
      return onDisk(label(path), () => {
        throw error
      })
    }
  }

  function obstacle(path: string): Sight | null {
    const nearest = folderOf(path)
    // One that was looked at stands in others that were.
    if (nearest === '' || real.has(nearest)) return null
    for (const folder of foldersOf(path)) {
      if (real.has(folder)) continue
      const stats = absent.has(folder) ? undefined : lstat(folder)
      if (stats === undefined) {
        absent.add(folder)
        return { kind: 'absent' }
      }
      if (stats.isFile()) return { kind: 'blocked', at: folder }
      if (!stats.isDirectory()) return { kind: 'foreign', at: folder }
      real.add(folder)
    }
    return null
  }

  function look(path: string): Sight {
    const onTheWay = obstacle(path)
    if (onTheWay !== null) return onTheWay
    const stats = lstat(path)
    if (stats === undefined) return { kind: 'absent' }
    if (stats.isFile()) return { kind: 'file', stats }
    return stats.isDirectory() ? { kind: 'folder' } : { kind: 'foreign', at: path }
  }

  function lookAgain(path: string, ino: string): Sight {
    const end = path.lastIndexOf('/')
    const above = path.lastIndexOf('/', end - 1)
    // Of a folder in the published one there is none to be looked at.
    if (end === -1) return look(path)
    if (above > 0 && !(above === nearest.length && path.startsWith(nearest))) {
      if (obstacle(path.slice(0, end)) !== null) return look(path)
      nearest = path.slice(0, above)
    }
    const stats = lstat(path)
    return stats?.isFile() === true && String(stats.ino) === ino ? { kind: 'file', stats } : look(path)
  }

  /** Makes a folder; false where something of that name stands there. */
  function makeOne(folder: string): boolean {
    return onDisk(label(folder), () => {
      try {
        disk.mkdir(at(folder))
        return true
      } catch (error) {
        if (errorCode(error) === 'EEXIST') return false
        throw error
      }
    })
  }

  function makeFolder(folder: string): void {
    for (const each of [...foldersOf(folder), folder]) {
      if (real.has(each)) continue
      // Where capitals do not count it may be there under its other name, which this run has made: mkdir says so.
      let stats = made.has(folderOf(each)) ? undefined : lstat(each)
      if (stats === undefined && makeOne(each)) {
        made.add(each)
        absent.delete(each)
      } else {
        stats ??= lstat(each)
        if (stats?.isDirectory() !== true) throw foreignFile(each)
      }
      real.add(each)
    }
  }

  function forget(): void {
    nearest = ''
    real.clear()
    absent.clear()
    made.clear()
  }

  function removeEmpty(folder: string): boolean {
    if (look(folder).kind !== 'folder' || call(folder, () => disk.list(at(folder))).length > 0) return false
    call(folder, () => disk.rmdir(at(folder)))
    forget()
    return true
  }

  return {
    label,
    look,
    lookAgain,
    makeFolder(folder) {
      madeRoot ??= onDisk(label(''), () => makeTree(disk, out))
      if (folder !== '') makeFolder(folder)
    },
    removeEmpty,
    read: (path) => call(path, () => disk.read(at(path))),
    list: (folder) => call(folder, () => disk.list(at(folder))),
    write: (path, bytes, as = label(path)) => onDisk(as, () => patiently(disk, () => disk.write(at(path), bytes))),
    keep: (path) => call(path, () => disk.fsync(at(path))),
    keepNames: (folder) => call(folder, () => disk.fsyncFolder(at(folder))),
    rename: (from, to) => call(to, () => disk.rename(at(from), at(to))),
    unlink: (path) => call(path, () => disk.unlink(at(path))),
    forget,
    undoRoot: () => removeTree(disk, madeRoot ?? []),
  }
}
