import { basename, dirname, join, resolve } from 'node:path'
import type { Codes } from '../../core/codes.ts'
import { type Diagnostic, diagnose } from '../../core/diagnostic.ts'
import { anyTextOf } from '../../core/utf8.ts'
import { foldsCase, isWithin } from '../../core/within.ts'
import { type DiskCalls, errorCode, realDisk } from './disk.ts'
import { parseJournal } from './journal.ts'
import { readLines } from './manifest.ts'
import { journalFile, junkFiles, manifestFile, workFolder } from './names.ts'
import { diskDiagnostic } from './out-problem.ts'

/** Absolute paths: the folder to publish into, the portal's, and the user's own (null if there is none). */
export interface OutFolders {
  readonly out: string
  readonly root: string
  readonly home: string | null
  readonly disk?: DiskCalls
  /** Whether names that differ by case alone are one file; the system's way if not given. */
  readonly foldsCase?: boolean
}

type Why = Codes['out/refused']['why']

/** Why a folder must not be published into, before anything is written; null if it may. `out/refused` or `disk/*`. */
export function checkOut(folders: OutFolders): Diagnostic | null {
  const out = resolve(folders.out)
  try {
    const why = refusal({ ...folders, out })
    return why === null ? null : diagnose('out/refused', { out, why })
  } catch (error) {
    const diagnostic = diskDiagnostic(error, basename(out))
    if (diagnostic === null) throw error
    return diagnostic
  }
}

function refusal(folders: OutFolders): Why | null {
  const disk = folders.disk ?? realDisk
  const named = placeRefusal(folders, (path) => path)
  if (named !== null) return named
  const real = realOf(disk, folders.out)
  if (real === null) return 'link'
  if (placeRefusal({ ...folders, out: real }, (path) => realOf(disk, path) ?? path) !== null) return 'link'
  return contentRefusal(disk, real)
}

/** What is wrong with where the folder stands. `spell` gives the form in which the others are compared. */
function placeRefusal({ out, root, home, ...rest }: OutFolders, spell: (path: string) => string): Why | null {
  const fold = rest.foldsCase ?? foldsCase
  const within = (inner: string, outer: string): boolean => isWithin(inner, spell(resolve(outer)), fold)
  const around = (outer: string, inner: string): boolean => isWithin(spell(resolve(inner)), outer, fold)
  if (dirname(out) === out) return 'system'
  if (around(out, root)) return within(out, root) ? 'root' : 'around'
  if (home !== null && around(out, home)) return 'system'
  for (const why of ['content', 'templates'] as const) {
    const folder = join(root, why)
    if (within(out, folder) || around(out, folder)) return why
  }
  return ['.git', '.tx-portal', 'node_modules'].some((name) => within(out, join(root, name))) ? 'system' : null
}

/** What is wrong with what is in it: nothing may be, but what an earlier build put there. */
function contentRefusal(disk: DiskCalls, out: string): Why | null {
  const stats = disk.lstat(out)
  if (stats === undefined) return parentRefusal(disk, out)
  if (!stats.isDirectory()) return 'file'
  if (disk.list(out).every((name) => junkFiles.has(name) || name === workFolder)) return null
  const ours =
    isRecord(disk, join(out, manifestFile), (path) => isManifest(anyTextOf(disk.readStart(path, START)))) ||
    isRecord(disk, join(out, journalFile), (path) => parseJournal(anyTextOf(disk.read(path))))
  return ours ? null : 'foreign'
}

function parentRefusal(disk: DiskCalls, out: string): Why | null {
  const parent = dirname(out)
  const stats = disk.lstat(parent)
  if (stats === undefined) return parent === out ? null : parentRefusal(disk, parent)
  return stats.isDirectory() ? null : 'file'
}

/** By a line that only a manifest has, or by there being none: who reads it whole says what is wrong with others. */
const isManifest = (text: string): true | null => {
  const { ours, others } = readLines(`${text}\n`).manifest
  return text === '' || ours.size + others.size > 0 || null
}

/** No line of a manifest is longer, in bytes: no system has longer paths. Of a damaged one, another line may tell. */
const START = 8192

const isRecord = (disk: DiskCalls, path: string, parse: (path: string) => unknown): boolean =>
  disk.lstat(path)?.isFile() === true && parse(path) !== null

/** The path with every link followed, also where its end is yet to be made; null for a link that leads nowhere. */
function realOf(disk: DiskCalls, path: string): string | null {
  try {
    return disk.realpath(path)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ELOOP') return null
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
  }
  if (disk.lstat(path)?.isSymbolicLink()) return null
  const parent = dirname(path)
  const real = parent === path ? path : realOf(disk, parent)
  return real === null ? null : join(real, basename(path))
}
