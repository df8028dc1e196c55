import { EVERYDAY, everydayKinds, IN_WORD, isPairAt, kindAt, unitAt } from './signs.ts'

/** The letters under the marks, small: "Đồng chí" → "dong chi". What search, did-you-mean and addresses compare. Runs in browsers too. */
export function fold(s: string): string {
  if (isAscii.test(s)) return s.toLowerCase()
  // Marks typed apart go first: ordering a long run of them takes quadratic time.
  const latin = s.replace(latinMarks, '').normalize('NFD').replace(latinMarks, '').replace(crossedD, 'd')
  const bare = beyondLatin.test(latin) ? latin.replace(anyMarks, '') : latin
  return bare.toLowerCase()
}

/** The syllables (Vietnamese writes each as one word) and numbers of a text, in order, as written. */
export function syllables(s: string): string[] {
  return s.match(syllable) ?? []
}

/** The same, sign by sign: of whole texts in a third of the time, for a table that scripts of pages need not carry. */
export function everySyllable(s: string): string[] {
  const kinds = everydayKinds()
  const found: string[] = []
  const { length } = s
  let start = -1
  for (let at = 0; at < length; at += 1) {
    const unit = unitAt(s, at)
    if (((unit < EVERYDAY ? kinds[unit]! : kindAt(s, at)) & IN_WORD) !== 0) {
      if (start < 0) start = at
    } else if (start >= 0) {
      found.push(s.slice(start, at))
      start = -1
    }
    if (unit >= EVERYDAY && isPairAt(s, at)) at += 1
  }
  if (start >= 0) found.push(s.slice(start))
  return found
}

/** How many `syllables` a text has. */
export function countSyllables(s: string): number {
  const kinds = everydayKinds()
  let count = 0
  let before = 0
  const { length } = s
  for (let at = 0; at < length; at += 1) {
    const unit = unitAt(s, at)
    const inside = (unit < EVERYDAY ? kinds[unit]! : kindAt(s, at)) & IN_WORD
    count += inside & ~before
    before = inside
    if (unit >= EVERYDAY && isPairAt(s, at)) at += 1
  }
  return count
}

const isAscii = /^[\0-\x7F]*$/
const latinMarks = /[\u0300-\u036F]+/g
// biome-ignore lint/suspicious/noMisleadingCharacterClass: these are ranges, not letters followed by marks
const beyondLatin = /[\u0483-\u1DFF\u20D0-\u20FF\u2C00-\uFFFF]/
const anyMarks = /\p{M}+/gu
// đ has no decomposition, and conversions from old fonts leave eth (ð) or African d (ɖ), which look the same as capitals.
const crossedD = /[đĐðÐɖƉ]/g

const syllable = /[\p{L}\p{M}\p{N}]+/gu
