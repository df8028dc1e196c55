import type { Digest } from '../core/digest.ts'
import { openDraftPack } from './draft-pack.ts'
import type { CacheFiles } from './sealed.ts'
import {
  encodeEntry,
  entryText,
  growPack,
  openShelf,
  part,
  type Row,
  readEntry,
  type Shelf,
  saveIndex,
} from './shelf.ts'

/** Where values rest by digest. */
export interface BodyStore {
  get(digest: Digest): unknown
  set(digest: Digest, value: unknown): void
  /** The same as set, with the value as encodeEntry writes it. */
  setEntry(digest: Digest, entry: Uint8Array): void
}

/** Many large values by digest, in one file that only grows, read by range when asked for. */
export interface Pack extends BodyStore {
  /** Adds what this run has set. live: whatever else is dead, and goes when it is more than half of the file. */
  save(live: ReadonlySet<string> | null): void
  close(): void
}

/** Below this, in bytes, what is dead is not worth the work. */
const littleWaste = 64 * 1024

/** Opens the bodies of a cache; nothing is read before the first is asked for. */
export function openPack(files: CacheFiles): Pack {
  /** undefined until it is asked for. */
  let shelf: Shelf | null | undefined
  let draft = openDraftPack(files, part)
  const fresh = new Map<string, Row>()
  const broken = new Set<string>()

  const opened = (): Shelf | null => {
    if (shelf === undefined) shelf = openShelf(files)
    return shelf
  }

  function get(digest: Digest): unknown {
    const own = fresh.get(digest)
    if (own !== undefined) return decode(entryText(digest, draft.read(own.offset, own.length)))
    const row = opened()?.rows.get(digest)
    if (row === undefined || shelf == null || broken.has(digest)) return undefined
    const text = entryText(digest, readEntry(shelf, row))
    if (text !== null) return decode(text)
    broken.add(digest)
    files.dropped(part)
    return undefined
  }

  const holds = (digest: Digest): boolean =>
    fresh.has(digest) || (opened()?.rows.has(digest) === true && !broken.has(digest))

  function setEntry(digest: Digest, entry: Uint8Array): void {
    if (!holds(digest)) fresh.set(digest, { offset: draft.append(entry), length: entry.length })
  }

  function set(digest: Digest, value: unknown): void {
    if (!holds(digest)) setEntry(digest, encodeEntry(digest, value))
  }

  function save(live: ReadonlySet<string> | null): void {
    if (fresh.size === 0 && (live === null || shelf == null)) return
    // Another process may have saved since this one opened it: what it added stays.
    const now = openShelf(files)
    try {
      const kept = [...(now?.rows ?? [])].filter(([name]) => !broken.has(name) && !fresh.has(name))
      const wanted = live === null ? kept : kept.filter(([name]) => live.has(name))
      if (now !== null && !isWasteful(now, wanted)) {
        if (fresh.size > 0) saveAll(now.generation, kept)
      } else saveAll(null, [], wanted, now)
    } finally {
      now?.file.close()
    }
  }

  /** Writes rows that stay where they are, entries that move, and those of this run; then begins again. */
  function saveAll(
    generation: number | null,
    stay: readonly Named[],
    move: readonly Named[] = [],
    from: Shelf | null = null,
  ): void {
    const rows = new Map(stay)
    const moved: [string, Row][] = []
    let end = 0
    const grown = growPack(files, generation, (append) => {
      for (const [name, row] of move) {
        const bytes = from === null ? new Uint8Array() : readEntry(from, row)
        if (entryText(name, bytes) === null) continue
        append(bytes)
        moved.push([name, { offset: end, length: bytes.length }])
        end += bytes.length
      }
      draft.each(append)
    })
    for (const [name, { offset, length }] of fresh) moved.push([name, { offset: end + offset, length }])
    for (const [name, { offset, length }] of moved) rows.set(name, { offset: grown.base + offset, length })
    saveIndex(files, grown.generation, grown.size, rows)
    reopen()
  }

  function reopen(): void {
    close()
    shelf = undefined
    draft = openDraftPack(files, part)
    fresh.clear()
    broken.clear()
  }

  function close(): void {
    shelf?.file.close()
    shelf = null
    draft.close()
  }

  return { get, set, setEntry, save, close }
}

type Named = readonly [string, Row]

function isWasteful({ file }: Shelf, wanted: readonly Named[]): boolean {
  const size = file.size()
  const waste = wanted.reduce((rest, [, { length }]) => rest - length, size)
  return waste > littleWaste && waste > size / 2
}

const decode = (text: string | null): unknown => (text === null ? undefined : JSON.parse(text))
