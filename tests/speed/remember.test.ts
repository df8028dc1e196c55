import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/core/step.ts'
import { counted, remember, stepKey } from '../../src/speed/remember.ts'

const double: Step<number, number> = { name: 'double', version: '2', run: (n) => n * 2 }
const later: Step<number, number> = { name: 'later', version: '1', run: async (n) => n * 2 }

describe('remember', () => {
  it('runs once for a key, and answers at once if the step does', () => {
    const runs: number[] = []
    const step = remember(
      counted(double, (n) => runs.push(n)),
      new Map(),
      String,
    )
    expect([step.run(2), step.run(3), step.run(2)]).toEqual([4, 6, 4])
    expect(runs).toEqual([2, 3])
    expect([step.name, step.version]).toEqual(['double', '2'])
  })

  it('waits for a step that promises, and keeps what it promised', async () => {
    const store = new Map<string, number>()
    const runs: number[] = []
    const step = remember(
      counted(later, (n) => runs.push(n)),
      store,
      String,
    )
    expect(await step.run(2)).toBe(4)
    expect([...store]).toEqual([['later@1:2', 4]])
    expect(step.run(2)).toBe(4)
    expect(runs).toEqual([2])
  })

  it('keys by name, version and what the input names', () => {
    const store = new Map<string, number>()
    void remember(double, store, (n) => `#${n}`).run(1)
    void remember({ ...double, version: '3' }, store, (n) => `#${n}`).run(1)
    expect([...store.keys()]).toEqual(['double@2:#1', 'double@3:#1'])
    expect(stepKey(double, '#1')).toBe('double@2:#1')
  })

  it('does not keep a throw', async () => {
    let fail = true
    const run = (n: number) => {
      if (fail) throw new Error('no')
      return n
    }
    const store = new Map<string, number>()
    expect(() => remember({ ...double, run }, store, String).run(1)).toThrow('no')
    const promised = remember<number, number>({ ...double, run: async (n: number) => run(n) }, store, String)
    await expect(promised.run(1)).rejects.toThrow('no')
    fail = false
    expect(await promised.run(1)).toBe(1)
  })

  it('keeps falsy results too', () => {
    const runs: number[] = []
    const zero = remember(
      counted<number, number>({ ...double, run: () => 0 }, (n) => runs.push(n)),
      new Map(),
      String,
    )
    expect([zero.run(1), zero.run(1)]).toEqual([0, 0])
    expect(runs).toEqual([1])
  })
})
