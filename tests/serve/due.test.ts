import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { prepare } from '../../src/pipeline/build.ts'
import { type Good, goodOf } from '../../src/serve/current.ts'
import { openDue } from '../../src/serve/due.ts'
import { bulletin, JULY_2025, portal } from '../portal.ts'

const HOUR = 3600 * 1000

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** A portal in which something falls due an hour after it was prepared. */
async function dueInAnHour(): Promise<Good | null> {
  const files = portal({ 'content/bulletins/2025/hen-gio.md': bulletin('Hẹn giờ', 'publishAt: 01/07/2025 07:00\n') })
  try {
    const world = files.world({ drafts: true, now: JULY_2025 - HOUR })
    return goodOf({ prepared: await prepare(world), world })
  } finally {
    files.close()
  }
}

it('waits out a delay once, however often it is told of the same', async () => {
  const good = await dueInAnHour()
  expect(good?.plan.site.nextDue).toBe(JULY_2025)
  const rung: number[] = []
  const begun = performance.now()
  const due = openDue(
    () => {
      rung.push(performance.now() - begun)
      due.set(good)
    },
    () => performance.now(),
  )
  due.set(good)
  vi.advanceTimersByTime(HOUR / 2)
  due.set(good)
  vi.advanceTimersByTime(HOUR * 5)
  expect(rung).toHaveLength(1)
  expect(rung[0]).toBeGreaterThan(HOUR)
  expect(rung[0]).toBeLessThan(HOUR + 1000)
  due.close()
})
