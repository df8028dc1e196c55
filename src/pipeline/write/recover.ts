import { sha256 } from '../../core/digest.ts'
import type { OutputTable } from '../../core/remembered.ts'
import type { Journal } from './journal.ts'
import type { Manifest } from './manifest.ts'
import { foldersOf } from './names.ts'
import type { OutDisk } from './out-disk.ts'
import {
  closeJournal,
  leaveWorkFolder,
  readJournal,
  readManifest,
  type Standing,
  sweep,
  writeManifest,
} from './records.ts'
import { removeEmptied } from './removal.ts'

/**
 * Puts the records right after a build that was killed: what its journal names and is there belongs to us, as it is
 * now. Killed here too, the next one does it again. Gives what stands there; asLeft: just what is remembered.
 */
export function recover(out: OutDisk, remembered: OutputTable | null): Standing {
  sweep(out)
  const journal = readJournal(out)
  const before = readManifest(out, remembered, journal !== null)
  const settled = journal === null ? null : settledAfter(out, journal, before)
  closeJournal(out)
  leaveWorkFolder(out)
  return settled ?? before ?? { manifest: () => NOTHING, asLeft: false, mended: false, resumed: false }
}

const NOTHING: Manifest = { ours: new Map(), others: new Map() }

function settledAfter(out: OutDisk, journal: Journal, before: Standing | null): Standing {
  const { ours: known, others: found } = before?.manifest() ?? NOTHING
  const [ours, others] = [new Map(known), new Map(found)]
  settle(out, journal, ours)
  for (const path of ours.keys()) others.delete(path)
  writeManifest(out, { ours, others })
  return { manifest: () => ({ ours, others }), asLeft: false, mended: before?.mended === true, resumed: true }
}

function settle(out: OutDisk, journal: Journal, owned: Map<string, string>): void {
  const named = [...journal.added, ...journal.replaced, ...journal.removed]
  for (const path of named) {
    if (out.look(path).kind === 'file') owned.set(path, sha256(out.read(path)))
    else owned.delete(path)
  }
  const gone = journal.removed.filter((path) => !owned.has(path))
  removeEmptied(out, [...journal.folders, ...gone.flatMap(foldersOf)])
}
