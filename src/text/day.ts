import { formatDayInFull } from './day-in-words.ts'
import { instantOf, localOf, offsetAt, wallOf } from './zone.ts'

// A Day is a string YYYY-MM-DD, never an instant. An instant is a number: ms since the epoch, UTC.
export { formatDayInFull } from './day-in-words.ts'
export { type NotWhen, type ParsedWhen, parseWhen, startOf, toZone, type When } from './when.ts'
export { instantOf, isZone, localOf, offsetAt, offsetOf } from './zone.ts'

/** The day after. */
export const nextDay = (day: string): string => daysAfter(day, 1)

/** The day so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(wallOf(day, null) + days * 86_400_000).toISOString().slice(0, 10)
}

/** "2023" */
export function yearOf(day: string): string {
  return day.slice(0, 4)
}

/** "01" */
export function monthOf(day: string): string {
  return day.slice(5, 7)
}

/** "13/01/2023" */
export function formatDay(day: string): string {
  return `${day.slice(8, 10)}/${monthOf(day)}/${yearOf(day)}`
}

/** "January": in English months are names. */
export const monthNameOf = (month: string): string => monthNames[Number(month) - 1] ?? month

/** Words for the day, within a sentence: "ngày 13 tháng 01 năm 2023", "13 January 2023". */
export const dayInWords = (day: string, language: 'vi' | 'en'): string =>
  language === 'vi' ? formatDayInFull(day) : `${Number(day.slice(8, 10))} ${monthNameOf(monthOf(day))} ${yearOf(day)}`

/** For machines (ISO 8601): "2023-01-13", or with a time "2023-01-13T16:20:00+07:00". */
export function isoOf(day: string, time: string | null, zone: string): string {
  if (time === null) return day
  const { local, offset } = onClock(day, time, zone)
  return `${local.day}T${local.time}:00${signed(offset, ':')}`
}

/** For RSS (RFC 822 with a year of four digits): "Fri, 13 Jan 2023 16:20:00 +0700"; without a time 00:00. */
export function rfc822Of(day: string, time: string | null, zone: string): string {
  const { local, offset } = onClock(day, time, zone)
  const weekday = weekdays[new Date(wallOf(local.day, null)).getUTCDay()]
  const month = monthNameOf(monthOf(local.day)).slice(0, 3)
  return `${weekday}, ${local.day.slice(8, 10)} ${month} ${yearOf(local.day)} ${local.time}:00 ${signed(offset, '')}`
}

/** For readers: "GMT+7", "GMT+5:30"; on a day when the clocks change, what holds at noon. */
export function gmtLabel(day: string, zone: string): string {
  const offset = offsetAt(instantOf(day, '12:00', zone), zone)
  if (offset === 0) return 'GMT'
  const minutes = Math.abs(offset) % 60
  const hours = `GMT${offset < 0 ? '-' : '+'}${Math.floor(Math.abs(offset) / 60)}`
  return minutes === 0 ? hours : `${hours}:${twoDigits(minutes)}`
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const monthNames: readonly string[] =
  'January February March April May June July August September October November December'.split(' ')

// Back from the instant, so that a time the clocks skipped still names the instant it stands for.
function onClock(
  day: string,
  time: string | null,
  zone: string,
): { local: { day: string; time: string }; offset: number } {
  const instant = instantOf(day, time, zone)
  return { local: localOf(instant, zone), offset: offsetAt(instant, zone) }
}

function signed(offset: number, between: string): string {
  const size = Math.abs(offset)
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}${between}${twoDigits(size % 60)}`
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}
