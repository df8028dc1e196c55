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
  /** Time of last change in ns since 1970, in decimal. */
  readonly mtimeNs: string
  readonly phase: Phase
}

/** How a build left its outputs, by path. Plain data: the next build is given it again. */
export interface OutputTable {
  readonly [path: string]: OutputRow
}
