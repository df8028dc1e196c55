import type { Line } from '../../core/address-book.ts'
import type { Category } from '../../core/config.ts'
import { diagnose, type Located } from '../../core/diagnostic.ts'
import type { UrlPath } from '../../core/path.ts'
import type { Site } from '../../core/site.ts'
import { slug } from '../../text/slug.ts'
import { categoryAddress } from './categories.ts'

/** The section that has an id among its aliases. */
export const heirOf = (id: string, { config }: Site): Category | null =>
  config.categories.find(({ aliases }) => aliases.some((alias) => slug(alias) === id)) ?? null

/**
 * Sections that went while another came which seems to be the same under a new id: its name makes the old id; or it alone came, and has
 * pages for all the years and months of the one that went. What a section was called is kept nowhere, so each is only asked about, until
 * a build has written the new one's address. The place in the file is put to it later.
 */
export function renamedSections(
  site: Site,
  known: ReadonlyMap<UrlPath, readonly Line[]>,
  pages: ReadonlyMap<UrlPath, unknown>,
): readonly Located[] {
  const { categories, files } = site.config
  const fresh = categories.filter(({ id }) => !known.has(categoryAddress(id)))
  if (fresh.length === 0 || known.size === 0) return []
  const gone = [...known.keys()].flatMap((address) => {
    const [, id] = /^\/chuyen-muc\/([^/]+)\/$/.exec(address) ?? []
    return id === undefined || pages.has(address) || heirOf(id, site) !== null ? [] : [id]
  })
  const named = gone.flatMap((old) => {
    const alike = fresh.filter(({ name }) => slug(name) === old)
    return alike.map((section) => ({ old, section }))
  })
  const others = fresh.filter((section) => !named.some((pair) => pair.section === section))
  const fits = gone.flatMap((old) => {
    const [section] = others
    const isNamed = named.some((pair) => pair.old === old)
    return section === undefined || isNamed || !hasItsShelves(old, section.id, known, pages) ? [] : [{ old, section }]
  })
  const guessed = others.length === 1 && fits.length === 1 ? fits : []
  return [...named, ...guessed].map(({ old, section: { id, name } }) => ({
    file: files.categories,
    diagnostic: diagnose('address/section', { old, id, name, where: 'line', pasted: `aliases: [${old}]` }),
  }))
}

/** Whether all lists below a section that went have their like below another; one that never had a bulletin has none. */
function hasItsShelves(
  old: string,
  id: string,
  known: ReadonlyMap<UrlPath, unknown>,
  pages: ReadonlyMap<UrlPath, unknown>,
): boolean {
  const [from, to] = [categoryAddress(old), categoryAddress(id)]
  const shelves = [...known.keys()].filter((address) => address !== from && address.startsWith(from))
  return shelves.length > 0 && shelves.every((address) => pages.has(`${to}${address.slice(from.length)}` as UrlPath))
}
