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
    const now = new Date()
    try {
      this.textContent = lang === 'vi' ? inVietnamese(dayIn(now, zone, offset), weekdays) : todayIn(now, zone, lang)
    } catch {
      // A browser that does not know the zone says nothing rather than a wrong day.
    }
  }
}

/** `2026-11-25`. A browser's first use of Intl holds the page up for 40 ms and more, and is spared where the offset is known. */
function dayIn(now: Date, timeZone: string | undefined, offset: string | undefined): string {
  if (offset !== undefined) return new Date(now.getTime() + Number(offset) * 60_000).toISOString().slice(0, 10)
  // Swedish writes days as YYYY-MM-DD.
  return new Intl.DateTimeFormat('sv', { timeZone } as object).format(now)
}

/** `Thứ Tư, ngày 25 tháng 11 năm 2026`. */
const inVietnamese = (day: string, weekdays: string): string =>
  `${weekdays.split(', ')[new Date(`${day}T00:00Z`).getUTCDay()]}, ${formatDayInFull(day)}`

const todayIn = (now: Date, timeZone: string | undefined, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone } as object).format(now)
