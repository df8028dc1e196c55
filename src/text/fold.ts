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

/** How many `syllables` a text has. */
export function countSyllables(s: string): number {
  let count = 0
  let before = false
  for (let at = 0; at < s.length; at += 1) {
    const unit = s.charCodeAt(at)
    const inside =
      unit < everyday ? isInSyllable(unit) : ofSyllable.test(String.fromCodePoint(s.codePointAt(at) ?? unit))
    if (inside && !before) count += 1
    before = inside
    if (isLead(unit) && isTrail(s.charCodeAt(at + 1))) at += 1
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
const ofSyllable = /[\p{L}\p{M}\p{N}]/u

// All Latin letters with their marks lie below; a table of them counts five times as fast as the expression.
const everyday = 0x2000
let table: Uint8Array | null = null

function isInSyllable(unit: number): boolean {
  table ??= Uint8Array.from({ length: everyday }, (_, code) => (ofSyllable.test(String.fromCharCode(code)) ? 1 : 0))
  return table[unit] === 1
}

function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isTrail(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
