import type { OutputPath } from '../../core/path.ts'
import type { Sink, SinkReport } from '../../core/plan.ts'
import type { OutputRow, OutputTable } from '../../core/remembered.ts'
import { type Changes, weigh } from './changes.ts'
import { type DiskCalls, realDisk } from './disk.ts'
import type { Manifest } from './manifest.ts'
import { manifestFile } from './names.ts'
import { openOutDisk } from './out-disk.ts'
import { otherPortal } from './out-problem.ts'
import { publish, tidy } from './publish.ts'
import { recover } from './recover.ts'
import { holdOutput, type Staging, stagedOutputs, stageOutput, standing, standsAsLeft } from './staging.ts'

/** A sink into a folder, which can say how it left it. */
export interface FolderSink extends Sink {
  /**
   * Ends a build that would make just what is remembered: null where any of it is not there as it was left, and then nothing is
   * changed and the sink stays open.
   */
  finishAsLeft(): SinkReport | null
  /** What stands there after finish. */
  table(): OutputTable
  /** Outputs, and the manifest, that somebody has edited since they were published, in order: they were put right. */
  edited(): readonly string[]
}

/** Where to publish (an absolute path) and what the last build remembered; null: compare every output by content. */
export interface FolderSinkOptions {
  readonly out: string
  readonly remembered: OutputTable | null
  readonly disk?: DiskCalls
  /** Reads what seems to be as it was left. */
  readonly thorough?: boolean
  /** Called again and again while finish works, which never leaves its turn of the event loop. */
  readonly working?: () => void
}

/**
 * Publishes into a folder. Everything waits in a staging folder until finish; only files that this tool made (recorded
 * in manifest.sha256) are ever replaced or removed. Throws OutProblem where a file of somebody else is in the way or the
 * machine refuses. Opening it puts right what a killed build left.
 */
export function openFolderSink(options: FolderSinkOptions): FolderSink {
  const out = openOutDisk(options.out, options.disk ?? realDisk)
  const { remembered } = options
  const { manifest, asLeft, mended, resumed } = recover(out, remembered)
  const rows = remembered?.rows ?? new Map<string, OutputRow>()
  const staging: Staging = {
    out,
    manifest,
    asLeft,
    remembered: rows,
    entries: new Map(),
    begun: 0,
    thorough: options.thorough === true,
    edited: new Set(mended ? [manifestFile] : []),
  }
  let state: 'open' | 'publishing' | 'finished' | 'abandoned' = 'open'
  let table: OutputTable | null = null

  const opened = (): Staging => {
    if (state !== 'open') throw new Error(`the sink is ${state}`)
    return staging
  }

  return {
    holds: (path, stamp) => holdOutput(opened(), path, stamp),
    put: (path, stamp, phase, bytes) => stageOutput(opened(), path, stamp, phase, bytes),
    finishAsLeft() {
      if (!asLeft || !standsAsLeft(opened())) return null
      table = remembered
      state = 'finished'
      tidy(out, true)
      return { made: [], changed: [], kept: rows.size, removed: [] }
    },
    async finish(paths) {
      const wanted = new Set<string>(paths)
      if (asLeft && isAsRemembered(opened(), wanted)) {
        table = remembered
        state = 'finished'
        tidy(out, true)
        return { made: [], changed: [], kept: wanted.size, removed: [] }
      }
      const staged = stagedOutputs(opened(), wanted)
      out.forget()
      const changes = weigh(out, manifest().ours, staged, wanted, (path) => rows.get(path)?.phase)
      if (!asLeft && !resumed) expectSamePortal(staging, changes)
      state = 'publishing'
      const lost = lostBy(staging)
      if (lost.size > 0) staging.edited.add(manifestFile)
      const next = manifestOf(staging, wanted, lost)
      const published = publish(out, changes, next, options.working ?? (() => undefined))
      table = { manifest: published.manifest, rows: rowsOf(staging, wanted, next) }
      state = 'finished'
      tidy(out, true)
      return report(changes, wanted.size, published.removed)
    },
    async abandon() {
      if (state === 'abandoned') return
      // A journal that was begun is the only record of what it made so far: the next build needs it.
      tidy(out, state !== 'publishing')
      state = 'abandoned'
      out.undoRoot()
    },
    edited: () => [...staging.edited].sort(),
    table() {
      if (table === null) throw new Error('the sink is not finished')
      return table
    },
  }
}

/** Fewer pages may well be the leavings of a trial. */
const A_PORTAL = 10

/**
 * Throws where a folder that this portal did not leave so is another portal's, and an output folder was mistyped: most of its pages would go, or
 * some and not one stays as it is (sections, months and standing pages have the same addresses in many portals). Of one's own portal
 * that was built elsewhere published addresses are kept; a page that is as it is remembered is this portal's.
 */
function expectSamePortal({ out, manifest, entries, remembered }: Staging, { blocking, removed }: Changes): void {
  const { ours } = manifest()
  const isPage = (path: string): boolean => path.endsWith('.html')
  if ([...remembered].some(([path, { sha256 }]) => isPage(path) && ours.get(path) === sha256)) return
  const before = [...ours.keys()].filter(isPage).length
  const gone = [...blocking, ...removed].filter(isPage).length
  const stays = () => [...entries].some(([path, entry]) => isPage(path) && !('waits' in entry))
  if (gone >= A_PORTAL && (gone > before / 2 || (gone > before / 10 && !stays())))
    throw otherPortal(out.label(''), before, gone)
}

/** Whether every output is held, and none is wanted less. */
const isAsRemembered = ({ entries, remembered }: Staging, wanted: ReadonlySet<string>): boolean =>
  wanted.size === remembered.size && [...wanted].every((path) => entries.get(path) === remembered.get(path))

/** What never waited and was not ours before is somebody else's; or `lost`, names that the manifest had lost. */
function manifestOf({ entries, manifest }: Staging, wanted: ReadonlySet<string>, lost: ReadonlySet<string>): Manifest {
  const owned = manifest().ours
  const ours = new Map<string, string>()
  const others = new Map<string, string>()
  for (const path of wanted) {
    const entry = entries.get(path)
    if (entry === undefined) continue
    const sums = 'waits' in entry || owned.has(path) || lost.has(path) ? ours : others
    sums.set(path, entry.sha256)
  }
  return { ours, others }
}

/** Of so many files of no maker nobody has made just these bytes. */
const BY_CHANCE = 10

/**
 * Outputs that stand in their places, of which the manifest says nothing: where it names some outputs and leaves out many, it was cut at
 * the end of a line, or the journal of a killed build was removed. A few may be somebody's own.
 */
function lostBy({ entries, manifest }: Staging): ReadonlySet<string> {
  const { ours, others } = manifest()
  if (ours.size === 0) return new Set()
  const lost = [...entries].filter(([path, entry]) => !('waits' in entry) && !ours.has(path) && !others.has(path))
  return new Set(lost.length >= BY_CHANCE ? lost.map(([path]) => path) : [])
}

function rowsOf(
  { out, entries }: Staging,
  wanted: ReadonlySet<string>,
  { ours: owned }: Manifest,
): OutputTable['rows'] {
  const rows = new Map<string, OutputRow>()
  for (const path of wanted) {
    const entry = entries.get(path)
    const ours = owned.has(path)
    if (entry === undefined) continue
    if ('waits' in entry) rows.set(path, standing(entry, out.look(path), ours))
    else rows.set(path, entry.ours === ours ? entry : { ...entry, ours })
  }
  return rows
}

function report(changes: Changes, count: number, removed: readonly string[]): SinkReport {
  const made = changes.added.map(({ path }) => path as OutputPath).sort()
  const changed = changes.replaced.map(({ path }) => path as OutputPath).sort()
  return { made, changed, kept: count - made.length - changed.length, removed: [...removed].sort() as OutputPath[] }
}
