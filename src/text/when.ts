import { fold } from './fold.ts'
import { oneLine } from './normalize.ts'
import { instantOf, localOf, wallOf } from './zone.ts'

/** A calendar day as staff write it, with the time and the offset where they gave them. */
export type When = {
  /** YYYY-MM-DD */
  readonly day: string
  /** HH:mm */
  readonly time: string | null
  /** minutes east of UTC; null = the portal's own zone */
  readonly offset: number | null
}

/** Why a text is not a day: not written like one; 31/02; 25:70; or a year of two digits, which could be any century. */
export type NotWhen = 'form' | 'no-such-day' | 'no-such-time' | 'short-year'

/** What was meant, or why nothing can be. */
export type ParsedWhen = { readonly ok: true; readonly when: When } | { readonly ok: false; readonly why: NotWhen }

/**
 * Reads a day as Vietnamese staff write it: 13/01/2023, 13-1-2023, 13.1.2023, 2023-01-13, "ngày 13 tháng 01 năm 2023"; then, if they like,
 * 16:20, 16:20:00, 16h20, 16h, 16g20, "16 giờ 20"; then Z, +07:00, +0700, GMT+7. Day before month, always. Years 1900 to 2199.
 */
export function parseWhen(text: string): ParsedWhen {
  if (text.length > longestText) return refuse('form')
  // In the quotation marks that Word puts around it it is a day all the same.
  const typed = fold(
    oneLine(text)
      .replace(/^([“”"'‘’])(.*)[“”"'‘’]$/u, '$2')
      .trim(),
  )
  const date = readDate(typed)
  if (date === null) return refuse('form')
  const tail = tailForm.exec(date.rest)
  if (tail === null) return refuse('form')
  const { hour, minute = '00', second = '00', offset } = timeOf(tail)
  const shift = offset === undefined ? null : readOffset(offset)
  if (shift === 'form') return refuse('form')
  if (date.year.length === 2) return refuse('short-year')
  if (date.year < '1900' || date.year > '2199') return refuse('form')
  const day = `${date.year}-${date.month.padStart(2, '0')}-${date.day.padStart(2, '0')}`
  if (!isDay(day)) return refuse('no-such-day')
  if (Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(second) > 59) return refuse('no-such-time')
  if (shift !== null && Math.abs(shift) > farthestOffset) return refuse('no-such-time')
  const time = hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
  return { ok: true, when: { day, time, offset: shift } }
}

/** The same moment on the clocks of a zone (`offset` null then). A day without a time stays that day. */
export function toZone(when: When, zone: string): When {
  const { day, time, offset } = when
  if (offset === null || time === null) return { day, time, offset: null }
  return { ...localOf(startOf(when, zone), zone), offset: null }
}

/** The instant at which it begins (ms since the epoch, UTC); with an offset it is told apart which of two equal hours is meant. */
export function startOf({ day, time, offset }: When, zone: string): number {
  return offset === null || time === null ? instantOf(day, time, zone) : wallOf(day, time) - offset * 60_000
}

const longestText = 100
// Kiribati keeps UTC+14, the farthest any clock has gone.
const farthestOffset = 14 * 60

type DateParts = { readonly year: string; readonly month: string; readonly day: string; readonly rest: string }

const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(.*)$/
const dayFirst = /^(?:ngay )?(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d)(.*)$/
const inWords = /^(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,? nam|,)? (\d{4}|\d{2})(?!\d)(.*)$/

function readDate(typed: string): DateParts | null {
  const iso = yearFirst.exec(typed)
  if (iso) return { year: iso[1]!, month: iso[2]!, day: iso[3]!, rest: iso[4]! }
  const local = dayFirst.exec(typed)
  if (local) return { year: local[4]!, month: local[3]!, day: local[1]!, rest: local[5]! }
  const words = inWords.exec(typed)
  if (words) return { year: words[3]!, month: words[2]!, day: words[1]!, rest: words[4]! }
  return null
}

// hour, then ":mm(:ss)" or "h(mm)"; an offset follows the time, or a blank.
const colonTime = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?`
const hourTime = String.raw`(\d{1,2}) ?(?:h|gio|g)(?: ?(\d{2})(?: ?(?:phut|p|'))?)?`
const tailForm = new RegExp(`^(?:(?:t|, ?|,? luc | )(?:${colonTime}|${hourTime})(?: ?([-+(a-z].*))?| ([-+(gu].*))?$`)

function timeOf(tail: RegExpExecArray): { hour?: string; minute?: string; second?: string; offset?: string } {
  const [, colonHour, colonMinute, second, wordHour, wordMinute, afterTime, afterDay] = tail
  const hour = colonHour ?? wordHour
  const minute = colonMinute ?? wordMinute
  const offset = afterTime ?? afterDay
  return {
    ...(hour === undefined ? {} : { hour }),
    ...(minute === undefined ? {} : { minute }),
    ...(second === undefined ? {} : { second }),
    ...(offset === undefined ? {} : { offset }),
  }
}

const offsetForm = /^(?:z|(?:gmt|utc)|(?:gmt|utc)? ?([-+])(\d{1,2})(?::?([0-5]\d))?)$/

function readOffset(text: string): number | 'form' {
  const match = offsetForm.exec(/^\((.*)\)$/.exec(text)?.[1] ?? text)
  if (match === null) return 'form'
  const [, sign, hours = '0', minutes = '0'] = match
  const east = Number(hours) * 60 + Number(minutes)
  return sign === '-' && east > 0 ? -east : east
}

function isDay(day: string): boolean {
  const time = wallOf(day, null)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

function refuse(why: NotWhen): ParsedWhen {
  return { ok: false, why }
}
