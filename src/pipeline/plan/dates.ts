import type { Bulletin } from '../../core/bulletin.ts'
import type { Day } from '../../core/config.ts'

/** The day a bulletin last changed for its readers: its newest correction or update, else its date. */
export function bulletinDate({ date, updated, corrections, withdrawn }: Bulletin): Day {
  const days = [date, updated ?? date, withdrawn?.date ?? date, ...corrections.map((correction) => correction.date)]
  return days.reduce((latest, day) => (day > latest ? day : latest))
}

/** The day of its last update or correction; null if there was none. */
export const modifiedOf = (bulletin: Bulletin): Day | null =>
  bulletin.updated === null && bulletin.corrections.length === 0 ? null : bulletinDate(bulletin)
