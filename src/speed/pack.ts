import { join } from 'node:path'
import { type Digest, digestBytes } from '../core/digest.ts'
import type { BodyStore } from './bodies.ts'
import type { OpenFile } from './disk.ts'
import { type DraftPack, openDraftPack } from './draft-pack.ts'
import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

/** Many large values by digest, in one file that only grows, read by range when asked for. */
export interface Pack extends BodyStore {
  /** Adds what this run has set. live: whatever else is dead, and goes when it is more than half of the file. */
  save(live: ReadonlySet<string> | null): void
  close(): void
}

/** Where an entry stands. */
interface Row {
  readonly offset: number
  readonly length: number
}

/** A file of entries with its table. A file is never changed below its end, and a new one gets a new number. */
interface Shelf {
  readonly generation: number
  readonly file: OpenFile
  readonly rows: ReadonlyMap<string, Row>
}

const part = 'bodies'
const nameOf = (generation: number): string => `${part}-${generation}.pack`

/** Opens the bodies of a cache; nothing is read before the first is asked for. */
export function openPack(files: CacheFiles): Pack {
  let shelf: Shelf | null | undefined
  let draft: DraftPack = openDraftPack(files, part)
  const fresh = new Map<string, Row>()
  const broken = new Set<string>()

  const opened = (): Shelf | null => {
    if (shelf === undefined) shelf = openShelf(files)
    return shelf
  }
  const rowOf = (digest: string): Row | undefined => (broken.has(digest) ? undefined : opened()?.rows.get(digest))

  function get(digest: Digest): unknown {
    const own = fresh.get(digest)
    if (own !== undefined) return decode(digest, draft.read(own.offset, own.length))
    const row = rowOf(digest)
    if (row === undefined) return undefined
    const value = decode(digest, readRange(opened(), row))
    if (value !== undefined) return value
    broken.add(digest)
    files.dropped(part)
    return undefined
  }

  function save(live: ReadonlySet<string> | null): void {
    if (fresh.size === 0 && live === null) return
    const old = opened()
    const wasted = old === null ? 0 : old.file.size() - sizeOf(old, live)
    const compact = old !== null && live !== null && wasted > old.file.size() / 2
    if (fresh.size === 0 && !compact) return
    // Another process may have saved since this one opened it: what it added stays.
    old?.file.close()
    shelf = writeShelf(files, openShelf(files), draft, fresh, compact ? live : null, broken)
    draft.close()
    draft = openDraftPack(files, part)
    fresh.clear()
    broken.clear()
  }

  return {
    get,
    set(digest, value) {
      if (fresh.has(digest) || rowOf(digest) !== undefined) return
      const bytes = encode(digest, value)
      fresh.set(digest, { offset: draft.append(bytes), length: bytes.length })
    },
    save,
    close() {
      shelf?.file.close()
      shelf = null
      draft.close()
    },
  }
}
