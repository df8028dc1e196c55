import type { Located } from '../core/diagnostic.ts'
import type { Plan, Sink } from '../core/plan.ts'
import { build, type Report } from '../pipeline/build.ts'
import type { Theme } from '../pipeline/render.ts'
import type { Profile } from '../speed/profile.ts'
import type { Workshop } from './compose.ts'
import { outcomeOf } from './outcome.ts'
import { watch } from './progress.ts'
import type { LinesOf } from './report/problem.ts'
import type { Outcome } from './report/run.ts'
import type { Setup } from './setup.ts'
import type { Shell } from './shell.ts'

/** A run that is over, with the way to the lines its problems stand in. */
export interface Done {
  readonly outcome: Outcome
  readonly linesOf: LinesOf
  /** Where the time went; null if nobody asked, or nothing was to be done. */
  readonly profile: Profile | null
}

/** What a run does beside making: a sink to put things in, and what follows when all went well. */
export interface Making {
  readonly openSink: () => Sink
  /** Every warning is told; else, of very many, only how many there are. */
  readonly listed: boolean
  /** Called now and then while it works. */
  readonly working?: (now: number) => void
  /** Called when everything was made, before it is published; what it throws stops that. */
  readonly onReady?: (plan: Plan) => void
  /** Called once everything is published; what it says is reported. */
  readonly onSuccess?: (plan: Plan, theme: Theme | null) => readonly Located[]
  /** Called with what the run came to, before it is remembered. */
  readonly onDone?: (plan: Plan, outcome: Outcome) => void
}

/** Makes a portal in a workshop, says how far it is, and remembers what was learnt. */
export async function make(shell: Shell, setup: Setup, workshop: Workshop, making: Making): Promise<Done> {
  const { machine } = shell
  const began = machine.now()
  const watcher = watch(shell, making.working)
  try {
    const world = workshop.world(setup.now, watcher.progress, making.listed)
    const report = await build(
      { ...world, published: () => workshop.cache.published(setup.out) },
      making.openSink,
      making.onReady,
    )
    const plan = report.ok ? report.plan : null
    const said = plan === null ? [] : (making.onSuccess?.(plan, report.theme) ?? [])
    const outcome = () =>
      outcomeOf(withComplaints(report, [...said, ...workshop.complaints()]), workshop.counts(), machine.now() - began)
    if (plan !== null) making.onDone?.(plan, outcome())
    workshop.save(plan)
    return { outcome: outcome(), linesOf: workshop.linesOf, profile: workshop.profile() }
  } finally {
    watcher.close()
    workshop.cache.close()
  }
}

const withComplaints = (report: Report, complaints: readonly Located[]): Report => ({
  ...report,
  diagnostics: [...report.diagnostics, ...complaints],
})
