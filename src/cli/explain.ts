import { join, sep } from 'node:path'
import type { SourcePath } from '../core/path.ts'
import type { Job, PageJob } from '../core/plan.ts'
import type { Standing } from '../core/site.ts'
import type { Source, Sources } from '../core/source.ts'
import type { Labels } from '../messages/labels.ts'
import type { Prepared } from '../pipeline/build.ts'
import { formatDay } from '../text/day.ts'
import { inWords, isoAt } from './outcome.ts'
import type { Subject } from './why.ts'

/** Tells what makes an output, or what a source makes and whether readers see it: lines to print. */
export function explain(subject: Subject, prepared: Prepared, toolRoot: string, labels: Labels): readonly string[] {
  const teller: Teller = { prepared, toolRoot, labels }
  return 'job' in subject ? explainJob(subject.job, teller) : explainSource(subject.source, teller)
}

interface Teller {
  readonly prepared: Prepared
  readonly toolRoot: string
  readonly labels: Labels
}

function explainJob(job: Job, teller: Teller): readonly string[] {
  const { why } = teller.labels
  const base = teller.prepared.site?.config.baseUrl ?? '/'
  const place = [why.address(base + job.path.replace(/(^|\/)index\.html$/, '$1')), why.output(job.path)]
  switch (job.kind) {
    case 'page':
      return [...place, ...explainPage(job, teller)]
    case 'photo':
      return [...place, why.photo(job.source), why.madeFrom(job.of ?? job.source)]
    case 'poster':
    case 'icon':
      return [...place, ...(job.of === null ? [] : [why.madeFrom(job.of)])]
    case 'search':
      return [...place, ...job.segment.entries.map(({ body }) => why.madeFrom(body.source))]
    case 'copy':
      return [...place, why.copied(job.source)]
    case 'data':
      return [
        ...place,
        ...(job.of === null ? stylesOf(teller.prepared.sources) : [job.of]).map((path) => why.madeFrom(path)),
      ]
  }
}

function explainPage(job: PageJob, teller: Teller): readonly string[] {
  const { why } = teller.labels
  const { view, of } = job
  const from = of === null ? [why.collected] : [why.madeFrom(of)]
  const template = [why.template(job.template, ownerOf(job.template, teller))]
  if (view.redirect !== undefined) return [...from, why.redirect(view.redirect.url), ...template]
  if (of === null) return [...from, ...template]
  const along = jobsOf(teller).filter((other) => other.of === of && (other.kind === 'photo' || other.kind === 'copy'))
  const files = along.map((other) => `  ${'source' in other ? other.source : ''} → ${other.path}`)
  return [...from, ...files, ...template, ...stateLines(of, teller)]
}

function explainSource(source: Source, teller: Teller): readonly string[] {
  const { why } = teller.labels
  const { path, kind } = source
  if (kind === 'bulletin' || kind === 'page') {
    const page = jobsOf(teller).find(
      (job): job is PageJob => job.kind === 'page' && job.of === path && job.shows !== 'redirect',
    )
    if (page !== undefined) return explainJob(page, teller)
    const lines = stateLines(path, teller)
    // Where an address was asked for, nothing has said yet which file it is.
    return lines.length > 0 ? [why.madeFrom(path), ...lines] : [why.makesNothing]
  }
  const made = jobsOf(teller).filter((job) => 'source' in job && job.source === path)
  if (made.length > 0) return made.flatMap((job) => explainJob(job, teller))
  const used = usesOf(source, teller)
  return [used === 0 ? why.makesNothing : why.usedBy(used)]
}

const jobsOf = ({ prepared }: Teller): readonly Job[] => prepared.plan?.jobs ?? []

/** How many pages a source without an output of its own goes into. */
function usesOf({ path, kind }: Source, teller: Teller): number {
  const pages = jobsOf(teller).filter((job): job is PageJob => job.kind === 'page')
  if (kind === 'portal' || kind === 'register' || kind === 'data') return pages.length
  if (kind === 'asset') return stylesOf(teller.prepared.sources).includes(path) ? pages.length : 0
  if (kind !== 'template') return 0
  if (!path.endsWith('.njk')) return pages.length
  const name = path.slice('templates/'.length)
  return pages.filter(({ template }) => teller.prepared.theme?.templatesOf(template).includes(name)).length
}

const stylesOf = (sources: Sources): readonly SourcePath[] =>
  sources.all.filter(({ path }) => /^templates\/assets\/css\/[^/]+\.css$/.test(path)).map(({ path }) => path)

/** Whose file a template is; the portal's own takes the place of the tool's. */
function ownerOf(template: string, { prepared, toolRoot }: Teller): 'portal' | 'tool' {
  const source = prepared.sources.byPath.get(`templates/${template}` as SourcePath)
  return source?.disk.startsWith(join(toolRoot, 'templates') + sep) ? 'tool' : 'portal'
}

/** Whether readers see a bulletin, since when, and if not why. */
function stateLines(source: SourcePath, { prepared: { site }, labels: { why } }: Teller): readonly string[] {
  const standing = [...(site?.standings ?? []), ...(site?.excluded ?? [])].find(
    ({ bulletin }) => bulletin.source === source,
  )
  if (standing === undefined || site === null) return []
  const { state, bulletin } = standing
  const at = (instant: number | null) => (instant === null ? null : inWords(isoAt(instant, site.config.timeZone)))
  if (state === 'published') return [why.published(since(standing, at(bulletin.publishAt) ?? ''))]
  const when = state === 'scheduled' ? at(bulletin.publishAt) : state === 'expired' ? at(bulletin.expireAt) : null
  return [why.notPublished({ source, state, when })]
}

/** A day alone is said as a day. */
const since = ({ bulletin: { date, time } }: Standing, at: string): string =>
  time === null && at.startsWith('00:00') ? formatDay(date) : at
