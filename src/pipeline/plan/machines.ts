import { digestOf } from '../../core/digest.ts'
import { groupBy } from '../../core/group.ts'
import { outputPath, type UrlPath, urlPath } from '../../core/path.ts'
import type { CopyJob, Job } from '../../core/plan.ts'
import type { Standing } from '../../core/site.ts'
import type { SitemapView } from '../../core/view.ts'
import { frontsIn } from './cards.ts'
import { bulletinDate } from './dates.ts'
import { absoluteOf, type Desk, latePageJob, pageJob } from './desk.ts'
import { metaOf } from './meta.ts'
import { redirectJob } from './redirect.ts'

/** sitemaps.org allows 50,000 addresses a file. */
const SITEMAP = 40_000

/** /sitemap.xml names one sitemap a year, and one of everything that is not a bulletin. */
export function sitemaps(desk: Desk): readonly Job[] {
  const { site } = desk
  const fronts = [
    '/',
    '/chuyen-muc/',
    '/luu-tru/',
    '/so-do-cong/',
    '/dinh-chinh/',
    ...site.config.categories.map(({ id }) => `/chuyen-muc/${id}/`),
  ]
  const entries = [
    ...fronts.map((address) => ({ url: absoluteOf(site, address), lastmod: null })),
    ...site.pages.map(({ address, updated }) => ({ url: absoluteOf(site, address), lastmod: updated })),
  ]
  const years = [
    ...groupBy(
      site.standings.filter(({ state }) => state === 'published' || state === 'expired'),
      ({ bulletin }) => bulletin.date.slice(0, 4),
    ),
  ]
  const pages = urlPath('/sitemap-trang.xml')
  const parts: (readonly [UrlPath, readonly Standing[]])[] = []
  for (const [year, standings] of years) {
    for (let start = 0; start < standings.length; start += SITEMAP) {
      const name = start === 0 ? year : `${year}-${start / SITEMAP + 1}`
      parts.push([urlPath(`/sitemap-${name}.xml`), standings.slice(start, start + SITEMAP)])
    }
  }
  const named = [pages, ...parts.map(([address]) => address)]
  return [
    sitemap(desk, pages, entries, () => ({ parts: [], entries })),
    ...parts.map(([address, list]) =>
      sitemap(desk, address, frontsIn(list), () => ({
        parts: [],
        entries: list.map((standing) => entryOf(desk, standing)),
      })),
    ),
    sitemap(desk, urlPath('/sitemap.xml'), named, () => ({
      parts: named.map((address) => absoluteOf(site, address)),
      entries: [],
    })),
  ]
}

const entryOf = (desk: Desk, { bulletin }: Standing) => ({
  url: absoluteOf(desk.site, bulletin.address),
  lastmod: bulletinDate(bulletin),
})

function sitemap(desk: Desk, address: UrlPath, from: unknown, view: () => SitemapView): Job {
  const { title } = desk.shell
  return latePageJob(desk, { address, template: 'sitemap.xml.njk', phase: 'front', shows: 'data', from }, () => ({
    page: metaOf(desk, { kind: 'data', address, heading: title, description: title }),
    view: { sitemap: view() },
  }))
}

/** robots.txt: a sample portal is closed by noindex in its pages, which a crawler must be able to read. */
export function robots(desk: Desk): readonly Job[] {
  const address = urlPath('/robots.txt')
  const page = metaOf(desk, { kind: 'data', address, heading: desk.shell.title, description: desk.shell.title })
  const view = { sitemap: absoluteOf(desk.site, '/sitemap.xml'), closed: desk.site.config.sample }
  return [pageJob(desk, { address, template: 'robots.txt.njk', page, view: { robots: view } })]
}

/** The addresses that documents name as their old ones. */
export function redirects(desk: Desk): readonly Job[] {
  const moved = desk.site.standings.filter(({ bulletin }) => bulletin.aliases.length > 0)
  return [...moved.map(({ bulletin }) => bulletin), ...desk.site.pages].flatMap((document) =>
    document.aliases.filter((alias) => alias !== document.address).map((alias) => redirectJob(desk, alias, document)),
  )
}

/** content/static as it is. */
export function staticFiles(desk: Desk): readonly Job[] {
  return desk.sources.all
    .filter(({ kind }) => kind === 'static')
    .map(
      ({ path, digest }): CopyJob => ({
        kind: 'copy',
        path: outputPath(path.slice('content/static/'.length)),
        digest: digestOf({ tool: desk.tool.digest, copy: digest }),
        phase: 'asset',
        of: path,
        source: path,
      }),
    )
}
