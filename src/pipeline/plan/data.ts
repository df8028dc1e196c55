import type { Bulletin } from '../../core/bulletin.ts'
import { digestOf } from '../../core/digest.ts'
import { groupBy } from '../../core/group.ts'
import { fileOf, type UrlPath, urlPath } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import type { Standing } from '../../core/site.ts'
import { agencyOn } from '../../core/unit.ts'
import { isoOf } from '../../text/day.ts'
import { frontsIn } from './cards.ts'
import { dataSchema } from './data/schema.ts'
import { modifiedOf } from './dates.ts'
import { absoluteOf, type Content, type Desk, latePageJob, pageJob, standingsIn } from './desk.ts'
import { bodyUse, imagesOf, leadsOf, takeAlongOf } from './documents.ts'
import { categoryName, metaOf } from './meta.ts'

const ROOM = '/api/v1/'
const SCHEMA = urlPath(`${ROOM}schema.json`)
const INDEX = urlPath(`${ROOM}index.json`)

/**
 * The bulletins as data, a file a month, for other portals to draw on; and the JSON Schema they keep to. The index names
 * months and nothing that moves with a bulletin, so it changes only when a month is new.
 */
export function dataFiles(desk: Desk): readonly Job[] {
  const told = desk.site.standings.filter(({ state }) => state === 'published' || state === 'withdrawn')
  const months = [...groupBy(told, ({ bulletin }) => bulletin.date.slice(0, 7))]
  return [
    schemaFile(desk),
    indexFile(
      desk,
      months.map(([month]) => month),
    ),
    ...months.map(([month, standings]) => monthFile(desk, month, standings)),
  ]
}

const monthAddress = (month: string): UrlPath => urlPath(`${ROOM}${month}.json`)

function schemaFile({ site, tool }: Desk): Job {
  const text = `${JSON.stringify(dataSchema(absoluteOf(site, SCHEMA)), null, 2)}\n`
  const digest = digestOf({ tool: tool.digest, text })
  return { kind: 'data', path: fileOf(SCHEMA), digest, phase: 'asset', of: site.config.files.portal, text }
}

/** What every document says of itself. */
const opening = ({ site }: Desk, kind: 'index' | 'month') => ({
  $schema: absoluteOf(site, SCHEMA),
  version: 1,
  kind,
  portal: site.config.title,
  publisher: site.config.agency.name,
  home: site.config.baseUrl,
  language: site.config.language,
  sample: site.config.sample,
})

function indexFile(desk: Desk, months: readonly string[]): Job {
  const document = {
    ...opening(desk, 'index'),
    months: months.map((month) => ({ month, url: absoluteOf(desk.site, monthAddress(month)) })),
  }
  return pageJob(desk, { address: INDEX, template: 'json.njk', ...contentOf(desk, INDEX, document), phase: 'front' })
}

function monthFile(desk: Desk, month: string, standings: readonly Standing[]): Job {
  const from = {
    month,
    ...(desk.site.config.api.fullText
      ? { standings: standingsIn(standings), leads: standings.map(({ bulletin }) => leadsOf(desk, bulletin)) }
      : { standings: frontsIn(standings).join(' ') }),
  }
  const address = monthAddress(month)
  return latePageJob(desk, { address, template: 'json.njk', phase: 'front', shows: 'data', from }, () => {
    const full = desk.site.config.api.fullText
    const whole = standings.filter(({ state }) => full && state === 'published')
    const entries = standings.map((standing) => {
      const { bulletin, state } = standing
      if (state === 'withdrawn') return withdrawalOf(desk, bulletin)
      return { ...entryOf(desk, bulletin), ...(full ? { contentHtml: { body: whole.indexOf(standing) } } : {}) }
    })
    const document = { ...opening(desk, 'month'), month, index: absoluteOf(desk.site, INDEX), entries }
    const bodies = whole.map(({ bulletin }) => bodyUse(desk, bulletin, imagesOf(desk, bulletin), true))
    return { ...contentOf(desk, address, document), bodies }
  })
}

/** What a document of data is to its template. */
function contentOf(desk: Desk, address: UrlPath, document: unknown): Content {
  const { title } = desk.shell
  const page = metaOf(desk, { kind: 'data', address, heading: title, description: title })
  return { page, view: { document } }
}

/** Tells who draws on the data that a bulletin is to be taken down, and nothing of what it said. */
const withdrawalOf = ({ site }: Desk, { address, date, time, withdrawn }: Bulletin) => ({
  status: 'withdrawn',
  id: absoluteOf(site, address),
  url: absoluteOf(site, address),
  datePublished: isoOf(date, time, site.config.timeZone),
  withdrawn: { date: withdrawn?.date ?? date, reason: withdrawn?.reason ?? '' },
})

function entryOf(desk: Desk, bulletin: Bulletin) {
  const { site } = desk
  const { corrections, unit, origin, summary, shortTitle, eventDate } = bulletin
  const modified = modifiedOf(bulletin)
  const url = absoluteOf(site, bulletin.address)
  return {
    status: 'published',
    id: url,
    url,
    title: bulletin.title,
    ...(shortTitle === null ? {} : { shortTitle }),
    ...(summary === null ? {} : { summary }),
    datePublished: isoOf(bulletin.date, bulletin.time, site.config.timeZone),
    ...(modified === null ? {} : { dateModified: modified }),
    ...(eventDate === null ? {} : { eventDate }),
    publisher: agencyOn(site.config, bulletin.date),
    category: {
      id: bulletin.category,
      name: categoryName(desk, bulletin.category),
      url: absoluteOf(site, `/chuyen-muc/${bulletin.category}/`),
    },
    tags: bulletin.tags,
    authors: bulletin.authors.map(({ name, role, unit: of }) => ({
      name,
      ...(role === null ? {} : { role }),
      ...(of === null ? {} : { unit: of }),
    })),
    ...(unit === null ? {} : { unit: { ...(unit.id === null ? {} : { id: unit.id }), name: unit.name } }),
    ...(origin === null ? {} : { source: { name: origin.name, ...(origin.url === null ? {} : { url: origin.url }) } }),
    images: imagesOf(desk, bulletin).map(({ url: src, width, height, alt, caption, credit }) => ({
      url: src,
      width,
      height,
      alt,
      ...(caption === null ? {} : { caption }),
      ...(credit === null ? {} : { credit }),
    })),
    attachments: takeAlongOf(desk, bulletin),
    corrections,
  }
}
