import { fold } from './fold.ts'
import { oneLine } from './normalize.ts'
import { parseWhen } from './when.ts'
import { wallOf } from './zone.ts'

/**
 * The day, perhaps with a time, that a text certainly means though it is not written as days are: `2026/09/05`, `Thứ Bảy, 05/09/2026`,
 * `05/09/2026 7h30 sáng`, `09/25/2026`, as `05/09/2026 07:30`. Null where another could be meant.
 */
export function whenMeant(text: string): string | null {
  if (text.length > longestText) return null
  const typed = fold(oneLine(text).replace(/[“”"‘’]/gu, '')).trim()
  const [first, behindClock] = taken(typed, clockFirst)
  const [weekday, behindWeekday] = taken(behindClock, weekdayFirst)
  const [last, beforeClock] = taken(behindWeekday, clockLast)
  const [weekdayLast, rest] = taken(beforeClock, weekdayAtEnd)
  const day = dayIn(rest)
  if (day === null || (first !== null && last !== null)) return null
  // Of a day that is no Saturday and is called so, one of the two is wrong.
  const called = [weekday, weekdayLast].flatMap((found) => found?.[1] ?? [])
  if (called.some((name) => weekdayOf(name) !== new Date(wallOf(isoDay(day), null)).getUTCDay())) return null
  const clock = first ?? last
  if (clock === null) return day
  const time = timeIn(clock)
  return time !== null && parseWhen(`${day} ${time}`).ok ? `${day} ${time}` : null
}

const longestText = 100

const time = String.raw`(?:luc )?(\d{1,2}) ?(?:(?::|h|g|gio) ?(\d{2})(?: ?phut)?|h|g|gio)(?: ?(sang|trua|chieu|toi|am|pm))?`
const names = 'thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn'
const clockFirst = new RegExp(`^${time},? (?=\\D*\\d)`)
const clockLast = new RegExp(`(?:, ?| )${time}$`)
const weekdayFirst = new RegExp(`^(${names})(?:, ?|: ?| )`)
const weekdayAtEnd = new RegExp(`(?:, ?| ?\\(| )(${names})\\)?$`)

/** What an expression found, and the text without it. */
function taken(text: string, expression: RegExp): readonly [RegExpExecArray | null, string] {
  const found = expression.exec(text)
  return [found, found === null ? text : text.replace(found[0], '').trim()]
}

const numbers = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay']

/** As `Date` counts them: Sunday is 0, `thứ hai` 1. */
function weekdayOf(name: string): number {
  const word = name.replace(/^thu |^t(?=\d)/, '')
  return /^\d$/.test(word) ? Number(word) - 1 : numbers.indexOf(word) + 1
}

/** A day as it is offered; day and month the other way round only where no other order is a day. */
function dayIn(text: string): string | null {
  const parsed = parseWhen(text)
  if (parsed.ok) return parsed.when.time === null && parsed.when.offset === null ? shown(parsed.when.day) : null
  const parts = /^(?:ngay )?(\d{4}|\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{1,2})$/.exec(text)
  const [, a = '', , b = '', c = ''] = parts ?? []
  if (a.length === 4 && c.length <= 2) return found(c, b, a) ?? found(b, c, a)
  return c.length === 4 && a.length <= 2 ? found(b, a, c) : null
}

function found(day: string, month: string, year: string): string | null {
  const parsed = parseWhen(`${day}/${month}/${year}`)
  return parsed.ok ? shown(parsed.when.day) : null
}

const shown = (day: string): string => day.split('-').toReversed().join('/')
const isoDay = (day: string): string => day.split('/').toReversed().join('-')

/** The time on a clock of 24 hours; null where the part of the day does not go with the hour. */
function timeIn([, hours = '', minutes = '00', part]: RegExpExecArray): string | null {
  const hour = part === undefined ? Number(hours) : (parts[part]?.(Number(hours)) ?? null)
  return hour === null ? null : `${String(hour).padStart(2, '0')}:${minutes}`
}

const isFrom = (least: number, most: number, hour: number): boolean => hour >= least && hour <= most

/** An hour as it is meant in a part of the day, by a clock of 12 hours or of 24. */
const parts: Readonly<Record<string, (hour: number) => number | null>> = {
  sang: (hour) => (isFrom(0, 11, hour) ? hour : null),
  am: (hour) => (isFrom(0, 11, hour) ? hour : null),
  trua: (hour) => (isFrom(11, 13, hour) ? hour : isFrom(1, 2, hour) ? hour + 12 : null),
  chieu: (hour) => (isFrom(12, 19, hour) ? hour : isFrom(1, 7, hour) ? hour + 12 : null),
  toi: (hour) => (isFrom(17, 23, hour) ? hour : isFrom(5, 11, hour) ? hour + 12 : null),
  pm: (hour) => (isFrom(12, 23, hour) ? hour : isFrom(1, 11, hour) ? hour + 12 : null),
}
