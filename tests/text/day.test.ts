import { describe, expect, it, vi } from 'vitest'
import {
  formatDay,
  formatDayInFull,
  gmtLabel,
  instantOf,
  isoOf,
  isZone,
  localOf,
  monthOf,
  nextDay,
  offsetAt,
  offsetOf,
  parseWhen,
  rfc822Of,
  toZone,
  yearOf,
} from '../../src/text/day.ts'
import { whenMeant } from '../../src/text/when-meant.ts'
import { pairs } from './pairs.ts'

const hanoi = 'Asia/Ho_Chi_Minh'
const losAngeles = 'America/Los_Angeles'

describe('whenMeant', () => {
  it.each(pairs('when-meant'))('$at $input', ({ input, output }) => {
    expect(whenMeant(input.normalize('NFC')) ?? 'none').toBe(output)
    expect(whenMeant(input.normalize('NFD')) ?? 'none').toBe(output)
  })

  it('is quick on hostile text', () => {
    for (const text of ['1'.repeat(1_000_000), '1 '.repeat(50), `t7${' '.repeat(97)}`])
      expect(whenMeant(text)).toBeNull()
  })
})

describe('parseWhen', () => {
  it.each(pairs('parse-when'))('$at $input', ({ input, output }) => {
    expect(inWords(input.normalize('NFC'))).toBe(output)
    expect(inWords(input.normalize('NFD'))).toBe(output)
  })

  it('is quick on hostile text', () => {
    for (const text of ['1'.repeat(1_000_000), '1 '.repeat(50), `13/01/2023${' '.repeat(1_000_000)}x`])
      expect(parseWhen(text)).toEqual({ ok: false, why: 'form' })
  })

  function inWords(text: string): string {
    const parsed = parseWhen(text)
    if (!parsed.ok) return parsed.why
    const { day, time, offset } = parsed.when
    if (offset !== null) return `${day} ${time ?? '-'} ${offset}`
    return time === null ? day : `${day} ${time}`
  }
})

describe('toZone', () => {
  it.each([
    ['2023-01-12T17:00:00Z', hanoi, '2023-01-13', '00:00'],
    ['2023-01-12T16:59:00Z', hanoi, '2023-01-12', '23:59'],
    ['2023-01-13T00:00:00+07:00', hanoi, '2023-01-13', '00:00'],
    ['2023-01-13T00:00:00+07:00', losAngeles, '2023-01-12', '09:00'],
    ['2022-12-31T23:30:00-08:00', hanoi, '2023-01-01', '14:30'],
    ['13/01/2023 16:20', losAngeles, '2023-01-13', '16:20'],
    ['13/01/2023 (GMT+7)', losAngeles, '2023-01-13', null],
    ['13/01/2023', hanoi, '2023-01-13', null],
  ])('%s in %s', (text, zone, day, time) => {
    const parsed = parseWhen(text)
    expect(parsed.ok && toZone(parsed.when, zone)).toEqual({ day, time, offset: null })
  })
})

describe('instants', () => {
  it.each([
    [hanoi, '2023-01-13', null, '2023-01-12T17:00:00Z'],
    [hanoi, '2023-01-13', '16:20', '2023-01-13T09:20:00Z'],
    ['UTC', '2023-01-13', '16:20', '2023-01-13T16:20:00Z'],
    [losAngeles, '2023-01-13', '16:20', '2023-01-14T00:20:00Z'],
    [losAngeles, '2023-07-13', '16:20', '2023-07-13T23:20:00Z'],
    ['Asia/Kolkata', '2023-01-13', '00:00', '2023-01-12T18:30:00Z'],
    ['Pacific/Kiritimati', '2023-01-13', '00:00', '2023-01-12T10:00:00Z'],
    ['Etc/GMT+12', '2023-01-13', '23:59', '2023-01-14T11:59:00Z'],
    // South Vietnam kept UTC+8 until June 1975.
    [hanoi, '1975-06-12', '12:00', '1975-06-12T04:00:00Z'],
    [hanoi, '1975-06-14', '12:00', '1975-06-14T05:00:00Z'],
  ])('%s %s %s is %s', (zone, day, time, iso) => {
    const instant = instantOf(day, time, zone)
    expect(instant).toBe(Date.parse(iso))
    expect(localOf(instant, zone)).toEqual({ day, time: time ?? '00:00' })
  })

  it.each([
    // 12 March 2023: clocks leap from 02:00 to 03:00 at 10:00Z.
    ['2023-03-12', '01:59', '2023-03-12T09:59:00Z', '2023-03-12 01:59'],
    ['2023-03-12', '02:30', '2023-03-12T10:30:00Z', '2023-03-12 03:30'],
    ['2023-03-12', '03:00', '2023-03-12T10:00:00Z', '2023-03-12 03:00'],
    // 5 November 2023: 01:00 to 02:00 comes twice; the first is meant.
    ['2023-11-05', '00:59', '2023-11-05T07:59:00Z', '2023-11-05 00:59'],
    ['2023-11-05', '01:30', '2023-11-05T08:30:00Z', '2023-11-05 01:30'],
    ['2023-11-05', '02:00', '2023-11-05T10:00:00Z', '2023-11-05 02:00'],
  ])('Los Angeles, when the clocks change: %s %s', (day, time, iso, local) => {
    const instant = instantOf(day, time, losAngeles)
    expect(instant).toBe(Date.parse(iso))
    expect(Object.values(localOf(instant, losAngeles)).join(' ')).toBe(local)
  })

  it('skips the day that Samoa skipped', () => {
    expect(localOf(Date.parse('2011-12-30T09:59:00Z'), 'Pacific/Apia')).toEqual({ day: '2011-12-29', time: '23:59' })
    expect(localOf(Date.parse('2011-12-30T10:00:00Z'), 'Pacific/Apia')).toEqual({ day: '2011-12-31', time: '00:00' })
    expect(localOf(instantOf('2011-12-30', '12:00', 'Pacific/Apia'), 'Pacific/Apia').day).toBe('2011-12-31')
  })

  it('knows the offset to the minute the clocks change', () => {
    const leap = Date.parse('2023-03-12T10:00:00Z')
    expect(offsetAt(leap - 60_000, losAngeles)).toBe(-480)
    expect(offsetAt(leap, losAngeles)).toBe(-420)
    expect(offsetAt(leap, hanoi)).toBe(420)
    expect(offsetAt(leap, 'UTC')).toBe(0)
    expect(offsetAt(Date.parse('2023-01-13T00:00:00Z'), 'Australia/Lord_Howe')).toBe(660)
    expect(offsetAt(Date.parse('1969-07-20T20:17:00Z'), 'UTC')).toBe(0)
  })

  it('cuts seconds off', () => {
    expect(localOf(Date.parse('2023-01-12T17:00:59.999Z'), hanoi)).toEqual({ day: '2023-01-13', time: '00:00' })
    expect(localOf(-1, 'UTC')).toEqual({ day: '1969-12-31', time: '23:59' })
  })

  it('comes back from every hour of a year of changing clocks', () => {
    for (const zone of [hanoi, losAngeles, 'Europe/London', 'Australia/Lord_Howe']) {
      for (let hour = 0; hour < 365 * 24; hour += 1) {
        const instant = Date.UTC(2023, 0, 1, hour)
        const { day, time } = localOf(instant, zone)
        const back = instantOf(day, time, zone)
        expect([0, 30 * 60_000, 60 * 60_000]).toContain(instant - back)
        expect(localOf(back, zone)).toEqual({ day, time })
      }
    }
  })

  it('is the same in any process', async () => {
    const before = process.env.TZ
    const hours = new Set<number>()
    const results = new Set<string>()
    for (const zone of ['UTC', 'America/Los_Angeles', 'Asia/Ho_Chi_Minh', 'Pacific/Apia']) {
      process.env.TZ = zone
      // Nothing remembered under another zone may answer.
      vi.resetModules()
      const fresh = await import('../../src/text/day.ts')
      hours.add(new Date(2023, 0, 13).getTime())
      results.add(
        JSON.stringify([
          fresh.instantOf('2023-01-13', '16:20', hanoi),
          fresh.localOf(Date.UTC(2023, 0, 12, 17), hanoi),
          fresh.rfc822Of('2023-01-13', null, hanoi),
          fresh.isoOf('2023-03-26', '02:30', 'Europe/Paris'),
          fresh.nextDay('2023-03-12'),
          fresh.parseWhen('2023-01-13T00:00:00+07:00'),
        ]),
      )
    }
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
    expect(hours.size, 'the zone of the process did change').toBe(4)
    expect(results.size).toBe(1)
  })
})

describe('an offset that never changes', () => {
  it.each([
    [hanoi, 420],
    ['UTC', 0],
    ['Asia/Kathmandu', 345],
    [losAngeles, null],
    ['Australia/Lord_Howe', null],
    // Clocks go back for Ramadan alone.
    ['Africa/Casablanca', null],
  ])('%s: %s', (zone, offset) => {
    expect(offsetOf(zone)).toBe(offset)
  })
})

describe('isZone', () => {
  it.each([hanoi, 'UTC', 'Asia/Saigon', 'America/Argentina/Buenos_Aires'])('%s is one', (zone) => {
    expect(isZone(zone)).toBe(true)
  })
  it.each(['', '+07:00', 'GMT+7', 'Asia/Hanoi', 'Hà Nội', '../etc', 'Asia/Ho_Chi_Minh '])('"%s" is none', (zone) => {
    expect(isZone(zone)).toBe(false)
  })
})

describe('days', () => {
  it('follow each other', () => {
    expect(nextDay('2023-01-13')).toBe('2023-01-14')
    expect(nextDay('2023-02-28')).toBe('2023-03-01')
    expect(nextDay('2024-02-28')).toBe('2024-02-29')
    expect(nextDay('2023-12-31')).toBe('2024-01-01')
  })

  it('have a year and a month', () => {
    expect(yearOf('2023-01-13')).toBe('2023')
    expect(monthOf('2023-01-13')).toBe('01')
  })

  it('are written short and in full', () => {
    expect(formatDay('2023-01-13')).toBe('13/01/2023')
    expect(formatDay('2023-07-05')).toBe('05/07/2023')
  })

  it.each(pairs('day-in-full'))('$at $input', ({ input, output }) => {
    expect(formatDayInFull(input)).toBe(output)
    const parsed = parseWhen(output)
    expect(parsed.ok && parsed.when.day).toBe(input)
  })
})

describe('for machines', () => {
  it('ISO 8601', () => {
    expect(isoOf('2023-01-13', null, hanoi)).toBe('2023-01-13')
    expect(isoOf('2023-01-13', '16:20', hanoi)).toBe('2023-01-13T16:20:00+07:00')
    expect(isoOf('2023-01-13', '16:20', 'UTC')).toBe('2023-01-13T16:20:00+00:00')
    expect(isoOf('2023-07-13', '16:20', losAngeles)).toBe('2023-07-13T16:20:00-07:00')
    expect(isoOf('2023-01-13', '16:20', 'America/St_Johns')).toBe('2023-01-13T16:20:00-03:30')
    expect(isoOf('2023-03-12', '02:30', losAngeles)).toBe('2023-03-12T03:30:00-07:00')
  })

  it('RFC 822', () => {
    expect(rfc822Of('2023-01-13', '16:20', hanoi)).toBe('Fri, 13 Jan 2023 16:20:00 +0700')
    expect(rfc822Of('2023-01-13', null, hanoi)).toBe('Fri, 13 Jan 2023 00:00:00 +0700')
    expect(rfc822Of('2024-02-29', '08:05', losAngeles)).toBe('Thu, 29 Feb 2024 08:05:00 -0800')
    expect(rfc822Of('2023-12-31', '23:59', 'UTC')).toBe('Sun, 31 Dec 2023 23:59:00 +0000')
  })

  it('both read back as the instant they name', () => {
    for (let day = '2023-01-01'; day < '2024-01-01'; day = nextDay(day)) {
      for (const zone of [hanoi, losAngeles]) {
        expect(Date.parse(isoOf(day, '02:30', zone))).toBe(instantOf(day, '02:30', zone))
        expect(Date.parse(rfc822Of(day, '02:30', zone))).toBe(instantOf(day, '02:30', zone))
      }
    }
  })

  it('the label beside a time', () => {
    expect(gmtLabel('2023-01-13', hanoi)).toBe('GMT+7')
    expect(gmtLabel('2023-01-13', 'UTC')).toBe('GMT')
    expect(gmtLabel('2023-01-13', losAngeles)).toBe('GMT-8')
    expect(gmtLabel('2023-07-13', losAngeles)).toBe('GMT-7')
    expect(gmtLabel('2023-01-13', 'Asia/Kolkata')).toBe('GMT+5:30')
    expect(gmtLabel('2023-01-13', 'America/St_Johns')).toBe('GMT-3:30')
  })
})
