import { type Digest, sha256 } from '../../core/digest.ts'
import { isOutputName } from '../../core/path.ts'
import type { Phase } from '../../core/plan.ts'
import type { OutputRow } from '../../core/remembered.ts'
import { caseTwin, type Staged } from './changes.ts'
import type { Manifest } from './manifest.ts'
import { foldersOf, stagingFolder } from './names.ts'
import type { OutDisk, Sight } from './out-disk.ts'
import { foreignFile } from './out-problem.ts'

/** One output of this build that waits in the staging folder. */
export interface Waiting extends Omit<OutputRow, 'mtimeNs' | 'ino' | 'ours'> {
  /** Where it waits, relative to the published folder. */
  readonly waits: string
}

/** One output of this build: standing in its place already, or waiting. */
export type Entry = OutputRow | Waiting

/** A build under way: what stands there and is ours, what is remembered, and what this build has so far. */
export interface Staging {
  readonly out: OutDisk
  readonly manifest: () => Manifest
  /** The manifest says just what the remembered rows do. */
  readonly asLeft: boolean
  readonly remembered: ReadonlyMap<string, OutputRow>
  readonly entries: Map<string, Entry>
  /** How many files were begun in the staging folder: the name of the next. */
  begun: number
  /** What is held is read again: a file may have been edited and its time put back. */
  readonly thorough: boolean
  /** Outputs that somebody else has edited since they were published, and that are made again. */
  readonly edited: Set<string>
}

/**
 * Whether a path is there as the remembered build left it, by stamp, sum, size and time; then it counts as made. Where only the time is
 * another (the folder was copied, or came out of a backup) its bytes tell: to read them costs less than to make them.
 */
export function holdOutput(staging: Staging, path: string, stamp: Digest): boolean {
  const row = staging.remembered.get(path)
  // What is remembered has had its name looked at.
  if (row === undefined) expectName(path)
  if (row?.stamp !== stamp) return false
  if (!staging.asLeft && sumOf(staging.manifest(), path) !== row.sha256) return false
  const isSame = isAsLeft(staging.out, path, row)
  const sight = isSame ? null : staging.out.look(path)
  if (sight !== null && !(sight.kind === 'file' && Number(sight.stats.size) === row.size)) return false
  if ((!isSame || staging.thorough) && sha256(staging.out.read(path)) !== row.sha256) return false
  staging.entries.set(path, sight === null ? row : standing(row, sight, row.ours))
  return true
}

/** Whether all that is remembered is there as it was left. */
export function standsAsLeft({ out, remembered }: Staging): boolean {
  let stands = true
  // Not by an iterator: rows that are only looked at need not be kept then.
  remembered.forEach((row, path) => {
    if (stands) stands = isAsLeft(out, path, row)
  })
  return stands
}

function isAsLeft(out: OutDisk, path: string, { size, mtimeNs, ino }: OutputRow): boolean {
  const sight = out.lookAgain(path, ino)
  return sight.kind === 'file' && Number(sight.stats.size) === size && String(sight.stats.mtimeNs) === mtimeNs
}

const sumOf = ({ ours, others }: Manifest, path: string): string | undefined => ours.get(path) ?? others.get(path)

/** Takes an output: into the staging folder, unless these very bytes stand in its place. Throws OutProblem. */
export function stageOutput(staging: Staging, path: string, stamp: Digest, phase: Phase, bytes: Uint8Array): void {
  const { out, entries } = staging
  expectName(path)
  if (entries.has(path)) throw new Error(`put twice: ${path}`)
  const made = { stamp, sha256: sha256(bytes), size: bytes.length, phase }
  const sight = out.look(path)
  if (sight.kind === 'file' && standsThere(staging, path, sight, bytes, made.sha256)) {
    entries.set(path, standing(made, sight, staging.manifest().ours.has(path)))
    return
  }
  expectOurs(staging, path, sight)
  if (sight.kind === 'file' && isAsPublished(staging, path, made)) staging.edited.add(path)
  // Never twice the same: what could not be written may have left its name.
  const waits = `${stagingFolder}/${staging.begun}`
  staging.begun += 1
  out.makeFolder(stagingFolder)
  out.write(waits, bytes, out.label(path))
  entries.set(path, { ...made, waits })
}

/** Whether this is what was made before and what the manifest says: then other bytes in its place are somebody else's. */
function isAsPublished({ remembered, manifest }: Staging, path: string, made: Omit<Waiting, 'waits'>): boolean {
  const row = remembered.get(path)
  return row?.stamp === made.stamp && row.sha256 === made.sha256 && manifest().ours.get(path) === made.sha256
}

/** The row of an output that stands in its place. */
export const standing = (
  { stamp, sha256: sum, size, phase }: Omit<Waiting, 'waits'>,
  sight: Sight,
  ours: boolean,
): OutputRow => {
  const { mtimeNs = '', ino = '' } = sight.kind === 'file' ? sight.stats : {}
  return { stamp, sha256: sum, size, mtimeNs: String(mtimeNs), ino: String(ino), phase, ours }
}

/** The outputs among `wanted` that wait. Throws where one was never made, or is a folder of another: a bug. */
export function stagedOutputs({ entries }: Staging, wanted: ReadonlySet<string>): readonly Staged[] {
  return [...wanted].flatMap((path) => {
    const entry = entries.get(path)
    if (entry === undefined) throw new Error(`never made: ${path}`)
    if (!('waits' in entry)) return []
    const folder = foldersOf(path).find((each) => wanted.has(each))
    if (folder !== undefined) throw new Error(`both a file and a folder: ${folder}`)
    return [{ path, phase: entry.phase, waits: entry.waits }]
  })
}

type FileSight = Extract<Sight, { kind: 'file' }>

/** Whether the bytes are there already. They are read, unless size or manifest say that they differ. */
function standsThere(
  { out, manifest }: Staging,
  path: string,
  sight: FileSight,
  bytes: Uint8Array,
  sum: string,
): boolean {
  if (Number(sight.stats.size) !== bytes.length) return false
  const owned = manifest().ours
  const ours = owned.get(path)
  if (ours !== undefined ? ours !== sum : caseTwin(out, path, owned.keys()) !== null) return false
  return Buffer.compare(out.read(path), bytes) === 0
}

/** Throws OutProblem where something of somebody else is plainly in the way; folders are weighed at the end. */
function expectOurs({ out, manifest }: Staging, path: string, sight: Sight): void {
  if (sight.kind === 'foreign') throw foreignFile(sight.at)
  const owned = manifest().ours
  if (sight.kind === 'blocked' && !owned.has(sight.at)) throw foreignFile(sight.at)
  if (sight.kind !== 'file' || owned.has(path)) return
  if (caseTwin(out, path, owned.keys()) === null) throw foreignFile(path)
}

function expectName(path: string): void {
  if (!isOutputName(path)) throw new Error(`no name for an output: ${JSON.stringify(path)}`)
}
