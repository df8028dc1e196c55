const KEY = 'tx-portal-text-size'

/** The sizes of text there are, in percent of what the browser is set to. */
export const SIZES: readonly number[] = [90, 100, 110, 125, 150, 175, 200]

/** The size that was chosen before, in percent; 100 where none was, or where nothing may be kept. */
export function keptSize(): number {
  try {
    const size = Number(localStorage.getItem(KEY))
    return SIZES.includes(size) ? size : 100
  } catch {
    return 100
  }
}

/** Keeps a size for the next page and visit; in a browser that keeps nothing it holds for this page. */
export function keepSize(size: number): void {
  try {
    localStorage.setItem(KEY, String(size))
  } catch {
    // Private windows and strict settings: nothing is kept.
  }
}
