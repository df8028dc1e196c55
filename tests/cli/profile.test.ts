import { describe, expect, it } from 'vitest'
import type { Profile } from '../../src/speed/profile.ts'
import { openStopwatch } from '../../src/speed/profile.ts'
import { make } from './made.ts'
import { run } from './run.ts'

describe('build --profile', () => {
  it('tells stages, templates and documents with how often, and that nothing was to be done', async () => {
    const one = make()
    const json = JSON.parse((await run(['build', '--profile', '--json', '--dry-run'], { cwd: one.root })).out)
    const { stages, dearest } = json.profile as Profile
    const times = Object.fromEntries(stages.map(({ name, count }) => [name, count]))
    expect(times).toMatchObject({ list: 1, validate: 1, model: 1, plan: 1, publish: 1 })
    expect(times['write']).toBe(json.stats.made)
    expect(times['render']).toBeGreaterThanOrEqual(json.stats.rendered)
    // Which are the dearest is the machine's affair: mostly templates, else what a file is made of without one.
    for (const { name, count } of dearest['render'] ?? [])
      expect([name, count > 0]).toEqual([expect.stringMatching(/\.njk$|^(?:content|templates)\//), true])
    expect(dearest['render']?.length).toBeGreaterThan(1)
    expect(dearest['render']?.map(({ name }) => name)).toContainEqual(expect.stringMatching(/\.njk$/))
    expect(dearest['parse']?.map(({ name }) => name)).toContain('content/bulletins/2023/hoi-nghi.md')

    const { exit, out } = await run(['build', '--profile'], { cwd: one.root })
    expect(exit).toBe(0)
    expect(out).toMatch(
      /Thời gian từng bước:\n(?: {2}\S.* +\d+ ms(?: {2}\(\d+ lần\))?\n)+Lâu nhất khi làm trang theo mẫu:\n/,
    )
    expect((await run(['build', '--profile', '--lang', 'en'], { cwd: one.root })).out).toContain('nothing to measure')
    expect((await run(['build', '--json'], { cwd: one.root })).out).not.toContain('"profile"')
  })

  it('adds up by the clock, the dearest first, promises until they are kept', async () => {
    let now = 0
    const { timed, read } = openStopwatch(() => now)
    const taking = (ms: number) => () => {
      now += ms
      return ms
    }
    expect(timed('render', 'a.njk', taking(3))).toBe(3)
    timed('render', 'b.njk', taking(5))
    timed('render', 'a.njk', taking(4))
    expect(await timed('photos', null, async () => (await Promise.resolve(), taking(20)()))).toBe(20)
    expect(() =>
      timed('plan', null, () => {
        throw new Error('no plan')
      }),
    ).toThrow('no plan')
    expect(read()).toEqual({
      stages: [
        { name: 'photos', count: 1, ms: 20 },
        { name: 'render', count: 3, ms: 12 },
      ],
      dearest: {
        render: [
          { name: 'a.njk', count: 2, ms: 7 },
          { name: 'b.njk', count: 1, ms: 5 },
        ],
      },
    })
  })
})
