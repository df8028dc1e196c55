import type { Draft, Parsed, PhotoFacts } from '../../core/bulletin.ts'
import type { Config } from '../../core/config.ts'
import type { Digest } from '../../core/digest.ts'
import type { FileFacts } from '../../core/file-facts.ts'
import type { Known } from '../../core/remembered.ts'
import type { Source, Sources } from '../../core/source.ts'
import type { Admission } from './admission.ts'
import type { Home } from './home.ts'
import type { Outline } from './outline.ts'

/** What every check may look at: all names, all drafts, the configuration. */
export interface Context {
  readonly config: Config
  readonly sources: Sources
  /** What a document's file says: read when it is asked for, since of most documents it is known what became of them. */
  readonly read: (source: Source) => Parsed<Draft>
  /** Header facts of pictures by source path. */
  readonly photos: ReadonlyMap<string, Parsed<PhotoFacts>>
  /** What files beside documents are and carry, by source path, of kinds that may be given along. */
  readonly attachments: ReadonlyMap<string, FileFacts>
  readonly homes: Homes
  /** Templates that `layout:` may name, without `.njk`. */
  readonly layouts: readonly string[]
  /** Names config and layouts. */
  readonly base: Digest
  /** What became of documents before, by their paths. */
  readonly known: Known<Admission>
  /** The outlines of those that are bulletins without errors. */
  readonly outlines: Known<Outline>
}

/** Which folder belongs to which document. */
export interface Homes {
  /** The document of each Markdown source that is one. */
  readonly documents: ReadonlyMap<string, Home>
  /** Every file beside a document, with the document it belongs to; null: nobody's. */
  readonly owners: ReadonlyMap<string, Home | null>
}
