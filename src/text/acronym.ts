/** What a word is made of: letters with their marks, and digits. For character classes of regular expressions with the flag `u`. */
export const wordSigns = String.raw`\p{L}\p{M}\p{N}`

/** The number of a document, `12/KH-UBND`, `12-KH/HU`, `/QĐ-UBND`: what looks like an acronym in it is a part of the number. */
export const documentNumber =
  String.raw`\d[${wordSigns}&.–-]{0,40}(?:\/[${wordSigns}&.–-]{1,40})+` +
  String.raw`|(?<![${wordSigns}])\/[${wordSigns}&.–-]{1,40}`

const numbers = new RegExp(documentNumber, 'gu')
const word = new RegExp(`[${wordSigns}]+(?:&[${wordSigns}]+)*`, 'gu')
const twoCapitals = /\p{Lu}[^\p{Lu}]*\p{Lu}/u

/** The words of a text (NFC) with two capitals or more, as they stand: `UBND`, `TT&DL`, `TTg`. None are looked for in numbers of documents. */
export function acronymsIn(text: string): readonly string[] {
  if (!mayHoldAcronym(text)) return []
  return ((text.includes('/') ? text.replace(numbers, ' ') : text).match(word) ?? []).filter((found) =>
    twoCapitals.test(found),
  )
}

/** Whether a capital stands within a word, behind a sign that may be of it: in most texts none does. */
function mayHoldAcronym(text: string): boolean {
  const small = text.toLowerCase()
  // Letters whose small form is longer are rare: then the words themselves are looked at.
  if (small.length !== text.length) return true
  for (let at = 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 65 || (unit > 90 && unit < 128) || unit === small.charCodeAt(at)) continue
    const before = text.charCodeAt(at - 1)
    if (before >= 48 || before === 38) return true
  }
  return false
}
