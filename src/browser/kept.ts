const KEY = 'tx-portal-'

/** What a reader chose before, as it was kept; '' where nothing was, or where nothing may be kept. */
export function kept(what: string): string {
  try {
    return localStorage.getItem(KEY + what) || ''
  } catch {
    return ''
  }
}

/** Keeps a choice for the next page and visit; in a browser that keeps nothing it holds for this page. */
export function keep(what: string, choice: string): void {
  try {
    localStorage.setItem(KEY + what, choice)
  } catch {
    // Private windows and strict settings: nothing is kept.
  }
}
