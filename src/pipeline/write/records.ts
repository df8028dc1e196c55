import { type Digest, digestBytes, sha256 } from '../../core/digest.ts'
import type { OutputTable } from '../../core/remembered.ts'
import { anyTextOf } from '../../core/utf8.ts'
import { formatJournal, type Journal, parseJournal } from './journal.ts'
import { formatManifest, type Manifest, readLines, sumsOf } from './manifest.ts'
import { journalFile, junkFiles, manifestFile, stagingFolder, temporaryFiles, workFolder } from './names.ts'
import type { OutDisk } from './out-disk.ts'
import { foreignFile, lostRecord } from './out-problem.ts'

const [journalDraft, manifestDraft] = temporaryFiles

/** The bytes of a record; null where there is none. Anything but a file in its place is not ours. */
function readBytes(out: OutDisk, path: string): Uint8Array | null {
  const sight = out.look(path)
  if (sight.kind === 'absent') return null
  if (sight.kind !== 'file') throw foreignFile(path)
  return out.read(path)
}

/** The text of a record; null where there is none. */
function readRecord(out: OutDisk, path: string): string | null {
  const bytes = readBytes(out, path)
  return bytes === null ? null : anyTextOf(bytes)
}

/** Writes a record so that it is there whole or not at all, also after a loss of power. */
function writeRecord(out: OutDisk, path: string, draft: string, text: string): void {
  out.makeFolder(workFolder)
  discard(out, draft)
  out.write(draft, new TextEncoder().encode(text), out.label(path))
  out.keep(draft)
  out.rename(draft, path)
  out.keepNames(path.includes('/') ? workFolder : '')
}

/** What stands in the published folder by its manifest, taken apart when it is asked for. */
export interface Standing {
  readonly manifest: () => Manifest
  /** It is the text of which the rows are known. */
  readonly asLeft: boolean
  /** The manifest had lost lines, which were made good from what is remembered. */
  readonly mended: boolean
  /** A killed build was at work there, and its journal says what it did. */
  readonly resumed: boolean
}

/**
 * What earlier builds left; null where there is no manifest. One that still is the text of which the rows are known need not be
 * taken apart: `asLeft` says so. One that was emptied, cut or overwritten is made good by the files that stand as they are remembered;
 * where nothing is remembered, nobody can say what is ours. Throws OutProblem then, or if one is there that is not ours. `interrupted`:
 * a journal says what the last build did, so the manifest of a first build may be empty.
 */
export function readManifest(out: OutDisk, remembered: OutputTable | null, interrupted: boolean): Standing | null {
  const bytes = readBytes(out, manifestFile)
  if (bytes === null) return null
  if (remembered !== null && digestBytes(bytes) === remembered.manifest) {
    let sums: Manifest | null = null
    const manifest = () => {
      sums ??= sumsOf(remembered.rows)
      return sums
    }
    return { manifest, asLeft: true, mended: false, resumed: false }
  }
  const { manifest, whole } = readLines(anyTextOf(bytes))
  const sound = whole && (bytes.length > 0 || interrupted || holdsNothing(out))
  if (remembered === null) {
    if (!sound) throw lostRecord(out.label(''))
    return { manifest: () => manifest, asLeft: false, mended: false, resumed: false }
  }
  const lost = lostFrom(manifest, out, remembered)
  const [ours, others] = [new Map([...manifest.ours, ...lost]), new Map(manifest.others)]
  for (const [path] of lost) others.delete(path)
  const mended = !sound || lost.length > 0
  return { manifest: () => ({ ours, others }), asLeft: false, mended, resumed: false }
}

/** What a manifest leaves out, or calls somebody else's, of what this tool is known to have made: files that still have the very bytes. */
const lostFrom = ({ ours }: Manifest, out: OutDisk, { rows }: OutputTable): readonly (readonly [string, string])[] =>
  [...rows].flatMap(([path, row]) => {
    if (!row.ours || ours.has(path)) return []
    const sight = out.look(path)
    if (sight.kind !== 'file' || Number(sight.stats.size) !== row.size) return []
    return sha256(out.read(path)) === row.sha256 ? [[path, row.sha256] as const] : []
  })

/** Whether there is nothing but the manifest and what systems leave in folders by themselves. */
const holdsNothing = (out: OutDisk): boolean =>
  out.list('').every((name) => name === manifestFile || name === workFolder || junkFiles.has(name))

/** Records what is there now; leaves a manifest that says so already. Gives the digest of its text. */
export function writeManifest(out: OutDisk, manifest: Manifest): Digest {
  const text = formatManifest(manifest)
  if (readRecord(out, manifestFile) !== text) writeRecord(out, manifestFile, manifestDraft, text)
  return digestBytes(text)
}

/** What a killed build was about to do; null if none was. */
export function readJournal(out: OutDisk): Journal | null {
  const text = readRecord(out, journalFile)
  return text === null ? null : parseJournal(text)
}

/** Puts on record what is about to be done, before it is done. */
export const writeJournal = (out: OutDisk, journal: Journal): void =>
  writeRecord(out, journalFile, journalDraft, formatJournal(journal))

/** The journal's work is done. */
export const closeJournal = (out: OutDisk): void => discard(out, journalFile)

/** Removes staged files and drafts of records; the journal and the lock stay. */
export function sweep(out: OutDisk): void {
  const work = out.look(workFolder)
  if (work.kind === 'absent') return
  if (work.kind !== 'folder') throw foreignFile(workFolder)
  for (const draft of temporaryFiles) discard(out, draft)
  if (out.look(stagingFolder).kind !== 'folder') return
  for (const name of out.list(stagingFolder)) discard(out, `${stagingFolder}/${name}`)
  out.removeEmpty(stagingFolder)
}

/** Removes the work folder, unless somebody's lock or journal is in it. */
export const leaveWorkFolder = (out: OutDisk): boolean => out.removeEmpty(workFolder)

function discard(out: OutDisk, path: string): void {
  if (out.look(path).kind === 'file') out.unlink(path)
}
