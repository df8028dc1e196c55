import type { NextBook } from './address-book.ts'
import type { BodyRef } from './bulletin.ts'
import type { Place } from './diagnostic.ts'
import type { Digest } from './digest.ts'
import type { OutputPath, SourcePath } from './path.ts'
import type { PhotoVariant } from './photo.ts'
import type { Poster } from './poster.ts'
import type { Site } from './site.ts'
import type { ImageView, View } from './view.ts'

/** When an output may appear: what pages refer to first, then pages, then the pages and feeds that list them. */
export type Phase = 'asset' | 'page' | 'front'

/** An acronym to explain at its first use; long is null where it means several things and is left alone. */
export interface TermUse {
  readonly short: string
  readonly long: string | null
}

/** A body with what goes into its holes: pictures and opening tags of links, by number, and the acronyms it may hold. */
export interface BodyUse {
  readonly ref: BodyRef
  readonly images: readonly ImageView[]
  readonly links: readonly { readonly href: string; readonly external: boolean; readonly download: boolean }[]
  readonly terms: readonly TermUse[]
}

interface Common {
  readonly path: OutputPath
  /** Names everything its making depends on: same digest, same bytes. */
  readonly digest: Digest
  readonly phase: Phase
  /** The source it is mainly of: what `why` and error messages name. */
  readonly of: SourcePath | null
}

/** A template with a view. View and bodies are put together when they are first asked for: most pages stand as they are. */
export interface PageJob extends Common {
  readonly kind: 'page'
  readonly template: string
  /** What kind of page the view is of. */
  readonly shows: View['page']['kind']
  readonly view: View
  readonly bodies: readonly BodyUse[]
}

/** One variant of a picture for the web: its digest is the variant's. */
export interface PhotoJob extends Common, PhotoVariant {
  readonly kind: 'photo'
  readonly source: SourcePath
  /** Where `of` names it. */
  readonly place: Place
}

/** A picture drawn for sharing; its digest names what it says and what draws it. */
export interface PosterJob extends Common {
  readonly kind: 'poster'
  readonly poster: Poster
}

/** The icon that is asked for where no page names one: made of a picture of the portal's own, or drawn in its colours (`#rrggbb`). */
export interface IconJob extends Common {
  readonly kind: 'icon'
  readonly source: SourcePath | null
  readonly primary: string
  readonly accent: string
}

/** Bytes of a source as they are. */
export interface CopyJob extends Common {
  readonly kind: 'copy'
  readonly source: SourcePath
  /** Of a document that is given along: by what it is known again at another address. */
  readonly print?: string
}

/** Text that planning itself has made: style sheets. */
export interface DataJob extends Common {
  readonly kind: 'data'
  readonly text: string
}

/** One bulletin or standing page of the search index: what results show of it, what it is about, and where its text is. */
export interface SearchEntry {
  readonly card: {
    readonly title: string
    /** With base path. */
    readonly href: string
    /** '' of a page. */
    readonly date: string
    /** The id of its section; '' of a page. */
    readonly category: string
    readonly authors: readonly string[]
    readonly summary: string
    readonly expired: boolean
  }
  /** The id of its unit, '' where it is of none in the register. */
  readonly unit: string
  readonly labels: readonly string[]
  readonly body: BodyRef
  /** What else stands on its page, one line each: captions, credits, corrections, its unit, its source. */
  readonly beside: readonly string[]
}

/** A period of the search index, or its standing pages: one object for all its files. */
export interface SearchSegment {
  readonly id: string
  /** Names its bulletins and their order, not what they say. */
  readonly stamp: string
  /** Names all of it. */
  readonly digest: Digest
  readonly count: number
  /** From the oldest on; put together when they are first asked for. */
  readonly entries: readonly SearchEntry[]
}

/** One file of a period of the search index: `file` names it within the index. */
export interface SearchJob extends Common {
  readonly kind: 'search'
  readonly segment: SearchSegment
  readonly file: string
}

/** One file to be made. */
export type Job = PageJob | PhotoJob | PosterJob | IconJob | CopyJob | DataJob | SearchJob

/** A file next to the published folder, named after it: `dist` + suffix. text null: there should be none. */
export interface BesideFile {
  readonly suffix: string
  /** The first line of every such file of the tool: one without it is never touched. */
  readonly marker: string
  readonly text: string | null
}

/** Every output, named before any is made: sorted by phase, then path. */
export interface Plan {
  readonly site: Site
  readonly jobs: readonly Job[]
  readonly beside: readonly BesideFile[]
  /** content/urls.lock as this build leaves it. */
  readonly book: NextBook
}

/** Where outputs go. One build, one sink. */
export interface Sink {
  /** Whether the output is there just as this stamp (a job's digest) made it: then it need not be made. */
  holds(path: OutputPath, stamp: Digest): boolean
  /** Takes one output; it becomes visible with finish. */
  put(path: OutputPath, stamp: Digest, phase: Phase, bytes: Uint8Array): void
  /** Publishes what was put and removes what an earlier build made and `paths` no longer names. */
  finish(paths: readonly OutputPath[]): Promise<SinkReport>
  /** Forgets what was put: the published folder stays as it was. */
  abandon(): Promise<void>
}

/** What a sink did, in files: made are new, changed replaced, kept equal ones (asked with holds, or same bytes). */
export interface SinkReport {
  readonly made: readonly OutputPath[]
  readonly changed: readonly OutputPath[]
  readonly kept: number
  readonly removed: readonly OutputPath[]
}
