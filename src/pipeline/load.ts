import { type BigIntStats, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { diagnose, type Located } from '../core/diagnostic.ts'
import { type Digest, digestBytes } from '../core/digest.ts'
import { groupBy } from '../core/group.ts'
import { dirname, type SourcePath, sourcePath } from '../core/path.ts'
import type { SourceRow, SourceTable } from '../core/remembered.ts'
import type { Source, Sources } from '../core/source.ts'
import { isJunk, kindOf } from './load/kinds.ts'
import { type Found, walk } from './load/walk.ts'
import { type Door, type Listing, SourceChanged } from './world.ts'

/** Where a portal is and what is remembered of it. */
export interface DoorOptions {
  /** The folder with content/ and templates/, absolute. */
  readonly root: string
  /** The folder with the tool's own templates/, absolute. */
  readonly toolRoot: string
  readonly table: SourceTable | null
  /** The machine's clock when listing begins, in ms: files younger than two seconds are not remembered (git's racy rule). */
  readonly clock: () => number
  /** Called with each file whose bytes were read. */
  readonly onRead: (path: SourcePath) => void
}

/** Opens the one door through which a build sees the portal's files. */
export function openDoor(options: DoorOptions): Door {
  const hand = newHand()
  return {
    list: () => list(options, hand),
    look({ path, disk }) {
      const source = describe(options, hand, path, disk, options.clock())
      return 'digest' in source ? source : null
    },
    read(source) {
      const held = hand.take(source)
      if (held !== undefined) return held
      const bytes = bytesOf(source)
      options.onRead(source.path)
      if (digestBytes(bytes) !== source.digest) throw new SourceChanged(source.path)
      return bytes
    },
  }
}

/** Bytes that were read to be named, kept until they are asked for the first time: so a new file is read once. */
interface Hand {
  clear(): void
  keep(path: SourcePath, row: SourceRow, bytes: Uint8Array): void
  /** Nothing where the file is no longer as it was: it may have been half written. */
  take(source: Source): Uint8Array | undefined
}

/** The most that is kept, in bytes: what is beyond is read again. */
const HANDFUL = 64 * 1024 * 1024
/** Pictures are asked for by their headers alone, later. */
const LARGE = 256 * 1024

function newHand(): Hand {
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
    keep(path, row, bytes) {
      take(path)
      if (bytes.length > LARGE || size + bytes.length > HANDFUL) return
      kept.set(path, { row, bytes })
      size += bytes.length
    },
    take({ path, digest, disk }) {
      const one = take(path)
      if (one?.row.digest !== digest) return undefined
      const stat = statSync(disk, { bigint: true, throwIfNoEntry: false })
      return stat !== undefined && sameStat(one.row, stat) ? one.bytes : undefined
    },
  }
}

function bytesOf({ disk, path }: Source): Uint8Array {
  try {
    return readFileSync(disk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new SourceChanged(path)
    throw error
  }
}

async function list(options: DoorOptions, hand: Hand): Promise<Listing> {
  const { root, toolRoot } = options
  hand.clear()
  const diagnostics: Located[] = []
  const byPath = new Map<SourcePath, Source>()
  const own = [...(await walk(root, 'content')), ...(await walk(root, 'templates'))]
  const tool = toolRoot === root ? [] : await walk(toolRoot, 'templates')
  const listedAt = options.clock()
  const admit = (base: string, found: Found, overridden: boolean) => {
    if (isJunk(found.path)) return
    const path = sourcePath(found.path)
    const twin = byPath.get(path)
    if (twin !== undefined && overridden) return
    if (found.problem !== null) diagnostics.push({ file: path, diagnostic: found.problem })
    else if (twin !== undefined) diagnostics.push({ file: path, diagnostic: diagnose('file/twins', { other: path }) })
    else {
      const source = describe(options, hand, path, join(base, found.path), listedAt)
      if ('code' in source) diagnostics.push({ file: path, diagnostic: source })
      else byPath.set(path, source)
    }
  }
  for (const found of own) admit(root, found, false)
  const overrides = new Map<SourcePath, Digest | null>()
  for (const path of byPath.keys()) if (path.startsWith('templates/')) overrides.set(path, null)
  for (const found of tool) {
    admit(toolRoot, found, true)
    const path = sourcePath(found.path)
    const behind = overrides.has(path) ? describe(options, hand, path, join(toolRoot, found.path), listedAt) : null
    if (behind !== null && 'digest' in behind) overrides.set(path, behind.digest)
  }
  return { sources: arrange([...byPath.values()]), overrides, diagnostics }
}

/** The facts of one file; its bytes are read only if its stat is not the remembered one. */
function describe({ table, onRead }: DoorOptions, hand: Hand, path: SourcePath, disk: string, listedAt: number) {
  try {
    const stat = statSync(disk, { bigint: true })
    const known = table?.get(disk)
    const base = { path, kind: kindOf(path), size: Number(stat.size), disk }
    if (known !== undefined && sameStat(known, stat)) return { ...base, digest: known.digest }
    const bytes = readFileSync(disk)
    onRead(path)
    const digest = digestBytes(bytes)
    hand.keep(path, { ...rowOf(stat), digest }, bytes)
    const youngest = Number((stat.mtimeNs > stat.ctimeNs ? stat.mtimeNs : stat.ctimeNs) / 1_000_000n)
    if (youngest < listedAt - 2000) table?.set(disk, { ...rowOf(stat), digest })
    return { ...base, size: bytes.length, digest }
  } catch (error) {
    return diagnose('file/unreadable', { reason: (error as NodeJS.ErrnoException).code ?? String(error) })
  }
}

const rowOf = (stat: BigIntStats) => ({
  size: Number(stat.size),
  mtimeNs: String(stat.mtimeNs),
  ctimeNs: String(stat.ctimeNs),
  ino: String(stat.ino),
})

function sameStat(row: SourceRow, stat: BigIntStats): boolean {
  const now = rowOf(stat)
  return row.size === now.size && row.mtimeNs === now.mtimeNs && row.ctimeNs === now.ctimeNs && row.ino === now.ino
}

/** Sorts by path (code points, the same everywhere) and groups by folder. */
export function arrange(sources: readonly Source[]): Sources {
  const all = [...sources].sort((a, b) => (a.path < b.path ? -1 : 1))
  return {
    all,
    byPath: new Map(all.map((source) => [source.path, source])),
    byFolder: groupBy(all, (source) => dirname(source.path)),
  }
}
