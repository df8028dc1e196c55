import { basename, dirname, join, resolve, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { realOf } from '../pipeline/load/files.ts'
import { isJunk } from '../pipeline/load/kinds.ts'
import { type Folders, type Other, openFolders } from './folders.ts'
import { type GatherOptions, gatherer } from './gather.ts'

/** How folders are watched. */
export interface WatchOptions extends GatherOptions {
  /** The machine cannot report changes (reason: Node's error code): from now on files are looked at in turn. */
  onPolling(reason: string): void
  /** Looks at files in turn from the beginning: for network shares, which report nothing. */
  readonly polling?: boolean
}

/** A watch that is kept. */
export interface Watch {
  /** Every change from then on is reported. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

/** Each look costs a stat per file. */
const POLL_MS = 1500
/** Too many watches (inotify), too many open files, a file system without events. */
const UNWATCHABLE = new Set(['ENOSPC', 'EMFILE', 'ENFILE', 'ENOSYS', 'EINVAL'])

/** Watches folders with all below them, also while one of them is not there. */
export function watchFolders(folders: readonly string[], options: WatchOptions): Watch {
  const watched = folders.map(placeOf)
  const outside = boundsOf(watched)
  const gather = gatherer(options)
  /** Folders for which all was watched anew, as they stood then: for one that cannot be watched once is enough. */
  const renewed = new Set<string>()
  let closed = false
  let isReady = false
  let firstLook: NodeJS.Timeout | undefined
  let setReady = (): void => undefined
  const ready = new Promise<void>((done) => {
    setReady = done
  })
  const start = (polling: boolean): Watching => {
    // Looking in turn goes by names alone.
    const known = polling
      ? null
      : openFolders({ isPart: (path) => !outside(path), onOthers: (others) => void renew(others) })
    const watcher = open(watched, outside, known)
    watcher.on('all', (_event, path) => gather.add(asAsked(watched, path)))
    watcher.on('ready', () => {
      // Between one watching and the next nobody looked.
      if (isReady) options.onChange([])
      isReady = true
      setReady()
      known?.touchAll()
      // Looking in turn, a file's first look comes some time after the list of files: what changed in between is its first state.
      if (polling) firstLook = setTimeout(() => options.onChange([]), POLL_MS)
    })
    watcher.on('error', (error) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      if (closed || polling || current.watcher !== watcher || !UNWATCHABLE.has(code)) return
      options.onPolling(code)
      const before = current
      current = start(true)
      void before.close()
    })
    return {
      watcher,
      async close() {
        known?.close()
        await watcher.close()
      },
    }
  }
  /** All of it: of a part of what it watches chokidar does not let go. Of ten thousand folders this takes seconds, so what changed is told before. */
  const renew = async (others: readonly Other[]): Promise<void> => {
    const fresh = others.filter(({ print }) => !renewed.has(print))
    if (closed || fresh.length === 0) return
    for (const { path, print } of fresh) {
      renewed.add(print)
      gather.add(asAsked(watched, path))
    }
    const before = current
    await before.close()
    if (!closed && current === before) current = start(false)
  }
  let current = start(options.polling ?? false)
  return {
    ready,
    async close() {
      closed = true
      clearTimeout(firstLook)
      gather.close()
      await current.close()
    },
  }
}

/** A watch from its beginning to its end. */
interface Watching {
  readonly watcher: FSWatcher
  close(): Promise<void>
}

/** A folder as it was asked for, and where it is: a link to another place is read by a build, too. */
interface Place {
  readonly folder: string
  readonly at: string
}

function placeOf(given: string): Place {
  const folder = resolve(given)
  const [real, parent] = [realOf(folder), realOf(dirname(folder))]
  const isLink = real !== null && parent !== null && real !== join(parent, basename(folder))
  return { folder, at: isLink ? real : folder }
}

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep)

/** A path as it is called below the folder that was asked for. */
function asAsked(watched: readonly Place[], path: string): string {
  const place = watched.find(({ at }) => isIn(path, at))
  return place === undefined ? path : place.folder + path.slice(place.at.length)
}

/** Whether a path is none of what is watched. The parents are, for themselves alone: so a folder that is removed is missed, and found when it is back. */
function boundsOf(watched: readonly Place[]): (path: string) => boolean {
  const parents = parentsOf(watched)
  return (path) => {
    const own = resolve(path)
    const place = watched.find(({ at }) => isIn(own, at))
    if (place === undefined) return !parents.includes(own)
    const inside = own.slice(place.at.length + 1)
    return inside !== '' && isJunk([basename(place.folder), ...inside.split(sep)].join('/'))
  }
}

const parentsOf = (watched: readonly Place[]): readonly string[] => [...new Set(watched.map(({ at }) => dirname(at)))]

/** folders: keeps track of what is watched; null: files are looked at in turn. */
function open(watched: readonly Place[], outside: (path: string) => boolean, folders: Folders | null): FSWatcher {
  const watcher = watch([...parentsOf(watched)], {
    ignored(path, stat) {
      const passed = outside(path)
      // Asked of each folder just before it is watched.
      if (!passed && stat?.isDirectory() === true) folders?.note(resolve(path), stat)
      return passed
    },
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    usePolling: folders === null,
    interval: POLL_MS,
    binaryInterval: POLL_MS,
  })
  if (folders === null) return watcher
  watcher.on('unlinkDir', (path) => folders.forget(resolve(path)))
  watcher.on('addDir', (path) => folders.touch([resolve(path)]))
  watcher.on('raw', (_event, name, details) => {
    const { watchedPath } = details as { readonly watchedPath: string }
    const at = resolve(watchedPath)
    folders.touch(typeof name === 'string' ? [at, join(at, name)] : [at])
  })
  return watcher
}
