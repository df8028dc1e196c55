import { append } from '../core/append.ts'
import type { Document } from '../core/bulletin.ts'
import { diagnose, type Located } from '../core/diagnostic.ts'
import { digestOf, seal } from '../core/digest.ts'
import type { SourcePath } from '../core/path.ts'
import type { Job, Phase, Plan } from '../core/plan.ts'
import type { Standing, State } from '../core/site.ts'
import type { CardView } from '../core/view.ts'
import { checkAddresses } from './plan/addresses.ts'
import { archivePages, correctionsPage, portalMap } from './plan/archive.ts'
import { planAssets } from './plan/assets.ts'
import { goneWithTheBook } from './plan/book-gone.ts'
import { bulletinPages, descriptionOf } from './plan/bulletins.ts'
import { openCards } from './plan/cards.ts'
import { categoryPages } from './plan/categories.ts'
import { dataFiles } from './plan/data.ts'
import { absoluteOf, type Brief, type Desk, hrefOf, linkTo, pathOf, timeView } from './plan/desk.ts'
import { feeds } from './plan/feeds.ts'
import { holdingSome } from './plan/held.ts'
import { homePage } from './plan/home.ts'
import { hostingFiles } from './plan/hosting.ts'
import { appManifest, drawnIcon, rootIcon } from './plan/icons.ts'
import { keepAddresses } from './plan/keep.ts'
import { ofFronts } from './plan/lists-known.ts'
import { redirects, robots, sitemaps, staticFiles } from './plan/machines.ts'
import { notFoundPage, standingPages } from './plan/pages.ts'
import { authorPages, tagPages } from './plan/people.ts'
import { imageView } from './plan/photos.ts'
import { portalPosters } from './plan/portal-poster.ts'
import { posters } from './plan/posters.ts'
import { searchPages } from './plan/search.ts'
import { shellOf } from './plan/shell.ts'
import { planWords } from './plan/words.ts'

/** One planner per kind of output. To add one: a file and a line here. */
const planners: readonly ((desk: Desk) => readonly Job[])[] = [
  homePage,
  bulletinPages,
  posters,
  portalPosters,
  ofFronts('sections', categoryPages),
  ofFronts('authors', authorPages),
  ofFronts('tags', tagPages),
  ofFronts('archive', archivePages),
  ofFronts('map', portalMap),
  ofFronts('corrections', correctionsPage),
  // Before standing pages: of two with one address the later is told, and that is somebody's file.
  searchPages,
  standingPages,
  notFoundPage,
  feeds,
  dataFiles,
  appManifest,
  drawnIcon,
  rootIcon,
  ofFronts('sitemaps', sitemaps),
  robots,
  redirects,
  staticFiles,
]

/** What so many pages show may stay in memory until they are rendered: about 6 KB each. */
const HELD = 20_000

const PHASES: readonly Phase[] = ['asset', 'page', 'front']

/** A plan, what there is to say of it, and the desk it was made at. */
export interface Planned {
  readonly plan: Plan
  readonly diagnostics: readonly Located[]
  /** Addresses that readers would lose, where this is not made for them. */
  readonly lost: readonly Located[]
  readonly desk: Desk
}

/** Names every output before any is made; says which addresses collide and which links lead nowhere. */
export function plan(brief: Brief): Planned {
  const diagnostics: Located[] = []
  const assets = planAssets(brief)
  const desk = openDesk(brief, assets.addresses, diagnostics)
  const seen = new Map<string, Job>()
  const jobs: Job[] = []
  for (const job of [...assets.jobs, ...planners.flatMap((planner) => planner(desk))]) {
    // A photo used twice by one bulletin is one file.
    const before = seen.get(job.path)
    const again = before?.digest === job.digest && before.of === job.of
    if (again && (job.kind === 'photo' || job.kind === 'copy')) continue
    seen.set(job.path, job)
    jobs.push(job)
  }
  const kept = keepAddresses(desk, jobs)
  append(jobs, kept.jobs)
  const hosting = hostingFiles(desk, jobs)
  append(jobs, hosting.jobs)
  for (const job of [...kept.jobs, ...hosting.jobs]) seen.set(job.path, job)
  append(diagnostics, kept.diagnostics)
  append(diagnostics, goneWithTheBook(brief, seen))
  append(
    diagnostics,
    checkAddresses(desk, jobs, (path) => seen.has(path)),
  )
  const order = (job: Job) => PHASES.indexOf(job.phase)
  jobs.sort((a, b) => order(a) - order(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return {
    plan: { site: brief.site, jobs, beside: hosting.beside, book: kept.book },
    diagnostics,
    lost: kept.lost,
    desk,
  }
}

function openDesk(brief: Brief, assets: ReadonlyMap<string, string>, diagnostics: Located[]): Desk {
  const { site } = brief
  let documents: ReadonlyMap<SourcePath, Document> | null = null
  // Made when the first is sought: mostly nothing is.
  const documentsBySource = () => {
    documents ??= new Map(
      [...site.standings.map(({ bulletin }): Document => bulletin), ...site.pages].map((one) => [one.source, one]),
    )
    return documents
  }
  const excluded = new Map(site.excluded.map(({ bulletin, state }) => [bulletin.source, state]))
  const waiting = new Map<string, State>(site.excluded.map(({ bulletin, state }) => [bulletin.address, state]))
  const shell = seal(shellOf(site, brief.sources, assets, brief.tool.version))
  const base = digestOf({ tool: brief.tool.digest, config: site.config, shell, ended: site.ended })
  const desk: Desk = {
    ...brief,
    words: planWords(brief.theme.parts.strings, site.config.language),
    templates: TEMPLATES.map((name) => `${name}.njk`),
    shell,
    base,
    ...openCards(site, base, brief.known, (standing) => cardOf(desk, standing)),
    find: (source) => documentsBySource().get(source) ?? null,
    stateOf: (source) => excluded.get(source) ?? 'draft',
    stateAt: (href) => (waiting.size === 0 ? null : (waiting.get(pathOf(href).replace(/\/?$/, '/')) ?? null)),
    held: holdingSome(HELD),
    say: (located) => diagnostics.push(located),
  }
  for (const problem of missingTemplates(desk)) diagnostics.push(problem)
  return desk
}

function cardOf(desk: Desk, { bulletin, state }: Standing): CardView {
  const { site } = desk
  const cover = bulletin.cover === null || state === 'withdrawn' ? undefined : bulletin.photos[bulletin.cover]
  const name = site.config.categories.find(({ id }) => id === bulletin.category)?.name ?? bulletin.category
  return {
    title: bulletin.title,
    shortTitle: bulletin.shortTitle ?? bulletin.title,
    href: hrefOf(site, bulletin.address),
    url: absoluteOf(site, bulletin.address),
    date: timeView(site, bulletin.date, bulletin.time),
    summary: descriptionOf(bulletin),
    category: linkTo(site, name, `/chuyen-muc/${bulletin.category}/`),
    cover: cover === undefined ? null : imageView(site, bulletin, cover),
    state: state === 'expired' || state === 'draft' || state === 'scheduled' ? state : null,
  }
}

/** The templates that planners name: a theme without one of them cannot build. */
const TEMPLATES = [
  'home',
  'bulletin',
  'category',
  'categories',
  'period',
  'page',
  'not-found',
  'redirect',
  'corrections',
  'search',
  'feeds/rss.xml',
  'feeds/atom.xml',
  'json',
  'sitemap.xml',
  'robots.txt',
]

const missingTemplates = ({ theme }: Desk): readonly Located[] =>
  TEMPLATES.filter((name) => !theme.has(`${name}.njk`)).map((name) => ({
    file: null,
    diagnostic: diagnose('template/missing', { name: `${name}.njk`, page: null, nearest: null }),
  }))
