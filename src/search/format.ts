/**
 * The search index as files: what `build` writes and `query` reads. A segment is a period; its bulletins are numbered
 * from the oldest, so that a new one at the end moves no other. Version of the whole: settings.version.
 */
export const INDEX_VERSION = 1

/** Where the index lies on the portal, without base path. */
export const INDEX_ROOM = '/tim-kiem/du-lieu/'

/** How many cards are in one file. */
export const BLOCK = 64

/**
 * Bulletins that hold something: runs of numbers, each `(distance from the one before) × 16 + weight`, the first from -1.
 * weight: 8 in the title, 4 in the summary, a tag, a name; 1 to 3 in the text: once, a few times, five times or more.
 */
export type Postings = readonly number[]

/** One syllable without marks: where each spelling of it is, and where it stands just before another syllable. */
export interface WordEntry {
  /** By `toneKey`. */
  readonly forms: { readonly [key: string]: Postings }
  /** By the folded syllable that follows. */
  readonly next: { readonly [fold: string]: Postings }
}

/** One file of words. */
export interface Bucket {
  /** Which bulletins the numbers mean: files of one segment that differ in it do not belong together. */
  readonly stamp: string
  readonly count: number
  /** Kinds of bulletins, [category, unit or '']; kindOf: for each bulletin, which. */
  readonly kinds: readonly (readonly [string, string])[]
  readonly kindOf: readonly number[]
  readonly words: { readonly [fold: string]: WordEntry }
}

/** One bulletin as results show it. */
export interface SearchCard {
  readonly title: string
  /** With base path, ready to follow. */
  readonly href: string
  /** `2023-01-13`. */
  readonly date: string
  readonly category: string
  readonly authors: readonly string[]
  readonly summary: string
  readonly expired: boolean
}

/** One file of cards: numbers from block × BLOCK on. */
export interface CardBlock {
  readonly stamp: string
  readonly cards: readonly SearchCard[]
}

/** A period: id is `2019`, `2025-q2` or `2025-q2-05`; buckets: how many files of words it has. */
export interface SegmentInfo {
  readonly id: string
  readonly buckets: number
}

/** What a search needs to begin: the periods, newest first; the sections; the units that have ended; the acronyms. */
export interface SearchSettings {
  readonly version: number
  readonly segments: readonly SegmentInfo[]
  readonly categories: readonly { readonly id: string; readonly name: string; readonly parent: string | null }[]
  readonly ended: readonly string[]
  readonly glossary: readonly (readonly [short: string, long: string])[]
}

/** How many files of words a segment of so many bulletins has: small ones few, so that a village portal stays small. */
export const bucketsFor = (count: number): number => (count <= 16 ? 1 : count <= 128 ? 16 : count <= 512 ? 64 : 128)

/** The file of a segment where a folded syllable is. All that begin alike lie together: prefixes need no more files. */
export function bucketOf(fold: string, buckets: number): number {
  let hash = 0x811c9dc5
  for (const letter of onsetOf(fold)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % buckets
}

/** What must be typed of a syllable before it can be looked up by its beginning: `th` alone begins too many. */
export const onsetOf = (fold: string): string => [...fold].slice(0, digraph.test(fold) ? 3 : 2).join('')

const digraph = /^(?:th|tr|ch|ph|kh|nh|ng|gi|qu)/

/** `2019/w3.json`: words; `2019/c0.json`: cards. */
export const wordsFile = (segment: string, bucket: number): string => `${segment}/w${bucket}.json`

/** The file of cards in which a bulletin's is. */
export const cardsFile = (segment: string, block: number): string => `${segment}/c${block}.json`
