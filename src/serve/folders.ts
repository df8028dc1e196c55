import { join } from 'node:path'
import { type FolderStat, folderAt } from '../pipeline/load/files.ts'

/**
 * The folders that are watched, as they were when that began. A watch is of a folder and not of its name: where another one is put in
 * its place at once, or comes while its parent is being read, the watch stays with the one that is gone, and nobody says so.
 */
export interface Folders {
  /** This folder is about to be watched. */
  note(path: string, stat: FolderStat): void
  /** Nothing is watched there any more. */
  forget(path: string): void
  /** Something happened at these paths: a little later it is looked whether the folders there are those that are watched. */
  touch(paths: readonly string[]): void
  /** Looks at all of them. */
  touchAll(): void
  close(): void
}

/** A folder that is another one than the one that is watched, or is not watched at all; its print names it as it stands. */
export interface Other {
  readonly path: string
  readonly print: string
}

/** How the look is taken. */
export interface FoldersOptions {
  /** Whether a folder is one to be watched. */
  isPart(path: string): boolean
  /** Each time there are some at two looks, one after the other. */
  onOthers(others: readonly Other[]): void
}

/** By then what watches has read what is new itself: what it has not at the second look it will not read any more. */
const LOOK_MS = 300
/** Where so much happened at once, the machine may have dropped some of it. */
const MANY = 500

const otherOf = (path: string, { ino, birthtimeMs }: FolderStat): Other => ({
  path,
  print: `${path} ${ino} ${birthtimeMs}`,
})

/** Begins with none. */
export function openFolders({ isPart, onOthers }: FoldersOptions): Folders {
  const known = new Map<string, Pick<FolderStat, 'ino' | 'birthtimeMs'>>()
  const touched = new Set<string>()
  let suspects = new Set<string>()
  let dated = false
  let all = false
  let closed = false
  let timer: NodeJS.Timeout | undefined
  /** On many disks the number of a folder that was removed is given to the next one; not all tell when a folder was made. */
  const date = ({ birthtimeMs, ctimeMs }: FolderStat): void => {
    dated ||= birthtimeMs !== 0 && birthtimeMs !== ctimeMs
  }
  const isWatched = (path: string, { ino, birthtimeMs }: FolderStat): boolean => {
    const before = known.get(path)
    return before?.ino === ino && (!dated || before.birthtimeMs === birthtimeMs)
  }
  const othersAt = async (path: string): Promise<readonly Other[]> => {
    const now = await folderAt(path)
    if (now === null || !isPart(path)) return []
    date(now.stat)
    if (!isWatched(path, now.stat)) return [otherOf(path, now.stat)]
    const others: Other[] = []
    for (const name of now.folders) {
      const inside = join(path, name)
      if (known.has(inside) || !isPart(inside)) continue
      const found = await folderAt(inside)
      // What cannot be read cannot be watched.
      if (found !== null) others.push(otherOf(inside, found.stat))
    }
    return others
  }
  const look = async (): Promise<void> => {
    // Parents first: where something came or went they were changed since they were made, if the disk tells that at all.
    const paths = (all || touched.size > MANY ? [...known.keys()] : [...touched]).sort()
    touched.clear()
    all = false
    const found = new Map<string, Other>()
    for (const path of paths) {
      if (closed) return
      for (const other of await othersAt(path)) found.set(other.path, other)
    }
    timer = undefined
    if (closed) return
    const sure = [...found.values()].filter(({ path }) => suspects.has(path))
    suspects = new Set([...found.keys()].filter((path) => !suspects.has(path)))
    if (sure.length > 0) onOthers(sure)
    if (suspects.size > 0 || touched.size > 0 || all) touch([...suspects])
  }
  const touch = (paths: readonly string[]): void => {
    for (const path of paths) touched.add(path)
    if (!closed) timer ??= setTimeout(look, LOOK_MS)
  }
  return {
    note(path, stat) {
      date(stat)
      if (!known.has(path)) known.set(path, { ino: stat.ino, birthtimeMs: stat.birthtimeMs })
    },
    forget: (path) => void known.delete(path),
    touch,
    touchAll() {
      all = true
      touch([])
    },
    close() {
      closed = true
      clearTimeout(timer)
      known.clear()
    },
  }
}
