import { groupBy } from '../../core/group.ts'
import { type UrlPath, urlPath } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import type { Standing } from '../../core/site.ts'
import type { LinkView, PageMetaView, PeriodView } from '../../core/view.ts'
import { type Desk, latePageJob, linkTo } from './desk.ts'
import { current } from './lists.ts'
import { metaOf } from './meta.ts'
import { withinLine } from './words.ts'

/** How many bulletins a front page shows; older ones are in its years. */
const FRONT = 30
/** A year with more bulletins than this is shown by month. */
const YEAR_LIMIT = 200

/** A set of bulletins with a front page and a page for each year: a section, an author, a tag. */
export interface Shelf {
  readonly kind: PageMetaView['kind']
  readonly name: string
  /** The same for browsers' tabs and where it is shared: pages of one name are told apart by it. */
  readonly title: string
  /** What belongs here, or whose it is: one line under the heading. */
  readonly purpose: string
  readonly address: UrlPath
  /** The way to it, itself last. */
  readonly breadcrumb: readonly LinkView[]
  readonly children: readonly LinkView[]
  /** Newest first, withdrawn ones left out. */
  readonly members: readonly Standing[]
  /** Address of its feed, ready to print. */
  readonly feed: string | null
}

/** The front page of a shelf with its newest bulletins, and its years and months. */
export function shelfPages(desk: Desk, shelf: Shelf): readonly Job[] {
  const { kind, name, title, purpose, address, breadcrumb, children, members, feed } = shelf
  const byYear = groupBy(members, ({ bulletin }) => bulletin.date.slice(0, 4))
  const years = [...byYear.keys()].map((year) => linkTo(desk.site, desk.words.year(year), `${address}${year}/`))
  const newest = members.filter(current).slice(0, FRONT)
  const from = { kind, name, title, purpose, breadcrumb, children, feed, years, cards: newest.map(desk.cardDigest) }
  const front = latePageJob(desk, { address, template: 'category.njk', phase: 'front', shows: kind, from }, () => ({
    page: metaOf(desk, {
      kind,
      address,
      heading: name,
      title,
      description: descriptionOf(desk, shelf),
      breadcrumb,
    }),
    view: {
      category: {
        name,
        purpose,
        href: linkTo(desk.site, '', address).href,
        children,
        cards: newest.map(desk.card),
        years,
        feed,
      },
    },
  }))
  return [front, ...[...byYear].flatMap(([year, standings]) => yearPages(desk, shelf, year, standings))]
}

/** What belongs here; of an author and a tag it would be the same of several. */
const descriptionOf = ({ shell }: Desk, { name, title, purpose }: Shelf): string =>
  purpose === '' ? `${title} – ${shell.title}` : title === name ? purpose : `${title} – ${purpose}`

/**
 * A year by month; a large year has a page for each month. A period shows nothing of other periods, so a new bulletin
 * touches only its own.
 */
function yearPages(desk: Desk, shelf: Shelf, year: string, standings: readonly Standing[]): readonly Job[] {
  const address = urlPath(`${shelf.address}${year}/`)
  const months = [...groupBy(standings, ({ bulletin }) => bulletin.date.slice(5, 7))]
  const large = standings.length > YEAR_LIMIT
  const monthAddress = (month: string) => urlPath(`${address}${month}/`)
  const crumb = linkTo(desk.site, desk.words.year(year), address)
  const yearPage = periodPage(
    desk,
    shelf,
    address,
    desk.words.year(year),
    [crumb],
    months.map(([month, members]) => ({
      name: desk.words.month(month, year),
      href: large ? linkTo(desk.site, '', monthAddress(month)).href : null,
      members: large ? [] : members,
    })),
  )
  if (!large) return [yearPage]
  return [
    yearPage,
    ...months.map(([month, members]) => {
      const name = desk.words.month(month, year)
      const crumbs = [crumb, linkTo(desk.site, name, monthAddress(month))]
      return periodPage(desk, shelf, monthAddress(month), name, crumbs, [{ name, href: null, members }])
    }),
  ]
}

/** A month on the page of a period: what it shows, or where that is. */
interface Month {
  readonly name: string
  readonly href: string | null
  readonly members: readonly Standing[]
}

/** One period of a shelf. */
export function periodPage(
  desk: Desk,
  shelf: Pick<Shelf, 'name' | 'title' | 'address' | 'breadcrumb'>,
  address: UrlPath,
  name: string,
  crumbs: readonly LinkView[],
  months: readonly Month[],
): Job {
  const breadcrumb = [...shelf.breadcrumb, ...crumbs]
  const shown = months.map(({ members, ...month }) => ({ ...month, cards: members.map(desk.cardDigest) }))
  const from = { name, of: shelf.name, titled: shelf.title, at: shelf.address, breadcrumb, months: shown }
  return latePageJob(desk, { address, template: 'period.njk', phase: 'front', shows: 'period', from }, () => {
    const inLine = withinLine(name, desk.site.config.language)
    const heading = `${shelf.name} – ${inLine}`
    const title = `${shelf.title} – ${inLine}`
    const page = metaOf(desk, { kind: 'period', address, heading, title, description: title, breadcrumb })
    const period: PeriodView = {
      of: linkTo(desk.site, shelf.name, shelf.address),
      name,
      months: months.map(({ members, ...month }) => ({ ...month, cards: members.map(desk.card) })),
      years: [],
    }
    return { page, view: { period } }
  })
}
