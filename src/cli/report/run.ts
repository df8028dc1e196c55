import type { Located } from '../../core/diagnostic.ts'
import type { SourcePath } from '../../core/path.ts'
import type { State } from '../../core/site.ts'

/** What a build or check did, in counts; ms is how long it took. */
export interface Stats {
  readonly bulletins: number
  readonly pages: number
  readonly images: number
  /** Files of content/ whose bytes were read. */
  readonly read: number
  /** Sources that were parsed; the others were remembered. */
  readonly parsed: number
  readonly rendered: number
  /** Pictures that were made; the others were there or remembered. */
  readonly encoded: number
  /** Pictures that were put in place, their bytes as they were taken, and of their largest variants in the lightest format. */
  readonly shrunk: number
  readonly shrunkFrom: number
  readonly shrunkTo: number
  readonly made: number
  readonly changed: number
  readonly kept: number
  readonly removed: number
  /** Addresses in content/urls.lock, how many of them are new, and how many documents were found at a new one. */
  readonly addresses: number
  readonly addressesAdded: number
  readonly addressesMoved: number
  readonly ms: number
}

/** A bulletin that has no page; at is the instant it will have one (ISO 8601 in the portal's zone). */
export interface Excluded {
  readonly file: SourcePath
  readonly state: State
  readonly at: string | null
}

/** What is reported of a run. nextDue: when anything dated changes next, ISO 8601 in the portal's zone. */
export interface Outcome {
  readonly ok: boolean
  readonly diagnostics: readonly Located[]
  /** Warnings of the content beside those: of many, a build with nothing to make knows only the number. */
  readonly unlisted: number
  /** Whether all there is to say is among the diagnostics, hints too. */
  readonly whole: boolean
  readonly stats: Stats
  readonly excluded: readonly Excluded[]
  readonly nextDue: string | null
}

/** No picture was put in place. */
export const unshrunk = { shrunk: 0, shrunkFrom: 0, shrunkTo: 0 }
const counts = { bulletins: 0, pages: 0, images: 0, read: 0, parsed: 0, rendered: 0, encoded: 0, ...unshrunk }

/** The outcome of a run that did not begin. */
export const NOTHING_DONE: Outcome = {
  ok: false,
  diagnostics: [],
  unlisted: 0,
  whole: true,
  stats: {
    ...counts,
    made: 0,
    changed: 0,
    kept: 0,
    removed: 0,
    addresses: 0,
    addressesAdded: 0,
    addressesMoved: 0,
    ms: 0,
  },
  excluded: [],
  nextDue: null,
}
