import { groupBy } from '../../core/group.ts'
import { type UrlPath, urlPath } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import type { Standing } from '../../core/site.ts'
import type { LinkView } from '../../core/view.ts'
import { type Desk, linkTo, pageJob } from './desk.ts'
import { current, lineage, listable, membersOf } from './lists.ts'
import { metaOf } from './meta.ts'

const FRONT = 30
/** A year with more bulletins than this is shown by month. */
const YEAR_LIMIT = 200

const categoryAddress = (id: string): UrlPath => urlPath(`/chuyen-muc/${id}/`)

/** The index of all sections, each section's front page, and its years and months. */
export function categoryPages(desk: Desk): readonly Job[] {
  const index = indexPage(desk)
  return [index, ...desk.site.config.categories.flatMap(({ id }) => sectionPages(desk, id))]
}

function indexPage(desk: Desk): Job {
  const { categories } = desk.site.config
  const link = (id: string, name: string) => linkTo(desk.site, name, categoryAddress(id))
  const groups = categories
    .filter(({ parent }) => parent === null)
    .map(({ id, name, purpose }) => ({
      link: link(id, name),
      purpose,
      children: categories.filter(({ parent }) => parent === id).map((child) => link(child.id, child.name)),
    }))
  const address = urlPath('/chuyen-muc/')
  const heading = desk.words.categories
  const page = metaOf(desk, {
    kind: 'category-index',
    address,
    heading,
    description: `${heading} – ${desk.shell.title}`,
    breadcrumb: [linkTo(desk.site, heading, address)],
  })
  return pageJob(desk, { address, template: 'categories.njk', page, view: { categories: { groups } } })
}

function sectionPages(desk: Desk, id: string): readonly Job[] {
  const { categories } = desk.site.config
  const category = categories.find((one) => one.id === id)
  if (category === undefined) return []
  const members = membersOf(desk.site, id).filter(listable)
  const byYear = groupBy(members, ({ bulletin }) => bulletin.date.slice(0, 4))
  const address = categoryAddress(id)
  const years = [...byYear.keys()].map((year) => linkTo(desk.site, desk.words.year(year), `${address}${year}/`))
  const breadcrumb = lineage(id, categories).map((one) => linkTo(desk.site, one.name, categoryAddress(one.id)))
  const front = pageJob(desk, {
    address,
    template: 'category.njk',
    phase: 'front',
    page: metaOf(desk, {
      kind: 'category',
      address,
      heading: category.name,
      description: category.purpose || `${category.name} – ${desk.shell.title}`,
      breadcrumb,
    }),
    view: {
      category: {
        name: category.name,
        purpose: category.purpose,
        href: linkTo(desk.site, '', address).href,
        children: categories
          .filter(({ parent }) => parent === id)
          .map((child) => linkTo(desk.site, child.name, categoryAddress(child.id))),
        cards: members.filter(current).slice(0, FRONT).map(desk.card),
        years,
        feed: null,
      },
    },
  })
  const section = { id, name: category.name, address, breadcrumb, years }
  return [front, ...[...byYear].flatMap(([year, standings]) => yearPages(desk, section, year, standings))]
}

interface Section {
  readonly id: string
  readonly name: string
  readonly address: UrlPath
  readonly breadcrumb: readonly LinkView[]
}

/**
 * A year of a section, by month; a large year has a page for each month. A period shows nothing of other periods, so a
 * new bulletin touches only its own.
 */
function yearPages(desk: Desk, section: Section, year: string, standings: readonly Standing[]): readonly Job[] {
  const address = urlPath(`${section.address}${year}/`)
  const months = [...groupBy(standings, ({ bulletin }) => bulletin.date.slice(5, 7))]
  const large = standings.length > YEAR_LIMIT
  const monthAddress = (month: string) => urlPath(`${address}${month}/`)
  const crumb = linkTo(desk.site, desk.words.year(year), address)
  const yearPage = periodPage(
    desk,
    section,
    address,
    desk.words.year(year),
    [crumb],
    months.map(([month, members]) => ({
      name: desk.words.month(month, year),
      href: large ? linkTo(desk.site, '', monthAddress(month)).href : null,
      cards: large ? [] : members.map(desk.card),
    })),
  )
  if (!large) return [yearPage]
  return [
    yearPage,
    ...months.map(([month, members]) => {
      const name = desk.words.month(month, year)
      return periodPage(
        desk,
        section,
        monthAddress(month),
        name,
        [crumb, linkTo(desk.site, name, monthAddress(month))],
        [{ name, href: null, cards: members.map(desk.card) }],
      )
    }),
  ]
}

type Months = NonNullable<Parameters<typeof pageJob>[1]['view']['period']>['months']

function periodPage(
  desk: Desk,
  section: Section,
  address: UrlPath,
  name: string,
  crumbs: readonly LinkView[],
  months: Months,
): Job {
  const heading = `${section.name} – ${name.toLowerCase()}`
  const page = metaOf(desk, {
    kind: 'period',
    address,
    heading,
    description: heading,
    breadcrumb: [...section.breadcrumb, ...crumbs],
  })
  const of = linkTo(desk.site, section.name, section.address)
  return pageJob(desk, {
    address,
    template: 'period.njk',
    page,
    view: { period: { of, name, months, years: [] } },
    phase: 'front',
  })
}
