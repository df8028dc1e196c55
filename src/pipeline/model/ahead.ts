import type { Bulletin, Raw, RawMap } from '../../core/bulletin.ts'
import type { Day, Instant } from '../../core/config.ts'
import { diagnose, type Located, type Place } from '../../core/diagnostic.ts'
import { formatDay } from '../../text/day.ts'
import type { Context } from '../validate/context.ts'
import { placeOf, rawOf } from '../validate/fields.ts'

/** What became of a bulletin, and on which days. */
type Past = Pick<Bulletin, 'publishAt' | 'updated' | 'corrections' | 'withdrawn'>

/** A day that a bulletin names under a key; of several corrections the index tells which. */
interface Told {
  readonly key: 'updated' | 'corrections' | 'withdrawn'
  readonly index: number
  readonly day: Day
}

/** The moment, and the day it is where the portal is. */
interface Present {
  readonly now: Instant
  readonly today: Day
}

/** Whether something is told as done; of a bulletin that nobody sees yet it is looked at when it is published. */
export const tellsPast = ({ updated, corrections, withdrawn }: Past): boolean =>
  updated !== null || withdrawn !== null || corrections.length > 0

/** The days of what is told as done that are after today: mostly another month or year was meant. */
export function daysAhead(bulletin: Past, { now, today }: Present): readonly Told[] {
  const { publishAt, updated, corrections, withdrawn } = bulletin
  if (!tellsPast(bulletin) || publishAt > now) return NONE
  const told: readonly Told[] = [
    ...(updated === null ? [] : [{ key: 'updated' as const, index: 0, day: updated }]),
    ...corrections.map(({ date }, index) => ({ key: 'corrections' as const, index, day: date })),
    ...(withdrawn === null ? [] : [{ key: 'withdrawn' as const, index: 0, day: withdrawn.date }]),
  ]
  return told.filter(({ day }) => day > today)
}

const NONE: readonly Told[] = []

/** Updates, corrections and withdrawals hold at once, whatever day they name: one that is still to come is told. */
export const ahead = (
  bulletins: readonly Bulletin[],
  present: Present,
  { sources, read }: Context,
): readonly Located[] =>
  bulletins.flatMap((bulletin) => {
    const told = daysAhead(bulletin, present)
    const source = told.length === 0 ? undefined : sources.byPath.get(bulletin.source)
    const fields = source?.kind === 'bulletin' ? (read(source).value?.fields ?? null) : null
    return told.map((one) => ({
      file: bulletin.source,
      diagnostic: diagnose('date/ahead', { key: one.key, given: formatDay(one.day) }, placeOfDay(fields, one)),
    }))
  })

function placeOfDay(fields: RawMap | null, { key, index }: Told): Place | null {
  const raw = fields === null ? null : rawOf(fields, key)
  const item: Raw | null = raw?.kind === 'list' ? (raw.items[index] ?? null) : raw
  return item?.kind === 'map' ? placeOf(item, 'date') : (item?.place ?? null)
}
