import { dirname, join } from 'node:path'
import { BOOK } from '../core/address-book.ts'
import { type Diagnostic, diagnose, hasErrors, type Located, locate } from '../core/diagnostic.ts'
import {
  ageOnDisk,
  checkOut,
  type FolderSink,
  type Lock,
  openFolderSink,
  type StagedText,
  strangersIn,
  takeLock,
  writeBeside,
} from '../pipeline/write.ts'
import { openDrySink } from './dry-run.ts'
import { type Ground, openGround } from './ground.ts'
import type { Machine } from './machine.ts'
import type { Done } from './make.ts'
import { growSlowly, makeRoom } from './memory.ts'
import type { Verification } from './options.ts'
import { inWords, isoAt } from './outcome.ts'
import { keepReceipt, unchanged } from './receipt.ts'
import { type Setup, shortPath, writesBook } from './setup.ts'
import type { Shell } from './shell.ts'
import { stageText } from './stage.ts'
import type { Verdict } from './verify.ts'

/** How often the lock says that its holder still works, in ms. */
const TOUCH = 30_000

/** How to publish: dry, only say what it would do; verification, what to compare the published folder with afterwards. */
export interface Publishing {
  readonly dry: boolean
  readonly verification: Verification | null
}

/** A build that is over; verdict, what verifying it came to (also among its diagnostics). */
export interface Published extends Done {
  readonly verdict: Verdict | null
}

/** Builds into the published folder, or (dry) only says what that would do. A diagnostic says why it could not begin. */
export async function publish(
  shell: Shell,
  setup: Setup,
  { dry, verification }: Publishing,
): Promise<Published | Diagnostic> {
  const { machine } = shell
  const refused = checkOut({ out: setup.out, root: setup.root, home: machine.home })
  if (refused !== null) return refused
  if (dry) {
    const { make, openWorkshop } = await loadMaking()
    const workshop = openWorkshop(setup, machine, false)
    const done = await make(shell, setup, workshop, {
      listed: shell.json,
      openSink: () => openDrySink(setup.out, workshop.cache.outputs(setup.out)),
    })
    return { ...done, verdict: null }
  }
  const { host, user, pid, alive, startOf } = machine
  const who = { pid, host, user, alive, startOf, space: machine.space(), ageOf: (path: string) => ageOnDisk(path, pid) }
  const lock = takeLock({ out: setup.out, now: machine.now(), ...who })
  if ('code' in lock) return asSeenFrom(lock, setup, machine.cwd)
  try {
    const ground = openGround(setup, machine)
    const room = roomOf(machine)
    const built = await publishAlone(shell, setup, lock, ground).finally(() => room(true))
    const done = setup.thorough || verification !== null ? withStrangers(built, setup, ground) : built
    return verification === null || !done.outcome.ok
      ? { ...done, verdict: null }
      : await verified(done, shell, setup, ground, verification, lock)
  } finally {
    lock.release()
  }
}

/** The same, and what stands in the published folder beside the outputs: to list it takes as long as a build that finds nothing changed. */
function withStrangers(done: Done, { out }: Setup, ground: Ground): Done {
  const outputs = ground.cache.outputs(out)?.rows.keys()
  if (!done.outcome.ok || outputs === undefined) return done
  const diagnostics = [...done.outcome.diagnostics, ...foundIn(strangersIn(out, outputs), 'out/stranger')]
  return { ...done, outcome: { ...done.outcome, diagnostics } }
}

/** One warning of all: the first by name, the others by number. */
function foundIn(paths: readonly string[], code: 'out/edited' | 'out/stranger'): readonly Located[] {
  const [path] = paths
  return path === undefined ? [] : locate(null, [diagnose(code, { path, more: paths.length - 1 })])
}

/** With the lock in hand: nothing, if nothing would change; else everything. */
async function publishAlone(shell: Shell, setup: Setup, lock: Lock, ground: Ground): Promise<Done> {
  const { machine } = shell
  const began = machine.now()
  const room = roomOf(machine)
  const working = everyNowAndThen(began, lock)
  let sink: FolderSink | null = null
  const openSink = () => {
    const remembered = ground.cache.outputs(setup.out)
    const { out, thorough } = setup
    sink = openFolderSink({ out, remembered, thorough, working: () => working(machine.now()) })
    return sink
  }
  room(false)
  const known = setup.thorough ? null : await unchanged(setup, ground, openSink, shell.json)
  if (known !== null) {
    // Files that were too young to be sure of when they were built are old enough now, and need not be read or listed once more.
    if (ground.read() > 0 || ground.listing() !== null) ground.cache.save({ complete: false })
    ground.cache.close()
    const outcome = { ...known, stats: { ...known.stats, ms: machine.now() - began } }
    return { outcome, linesOf: () => null, profile: null }
  }
  room(true)
  if (machine.isOurs) growSlowly(ground.found()?.count ?? 0)
  const { make, openWorkshop } = await loadMaking()
  // Where it was built before mostly little is new: the room that was taken to load all this (8 MB) is enough.
  if (ground.cache.outputs(setup.out) !== null) room(false)
  let staged: StagedText | null = null
  return make(shell, setup, openWorkshop(setup, machine, true, ground), {
    openSink,
    listed: shell.json,
    working,
    onReady({ book }) {
      // No address is published that the book could not take.
      if (writesBook(setup)) staged = stageText(join(setup.root, BOOK), book.text, { lasting: true, alone: true })
    },
    onSuccess({ beside }) {
      if (sink !== null) ground.cache.setOutputs(setup.out, sink.table(), writesBook(setup))
      staged?.commit()
      return [...writeBeside(setup.out, beside), ...foundIn(sink?.edited() ?? [], 'out/edited')]
    },
    onDone: (plan, outcome) => keepReceipt(setup, ground, plan, outcome),
  }).finally(() => staged?.drop())
}

/** A program that builds by the library sees to its own memory. */
const roomOf = ({ isOurs }: Machine): ((much: boolean) => void) => (isOurs ? makeRoom : () => undefined)

/** What was published, with what a build from nothing says of it; the lock is still held. */
async function verified(
  done: Done,
  shell: Shell,
  setup: Setup,
  ground: Ground,
  verification: Verification,
  lock: Lock,
): Promise<Published> {
  const { verify } = await import('./verify.ts')
  // What takes longer than a lock may be silent must not lose it.
  const working = everyNowAndThen(shell.machine.now(), lock)
  const verdict = await verify(shell, setup, ground, verification, working)
  const ok = !hasErrors(verdict.diagnostics)
  const diagnostics = [...done.outcome.diagnostics, ...verdict.diagnostics]
  return { ...done, outcome: { ...done.outcome, ok, diagnostics }, verdict }
}

/** All that makes pages is loaded only when there is something to make. */
async function loadMaking() {
  const [{ make }, { openWorkshop }] = await Promise.all([import('./make.ts'), import('./compose.ts')])
  return { make, openWorkshop }
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

/** Since when the lock is held, by the clock people look at, and where its file is from where they stand. */
function asSeenFrom(problem: Diagnostic, { out, zone }: Setup, cwd: string): Diagnostic {
  if (problem.code !== 'lock/held') return problem
  const params = problem.params as Diagnostic<'lock/held'>['params']
  const since = Date.parse(params.since)
  const seen = { ...params, file: shortPath(join(dirname(out), params.file), cwd) }
  return { ...problem, params: Number.isNaN(since) ? seen : { ...seen, since: inWords(isoAt(since, zone)) } }
}
