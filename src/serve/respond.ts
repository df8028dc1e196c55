import { labels } from '../messages/labels.ts'
import { pageAsPrinted, styleAsPrinted } from './as-printed.ts'
import { decorate } from './decorate.ts'
import { hostAllowed, pathOf } from './guard.ts'
import { inPart } from './in-part.ts'
import { AS_PRINTED, OWN } from './own.ts'
import { ownReply } from './own-pages.ts'
import { noticePage, tags } from './pages.ts'
import { type Reply, reply } from './reply.ts'
import { HTML, type Screen, screenAt } from './screen.ts'
import type { Asked, Show } from './show.ts'

/** A refusal of a request before anything is looked up, or null if there is none. */
export function refusal({ method, host, here }: Asked, { place, telling: { language } }: Show): Reply | null {
  const words = labels[language].overlay
  const notice = (status: number, text: string, headers = {}): Reply =>
    reply(noticePage(text, language), HTML, { status, headers })
  if (!hostAllowed(host, place, here)) return notice(403, words.hostRefused(host ?? ''))
  if (method !== 'GET' && method !== 'HEAD') return notice(405, words.readOnly, { Allow: 'GET, HEAD' })
  return null
}

/** The answer to a request that was not refused. */
export async function respond(asked: Asked, show: Show): Promise<Reply> {
  const { target, conditions, framed } = asked
  const { language } = show.telling
  const path = pathOf(target)
  if (path === null) return reply(noticePage(labels[language].overlay.badAddress, language), HTML, { status: 400 })
  if (`${path}/` === OWN) return movedTo(OWN)
  if (path.startsWith(OWN)) return ownReply(path, asked, show)
  await show.session.ready
  // A page must not claim to be newer than what it is made from: it would miss its reload.
  const revision = show.revision()
  const screen = await screenAt(path, show)
  if ('moved' in screen) return movedTo(screen.moved)
  const printed = target.endsWith(`?${AS_PRINTED}`)
  const { status, type, csp, added, print, headers } = screen
  if (added === null) {
    const body = printed && type.startsWith('text/css') ? styleAsPrinted(screen.body) : screen.body
    const tag = `"${print}${printed ? '-p' : ''}"`
    return inPart(reply(body, type, { status, csp, headers: { ...REVISED, ...headers, ETag: tag } }), conditions)
  }
  const tag = tags({ token: show.token, revision, page: print, language })
  return reply(printed ? onPaper(screen, tag) : decorate(screen.body, added + tag), type, { status, csp, framed })
}

/** Nothing of what the preview says on a page is printed. */
const onPaper = ({ body, styles }: Screen, tag: string): Uint8Array => decorate(pageAsPrinted(body, styles), tag)

/** A browser may keep an output, but asks each time whether it is still the same. */
const REVISED = { 'Cache-Control': 'no-cache' }

/** For the rest of a browser's life a permanent move would outlast the preview: no-store keeps it from doing so. */
const movedTo = (folder: string): Reply =>
  reply('', 'text/plain; charset=utf-8', { status: 301, headers: { Location: encodeURI(folder) } })
