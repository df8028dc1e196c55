import { diagnose, hasErrors } from '../core/diagnostic.ts'
import type { Site, Standing, State } from '../core/site.ts'
import type { Prepared } from '../pipeline/build.ts'
import { newestFirst } from '../pipeline/model.ts'
import { formatDay } from '../text/day.ts'
import { nearest } from '../text/nearest.ts'
import { type Counts, excludedOf, NOTHING_BUILT, outcomeOf } from './outcome.ts'
import type { Outcome } from './report/run.ts'
import type { Shell } from './shell.ts'
import { formatTable } from './table.ts'

/** What may be asked for; without asking: what is published and what is waiting. */
const filters: { readonly [filter: string]: readonly State[] } = {
  drafts: ['draft'],
  scheduled: ['scheduled'],
  expired: ['expired'],
  all: ['published', 'draft', 'scheduled', 'expired', 'withdrawn'],
}
const known = Object.keys(filters)
const current: readonly State[] = ['published', 'draft', 'scheduled']

/** The states a word asks for, or why it asks for none. */
export const statesFor = (filter: string | undefined) =>
  filter === undefined
    ? { states: current }
    : Object.hasOwn(filters, filter)
      ? { states: filters[filter] ?? current }
      : diagnose('usage/unknown-word', { given: filter, nearest: nearest(filter, known), known })

/** The bulletins in these states, newest first. */
export const chosen = (site: Site | null, states: readonly State[]): readonly Standing[] =>
  [...(site?.standings ?? []), ...(site?.excluded ?? [])]
    .filter(({ state }) => states.includes(state))
    .sort((a, b) => newestFirst(a.bulletin, b.bulletin))

/** How many bulletins there are in states that are passed over where nothing was asked for. */
export const passedOver = (site: Site | null, states: readonly State[]): number =>
  states === current ? chosen(site, filters.all ?? []).length - chosen(site, current).length : 0

/** The bulletins as a table, one line each under a line of headings. */
export function tableOf(standings: readonly Standing[], site: Site, { labels, machine }: Shell): readonly string[] {
  const words = labels.list
  const names = new Map(site.config.categories.map(({ id, name }) => [id, name]))
  const rows = standings.map(({ bulletin: { date, category, title, source }, state }) => [
    formatDay(date),
    labels.state[state],
    names.get(category) ?? category,
    title,
    source,
  ])
  const headings = [words.date, words.state, words.category, words.title, words.source]
  return formatTable(headings, rows, 3, machine.stdout.isTTY ? machine.stdout.columns : null)
}

/** The bulletins as a document for programs: what the run came to, and what is added to it. */
export function documentOfList(
  standings: readonly Standing[],
  { site, diagnostics }: Prepared,
  counts: Counts,
  ms: number,
): readonly [Outcome, object] {
  const outcome = outcomeOf({ ...NOTHING_BUILT, site, diagnostics, ok: !hasErrors(diagnostics) }, counts, ms)
  const bulletins = standings.map((standing) => {
    const { title, date, time, category, address, source } = standing.bulletin
    const at = site === null ? null : excludedOf(standing, site).at
    return { file: source, address, title, date, time, category, state: standing.state, at }
  })
  return [outcome, { bulletins }]
}
