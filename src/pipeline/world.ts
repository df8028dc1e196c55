import type { Body, BodyRef, Draft, Markup, Parsed, PhotoFacts, Raw } from '../core/bulletin.ts'
import type { Instant } from '../core/config.ts'
import type { Located } from '../core/diagnostic.ts'
import type { Digest } from '../core/digest.ts'
import type { FileFacts } from '../core/file-facts.ts'
import type { OutputPath, SourcePath } from '../core/path.ts'
import type { PhotoVariant } from '../core/photo.ts'
import type { IconJob, PageJob, PosterJob } from '../core/plan.ts'
import { type Known, NOTHING_KNOWN } from '../core/remembered.ts'
import type { Source, Sources } from '../core/source.ts'
import type { Stage, Step, StepAtOnce } from '../core/step.ts'
import type { SegmentWork } from '../search/build.ts'
import type { ListRow } from './plan/list-row.ts'
import type { ThemeUses } from './render/uses.ts'
import type { Spent, ThemeParts } from './render.ts'
import type { Admission } from './validate/admission.ts'
import type { Context } from './validate/context.ts'
import type { Home } from './validate/home.ts'
import type { Outline } from './validate/outline.ts'

/** What was found on the disk, with what is wrong with names and links there. */
export interface Listing {
  readonly sources: Sources
  /** The files of the portal's own templates/ with the tool's file each stands before; null: it has none of that name. */
  readonly overrides: ReadonlyMap<SourcePath, Source | null>
  readonly diagnostics: readonly Located[]
}

/** What stands there, before any of it was told apart or read. */
export interface Survey {
  /** Names and facts of all files in one: while it is this, nothing has changed. null: something is the matter with one of them. */
  mark(): Digest | null
  /** Whether all had been left alone for a while: what is written later has another mark. */
  readonly settled: boolean
  /** How many files there are. */
  readonly count: number
  /** Tells them apart, and reads those that are not known; the same each time. */
  list(): Promise<Listing>
}

/** The one way to the portal's files. */
export interface Door {
  /** Names of all that `list` lists, and what the disk says of each file. */
  survey(): Survey
  /** Names, facts and digests of everything below content/ and templates/ (the tool's own below them). */
  list(): Promise<Listing>
  /** The facts of a source as its file is now; null if it is not there or cannot be read. */
  look(source: Source): Source | null
  /** When the file of a source was last written; null if it is not there. For people: nothing that is built depends on it. */
  changedAt(source: Source): Instant | null
  /** The bytes of a source; throws SourceChanged if they no longer hash to its digest, Unreadable where the machine refuses. */
  read(source: Source): Uint8Array
  /** The same bytes while they are worked on: their room is used again afterwards, so nothing may keep them. */
  lend<T>(source: Source, work: (bytes: Uint8Array) => Promise<T>): Promise<T>
  /** So many bytes of its beginning and of its end; null where it is not longer than that, or may have changed. */
  ends(
    source: Source,
    lengths: { readonly head: number; readonly tail: number },
  ): readonly [Uint8Array, Uint8Array] | null
  /** Its beginning, so many bytes at most, to choose by: it may be older or newer than its digest. Empty if it cannot be read. */
  begins(source: Source, length: number): Uint8Array
}

/** A file changed between listing and reading: the plan must be made again. */
export class SourceChanged extends Error {
  readonly path: string
  constructor(path: string) {
    super(`changed while building: ${path}`)
    this.path = path
  }
}

/** A file is there and the machine does not let it be read: code says why, path is as people know it. */
export class Unreadable extends Error {
  readonly path: string
  readonly code: string
  constructor(path: string, code: string) {
    super(`cannot be read (${code}): ${path}`)
    this.path = path
    this.code = code
  }
}

/** A picture could not be decoded: a problem of the content, not of the machine. */
export class PhotoBroken extends Error {}

/** Where bodies rest between parsing and rendering, by digest, pages' part and text apart; what is not there is parsed again. */
export interface Bodies {
  get(digest: Digest): Markup | undefined
  text(digest: Digest): string | undefined
  put(digest: Digest, body: Body): void
  /** What get gives, as JSON in UTF-8, for another thread. */
  json(digest: Digest): Uint8Array | undefined
}

/** Variants to make of one picture, all from one decode: bytes come from the source when one of them is not remembered. */
export interface PhotoWork {
  readonly source: Source
  readonly variants: readonly PhotoVariant[]
}

/** An icon to be made: of a picture, or drawn. */
export interface IconWork {
  readonly job: IconJob
  readonly source: Source | null
}

/** The pieces of work that may be remembered; the command line wraps them, nothing else knows. */
export interface Steps {
  readonly document: StepAtOnce<Source, Parsed<Draft>>
  readonly yaml: Step<Source, Parsed<Raw>>
  readonly photo: Step<Source, Parsed<PhotoFacts>>
  readonly attachment: StepAtOnce<Source, FileFacts>
  readonly style: Step<Source, Parsed<null>>
  readonly staticPage: Step<Source, Parsed<null>>
  /** The bytes of each variant, in their order. */
  readonly encode: Step<PhotoWork, readonly Uint8Array[]>
  /** The bytes of a drawn picture. */
  readonly draw: Step<PosterJob, Uint8Array>
  /** The bytes of an ICO file. */
  readonly icon: Step<IconWork, Uint8Array>
  /** Parses a document for its body's sake: never remembered. */
  readonly body: Step<Source, Body | null>
}

/** How far a build is, for people who wait. total 0: not known yet. */
export interface Progress {
  readonly phase: 'reading' | 'rendering' | 'photos' | 'publishing'
  readonly done: number
  readonly total: number
}

/** What is done with pages of which some may be rendered elsewhere. */
export interface PageMaking {
  /** What the theme was opened from. */
  readonly theme: ThemeParts
  /** What pages show of a body, as JSON in UTF-8. */
  body(ref: BodyRef): Uint8Array
  /** Makes a page here. */
  here(job: PageJob): Promise<void>
  /** Takes what was rendered elsewhere. */
  take(job: PageJob, bytes: Uint8Array): void
  /** Told how many are done; if it rejects, nothing more is begun. */
  progress(done: number): void | Promise<void>
}

/** Answers from before to what validating, opening a theme and planning would find out again. */
export interface KnownAnswers {
  readonly documents: Known<Admission>
  readonly outlines: Known<Outline>
  readonly digests: Known<string>
  readonly lists: Known<readonly ListRow[]>
  readonly themes: Known<ThemeUses>
}

/** Everything is found out anew. */
export const NO_ANSWERS: KnownAnswers = {
  documents: NOTHING_KNOWN,
  outlines: NOTHING_KNOWN,
  digests: NOTHING_KNOWN,
  lists: NOTHING_KNOWN,
  themes: NOTHING_KNOWN,
}

/** Where the time of rendering is noted: of each page (by the file it is of, or its path), and of each template. */
export interface RenderingNotes {
  readonly clock: () => number
  note(page: string, spent: Spent): void
}

/** Everything a build depends on, clock and disk included. */
export interface World {
  readonly now: Instant
  readonly options: {
    /** Drafts and scheduled bulletins get pages too. */
    readonly drafts: boolean
    /** Replaces baseUrl of portal.yml. */
    readonly baseUrl: string | null
    /** The moment is not the readers': addresses that have no page at it are not lost. */
    readonly anotherTime: boolean
    /** Every warning is told; else, of very many, only how many there are. */
    readonly listed: boolean
  }
  /** The tool's version, and a digest of its code: in every digest and cache key. */
  readonly tool: { readonly version: string; readonly digest: Digest }
  readonly door: Door
  readonly steps: Steps
  readonly bodies: Bodies
  readonly known: KnownAnswers
  /** Pages that readers have from the last build, which wrote the book of addresses; none where nobody knows. Asked where there is no book. */
  published(): readonly OutputPath[]
  /** Runs work on many items, a few at a time, results in order. */
  each<I, O>(items: readonly I[], work: (item: I) => Promise<O>): Promise<readonly O[]>
  /** Whether a document was never parsed before, as it is: it costs most of a first preparation. */
  isNew(document: Source): boolean
  /** Documents that will be parsed and judged next, but for those that are known: some of it may be done at once, elsewhere. Nothing depends on it. */
  ahead(documents: readonly Home[], context: Context, known: ReadonlyMap<Home, Admission>): Promise<void>
  /** Pages that will be made next: some of them may be rendered at once, elsewhere. Nothing depends on it. */
  renderAhead(pages: readonly PageJob[], making: PageMaking): Promise<void>
  /** Builds a segment of the search index, of so many bulletins; it may be done elsewhere. */
  index(work: SegmentWork, count: number): ReadonlyMap<string, Uint8Array> | Promise<ReadonlyMap<string, Uint8Array>>
  /** Does a piece of the work; somebody may note how long it took. */
  timed<T>(stage: Stage, what: string | null, work: () => T): T
  /** Notes what pages and templates take; null where nobody asked. */
  readonly rendering: RenderingNotes | null
  /** Tells how far it is. Waiting for it lets others have their turn; if it rejects, the work stops there. */
  progress(progress: Progress): void | Promise<void>
}
