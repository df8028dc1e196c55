import type { Config } from '../core/config.ts'
import type { Located } from '../core/diagnostic.ts'
import { type Digest, digestOf } from '../core/digest.ts'
import { basename, type OutputPath } from '../core/path.ts'
import type { PageJob } from '../core/plan.ts'
import { labels } from '../messages/labels.ts'
import { headersOf } from '../pipeline/plan/hosting/table.ts'
import { addressesOf, NOT_FOUND } from './addresses.ts'
import { contentType } from './content-type.ts'
import { picturesOf } from './copying.ts'
import { type Current, jobsOf } from './current.ts'
import { leftOutAt } from './left-out.ts'
import { likelyPage } from './likely.ts'
import { overlay, type Telling, type Troubles } from './overlay.ts'
import { leftOutPage, type Note, noticePage, problemPage, ribbon } from './pages.ts'
import { hrefOf, owns } from './saved.ts'
import type { Session } from './session.ts'
import { notesOn } from './state-note.ts'
import { strip } from './strip.ts'
import { toolLinks } from './tools.ts'

/** What a browser is shown at an address. */
export interface Screen {
  readonly status: number
  readonly type: string
  /** What the page may load, where that is not what every page may. */
  readonly csp: string | undefined
  readonly body: Uint8Array
  /** What the preview says on the page, to stand before its end; null: no page of the plan, bytes as they are. */
  readonly added: string | null
  /** Names all that is seen here but the styles: as long as it is the same the page need not be loaded again. */
  readonly print: Digest
  /** What hosts send with it besides: Content-Disposition of documents. */
  readonly headers: Readonly<Record<string, string>>
  /** Addresses of the portal's style sheets. */
  readonly styles: readonly string[]
}

/** Where screens come from. */
export interface Source {
  readonly session: Session
  readonly telling: Telling
}

/** The screen of this page's type. */
export const HTML = contentType('index.html')

/** What there is at a path (decoded, NFC), or where it has moved to. The path is looked up among the plan's names and goes nowhere else. */
export async function screenAt(path: string, source: Source): Promise<Screen | { readonly moved: string }> {
  const current = source.session.current()
  if (current.good === null) return broken(current, source)
  const answer = addressesOf(current.good.plan).byPath.get(path)
  if (answer === undefined && current.good.unread > 0) {
    await source.session.whole
    return screenAt(path, source)
  }
  if (answer === undefined) return lost(path, source)
  if ('moved' in answer) return answer
  const job = jobsOf(current.good.plan).get(answer.output)
  // As hosts do: the page that leads on is for those that cannot.
  if (job?.kind === 'page' && job.shows === 'redirect' && job.view.redirect !== undefined)
    return { moved: job.view.redirect.to }
  return (await output(answer.output, 200, [], source)) ?? lost(path, source)
}

/** The portal's own page for addresses that lead nowhere, with a word on which one it was; of a document that errors hold back what is wrong with it. */
async function lost(path: string, source: Source): Promise<Screen> {
  const { language } = source.telling
  const text = labels[language].overlay.notFound(path)
  const current = source.session.current()
  const { good } = current
  const leftOut = leftOutAt(path, current)
  if (leftOut !== null) return ownScreen(404, leftOutPage(leftOut, source.telling))
  const likely = good === null ? null : likelyPage(path, good.plan)
  const offer = likely === null ? [] : [{ text: labels[language].overlay.likely, link: likely }]
  const page = await output(NOT_FOUND, 404, [text, ...offer], source)
  return page ?? ownScreen(404, noticePage(text, language))
}

/** An output as it is; a page with what the preview says on it. null: it is gone. */
async function output(
  path: OutputPath,
  status: number,
  notes: readonly Note[],
  source: Source,
): Promise<Screen | null> {
  const { session, telling } = source
  const shown = await session.render(path)
  if (shown === null) return null
  const { job, bytes, problem } = shown
  const current = session.current()
  const own = problem !== null && isPresent(problem, current) ? problem : null
  const troubles = { problems: allProblems(current.problems, own), bug: current.bug }
  if (bytes === null) return broken(troubles, source)
  const type = contentType(job.path)
  const csp = job.kind === 'page' ? job.view.site.csp : undefined
  const headers = current.good === null ? {} : besides(current.good.plan.site.config, job.path)
  const file = { status, type, csp, body: bytes, added: null, print: job.digest, styles: [], headers }
  if (job.kind !== 'page' || type !== HTML) return file
  const older = own !== null || isOlder(job, current)
  const added = additions(job, current, notes, telling) + overlay(troubles, telling, older)
  const styles = stylesOf(job)
  return { ...file, added, styles, print: digestOf([status, withoutStyles(bytes, styles), added]) }
}

/** What stands on a page beside problems: notes and what readers see of it, what to look at again, ways to look at it. */
function additions(
  job: PageJob,
  { good, copying, warnings, lost }: Current,
  notes: readonly Note[],
  telling: Telling,
): string {
  const { language } = telling
  if (good === null) return ribbon(notes, language)
  // No address leads to the page for all other addresses.
  const tools = job.path === NOT_FOUND ? '' : toolLinks(job, hrefOf(job, good.plan), language)
  const { unread } = good
  const first = unread === 0 ? [] : [labels[language].overlay.ribbon.unread(unread)]
  const copied = copying.length === 0 ? [] : [labels[language].overlay.ribbon.copying(picturesOf(copying))]
  return (
    ribbon([...notes, ...copied, ...first, ...notesOn(job, good, lost, language)], language) +
    strip(job, { warnings, lost }, tools, telling)
  )
}

/**
 * Whether what came of rendering a page holds of the files as they are now. Errors keep an older plan in place, with the templates it
 * was made from: then only what stands in a template that nobody has changed since.
 */
function isPresent({ file }: Located, { good, problems, bug }: Current): boolean {
  if (file === null || good === null || (problems.length === 0 && bug === null)) return true
  const source = good.sources.byPath.get(file)
  return source !== undefined && good.world.door.look(source)?.digest === source.digest
}

/** Whether a page may be older than its files: errors hold back the documents in which they stand, or everything. */
const isOlder = (job: PageJob, { aside }: Current): boolean =>
  aside === null || [...aside].some((file) => owns(job, file))

/** The page's own problem first: it is what the person looks at. */
function allProblems(problems: readonly Located[], own: Located | null): readonly Located[] {
  if (own === null) return problems
  const key = JSON.stringify(own)
  return [own, ...problems.filter((problem) => JSON.stringify(problem) !== key)]
}

const broken = (troubles: Troubles, { telling }: Source): Screen => ownScreen(500, problemPage(troubles, telling))

function ownScreen(status: number, html: string): Screen {
  const body = Buffer.from(html, 'utf8')
  return {
    status,
    type: HTML,
    csp: undefined,
    body,
    added: '',
    print: digestOf([status, html]),
    styles: [],
    headers: {},
  }
}

/** Of the headers of hosts those that say what to do with a file; how long to keep it is not for a preview to say. */
const besides = (config: Config, path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    headersOf(config, basename(path)).flatMap(({ name, value }) =>
      name === 'Content-Disposition' ? [[name, value]] : [],
    ),
  )

const stylesOf = (job: PageJob): readonly string[] =>
  Object.values(job.view.site.assets).filter((address) => address.endsWith('.css'))

function withoutStyles(bytes: Uint8Array, styles: readonly string[]): string {
  const html = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return styles.reduce((text, address) => text.replaceAll(`"${address}"`, '""'), html)
}
