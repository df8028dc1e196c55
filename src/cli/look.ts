import { type Prepared, prepare } from '../pipeline/build.ts'
import { openWorkshop } from './compose.ts'
import type { Counts } from './outcome.ts'
import { watch } from './progress.ts'
import type { LinesOf } from './report/problem.ts'
import type { Setup } from './setup.ts'
import type { Shell } from './shell.ts'

/** A portal that was looked at: nothing was made. */
export interface Looked {
  readonly prepared: Prepared
  readonly counts: Counts
  readonly linesOf: LinesOf
  readonly ms: number
}

/** Prepares a portal as far as its plan. */
export async function look(shell: Shell, setup: Setup): Promise<Looked> {
  const { machine } = shell
  const began = machine.now()
  const workshop = openWorkshop(setup, machine, true)
  const watcher = watch(shell)
  try {
    const prepared = await prepare(workshop.world(setup.now, watcher.progress))
    // Only a build or check goes through everything: what this did not use may be needed yet.
    workshop.save(null)
    return { prepared, counts: workshop.counts(), linesOf: workshop.linesOf, ms: machine.now() - began }
  } finally {
    watcher.close()
    workshop.cache.close()
  }
}
