import type { Bulletin } from '../../core/bulletin.ts'
import type { UrlPath } from '../../core/path.ts'
import { agencyOn } from '../../core/unit.ts'
import type { BulletinView, ImageView, LinkView, PageMetaView } from '../../core/view.ts'
import { isoOf } from '../../text/day.ts'
import { modifiedOf } from './dates.ts'
import { absoluteOf, type Desk, hrefOf, linkTo, staticHref } from './desk.ts'
import { portalPosterView } from './portal-poster.ts'

/** What a planner says of a page; the rest of its head follows from it. */
export interface MetaParts {
  readonly kind: PageMetaView['kind']
  readonly address: UrlPath
  readonly heading: string
  readonly title?: string
  readonly description: string
  readonly breadcrumb?: readonly LinkView[]
  readonly image?: ImageView | null
  /** Shared where there is no image of the right shape; no picture of what happened, so structured data do not name it. */
  readonly poster?: ImageView | null
  readonly noindex?: boolean
  readonly bulletin?: Bulletin
}

/** The head of any page. */
export function metaOf(desk: Desk, parts: MetaParts): PageMetaView {
  const { site, shell } = desk
  const {
    kind,
    address,
    heading,
    title = heading,
    description,
    breadcrumb = [],
    image = null,
    poster = null,
    bulletin,
  } = parts
  const canonical = absoluteOf(site, address)
  const crumbs = kind === 'home' ? [] : [linkTo(site, desk.words.home, '/'), ...breadcrumb]
  const zone = site.config.timeZone
  return {
    kind,
    documentTitle: kind === 'home' ? shell.title : `${title} – ${shell.title}`,
    heading,
    description,
    href: hrefOf(site, address),
    canonical,
    noindex: (parts.noindex ?? false) || site.config.sample,
    breadcrumb: crumbs,
    openGraph: {
      type: bulletin === undefined ? 'website' : 'article',
      title,
      image: poster ?? image ?? (OWN_POSTER.has(kind) ? portalPosterView(site) : null),
      published: bulletin === undefined ? null : isoOf(bulletin.date, bulletin.time, zone),
      modified: bulletin === undefined ? null : modifiedOf(bulletin),
      section: bulletin === undefined ? null : categoryName(desk, bulletin.category),
    },
    dublinCore: dublinCore(desk, parts, canonical),
    jsonLd: jsonLd(desk, parts, canonical, crumbs),
  }
}

/** Pages that stand for the portal where they are shared. */
const OWN_POSTER: ReadonlySet<PageMetaView['kind']> = new Set([
  'home',
  'category',
  'category-index',
  'period',
  'page',
  'author',
  'tag',
  'corrections',
  'search',
])

/** The display name of a category. */
export const categoryName = (desk: Desk, id: string): string =>
  desk.site.config.categories.find((category) => category.id === id)?.name ?? id

/** Dublin Core as Thông tư 24/2011/TT-BTTTT lists it: none empty, several values separated by ";". */
function dublinCore(
  desk: Desk,
  { heading, description, bulletin }: MetaParts,
  identifier: string,
): PageMetaView['dublinCore'] {
  const { language } = desk.site.config
  const agency = agencyAt(desk, bulletin)
  const creator =
    bulletin === undefined || bulletin.authors.length === 0
      ? agency
      : bulletin.authors.map(({ name }) => name).join('; ')
  const entries = [
    ['DC.title', heading],
    ['DC.creator', creator],
    ['DC.date', bulletin?.date ?? ''],
    ['DC.description', description],
    ['DC.publisher', agency],
    ['DC.identifier', identifier],
    ['DC.language', language],
    ['DC.subject', bulletin === undefined ? '' : [categoryName(desk, bulletin.category), ...bulletin.tags].join('; ')],
    ['DC.source', bulletin?.origin?.name ?? ''],
  ] as const
  return entries.filter(([, content]) => content !== '').map(([name, content]) => ({ name, content }))
}

/** Who publishes: on the page of a bulletin by the name of its day. */
const agencyAt = ({ site: { config } }: Desk, bulletin: Bulletin | undefined): string =>
  bulletin === undefined ? config.agency.name : agencyOn(config, bulletin.date)

/** The agency; its emblem is not that of the one before it. */
function publisherOf(desk: Desk, bulletin: Bulletin | undefined) {
  const { agency, baseUrl, origin } = desk.site.config
  const name = agencyAt(desk, bulletin)
  const logo = agency.emblem === null || name !== agency.name ? null : origin + staticHref(desk.site, agency.emblem)
  return { '@type': 'GovernmentOrganization', name, url: baseUrl, ...(logo === null ? {} : { logo }) }
}

/** The portal itself, and how its search is asked. */
function websiteOf({ site }: Desk, publisher: string) {
  const { baseUrl, language, search, title } = site.config
  const potentialAction = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${absoluteOf(site, '/tim-kiem/')}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: title,
    url: baseUrl,
    inLanguage: language,
    publisher: { '@type': 'GovernmentOrganization', name: publisher, url: baseUrl },
    ...(search ? { potentialAction } : {}),
  }
}

/** Structured data by schema.org: the agency and the portal on the home page, the article, the way to it. */
function jsonLd(desk: Desk, parts: MetaParts, canonical: string, crumbs: readonly LinkView[]): readonly unknown[] {
  const { site } = desk
  const { agency, language, origin } = site.config
  const publisher = publisherOf(desk, parts.bulletin)
  const end = agency.unit === null ? undefined : site.ended[agency.unit]?.on
  const article = (bulletin: Bulletin) => ({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: parts.heading,
    description: parts.description,
    datePublished: isoOf(bulletin.date, bulletin.time, site.config.timeZone),
    ...(modifiedOf(bulletin) === null ? {} : { dateModified: modifiedOf(bulletin) }),
    author:
      bulletin.authors.length === 0 ? publisher : bulletin.authors.map(({ name }) => ({ '@type': 'Person', name })),
    publisher,
    ...(parts.image == null ? {} : { image: [parts.image.url] }),
    articleSection: categoryName(desk, bulletin.category),
    mainEntityOfPage: canonical,
    inLanguage: language,
  })
  const way = {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ title, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: origin + href,
    })),
  }
  const organisation = {
    '@context': 'https://schema.org',
    ...publisher,
    ...(end === undefined ? {} : { dissolutionDate: end }),
    ...(agency.address === '' ? {} : { address: agency.address }),
    ...(agency.phone === '' ? {} : { telephone: agency.phone }),
    ...(agency.email === '' ? {} : { email: agency.email }),
  }
  if (parts.kind === 'home') return [organisation, websiteOf(desk, publisher.name)]
  return [...(parts.bulletin === undefined ? [] : [article(parts.bulletin)]), ...(crumbs.length > 1 ? [way] : [])]
}

/** `Lê Thơ – Khắc Cường, Trung tâm VHTT, TT&DL huyện`: as papers sign. */
export function signatureOf(bulletin: Bulletin): BulletinView['signature'] {
  const names = bulletin.authors.map(({ name, role }) => (role === null ? name : `${name} (${role})`)).join(' – ')
  return [names, bulletin.unit?.name ?? ''].filter((part) => part !== '').join(', ')
}
