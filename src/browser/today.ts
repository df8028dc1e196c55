import { formatDayInFull } from '../text/day-in-words.ts'

/**
 * `<portal-today data-zone="Asia/Ho_Chi_Minh" data-offset="420" data-weekdays="Chủ Nhật, Thứ Hai, …">`: the date on the
 * reader's clock in the portal's zone. data-offset: minutes east of UTC, where clocks are never changed. Empty without
 * scripts. Filled while the page is read, so it never moves what stands beside it.
 */
export class Today extends HTMLElement {
  connectedCallback(): void {
    const { zone, offset, weekdays = '' } = this.dataset
    const { lang } = document.documentElement
    try {
      this.textContent = lang === 'vi' ? inVietnamese(dayIn(zone, offset), weekdays) : inWords('en-GB', zone, 'full')
    } catch {
      // A browser that does not know the zone says nothing rather than a wrong day.
    }
  }
}

/** `2026-11-25`. A browser's first use of Intl holds the page up for 40 ms and more, and is spared where the offset is known. */
const dayIn = (zone: string | undefined, offset: string | undefined): string =>
  // Swedish writes days as YYYY-MM-DD.
  offset ? new Date(Date.now() + Number(offset) * 60_000).toISOString().slice(0, 10) : inWords('sv', zone)

/** `Thứ Tư, ngày 25 tháng 11 năm 2026`. */
const inVietnamese = (day: string, weekdays: string): string =>
  `${weekdays.split(', ')[new Date(day).getUTCDay()]}, ${formatDayInFull(day)}`

const inWords = (language: string, timeZone: string | undefined, dateStyle?: 'full'): string =>
  new Date().toLocaleDateString(language, { dateStyle, timeZone } as object)
