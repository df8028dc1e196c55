import type { Instant } from '../core/config.ts'
import { formatDay, gmtLabel, localOf, parseWhen, startOf } from '../text/day.ts'

/** The moment at which a preview shows the portal, and for whom. */
export interface Viewpoint {
  /** null: the present. */
  readonly at: Instant | null
  /** Without drafts and what is not yet published: as readers will have it. */
  readonly asReaders: boolean
}

/** How a preview begins. */
export const PRESENT: Viewpoint = { at: null, asReaders: false }

/** The viewpoint that a form asks for; null if its day is none. No day: the present. */
export function viewpointOf(query: URLSearchParams, zone: string): Viewpoint | null {
  const asReaders = query.has('readers')
  const typed = (query.get('at') ?? '').trim()
  if (typed === '') return { at: null, asReaders }
  const parsed = parseWhen(typed)
  return parsed.ok ? { at: startOf(parsed.when, zone), asReaders } : null
}

/** An instant as clocks of a zone have it, for people: the time is left out at midnight, where a day alone was meant. */
export function instantInWords(instant: Instant, zone: string): string {
  const { day, time } = localOf(instant, zone)
  return time === '00:00' ? formatDay(day) : `${formatDay(day)}, ${time} (${gmtLabel(day, zone)})`
}

/** `2026-12-01T07:00`, as forms have it. */
export function instantInForm(instant: Instant, zone: string): string {
  const { day, time } = localOf(instant, zone)
  return `${day}T${time}`
}
