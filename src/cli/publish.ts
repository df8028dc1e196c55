import { join } from 'node:path'
import { BOOK } from '../core/address-book.ts'
import type { Diagnostic, Located } from '../core/diagnostic.ts'
import type { Plan, Sink } from '../core/plan.ts'
import { build, type Report } from '../pipeline/build.ts'
import {
  checkOut,
  type FolderSink,
  type Lock,
  nullSink,
  openFolderSink,
  takeLock,
  writeBeside,
} from '../pipeline/write.ts'
import { openWorkshop, type Workshop } from './compose.ts'
import { writeWhole } from './disk.ts'
import { openDrySink } from './dry-run.ts'
import { inWords, isoAt, outcomeOf } from './outcome.ts'
import { watch } from './progress.ts'
import type { Outcome } from './report/json.ts'
import type { LinesOf } from './report/problem.ts'
import type { Setup } from './setup.ts'
import type { Shell } from './shell.ts'

/** A run that is over, with the way to the lines its problems stand in. */
export interface Done {
  readonly outcome: Outcome
  readonly linesOf: LinesOf
}

/** How often the lock says that its holder still works, in ms. */
const TOUCH = 30_000

/** Builds into the published folder, or (dry) only says what that would do. A diagnostic says why it could not begin. */
export async function publish(shell: Shell, setup: Setup, dry: boolean): Promise<Done | Diagnostic> {
  const { machine } = shell
  const refused = checkOut({ out: setup.out, root: setup.root, home: machine.home })
  if (refused !== null) return refused
  if (dry) {
    const workshop = openWorkshop(setup, machine, false)
    return run(shell, setup, workshop, () => openDrySink(setup.out, workshop.cache.outputs(setup.out)), undefined)
  }
  const { host, user, pid, alive } = machine
  const lock = takeLock({ out: setup.out, now: machine.now(), pid, host, user, alive })
  if ('code' in lock) return sinceInWords(lock, setup.zone)
  try {
    const workshop = openWorkshop(setup, machine, true)
    let sink: FolderSink | null = null
    const working = everyNowAndThen(machine.now(), lock)
    const open = () => {
      const remembered = workshop.cache.outputs(setup.out)
      sink = openFolderSink({ out: setup.out, remembered, working: () => working(machine.now()) })
      return sink
    }
    return await run(shell, setup, workshop, open, working, ({ beside, book }) => {
      if (sink !== null) workshop.cache.setOutputs(setup.out, sink.table())
      // Only what readers get from now on is published for ever.
      if (!setup.drafts && !setup.anotherTime) writeWhole(join(setup.root, BOOK), book.text)
      return writeBeside(setup.out, beside)
    })
  } finally {
    lock.release()
  }
}

/** Makes every page and picture and throws them away: for what goes wrong on the way. */
export function rehearse(shell: Shell, setup: Setup): Promise<Done> {
  return run(shell, setup, openWorkshop(setup, shell.machine, true), nullSink, undefined)
}

/** Says by the lock that its holder works, as often as is worth it, however often it is asked. */
function everyNowAndThen(began: number, lock: Lock): (now: number) => void {
  let touched = began
  return (now) => {
    if (now - touched < TOUCH) return
    lock.touch(now)
    touched = now
  }
}

async function run(
  shell: Shell,
  setup: Setup,
  workshop: Workshop,
  openSink: () => Sink,
  working: ((now: number) => void) | undefined,
  onSuccess: (plan: Plan) => readonly Located[] = () => [],
): Promise<Done> {
  const { machine } = shell
  const began = machine.now()
  const watcher = watch(shell, working)
  try {
    const report = await build(workshop.world(setup.now, watcher.progress), openSink)
    const said = report.ok && report.plan !== null ? onSuccess(report.plan) : []
    workshop.save(report.ok ? report.plan : null)
    return {
      outcome: outcomeOf(
        withComplaints(report, [...said, ...workshop.complaints()]),
        workshop.counts(),
        machine.now() - began,
      ),
      linesOf: workshop.linesOf,
    }
  } finally {
    watcher.close()
    workshop.cache.close()
  }
}

const withComplaints = (report: Report, complaints: readonly Located[]): Report => ({
  ...report,
  diagnostics: [...report.diagnostics, ...complaints],
})

/** Since when the lock is held, by the clock people look at. */
function sinceInWords(problem: Diagnostic, zone: string): Diagnostic {
  if (problem.code !== 'lock/held') return problem
  const params = problem.params as Diagnostic<'lock/held'>['params']
  const since = Date.parse(params.since)
  return Number.isNaN(since) ? problem : { ...problem, params: { ...params, since: inWords(isoAt(since, zone)) } }
}
