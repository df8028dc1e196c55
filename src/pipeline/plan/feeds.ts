import type { Bulletin } from '../../core/bulletin.ts'
import { type UrlPath, urlPath } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import type { Standing } from '../../core/site.ts'
import { agencyOn } from '../../core/unit.ts'
import type { FeedView, ImageView } from '../../core/view.ts'
import { isoOf, rfc822Of } from '../../text/day.ts'
import { descriptionOf } from './bulletins.ts'
import { bulletinDate } from './dates.ts'
import { absoluteOf, type Desk, latePageJob, standingsIn } from './desk.ts'
import { bodyUse, imagesOf, leadsOf, takeAlongOf } from './documents.ts'
import { current, membersOf } from './lists.ts'
import { categoryName, metaOf } from './meta.ts'

const FEED = 30

/** A withdrawal takes the place of the entry that readers of feeds have kept: else they would go on showing the text. */
const told = (standing: Standing): boolean => current(standing) || standing.state === 'withdrawn'

type Format = 'rss' | 'atom' | 'json'

const TEMPLATES: Readonly<Record<Format, string>> = {
  rss: 'feeds/rss.xml.njk',
  atom: 'feeds/atom.xml.njk',
  json: 'json.njk',
}

/** The newest bulletins with their whole text as RSS 2.0, Atom and JSON Feed, and those of each section as RSS. */
export function feeds(desk: Desk): readonly Job[] {
  const { site } = desk
  const all = site.standings.filter(told)
  const sections = site.config.categories.map(({ id, name }) =>
    feedJob(
      desk,
      urlPath(`/chuyen-muc/${id}/rss.xml`),
      'rss',
      `${name} – ${site.config.title}`,
      membersOf(site, id).filter(told),
    ),
  )
  return [
    feedJob(desk, urlPath('/rss.xml'), 'rss', site.config.title, all),
    feedJob(desk, urlPath('/atom.xml'), 'atom', site.config.title, all),
    feedJob(desk, urlPath('/feed.json'), 'json', site.config.title, all),
    ...sections,
  ]
}

function feedJob(desk: Desk, address: UrlPath, format: Format, title: string, members: readonly Standing[]): Job {
  const newest = members.slice(0, FEED)
  const leads = newest.map(({ bulletin }) => leadsOf(desk, bulletin))
  const from = { format, title, standings: standingsIn(newest), leads }
  return latePageJob(desk, { address, template: TEMPLATES[format], phase: 'front', shows: 'feed', from }, () => {
    const pictures = newest.map(({ bulletin, state }) => (state === 'withdrawn' ? [] : imagesOf(desk, bulletin)))
    const bodies = newest.flatMap(({ bulletin, state }, index) =>
      state === 'withdrawn' ? [] : [bodyUse(desk, bulletin, pictures[index] ?? [], true)],
    )
    const feed = feedView(desk, address, title, newest)
    const page = metaOf(desk, { kind: 'feed', address, heading: title, description: feed.description })
    const view = format === 'json' ? { document: jsonFeed(desk, feed, newest, pictures) } : { feed }
    return { page, view, bodies }
  })
}

function feedView(desk: Desk, address: UrlPath, title: string, newest: readonly Standing[]): FeedView {
  const { site } = desk
  const withText = newest.filter(({ state }) => state !== 'withdrawn')
  const items = newest.map((standing) => itemView(desk, standing, withText.indexOf(standing)))
  const [first, ...others] = newest.map(({ bulletin }) => changeOf(desk, bulletin))
  const latest = first === undefined ? null : others.reduce((a, b) => (b.iso > a.iso ? b : a), first)
  return {
    title,
    description: site.config.agency.name,
    url: site.config.baseUrl,
    self: absoluteOf(site, address),
    updated: latest?.rfc822 ?? null,
    // A feed without entries still needs a date: that of a time before all news.
    updatedIso: latest?.iso ?? isoOf('2000-01-01', '00:00', site.config.timeZone),
    items,
  }
}

/** When a bulletin last changed, as Atom and as RSS have it. */
function changeOf({ site }: Desk, bulletin: Bulletin): { readonly iso: string; readonly rfc822: string } {
  const zone = site.config.timeZone
  const day = bulletinDate(bulletin)
  const time = day === bulletin.date ? (bulletin.time ?? '00:00') : '00:00'
  return { iso: isoOf(day, time, zone), rfc822: rfc822Of(day, time, zone) }
}

/** One entry; body is the number of its text, -1 for a withdrawal. */
function itemView(desk: Desk, { bulletin, state }: Standing, body: number): FeedView['items'][number] {
  const { site } = desk
  const zone = site.config.timeZone
  const withdrawn = state === 'withdrawn'
  return {
    title: withdrawn ? desk.words.withdrawn(bulletin.title) : bulletin.title,
    url: absoluteOf(site, bulletin.address),
    summary: withdrawn ? (bulletin.withdrawn?.reason ?? '') : descriptionOf(bulletin),
    published: rfc822Of(bulletin.date, bulletin.time, zone),
    publishedIso: isoOf(bulletin.date, bulletin.time ?? '00:00', zone),
    updatedIso: changeOf(desk, bulletin).iso,
    category: categoryName(desk, bulletin.category),
    authors: withdrawn ? [] : bulletin.authors.map(({ name }) => name),
    publisher: agencyOn(site.config, bulletin.date),
    withdrawn,
    content: { body },
  }
}

/** The same feed by https://www.jsonfeed.org/version/1.1/. */
function jsonFeed(
  desk: Desk,
  feed: FeedView,
  newest: readonly Standing[],
  pictures: readonly (readonly ImageView[])[],
): unknown {
  const { language, agency } = desk.site.config
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: feed.self,
    description: feed.description,
    language,
    authors: [{ name: agency.name, url: feed.url }],
    items: newest.map(({ bulletin }, index) => {
      const item = feed.items[index]
      if (item === undefined) throw new Error(`no feed item ${index}`)
      const cover = bulletin.cover === null ? undefined : pictures[index]?.[bulletin.cover]
      const files = item.withdrawn ? [] : takeAlongOf(desk, bulletin)
      return {
        id: item.url,
        url: item.url,
        title: item.title,
        ...(item.withdrawn ? { content_text: item.summary } : { content_html: item.content }),
        summary: item.summary,
        ...(cover === undefined ? {} : { image: cover.url }),
        date_published: item.publishedIso,
        ...(item.updatedIso === item.publishedIso ? {} : { date_modified: item.updatedIso }),
        authors: (item.authors.length === 0 ? [item.publisher] : item.authors).map((name) => ({ name })),
        tags: item.withdrawn ? [item.category] : [item.category, ...bulletin.tags],
        language,
        ...(files.length === 0
          ? {}
          : {
              attachments: files.map(({ url, title, mediaType, size }) => ({
                url,
                mime_type: mediaType,
                title,
                size_in_bytes: size,
              })),
            }),
      }
    }),
  }
}
