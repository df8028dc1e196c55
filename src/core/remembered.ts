import type { Digest } from './digest.ts'
import type { Phase } from './plan.ts'

/** What is known of a source on the disk: while its stat is this, it has this digest. Times in ns since 1970, in decimal. */
export interface SourceRow {
  /** Bytes. */
  readonly size: number
  readonly mtimeNs: string
  readonly ctimeNs: string
  readonly ino: string
  readonly digest: Digest
}

/** Rows by absolute path. Files too young to be sure of are not entered (git's racy rule). */
export interface SourceTable {
  get(path: string): SourceRow | undefined
  set(path: string, row: SourceRow): void
}

/** How a build left one output. */
export interface OutputRow {
  /** The digest of the job that made it. */
  readonly stamp: Digest
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  /** Time of last change in ns since 1970, and the number of the file on its disk, in decimal. */
  readonly mtimeNs: string
  readonly ino: string
  readonly phase: Phase
  /** Whether the tool made it: what somebody else has made may serve as an output. */
  readonly ours: boolean
}

/** How a build left its outputs. Plain data: the next build is given it again. */
export interface OutputTable {
  /** Of the text of the manifest: while that stands, its lines say what the rows do. */
  readonly manifest: Digest
  /** By path. */
  readonly rows: ReadonlyMap<string, OutputRow>
}

/**
 * The last answer to each question, with a key that names all the answer was made from: one with another key is no answer.
 * Answers are plain values, and may be forgotten at any time.
 */
export interface Known<T> {
  get(question: string, key: Digest): T | undefined
  set(question: string, key: Digest, answer: T): void
  /** Says that an answer will be wanted again, though it is not asked for this time. */
  keep(question: string, key: Digest): void
}

/** Where nothing is remembered. */
export const NOTHING_KNOWN: Known<never> = { get: () => undefined, set: () => undefined, keep: () => undefined }

/** The answer that is known, else one that is made now. */
export function recall<T>(known: Known<T>, question: string, key: Digest, make: () => T): T {
  const before = known.get(question, key)
  if (before !== undefined) return before
  const answer = make()
  known.set(question, key, answer)
  return answer
}
