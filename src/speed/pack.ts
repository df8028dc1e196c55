import { openDraftPack } from './draft-pack.ts'
import type { Store } from './remember.ts'
import type { CacheFiles } from './sealed.ts'
import {
  bareJson,
  checkedJson,
  decodeJson,
  encodeEntry,
  growPack,
  isCurrent,
  openShelf,
  type Row,
  readEntry,
  type Shelf,
  saveIndex,
} from './shelf.ts'

/** Values by name, each read by range when it is asked for; plain JSON. */
export interface PackStore extends Store<unknown> {
  /** A value as it rests: JSON in UTF-8, its sum looked at; undefined where get gives nothing. */
  json(name: string): Uint8Array | undefined
  has(name: string): boolean
  /** Says that a value will be wanted again, if it is there: it is not read. */
  use(name: string): void
  /** The same as set, with the value as encodeEntry writes it. */
  setEntry(name: string, entry: Uint8Array): void
}

/** Many values by names that say all they were made from, in one file that only grows. */
export interface Pack extends PackStore {
  /** What this process has asked for or set. */
  readonly used: ReadonlySet<string>
  /** Adds what this run has set. live: whatever else is dead, and goes when it is more than half of the file. */
  save(live: ReadonlySet<string> | null): void
  close(): void
}

/** Below this, in bytes, what is dead is not worth the work. */
const littleWaste = 64 * 1024

/** Opens a part of a cache; nothing is read before the first value is asked for. */
export function openPack(files: CacheFiles, part: string): Pack {
  /** undefined until it is asked for. */
  let shelf: Shelf | null | undefined
  let draft = openDraftPack(files, part)
  const fresh = new Map<string, Row>()
  const broken = new Set<string>()
  const used = new Set<string>()

  const opened = (): Shelf | null => {
    if (shelf === undefined) shelf = openShelf(files, part)
    return shelf
  }

  function get(name: string): unknown {
    const bytes = look(name)
    return bytes === undefined ? undefined : decodeJson(bytes)
  }

  function json(name: string): Uint8Array | undefined {
    const bytes = look(name)
    return bytes === undefined ? undefined : Buffer.from(bytes)
  }

  /** The JSON of a value where it was read to, until the next call. */
  function look(name: string): Uint8Array | undefined {
    used.add(name)
    const own = fresh.get(name)
    if (own !== undefined) {
      const bytes = draft.read(own.offset, own.length)
      // What this process has written itself needs no other proof than that it is there.
      return bytes.length === own.length ? bareJson(name, bytes) : undefined
    }
    const row = opened()?.rows.get(name)
    if (row === undefined || shelf == null || broken.has(name)) return undefined
    const sound = checkedJson(name, readEntry(shelf, row))
    if (sound !== null) return sound
    broken.add(name)
    files.dropped(part)
    return undefined
  }

  function has(name: string): boolean {
    used.add(name)
    return fresh.has(name) || (opened()?.rows.has(name) === true && !broken.has(name))
  }

  function setEntry(name: string, entry: Uint8Array): void {
    if (!has(name)) fresh.set(name, { offset: draft.append(entry), length: entry.length })
  }

  function set(name: string, value: unknown): void {
    if (!has(name)) setEntry(name, encodeEntry(name, value))
  }

  function save(live: ReadonlySet<string> | null): void {
    if (fresh.size === 0 && (live === null || shelf == null || !isWasteful(shelf, live))) return
    // Another process may have saved since this one opened it: what it added stays.
    const own = shelf
    const now = own != null && isCurrent(files, part, own) ? own : openShelf(files, part)
    try {
      const kept = [...(now?.rows ?? [])].filter(([name]) => !broken.has(name) && !fresh.has(name))
      if (now === null || (live !== null && isWasteful(now, live)))
        saveAll(null, [], live === null ? kept : kept.filter(([name]) => live.has(name)), now)
      else if (fresh.size > 0) saveAll(now.generation, kept)
    } finally {
      if (now !== own) now?.file.close()
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
    const grown = growPack(files, part, generation, (append) => {
      for (const [name, row] of move) {
        const bytes = from === null ? new Uint8Array() : readEntry(from, row)
        if (checkedJson(name, bytes) === null) continue
        append(bytes)
        moved.push([name, { offset: end, length: bytes.length }])
        end += bytes.length
      }
      draft.each(append)
    })
    for (const [name, { offset, length }] of fresh) moved.push([name, { offset: end + offset, length }])
    for (const [name, { offset, length }] of moved) rows.set(name, { offset: grown.base + offset, length })
    saveIndex(files, part, grown, rows)
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

  return { used, get, json, has, use: (name) => void used.add(name), set, setEntry, save, close }
}

type Named = readonly [string, Row]

function isWasteful({ file, rows }: Shelf, live: ReadonlySet<string>): boolean {
  const size = file.size()
  let waste = size
  for (const [name, { length }] of rows) if (live.has(name)) waste -= length
  return waste > littleWaste && waste > size / 2
}
