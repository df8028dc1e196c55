import type { SourcePath } from '../../core/path.ts'
import type { SourceRow } from '../../core/remembered.ts'
import type { Source } from '../../core/source.ts'
import { isStill } from './files.ts'

/** Bytes that were read to be named, kept until they are asked for the first time: so a new file is read once. */
export interface Hand {
  clear(): void
  /** Whether there is room for a file of so many bytes. */
  holds(size: number): boolean
  keep(path: SourcePath, row: SourceRow, bytes: Uint8Array): void
  /** Nothing where the file is no longer as it was: it may have been half written. */
  take(source: Source): Uint8Array | undefined
  /** What was read, as it was then; it stays. */
  peek(source: Source): Uint8Array | undefined
}

/** The most that is kept, in bytes: what is beyond is read again. */
const HANDFUL = 64 * 1024 * 1024
/** Pictures are asked for by their headers alone, later. */
const LARGE = 256 * 1024

/** An empty one. */
export function newHand(): Hand {
  const kept = new Map<SourcePath, { readonly row: SourceRow; readonly bytes: Uint8Array }>()
  let size = 0
  const take = (path: SourcePath) => {
    const one = kept.get(path)
    if (one !== undefined) size -= one.bytes.length
    kept.delete(path)
    return one
  }
  return {
    clear() {
      kept.clear()
      size = 0
    },
    holds: (more) => more <= LARGE && size + more <= HANDFUL,
    keep(path, row, bytes) {
      take(path)
      kept.set(path, { row, bytes })
      size += bytes.length
    },
    take({ path, digest, disk }) {
      const one = take(path)
      return one?.row.digest === digest && isStill(one.row, disk) ? one.bytes : undefined
    },
    peek({ path, digest }) {
      const one = kept.get(path)
      return one?.row.digest === digest ? one.bytes : undefined
    },
  }
}
