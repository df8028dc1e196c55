import { fold, syllables } from '../text/fold.ts'
import { beginsSo } from '../text/tone.ts'
import { isShort, type Named } from './format.ts'
import { BESIDE, read, worthOf } from './postings.ts'
import { isMarked, type Word, wordOf } from './words.ts'

/** A syllable as typed: with marks they are honoured; the last one may be a beginning. */
export interface Typed extends Word {
  readonly marked: boolean
  readonly prefix: boolean
}

/** One thing asked for: any of its wordings will do. whole: its syllables stand side by side, as in quotation marks. */
export interface Asked {
  readonly wordings: readonly (readonly Typed[])[]
  readonly whole: boolean
}

/**
 * What a reader asks for: every part must be found. begun: a last word of which too little is typed to be looked up
 * (`h`, `th`): what has such a word after the last part comes first, and nothing is left out for it.
 */
export interface Query {
  readonly parts: readonly Asked[]
  readonly begun: Typed | null
}

/** A bulletin of a segment that fits; score: larger is better, comparable between segments. */
export interface Hit {
  readonly number: number
  readonly score: number
}

/** More syllables than this nobody types: the rest is left out, so that no query is dear. */
const LONGEST = 16

/**
 * Reads what was typed: quotation marks make phrases, acronyms of the glossary stand for their meaning and the other way
 * round. The text is never an expression of any language: nothing in it but letters, digits and quotation marks counts.
 */
export function readQuery(text: string, glossary: readonly (readonly [string, string])[] = []): Query {
  const parts: Asked[] = []
  let begun: Typed | null = null
  let room = LONGEST
  const pieces = text
    .slice(0, 400)
    .normalize('NFC')
    .split(/["“”„«»]/)
  for (const [index, piece] of pieces.entries()) {
    const quoted = index % 2 === 1 && index < pieces.length - 1
    const open = index === pieces.length - 1 && /[\p{L}\p{M}\p{N}]$/u.test(piece)
    const written = syllables(piece).slice(0, room)
    room -= written.length
    const typed = written.map((one, at) => typedOf(one, open && !quoted && at === written.length - 1))
    if (open && !quoted && typed.length + parts.length > 1 && isShort(typed[typed.length - 1]?.fold ?? ''))
      begun = typed.pop() ?? null
    if (quoted && typed.length > 0) parts.push({ wordings: [typed], whole: true })
    if (!quoted) parts.push(...withGlossary(typed, glossary))
  }
  return { parts, begun }
}

function typedOf(written: string, prefix: boolean): Typed {
  const word = wordOf(written)
  return { ...word, marked: isMarked(word), prefix: prefix && word.fold.length > 1 }
}

/** Acronyms and their meanings become one part with both wordings; the longest meaning first. */
function withGlossary(typed: readonly Typed[], glossary: readonly (readonly [string, string])[]): readonly Asked[] {
  const terms = glossary
    .map(([short, long]) => ({ short: foldedOf(short), long: foldedOf(long), words: [short, long] as const }))
    .filter(({ short, long }) => short.length > 0 && long.length > 1)
    .sort((a, b) => b.long.length - a.long.length)
  const parts: Asked[] = []
  let at = 0
  while (at < typed.length) {
    const rest = typed.slice(at)
    const here = terms.filter(({ short, long }) => begins(rest, long) || begins(rest, short))
    const length = Math.max(0, ...here.map(({ long, short }) => (begins(rest, long) ? long : short).length))
    if (length === 0) {
      parts.push({ wordings: [rest.slice(0, 1)], whole: false })
      at += 1
      continue
    }
    const same = here.filter(({ long, short }) => (begins(rest, long) ? long : short).length === length)
    const own = rest.slice(0, length).map((one) => ({ ...one, prefix: false }))
    const others = same.flatMap(({ words, long }) => (begins(rest, long) ? [words[0]] : [words[1]]))
    parts.push({
      wordings: [own, ...others.map((other) => syllables(other).map((one) => typedOf(one, false)))],
      whole: true,
    })
    at += length
  }
  return parts
}

const foldedOf = (text: string): readonly string[] => syllables(text).map(fold)
const begins = (typed: readonly Typed[], folds: readonly string[]): boolean =>
  folds.length <= typed.length && folds.every((one, at) => typed[at]?.fold === one)

/** Every syllable typed, without marks. */
export const foldsOf = ({ parts }: Query): readonly string[] => [
  ...new Set(parts.flatMap(({ wordings }) => wordings.flatMap((words) => words.map(({ fold: plain }) => plain)))),
]

/** Every syllable as typed, and those of which it matters what follows them: the last of a query is seldom one. */
export function needsOf({ parts, begun }: Query): {
  readonly typed: readonly Typed[]
  readonly followed: ReadonlySet<string>
} {
  const followed = new Set<string>()
  for (const [at, { wordings, whole }] of parts.entries()) {
    const [own = []] = wordings
    const last = own[own.length - 1]
    if ((begun !== null || at + 1 < parts.length) && last !== undefined) followed.add(last.fold)
    if (whole) for (const words of wordings) for (const { fold: plain } of words.slice(0, -1)) followed.add(plain)
  }
  return { typed: parts.flatMap(({ wordings }) => wordings.flat()), followed }
}

/** A segment's words as far as they were fetched. */
export interface Lookup {
  /** The spellings of a syllable, or of all that begin so. */
  forms(typed: Typed): readonly (readonly [fold: string, forms: Named])[]
  /** What follows a folded syllable. */
  next(fold: string): Named
}

/** How well a syllable or pair stands in a bulletin; true: with the marks that were typed. */
interface Found {
  readonly score: number
  readonly exact: boolean
}

/** What another spelling than the one typed is worth: after all that have it as typed. */
const OTHER_MARKS = 0.05

/** How much more a bulletin is worth in which three words or more stand one after the other as typed. */
const AS_TYPED = 1.5

/** The bulletins of a segment that have at least one part of what was asked; more parts weigh more. */
export function matchSome({ parts }: Query, lookup: Lookup): readonly Hit[] {
  const sum = new Map<number, number>()
  for (const part of parts)
    for (const { number, score } of matchSegment({ parts: [part], begun: null }, lookup))
      sum.set(number, (sum.get(number) ?? 0) + score + 10)
  return [...sum].map(([number, score]) => ({ number, score }))
}

/** The bulletins of a segment that have all that was asked, with scores, in no order. */
export function matchSegment({ parts, begun }: Query, lookup: Lookup): readonly Hit[] {
  if (parts.length === 0) return []
  let all: Map<number, Found> | null = null
  for (const part of parts) all = both(all, anyWording(part, lookup))
  const found = all ?? new Map<number, Found>()
  const firsts = parts.map(({ wordings }) => wordings[0] ?? [])
  if (begun !== null) firsts.push([{ ...begun, prefix: true }])
  const beside = new Map<number, number>()
  for (const [index, words] of firsts.slice(1).entries()) {
    const before = firsts[index]?.slice(-1)[0]
    const [after] = words
    if (before === undefined || after === undefined) continue
    // Side by side: a Vietnamese word is mostly two syllables.
    for (const [number, { score }] of pairIn(before, after, lookup)) {
      const known = found.get(number)
      if (known === undefined) continue
      found.set(number, { ...known, score: known.score + BESIDE * score })
      beside.set(number, (beside.get(number) ?? 0) + 1)
    }
  }
  // All of it side by side, from the first word to the last: what stands there as it was typed.
  const pairs = firsts.length - 1
  for (const [number, known] of found)
    if (pairs > 1 && beside.get(number) === pairs) found.set(number, { ...known, score: known.score * AS_TYPED })
  return [...found].map(([number, { score, exact }]) => ({ number, score: exact ? score : score * OTHER_MARKS }))
}

function anyWording({ wordings, whole }: Asked, lookup: Lookup): Map<number, Found> {
  const best = new Map<number, Found>()
  for (const words of wordings)
    for (const [number, found] of wording(words, whole, lookup)) {
      const known = best.get(number)
      if (known === undefined || known.score < found.score) best.set(number, found)
    }
  return best
}

function wording(words: readonly Typed[], whole: boolean, lookup: Lookup): Map<number, Found> {
  let all: Map<number, Found> | null = null
  for (const [at, word] of words.entries()) {
    all = both(all, syllableIn(word, lookup))
    const before = words[at - 1]
    if (whole && before !== undefined) all = both(all, pairIn(before, word, lookup))
  }
  // A long phrase does not outweigh the other parts by its length alone.
  return new Map([...(all ?? [])].map(([number, { score, exact }]) => [number, { exact, score: score / words.length }]))
}

/** In both: scores add, and marks count as honoured if they are in both. */
function both(a: Map<number, Found> | null, b: Map<number, Found>): Map<number, Found> {
  if (a === null) return b
  const result = new Map<number, Found>()
  for (const [number, one] of a) {
    const other = b.get(number)
    if (other !== undefined) result.set(number, { score: one.score + other.score, exact: one.exact && other.exact })
  }
  return result
}

function syllableIn(typed: Typed, lookup: Lookup): Map<number, Found> {
  const best = new Map<number, Found>()
  for (const [name, forms] of lookup.forms(typed)) {
    const share = name === typed.fold ? 1 : 0.4
    for (const [key, postings] of Object.entries(forms)) {
      const exact = !typed.marked || key === typed.key || (typed.prefix && beginsSo(key, typed.key))
      read(postings, (number, weight) => {
        const known = best.get(number)
        const score = worthOf(weight) * share
        if (known === undefined || Number(known.exact) < Number(exact)) best.set(number, { score, exact })
        else if (known.exact === exact && known.score < score) best.set(number, { score, exact })
      })
    }
  }
  return best
}

/** What stands under a syllable, or under all that begin so. Own keys only: `constructor` is a word like any other. */
export function entriesOf<T>(
  words: { readonly [fold: string]: T },
  { fold: plain, prefix }: Pick<Typed, 'fold' | 'prefix'>,
): readonly (readonly [string, T])[] {
  if (prefix) return Object.entries(words).filter(([name]) => name.startsWith(plain))
  const own: PropertyDescriptor | undefined = Object.getOwnPropertyDescriptor(words, plain)
  return own === undefined ? [] : [[plain, own.value as T]]
}

function pairIn(first: Typed, second: Typed, lookup: Lookup): Map<number, Found> {
  const best = new Map<number, Found>()
  for (const [name, postings] of entriesOf(lookup.next(first.fold), second))
    read(postings, (number, weight) => {
      const score = worthOf(weight) * (name === second.fold ? 1 : 0.4)
      if ((best.get(number)?.score ?? 0) < score) best.set(number, { score, exact: true })
    })
  return best
}
