import { rankOf } from './frequent.ts'

/**
 * The search index as files: what `build` writes and `query` reads. A segment is a period; its bulletins are numbered
 * from the oldest, so that a new one at the end moves no other. Version of the whole: settings.version.
 */
export const INDEX_VERSION = 3

/** Where the index lies on the portal, without base path. */
export const INDEX_ROOM = '/tim-kiem/du-lieu/'

/** The segment of standing pages: of no period. */
export const PAGES = 'trang'

/** How many results are shown at first. */
export const SHOWN = 10

/** How many cards are in one file. */
export const BLOCK = 32

/**
 * Bulletins that hold something: runs of numbers, each `(distance from the one before) × 16 + weight`, the first from -1,
 * written as `postings.ts` says. weight: 8 in the title, 4 in the summary, a tag, a name; 1 to 3 in the text: once, a few
 * times, five times or more.
 */
export type Postings = string

/** Postings by spelling (`toneKey`), or by the folded syllable that follows. */
export type Named = { readonly [name: string]: Postings }

/** One syllable without marks: where each spelling of it is, and where it stands just before another syllable. */
export interface WordEntry {
  readonly forms: Named
  /** Left out in files of beginnings. */
  readonly next?: Named
}

/** One file of words, or of beginnings. */
export interface Bucket {
  /** Which bulletins the numbers mean: files of one segment that differ in it do not belong together. */
  readonly stamp: string
  readonly count: number
  /** Kinds of bulletins, [category, unit or '']; kindOf: for each bulletin, which. */
  readonly kinds: readonly (readonly [string, string])[]
  readonly kindOf: readonly number[]
  readonly words: { readonly [fold: string]: WordEntry }
  /** By number: those that a query of one of these words and the next will show first. None in files of beginnings. */
  readonly cards?: { readonly [number: number]: PackedCard }
}

/** One bulletin as results show it. */
export interface SearchCard {
  readonly title: string
  /** With base path, ready to follow. */
  readonly href: string
  /** `2023-01-13`; '' of a standing page. */
  readonly date: string
  readonly category: string
  readonly authors: readonly string[]
  readonly summary: string
  readonly expired: boolean
}

/** A card as files have it, without the names of its fields: there are many. The last is left out if it is not expired. */
export type PackedCard = readonly [
  title: string,
  href: string,
  date: string,
  category: string,
  authors: readonly string[],
  summary: string,
  expired?: boolean,
]

/** A card as files have it. */
export const packed = ({ title, href, date, category, authors, summary, expired }: SearchCard): PackedCard =>
  expired ? [title, href, date, category, authors, summary, expired] : [title, href, date, category, authors, summary]

/** A card as results show it. */
export const unpacked = ([title, href, date, category, authors, summary, expired = false]: PackedCard): SearchCard => ({
  title,
  href,
  date,
  category,
  authors,
  summary,
  expired,
})

/** One file of cards: numbers from block × BLOCK on. */
export interface CardBlock {
  readonly stamp: string
  readonly cards: readonly PackedCard[]
}

/**
 * A period: id is `2019`, `2025-q2` or `2025-q2-05`; `PAGES`. words: how many files it has of words with what follows them;
 * beginnings: of words alone, by their first letters; 0: the files of words serve for both.
 */
export interface SegmentInfo {
  readonly id: string
  readonly words: number
  readonly beginnings: number
}

/** What a search needs to begin: the periods, newest first; the standing pages; the sections; the units that have ended; the acronyms. */
export interface SearchSettings {
  readonly version: number
  readonly segments: readonly SegmentInfo[]
  /** Left out where there are none. */
  readonly pages?: SegmentInfo
  readonly categories: readonly { readonly id: string; readonly name: string; readonly parent: string | null }[]
  readonly ended: readonly string[]
  readonly glossary: readonly (readonly [short: string, long: string])[]
}

/** How many files of words a segment of so many bulletins has: small ones few, so that a village portal stays small. */
export function bucketsFor(count: number): { readonly words: number; readonly beginnings: number } {
  if (count <= 16) return { words: 1, beginnings: 0 }
  if (count <= 128) return { words: 16, beginnings: 8 }
  return count <= 512 ? { words: 64, beginnings: 32 } : { words: 128, beginnings: 64 }
}

/** Which of the files of words a folded syllable is in: the most frequent are told apart, and mostly those that begin alike, so that each stays small. */
export const bucketOf = (fold: string, buckets: number): number => (rankOf(fold) ?? hashOf(fold)) % buckets

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) || 0), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** Which of the files of beginnings: all that begin alike lie together. */
export const beginningOf = (fold: string, buckets: number): number => hashOf(onsetOf(fold)) % buckets

/** What must be typed of a syllable before it can be looked up by its beginning: `th` alone begins too many. */
export const onsetOf = (fold: string): string => [...fold].slice(0, onsetLength(fold)).join('')

/** Whether letters typed so far are fewer than that; a digit is a word of its own. */
export const isShort = (fold: string): boolean => /^\p{L}/u.test(fold) && [...fold].length < onsetLength(fold)

const onsetLength = (fold: string): number => (digraph.test(fold) ? 3 : 2)
const digraph = /^(?:th|tr|ch|ph|kh|nh|ng|gi|qu)/

/** `2019/w3.json`: a file of words. */
export const wordsFile = (segment: string, bucket: number): string => `${segment}/w${bucket}.json`

/** `2019/b1.json`: a file of beginnings. */
export const beginningsFile = (segment: string, bucket: number): string => `${segment}/b${bucket}.json`

/** `2019/c0.json`: the file of cards in which a bulletin's is. */
export const cardsFile = (segment: string, block: number): string => `${segment}/c${block}.json`
