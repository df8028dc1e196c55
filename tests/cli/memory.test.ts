import { expect, it } from 'vitest'
import { openTidying } from '../../src/cli/memory.ts'

const megabytes = (): number => process.memoryUsage().heapUsed / 2 ** 20

/** Fills so many megabytes of the heap with what nobody needs afterwards: kept while it is made, so that it grows old. */
function litter(size: number): void {
  const kept: (readonly number[])[] = []
  for (const full = megabytes() + size; megabytes() < full; )
    kept.push(Array.from({ length: 10_000 }, (_, at) => at / 7))
}

it('gives memory back when nothing was done for a while, and not before', async () => {
  const before = megabytes()
  const tidying = openTidying({ rest: 400, worth: 32 * 2 ** 20 })
  try {
    litter(96)
    tidying.worked()
    expect(megabytes()).toBeGreaterThan(before + 64)
    await expect.poll(megabytes, { timeout: 20_000, interval: 100 }).toBeLessThan(before + 48)
  } finally {
    tidying.close()
  }
})
