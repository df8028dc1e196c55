import { join } from 'node:path'
import { type Diagnostic, diagnose, type Located } from '../core/diagnostic.ts'
import { type Digest, digestBytes } from '../core/digest.ts'
import { type SourcePath, sourcePath } from '../core/path.ts'
import type { SourceTable } from '../core/remembered.ts'
import type { Source, Sources } from '../core/source.ts'
import {
  changedAt,
  type DiskFacts,
  digestFile,
  isOf,
  isStill,
  native,
  readEnds,
  readInto,
  readWhole,
  rowOf,
  statOf,
  touchedAt,
} from './load/files.ts'
import { type Hand, newHand } from './load/hand.ts'
import { isJunk, kindOf } from './load/kinds.ts'
import { newRooms } from './load/rooms.ts'
import { type Scan, scan } from './load/scan.ts'
import { caseTwins } from './load/twins.ts'
import type { Found } from './load/walk.ts'
import { type Door, type Listing, SourceChanged, type Survey, Unreadable } from './world.ts'

/** Where a portal is and what is remembered of it. */
export interface DoorOptions {
  /** The folder with content/ and templates/, absolute. */
  readonly root: string
  /** The folder with the tool's own templates/, absolute. */
  readonly toolRoot: string
  readonly table: SourceTable | null
  /** The machine's clock when listing begins, in ms: files younger than two seconds are not remembered (git's racy rule). */
  readonly clock: () => number
  /** Folders are walked, whatever a scan says of them: whoever verifies a build does not take its word for what is there. */
  readonly walks?: boolean
  /** Called with each file whose bytes were read. */
  readonly onRead: (path: SourcePath) => void
}

/** Opens the one door through which a build sees the portal's files. */
export function openDoor(options: DoorOptions): Door {
  const hand = newHand()
  const rooms = newRooms()
  return {
    survey: () => survey(options, hand),
    list: () => survey(options, hand).list(),
    look({ path, disk }) {
      const source = describe(options, hand, path, disk, () => statOf(disk), options.clock())
      return source !== null && 'digest' in source ? source : null
    },
    changedAt: ({ disk }) => changedAt(disk),
    read(source) {
      const held = hand.take(source)
      if (held !== undefined) return held
      return checked(options, source, () => readWhole(source.disk))
    },
    async lend(source, work) {
      const room = rooms.take(source.size)
      try {
        return await work(checked(options, source, () => readInto(room, source.disk)))
      } finally {
        rooms.giveBack(room)
      }
    },
    ends(source, lengths) {
      if (source.size <= lengths.head + lengths.tail) return null
      const ends = readEnds(source, lengths)
      options.onRead(source.path)
      return isAsListed(options, source) ? ends : null
    },
    begins(source, length) {
      const held = hand.peek(source)
      if (held !== undefined) return held.subarray(0, length)
      options.onRead(source.path)
      return readEnds(source, { head: length, tail: 0 })?.[0] ?? new Uint8Array()
    },
  }
}

/**
 * Whether the disk says that a file is still the one of which the digest is known: whoever wrote into it while it was read gave it
 * another time, since none is remembered that is younger than the listing.
 */
function isAsListed({ table }: DoorOptions, { disk, digest }: Source): boolean {
  const known = table?.get(disk)
  return known?.digest === digest && isStill(known, disk)
}

/** What was read of a source, if it is what was listed. */
function checked(options: DoorOptions, source: Source, read: () => Uint8Array): Uint8Array {
  const { path, digest } = source
  let bytes: Uint8Array
  try {
    bytes = read()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new SourceChanged(path)
    throw code === undefined ? error : new Unreadable(path, code)
  }
  options.onRead(path)
  if (!isAsListed(options, source) && digestBytes(bytes) !== digest) throw new SourceChanged(path)
  return bytes
}

/** A folder below which files of a build are, and what was found there. */
interface Place {
  readonly root: string
  readonly folder: string
  readonly scanned: Scan
}

const placeAt = (root: string, folder: string): Place => ({ root, folder, scanned: scan(root, folder) })

function survey(options: DoorOptions, hand: Hand): Survey {
  const { root, toolRoot } = options
  const at = options.clock()
  const own = [placeAt(root, 'content'), placeAt(root, 'templates')]
  const tool = toolRoot === root ? [] : [placeAt(toolRoot, 'templates')]
  const scans = [...own, ...tool].map(({ scanned }) => scanned)
  let mark: Digest | null = null
  let listing: Promise<Listing> | null = null
  return {
    mark() {
      mark ??= markOf(scans)
      return mark
    },
    settled: scans.every(({ touched }) => touched < at - YOUNG),
    count: scans.reduce((sum, { files }) => sum + files.length, 0),
    list() {
      listing ??= list(options, hand, own, tool, at)
      return listing
    },
  }
}

function markOf(scans: readonly Scan[]): Digest | null {
  const marks = scans.flatMap(({ mark }) => mark() ?? [])
  return marks.length === scans.length ? digestBytes(marks.join(' ')) : null
}

/** tool: the tool's own templates, where these are others. at: when it was looked at all of them, in ms since 1970. */
async function list(
  options: DoorOptions,
  hand: Hand,
  own: readonly Place[],
  tool: readonly Place[],
  at: number,
): Promise<Listing> {
  hand.clear()
  const diagnostics: Located[] = []
  const byPath = new Map<SourcePath, Source>()
  const [ours, theirs] = await Promise.all([seenIn(options, own), seenIn(options, tool)])
  const sourceOf = ({ disk, facts }: Seen, path: SourcePath): Source | Diagnostic | null =>
    describe(options, hand, path, disk, facts ?? (() => statOf(disk)), at)
  const admit = (seen: Seen, path: SourcePath) => {
    if (seen.problem !== null) diagnostics.push({ file: path, diagnostic: seen.problem })
    else {
      const source = sourceOf(seen, path)
      if (source === null) return
      if ('code' in source) diagnostics.push({ file: path, diagnostic: source })
      else byPath.set(path, source)
    }
  }
  for (const seen of ours) {
    const path = sourcePath(seen.path)
    if (byPath.has(path))
      diagnostics.push({ file: path, diagnostic: seen.problem ?? diagnose('file/twins', { other: path }) })
    else admit(seen, path)
  }
  diagnostics.push(...caseTwins(byPath))
  const overrides = new Map<SourcePath, Source | null>()
  // In one order, in whichever the disk gave them: a build is named by them.
  const overriding = [...byPath.keys()].filter((path) => path.startsWith('templates/')).sort()
  for (const path of overriding) overrides.set(path, null)
  for (const seen of theirs) {
    const path = sourcePath(seen.path)
    if (!byPath.has(path)) admit(seen, path)
    const behind = overrides.has(path) ? sourceOf(seen, path) : null
    if (behind !== null && 'digest' in behind) overrides.set(path, behind)
  }
  return { sources: arrange(byPath), overrides, diagnostics }
}

/** What was found, where it stands, and what the disk said of it if it was asked already. */
interface Seen extends Found {
  readonly disk: string
  readonly facts: (() => DiskFacts) | null
}

/** The files of some places, as they were scanned, or walked, if there is more to say of one; without what systems leave behind. */
async function seenIn({ walks }: DoorOptions, places: readonly Place[]): Promise<readonly Seen[]> {
  const seen = await Promise.all(
    places.map(async ({ root, folder, scanned }) => {
      const base = below(root)
      const files = scanned.files.map((path, number): Seen => {
        return { path, problem: null, disk: base + native(path), facts: () => scanned.factsOf(number) }
      })
      if (scanned.isWhole && walks !== true) return files
      const known = new Map(files.map(({ path, facts }) => [path, facts]))
      const { walk } = await import('./load/walk.ts')
      const found = (await walk(root, folder)).filter(({ path }) => !isJunk(path))
      return found.map((one): Seen => ({ ...one, disk: base + native(one.path), facts: known.get(one.path) ?? null }))
    }),
  )
  return seen.flat()
}

/** A folder as it stands before the names in it: to put ten thousand of them behind it is cheaper than to join them. */
const below = (folder: string): string => join(folder, 'x').slice(0, -1)

/** Files that were touched so short a time before they were listed, in ms, are not remembered: what is written in the same moment may look the same (git's racy rule). */
const YOUNG = 2000

/** The facts of one file; its bytes are read only if its stat is not the remembered one. null: it went while others were listed. */
function describe(
  { table, onRead }: DoorOptions,
  hand: Hand,
  path: SourcePath,
  disk: string,
  factsOf: () => DiskFacts,
  listedAt: number,
): Source | Diagnostic | null {
  try {
    const stat = factsOf()
    const known = table?.get(disk)
    if (known !== undefined && isOf(known, stat))
      return { path, kind: kindOf(path), size: known.size, disk, digest: known.digest }
    const { digest, size } = hand.holds(Number(stat.size)) ? keepWhole(hand, path, disk, stat) : digestFile(disk)
    onRead(path)
    if (touchedAt(stat) < listedAt - YOUNG) table?.set(disk, rowOf(stat, digest))
    return { path, kind: kindOf(path), size, disk, digest }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Windows does not find names that end so, whatever lists them.
    if (code === 'ENOENT' && !/[. ]$/.test(disk)) return null
    // What says no code is no refusal of the machine: a bug.
    if (code === undefined) throw error
    return diagnose('file/unreadable', { reason: code })
  }
}

function keepWhole(hand: Hand, path: SourcePath, disk: string, stat: DiskFacts) {
  const bytes = readWhole(disk)
  const digest = digestBytes(bytes)
  hand.keep(path, rowOf(stat, digest), bytes)
  return { digest, size: bytes.length }
}

/** Sorts by path (code points, the same everywhere). */
const arrange = (byPath: ReadonlyMap<SourcePath, Source>): Sources => ({
  all: [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  byPath,
})
