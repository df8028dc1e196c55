import type { Digest } from './digest.ts'
import type { SourcePath } from './path.ts'

/** What kind of thing a source is, told by where it stands and its name alone. */
export type SourceKind =
  | 'portal' // content/portal.yml
  | 'register' // content/{categories,units,authors,glossary}.yml
  | 'data' // content/data/*.yml
  | 'bulletin' // content/bulletins/**.md
  | 'page' // content/pages/**.md
  | 'photo' // a picture beside a bulletin or page
  | 'attachment' // any other file beside a bulletin or page
  | 'static' // content/static/**
  | 'template' // templates/**.njk and strings, of the portal or of the tool
  | 'asset' // templates/assets/**
  | 'other'

/** One file that was listed: its names and facts, not its content. */
export interface Source {
  readonly path: SourcePath
  readonly kind: SourceKind
  /** The digest of its bytes when it was listed. */
  readonly digest: Digest
  /** Bytes. */
  readonly size: number
  /** Where the door finds it: an absolute path in the machine's own form, as the disk spells it. */
  readonly disk: string
}

/** All sources of one moment, sorted by path; the tool's own templates stand under the ones of the portal. */
export interface Sources {
  readonly all: readonly Source[]
  readonly byPath: ReadonlyMap<SourcePath, Source>
}
