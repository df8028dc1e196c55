import type { Good } from './current.ts'

/** A clock that looks again when something dated changes: what is scheduled appears by itself, as with readers. */
export interface Due {
  /** From now on it waits for what changes next in this; in nothing, or at a moment that stands still, for nothing. */
  set(good: Good | null): void
  close(): void
}

/** The longest that timers can wait, in ms; then it looks, and waits again. */
const LONGEST = 2 ** 31 - 1

/** Calls again at the moment. */
export function openDue(again: () => void): Due {
  let timer: NodeJS.Timeout | undefined
  return {
    set(good) {
      clearTimeout(timer)
      const next = good?.plan.site.nextDue ?? null
      if (good === null || next === null || good.world.options.anotherTime) return
      timer = setTimeout(again, Math.min(next - good.world.now, LONGEST))
      timer.unref()
    },
    close: () => clearTimeout(timer),
  }
}
