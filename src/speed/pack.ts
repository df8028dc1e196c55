import { openDraftPack } from './draft-pack.ts'
import { isDue, stands } from './ledger.ts'
import type { Store } from './remember.ts'
import type { CacheFiles } from './sealed.ts'
import {
  adoptPack,
  bareJson,
  checkedJson,
  decodeJson,
  encodeEntry,
  growIndex,
  growPack,
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
  /** Adds what this run has set. live: whatever else is dead, and goes when it is more than half of the file; asked for only where that may be. */
  save(live: (() => ReadonlySet<string>) | null): void
  close(): void
}

/** Below this, in bytes, what is dead is not worth the work. */
const littleWaste = 64 * 1024

/** So many names are looked for in the text of the table; for whoever asks for more all of it is decoded. */
const FEW = 16
/** A table that is decoded in no time, in bytes. */
const SMALL = 64 * 1024

/** Opens a part of a cache; nothing is read before the first value is asked for. */
export function openPack(files: CacheFiles, part: string): Pack {
  /** undefined until it is asked for. */
  let shelf: Shelf | null | undefined
  let draft = openDraftPack(files, part)
  const fresh = new Map<string, Row>()
  const broken = new Set<string>()
  const used = new Set<string>()
  let asked = 0

  const opened = (): Shelf | null => {
    if (shelf === undefined) shelf = openShelf(files, part)
    return shelf
  }

  function rowOf(name: string): Row | undefined {
    const table = opened()?.table
    asked += 1
    return asked > FEW ? table?.rows().get(name) : table?.find(name)
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
    const row = rowOf(name)
    if (row === undefined || shelf == null || broken.has(name)) return undefined
    const sound = checkedJson(name, readEntry(shelf, row))
    if (sound !== null) return sound
    broken.add(name)
    files.dropped(part)
    return undefined
  }

  function has(name: string): boolean {
    used.add(name)
    return fresh.has(name) || (!broken.has(name) && rowOf(name) !== undefined)
  }

  function setEntry(name: string, entry: Uint8Array): void {
    if (!has(name)) fresh.set(name, { offset: draft.append(entry), length: entry.length })
  }

  function set(name: string, value: unknown): void {
    if (!has(name)) setEntry(name, encodeEntry(name, value))
  }

  function save(live: (() => ReadonlySet<string>) | null): void {
    const own = shelf
    const mends = own?.table.standing.torn === true
    if (fresh.size === 0 && !mends && (live === null || own == null || !isWasteful(own, live()))) return
    // Another process may have saved since this one opened it: what it added stays.
    const now = own != null && stands(files, part, own.table.standing) ? own : openShelf(files, part)
    try {
      if (now === null) saveAnew([], null)
      else {
        const needed = live !== null && isWorthALook(now) ? live() : null
        if (needed !== null && isWasteful(now, needed))
          saveAnew(
            [...now.table.rows()].filter(([name]) => needed.has(name) && isKept(name)),
            now,
          )
        else grow(now)
      }
    } finally {
      if (now !== own) now?.file.close()
    }
    reopen()
  }

  const isKept = (name: string): boolean => !broken.has(name) && !fresh.has(name)

  /** Of a large table whose rows were not asked for it is only looked what is dead when it is written anew. */
  const isWorthALook = ({ table }: Shelf): boolean =>
    fresh.size === 0 || asked > FEW || table.standing.size <= SMALL || isDue(table.standing, SMALL)

  /** The rows of this run in a pack where what it has written begins there. */
  const freshAt = (base: number): readonly Named[] =>
    [...fresh].map(([name, { offset, length }]) => [name, { offset: base + offset, length }])

  /** Adds what this run has written to the pack. */
  function grow(now: Shelf): void {
    const grown = growPack(files, part, now.generation, draft.each)
    const rows = freshAt(grown.base)
    if (grown.generation !== now.generation) {
      // The pack was gone.
      saveIndex(files, part, grown, rows)
      return
    }
    const gone = [...broken].filter((name) => !fresh.has(name)).map((name) => [name, null] as const)
    growIndex(files, part, grown, {
      table: now.table,
      rows: [...gone, ...rows],
      all: () => [...[...now.table.rows()].filter(([name]) => isKept(name)), ...rows],
    })
  }

  /** Writes a new pack: entries that move, and those of this run. Of a first run it is there already, as its draft. */
  function saveAnew(move: readonly Named[], from: Shelf | null): void {
    const whole = move.length === 0 ? adopted() : null
    if (whole !== null) {
      saveIndex(files, part, whole, freshAt(0))
      return
    }
    const moved: [string, Row][] = []
    let end = 0
    const grown = growPack(files, part, null, (append) => {
      for (const [name, row] of move) {
        const bytes = from === null ? new Uint8Array() : readEntry(from, row)
        if (checkedJson(name, bytes) === null) continue
        append(bytes)
        moved.push([name, { offset: end, length: bytes.length }])
        end += bytes.length
      }
      draft.each(append)
    })
    saveIndex(files, part, grown, [...moved, ...freshAt(grown.base + end)])
  }

  /** What could not be moved is not there any more. */
  function adopted(): ReturnType<typeof adoptPack> {
    try {
      return adoptPack(files, part, draft)
    } catch (error) {
      reopen()
      throw error
    }
  }

  function reopen(): void {
    close()
    shelf = undefined
    asked = 0
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

function isWasteful({ file, table }: Shelf, live: ReadonlySet<string>): boolean {
  const size = file.size()
  const much = Math.max(littleWaste, size / 2)
  let waste = size
  for (const [name, { length }] of table.rows()) {
    if (live.has(name)) waste -= length
    // Mostly half of the rows tell.
    if (waste <= much) return false
  }
  return waste > much
}
