import { oneLine } from './normalize.ts'

/**
 * The beginning of a plain text on one line, cut between words: with its "…" at most `max` (1 or more) UTF-16 units.
 * A text that fits stays whole.
 */
export function excerpt(text: string, max: number): string {
  const whole = oneLine(text)
  if (whole.length <= max) return whole
  const room = Math.max(0, max - 1)
  const boundary = whole.lastIndexOf(' ', room)
  const kept = boundary > 0 ? whole.slice(0, boundary) : wholeCharacters(whole, room)
  return `${kept.replace(dangling, '')}…`
}

/** The first characters of one long word, without half a pair or a letter that lost its marks at the end. */
function wholeCharacters(word: string, room: number): string {
  const next = word.slice(room)
  const cut = word.slice(0, room)
  if (/^\p{M}/u.test(next)) return cut.replace(/\P{M}\p{M}*$/u, '')
  return /^[\uDC00-\uDFFF]/.test(next) ? cut.slice(0, -1) : cut
}

// What must not stand before "…": stops, dashes, and brackets or quotation marks just opened. Closing ones stay.
const dangling = /(?:[\s.,;:!?…\-–—/&([{“‘«·•]|(?<=\s)["'])+$/
