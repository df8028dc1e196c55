import type { Byline } from '../../core/bulletin.ts'
import { groupBy } from '../../core/group.ts'
import { once } from '../../core/once.ts'
import { type UrlPath, urlPath } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import type { Site, Standing } from '../../core/site.ts'
import type { LinkView } from '../../core/view.ts'
import { compareVi } from '../../text/collate.ts'
import { slug } from '../../text/slug.ts'
import { toneKey } from '../../text/tone.ts'
import { type Desk, linkTo, pageJob } from './desk.ts'
import { listable } from './lists.ts'
import { metaOf } from './meta.ts'
import { shelfPages } from './shelves.ts'

const AUTHORS = '/tac-gia/'
const TAGS = '/tu-khoa/'

/** Where an author's page is: by id, else by name. */
export const authorAddress = ({ id, name }: Byline): UrlPath => urlPath(`${AUTHORS}${id ?? slug(name)}/`)

/** Where a tag's page is. */
export const tagAddress = (tag: string): UrlPath => urlPath(`${TAGS}${slug(tag)}/`)

/** One author or tag with all that bears it. */
interface Name {
  readonly name: string
  readonly purpose: string
  readonly address: UrlPath
  readonly members: readonly Standing[]
}

/** The index of authors, and each author's page and years. */
export const authorPages = (desk: Desk): readonly Job[] =>
  namePages(desk, 'author', AUTHORS, desk.words.authors, authorsOf(desk.site))

/** The index of tags, and each tag's page and years. */
export const tagPages = (desk: Desk): readonly Job[] => namePages(desk, 'tag', TAGS, desk.words.tags, tagsOf(desk.site))

function authorsOf(site: Site): readonly Name[] {
  const pairs = site.standings
    .filter(listable)
    .flatMap((standing) => standing.bulletin.authors.map((author) => ({ author, standing })))
  const keyOf = once(toneKey)
  const groups = groupBy(pairs, ({ author }) => author.id ?? keyOf(author.name))
  return [...groups.values()].flatMap((group) => {
    const first = group[0]
    if (first === undefined) return []
    const unit = site.config.authors.find(({ id }) => id === first.author.id)?.unit ?? null
    const purpose = site.config.units.find(({ id }) => id === unit)?.name ?? ''
    return [
      {
        name: first.author.name,
        purpose,
        address: authorAddress(first.author),
        members: [...new Set(group.map(({ standing }) => standing))],
      },
    ]
  })
}

function tagsOf(site: Site): readonly Name[] {
  const pairs = site.standings
    .filter(listable)
    .flatMap((standing) => standing.bulletin.tags.map((tag) => ({ tag, standing })))
  const keyOf = once(toneKey)
  return [...groupBy(pairs, ({ tag }) => keyOf(tag)).values()].flatMap((group) => {
    const first = group[0]
    if (first === undefined) return []
    return [
      {
        name: first.tag,
        purpose: '',
        address: tagAddress(first.tag),
        members: [...new Set(group.map(({ standing }) => standing))],
      },
    ]
  })
}

function namePages(
  desk: Desk,
  kind: 'author' | 'tag',
  root: string,
  heading: string,
  names: readonly Name[],
): readonly Job[] {
  if (names.length === 0) return []
  // Two of one address were refused already: the first stands for both, so that nothing is said twice.
  const distinct = [...groupBy(names, ({ address }) => address).values()].flatMap(([first]) => first ?? [])
  const sorted = distinct.sort((a, b) => compareVi(a.name, b.name))
  const address = urlPath(root)
  const up: LinkView = linkTo(desk.site, heading, root)
  const description = `${heading} – ${desk.shell.title}`
  const page = metaOf(desk, { kind: 'category-index', address, heading, description, breadcrumb: [up] })
  const groups = sorted.map(({ name, purpose, address: to }) => ({
    link: linkTo(desk.site, name, to),
    purpose,
    children: [],
  }))
  const index = pageJob(desk, { address, template: 'categories.njk', page, view: { categories: { groups } } })
  const shelves = sorted.flatMap(({ name, purpose, address: at, members }) =>
    shelfPages(desk, {
      kind,
      name,
      title: desk.words[kind](name),
      purpose,
      address: at,
      breadcrumb: [up, linkTo(desk.site, name, at)],
      children: [],
      members,
      feed: null,
    }),
  )
  return [index, ...shelves]
}
