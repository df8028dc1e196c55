import type { Bulletin, Document, StandingPage } from '../../core/bulletin.ts'
import { type Digest, digestBytes, digestOf } from '../../core/digest.ts'
import { groupBy } from '../../core/group.ts'
import { fileOf, urlPath } from '../../core/path.ts'
import type { Job, SearchEntry, SearchSegment } from '../../core/plan.ts'
import { recall } from '../../core/remembered.ts'
import type { Standing } from '../../core/site.ts'
import { unitOf } from '../../core/unit.ts'
import { segmentFiles } from '../../search/build.ts'
import { bucketsFor, INDEX_ROOM, INDEX_VERSION, PAGES, type SearchSettings } from '../../search/format.ts'
import { dayWord } from '../../search/words.ts'
import { excerpt } from '../../text/excerpt.ts'
import { categoryAddress } from './categories.ts'
import { type Desk, hrefOf, linkTo, pageJob, standingsIn } from './desk.ts'
import { categoryName, metaOf } from './meta.ts'

/** A period with more bulletins than this is divided: a year into quarters, a quarter into months. */
const LARGE = 2000
const SUMMARY = 200

/** The search page, its index by periods, and the small file a search begins with. Drafts and withdrawn bulletins are in none of it. Nothing where portal.yml wants no search. */
export function searchPages(desk: Desk): readonly Job[] {
  if (!desk.site.config.search) return []
  const found = desk.site.standings.filter(({ state }) => state === 'published' || state === 'expired')
  const periods = periodsOf(found)
  const segments = periods.map(([id, standings]) => segmentOf(desk, id, standings))
  const pages = pagesSegment(desk)
  return [
    searchPage(desk, periods),
    settingsFile(desk, segments, pages, found),
    ...[...segments, ...pages].flatMap((one) => segmentJobs(desk, one)),
  ]
}

/**
 * Periods, newest first: of the newest year that has bulletins its newest quarter, and what was before it in one; every
 * other year as a whole. Today's date has no say: a portal that is silent for a year keeps its files.
 */
export function periodsOf(standings: readonly Standing[]): readonly Period[] {
  const years = [...groupBy(standings, ({ bulletin }) => bulletin.date.slice(0, 4))]
  return years.flatMap(([year, all], index) => {
    if (index > 0) return divided(year, all)
    const [newest, ...before] = quartersOf(year, all)
    if (newest === undefined) return []
    const earlier = before.flatMap(([, some]) => some)
    return [...monthsOf(newest), ...(earlier.length === 0 ? [] : divided(year, earlier))]
  })
}

type Period = readonly [id: string, standings: readonly Standing[]]

/** A year as a whole, or in quarters and months if it is large. */
const divided = (year: string, all: readonly Standing[]): readonly Period[] =>
  all.length <= LARGE ? [[year, all]] : quartersOf(year, all).flatMap(monthsOf)

const quartersOf = (year: string, all: readonly Standing[]): readonly Period[] => [
  ...groupBy(all, ({ bulletin }) => `${year}-q${Math.ceil(Number(bulletin.date.slice(5, 7)) / 3)}`),
]

const monthsOf = ([quarter, some]: Period): readonly Period[] =>
  some.length <= LARGE
    ? [[quarter, some]]
    : [...groupBy(some, ({ bulletin }) => `${quarter}-${bulletin.date.slice(5, 7)}`)]

function segmentOf(desk: Desk, id: string, standings: readonly Standing[]): SearchSegment {
  const oldest = [...standings].reverse()
  const stamp = stampOf(
    desk,
    oldest.map(({ bulletin }) => bulletin),
  )
  let made: readonly SearchEntry[] | null = null
  const make = () => {
    made ??= oldest.map((standing) => entryOf(desk, standing))
    return made
  }
  const key = digestBytes(`${desk.base} ${standingsIn(oldest).join(' ')}`)
  const digest = recall(desk.known, `search ${id}`, key, () => digestOf({ id, stamp, entries: make() })) as Digest
  return {
    id,
    stamp,
    digest,
    count: oldest.length,
    get entries() {
      return make()
    },
  }
}

const stampOf = ({ site }: Desk, documents: readonly Document[]): string =>
  digestBytes(documents.map(({ address }) => hrefOf(site, address)).join('\n')).slice(0, 12)

/** The standing pages are a segment of their own: no bulletin changes it, and it changes none of theirs. None where there are no pages. */
function pagesSegment(desk: Desk): readonly SearchSegment[] {
  // Of equal ones that with the larger number comes first: the one that stands first among pages.
  const pages = [...desk.site.pages].reverse()
  if (pages.length === 0) return []
  const stamp = stampOf(desk, pages)
  const entries = pages.map((page) => pageEntryOf(desk, page))
  return [{ id: PAGES, stamp, digest: digestOf({ id: PAGES, stamp, entries }), count: entries.length, entries }]
}

const pageEntryOf = ({ site }: Desk, page: StandingPage): SearchEntry => ({
  card: {
    title: page.title,
    href: hrefOf(site, page.address),
    date: '',
    category: '',
    authors: [],
    summary: excerpt(page.facts.opening, SUMMARY),
    expired: false,
  },
  unit: '',
  labels: page.attachments.map(({ title }) => title),
  body: page.body,
  beside: linesOf(picturesOf(page)),
})

function entryOf(desk: Desk, { bulletin, state }: Standing): SearchEntry {
  const { site } = desk
  const authors = bulletin.authors.map(({ name }) => name)
  return {
    card: {
      title: bulletin.title,
      href: hrefOf(site, bulletin.address),
      date: bulletin.date,
      category: bulletin.category,
      authors,
      summary: excerpt(bulletin.summary ?? bulletin.facts.opening, SUMMARY),
      expired: state === 'expired',
    },
    unit: unitOf(bulletin, site.config)?.id ?? '',
    labels: [
      ...authors,
      ...bulletin.tags,
      categoryName(desk, bulletin.category),
      ...bulletin.attachments.map(({ title }) => title),
      ...daysOf(bulletin).map(dayWord),
    ],
    body: bulletin.body,
    beside: besideOf(bulletin),
  }
}

/** The day it is of, and that of what it tells of, as its page has them, and their months. */
function daysOf({ date, eventDate }: Bulletin): readonly string[] {
  const days = [date, ...(eventDate === null ? [] : [eventDate])]
  return [...new Set([...days, ...days.map((day) => day.slice(0, 7))])]
}

/** The words of its page that stand in no body; what many pictures have in common is said once. */
function besideOf(bulletin: Bulletin): readonly string[] {
  const { corrections, authors, unit, origin } = bulletin
  return linesOf([
    ...picturesOf(bulletin),
    ...corrections.map(({ text }) => text),
    ...authors.map((author) => author.unit),
    unit?.name,
    origin?.name,
  ])
}

const picturesOf = ({ photos, retold, gallery }: Document): readonly (string | null)[] => [
  ...photos.flatMap(({ caption, credit }) => [caption, credit]),
  ...retold.map(({ caption }) => caption),
  gallery.caption,
]

const linesOf = (words: readonly (string | null | undefined)[]): readonly string[] =>
  [...new Set(words)].filter((one) => one != null && one !== '') as readonly string[]

/** The digest of each is that of the whole period: it is made in one go, and files that come out the same stay as they are. */
function segmentJobs(desk: Desk, segment: SearchSegment): readonly Job[] {
  const { id, count, digest: whole } = segment
  return segmentFiles(id, count).map((file) => ({
    kind: 'search',
    path: fileOf(urlPath(INDEX_ROOM + file)),
    digest: digestOf({ tool: desk.tool.digest, search: INDEX_VERSION, whole, file }),
    phase: 'front',
    of: null,
    segment,
    file,
  }))
}

function settingsFile(
  { site, tool }: Desk,
  segments: readonly SearchSegment[],
  [pages]: readonly SearchSegment[],
  found: readonly Standing[],
): Job {
  const ended = Object.keys(site.ended)
  const named = new Set(ended.length === 0 ? [] : found.map(({ bulletin }) => unitOf(bulletin, site.config)?.id))
  const settings: SearchSettings = {
    version: INDEX_VERSION,
    segments: segments.map(infoOf),
    ...(pages === undefined ? {} : { pages: infoOf(pages) }),
    categories: site.config.categories.map(({ id, name, parent }) => ({ id, name, parent })),
    // Only those that bulletins name: the end of any other changes nothing and is not due.
    ended: ended.filter((unit) => named.has(unit)),
    glossary: site.config.glossary.map(({ short, long }) => [short, long]),
  }
  const text = `${JSON.stringify(settings)}\n`
  const address = urlPath(`${INDEX_ROOM}muc-luc.json`)
  const digest = digestOf({ tool: tool.digest, text })
  return { kind: 'data', path: fileOf(address), digest, phase: 'front', of: site.config.files.portal, text }
}

const infoOf = ({ id, count }: SearchSegment) => ({ id, ...bucketsFor(count) })

function searchPage(desk: Desk, periods: readonly Period[]): Job {
  const { site, words } = desk
  const address = urlPath('/tim-kiem/')
  const heading = words.search
  const page = metaOf(desk, {
    kind: 'search',
    address,
    heading,
    description: `${heading} – ${desk.shell.title}`,
    breadcrumb: [linkTo(site, heading, address)],
  })
  const search = {
    index: hrefOf(site, INDEX_ROOM),
    categories: site.config.categories.map(({ id, name }) => ({ id, name, href: hrefOf(site, categoryAddress(id)) })),
    years: [...new Set(periods.map(([id]) => id.slice(0, 4)))],
    archive: linkTo(site, words.archive, '/luu-tru/'),
  }
  return pageJob(desk, { address, template: 'search.njk', page, view: { search }, phase: 'front' })
}
