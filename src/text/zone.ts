const minute = 60_000
const dayLength = 86_400_000

/** Whether this is the name of a time zone in the IANA data base ("Asia/Ho_Chi_Minh"); a bare offset is not. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    zoneOf(zone)
    return true
  } catch {
    return false
  }
}

/** Minutes east of UTC in a zone at an instant (ms since the epoch, UTC), to whole minutes. The process's own zone plays no part. */
export function offsetAt(instant: number, zone: string): number {
  const known = zoneOf(zone)
  const day = Math.floor(instant / dayLength)
  const offset = offsetAtStart(day, known)
  // Asking Intl is dear: a day that begins and ends with one offset has it all along.
  return offset === offsetAtStart(day + 1, known) ? offset : readOffset(instant, known.format)
}

/** Minutes east of UTC where a zone's clocks are never changed, as in all of Vietnam; null where they are, by the seasons of five years. */
export function offsetOf(zone: string): number | null {
  const known = zoneOf(zone)
  const seasons = Array.from({ length: 20 }, (_, season) => Date.UTC(2024, 3 * season, 1))
  const offsets = new Set(seasons.map((start) => offsetAtStart(start / dayLength, known)))
  return offsets.size === 1 ? ([...offsets][0] ?? null) : null
}

/**
 * The instant (ms since the epoch, UTC) of a local time; without a time, of 00:00.
 * A time that comes twice means the first; one that the clocks skip, the time as much later.
 */
export function instantOf(day: string, time: string | null, zone: string): number {
  const wall = wallOf(day, time)
  const before = offsetAt(wall - dayLength, zone)
  const after = offsetAt(wall + dayLength, zone)
  const offset = [before, after].find((offset) => offsetAt(wall - offset * minute, zone) === offset)
  return wall - (offset ?? before) * minute
}

/** The local day and time (HH:mm, seconds cut off) of an instant. */
export function localOf(instant: number, zone: string): { readonly day: string; readonly time: string } {
  const wall = new Date(instant + offsetAt(instant, zone) * minute).toISOString()
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) }
}

/** What the clock on the wall says, as if it hung in UTC: ms since the epoch. */
export function wallOf(day: string, time: string | null): number {
  return Date.parse(`${day}T${time ?? '00:00'}:00Z`)
}

type Zone = { readonly format: Intl.DateTimeFormat; readonly offsets: Map<number, number> }

const zones = new Map<string, Zone>()

function zoneOf(name: string): Zone {
  const known = zones.get(name)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const zone = { format, offsets: new Map<number, number>() }
  zones.set(name, zone)
  return zone
}

function offsetAtStart(day: number, zone: Zone): number {
  const known = zone.offsets.get(day)
  if (known !== undefined) return known
  const offset = readOffset(day * dayLength, zone.format)
  zone.offsets.set(day, offset)
  return offset
}

function readOffset(instant: number, format: Intl.DateTimeFormat): number {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return Math.round((wall - instant) / minute)
}
