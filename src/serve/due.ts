import type { Good } from './current.ts'

/** A clock that looks again when something dated changes: what is scheduled appears by itself, as with readers. */
export interface Due {
  /**
   * From now on it waits for what changes next in this; in nothing, or at a moment that stands still, for nothing. Of the same again, as
   * errors hold it in place, it waits out what was left to wait, and once that is over for nothing.
   */
  set(good: Good | null): void
  close(): void
}

/** The longest that timers can wait, in ms; then it looks, and waits again. */
const LONGEST = 2 ** 31 - 1
/** Timers ring a little early now and then: what is not quite due would not be seen. */
const LATER = 20

/** Calls again at the moment. clock: milliseconds that only grow. */
export function openDue(again: () => void, clock: () => number): Due {
  let timer: NodeJS.Timeout | undefined
  let awaited: Good | null = null
  let end = 0
  return {
    set(good) {
      clearTimeout(timer)
      const next = good?.plan.site.nextDue ?? null
      if (good === null || next === null || good.world.options.anotherTime) return
      if (good !== awaited) end = clock() + next - good.world.now + LATER
      awaited = good
      const left = end - clock()
      if (left <= 0) return
      timer = setTimeout(again, Math.min(left, LONGEST))
      timer.unref()
    },
    close: () => clearTimeout(timer),
  }
}
