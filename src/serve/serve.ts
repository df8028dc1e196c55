import { randomUUID } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Located } from '../core/diagnostic.ts'
import type { Plan } from '../core/plan.ts'
import type { ShownBeside } from '../messages/vocabulary.ts'
import type { Language } from '../messages/words-of.ts'
import type { FirstLook } from '../pipeline/first-look.ts'
import type { World } from '../pipeline/world.ts'
import { addressesOf } from './addresses.ts'
import type { AgeOf, CopyingPatience } from './copying.ts'
import { type Current, pagesChanged } from './current.ts'
import { openDue } from './due.ts'
import { newsFor } from './news.ts'
import type { Telling } from './overlay.ts'
import { openHub } from './reload.ts'
import { isThere, type SavedPage, savedPage } from './saved.ts'
import { listen, makeServer } from './server.ts'
import { openSession, type Turn } from './session.ts'
import type { Show } from './show.ts'
import { PRESENT, type Viewpoint } from './viewpoint.ts'
import { type Watch, watchFolders } from './watch.ts'

/** What happens while a portal is served, for whoever tells people. */
export type ServeEvent =
  /** The preview is there (or the page with the problems). unread: so many documents are still to be read. */
  | { readonly kind: 'ready'; readonly url: string; readonly unread: number }
  /** What was unread then is read. */
  | { readonly kind: 'read'; readonly ms: number }
  /** Files were saved: absolute paths. */
  | { readonly kind: 'changed'; readonly files: readonly string[] }
  /** Prepared again without errors: pages are other or new; mended: there were errors before. */
  | { readonly kind: 'rebuilt'; readonly pages: number; readonly mended: boolean; readonly ms: number }
  /** Prepared with errors. */
  | { readonly kind: 'problems'; readonly located: readonly Located[]; readonly shown: ShownBeside }
  /** Prepared but for documents with pictures that are still being copied; the whole follows. */
  | { readonly kind: 'copying'; readonly located: readonly Located[] }
  | { readonly kind: 'portTaken'; readonly wanted: number; readonly used: number }
  /** The machine does not report changes (Node's error code): files are looked at in turn. */
  | { readonly kind: 'polling'; readonly reason: string }
  /** Something that should not happen; the server goes on. */
  | { readonly kind: 'bug'; readonly error: unknown }

/** How a portal is served. */
export interface ServeOptions {
  /** The world as it is seen from there; its options say whether drafts are shown. */
  world(from: Viewpoint): World
  /** Where it is seen from at first; else the present, drafts and all. */
  readonly from?: Viewpoint
  /** Folders to watch with all below them, absolute; they may be missing. */
  readonly watch: readonly string[]
  readonly host: string
  /** 0: any that is free. If it is taken, the next free one of twenty. */
  readonly port: number
  /** The number by which others in the network find this machine; used only if the host is open to them. */
  readonly reach?: string | null
  /** Looks at files in turn instead of waiting for the machine's reports. */
  readonly polling?: boolean
  language(): Language
  /** A line of a source (content/…, templates/…) as it is now; null if it cannot be had. */
  lineOf(file: string, line: number): string | null
  /** When the newest is shown before all is read; else where that takes long. */
  readonly first?: FirstLook
  /** How many milliseconds ago something was written into a file (an absolute path). */
  readonly ageOf?: AgeOf
  /** How long it is waited for pictures that are being copied. */
  readonly copying?: CopyingPatience
  /** Milliseconds that only grow. */
  clock(): number
  say(event: ServeEvent): void
}

/** A preview that runs. */
export interface Running {
  /** There is something to show; requests that came before have waited for it. */
  readonly ready: Promise<void>
  /** From then on every saved file is seen by its name; what is saved before is only seen to be another. */
  readonly watching: Promise<void>
  /** Where its home page is, base path included as soon as that is known. */
  readonly url: string
  /** Where others in the network find it; null where they do not. */
  readonly elsewhere: string | null
  /** Ends at once: open connections are cut. */
  close(): Promise<void>
}

/** Serves a portal until it is closed; resolves when it listens. Rejects with Node's error (EADDRINUSE, EADDRNOTAVAIL…) if it cannot listen. */
export async function serve(options: ServeOptions): Promise<Running> {
  const { host, say } = options
  let viewpoint = options.from ?? PRESENT
  const onBug = (error: unknown): void => say({ kind: 'bug', error })
  const token = randomUUID()
  const revision = (): string => `${token.slice(0, 8)}-${session.current().revision}`
  let port = options.port
  let page: SavedPage | null = null
  const show = (): Show => ({
    session,
    place: { host, port },
    telling: tellingOf(options),
    token,
    revision,
    phone: phoneOf(options, port, session.current()),
    saved: () => page,
    async look(from) {
      viewpoint = from
      await session.changed()
      // Where no page is another one, what stands on it about the moment is.
      hub.tell()
    },
  })
  const hub = openHub((path) => newsFor(path, show()), onBug)
  const server = makeServer({ hub, show, onBug })
  try {
    port = await listen(server, host, options.port)
  } catch (error) {
    hub.close()
    server.close()
    throw error
  }
  // Who listens to its turns hears of the first: a small portal is prepared before anything else is done.
  const session = openSession({ ...options, onBug, world: () => options.world(viewpoint) })
  const due = openDue(() => void session.changed(), options.clock)
  const stop = async (): Promise<void> => {
    due.close()
    session.close()
    hub.close()
    server.close()
    server.closeAllConnections()
  }
  if (options.port !== 0 && port !== options.port) say({ kind: 'portTaken', wanted: options.port, used: port })
  let saved = false
  let newest: readonly string[] = []
  session.onTurn((turn) => {
    due.set(turn.now.good)
    const news = turn.now.revision !== turn.before.revision
    // Every time: the turn that was under way when the files were saved may not have seen them yet.
    const last = page
    if (turn.now.good !== null) page = goalIn(turn.now.good.plan, newest, options.watch, page)
    // That turn may have seen the saved file before it was known which file that is: then this is the news.
    if (news || turn.follows || page?.href !== last?.href || page?.title !== last?.title) hub.tell()
    if (news || turn.follows || saved) tell(turn, say)
    saved = false
  })
  let watch: Watch | null = null
  let closed = false
  // Of ten thousand files this takes seconds: they come after the first page.
  const watching = session.ready.then(async () => {
    if (closed) return
    watch = watchFolders(options.watch, {
      polling: options.polling ?? false,
      onFirst: (file) => void session.glance(file),
      onChange(files) {
        if (files.length > 0) {
          say({ kind: 'changed', files })
          saved = true
          newest = files
        }
        void session.changed(files)
      },
      onPolling: (reason) => say({ kind: 'polling', reason }),
    })
    await watch.ready
    // What changed before was seen by nobody.
    void session.changed()
  })
  const url = (): string => `http://${nameOf(host)}:${port}${homeOf(session.current())}`
  const ready = session.ready.then(() => {
    const { revision, good } = session.current()
    if (revision > 0) say({ kind: 'ready', url: url(), unread: good?.unread ?? 0 })
  })
  return {
    ready,
    watching,
    get url() {
      return url()
    },
    get elsewhere() {
      return phoneOf(options, port, session.current())
    },
    async close() {
      closed = true
      await Promise.all([stop(), watch?.close()])
    },
  }
}

/** The page of what was saved last; if that has none, the one before, as long as it is there. */
function goalIn(plan: Plan, files: readonly string[], folders: readonly string[], before: SavedPage | null) {
  return savedPage(files, folders, plan) ?? (before !== null && isThere(before, plan) ? before : null)
}

const tellingOf = ({ language, lineOf }: ServeOptions): Telling => ({ language: language(), lineOf })

function tell({ before, now, ms }: Turn, say: ServeOptions['say']): void {
  if (now.bug !== null) say({ kind: 'bug', error: now.bug })
  else if (now.problems.length > 0) say({ kind: 'problems', located: now.problems, shown: shownBeside(now) })
  else if (now.copying.length > 0) say({ kind: 'copying', located: now.copying })
  else if (before.good !== null && before.good.unread > 0 && now.good?.unread === 0) say({ kind: 'read', ms })
  else if (before.revision > 0) {
    const mended = before.problems.length > 0 || before.bug !== null
    say({ kind: 'rebuilt', pages: pagesChanged(before.good, now.good), mended, ms })
  }
}

const shownBeside = ({ good, aside }: Current): ShownBeside =>
  good === null ? 'nothing' : aside === null ? 'older' : 'others'

/** Only a server that listens everywhere, or at that very number, is found there. */
function phoneOf({ host, reach = null }: ServeOptions, port: number, current: Current): string | null {
  if (reach === null || (host !== '0.0.0.0' && host !== '::' && host !== reach)) return null
  return `http://${reach}:${port}${homeOf(current)}`
}

const homeOf = ({ good }: Current): string => (good === null ? '/' : addressesOf(good.plan).home)

/** A server that listens everywhere is nearest at the loopback. */
function nameOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return isIPv6(host) ? `[${host}]` : host
}
