import type { OutputPath } from '../core/path.ts'
import type { Job } from '../core/plan.ts'
import type { World } from '../pipeline/world.ts'
import { attempt, changing } from './attempt.ts'
import { after, type Current, NOTHING } from './current.ts'
import { openShelf, type Shown } from './shelf.ts'

/** One preparation that is over: what was shown before it, what is shown now, how long it took in milliseconds. */
export interface Turn {
  readonly before: Current
  readonly now: Current
  readonly ms: number
}

/** A portal that is prepared again whenever its files change. */
export interface Session {
  /** The first preparation is over. */
  readonly ready: Promise<void>
  current(): Current
  /** Calls the listener after each preparation, whether anything changed by it or not. */
  onTurn(listener: (turn: Turn) => void): void
  /** Files have changed: prepares again, once, however often it is called meanwhile. Resolves when all is prepared. */
  changed(): Promise<void>
  /** The bytes of an output, made when they are asked for; null if it is gone since then. */
  render(job: Job): Promise<Shown | null>
  close(): void
}

/** What a session works with. */
export interface SessionOptions {
  /** The world of this moment: asked for at each preparation. */
  world(): World
  /** Milliseconds that only grow. */
  clock(): number
}

const TRIES = 5

/** Prepares a portal, now and whenever it is told of changes, and keeps the last good state. */
export function openSession({ world, clock }: SessionOptions): Session {
  const listeners: ((turn: Turn) => void)[] = []
  const shelf = openShelf()
  let state = NOTHING
  let wanted = false
  let closed = false
  let running: Promise<void> | null = null
  const run = async (): Promise<void> => {
    while (wanted && !closed) {
      wanted = false
      const started = clock()
      const made = await attempt(world)
      if (closed) return
      const before = state
      state = after(before, made)
      for (const listener of listeners) listener({ before, now: state, ms: clock() - started })
    }
    // No await since the last look at `wanted`: a change cannot slip in between.
    running = null
  }
  const changed = (): Promise<void> => {
    if (closed) return Promise.resolve()
    wanted = true
    running ??= run()
    return running
  }
  const jobAt = (path: OutputPath): Job | null => state.good?.plan.jobs.find((job) => job.path === path) ?? null
  const render = async (asked: Job): Promise<Shown | null> => {
    for (let turn = 1, job: Job | null = asked; job !== null && state.good !== null; turn += 1) {
      const shown = await shelf.render(job, state.good)
      if (!('stale' in shown)) return shown
      await changed()
      // Errors hold the old plan in place, and what it was made from is gone: nothing more can be done for now.
      const held = state.problems.length > 0 || state.bug !== null
      if (held || turn === TRIES) return { bytes: shelf.last(asked.path), problem: changing(shown.stale) }
      job = jobAt(asked.path)
    }
    return null
  }
  return {
    ready: changed(),
    current: () => state,
    onTurn: (listener) => void listeners.push(listener),
    changed,
    render,
    close() {
      closed = true
      listeners.length = 0
    },
  }
}
