import { groupBy } from '../../core/group.ts'
import { urlPath } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import type { CategoryIndexView, LinkView } from '../../core/view.ts'
import { categoryAddress } from './categories.ts'
import { type Desk, linkTo, pageJob, timeView } from './desk.ts'
import { listable } from './lists.ts'
import { metaOf } from './meta.ts'
import { periodPage } from './shelves.ts'

const ARCHIVE = urlPath('/luu-tru/')

/** All there ever was, by year and month: titles and dates. */
export function archivePages(desk: Desk): readonly Job[] {
  const { site, words } = desk
  const years = [...groupBy(site.standings.filter(listable), ({ bulletin }) => bulletin.date.slice(0, 4))]
  const up = linkTo(site, words.archive, ARCHIVE)
  const shelf = { name: words.archive, title: words.archive, address: ARCHIVE, breadcrumb: [up] }
  const yearAddress = (year: string) => urlPath(`${ARCHIVE}${year}/`)
  const index = indexPage(desk, ARCHIVE, words.archive, {
    groups: years.map(([year]) => ({
      link: linkTo(site, words.year(year), yearAddress(year)),
      purpose: '',
      children: [],
    })),
  })
  const periods = years.flatMap(([year, standings]) => {
    const at = yearAddress(year)
    const crumb = linkTo(site, words.year(year), at)
    const months = [...groupBy(standings, ({ bulletin }) => bulletin.date.slice(5, 7))].map(([month, members]) => ({
      name: words.month(month, year),
      address: urlPath(`${at}${month}/`),
      members,
    }))
    const links = months.map(({ name, address }) => ({ name, href: linkTo(site, name, address).href, members: [] }))
    return [
      periodPage(desk, shelf, at, words.year(year), [crumb], links),
      ...months.map(({ name, address, members }) =>
        periodPage(desk, shelf, address, name, [crumb, linkTo(site, name, address)], [{ name, href: null, members }]),
      ),
    ]
  })
  return [index, ...periods]
}

/** The map of the portal: sections, standing pages, lists; not every bulletin, so that a new one does not touch it. */
export function portalMap(desk: Desk): readonly Job[] {
  const { site, words } = desk
  const { categories } = site.config
  const section = (id: string, name: string): LinkView => linkTo(site, name, categoryAddress(id))
  const years = [...new Set(site.standings.filter(listable).map(({ bulletin }) => bulletin.date.slice(0, 4)))]
  const group = (link: LinkView, children: readonly LinkView[], purpose = '') => ({ link, purpose, children })
  const lists = [
    group(linkTo(site, words.categories, '/chuyen-muc/'), []),
    ...(site.standings.some(({ bulletin, state }) => state !== 'withdrawn' && bulletin.authors.length > 0)
      ? [group(linkTo(site, words.authors, '/tac-gia/'), [])]
      : []),
    ...(site.standings.some(({ bulletin, state }) => state !== 'withdrawn' && bulletin.tags.length > 0)
      ? [group(linkTo(site, words.tags, '/tu-khoa/'), [])]
      : []),
    group(linkTo(site, words.corrections, '/dinh-chinh/'), []),
    group(linkTo(site, words.rss, '/rss.xml'), [linkTo(site, 'Atom', '/atom.xml')]),
  ]
  const groups = [
    group(
      linkTo(site, words.home, '/'),
      site.pages.map(({ title, address }) => linkTo(site, title, address)),
    ),
    ...categories
      .filter(({ parent }) => parent === null)
      .map(({ id, name, purpose }) =>
        group(
          section(id, name),
          categories.filter(({ parent }) => parent === id).map((child) => section(child.id, child.name)),
          purpose,
        ),
      ),
    group(
      linkTo(site, words.archive, ARCHIVE),
      years.map((year) => linkTo(site, words.year(year), `${ARCHIVE}${year}/`)),
    ),
    ...lists,
  ]
  return [indexPage(desk, urlPath('/so-do-cong/'), words.map, { groups })]
}

/** Every correction and withdrawal, newest first: the law asks that they be published as the wrong text was. */
export function correctionsPage(desk: Desk): readonly Job[] {
  const { site, words } = desk
  const items = site.standings
    .filter(({ state }) => state !== 'draft' && state !== 'scheduled')
    .flatMap(({ bulletin, state }) => {
      const link = linkTo(site, bulletin.shortTitle ?? bulletin.title, bulletin.address)
      const made = bulletin.corrections.map(({ date, text }) => ({ day: date, text, link, withdrawn: false }))
      const gone =
        state === 'withdrawn' && bulletin.withdrawn !== null
          ? [{ day: bulletin.withdrawn.date, text: bulletin.withdrawn.reason, link, withdrawn: true }]
          : []
      return [...made, ...gone]
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .map(({ day, ...item }) => ({ date: timeView(site, day, null), ...item }))
  const address = urlPath('/dinh-chinh/')
  const heading = words.corrections
  const breadcrumb = [linkTo(site, heading, address)]
  const page = metaOf(desk, {
    kind: 'corrections',
    address,
    heading,
    description: `${heading} – ${desk.shell.title}`,
    breadcrumb,
  })
  return [
    pageJob(desk, { address, template: 'corrections.njk', page, view: { corrections: { items } }, phase: 'front' }),
  ]
}

function indexPage(desk: Desk, address: typeof ARCHIVE, heading: string, view: CategoryIndexView): Job {
  const breadcrumb = [linkTo(desk.site, heading, address)]
  const page = metaOf(desk, {
    kind: 'category-index',
    address,
    heading,
    description: `${heading} – ${desk.shell.title}`,
    breadcrumb,
  })
  return pageJob(desk, { address, template: 'categories.njk', page, view: { categories: view } })
}
