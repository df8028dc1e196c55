import type { Located } from '../core/diagnostic.ts'
import type { OutputPath } from '../core/path.ts'
import type { Job } from '../core/plan.ts'
import { labels } from '../messages/labels.ts'
import { addressesOf, NOT_FOUND } from './addresses.ts'
import { overlayStyle } from './client/overlay-style.ts'
import { reloadScript } from './client/reload-script.ts'
import { contentType } from './content-type.ts'
import { decorate } from './decorate.ts'
import { hostAllowed, type Place, pathOf } from './guard.ts'
import { overlay, type Telling, type Troubles } from './overlay.ts'
import { OWN, SCRIPT, STYLE } from './own.ts'
import { noticePage, problemPage, ribbon, type Tag, tags } from './pages.ts'
import { type Reply, reply } from './reply.ts'
import type { Session } from './session.ts'

/** What of a request matters. */
export interface Asked {
  readonly method: string
  /** As it came: path and query. */
  readonly target: string
  readonly host: string | undefined
}

/** What answers are made from. */
export interface Show {
  readonly session: Session
  readonly place: Place
  readonly telling: Telling
  /** The revision as pages carry it: no other run of the server has the same. */
  revision(): string
}

/** The same, at the moment of one request. */
interface Moment extends Show {
  readonly tag: Tag
}

const HTML = contentType('index.html')

/** A refusal of a request before anything is looked up, or null if there is none. */
export function refusal({ method, host }: Asked, { place, telling: { language } }: Show): Reply | null {
  const words = labels[language].overlay
  const notice = (status: number, text: string, headers = {}): Reply =>
    reply(noticePage(text, language), HTML, { status, headers })
  if (!hostAllowed(host, place)) return notice(403, words.hostRefused(host ?? ''))
  if (method !== 'GET' && method !== 'HEAD') return notice(405, words.readOnly, { Allow: 'GET, HEAD' })
  return null
}

/** The answer to a request that was not refused. The path is looked up among the plan's names and goes nowhere else. */
export async function respond({ target }: Asked, show: Show): Promise<Reply> {
  const { session, telling } = show
  const words = labels[telling.language].overlay
  const path = pathOf(target)
  if (path === null) return reply(noticePage(words.badAddress, telling.language), HTML, { status: 400 })
  if (path.startsWith(OWN)) return ownFile(path, telling)
  await session.ready
  const current = session.current()
  // A page must not claim to be newer than what it is made from: it would miss its reload.
  const moment = { ...show, tag: { revision: show.revision(), language: telling.language } }
  if (current.good === null) return brokenPage(current, moment)
  const answer = addressesOf(current.good.plan).byPath.get(path)
  if (answer === undefined) return lost(path, moment)
  if ('moved' in answer) return movedTo(answer.moved)
  return (await output(answer.output, 200, '', moment)) ?? lost(path, moment)
}

function ownFile(path: string, { language }: Telling): Reply {
  if (path === SCRIPT) return reply(reloadScript, contentType(path))
  if (path === STYLE) return reply(overlayStyle, contentType(path))
  return reply(noticePage(labels[language].overlay.notFound(path), language), HTML, { status: 404 })
}

/** For the rest of a browser's life a permanent move would outlast the preview: no-store keeps it from doing so. */
const movedTo = (folder: string): Reply =>
  reply('', 'text/plain; charset=utf-8', { status: 301, headers: { Location: encodeURI(folder) } })

/** The portal's own page for addresses that lead nowhere, with a word on which one it was. */
async function lost(path: string, moment: Moment): Promise<Reply> {
  const { language } = moment.telling
  const text = labels[language].overlay.notFound(path)
  const page = await output(NOT_FOUND, 404, ribbon(text, language), moment)
  return page ?? reply(noticePage(text, language), HTML, { status: 404 })
}

/** An output as it is; a page with what the preview adds. null: it is gone. */
async function output(path: OutputPath, status: number, note: string, moment: Moment): Promise<Reply | null> {
  const { session, telling, tag } = moment
  const shown = await session.render(path)
  if (shown === null) return null
  const { job, bytes, problem } = shown
  const current = session.current()
  const troubles = { problems: allProblems(current.problems, problem), bug: current.bug }
  if (bytes === null) return brokenPage(troubles, moment)
  const type = contentType(job.path)
  if (job.kind !== 'page') return reply(bytes, type, { status })
  const { csp } = job.view.site
  if (type !== HTML) return reply(bytes, type, { status, csp })
  const added = note + missingRibbon(job, bytes, telling) + overlay(troubles, telling) + tags(tag)
  return reply(decorate(bytes, added), type, { status, csp })
}

/** The page's own problem first: it is what the person looks at. */
function allProblems(problems: readonly Located[], own: Located | null): readonly Located[] {
  if (own === null) return problems
  const key = JSON.stringify(own)
  return [own, ...problems.filter((problem) => JSON.stringify(problem) !== key)]
}

function brokenPage(troubles: Troubles, { telling, tag }: Moment): Reply {
  return reply(problemPage(troubles, telling, tag), HTML, { status: 500 })
}

/** The theme shows a bulletin's state itself; a template of one's own may not. */
function missingRibbon(job: Job, bytes: Uint8Array, { language }: Telling): string {
  const bulletin = job.kind === 'page' ? job.view.bulletin : undefined
  if (bulletin?.state !== 'draft' && bulletin?.state !== 'scheduled') return ''
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('state-preview')) return ''
  const { draft, scheduled } = labels[language].overlay.ribbon
  return ribbon(bulletin.state === 'draft' ? draft : scheduled(bulletin.publishAt?.text ?? null), language)
}
