import {
  BLOCK,
  type Bucket,
  beginningOf,
  beginningsFile,
  bucketOf,
  bucketsFor,
  type CardBlock,
  cardsFile,
  type PackedCard,
  type Postings,
  packed,
  type SearchCard,
  type WordEntry,
  wordsFile,
} from './format.ts'
import { likeliest } from './likely.ts'
import { written } from './postings.ts'
import { wordReader } from './words.ts'

/** One bulletin as the index takes it. */
export interface SearchDocument {
  readonly card: SearchCard
  readonly unit: string
  /** Tags, names and sections: what it is about, beside title and summary. */
  readonly labels: readonly string[]
  /** Plain text. */
  readonly text: string
}

/** The names of all files of a segment with so many bulletins: known before any is made. */
export function segmentFiles(id: string, count: number): readonly string[] {
  const numbered = (length: number, name: (id: string, number: number) => string): readonly string[] =>
    Array.from({ length }, (_, number) => name(id, number))
  const { words, beginnings } = bucketsFor(count)
  return [
    ...numbered(words, wordsFile),
    ...numbered(beginnings, beginningsFile),
    ...numbered(Math.ceil(count / BLOCK), cardsFile),
  ]
}

/** What a segment is built of: plain data, but that documents may be given one after the other. */
export interface SegmentWork {
  readonly id: string
  /** Names its bulletins and their order. */
  readonly stamp: string
  /** From the oldest on. */
  readonly documents: Iterable<SearchDocument>
}

/** All files of a segment, by name: a pure function of its bulletins. */
export function buildSegment({ id, stamp, documents }: SegmentWork): ReadonlyMap<string, string> {
  const gather = new Gather()
  const cards: PackedCard[] = []
  const kinds = new Map<string, number>()
  const kindOf: number[] = []
  for (const document of documents) {
    gather.add(cards.length, document)
    const kind = JSON.stringify([document.card.category, document.unit])
    if (!kinds.has(kind)) kinds.set(kind, kinds.size)
    kindOf.push(kinds.get(kind) ?? 0)
    cards.push(packed(document.card))
  }
  const count = cards.length
  const head = { stamp, count, kinds: [...kinds.keys()].map((kind) => JSON.parse(kind) as [string, string]), kindOf }
  const words = new Map(gather.entries(count))
  const files = new Map<string, string>()
  for (const [number, bucket] of bucketsOf(words, cards).entries())
    files.set(wordsFile(id, number), JSON.stringify({ ...head, ...bucket } satisfies Bucket))
  for (const [number, some] of beginningsOf(words, count).entries())
    files.set(beginningsFile(id, number), JSON.stringify({ ...head, words: some } satisfies Bucket))
  for (let block = 0; block * BLOCK < count; block += 1)
    files.set(
      cardsFile(id, block),
      JSON.stringify({ stamp, cards: cards.slice(block * BLOCK, (block + 1) * BLOCK) } satisfies CardBlock),
    )
  return files
}

type Words = ReadonlyMap<string, Required<WordEntry>>

/** The files of words: each with what follows them, and with the cards of those that will be shown first. */
function bucketsOf(words: Words, cards: readonly PackedCard[]) {
  const buckets = bucketsFor(cards.length).words
  const files = Array.from({ length: buckets }, () => ({
    words: Object.create(null) as Record<string, WordEntry>,
    cards: {} as Record<number, PackedCard>,
  }))
  for (const [fold, entry] of words) (files[bucketOf(fold, buckets)]?.words ?? {})[fold] = entry
  for (const [fold, numbers] of likeliest(words)) {
    const beside = files[bucketOf(fold, buckets)]?.cards ?? {}
    for (const number of numbers) {
      const card = cards[number]
      if (card !== undefined) beside[number] = card
    }
  }
  return files
}

/** The files of beginnings: what was typed so far is looked for there, and the last word of a query. */
function beginningsOf(words: Words, count: number): readonly Record<string, WordEntry>[] {
  const { beginnings } = bucketsFor(count)
  const files = Array.from({ length: beginnings }, (): Record<string, WordEntry> => Object.create(null))
  if (beginnings === 0) return files
  for (const [fold, { forms }] of words) (files[beginningOf(fold, beginnings)] ?? {})[fold] = { forms }
  return files
}

/** Where a word stands, as its weight says it. */
const TEXT = 0
const FIELD = 1
const TITLE = 2

/**
 * Every word and every pair of words as one whole number, `(what × bulletins + bulletin) × 4 + place`: sorted, they are
 * the postings. Millions of numbers in a row cost a third of as many small objects.
 */
class Gather {
  readonly #read = wordReader()
  readonly #words = new Column()
  readonly #firsts = new Column()
  /** Bulletin × 4 + place, for each word. */
  readonly #places = new Column()

  /** One bulletin: each of its words, and the word before it on the same line. */
  add(number: number, { card, labels, text }: SearchDocument): void {
    this.#take(number * 4 + TITLE, card.title)
    for (const field of [card.summary, ...labels]) this.#take(number * 4 + FIELD, field)
    // A heading does not go on into the line below it.
    for (const line of text.split('\n')) this.#take(number * 4 + TEXT, line)
  }

  #take(place: number, text: string): void {
    let before = -1
    for (const { key, fold } of this.#read(text)) {
      this.#words.push(key)
      this.#firsts.push(before)
      this.#places.push(place)
      before = fold
    }
  }

  /** In the order of the alphabet, so that files do not depend on the order of first use. count: of bulletins. */
  entries(count: number): readonly (readonly [string, Required<WordEntry>])[] {
    const { keys, folds, foldOf } = this.#read.known
    const [keyAt, foldAt] = [alphabet(keys), alphabet(folds)]
    const entries = new Map<string, { readonly forms: Forms; readonly next: Forms }>()
    for (const at of foldAt.order)
      entries.set(folds[at] ?? '', { forms: Object.create(null), next: Object.create(null) })
    const [words, firsts, places] = [this.#words.numbers(), this.#firsts.numbers(), this.#places.numbers()]
    // Of each key the fold is known: keys in order come to their folds in order.
    const forms = words.map((key, index) => (keyAt.rank[key] ?? 0) * count * 4 + (places[index] ?? 0))
    for (const [rank, postings] of postingsOf(forms, count)) {
      const key = keyAt.order[rank] ?? 0
      const entry = entries.get(folds[foldOf[key] ?? 0] ?? '')
      if (entry !== undefined) entry.forms[keys[key] ?? ''] = postings
    }
    // As many first syllables at once as whole numbers have room for: all of them, but in the largest portals.
    const room = Math.max(1, Math.floor(Number.MAX_SAFE_INTEGER / (folds.length * count * 4)))
    for (let from = 0; from < folds.length; from += room) {
      const pairs = new Float64Array(words.length)
      let length = 0
      for (let index = 0; index < words.length; index += 1) {
        const first = firsts[index] ?? -1
        const rank = first < 0 ? -1 : (foldAt.rank[first] ?? 0) - from
        if (rank < 0 || rank >= room) continue
        const second = foldAt.rank[foldOf[words[index] ?? 0] ?? 0] ?? 0
        pairs[length] = (rank * folds.length + second) * count * 4 + (places[index] ?? 0)
        length += 1
      }
      for (const [pair, postings] of postingsOf(pairs.subarray(0, length), count)) {
        const first = folds[foldAt.order[from + Math.floor(pair / folds.length)] ?? 0] ?? ''
        const second = folds[foldAt.order[pair % folds.length] ?? 0] ?? ''
        const entry = entries.get(first)
        if (entry !== undefined) entry.next[second] = postings
      }
    }
    return [...entries]
  }
}

type Forms = Record<string, Postings>

/** A growing row of whole numbers. */
class Column {
  #all = new Float64Array(1 << 16)
  #length = 0

  push(number: number): void {
    if (this.#length === this.#all.length) {
      const larger = new Float64Array(this.#all.length * 2)
      larger.set(this.#all)
      this.#all = larger
    }
    this.#all[this.#length] = number
    this.#length += 1
  }

  numbers(): Float64Array {
    return this.#all.subarray(0, this.#length)
  }
}

/** The numbers of names in the order of the alphabet, and the place of each number in it. */
function alphabet(names: readonly string[]): { readonly order: readonly number[]; readonly rank: Float64Array } {
  const order = names.map((_, at) => at).sort((a, b) => inOrder(names[a] ?? '', names[b] ?? ''))
  const rank = new Float64Array(names.length)
  for (const [place, at] of order.entries()) rank[at] = place
  return { order, rank }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Sorts occurrences in place, and gives what they are of, in order, each with its postings. */
function* postingsOf(occurrences: Float64Array, count: number): Iterable<readonly [number, Postings]> {
  occurrences.sort()
  let what = -1
  let postings = ''
  let last = -1
  for (let index = 0; index < occurrences.length; ) {
    const here = Math.floor((occurrences[index] ?? 0) / 4)
    let place = 0
    let times = 0
    // All occurrences of one thing in one bulletin.
    while (index < occurrences.length) {
      const occurrence = occurrences[index] ?? 0
      if (Math.floor(occurrence / 4) !== here) break
      if (occurrence % 4 === TEXT) times += 1
      else place |= (occurrence % 4) * 4
      index += 1
    }
    const of = Math.floor(here / count)
    if (of !== what) {
      if (what >= 0) yield [what, postings]
      what = of
      postings = ''
      last = -1
    }
    const bulletin = here % count
    postings += written((bulletin - last) * 16 + place + (times === 0 ? 0 : times === 1 ? 1 : times < 5 ? 2 : 3))
    last = bulletin
  }
  if (what >= 0) yield [what, postings]
}
