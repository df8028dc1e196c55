import type { SearchCard } from './format.ts'
import { inTitle } from './postings.ts'
import { Sheet } from './sheet.ts'
import { wordReader } from './words.ts'

/** One bulletin as the index takes it. */
export interface SearchDocument {
  readonly card: SearchCard
  readonly unit: string
  /** Tags, names, sections, titles of attachments, days (`dayWord`): what it is about, beside title and summary. */
  readonly labels: readonly string[]
  /** Plain text, that of what stands beside it included. */
  readonly text: string
}

/** Where a word stands, as its weight says it. */
const TEXT = 0
const FIELD = 1
const TITLE = 2

/** Where something stands in the bytes of what was gathered. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A bulletin in whose title something is, with its weight there. */
export type InTitle = readonly [number: number, weight: number]

/** One syllable without marks: `"forms":{…}` and `,"next":{…}` as files have them, and what of it is in titles. */
export interface GatheredEntry {
  readonly fold: string
  readonly forms: Span
  readonly next: Span
  readonly titles: readonly InTitle[]
  /** What follows it in titles. */
  readonly pairs: readonly { readonly second: string; readonly titles: readonly InTitle[] }[]
}

/** All words of a segment, in the order of the alphabet, so that files do not depend on the order of first use. */
export interface Gathered {
  readonly entries: readonly GatheredEntry[]
  readonly bytes: Uint8Array
}

/**
 * Every word in the order in which it came, as numbers in three columns. Bulletins come one after the other, so sorting by
 * what a word is, and leaving alike ones in their order, gives the postings.
 */
export class Gather {
  readonly #read = wordReader()
  /** The spelling of each word. */
  #words = new Uint32Array(1 << 16)
  /** The fold of the word before it on the same line, and one; 0 where there is none. */
  #firsts = new Uint32Array(1 << 16)
  /** Bulletin × 4 + place. */
  #places = new Uint32Array(1 << 16)
  #length = 0

  /** One bulletin: each of its words, and the word before it on the same line. */
  add(number: number, { card, labels, text }: SearchDocument): void {
    this.#take(number * 4 + TITLE, card.title)
    for (const field of [card.summary, ...labels]) this.#take(number * 4 + FIELD, field)
    // A heading does not go on into the line below it.
    for (const line of text.split('\n')) this.#take(number * 4 + TEXT, line)
  }

  #take(place: number, text: string): void {
    const read = this.#read(text)
    let at = this.#length
    this.#length += read.length
    while (this.#length > this.#words.length) {
      this.#words = doubled(this.#words)
      this.#firsts = doubled(this.#firsts)
      this.#places = doubled(this.#places)
    }
    let first = 0
    for (const { key, fold } of read) {
      this.#words[at] = key
      this.#firsts[at] = first
      this.#places[at] = place
      first = fold + 1
      at += 1
    }
  }

  /** Sorts what was added, and writes it down. */
  entries(): Gathered {
    const { keys, folds, foldOf } = this.#read.known
    const [keyAt, foldAt] = [alphabet(keys), alphabet(folds)]
    const { keyRanks, firstRanks, secondRanks } = this.#ranks(keyAt.rank, foldAt.rank)
    const byKey = sorted(upTo(this.#length), keyRanks, keys.length)
    const bySecond = sorted(upTo(this.#length), secondRanks, folds.length)
    // What nothing stands before comes last, and is no pair.
    const byPair = sorted(bySecond.order, firstRanks, folds.length + 1)
    const spellings = folds.map((): number[] => [])
    for (const key of keyAt.order) spellings[foldOf[key] ?? 0]?.push(key)
    const sheet = new Sheet()
    const put = { sheet, places: this.#places }
    const entries = foldAt.order.map((fold, rank): GatheredEntry => {
      const from = sheet.length
      const titles: InTitle[] = []
      sheet.text('"forms":{')
      for (const [index, key] of (spellings[fold] ?? []).entries()) {
        const rankOfKey = keyAt.rank[key] ?? 0
        const run = { order: byKey.order, from: byKey.starts[rankOfKey] ?? 0, to: byKey.starts[rankOfKey + 1] ?? 0 }
        titles.push(...putPostings(put, index, keys[key] ?? '', run))
      }
      sheet.text('}')
      const middle = sheet.length
      sheet.text(',"next":{')
      const pairs: { readonly second: string; readonly titles: readonly InTitle[] }[] = []
      const end = byPair.starts[rank + 1] ?? 0
      for (let at = byPair.starts[rank] ?? 0, index = 0; at < end; index += 1) {
        const run = { order: byPair.order, from: at, to: endOfRun(byPair.order, secondRanks, at, end) }
        const second = folds[foldAt.order[secondRanks[run.order[at] ?? 0] ?? 0] ?? 0] ?? ''
        const inTitles = putPostings(put, index, second, run)
        if (inTitles.length > 0) pairs.push({ second, titles: inTitles })
        at = run.to
      }
      sheet.text('}')
      const span = { forms: { from, to: middle }, next: { from: middle, to: sheet.length } }
      return { fold: folds[fold] ?? '', ...span, titles, pairs }
    })
    return { entries, bytes: sheet.part(0) }
  }

  /** For each word the place of its spelling in the alphabet, and those of the folds of the word before it and its own. */
  #ranks(keyRank: Uint32Array, foldRank: Uint32Array) {
    const { foldOf } = this.#read.known
    const count = this.#length
    const [keyRanks, firstRanks, secondRanks] = [0, 1, 2].map(() => new Uint32Array(count)) as Columns
    for (let at = 0; at < count; at += 1) {
      const key = this.#words[at] ?? 0
      const first = this.#firsts[at] ?? 0
      keyRanks[at] = keyRank[key] ?? 0
      firstRanks[at] = first === 0 ? foldRank.length : (foldRank[first - 1] ?? 0)
      secondRanks[at] = foldRank[foldOf[key] ?? 0] ?? 0
    }
    return { keyRanks, firstRanks, secondRanks }
  }
}

type Columns = [Uint32Array, Uint32Array, Uint32Array]

function doubled(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(column.length * 2)
  larger.set(column)
  return larger
}

/** The numbers of names in the order of the alphabet, and the place of each number in it. */
function alphabet(names: readonly string[]): { readonly order: readonly number[]; readonly rank: Uint32Array } {
  const order = names.map((_, at) => at).sort((a, b) => inOrder(names[a] ?? '', names[b] ?? ''))
  const rank = new Uint32Array(names.length)
  for (const [place, at] of order.entries()) rank[at] = place
  return { order, rank }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function upTo(count: number): Uint32Array {
  const numbers = new Uint32Array(count)
  for (let number = 0; number < count; number += 1) numbers[number] = number
  return numbers
}

/** Items by their ranks, those of one rank in the order they had (counting sort); starts: where each rank begins, and the end. */
function sorted(items: Uint32Array, rankOf: Uint32Array, ranks: number) {
  const starts = new Uint32Array(ranks + 1)
  for (const rank of rankOf) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1
  for (let rank = 0; rank < ranks; rank += 1) starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0)
  const next = starts.slice()
  const order = new Uint32Array(items.length)
  for (const item of items) {
    const rank = rankOf[item] ?? 0
    const at = next[rank] ?? 0
    order[at] = item
    next[rank] = at + 1
  }
  return { order, starts }
}

/** Where a run of occurrences of the same thing ends, which begins at one place and may go on to another. */
function endOfRun(order: Uint32Array, ranks: Uint32Array, from: number, end: number): number {
  const rank = ranks[order[from] ?? 0]
  let to = from + 1
  while (to < end && ranks[order[to] ?? 0] === rank) to += 1
  return to
}

/** Occurrences that lie side by side in an order, those of one bulletin together. */
interface Run extends Span {
  readonly order: Uint32Array
}

/** Writes `"name":"postings"`, the index-th in its braces; gives the titles it stands in. */
function putPostings(
  { sheet, places }: { readonly sheet: Sheet; readonly places: Uint32Array },
  index: number,
  name: string,
  { order, from, to }: Run,
): readonly InTitle[] {
  const titles: InTitle[] = []
  // Names are letters, marks and digits: nothing in them has to be escaped.
  sheet.text(index === 0 ? '"' : ',"')
  sheet.text(name)
  sheet.text('":"')
  let last = -1
  for (let at = from; at < to; ) {
    const bulletin = (places[order[at] ?? 0] ?? 0) >>> 2
    let [place, times] = [0, 0]
    // All occurrences of one thing in one bulletin.
    for (; at < to; at += 1) {
      const here = places[order[at] ?? 0] ?? 0
      if (here >>> 2 !== bulletin) break
      if ((here & 3) === TEXT) times += 1
      else place |= (here & 3) * 4
    }
    const weight = place + (times === 0 ? 0 : times === 1 ? 1 : times < 5 ? 2 : 3)
    sheet.step((bulletin - last) * 16 + weight)
    if (inTitle(weight)) titles.push([bulletin, weight])
    last = bulletin
  }
  sheet.text('"')
  return titles
}
