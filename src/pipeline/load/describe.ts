import { type Diagnostic, diagnose } from '../../core/diagnostic.ts'
import { digestBytes } from '../../core/digest.ts'
import type { SourcePath } from '../../core/path.ts'
import type { SourceTable } from '../../core/remembered.ts'
import type { Source } from '../../core/source.ts'
import { type DiskFacts, digestFile, isOf, readWhole, rowOf, touchedAt } from './files.ts'
import type { Hand } from './hand.ts'
import { kindOf } from './kinds.ts'

/** What is remembered of files, who is told of those that are read, and where the bytes of small ones wait. */
export interface Describing {
  readonly table: SourceTable | null
  /** Called with each file whose bytes were read. */
  readonly onRead: (path: SourcePath) => void
  readonly hand: Hand
}

/** Files that were touched so short a time before they were listed, in ms, are not remembered: what is written in the same moment may look the same (git's racy rule). */
export const YOUNG = 2000

/** The facts of one file; its bytes are read only if its stat is not the remembered one. null: it went while others were listed. */
export function describe(
  { table, onRead, hand }: Describing,
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
