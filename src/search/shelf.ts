import {
  type Bucket,
  beginningOf,
  beginningsFile,
  bucketOf,
  type Named,
  type SearchSettings,
  type SegmentInfo,
  wordsFile,
} from './format.ts'
import { entriesOf } from './query.ts'

/** An opened index: every file of it is got once. */
export interface Shelf {
  readonly settings: SearchSettings
  load(file: string, fresh?: boolean): Promise<unknown>
}

/** All segments: standing pages first, then periods, newest first. */
export const segmentsOf = ({ segments, pages }: SearchSettings): readonly SegmentInfo[] =>
  pages === undefined ? segments : [pages, ...segments]

/** How many periods are asked together. */
export const BATCH = 5

/** The file of a segment in which a syllable is with what follows it. */
export const wordIn = ({ id, words }: SegmentInfo, fold: string): string => wordsFile(id, bucketOf(fold, words))
/** The file in which a syllable is with others that begin so. */
export const beginningIn = (segment: SegmentInfo, fold: string): string =>
  segment.beginnings === 0 ? wordIn(segment, fold) : beginningsFile(segment.id, beginningOf(fold, segment.beginnings))
/** What follows a syllable. */
export const nextOf = (bucket: Bucket | undefined, fold: string): Named =>
  entriesOf(bucket?.words ?? {}, { fold, prefix: false })[0]?.[1].next ?? {}

/** Files of one segment. Some may be from before an update and some from after: then all again. */
export async function together({ load }: Shelf, names: readonly string[]): Promise<ReadonlyMap<string, Bucket>> {
  const files = [...new Set(names)]
  const all = (fresh: boolean) => Promise.all(files.map((file) => load(file, fresh) as Promise<Bucket>))
  let buckets = await all(false)
  if (new Set(buckets.map(({ stamp }) => stamp)).size > 1) buckets = await all(true)
  return new Map(buckets.map((bucket, at) => [files[at] || '', bucket]))
}
