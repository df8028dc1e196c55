/** A bit of `kindAt`: a sign that words are made of, a letter with its marks or a digit. */
export const IN_WORD = 1
/** A bit of `kindAt`: a capital letter. */
export const CAPITAL = 2
/** A bit of `kindAt`: a letter. */
export const LETTER = 4

/** All Latin letters with their marks, and the quotation marks and dashes between them, lie below: a table tells of them. */
export const EVERYDAY = 0x2070
let table: Uint8Array | null = null

/**
 * `text.charCodeAt(at)` for loops over whole texts. Strings are of many kinds inside V8 (a piece of another, joined, of one byte a sign…);
 * where a method has met more than four, it is looked up anew for every sign, which takes four times as long: here it is known. For the
 * same reason such a loop asks for the length once.
 */
export const unitAt = (text: string, at: number): number => ''.charCodeAt.call(text, at)

/**
 * The bits of every unit below EVERYDAY. For loops over whole texts: who holds the table asks it five times as fast as a function,
 * and a function five times as fast as an expression.
 */
export function everydayKinds(): Uint8Array {
  table ??= tableOfKinds()
  return table
}

/** What stands at an offset of a text, as bits; of a pair of units at its first. */
export function kindAt(text: string, at: number): number {
  const unit = unitAt(text, at)
  return unit < EVERYDAY ? everydayKinds()[unit]! : kindOf(String.fromCodePoint(text.codePointAt(at) ?? unit))
}

/** Whether the sign at an offset takes two units. */
export const isPairAt = (text: string, at: number): boolean =>
  (unitAt(text, at) & 0xfc00) === 0xd800 && (unitAt(text, at + 1) & 0xfc00) === 0xdc00

const kindOf = (sign: string): number =>
  (word.test(sign) ? IN_WORD : 0) | (capital.test(sign) ? CAPITAL : 0) | (letter.test(sign) ? LETTER : 0)

/** Of all signs in a row at once: to ask for each by itself takes half as long again, 5 ms in every thread. */
function tableOfKinds(): Uint8Array {
  const kinds = new Uint8Array(EVERYDAY)
  const signs = String.fromCharCode(...kinds.keys())
  for (const { index, 0: run } of signs.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) kinds.fill(IN_WORD, index, index + run.length)
  for (const { index, 0: run } of signs.matchAll(/\p{L}+/gu)) kinds.fill(IN_WORD | LETTER, index, index + run.length)
  for (const { index } of signs.matchAll(/\p{Lu}/gu)) kinds[index]! |= CAPITAL
  return kinds
}

const word = /[\p{L}\p{M}\p{N}]/u
const capital = /\p{Lu}/u
const letter = /\p{L}/u
