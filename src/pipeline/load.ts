import { join, sep } from 'node:path'
import { type Diagnostic, diagnose, type Located } from '../core/diagnostic.ts'
import { digestBytes } from '../core/digest.ts'
import { basename, dirname, type SourcePath, sourcePath } from '../core/path.ts'
import type { SourceTable } from '../core/remembered.ts'
import type { Source, Sources } from '../core/source.ts'
import {
  changedAt,
  digestFile,
  isOf,
  isStill,
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
import { type Found, walk } from './load/walk.ts'
import { type Door, type Listing, SourceChanged, Unreadable } from './world.ts'

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
  const rooms = newRooms()
  return {
    list: () => list(options, hand),
    look({ path, disk }) {
      const source = describe(options, hand, path, disk, options.clock())
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

async function list(options: DoorOptions, hand: Hand): Promise<Listing> {
  const { root, toolRoot } = options
  hand.clear()
  const diagnostics: Located[] = []
  const byPath = new Map<SourcePath, Source>()
  const [content, templates, tool] = await Promise.all([
    walk(root, 'content'),
    walk(root, 'templates'),
    toolRoot === root ? [] : walk(toolRoot, 'templates'),
  ])
  const listedAt = options.clock()
  const [base, toolBase] = [below(root), below(toolRoot)]
  const admit = (folder: string, found: Found, path: SourcePath, overridden: boolean) => {
    if (isJunk(found.path)) return
    const twin = byPath.get(path)
    if (twin !== undefined && overridden) return
    if (found.problem !== null) diagnostics.push({ file: path, diagnostic: found.problem })
    else if (twin !== undefined) diagnostics.push({ file: path, diagnostic: diagnose('file/twins', { other: path }) })
    else {
      const source = describe(options, hand, path, folder + native(found.path), listedAt)
      if (source === null) return
      if ('code' in source) diagnostics.push({ file: path, diagnostic: source })
      else byPath.set(path, source)
    }
  }
  for (const own of [content, templates]) for (const found of own) admit(base, found, sourcePath(found.path), false)
  diagnostics.push(...caseTwins(byPath))
  const overrides = new Map<SourcePath, Source | null>()
  // In one order, in whichever the disk gave them: a build is named by them.
  const overriding = [...byPath.keys()].filter((path) => path.startsWith('templates/')).sort()
  for (const path of overriding) overrides.set(path, null)
  for (const found of tool) {
    const path = sourcePath(found.path)
    admit(toolBase, found, path, true)
    const behind = overrides.has(path) ? describe(options, hand, path, toolBase + native(found.path), listedAt) : null
    if (behind !== null && 'digest' in behind) overrides.set(path, behind)
  }
  return { sources: arrange(byPath), overrides, diagnostics }
}

/**
 * Names that are told apart by capitals alone: Windows and macOS keep one of two. Of folders once, not of each file in them. Of what is
 * published as it is, its address tells the same.
 */
function caseTwins(byPath: ReadonlyMap<SourcePath, Source>): readonly Located[] {
  const seen = new Map<string, SourcePath>()
  const capital = [...byPath.keys()].filter((path) => hasCapital(path) && !path.startsWith('content/static/')).sort()
  const twinFolder = twinFolders(byPath, capital)
  const told = new Set<string>()
  return capital.flatMap((path) => {
    const folder = twinFolder(dirname(path))
    if (folder !== null) {
      if (told.has(folder.path)) return []
      told.add(folder.path)
      return [{ file: folder.path, diagnostic: diagnose('file/twins', { other: `${folder.other}/` }) }]
    }
    const small = path.toLowerCase() as SourcePath
    const other = byPath.has(small) ? small : seen.get(small)
    if (other === undefined) seen.set(small, path)
    return other === undefined ? [] : [{ file: path, diagnostic: diagnose('file/twins', { other }) }]
  })
}

const hasCapital = (path: string): boolean => path !== path.toLowerCase()

interface TwinFolder {
  readonly path: SourcePath
  readonly other: string
}

/** Of a folder the outermost on its way that has a twin. Folders are gone through only where one of them has a capital: few have. */
function twinFolders(
  byPath: ReadonlyMap<SourcePath, Source>,
  capital: readonly SourcePath[],
): (folder: string) => TwinFolder | null {
  if (!capital.some((path) => hasCapital(dirname(path)))) return () => null
  const folders = new Set<string>()
  for (const path of byPath.keys())
    for (let folder = dirname(path); folder !== '' && !folders.has(folder); folder = dirname(folder))
      folders.add(folder)
  // By names that lie in one folder: where two folders are twins, what lies in them is theirs.
  const firsts = new Map<string, string>()
  for (const folder of [...folders].filter(hasCapital).sort()) {
    const small = lastSmall(folder)
    if (!firsts.has(small)) firsts.set(small, folders.has(small) ? small : folder)
  }
  const found = new Map<string, TwinFolder | null>()
  const find = (folder: string): TwinFolder | null => {
    if (!hasCapital(folder)) return null
    const known = found.get(folder)
    if (known !== undefined) return known
    const other = firsts.get(lastSmall(folder)) ?? folder
    const twin = find(dirname(folder)) ?? (other === folder ? null : { path: sourcePath(folder), other })
    found.set(folder, twin)
    return twin
  }
  return find
}

/** A path whose last name has no capitals. */
const lastSmall = (path: string): string => `${dirname(path)}/${basename(path).toLowerCase()}`

/** A folder as it stands before the names in it: to put ten thousand of them behind it is cheaper than to join them. */
const below = (folder: string): string => join(folder, 'x').slice(0, -1)

/** A path with `/` between names in the machine's own form. */
const native = sep === '/' ? (path: string): string => path : (path: string): string => path.replaceAll('/', sep)

/** The facts of one file; its bytes are read only if its stat is not the remembered one. null: it went while others were listed. */
function describe(
  { table, onRead }: DoorOptions,
  hand: Hand,
  path: SourcePath,
  disk: string,
  listedAt: number,
): Source | Diagnostic | null {
  try {
    const stat = statOf(disk)
    const known = table?.get(disk)
    if (known !== undefined && isOf(known, stat))
      return { path, kind: kindOf(path), size: known.size, disk, digest: known.digest }
    const { digest, size } = hand.holds(Number(stat.size)) ? keepWhole(hand, path, disk, stat) : digestFile(disk)
    onRead(path)
    if (touchedAt(stat) < listedAt - 2000) table?.set(disk, rowOf(stat, digest))
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

function keepWhole(hand: Hand, path: SourcePath, disk: string, stat: ReturnType<typeof statOf>) {
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
