import type { StandingPage } from '../../core/bulletin.ts'
import type { Day } from '../../core/config.ts'
import { diagnose, type Located } from '../../core/diagnostic.ts'
import { formatDay } from '../../text/day.ts'
import type { Context } from '../validate/context.ts'
import { placeOf } from '../validate/fields.ts'

/**
 * Standing pages that were to be looked at again by a day that is over: what a portal says of its offices and people is to be put right as soon
 * as it changes (Decree 224/2026/NĐ-CP, article 9.3).
 */
export const overdue = (pages: readonly StandingPage[], today: Day, { sources, read }: Context): readonly Located[] =>
  pages.flatMap(({ reviewBy, source }) => {
    if (reviewBy === null || reviewBy >= today) return []
    const file = sources.byPath.get(source)
    const fields = file?.kind === 'page' ? (read(file).value?.fields ?? null) : null
    const place = fields === null ? null : placeOf(fields, 'reviewBy')
    return [{ file: source, diagnostic: diagnose('date/review', { given: formatDay(reviewBy) }, place) }]
  })
