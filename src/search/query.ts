import { fold, syllables } from '../text/fold.ts'
import { beginsSo, spelled } from '../text/tone.ts'
import { isShort, type Named } from './format.ts'
import { aboveText, BESIDE, read, worthOf } from './postings.ts'
import { dayWord, isMarked, type Word, wordOf } from './words.ts'

/** A syllable as typed: with marks they are honoured; the last one may be a beginning. */
export interface Typed extends Word {
  readonly marked: boolean
  readonly prefix: boolean
}

/** One thing asked for: any of its wordings will do. whole: its syllables stand side by side, as in quotation marks. */
export interface Asked {
  readonly wordings: readonly (readonly Typed[])[]
  readonly whole: boolean
  /** `2023-01-13`, or `2023-01`, where a day or a month was typed, however it was written. */
  readonly day?: string
}

/**
 * What a reader asks for: every part must be found. begun: a last word of which too little is typed to be looked up
 * (`h`, `th`): what has such a word after the last part comes first, and nothing is left out for it. day: `2023-01-13` or `2023-01`, if a day or
 * a month is all that was typed.
 */
export interface Query {
  readonly parts: readonly Asked[]
  readonly begun: Typed | null
  readonly day: string | null
}

/** A bulletin of a segment that fits; score: larger is better, comparable between segments of one tier. */
export interface Hit {
  readonly number: number
  readonly score: number
  /** 0: its marks are other ones than those typed. More comes first, whatever the score. */
  readonly tier: number
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
    if (open && !quoted && typed.length + parts.length > 1 && isShort(typed[typed.length - 1]?.fold || ''))
      begun = typed.pop() ?? null
    if (quoted && typed.length > 0) parts.push({ wordings: [typed], whole: true })
    if (!quoted) parts.push(...withGlossary(typed, glossary))
  }
  return { parts, begun, day: begun === null && parts.length === 1 ? (parts[0]?.day ?? null) : null }
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
    const dated = dayAt(rest) ?? monthAt(rest)
    if (dated !== null) {
      parts.push(askedDay(dated.day, rest.slice(dated.from, dated.to)))
      at += dated.to
      continue
    }
    const number = phoneAt(rest)
    if (number > 0) {
      parts.push(askedPhone(rest.slice(0, number)))
      at += number
      continue
    }
    const here = terms.flatMap(({ short, long, words: [abbreviated, inFull] }) =>
      begins(rest, long)
        ? [{ length: long.length, other: abbreviated }]
        : begins(rest, short)
          ? [{ length: short.length, other: inFull }]
          : [],
    )
    const length = Math.max(0, ...here.map((one) => one.length))
    if (length === 0) {
      parts.push({ wordings: [rest.slice(0, 1)], whole: false })
      at += 1
      continue
    }
    const own = rest.slice(0, length).map((one) => ({ ...one, prefix: false }))
    const others = here.filter((one) => one.length === length)
    parts.push({
      wordings: [own, ...others.map(({ other }) => syllables(other).map((one) => typedOf(one, false)))],
      whole: true,
    })
    at += length
  }
  return parts
}

/** A day, `2023-01-13`, or a month, `2023-01`, among some words, and which of them are it. */
interface Dated {
  readonly day: string
  readonly from: number
  readonly to: number
}

/** `13/1/2023`, `ngày 13 tháng 01 năm 2023`, `2023-01-13`: a day at the beginning of some words. */
function dayAt(typed: readonly Typed[]): Dated | null {
  const words = typed.slice(0, 6).map(({ fold: plain }) => plain)
  const from = words[0] === 'ngay' ? 1 : 0
  const line = words.slice(from).join(' ')
  const named = /^(\d\d?) (?:thang )?(\d\d?) (?:nam )?(\d{4})(?= |$)/.exec(line)
  const sorted = /^(\d{4}) (\d\d) (\d\d)(?= |$)/.exec(line)
  const [whole = '', year = '', month = '', day = ''] =
    named === null ? (sorted ?? []) : [named[0], named[3], named[2], named[1]]
  if (!/^(?:19|20)/.test(year) || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31)
    return null
  const two = (number: string): string => number.padStart(2, '0')
  return { day: `${year}-${two(month)}-${two(day)}`, from, to: from + whole.split(' ').length }
}

/** `tháng 9/2026`, `tháng 09 năm 2026`: a month at the beginning of some words. Without its word it may be the number of a paper. */
function monthAt(typed: readonly Typed[]): Dated | null {
  const words = typed.slice(0, 4).map(({ fold: plain }) => plain)
  const [whole = '', month = '', year = ''] =
    /^thang (\d\d?) (?:nam )?((?:19|20)\d\d)(?= |$)/.exec(words.join(' ')) ?? []
  if (Number(month) < 1 || Number(month) > 12) return null
  return { day: `${year}-${month.padStart(2, '0')}`, from: 0, to: whole.split(' ').length }
}

/** What is of a day or a month, or names it: as it was typed, or as others write it. */
function askedDay(day: string, typed: readonly Typed[]): Asked {
  const own = typed.map((one) => ({ ...one, prefix: false }))
  const asTyped = own.map(({ fold: plain }) => plain).join(' ')
  const [year = '', month = '', date] = day.split('-')
  const months = [...new Set([month, `${Number(month)}`])]
  const named =
    date === undefined
      ? months.flatMap((one) => [
          ['tháng', one, year],
          ['tháng', one, 'năm', year],
        ])
      : [[date, month, year]]
  const others = [...named.filter((words) => fold(words.join(' ')) !== asTyped), [dayWord(day)]]
  return { wordings: [own, ...others.map((words) => words.map((one) => typedOf(one, false)))], whole: true, day }
}

/** How many words at the beginning of some are the number of a telephone: `0912345678`, `0237 3833 123`. */
function phoneAt(typed: readonly Typed[]): number {
  let digits = ''
  for (const [at, { fold: plain }] of typed.slice(0, 5).entries()) {
    if (!/^\d+$/.test(plain)) return 0
    digits += plain
    if (!digits.startsWith('0') || digits.length > 11) return 0
    const next = typed[at + 1]?.fold
    if (digits.length > 9 && (next === undefined || !/^\d+$/.test(next))) return at + 1
  }
  return 0
}

/** How numbers of ten and of eleven digits are divided by those who write them (mobile, Hanoi and Ho Chi Minh City, provinces). */
const GROUPS: { readonly [digits: number]: readonly (readonly number[])[] } = {
  10: [[10], [4, 3, 3], [3, 3, 4], [3, 4, 3], [2, 4, 4]],
  11: [[11], [4, 4, 3], [3, 4, 4], [4, 3, 4], [4, 7]],
}

/** The number of a telephone, however it is divided. */
function askedPhone(typed: readonly Typed[]): Asked {
  const own = typed.map((one) => ({ ...one, prefix: false }))
  const digits = own.map(({ fold: plain }) => plain).join('')
  const asTyped = own.map(({ fold: plain }) => plain.length).join(' ')
  const others = (GROUPS[digits.length] ?? []).filter((groups) => groups.join(' ') !== asTyped)
  const divided = others.map((groups) => {
    const ends = groups.map((_, at) => groups.slice(0, at + 1).reduce((sum, length) => sum + length, 0))
    return groups.map((length, at) => typedOf(digits.slice((ends[at] ?? 0) - length, ends[at]), false))
  })
  return { wordings: [own, ...divided], whole: true }
}

const foldedOf = (text: string): readonly string[] => syllables(text).map(fold)
const begins = (typed: readonly Typed[], folds: readonly string[]): boolean =>
  folds.length <= typed.length && folds.every((one, at) => typed[at]?.fold === one)

/** Every syllable typed, without marks. */
export const foldsOf = (query: Query): readonly string[] => [
  ...new Set(needsOf(query).typed.map(({ fold: plain }) => plain)),
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
  /** How many bulletins the segment has. */
  readonly count: number
  /** The spellings of a syllable, or of all that begin so. */
  forms(typed: Typed): readonly (readonly [fold: string, forms: Named])[]
  /** What follows a folded syllable. */
  next(fold: string): Named
}

/**
 * How well something stands in each bulletin of a segment, by number; signs: NONE, with OTHER marks, or with those that were TYPED.
 * Arrays of numbers, written into as more is found: a reader's first answer is computed before the browser has made code fast, and
 * objects for each bulletin are collected meanwhile.
 */
interface Found {
  readonly scores: Float64Array
  readonly signs: Uint8Array
  /** What of a score it has because title, summary or tags have it, and not the text alone. */
  readonly heads: Float64Array
}
const [NONE, OTHER, TYPED] = [0, 1, 2]

/** How much more a bulletin is worth in which three words or more stand one after the other as typed. */
const AS_TYPED = 3

/** The bulletins of a segment that have at least one part of what was asked; those with more parts as typed come first. */
export function matchSome({ parts }: Query, lookup: Lookup): readonly Hit[] {
  const sum = new Map<number, Hit>()
  for (const part of parts)
    for (const { number, score, tier } of matchSegment({ parts: [part], begun: null, day: null }, lookup)) {
      const before = sum.get(number)
      sum.set(number, { number, score: (before?.score || 0) + score, tier: (before?.tier || 0) + tier })
    }
  return [...sum.values()]
}

/** The bulletins of a segment that have all that was asked, with scores, by number. */
export function matchSegment({ parts, begun }: Query, lookup: Lookup): readonly Hit[] {
  let all: Found | null = null
  const founds = parts.map((part) => anyWording(part, lookup))
  const heads = founds.map(({ heads }) => heads.slice())
  for (const found of founds) all = both(all, found)
  if (all === null) return []
  const { scores, signs } = all
  const firsts = parts.map(({ wordings }) => wordings[0] ?? [])
  if (begun !== null) firsts.push([{ ...begun, prefix: true }])
  const beside = new Uint8Array(lookup.count)
  // For each part whether it stands beside another in one of these.
  const joined = parts.map(() => new Uint8Array(lookup.count))
  for (const [index, words] of firsts.slice(1).entries()) {
    const before = firsts[index]?.slice(-1)[0]
    const [after] = words
    if (before === undefined || after === undefined) continue
    // Side by side: a Vietnamese word is mostly two syllables.
    const { scores: worths, heads } = pairIn(before, after, lookup)
    worths.forEach((score, number) => {
      if (score === 0) return
      add(scores, number, BESIDE * score)
      add(beside, number, 1)
      if ((heads[number] || 0) === 0) return
      for (const part of [joined[index], joined[index + 1]]) if (part !== undefined) part[number] = 1
    })
  }
  leaveStray(signs, scores, heads, joined)
  // All of it side by side, from the first word to the last: what stands there as it was typed.
  const pairs = firsts.length - 1
  const hits: Hit[] = []
  signs.forEach((sign, number) => {
    if (sign === NONE) return
    const score = (scores[number] || 0) * (pairs > 1 && beside[number] === pairs ? AS_TYPED : 1)
    hits.push({ number, score, tier: sign === TYPED ? 1 : 0 })
  })
  return hits
}

/**
 * Where title, summary and tags have all that was asked they are worth what they have, and so are words that stand there side by side.
 * One word of several that strays into them says no more than in a text: “uỷ ban” is not what a title with “Ban CHQS” is about.
 */
function leaveStray(
  signs: Uint8Array,
  scores: Float64Array,
  heads: readonly Float64Array[],
  joined: readonly Uint8Array[],
): void {
  signs.forEach((sign, number) => {
    if (sign === NONE || heads.every((worth) => (worth[number] || 0) > 0)) return
    for (const [part, worth] of heads.entries())
      if ((joined[part]?.[number] || 0) === 0) add(scores, number, -(worth[number] || 0))
  })
}

/** How else than typed words are spelt in some bulletins, with how many of these. */
export function otherSpellings(
  { parts }: Query,
  lookup: Lookup,
  numbers: ReadonlySet<number>,
): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const typed of parts.flatMap(({ wordings }) => wordings[0] ?? [])) {
    if (!typed.marked) continue
    for (const [name, forms] of lookup.forms(typed)) {
      const keys = name === typed.fold ? Object.keys(forms) : []
      const asTyped = new Set<number>()
      for (const key of keys) if (isAsTyped(key, typed)) read(forms[key] ?? '', (number) => asTyped.add(number))
      for (const key of keys) {
        if (isAsTyped(key, typed)) continue
        let count = 0
        read(forms[key] ?? '', (number) => {
          if (numbers.has(number) && !asTyped.has(number)) count += 1
        })
        if (count > 0) times.set(spelled(key), (times.get(spelled(key)) || 0) + count)
      }
    }
  }
  return times
}

/** Whether a spelling has the marks that were typed. */
const isAsTyped = (key: string, { marked, prefix, key: typed }: Typed): boolean =>
  !marked || key === typed || (prefix && beginsSo(key, typed))

function anyWording({ wordings, whole }: Asked, lookup: Lookup): Found {
  const [own = [], ...others] = wordings
  const best = wording(own, whole, lookup)
  for (const words of others) {
    const { scores, signs, heads } = wording(words, whole, lookup)
    signs.forEach((sign, number) => {
      const score = scores[number] || 0
      const before = best.signs[number] ?? NONE
      // As typed in one wording is as typed.
      if (sign < before || sign === NONE || (sign === before && (best.scores[number] || 0) >= score)) return
      best.scores[number] = score
      best.signs[number] = sign
      best.heads[number] = heads[number] || 0
    })
  }
  return best
}

function wording(words: readonly Typed[], whole: boolean, lookup: Lookup): Found {
  let all: Found | null = null
  for (const [at, word] of words.entries()) {
    const found = both(all, syllableIn(word, lookup))
    const before = words[at - 1]
    if (whole && before !== undefined)
      pairIn(before, word, lookup).scores.forEach((score, number) => {
        if (score === 0) found.signs[number] = NONE
        add(found.scores, number, score)
      })
    all = found
  }
  const { scores, signs, heads } = all ?? nothing(lookup)
  // A long phrase does not outweigh the other parts by its length alone. One that is whole in a title is no stray word.
  const share = (some: Float64Array): Float64Array => (words.length > 1 ? some.map((one) => one / words.length) : some)
  return { scores: share(scores), signs, heads: share(heads) }
}

const nothing = ({ count }: Lookup): Found => ({
  scores: new Float64Array(count),
  signs: new Uint8Array(count),
  heads: new Float64Array(count),
})

const add = (numbers: Float64Array | Uint8Array, at: number, much = 0): void => {
  numbers[at] = (numbers[at] || 0) + much
}

/** In both, written into the first: scores add, and marks count as honoured if they are in both. */
function both(a: Found | null, b: Found): Found {
  if (a === null) return b
  b.signs.forEach((sign, number) => {
    a.signs[number] = Math.min(a.signs[number] ?? NONE, sign)
    add(a.scores, number, b.scores[number])
    add(a.heads, number, b.heads[number])
  })
  return a
}

function syllableIn(typed: Typed, lookup: Lookup): Found {
  const found = nothing(lookup)
  const { scores, signs, heads } = found
  for (const [name, forms] of lookup.forms(typed)) {
    const share = name === typed.fold ? 1 : 0.4
    for (const [key, postings] of Object.entries(forms)) {
      const own = isAsTyped(key, typed) ? TYPED : OTHER
      read(postings, (number, weight) => {
        const score = worthOf(weight) * share
        const sign = signs[number] ?? NONE
        if (sign > own || (sign === own && (scores[number] || 0) >= score)) return
        scores[number] = score
        signs[number] = own
        heads[number] = aboveText(weight) * share
      })
    }
  }
  return found
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

/** How well two syllables stand side by side in each bulletin; 0: nowhere. */
function pairIn(first: Typed, second: Typed, lookup: Lookup): Pick<Found, 'scores' | 'heads'> {
  const [best, heads] = [new Float64Array(lookup.count), new Float64Array(lookup.count)]
  for (const [name, postings] of entriesOf(lookup.next(first.fold), second))
    read(postings, (number, weight) => {
      best[number] = Math.max(best[number] || 0, worthOf(weight) * (name === second.fold ? 1 : 0.4))
      if (aboveText(weight) > 0) heads[number] = 1
    })
  return { scores: best, heads }
}
