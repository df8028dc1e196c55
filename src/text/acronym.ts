import { CAPITAL, IN_WORD, isPairAt, kindAt } from './signs.ts'

/** What a word is made of: letters with their marks, and digits. For character classes of regular expressions with the flag `u`. */
export const wordSigns = String.raw`\p{L}\p{M}\p{N}`

/** The number of a document, `12/KH-UBND`, `12-KH/HU`, `/QĐ-UBND`: what looks like an acronym in it is a part of the number. */
export const documentNumber =
  String.raw`\d[${wordSigns}&.–-]{0,40}(?:\/[${wordSigns}&.–-]{1,40})+` +
  String.raw`|(?<![${wordSigns}])\/[${wordSigns}&.–-]{1,40}`

const numbers = new RegExp(documentNumber, 'gu')
/** The words of a text (NFC) with two capitals or more, as they stand: `UBND`, `TT&DL`, `TTg`. None are looked for in numbers of documents. */
export function acronymsIn(text: string): readonly string[] {
  const found = wordsOfCapitals(text)
  // What stands in a number is a part of a word that was found.
  return found.length > 0 && text.includes('/') ? wordsOfCapitals(text.replace(numbers, ' ')) : found
}

/** Words, also such as are joined by `&`, with two capitals or more. */
function wordsOfCapitals(text: string): readonly string[] {
  const found: string[] = []
  let start = -1
  let capitals = 0
  for (let at = 0; at <= text.length; at += 1) {
    const kind = at < text.length ? kindAt(text, at) : 0
    if ((kind & IN_WORD) !== 0) {
      if (start < 0) start = at
      if ((kind & CAPITAL) !== 0) capitals += 1
      if (isPairAt(text, at)) at += 1
    } else if (start >= 0 && !(text[at] === '&' && at + 1 < text.length && (kindAt(text, at + 1) & IN_WORD) !== 0)) {
      if (capitals >= 2) found.push(text.slice(start, at))
      start = -1
      capitals = 0
    }
  }
  return found
}
