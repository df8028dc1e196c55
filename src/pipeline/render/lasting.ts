import type { Facts } from './inspect.ts'

/** What a template may read and still say the same on every page of a kind: what holds for the whole portal, and the theme's words. */
const LASTING = /^(?:site|site\..*|page\.kind|t|range)$/
/** These draw what belongs to the page. */
const OF_THE_PAGE: ReadonlySet<string> = new Set(['html', 'json'])

/**
 * Templates that say the same on every page of a kind, with all they use: header and footer are made once for a portal and not
 * for each of its pages. One that others import is run for what it defines, and is not among them.
 */
export function lastingAmong(facts: ReadonlyMap<string, Facts | null>): ReadonlySet<string> {
  const imported = new Set(
    [...facts.values()].flatMap((one) =>
      one?.references.flatMap(({ name, imported }) => (imported ? (name ?? []) : [])),
    ),
  )
  const known = new Map<string, boolean>()
  const lasts = (name: string): boolean => {
    const before = known.get(name)
    if (before !== undefined) return before
    // Whatever leads back to itself does not.
    known.set(name, false)
    const own = facts.get(name) ?? null
    const lasting =
      own !== null &&
      [...own.reads].every((read) => LASTING.test(read)) &&
      !own.filters.some((filter) => OF_THE_PAGE.has(filter.name)) &&
      own.references.every((reference) => reference.name !== null && lasts(reference.name))
    known.set(name, lasting)
    return lasting
  }
  return new Set([...facts.keys()].filter((name) => lasts(name) && !imported.has(name)))
}
