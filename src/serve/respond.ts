import { labels } from '../messages/labels.ts'
import { contentType } from './content-type.ts'
import { decorate } from './decorate.ts'
import { hostAllowed, type Place, pathOf } from './guard.ts'
import { type Conditions, inPart } from './in-part.ts'
import { listPage } from './list.ts'
import type { Telling } from './overlay.ts'
import { OWN } from './own.ts'
import { ownFileAt } from './own-files.ts'
import { noticePage, tags } from './pages.ts'
import { type Reply, reply } from './reply.ts'
import type { SavedPage } from './saved.ts'
import { HTML, screenAt } from './screen.ts'
import type { Session } from './session.ts'

/** What of a request matters. */
export interface Asked {
  readonly method: string
  /** As it came: path and query. */
  readonly target: string
  readonly host: string | undefined
  readonly conditions: Conditions
}

/** What answers are made from. */
export interface Show {
  readonly session: Session
  readonly place: Place
  readonly telling: Telling
  /** What only pages of this run of the server know. */
  readonly token: string
  /** Names what is shown now: no other run of the server has the same. */
  revision(): string
  /** Where phones in the same network find the home page; null where they do not. */
  readonly phone: string | null
  /** The page of the file that was saved last, if it has one. */
  saved(): SavedPage | null
}

/** A refusal of a request before anything is looked up, or null if there is none. */
export function refusal({ method, host }: Asked, { place, telling: { language } }: Show): Reply | null {
  const words = labels[language].overlay
  const notice = (status: number, text: string, headers = {}): Reply =>
    reply(noticePage(text, language), HTML, { status, headers })
  if (!hostAllowed(host, place)) return notice(403, words.hostRefused(host ?? ''))
  if (method !== 'GET' && method !== 'HEAD') return notice(405, words.readOnly, { Allow: 'GET, HEAD' })
  return null
}

/** The answer to a request that was not refused. */
export async function respond({ target, conditions }: Asked, show: Show): Promise<Reply> {
  const { session, telling } = show
  const path = pathOf(target)
  if (path === null) {
    return reply(noticePage(labels[telling.language].overlay.badAddress, telling.language), HTML, { status: 400 })
  }
  if (path !== OWN && path.startsWith(OWN)) return ownFile(path, target.slice(target.indexOf('?') + 1), telling)
  await session.ready
  if (path === OWN) return reply(listPage(session.current(), telling.language, show.phone), HTML)
  // A page must not claim to be newer than what it is made from: it would miss its reload.
  const revision = show.revision()
  const screen = await screenAt(path, show)
  if ('moved' in screen) return movedTo(screen.moved)
  const { status, type, csp, body, added, print, headers } = screen
  if (added === null)
    return inPart(
      reply(body, type, { status, csp, headers: { ...REVISED, ...headers, ETag: `"${print}"` } }),
      conditions,
    )
  const tag = { token: show.token, revision, page: print, language: telling.language }
  return reply(decorate(body, added + tags(tag)), type, { status, csp })
}

function ownFile(path: string, query: string, { language }: Telling): Reply {
  const file = ownFileAt(path, query)
  if (file === null) return reply(noticePage(labels[language].overlay.notFound(path), language), HTML, { status: 404 })
  return reply(file.text, contentType(path), { headers: file.kept ? KEPT : {} })
}

/** A browser may keep an output, but asks each time whether it is still the same. */
const REVISED = { 'Cache-Control': 'no-cache' }
const KEPT = { 'Cache-Control': 'private, max-age=31536000, immutable' }

/** For the rest of a browser's life a permanent move would outlast the preview: no-store keeps it from doing so. */
const movedTo = (folder: string): Reply =>
  reply('', 'text/plain; charset=utf-8', { status: 301, headers: { Location: encodeURI(folder) } })
