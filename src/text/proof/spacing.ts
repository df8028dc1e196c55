import { type Finding, VEIL } from './finding.ts'

const blanks = '[ \\t\\u00A0]'

/** Blanks inside brackets and before a sign that ends something, with the way they are rightly written. Only blanks differ. Text is NFC, one line. */
export function spacing(text: string): readonly Required<Finding>[] {
  if (!mayBeMisspaced(text)) return []
  return forms
    .flatMap(([form, right]) =>
      [...text.matchAll(form)].map((match) => ({
        at: match.index,
        length: match[0].length,
        right: right(match[0], text[match.index + match[0].length] ?? ''),
      })),
    )
    .sort((a, b) => a.at - b.at)
}

/** Whether a blank stands inside a bracket or before such a sign: in most texts none does. */
export const mayBeMisspaced = (text: string): boolean => suspect.test(text)

const suspect = new RegExp(`\\(${blanks}|${blanks}[),;:.!?]`)
const stuck = (found: string): string => found.replace(/[ \t\u00A0]+/g, '')

const forms: readonly (readonly [RegExp, (found: string, next: string) => string])[] = [
  [new RegExp(`\\(${blanks}+(?=[\\p{L}\\p{N}“"${VEIL}])`, 'gu'), stuck],
  [new RegExp(`(?<=[\\p{L}\\p{N}.”"!?%${VEIL}])${blanks}+\\)`, 'gu'), stuck],
  [
    new RegExp(`(?<=[\\p{L}\\p{M}\\p{N})\\]”"%${VEIL}])${blanks}+[,;](?![,;])`, 'gu'),
    (found, next) => stuck(found) + (/[\p{L}“]/u.test(next) ? ' ' : ''),
  ],
  // A score stands `1 : 2`, dots may go on, `.jpg` and `:)` are none.
  [new RegExp(`(?<=[\\p{L}\\p{M})\\]”"])${blanks}+:(?=\\s|$)`, 'gu'), stuck],
  [new RegExp(`(?<=[\\p{L}\\p{M}\\p{N})\\]”"%${VEIL}])${blanks}+\\.(?=\\s*$|\\s+\\p{Lu})`, 'gu'), stuck],
  [new RegExp(`(?<=[\\p{L}\\p{M}\\p{N})\\]”"])${blanks}+[!?](?=[\\s”")!?]|$)`, 'gu'), stuck],
]

/**
 * A dash stuck to one of its two words: `kinh tế- xã hội`, `kinh tế -xã hội`. Which way is right nobody but the writer knows:
 * `kinh tế - xã hội`, but `Ê-đê`.
 */
export function looseDashes(text: string): readonly Finding[] {
  const found: Finding[] = []
  looseDash.lastIndex = 0
  for (;;) {
    const from = looseDash.lastIndex
    oneSidedDash.lastIndex = from
    const candidate = oneSidedDash.exec(text)
    if (candidate === null) return found
    // A find begins with the word before such a dash or with a later one: the words before it need not be gone through.
    looseDash.lastIndex = startOfWord(text, candidate.index, from)
    const match = looseDash.exec(text)
    if (match === null) return found
    found.push({ at: match.index, length: match[0].length })
  }
}

const looseDash = /(?<![\p{L}\p{M}\p{N}-])[\p{L}\p{M}]+(?:[-–][ \u00A0]+|[ \u00A0]+[-–])[\p{L}\p{M}]+/gu
/** A dash with a blank on one side alone, from the sign before it or the blank before it on. */
const oneSidedDash = /[^ \u00A0][-–][ \u00A0]|[ \u00A0][-–][^ \u00A0]/g

/** Where the word begins that ends at an offset or before the blanks there; not before `from`. */
function startOfWord(text: string, at: number, from: number): number {
  const isBlank = (offset: number) => text[offset] === ' ' || text[offset] === '\u00A0'
  let start = at
  while (start > from && isBlank(start - 1)) start -= 1
  while (start > from && !isBlank(start - 1)) start -= 1
  return start
}

/** Straight quotation marks as pairs, where every one of a text plainly opens or closes: offsets of the opening and the closing sign. */
export function pairedQuotes(text: string): readonly (readonly [number, number])[] {
  const signs = [...text.matchAll(/"/g)].map(({ index }) => index)
  if (signs.length === 0 || signs.length % 2 === 1) return []
  const pairs: (readonly [number, number])[] = []
  for (let at = 0; at < signs.length; at += 2) {
    const [open = 0, close = 0] = [signs[at], signs[at + 1]]
    const opens = /(?:^|[\s([“*_])$/u.test(text.slice(0, open)) && /^[\p{L}\p{N}*_.…]/u.test(text.slice(open + 1))
    const closes =
      /[\p{L}\p{M}\p{N}.,!?…)%*_]$/u.test(text.slice(open + 1, close)) &&
      /^(?:[\s.,;:!?)\]…*_–-]|$)/u.test(text.slice(close + 1))
    if (!opens || !closes) return []
    pairs.push([open, close])
  }
  return pairs
}
