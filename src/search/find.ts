import { fold } from '../text/fold.ts'
import {
  BLOCK,
  type Bucket,
  beginningsFile,
  type CardBlock,
  cardsFile,
  INDEX_VERSION,
  PAGES,
  type PackedCard,
  type SearchCard,
  type SearchSettings,
  type SegmentInfo,
  unpacked,
  wordsFile,
} from './format.ts'
import type { Mend } from './near.ts'
import {
  entriesOf,
  type Hit,
  type Lookup,
  matchSegment,
  matchSome,
  needsOf,
  otherSpellings,
  type Query,
  readQuery,
  type Typed,
} from './query.ts'
import { BATCH, beginningIn, nextOf, type Shelf, segmentsOf, together, wordIn } from './shelf.ts'

/** How a file of the index is got, by its name below the index's address; fresh: past every cache. Rejects if it cannot be. */
export type Get = (file: string, fresh: boolean) => Promise<unknown>

/** What results are narrowed to; '' is no limit. category: an id, those below it included; author: a part of a name. */
export interface Filters {
  readonly category: string
  readonly year: string
  readonly author: string
}

/** A bulletin that fits (score: tier included): where it stands in the index; card: if it came with the words. */
export interface Ranked extends Hit {
  readonly segment: SegmentInfo
  readonly card: PackedCard | null
}

/**
 * What is known so far, the best first (`ORDERED`). how: all that was asked, a spelling near to it (`words`), only some of it, or,
 * where no words were typed, all that the filters leave (`list`).
 */
export interface Answer {
  readonly ranked: readonly Ranked[]
  /** How many of them, the first, have the marks that were typed. */
  readonly exact: number
  /** How words are spelt in the others, the most frequent first. */
  readonly others: readonly string[]
  readonly query: Query
  readonly how: 'all' | 'near' | 'some' | 'list'
  readonly words: string
  readonly done: boolean
}

/** An index that has been opened. */
export interface Index {
  readonly settings: SearchSettings
  /** Answers the newest year first, then with every batch of older periods; the last has all. */
  find(text: string, filters: Filters): AsyncGenerator<Answer, void, undefined>
  /** How many of some results, from the first on, are shown at once: those whose cards need no more than a few files that were not got yet. */
  ready(ranked: readonly Ranked[]): number
  /** The cards of some results, in their order. */
  cards(ranked: readonly Ranked[]): Promise<readonly SearchCard[]>
}

/** How many files of cards a first answer waits for: with settings and the words of three periods ten files, and less than 120 kB, for two words. */
const AT_ONCE = 2
/** How many results, at the least, are put in order. */
const ORDERED = 200
/** More than any score within a tier. */
const TIER = 1e6
/** How many other spellings are told. */
const SPELLINGS = 3
/** What a bulletin of a unit that has ended is worth beside others. */
const ENDED = 0.6
/** How much a bulletin of the newest year gains over one of long ago. */
const RECENT = 0.5

/** Opens the index. Every file is got once. mend: asked for words that are nowhere. */
export async function openIndex(get: Get, mend: Mend): Promise<Index> {
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
    find: (text, filters) => find(shelf, text, filters, mend),
    ready: (ranked) => readyOf(ranked, known),
    cards: (ranked) => Promise.all(ranked.map((one) => cardOf(shelf, one))),
  }
}

async function* find(
  shelf: Shelf,
  text: string,
  filters: Filters,
  mend: Mend,
): AsyncGenerator<Answer, void, undefined> {
  const isFiltered = Object.values(filters).some((value) => value !== '')
  const isList = text.trim() === '' && isFiltered
  // An author is among the words of a bulletin.
  const asked = readQuery(isList ? filters.author : text, shelf.settings.glossary)
  // A page is of no year, section or author.
  const segments = isFiltered
    ? shelf.settings.segments.filter(({ id }) => filters.year === '' || yearOf(id) === filters.year)
    : segmentsOf(shelf.settings)
  let last: Told | null = null
  for await (const answer of through(shelf, segments, asked, filters, isList ? 'list' : 'all', text)) {
    last = answer
    if (answer.ranked.length > 0 || asked.parts.length === 0 || (isList && answer.done)) yield answer
  }
  if (last === null || last.ranked.length > 0 || asked.parts.length === 0 || isList) {
    const how = isList ? 'list' : 'all'
    if (last === null) yield { ranked: [], exact: 0, others: [], query: asked, how, words: text, done: true }
    return
  }
  const words = await mend(shelf, segments, asked, last.missing, text)
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

/** An answer with those words without which nothing fits that are nowhere, or one of them. */
interface Told extends Answer {
  readonly missing: readonly Typed[]
}

/** All periods, newest first, a batch at a time. */
async function* through(
  shelf: Shelf,
  segments: readonly SegmentInfo[],
  query: Query,
  filters: Filters,
  how: Answer['how'],
  words: string,
): AsyncGenerator<Told, void, undefined> {
  let ranked: readonly Ranked[] = []
  const spellings = new Map<string, number>()
  let rare = how === 'some' ? [] : needed(query)
  for (let at = 0, next = newestOf(segments); at < segments.length; at = next, next += BATCH) {
    const batch = segments.slice(at, next)
    const found = await Promise.all(
      batch.map((segment) => inSegment(shelf, segment, query, filters, how, at > 0, at > 0 ? rare[0] : undefined)),
    )
    rare = rare.filter((one) => found.every(({ missing }) => missing.includes(one)))
    ranked = bestOf([...ranked, ...found.flatMap((one) => one.ranked)])
    for (const { others } of found)
      for (const [word, times] of others) spellings.set(word, (spellings.get(word) || 0) + times)
    const others = [...spellings].sort(([, a], [, b]) => b - a).map(([word]) => word)
    const exact = ranked.filter(({ tier }) => tier > 0).length
    const told = { exact, others: others.slice(0, SPELLINGS), missing: rare }
    yield { ranked, ...told, query, how, words, done: next >= segments.length }
  }
}

const yearOf = (id: string): string => id.slice(0, 4)

/** How many segments answer first: the pages, and the periods of the newest two years, no more than a batch. */
function newestOf(segments: readonly SegmentInfo[]): number {
  const periods = segments.filter(({ id }) => id !== PAGES)
  const years = [...new Set(periods.map(({ id }) => yearOf(id)))].slice(0, 2)
  const newest = periods.filter(({ id }) => years.includes(yearOf(id))).length
  return Math.min(BATCH, newest) + segments.length - periods.length
}

/** The best ones in their order, then all others in none: of thousands that fit, readers see some ten at a time. */
function bestOf(ranked: readonly Ranked[]): readonly Ranked[] {
  const scores = Float64Array.from(ranked, ({ score }) => score).sort()
  const least = scores[scores.length - ORDERED] || 0
  const best = ranked.filter(({ score }) => score >= least).sort(bestFirst)
  const rest = ranked.filter(({ score }) => score < least)
  return [...best, ...rest.filter(({ tier }) => tier > 0), ...rest.filter(({ tier }) => tier === 0)]
}

/** Equal ones: the newer first. */
function bestFirst(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.segment.id !== b.segment.id) return a.segment.id < b.segment.id ? 1 : -1
  return b.number - a.number
}

/** What a period has; missing: those syllables without which nothing fits that are nowhere in it, as far as was looked; others: other spellings, with how many bulletins. */
interface InSegment {
  readonly ranked: readonly Ranked[]
  readonly missing: readonly Typed[]
  readonly others: ReadonlyMap<string, number>
}
const NO_OTHERS: ReadonlyMap<string, number> = new Map()

/** Lets whatever the reader does meanwhile come first. */
const breath = (): Promise<void> => new Promise((done) => setTimeout(done))

/** apart: each period in a task of its own, where nobody waits for them. rare: a syllable that newer periods did not have: where it is missing here too, its file is all that is got. */
async function inSegment(
  shelf: Shelf,
  segment: SegmentInfo,
  query: Query,
  filters: Filters,
  how: Answer['how'],
  apart: boolean,
  rare?: Typed,
): Promise<InSegment> {
  if (rare !== undefined) {
    const file = fileOf(segment, rare, needsOf(query).followed)
    const bucket = (await together(shelf, [file])).get(file)
    // Of the others nobody looked here: they are not said to be in it.
    if (entriesOf(bucket?.words ?? {}, rare).length === 0)
      return { ranked: [], missing: needed(query), others: NO_OTHERS }
  }
  const { lookup, buckets } = await filesOf(shelf, segment, query, how)
  if (apart) await breath()
  const [any] = buckets
  if (any === undefined) return { ranked: [], missing: [], others: NO_OTHERS }
  const missing = needed(query).filter((one) => lookup.forms(one).length === 0)
  const sections = familyOf(filters.category, shelf.settings)
  const newest = Number(yearOf(shelf.settings.segments[0]?.id || ''))
  // What a page says holds today.
  const recent = 1 + RECENT / (1 + (segment.id === PAGES ? 0 : newest - Number(yearOf(segment.id))))
  const hits = hitsIn(query, lookup, how)
  // Of each kind of bulletin once: whether it is wanted, and what it is worth.
  const worth = any.kinds.map(([category, unit]) =>
    filters.category !== '' && !sections.has(category) ? 0 : recent * (shelf.settings.ended.includes(unit) ? ENDED : 1),
  )
  const fitting: Ranked[] = []
  for (const { number, score, tier } of hits) {
    const times = worth[any.kindOf[number] ?? -1] || 0
    // A list is by its days alone.
    const place = TIER * tier + (how === 'list' ? 0 : score * times)
    if (times > 0) fitting.push({ segment, number, card: cardBeside(buckets, number), score: place, tier })
  }
  const ranked = await ofAuthor(shelf, fitting, filters.author)
  const apartByMarks = new Set(ranked.filter(({ tier }) => tier === 0).map(({ number }) => number))
  const others = apartByMarks.size === 0 ? NO_OTHERS : otherSpellings(query, lookup, apartByMarks)
  return { ranked, missing, others }
}

function hitsIn(query: Query, lookup: Lookup, how: Answer['how']): readonly Hit[] {
  if (query.parts.length === 0 && how === 'list')
    return Array.from({ length: lookup.count }, (_, number) => ({ number, score: 0, tier: 1 }))
  const hits = (how === 'some' ? matchSome : matchSegment)(query, lookup)
  return how === 'list' ? hits.map((hit) => ({ ...hit, tier: 1 })) : hits
}

async function ofAuthor(shelf: Shelf, fitting: readonly Ranked[], author: string): Promise<readonly Ranked[]> {
  const wanted = fold(author).trim()
  if (wanted === '') return fitting
  const told = await Promise.all(fitting.map((one) => cardOf(shelf, one)))
  return fitting.filter((_, at) => told[at]?.authors.some((name) => fold(name).includes(wanted)))
}

/** The syllables without which nothing fits: all but those of parts that may be worded otherwise. */
const needed = ({ parts }: Query): readonly Typed[] =>
  parts.flatMap(({ wordings }) => (wordings.length === 1 ? (wordings[0] ?? []) : []))

function cardBeside(buckets: readonly Bucket[], number: number): PackedCard | null {
  for (const { cards } of buckets) {
    const card = cards?.[number]
    if (card !== undefined) return card
  }
  return null
}

const filesOf = (shelf: Shelf, segment: SegmentInfo, query: Query, how: Answer['how']): ReturnType<typeof wordsOf> =>
  how === 'list' && query.parts.length === 0 ? anyOf(shelf, segment) : wordsOf(shelf, segment, query)

/** Of a segment whichever file is small: each says how many bulletins there are, and of which sections. */
async function anyOf(shelf: Shelf, { id, beginnings }: SegmentInfo): ReturnType<typeof wordsOf> {
  const files = await together(shelf, [beginnings === 0 ? wordsFile(id, 0) : beginningsFile(id, 0)])
  const buckets = [...files.values()]
  return { lookup: { count: buckets[0]?.count || 0, forms: () => [], next: () => ({}) }, buckets }
}

/** What a query needs of a segment's words, one file for each word: with what follows it, or by its beginning. */
async function wordsOf(
  shelf: Shelf,
  segment: SegmentInfo,
  query: Query,
): Promise<{ readonly lookup: Lookup; readonly buckets: readonly Bucket[] }> {
  const { typed, followed } = needsOf(query)
  const own = (one: Typed): string => fileOf(segment, one, followed)
  const files = await together(shelf, [...typed.map(own), ...[...followed].map((one) => wordIn(segment, one))])
  const lookup: Lookup = {
    count: [...files.values()][0]?.count || 0,
    forms: (one) => entriesOf(files.get(own(one))?.words ?? {}, one).map(([name, { forms }]) => [name, forms] as const),
    next: (one) => nextOf(files.get(wordIn(segment, one)), one),
  }
  return { lookup, buckets: [...files.values()] }
}

/** The file in which the spellings of a syllable are looked for: what follows it comes along only where it matters. */
const fileOf = (segment: SegmentInfo, one: Typed, followed: ReadonlySet<string>): string =>
  one.prefix || !followed.has(one.fold) ? beginningIn(segment, one.fold) : wordIn(segment, one.fold)
/** Results up to the first that would need one more file of cards than a first answer waits for. */
function readyOf(ranked: readonly Ranked[], known: ReadonlyMap<string, unknown>): number {
  const files = new Set<string>()
  for (const [at, { segment, number, card }] of ranked.entries()) {
    const file = cardsIn(segment, number)
    if (card !== null || known.has(file)) continue
    files.add(file)
    if (files.size > AT_ONCE) return at
  }
  return ranked.length
}

const cardsIn = ({ id }: SegmentInfo, number: number): string => cardsFile(id, Math.floor(number / BLOCK))

async function cardOf({ load }: Shelf, { segment, number, card: known }: Ranked): Promise<SearchCard> {
  if (known !== null) return unpacked(known)
  const file = cardsIn(segment, number)
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
