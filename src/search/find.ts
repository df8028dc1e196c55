import { fold } from '../text/fold.ts'
import { nearest } from '../text/nearest.ts'
import {
  BLOCK,
  type Bucket,
  beginningOf,
  beginningsFile,
  bucketOf,
  type CardBlock,
  cardsFile,
  INDEX_VERSION,
  type Named,
  type PackedCard,
  type SearchCard,
  type SearchSettings,
  type SegmentInfo,
  unpacked,
  wordsFile,
} from './format.ts'
import {
  entriesOf,
  foldsOf,
  type Hit,
  type Lookup,
  matchSegment,
  matchSome,
  needsOf,
  type Query,
  readQuery,
  type Typed,
} from './query.ts'

import { wordOf } from './words.ts'

/** How a file of the index is got, by its name below the index's address; fresh: past every cache. Rejects if it cannot be. */
export type Get = (file: string, fresh: boolean) => Promise<unknown>

/** What results are narrowed to; '' is no limit. category: an id, those below it included; author: a part of a name. */
export interface Filters {
  readonly category: string
  readonly year: string
  readonly author: string
}

/** A bulletin that fits: where it stands in the index; card: if it came with the words. */
export interface Ranked extends Hit {
  readonly segment: SegmentInfo
  readonly card: PackedCard | null
}

/** What is known so far, best first. how: all that was asked, a spelling near to it (`words`), or only some of it. */
export interface Answer {
  readonly ranked: readonly Ranked[]
  readonly query: Query
  readonly how: 'all' | 'near' | 'some'
  readonly words: string
  readonly done: boolean
}

/** An index that has been opened. */
export interface Index {
  readonly settings: SearchSettings
  /** Answers the newest year first, then with every batch of older periods; the last has all. */
  find(text: string, filters: Filters): AsyncGenerator<Answer, void, undefined>
  /** The cards of some results, in their order. */
  cards(ranked: readonly Ranked[]): Promise<readonly SearchCard[]>
}

const BATCH = 5
/** What a bulletin of a unit that has ended is worth beside others. */
const ENDED = 0.6
/** How much a bulletin of the newest year gains over one of long ago. */
const RECENT = 0.5

/** Opens the index. Every file is got once. */
export async function openIndex(get: Get): Promise<Index> {
  const known = new Map<string, Promise<unknown>>()
  const load = (file: string, fresh = false): Promise<unknown> => {
    const begun = fresh ? undefined : known.get(file)
    const loading = begun ?? get(file, fresh)
    known.set(file, loading)
    // What failed once may come the next time.
    loading.catch(() => known.delete(file))
    return loading
  }
  const settings = (await load('muc-luc.json')) as SearchSettings
  if (settings.version !== INDEX_VERSION) throw new Error(`index version ${settings.version}`)
  const shelf = { settings, load }
  return {
    settings,
    find: (text, filters) => find(shelf, text, filters),
    cards: (ranked) => Promise.all(ranked.map((one) => cardOf(shelf, one))),
  }
}

interface Shelf {
  readonly settings: SearchSettings
  load(file: string, fresh?: boolean): Promise<unknown>
}

async function* find(shelf: Shelf, text: string, filters: Filters): AsyncGenerator<Answer, void, undefined> {
  const asked = readQuery(text, shelf.settings.glossary)
  const segments = shelf.settings.segments.filter(({ id }) => filters.year === '' || id.startsWith(filters.year))
  let last: Answer | null = null
  for await (const answer of through(shelf, segments, asked, filters, 'all', text)) {
    last = answer
    if (answer.ranked.length > 0 || asked.parts.length === 0) yield answer
  }
  if (last === null || last.ranked.length > 0 || asked.parts.length === 0) {
    if (last === null) yield { ranked: [], query: asked, how: 'all', words: text, done: true }
    return
  }
  const words = await nearWords(shelf, segments, asked, text)
  if (words !== null) {
    const near = readQuery(asked.begun === null ? `${words} ` : words, shelf.settings.glossary)
    for await (const answer of through(shelf, segments, near, filters, 'near', words)) {
      last = answer
      if (answer.ranked.length > 0) yield answer
    }
    if (last.ranked.length > 0) return
  }
  for await (const answer of through(shelf, segments, asked, filters, 'some', text)) {
    last = answer
    if (answer.ranked.length > 0 || answer.done) yield answer
  }
}

/** All periods, newest first, a batch at a time. */
async function* through(
  shelf: Shelf,
  segments: readonly SegmentInfo[],
  query: Query,
  filters: Filters,
  how: Answer['how'],
  words: string,
): AsyncGenerator<Answer, void, undefined> {
  let ranked: readonly Ranked[] = []
  for (let at = 0, next = newestOf(segments); at < segments.length; at = next, next += BATCH) {
    const batch = segments.slice(at, next)
    const more = await Promise.all(batch.map((segment) => inSegment(shelf, segment, query, filters, how)))
    ranked = [...ranked, ...more.flat()].sort(bestFirst)
    yield { ranked, query, how, words, done: next >= segments.length }
  }
}

/** How many periods answer first: those of the newest two years, and no more than a batch. */
function newestOf(segments: readonly SegmentInfo[]): number {
  const yearOf = ({ id }: SegmentInfo): string => id.slice(0, 4)
  const years = [...new Set(segments.map(yearOf))].slice(0, 2)
  return Math.min(BATCH, segments.filter((one) => years.includes(yearOf(one))).length)
}

/** Equal ones: the newer first. */
function bestFirst(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.segment.id !== b.segment.id) return a.segment.id < b.segment.id ? 1 : -1
  return b.number - a.number
}

async function inSegment(
  shelf: Shelf,
  segment: SegmentInfo,
  query: Query,
  filters: Filters,
  how: Answer['how'],
): Promise<readonly Ranked[]> {
  const { lookup, buckets } = await wordsOf(shelf, segment, query)
  const [any] = buckets
  if (any === undefined) return []
  const cards = new Map(buckets.flatMap(({ cards: some = {} }) => Object.entries(some)))
  const sections = familyOf(filters.category, shelf.settings)
  const newest = Number(shelf.settings.segments[0]?.id.slice(0, 4))
  const recent = 1 + RECENT / (1 + newest - Number(segment.id.slice(0, 4)))
  const hits = (how === 'some' ? matchSome : matchSegment)(query, lookup)
  const fitting = hits.flatMap(({ number, score }): readonly Ranked[] => {
    const [category = '', unit = ''] = any.kinds[any.kindOf[number] ?? -1] ?? []
    if (filters.category !== '' && !sections.has(category)) return []
    const card = cards.get(String(number)) ?? null
    return [{ segment, number, card, score: score * recent * (shelf.settings.ended.includes(unit) ? ENDED : 1) }]
  })
  if (filters.author === '') return fitting
  const told = await Promise.all(fitting.map((one) => cardOf(shelf, one)))
  const wanted = fold(filters.author).trim()
  return fitting.filter((_, at) => told[at]?.authors.some((name) => fold(name).includes(wanted)))
}

/** What a query needs of a segment's words, one file for each word: with what follows it, or by its beginning. */
async function wordsOf(
  shelf: Shelf,
  segment: SegmentInfo,
  query: Query,
): Promise<{ readonly lookup: Lookup; readonly buckets: readonly Bucket[] }> {
  const { typed, followed } = needsOf(query)
  const fileOf = (one: Typed): string =>
    one.prefix || !followed.has(one.fold) ? beginningIn(segment, one.fold) : wordIn(segment, one.fold)
  const files = await together(shelf, [...typed.map(fileOf), ...[...followed].map((one) => wordIn(segment, one))])
  const lookup: Lookup = {
    forms: (one) =>
      entriesOf(files.get(fileOf(one))?.words ?? {}, one).map(([name, { forms }]) => [name, forms] as const),
    next: (one) => nextOf(files.get(wordIn(segment, one)), one),
  }
  return { lookup, buckets: [...files.values()] }
}

const wordIn = ({ id, words }: SegmentInfo, fold: string): string => wordsFile(id, bucketOf(fold, words))
const beginningIn = (segment: SegmentInfo, fold: string): string =>
  segment.beginnings === 0 ? wordIn(segment, fold) : beginningsFile(segment.id, beginningOf(fold, segment.beginnings))
const nextOf = (bucket: Bucket | undefined, fold: string): Named =>
  entriesOf(bucket?.words ?? {}, { fold, prefix: false })[0]?.[1].next ?? {}

/** Files of one segment. Some may be from before an update and some from after: then all again. */
async function together({ load }: Shelf, names: readonly string[]): Promise<ReadonlyMap<string, Bucket>> {
  const files = [...new Set(names)]
  const all = (fresh: boolean) => Promise.all(files.map((file) => load(file, fresh) as Promise<Bucket>))
  let buckets = await all(false)
  if (new Set(buckets.map(({ stamp }) => stamp)).size > 1) buckets = await all(true)
  return new Map(buckets.map((bucket, at) => [files[at] ?? '', bucket]))
}

async function cardOf({ load }: Shelf, { segment, number, card: known }: Ranked): Promise<SearchCard> {
  if (known !== null) return unpacked(known)
  const file = cardsFile(segment.id, Math.floor(number / BLOCK))
  const block = (await load(file)) as CardBlock
  const card = block.cards[number % BLOCK] ?? ((await load(file, true)) as CardBlock).cards[number % BLOCK]
  if (card === undefined) throw new Error(`no card ${number} in ${file}`)
  return unpacked(card)
}

function familyOf(id: string, { categories }: SearchSettings): ReadonlySet<string> {
  const family = new Set([id])
  // Parents may stand after their children: each round finds one more generation.
  for (const _ of categories)
    for (const { id: one, parent } of categories) if (parent !== null && family.has(parent)) family.add(one)
  return family
}

/** The words as they were perhaps meant: each syllable that is nowhere gives way to the nearest that is. null: nothing to mend. */
async function nearWords(
  shelf: Shelf,
  segments: readonly SegmentInfo[],
  query: Query,
  text: string,
): Promise<string | null> {
  const newest = segments.slice(0, BATCH)
  const typed = foldsOf(query)
  let words = text
  for (const [at, wanted] of typed.entries()) {
    const slips = slipsOf(wanted)
    const begun = await Promise.all(
      newest.map((one) =>
        together(
          shelf,
          slips.map((slip) => beginningIn(one, slip)),
        ),
      ),
    )
    const seen = new Set(begun.flatMap((files) => [...files.values()].flatMap((bucket) => Object.keys(bucket.words))))
    if (seen.has(wanted)) continue
    const [before, after] = [typed[at - 1], typed[at + 1]]
    const told = await Promise.all(
      nearestOf(wanted, seen).map(async (name) => {
        const pairs = [
          before === undefined ? null : ([before, name] as const),
          after === undefined ? null : ([name, after] as const),
        ]
        return {
          name,
          beside: await timesBeside(
            shelf,
            newest,
            pairs.filter((pair) => pair !== null),
          ),
        }
      }),
    )
    const found = told.sort((a, b) => b.beside - a.beside)[0]?.name
    if (found === undefined) continue
    // Split, not a pattern: what was typed is never an expression.
    words = words
      .split(/([\p{L}\p{M}\p{N}]+)/u)
      .map((one) => (wordOf(one).fold === wanted ? found : one))
      .join('')
  }
  return words === text ? null : words
}

/** In how many periods words stand side by side, all pairs together; looked at in the oldest two, which are mostly whole years. */
async function timesBeside(
  shelf: Shelf,
  newest: readonly SegmentInfo[],
  pairs: readonly (readonly [string, string])[],
): Promise<number> {
  const times = await Promise.all(
    newest.slice(-2).map(async (segment) => {
      const files = await together(
        shelf,
        pairs.map(([first]) => wordIn(segment, first)),
      )
      return pairs.filter(([first, second]) => Object.hasOwn(nextOf(files.get(wordIn(segment, first)), first), second))
    }),
  )
  return times.flat().length
}

/** Some syllables that are near, the nearest first. */
function nearestOf(wanted: string, seen: ReadonlySet<string>): readonly string[] {
  const left = [...seen].filter((name) => name.length > 1).sort()
  const found: string[] = []
  for (let more = nearest(wanted, left); more !== null && found.length < 6; more = nearest(wanted, left)) {
    found.push(more)
    left.splice(left.indexOf(more), 1)
  }
  return found
}

/** Where a mistyped syllable may be looked for: as it is, without one of its first letters, with two of them exchanged. */
function slipsOf(wanted: string): readonly string[] {
  const slips = new Set([wanted])
  for (const at of [0, 1, 2]) {
    slips.add(wanted.slice(0, at) + wanted.slice(at + 1))
    slips.add(wanted.slice(0, at) + (wanted[at + 1] ?? '') + (wanted[at] ?? '') + wanted.slice(at + 2))
  }
  return [...slips].filter((one) => one !== '')
}
