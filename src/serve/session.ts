import type { OutputPath } from '../core/path.ts'
import type { Job } from '../core/plan.ts'
import type { World } from '../pipeline/world.ts'
import { attempt, changing } from './attempt.ts'
import { after, type Current, jobsOf, NOTHING } from './current.ts'
import { openShelf, type Shown } from './shelf.ts'

/** One preparation that is over: what was shown before it, what is shown now, how long it took in milliseconds. */
export interface Turn {
  readonly before: Current
  readonly now: Current
  readonly ms: number
}

/** What was rendered: the job as it was then, and its bytes. */
export type Output = Shown & { readonly job: Job }

/** A portal that is prepared again whenever its files change. */
export interface Session {
  /** The first preparation is over. */
  readonly ready: Promise<void>
  current(): Current
  /** Calls the listener after each preparation, whether anything changed by it or not. */
  onTurn(listener: (turn: Turn) => void): void
  /** Files have changed: prepares again, once, however often it is called meanwhile. Resolves when all is prepared. */
  changed(): Promise<void>
  /** An output of the newest good plan, made when it is asked for; null if there is none at this path. */
  render(path: OutputPath): Promise<Output | null>
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
  const render = async (path: OutputPath): Promise<Output | null> => {
    for (let turn = 1; ; turn += 1) {
      const { good } = state
      const job = good === null ? undefined : jobsOf(good.plan).get(path)
      if (good === null || job === undefined) return null
      const shown = await shelf.render(job, good)
      if (!('stale' in shown)) return { job, ...shown }
      await changed()
      // Errors hold the old plan in place, and what it was made from is gone: nothing more can be done for now.
      const held = state.problems.length > 0 || state.bug !== null
      if (held || turn === TRIES) return { job, bytes: shelf.last(path), problem: changing(shown.stale) }
    }
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
