import { CAPITAL, EVERYDAY, everydayKinds, IN_WORD, kindAt, unitAt } from './signs.ts'

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
  const found = wordsOfCapitals(text)
  // What stands in a number is a part of a word that was found.
  return found.length > 0 && text.includes('/') ? wordsOfCapitals(text.replace(numbers, ' ')) : found
}

/** Words, also such as are joined by `&`, with two capitals or more. They are looked for around capitals alone: a quarter of the time. */
function wordsOfCapitals(text: string): readonly string[] {
  const kinds = everydayKinds()
  const found: string[] = []
  const { length } = text
  for (let at = 0; at < length; at += 1) {
    const unit = unitAt(text, at)
    if (((unit < EVERYDAY ? kinds[unit]! : kindAt(text, at)) & CAPITAL) === 0) continue
    let end = at
    let capitals = 0
    for (; end < length; end += 1) {
      const next = unitAt(text, end)
      const kind = next < EVERYDAY ? kinds[next]! : kindAt(text, end)
      if ((kind & IN_WORD) === 0 && !mayJoin(text, end)) break
      capitals += (kind & CAPITAL) >> 1
    }
    if (capitals > 1) {
      let start = at
      while (start > 0 && mayJoin(text, start - 1)) start -= 1
      found.push(...(text.slice(start, end).match(word) ?? []).filter((each) => twoCapitals.test(each)))
    }
    at = end
  }
  return found
}

/** Whether a unit may be of a word or join two: halves of pairs may. */
const mayJoin = (text: string, at: number): boolean =>
  (kindAt(text, at) & IN_WORD) !== 0 || text[at] === '&' || isSurrogate(unitAt(text, at))

const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800
