import { formatDayInFull } from '../text/day-in-words.ts'

/**
 * `<portal-today data-zone="Asia/Ho_Chi_Minh" data-weekdays="Chủ Nhật, Thứ Hai, …">`: the date on the reader's clock in
 * the portal's zone. Empty without scripts. Filled while the page is read, so it never moves what stands beside it.
 */
export class Today extends HTMLElement {
  connectedCallback(): void {
    const { zone, weekdays = '' } = this.dataset
    try {
      this.textContent = todayIn(new Date(), zone, document.documentElement.lang, weekdays)
    } catch {
      // A browser that does not know the zone says nothing rather than a wrong day.
    }
  }
}

/** `Thứ Tư, ngày 25 tháng 11 năm 2026`; in other languages as they write it. */
function todayIn(now: Date, timeZone: string | undefined, language: string, weekdays: string): string {
  if (language !== 'vi') return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone } as object).format(now)
  // Swedish writes days as YYYY-MM-DD.
  const day = new Intl.DateTimeFormat('sv', { timeZone } as object).format(now)
  return `${weekdays.split(', ')[new Date(`${day}T00:00Z`).getUTCDay()]}, ${formatDayInFull(day)}`
}
