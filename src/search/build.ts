import {
  BLOCK,
  type Bucket,
  bucketOf,
  bucketsFor,
  type CardBlock,
  cardsFile,
  type SearchCard,
  type WordEntry,
  wordsFile,
} from './format.ts'
import { type Word, wordReader } from './words.ts'

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
  const words = Array.from({ length: bucketsFor(count) }, (_, number) => wordsFile(id, number))
  const cards = Array.from({ length: Math.ceil(count / BLOCK) }, (_, number) => cardsFile(id, number))
  return [...words, ...cards]
}

/** All files of a segment, by name: a pure function of its bulletins, which come from the oldest on. */
export function buildSegment(
  id: string,
  stamp: string,
  documents: Iterable<SearchDocument>,
): ReadonlyMap<string, string> {
  const gather = new Gather()
  const cards: SearchCard[] = []
  const kinds = new Map<string, number>()
  const kindOf: number[] = []
  for (const document of documents) {
    gather.add(cards.length, document)
    const kind = JSON.stringify([document.card.category, document.unit])
    if (!kinds.has(kind)) kinds.set(kind, kinds.size)
    kindOf.push(kinds.get(kind) ?? 0)
    cards.push(document.card)
  }
  const count = cards.length
  const buckets = bucketsFor(count)
  const words = Array.from({ length: buckets }, (): Record<string, WordEntry> => Object.create(null))
  for (const [fold, entry] of gather.entries()) (words[bucketOf(fold, buckets)] ?? {})[fold] = entry
  const head = { stamp, count, kinds: [...kinds.keys()].map((kind) => JSON.parse(kind) as [string, string]), kindOf }
  const files = new Map<string, string>()
  for (const [number, some] of words.entries())
    files.set(wordsFile(id, number), JSON.stringify({ ...head, words: some } satisfies Bucket))
  for (let block = 0; block * BLOCK < count; block += 1)
    files.set(
      cardsFile(id, block),
      JSON.stringify({ stamp, cards: cards.slice(block * BLOCK, (block + 1) * BLOCK) } satisfies CardBlock),
    )
  return files
}

const TITLE = 8
const FIELD = 4

/** Postings under way: numbers for spellings and pairs, since there are millions of them. */
class Gather {
  readonly #read = wordReader()
  readonly #forms = new Map<Word, Growing>()
  readonly #folds = new Map<string, number>()
  readonly #names: string[] = []
  readonly #pairs = new Map<number, Growing>()

  /** One bulletin: each of its words and pairs with the best place it stands in. */
  add(number: number, { card, labels, text }: SearchDocument): void {
    this.#take(number, card.title, TITLE)
    for (const field of [card.summary, ...labels]) this.#take(number, field, FIELD)
    // A heading does not go on into the line below it.
    for (const line of text.split('\n')) this.#take(number, line, 0)
  }

  #take(number: number, text: string, place: number): void {
    let before = -1
    for (const word of this.#read(text)) {
      note(growing(this.#forms, word), number, place)
      const at = this.#numberOf(word.fold)
      if (before >= 0) note(growing(this.#pairs, before * SPACE + at), number, place)
      before = at
    }
  }

  #numberOf(fold: string): number {
    const known = this.#folds.get(fold)
    if (known !== undefined) return known
    this.#folds.set(fold, this.#names.length)
    return this.#names.push(fold) - 1
  }

  /** In the order of the alphabet, so that files do not depend on the order of first use. */
  entries(): readonly (readonly [string, WordEntry])[] {
    const found = new Map<
      string,
      { forms: Record<string, readonly number[]>; next: Record<string, readonly number[]> }
    >()
    for (const name of [...this.#names].sort())
      found.set(name, { forms: Object.create(null), next: Object.create(null) })
    const byKey = [...this.#forms].sort(([a], [b]) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    for (const [{ fold, key }, postings] of byKey) {
      const forms = found.get(fold)?.forms ?? {}
      forms[key] = key in forms ? merged(forms[key] ?? [], closed(postings)) : closed(postings)
    }
    const byNames = [...this.#pairs].map(
      ([pair, postings]) =>
        [this.#names[pair % SPACE] ?? '', this.#names[Math.floor(pair / SPACE)] ?? '', postings] as const,
    )
    byNames.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    for (const [second, first, postings] of byNames) {
      const entry = found.get(first)
      if (entry !== undefined) entry.next[second] = closed(postings)
    }
    return [...found]
  }
}

/** More different syllables than any segment has; pairs stay whole numbers below 2^53. */
const SPACE = 2 ** 24

/** Postings with the bulletin now being read still open. */
interface Growing {
  done: number[]
  at: number
  last: number
  place: number
  times: number
}

function growing<K>(map: Map<K, Growing>, key: K): Growing {
  let found = map.get(key)
  if (found === undefined) {
    found = { done: [], at: -1, last: -1, place: 0, times: 0 }
    map.set(key, found)
  }
  return found
}

function note(postings: Growing, number: number, place: number): void {
  if (postings.at !== number) {
    close(postings)
    postings.at = number
  }
  postings.place |= place
  if (place === 0) postings.times += 1
}

function close(postings: Growing): void {
  const { at, last, place, times } = postings
  if (at < 0) return
  postings.done.push((at - last) * 16 + place + (times === 0 ? 0 : times === 1 ? 1 : times < 5 ? 2 : 3))
  postings.last = at
  postings.place = 0
  postings.times = 0
}

function closed(postings: Growing): readonly number[] {
  close(postings)
  postings.at = -1
  return postings.done
}

/** Two spellings with one key (`Ủy`, `uỷ`): a bulletin with both stands once. */
function merged(a: readonly number[], b: readonly number[]): readonly number[] {
  const weights = new Map<number, number>()
  for (const postings of [a, b]) {
    let at = -1
    for (const step of postings) {
      at += step >> 4
      const known = weights.get(at) ?? 0
      weights.set(at, ((known | step) & 12) + Math.min(3, (known & 3) + (step & 3)))
    }
  }
  let last = -1
  return [...weights]
    .sort(([one], [other]) => one - other)
    .map(([at, weight]) => {
      const step = (at - last) * 16 + weight
      last = at
      return step
    })
}
