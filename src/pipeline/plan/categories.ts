import { type UrlPath, urlPath } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import { type Desk, linkTo, pageJob } from './desk.ts'
import { lineage, listable, membersOf } from './lists.ts'
import { metaOf } from './meta.ts'
import { shelfPages } from './shelves.ts'

/** The front page of a section. */
export const categoryAddress = (id: string): UrlPath => urlPath(`/chuyen-muc/${id}/`)

/** The index of all sections, each section's front page, and its years and months. */
export function categoryPages(desk: Desk): readonly Job[] {
  return [indexPage(desk), ...desk.site.config.categories.flatMap(({ id }) => sectionPages(desk, id))]
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
  const description = `${heading} – ${desk.shell.title}`
  const breadcrumb = [linkTo(desk.site, heading, address)]
  const page = metaOf(desk, { kind: 'category-index', address, heading, description, breadcrumb })
  return pageJob(desk, { address, template: 'categories.njk', page, view: { categories: { groups } } })
}

function sectionPages(desk: Desk, id: string): readonly Job[] {
  const { categories } = desk.site.config
  const category = categories.find((one) => one.id === id)
  if (category === undefined) return []
  return shelfPages(desk, {
    kind: 'category',
    name: category.name,
    title: category.name,
    purpose: category.purpose,
    address: categoryAddress(id),
    breadcrumb: lineage(id, categories).map((one) => linkTo(desk.site, one.name, categoryAddress(one.id))),
    children: categories
      .filter(({ parent }) => parent === id)
      .map((child) => linkTo(desk.site, child.name, categoryAddress(child.id))),
    members: membersOf(desk.site, id).filter(listable),
    feed: linkTo(desk.site, '', `${categoryAddress(id)}rss.xml`).href,
  })
}
