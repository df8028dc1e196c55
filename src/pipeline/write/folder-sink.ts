import type { OutputPath } from '../../core/path.ts'
import type { Sink, SinkReport } from '../../core/plan.ts'
import type { OutputRow, OutputTable } from '../../core/remembered.ts'
import { type Changes, weigh } from './changes.ts'
import { type DiskCalls, realDisk } from './disk.ts'
import type { Manifest } from './manifest.ts'
import { openOutDisk } from './out-disk.ts'
import { publish, tidy } from './publish.ts'
import { recover } from './recover.ts'
import { holdOutput, type Staging, stagedOutputs, stageOutput } from './staging.ts'

/** A sink into a folder, which can say how it left it. */
export interface FolderSink extends Sink {
  /** What stands there after finish. */
  table(): OutputTable
}

/** Where to publish (an absolute path) and what the last build remembered; null: compare every output by content. */
export interface FolderSinkOptions {
  readonly out: string
  readonly remembered: OutputTable | null
  readonly disk?: DiskCalls
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
  const remembered = new Map(Object.entries(options.remembered ?? {}))
  const { ours, others } = recover(out)
  const staging: Staging = { out, owned: ours, others, remembered, entries: new Map() }
  let state: 'open' | 'publishing' | 'finished' | 'abandoned' = 'open'
  let table: OutputTable | null = null

  const opened = (): Staging => {
    if (state !== 'open') throw new Error(`the sink is ${state}`)
    return staging
  }

  return {
    holds: (path, stamp) => holdOutput(opened(), path, stamp),
    put: (path, stamp, phase, bytes) => stageOutput(opened(), path, stamp, phase, bytes),
    async finish(paths) {
      const wanted = new Set<string>(paths)
      const staged = stagedOutputs(opened(), wanted)
      out.forget()
      const changes = weigh(out, staging.owned, staged, wanted, (path) => remembered.get(path)?.phase)
      state = 'publishing'
      const removed = publish(out, changes, manifestOf(staging, wanted), options.working ?? (() => undefined))
      table = tableOf(staging, wanted)
      state = 'finished'
      tidy(out, true)
      return report(changes, wanted.size, removed)
    },
    async abandon() {
      if (state === 'abandoned') return
      // A journal that was begun is the only record of what it made so far: the next build needs it.
      tidy(out, state !== 'publishing')
      state = 'abandoned'
      out.undoRoot()
    },
    table() {
      if (table === null) throw new Error('the sink is not finished')
      return table
    },
  }
}

/** What never waited and was not ours before is somebody else's. */
function manifestOf({ entries, owned }: Staging, wanted: ReadonlySet<string>): Manifest {
  const ours = new Map<string, string>()
  const others = new Map<string, string>()
  for (const path of wanted) {
    const entry = entries.get(path)
    if (entry === undefined) continue
    const sums = entry.waits !== null || owned.has(path) ? ours : others
    sums.set(path, entry.sha256)
  }
  return { ours, others }
}

function tableOf({ out, entries }: Staging, wanted: ReadonlySet<string>): OutputTable {
  const rows: [string, OutputRow][] = []
  for (const path of wanted) {
    const entry = entries.get(path)
    if (entry === undefined) continue
    const { stamp, sha256, size, phase } = entry
    const sight = entry.mtimeNs === null ? out.look(path) : null
    const mtimeNs = entry.mtimeNs ?? (sight?.kind === 'file' ? String(sight.stats.mtimeNs) : '')
    rows.push([path, { stamp, sha256, size, mtimeNs, phase }])
  }
  return Object.fromEntries(rows)
}

function report(changes: Changes, count: number, removed: readonly string[]): SinkReport {
  const made = changes.added.map(({ path }) => path as OutputPath).sort()
  const changed = changes.replaced.map(({ path }) => path as OutputPath).sort()
  return { made, changed, kept: count - made.length - changed.length, removed: [...removed].sort() as OutputPath[] }
}
