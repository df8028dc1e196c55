import type { Source } from '../../core/source.ts'

/** A document's own place: its source, the folder its references start from, and the files it may refer to. */
export interface Home {
  readonly source: Source
  readonly kind: 'bulletin' | 'page'
  readonly folder: string
  /** The name its address is made from: the folder's, or the file's without `.md`; pages may have several parts. */
  readonly name: string
  readonly files: readonly Source[]
}
