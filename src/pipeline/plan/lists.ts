import type { Category } from '../../core/config.ts'
import { groupBy } from '../../core/group.ts'
import type { Site, Standing } from '../../core/site.ts'

/** Shown in period lists: everything but withdrawals. */
export const listable = ({ state }: Standing): boolean => state !== 'withdrawn'

/** Shown on front pages and in feeds: neither expired nor withdrawn. */
export const current = ({ state }: Standing): boolean => state !== 'expired' && state !== 'withdrawn'

/** A category and all below it, by id. */
export function familyOf(id: string, categories: readonly Category[]): ReadonlySet<string> {
  const family = new Set([id])
  let grown = true
  while (grown) {
    grown = false
    for (const category of categories) {
      if (category.parent === null || !family.has(category.parent) || family.has(category.id)) continue
      family.add(category.id)
      grown = true
    }
  }
  return family
}

/** The way to a category: its parents first. */
export function lineage(id: string, categories: readonly Category[]): readonly Category[] {
  const found = categories.find((category) => category.id === id)
  if (found === undefined) return []
  return found.parent === null ? [found] : [...lineage(found.parent, categories), found]
}

/** The bulletins of each category asked for, by site: the home page, the section and its feeds ask for the same. */
const known = new WeakMap<Site, Map<string, readonly Standing[]>>()

const grouped = new WeakMap<Site, ReadonlyMap<string, readonly Standing[]>>()

/** The bulletins of each category by itself, newest first. */
export function byCategory(site: Site): ReadonlyMap<string, readonly Standing[]> {
  const before = grouped.get(site)
  if (before !== undefined) return before
  const made = groupBy(site.standings, ({ bulletin }) => bulletin.category)
  grouped.set(site, made)
  return made
}

/** The bulletins of a category and its children, newest first. */
export function membersOf(site: Site, id: string): readonly Standing[] {
  const lists = known.get(site) ?? new Map<string, readonly Standing[]>()
  known.set(site, lists)
  const before = lists.get(id)
  if (before !== undefined) return before
  const family = familyOf(id, site.config.categories)
  const members =
    family.size === 1
      ? (byCategory(site).get(id) ?? [])
      : site.standings.filter((standing) => family.has(standing.bulletin.category))
  lists.set(id, members)
  return members
}
