import type { TermUse } from '../../core/plan.ts'
import { documentNumber, wordSigns } from '../../text/acronym.ts'
import { escapeMarkup } from './escape.ts'

/**
 * Explains acronyms: gives a function from plain text to HTML in which each term stands in <abbr> the first time it comes.
 * terms: longest first; one without meaning is left as it is. Words end where letters and digits end, whatever their marks.
 */
export function abbreviator(terms: readonly TermUse[]): (text: string) => string {
  if (terms.length === 0) return escapeMarkup
  const longs = new Map(terms.map(({ short, long }) => [short, long]))
  const shorts = terms.map(({ short }) => short.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&').replace(/ /g, '\\s+'))
  const pattern = new RegExp(
    `${documentNumber}|(?<![${wordSigns}]|[${wordSigns}]&)(?:${shorts.join('|')})(?![${wordSigns}]|&[${wordSigns}])`,
    'gu',
  )
  return (text) => {
    let html = ''
    let done = 0
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const short = found.replace(/\s+/g, ' ')
      const long = longs.get(short) ?? null
      if (long === null) continue
      html += `${escapeMarkup(text.slice(done, index))}<abbr title="${escapeMarkup(long)}">${escapeMarkup(found)}</abbr>`
      done = index + found.length
      longs.set(short, null)
    }
    return html + escapeMarkup(text.slice(done))
  }
}
