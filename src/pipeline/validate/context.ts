import type { Draft, Parsed, PhotoFacts } from '../../core/bulletin.ts'
import type { Config } from '../../core/config.ts'
import type { Source, Sources } from '../../core/source.ts'

/** What every check may look at: all names, all drafts, the configuration. */
export interface Context {
  readonly config: Config
  readonly sources: Sources
  /** Drafts by source path; missing where parsing failed. */
  readonly drafts: ReadonlyMap<string, Draft>
  /** Header facts of pictures by source path. */
  readonly photos: ReadonlyMap<string, Parsed<PhotoFacts>>
  readonly homes: Homes
  /** Templates that `layout:` may name, without `.njk`. */
  readonly layouts: readonly string[]
}

/** Which folder belongs to which document. */
export interface Homes {
  /** The document of each Markdown source that is one. */
  readonly documents: ReadonlyMap<string, Home>
  /** Every file beside a document, with the document it belongs to; null: nobody's. */
  readonly owners: ReadonlyMap<string, Home | null>
}

/** A document's own place: its source, the folder its references start from, and the files it may refer to. */
export interface Home {
  readonly source: Source
  readonly kind: 'bulletin' | 'page'
  readonly folder: string
  /** The name its address is made from: the folder's, or the file's without `.md`; pages may have several parts. */
  readonly name: string
  readonly files: readonly Source[]
}
