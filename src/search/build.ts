import {
  BLOCK,
  beginningOf,
  beginningsFile,
  bucketOf,
  bucketsFor,
  type CardBlock,
  cardsFile,
  type PackedCard,
  packed,
  wordsFile,
} from './format.ts'
import { Gather, type Gathered, type SearchDocument } from './gather.ts'
import { likeliest } from './likely.ts'

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

/** All files of a segment, by name, as JSON: a pure function of its bulletins. */
export function buildSegment({ id, stamp, documents }: SegmentWork): ReadonlyMap<string, Uint8Array> {
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
  const gathered = gather.entries()
  const buckets = bucketsFor(count)
  const head = { stamp, count, kinds: [...kinds.keys()].map((kind) => JSON.parse(kind) as [string, string]), kindOf }
  const opening = `${JSON.stringify(head).slice(0, -1)},"words":{`
  const beside = cardsBeside(gathered, cards, buckets.words)
  const files = new Map<string, Uint8Array>()
  for (const [number, pieces] of shared(gathered, buckets.words, bucketOf, whole).entries())
    files.set(wordsFile(id, number), Buffer.concat([Buffer.from(opening), ...pieces, ended(beside[number] ?? {})]))
  for (const [number, pieces] of shared(gathered, buckets.beginnings, beginningOf, formsAlone).entries())
    files.set(beginningsFile(id, number), Buffer.concat([Buffer.from(opening), ...pieces, Buffer.from('}}')]))
  for (let block = 0; block * BLOCK < count; block += 1)
    files.set(
      cardsFile(id, block),
      Buffer.from(
        JSON.stringify({ stamp, cards: cards.slice(block * BLOCK, (block + 1) * BLOCK) } satisfies CardBlock),
      ),
    )
  return files
}

type Named = Gathered['entries'][number]
type Cards = Record<number, PackedCard>

/** What of an entry goes into files of words: its spellings, and what follows it. */
const whole = ({ forms, next }: Named): readonly Span[] => [forms, next]
/** And into files of beginnings: what was typed so far is looked for there, and the last word of a query. */
const formsAlone = ({ forms }: Named): readonly Span[] => [forms]
type Span = Named['forms']

/** The entries of each of so many files, as they are written there (`Bucket` of format.ts, which this must agree with). */
function shared(
  { entries, bytes }: Gathered,
  count: number,
  fileOf: (fold: string, count: number) => number,
  spansOf: (entry: Named) => readonly Span[],
): readonly Uint8Array[][] {
  const files = Array.from({ length: count }, (): Uint8Array[] => [])
  for (const entry of count === 0 ? [] : entries) {
    const pieces = files[fileOf(entry.fold, count)] ?? []
    pieces.push(Buffer.from(`${pieces.length === 0 ? '' : ','}${JSON.stringify(entry.fold)}:{`))
    for (const { from, to } of spansOf(entry)) pieces.push(bytes.subarray(from, to))
    pieces.push(closing)
  }
  return files
}

const closing = Buffer.from('}')
const ended = (cards: Cards): Uint8Array => Buffer.from(`},"cards":${JSON.stringify(cards)}}`)

/** For each file of words the cards of those that will be shown first. */
function cardsBeside({ entries }: Gathered, cards: readonly PackedCard[], count: number): readonly Cards[] {
  const files = Array.from({ length: count }, (): Cards => ({}))
  for (const [fold, numbers] of likeliest(entries)) {
    const beside = files[bucketOf(fold, count)] ?? {}
    for (const number of numbers) {
      const card = cards[number]
      if (card !== undefined) beside[number] = card
    }
  }
  return files
}
