import { fold } from '../text/fold.ts'
import { nearest } from '../text/nearest.ts'
import {
  BLOCK,
  type Bucket,
  bucketOf,
  type CardBlock,
  cardsFile,
  INDEX_VERSION,
  type SearchCard,
  type SearchSettings,
  type SegmentInfo,
  type WordEntry,
  wordsFile,
} from './format.ts'
import { foldsOf, type Hit, type Lookup, matchSegment, matchSome, type Query, readQuery } from './query.ts'
import { wordOf } from './words.ts'

/** How a file of the index is got, by its name below the index's address; fresh: past every cache. Rejects if it cannot be. */
export type Get = (file: string, fresh: boolean) => Promise<unknown>

/** What results are narrowed to; '' is no limit. category: an id, those below it included; author: a part of a name. */
export interface Filters {
  readonly category: string
  readonly year: string
  readonly author: string
}

/** A bulletin that fits: where it stands in the index. */
export interface Ranked extends Hit {
  readonly segment: SegmentInfo
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
    const near = readQuery(`${words} `, shelf.settings.glossary)
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
  for (let at = 0; at < segments.length; at += BATCH) {
    const batch = segments.slice(at, at + BATCH)
    const more = await Promise.all(batch.map((segment) => inSegment(shelf, segment, query, filters, how)))
    ranked = [...ranked, ...more.flat()].sort(bestFirst)
    yield { ranked, query, how, words, done: at + BATCH >= segments.length }
  }
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
  const { lookup, any } = await bucketsOf(shelf, segment, foldsOf(query))
  if (any === undefined) return []
  const sections = familyOf(filters.category, shelf.settings)
  const newest = Number(shelf.settings.segments[0]?.id.slice(0, 4))
  const recent = 1 + RECENT / (1 + newest - Number(segment.id.slice(0, 4)))
  const hits = (how === 'some' ? matchSome : matchSegment)(query, lookup)
  const fitting = hits.flatMap(({ number, score }): readonly Ranked[] => {
    const [category = '', unit = ''] = any.kinds[any.kindOf[number] ?? -1] ?? []
    if (filters.category !== '' && !sections.has(category)) return []
    return [{ segment, number, score: score * recent * (shelf.settings.ended.includes(unit) ? ENDED : 1) }]
  })
  if (filters.author === '') return fitting
  const cards = await Promise.all(fitting.map((one) => cardOf(shelf, one)))
  const wanted = fold(filters.author).trim()
  return fitting.filter((_, at) => cards[at]?.authors.some((name) => fold(name).includes(wanted)))
}

/** The files of a segment that hold these syllables. Some may be from before an update and some from after: then all again. */
async function bucketsOf(
  { load }: Shelf,
  segment: SegmentInfo,
  folds: readonly string[],
): Promise<{ readonly lookup: Lookup; readonly any: Bucket | undefined }> {
  const numbers = [...new Set(folds.map((one) => bucketOf(one, segment.buckets)))]
  const all = (fresh: boolean) =>
    Promise.all(numbers.map((number) => load(wordsFile(segment.id, number), fresh) as Promise<Bucket>))
  let buckets = await all(false)
  if (new Set(buckets.map(({ stamp }) => stamp)).size > 1) buckets = await all(true)
  return { lookup: (one) => buckets[numbers.indexOf(bucketOf(one, segment.buckets))], any: buckets[0] }
}

async function cardOf({ load }: Shelf, { segment, number }: Ranked): Promise<SearchCard> {
  const file = cardsFile(segment.id, Math.floor(number / BLOCK))
  const block = (await load(file)) as CardBlock
  const card = block.cards[number % BLOCK] ?? ((await load(file, true)) as CardBlock).cards[number % BLOCK]
  if (card === undefined) throw new Error(`no card ${number} in ${file}`)
  return card
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
    const around = [typed[at - 1], typed[at + 1]]
    const buckets = await Promise.all(newest.map((one) => bucketsOf(shelf, one, [...typed, ...slips])))
    const seen = new Set(
      buckets.flatMap(({ lookup }) => slips.flatMap((near) => Object.keys(lookup(near)?.words ?? {}))),
    )
    if (seen.has(wanted)) continue
    const follows = (first: string, second: string) =>
      buckets.filter(({ lookup }) => nextOf(lookup, first)?.has(second)).length
    const found = nearestOf(wanted, seen)
      .map((name) => ({ name, beside: follows(around[0] ?? '', name) + follows(name, around[1] ?? '') }))
      .sort((a, b) => b.beside - a.beside)[0]?.name
    if (found === undefined) continue
    // Split, not a pattern: what was typed is never an expression.
    words = words
      .split(/([\p{L}\p{M}\p{N}]+)/u)
      .map((one) => (wordOf(one).fold === wanted ? found : one))
      .join('')
  }
  return words === text ? null : words
}

function nextOf(lookup: Lookup, first: string): ReadonlySet<string> | null {
  const entry: PropertyDescriptor | undefined = Object.getOwnPropertyDescriptor(lookup(first)?.words ?? {}, first)
  return entry === undefined ? null : new Set(Object.keys((entry.value as WordEntry).next))
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
