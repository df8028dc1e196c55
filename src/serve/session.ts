import type { Located } from '../core/diagnostic.ts'
import type { OutputPath } from '../core/path.ts'
import type { Job } from '../core/plan.ts'
import type { FirstLook } from '../pipeline/first-look.ts'
import type { World } from '../pipeline/world.ts'
import { sameAddresses } from './addresses.ts'
import { attempt, attemptOne, changing, type Early, withSaved } from './attempt.ts'
import { type AgeOf, type CopyingPatience, openCopying } from './copying.ts'
import { type Attempt, after, ahead, type Current, errorsOf, type Good, jobsOf, NOTHING } from './current.ts'
import { openShelf, type Shown } from './shelf.ts'
import { openMark, openRest } from './waits.ts'

/** One preparation that is over: what was shown before it, what is shown now, how long it took in milliseconds. */
export interface Turn {
  readonly before: Current
  readonly now: Current
  readonly ms: number
  /** It is of the whole, and what was saved has been shown ahead of it. */
  readonly follows: boolean
}

/** What was rendered: the job as it was then, and its bytes. */
export type Output = Shown & { readonly job: Job }

/** A portal that is prepared again whenever its files change. */
export interface Session {
  /** There is something to show: the first preparation is over, or so much of it that the newest can be seen. */
  readonly ready: Promise<void>
  /** The first preparation is over. */
  readonly whole: Promise<void>
  current(): Current
  /** Calls the listener after each preparation, whether anything changed by it or not. */
  onTurn(listener: (turn: Turn) => void): void
  /**
   * Files (absolute paths, where they are known) have changed: prepares again, once, however often it is called meanwhile.
   * Resolves when all is prepared.
   */
  changed(files?: readonly string[]): Promise<void>
  /** A file has just changed, and perhaps not for the last time: shows its page if that is quickly done. */
  glance(file: string): Promise<void>
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
  /** What a listener threw: the session goes on. */
  onBug(error: unknown): void
  /** From so many outputs on the page of a saved bulletin is shown ahead of the whole. */
  readonly aheadFrom?: number
  /** When the newest is shown before all is read. */
  readonly first?: FirstLook
  /** Of a picture that the watch has not told of; without it none is taken for new. */
  readonly ageOf?: AgeOf
  /** How long it is waited for pictures that are being copied. */
  readonly copying?: CopyingPatience
}

const TRIES = 5
/** A portal with fewer outputs is prepared before anybody would notice. */
const MANY = 2000
/**
 * After a page was shown ahead the whole waits for the next save, and for browsers to ask: as long as it will take itself, at
 * least and at most so long. However often somebody saves, it waits no longer than PATIENCE such times.
 */
const REST_MS = { least: 400, most: 10_000 }
const PATIENCE = 4

/** Prepares a portal, now and whenever it is told of changes, and keeps the last good state. */
export function openSession(options: SessionOptions): Session {
  const { world, clock, aheadFrom = MANY } = options
  const listeners: ((turn: Turn) => void)[] = []
  const shelf = openShelf()
  const rest = openRest()
  const copying = openCopying(clock, options.ageOf ?? (() => Number.POSITIVE_INFINITY), options.copying)
  let copyTimer: NodeJS.Timeout | undefined
  let state = NOTHING
  let wanted = false
  /** Since the last look; null: it is not known which. */
  let saved: readonly string[] | null = []
  let closed = false
  /** The last preparation of the whole, in milliseconds. */
  let wholeTook = 0
  let running: Promise<void> | null = null
  /** What runs only waits, or reads what nobody has asked for yet. */
  let resting = false
  const partShown = openMark()
  const wholeShown = openMark()
  const turn = (before: Current, started: number, follows: boolean): void => {
    for (const listener of listeners)
      try {
        listener({ before, now: state, ms: clock() - started, follows })
      } catch (error) {
        options.onBug(error)
      }
  }
  /** Shows the pages of these files as they are now; false if that takes the whole. */
  const showAhead = async (files: readonly string[]): Promise<boolean> => {
    const started = clock()
    const before = state
    let { good } = before
    if (files.length === 0 || good === null) return false
    if (good.unread === 0 && good.plan.jobs.length < aheadFrom) return false
    for (const file of files) {
      const made: Good | null = good === null ? null : await attemptOne(file, good, world)
      if (made === null || closed) return false
      if (made.plan === good?.plan) continue
      if (good !== null && made.plan.jobs.length === good.plan.jobs.length) sameAddresses(good.plan, made.plan)
      good = made
    }
    // Something else was shown meanwhile: once more, on top of that.
    if (state !== before) return showAhead(files)
    if (good !== null && good !== before.good) {
      state = ahead(before, good)
      turn(before, started, false)
    }
    return true
  }
  const early = (started: number): Early => ({
    first: options.first,
    show(part) {
      if (closed) return
      const before = state
      state = ahead(before, part)
      resting = true
      turn(before, started, false)
      partShown.set()
    },
  })
  const copiedIn = (made: Attempt): readonly Located[] =>
    'prepared' in made ? copying.among(errorsOf(made.prepared), made.prepared.sources) : []
  /** What is waited for and does not come is an error in the end. */
  const waitForCopies = (): void => {
    clearTimeout(copyTimer)
    if (state.copying.length > 0 && !closed) copyTimer = setTimeout(() => void changed(), copying.left())
  }
  const run = async (): Promise<void> => {
    let owedSince: number | null = null
    while (wanted && !closed) {
      wanted = false
      const files = saved ?? []
      saved = []
      if (await showAhead(files)) {
        owedSince ??= clock()
        const wait = Math.min(Math.max(REST_MS.least, wholeTook), REST_MS.most)
        resting = true
        await rest.take(wait)
        resting = false
        if (wanted && clock() - owedSince < PATIENCE * wait) continue
      }
      const started = clock()
      const whole = await attempt(world, state.good, state.revision > 0 ? null : early(started))
      resting = false
      // What was saved meanwhile has been seen already, and must not be taken back.
      const made = state.good !== null && state.good.unread > 0 ? await withSaved(whole, saved ?? []) : whole
      if (closed) return
      wholeTook = clock() - started
      const before = state
      state = after(before, made, copiedIn(made), owedSince !== null)
      turn(before, started, owedSince !== null)
      waitForCopies()
      wholeShown.set()
      owedSince = null
    }
    // No await since the last look at `wanted`: a change cannot slip in between.
    running = null
  }
  const changed = (files: readonly string[] = []): Promise<void> => {
    if (closed) return Promise.resolve()
    copying.saw(files)
    saved = files.length === 0 || saved === null ? null : [...saved, ...files]
    wanted = true
    rest.end()
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
      const held = state.good === good && (state.problems.length + state.copying.length > 0 || state.bug !== null)
      if (held || turn === TRIES) return { job, bytes: shelf.last(path), problem: changing(shown.stale) }
    }
  }
  const over = changed()
  return {
    ready: Promise.race([partShown.seen, over]),
    whole: Promise.race([wholeShown.seen, over]),
    current: () => state,
    onTurn: (listener) => void listeners.push(listener),
    changed,
    async glance(file) {
      if ((running === null || resting) && !closed) await showAhead([file])
    },
    render,
    close() {
      closed = true
      clearTimeout(copyTimer)
      rest.end()
      listeners.length = 0
    },
  }
}
