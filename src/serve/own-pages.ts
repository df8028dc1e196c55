import type { PageJob } from '../core/plan.ts'
import { labels } from '../messages/labels.ts'
import { addressesOf } from './addresses.ts'
import { contentType } from './content-type.ts'
import { type Good, jobsOf } from './current.ts'
import { FRAMING, type Framed, phonePage, printPage } from './frame.ts'
import { pathOf } from './guard.ts'
import { listPage } from './list.ts'
import { listPrint } from './list-print.ts'
import type { Troubles } from './overlay.ts'
import { COPY, MOMENT, OWN, PHONE, PRINT } from './own.ts'
import { ownFileAt } from './own-files.ts'
import { noCopyPage, noticePage, tags } from './pages.ts'
import { type Reply, reply } from './reply.ts'
import { copyName, reviewCopy } from './review/copy.ts'
import { hrefOf } from './saved.ts'
import { HTML } from './screen.ts'
import type { Asked, Show } from './show.ts'
import { isDocument } from './tools.ts'
import { viewpointOf } from './viewpoint.ts'

type Page = (query: URLSearchParams, show: Show, asked: Asked) => Reply | Promise<Reply>

/** The preview's own pages by address. */
const pages: ReadonlyMap<string, Page> = new Map<string, Page>([
  [OWN, list],
  [PHONE, phone],
  [PRINT, print],
  [COPY, copy],
  [MOMENT, moment],
])

const KEPT = { 'Cache-Control': 'private, max-age=31536000, immutable' }

/** What there is at one of the preview's own addresses (decoded): a page, a file, or a word that there is neither. */
export async function ownReply(path: string, asked: Asked, show: Show): Promise<Reply> {
  const query = asked.target.split('?').slice(1).join('?')
  const file = ownFileAt(path, query)
  if (file !== null) return reply(file.text, contentType(path), { headers: file.kept ? KEPT : {} })
  const page = pages.get(path)
  if (page === undefined) return missing(path, show)
  // The list tells how far it is; others may be of a page that is still to be read.
  await (path === OWN ? show.session.ready : show.session.whole)
  return page(new URLSearchParams(query), show, asked)
}

const notice = (status: number, text: string, { telling: { language } }: Show): Reply =>
  reply(noticePage(text, language), HTML, { status })

const missing = (path: string, show: Show): Reply =>
  notice(404, labels[show.telling.language].overlay.notFound(path), show)

function list(query: URLSearchParams, show: Show, { here }: Asked): Reply {
  const { telling, token } = show
  const revision = show.revision()
  const current = show.session.current()
  const html = listPage({ current, query, telling, token: here ? token : null, phone: show.phone })
  const tag = { token, revision, page: listPrint(show), language: telling.language }
  return reply(
    html.replace('</body>', () => `${tags(tag)}</body>`),
    HTML,
  )
}

/** The page that `?to=` names, among those of the plan and nowhere else; null if there is none. */
function pageTo(query: URLSearchParams, show: Show): { readonly good: Good; readonly job: PageJob } | null {
  const { good } = show.session.current()
  const path = pathOf(query.get('to') ?? '')
  if (good === null || path === null) return null
  const answer = addressesOf(good.plan).byPath.get(path)
  const job = answer === undefined || 'moved' in answer ? undefined : jobsOf(good.plan).get(answer.output)
  return job?.kind === 'page' && contentType(job.path) === HTML ? { good, job } : null
}

const framedOf = ({ good, job }: { readonly good: Good; readonly job: PageJob }, show: Show): Framed => ({
  href: hrefOf(job, good.plan),
  title: job.view.page.heading,
  language: show.telling.language,
})

function phone(query: URLSearchParams, show: Show): Reply {
  const found = pageTo(query, show)
  if (found === null) return missing(query.get('to') ?? '', show)
  const framed = framedOf(found, show)
  const reach = show.phone === null ? null : new URL(framed.href, show.phone).href
  return reply(phonePage(framed, Number(query.get('width')), reach), HTML, { csp: FRAMING })
}

function print(query: URLSearchParams, show: Show): Reply {
  const found = pageTo(query, show)
  if (found === null) return missing(query.get('to') ?? '', show)
  return reply(printPage(framedOf(found, show)), HTML, { csp: FRAMING })
}

/**
 * A document as one file, to be saved. Not while there are errors: what is shown then may be an older text, and nobody who gets a file
 * sees that it is one. `preview` on the command line refuses as well.
 */
async function copy(query: URLSearchParams, show: Show): Promise<Reply> {
  const { session } = show
  const { problems: errors, copying, bug } = session.current()
  const problems = [...errors, ...copying]
  if (problems.length > 0 || bug !== null) return noCopy({ problems, bug }, query, show)
  const found = pageTo(query, show)
  if (found === null || !isDocument(found.job)) return missing(query.get('to') ?? '', show)
  const { job, good } = found
  const shown = await session.render(job.path)
  if (shown === null) return missing(query.get('to') ?? '', show)
  if (shown.problem !== null) return noCopy({ problems: [shown.problem], bug: null }, query, show)
  const html = await reviewCopy({
    job,
    html: new TextDecoder().decode(shown.bytes),
    plan: good.plan,
    bytesOf: async (path) => (await session.render(path))?.bytes ?? null,
  })
  return reply(html, HTML, { headers: { 'Content-Disposition': `attachment; filename="${copyName(job)}"` } })
}

/** Why there is no copy to send, with the way back to the page. */
function noCopy(troubles: Troubles, query: URLSearchParams, show: Show): Reply {
  const found = pageTo(query, show)
  const back = found === null ? null : hrefOf(found.job, found.good.plan)
  return reply(noCopyPage(troubles, back, show.telling), HTML, { status: 409 })
}

/**
 * The one address that changes something, if only what is shown, and to everybody: it takes the person at this machine, the token of
 * this run, and a page of this server.
 */
async function moment(query: URLSearchParams, show: Show, { method, own, here }: Asked): Promise<Reply> {
  const words = labels[show.telling.language].desk.moment
  const { good } = show.session.current()
  if (!here) return notice(403, words.elsewhere, show)
  if (query.get('token') !== show.token || !own || good === null) return notice(403, words.stale, show)
  const from = viewpointOf(query, good.plan.site.config.timeZone)
  if (from === null) return notice(400, words.notDay(query.get('at') ?? ''), show)
  if (method === 'GET') await show.look(from)
  return reply('', 'text/plain; charset=utf-8', { status: 303, headers: { Location: OWN } })
}
