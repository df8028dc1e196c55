import { spawnSync } from 'node:child_process'
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

it('holds the room for what was just made where it is, or lets it grow', () => {
  const room = (much: boolean): number => {
    const made = `
      import { makeRoom } from ${JSON.stringify(new URL('../../lib/cli/memory.js', import.meta.url))}
      import { getHeapSpaceStatistics } from 'node:v8'
      makeRoom(${much})
      const kept = []
      for (let at = 0; at < 200_000; at += 1) kept.push({ at, text: String(at) + at })
      console.log(getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size)`
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', made], { encoding: 'utf8' })
    expect(stderr).toBe('')
    return Number(stdout) / 2 ** 20
  }
  expect(room(false)).toBeLessThanOrEqual(4)
  expect(room(true)).toBeGreaterThan(8)
})
