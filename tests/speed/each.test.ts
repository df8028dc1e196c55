import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { World } from '../../src/pipeline/world.ts'
import { each } from '../../src/speed/each.ts'

describe('each', () => {
  it('gives results in the order of the items, however long each takes', async () => {
    const three: World['each'] = each(3)
    const results = await three([30, 1, 20, 2, 10], async (ms) => {
      await sleep(ms)
      return ms * 2
    })
    expect(results).toEqual([60, 2, 40, 4, 20])
  })

  it.each([1, 2, 5, 100])('works on at most %i at a time, and on that many', async (limit) => {
    let now = 0
    let most = 0
    await each(limit)(
      Array.from({ length: 12 }, (_, i) => i),
      async () => {
        most = Math.max(most, ++now)
        await sleep(1)
        now--
      },
    )
    expect(most).toBe(Math.min(limit, 12))
  })

  it('takes one at a time for a limit that makes no sense', async () => {
    expect(await each(0)([1, 2], async (n) => n)).toEqual([1, 2])
  })

  it('does nothing for nothing', async () => {
    expect(await each(4)([], async () => 1)).toEqual([])
  })

  it('after a throw begins nothing new, waits for what runs, and throws the first', async () => {
    const begun: number[] = []
    const ended: number[] = []
    const result = each(2)([1, 2, 3, 4], async (n) => {
      begun.push(n)
      if (n === 1) throw new Error('first')
      await sleep(10)
      ended.push(n)
      throw new Error('second')
    })
    await expect(result).rejects.toThrow('first')
    expect(begun).toEqual([1, 2])
    expect(ended).toEqual([2])
  })

  it('treats a throw before the first await alike', async () => {
    const work = (n: number): Promise<number> => {
      if (n === 2) throw new Error('at once')
      return Promise.resolve(n)
    }
    await expect(each(1)([1, 2, 3], work)).rejects.toThrow('at once')
  })
})
