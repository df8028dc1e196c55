import type { Progress } from '../pipeline/world.ts'
import type { StopSignal } from './machine.ts'
import { cut } from './report/width.ts'
import type { Shell } from './shell.ts'

/** A person or the system asked to stop; nothing was published. */
export class Interrupted extends Error {
  readonly signal: StopSignal
  constructor(signal: StopSignal) {
    super(signal)
    this.signal = signal
  }
}

/** Shows how far work is, and is where it can be stopped. */
export interface Watcher {
  /** For World.progress. Rejects with Interrupted once the machine has asked to stop. */
  progress(progress: Progress): Promise<void>
  /** Wipes the line and stops listening. */
  close(): void
}

/** How often the line is rewritten, and after how long the time left can be guessed, in ms. */
const EVERY = 100
const SOON = 2000

/** Watches work: on a terminal one line that is rewritten, elsewhere (with --verbose) a line as each phase ends. */
export function watch(shell: Shell, alsoCall: (now: number) => void = () => undefined): Watcher {
  const { machine, labels } = shell
  const live = machine.stderr.isTTY && !shell.quiet && machine.env.TERM !== 'dumb'
  let stopped: StopSignal | null = null
  let last: Progress | null = null
  let began = machine.now()
  let drawn = 0
  const forget = machine.onStop((signal) => {
    stopped = signal
  })
  const wipe = () => {
    if (drawn > 0) machine.stderr.write('\r\x1b[2K')
    drawn = 0
  }
  const line = ({ phase, done, total }: Progress, now: number) => {
    const spent = now - began
    const left = spent < SOON || done === 0 ? null : (spent / done) * (total - done)
    return labels.progress(phase, done, total, left)
  }
  const endPhase = () => {
    if (last !== null && last.total > 0 && !live && shell.verbose)
      shell.note(labels.progress(last.phase, last.total, last.total, null))
  }
  return {
    async progress(progress) {
      const now = machine.now()
      if (last?.phase !== progress.phase) {
        endPhase()
        began = now
      }
      last = progress
      alsoCall(now)
      if (live && now - drawn >= EVERY) {
        machine.stderr.write(`\r\x1b[2K${cut(line(progress, now), machine.stderr.columns - 1)}`)
        drawn = now
      }
      // Signals are heard only between turns of the event loop, and most of the work never leaves one.
      await new Promise((resume) => setImmediate(resume))
      if (stopped !== null) throw new Interrupted(stopped)
    },
    close() {
      endPhase()
      last = null
      wipe()
      forget()
    },
  }
}
