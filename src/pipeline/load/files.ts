import {
  type BigIntStats,
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { sep } from 'node:path'
import { type Digest, digestPieces } from '../../core/digest.ts'
import type { SourceRow } from '../../core/remembered.ts'
import type { Source } from '../../core/source.ts'

/** What is remembered of a file, without its digest. */
type Stat = Omit<SourceRow, 'digest'>

const inFull = { bigint: true } as const

/** What the disk says of a file, by which it is known again: bytes, times in ns since 1970, its number. */
export type DiskFacts = Pick<BigIntStats, 'size' | 'mtimeNs' | 'ctimeNs' | 'ino'>

/** What the disk says of a file now. Throws what the machine refuses. */
export const statOf = (disk: string): BigIntStats => statSync(disk, inFull)

/** A path with `/` between names in the machine's own form. */
export const native = sep === '/' ? (path: string): string => path : (path: string): string => path.replaceAll('/', sep)

/** The names in a folder; absent: there is none, refused: the machine does not show it. */
export function namesIn(disk: string): readonly string[] | 'absent' | 'refused' {
  try {
    return readdirSync(disk)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'absent' : 'refused'
  }
}

/** What the disk says of what stands at a path; null where that is no file and no folder (a link, too), or cannot be told. */
export function factsAt(disk: string): DiskFacts | 'folder' | null {
  try {
    const facts = lstatSync(disk, inFull)
    if (facts.isFile()) return facts
    if (facts.isDirectory()) return 'folder'
  } catch {}
  return null
}

/** When a file was last touched, in ms. */
export const touchedAt = ({ mtimeNs, ctimeNs }: DiskFacts): number =>
  Number((mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / 1_000_000n)

/** When a file was last written, in ms since the epoch; null if it is not there. */
export const changedAt = (disk: string): number | null =>
  statSync(disk, { throwIfNoEntry: false })?.mtime.getTime() ?? null

/** Whether a stat is of the file that is remembered, unchanged. Asked ten thousand times where nothing was changed: nothing is made but what is compared. */
export const isOf = (row: Stat, stat: DiskFacts): boolean =>
  Number(stat.size) === row.size &&
  String(stat.mtimeNs) === row.mtimeNs &&
  String(stat.ctimeNs) === row.ctimeNs &&
  String(stat.ino) === row.ino

/** Whether a file is still there as it was. */
export function isStill(row: Stat, disk: string): boolean {
  const stat = statSync(disk, { bigint: true, throwIfNoEntry: false })
  return stat !== undefined && isOf(row, stat)
}

/** What is remembered of a file with its digest. */
export const rowOf = (stat: DiskFacts, digest: Digest): SourceRow => ({
  size: Number(stat.size),
  mtimeNs: String(stat.mtimeNs),
  ctimeNs: String(stat.ctimeNs),
  ino: String(stat.ino),
  digest,
})

/** All bytes of a file. Throws what the machine refuses. */
export const readWhole = (disk: string): Uint8Array => readFileSync(disk)

/** What is read at once, in bytes: small enough to stay in the processor's cache. */
const PIECE = 256 * 1024
/** What is read whole later, when it is published, can have no more bytes than that (as readFileSync says itself). */
const MOST = 2 ** 31 - 1
let piece: Buffer | null = null

/** The digest of a file and its size in bytes, read piece by piece: photos by the hundred need no memory to be named. Throws what the machine refuses. */
export function digestFile(disk: string): { readonly digest: Digest; readonly size: number } {
  piece ??= Buffer.allocUnsafeSlow(PIECE)
  const room = piece
  const file = openSync(disk, 'r')
  let size = 0
  function* pieces(): Iterable<Uint8Array> {
    for (let length = readSync(file, room); length > 0; length = readSync(file, room)) {
      size += length
      yield room.subarray(0, length)
    }
  }
  try {
    if (fstatSync(file).size > MOST) throw Object.assign(new Error('too large'), { code: 'ERR_FS_FILE_TOO_LARGE' })
    return { digest: digestPieces(pieces()), size }
  } finally {
    closeSync(file)
  }
}

/** The bytes of a file in a room that is there; of one that does not fit, in a room of its own. Throws what the machine refuses. */
export function readInto(room: Uint8Array, disk: string): Uint8Array {
  const file = openSync(disk, 'r')
  try {
    let size = 0
    while (size < room.length) {
      const length = readSync(file, room, size, room.length - size, null)
      if (length === 0) return room.subarray(0, size)
      size += length
    }
  } finally {
    closeSync(file)
  }
  return readFileSync(disk)
}

/** So many bytes of the beginning and of the end of a file that is longer; null if it cannot be read. */
export function readEnds(
  { disk, size }: Source,
  { head, tail }: { readonly head: number; readonly tail: number },
): readonly [head: Uint8Array, tail: Uint8Array] | null {
  try {
    const file = openSync(disk, 'r')
    try {
      const part = (at: number, length: number) => {
        const bytes = Buffer.alloc(length)
        return bytes.subarray(0, readSync(file, bytes, 0, length, at))
      }
      return [part(0, head), part(size - tail, tail)]
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}

/** Where a path leads, links followed; null where nothing is. */
export function realOf(disk: string): string | null {
  try {
    return realpathSync.native(disk)
  } catch {
    return null
  }
}

/** What tells a folder from another one that has its name. */
export interface FolderStat {
  readonly ino: number
  readonly birthtimeMs: number
  readonly ctimeMs: number
}

/** A folder as it stands on the disk: what the disk says of it, and the names of the folders in it. */
export interface Standing {
  readonly stat: FolderStat
  readonly folders: readonly string[]
}

/** The folder at a path, links not followed; null where there is none, or where it cannot be read. */
export async function folderAt(disk: string): Promise<Standing | null> {
  try {
    const stat = await lstat(disk)
    if (!stat.isDirectory()) return null
    const entries = await readdir(disk, { withFileTypes: true })
    return { stat, folders: entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])) }
  } catch {
    return null
  }
}

/** When something was last written into a file, in ms since 1970: no program sets that to another time (stat(2), st_ctime). null: there is none. */
export const writtenAt = (disk: string): number | null => statSync(disk, { throwIfNoEntry: false })?.ctimeMs ?? null
