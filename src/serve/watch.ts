import { basename, dirname, join, resolve, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { isText, mediaTypeOf, PICTURES, UNPLAYED } from '../core/media-type.ts'
import { extname } from '../core/path.ts'
import { realOf } from '../pipeline/load/files.ts'
import { isJunk } from '../pipeline/load/kinds.ts'

/** How folders are watched. */
export interface WatchOptions {
  /** A file has just changed, the first after a while: it may be half written, and more may follow. */
  onFirst?(file: string): void
  /** Files changed, came or went: absolute paths, at least one unless the watching itself began anew. */
  onChange(files: readonly string[]): void
  /** The machine cannot report changes (reason: Node's error code): from now on files are looked at in turn. */
  onPolling(reason: string): void
  /** Looks at files in turn from the beginning: for network shares, which report nothing. */
  readonly polling?: boolean
  /** However much is copied meanwhile, what was saved is reported within so many milliseconds. */
  readonly patience?: number
}

/** A watch that is kept. */
export interface Watch {
  /** Every change from then on is reported. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

/** Long enough for an editor that writes a file in several steps, short enough not to be felt. */
const GATHER_MS = 60
/** What is copied grows in steps that are seldom further apart; half of a photo would be told as a broken one. */
const COPY_MS = 250
const PATIENCE_MS = 5000
/** Each look costs a stat per file. */
const POLL_MS = 1500
/** Too many watches (inotify), too many open files, a file system without events. */
const UNWATCHABLE = new Set(['ENOSPC', 'EMFILE', 'ENFILE', 'ENOSYS', 'EINVAL'])

/** Watches folders with all below them, also while one of them is not there. */
export function watchFolders(folders: readonly string[], options: WatchOptions): Watch {
  const watched = folders.map(placeOf)
  const gather = gatherer(options)
  let closed = false
  let isReady = false
  let firstLook: NodeJS.Timeout | undefined
  let setReady = (): void => undefined
  const ready = new Promise<void>((done) => {
    setReady = done
  })
  const start = (polling: boolean): FSWatcher => {
    const watcher = open(watched, polling)
    watcher.on('all', (_event, path) => gather.add(asAsked(watched, path)))
    watcher.on('ready', () => {
      // Between one watching and the next nobody looked.
      if (isReady) options.onChange([])
      isReady = true
      setReady()
      // Looking in turn, a file's first look comes some time after the list of files: what changed in between is its first state.
      if (polling) firstLook = setTimeout(() => options.onChange([]), POLL_MS)
    })
    watcher.on('error', (error) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      if (closed || polling || current !== watcher || !UNWATCHABLE.has(code)) return
      options.onPolling(code)
      current = start(true)
      void watcher.close()
    })
    return watcher
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

/** The parents are watched too, for themselves alone: so a folder that is removed is missed, and found when it is back. */
function open(watched: readonly Place[], polling: boolean): FSWatcher {
  const parents = [...new Set(watched.map(({ at }) => dirname(at)))]
  const outside = (path: string): boolean => {
    const own = resolve(path)
    const place = watched.find(({ at }) => isIn(own, at))
    if (place === undefined) return !parents.includes(own)
    const inside = own.slice(place.at.length + 1)
    return inside !== '' && isJunk([basename(place.folder), ...inside.split(sep)].join('/'))
  }
  return watch(parents, {
    ignored: outside,
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    usePolling: polling,
    interval: POLL_MS,
    binaryInterval: POLL_MS,
  })
}

/** Reports a little after the first event, with all that came until then; while something large is copied, when that rests. */
function gatherer({ onFirst, onChange, patience: most = PATIENCE_MS }: WatchOptions) {
  const files = new Set<string>()
  let gathering: NodeJS.Timeout | undefined
  let copying: NodeJS.Timeout | undefined
  let patience: NodeJS.Timeout | undefined
  const report = (): void => {
    for (const timer of [gathering, copying, patience]) clearTimeout(timer)
    gathering = copying = patience = undefined
    const all = [...files]
    files.clear()
    if (all.length > 0) onChange(all)
  }
  const rests = (): boolean => gathering === undefined && copying === undefined
  const after = (ms: number, over: () => void): NodeJS.Timeout =>
    setTimeout(() => {
      over()
      if (rests()) report()
    }, ms)
  return {
    add(file: string): void {
      if (files.size === 0) {
        onFirst?.(file)
        gathering = after(GATHER_MS, () => {
          gathering = undefined
        })
        patience = setTimeout(report, most)
      }
      files.add(file)
      if (!isLarge(file)) return
      clearTimeout(copying)
      copying = after(COPY_MS, () => {
        copying = undefined
      })
    },
    close(): void {
      files.clear()
      report()
    },
  }
}

/** Photos, films, documents: what is copied in, not written by an editor. */
function isLarge(file: string): boolean {
  const [type, extension] = [mediaTypeOf(file), extname(file)]
  if (type === 'image/svg+xml' || isText(type)) return false
  return type !== UNKNOWN || PICTURES.has(extension) || UNPLAYED.has(extension)
}

const UNKNOWN = mediaTypeOf('')
