import { describe, expect, it } from 'vitest'
import { Spending } from '../../src/pipeline/render/spending.ts'
import type { Profile } from '../../src/speed/profile.ts'
import { openStopwatch } from '../../src/speed/profile.ts'
import { bulletin } from '../portal.ts'
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
      /Thời gian từng bước \([^\n]*\):\n(?: {2}\S.* +\d+ ms(?: {2}\(\d+ lần\))?\n)+Lâu nhất khi làm trang theo mẫu:\n/,
    )
    expect((await run(['build', '--profile', '--lang', 'en'], { cwd: one.root })).out).toContain('nothing to measure')
    expect((await run(['build', '--json'], { cwd: one.root })).out).not.toContain('"profile"')
  })

  it.each(['1', '2'])('finds the part that is slow and the bulletin that uses it, on %s threads', async (threads) => {
    const many = Object.fromEntries(
      Array.from({ length: threads === '1' ? 5 : 640 }, (_, at) => [
        `content/bulletins/2024/tin-${at}.md`,
        bulletin(`Tin số ${at}`),
      ]),
    )
    const one = make({
      ...many,
      'content/bulletins/2023/nang.md': bulletin('Bài nặng'),
      'templates/parts/byline.njk': '{% if bulletin.title == "Bài nặng" %}{% include "parts/nang.njk" %}{% endif %}',
      'templates/parts/nang.njk':
        '{% for i in range(0, 400) %}{% for j in range(0, 400) %}{% if i == j + 500 %}x{% endif %}{% endfor %}{% endfor %}',
    })
    const { exit, out } = await run(['build', '--profile', '--json', '--threads', threads], { cwd: one.root })
    const { profile } = JSON.parse(out) as { profile: Profile }
    expect(exit).toBe(0)
    // It goes through its loops 160,000 times, where all else takes some thousand steps a page.
    expect(profile.dearest['template']?.find(({ name }) => name === 'parts/nang.njk')?.count).toBe(1)
    expect(profile.dearest['page']?.map(({ name }) => name)).toContain('content/bulletins/2023/nang.md')
  })

  it('charges each template with its own time, and compiling to no page', () => {
    let now = 0
    const spending = new Spending(() => now)
    const taking = (ms: number) => {
      now += ms
    }
    expect(spending.moveTo('bulletin.njk')).toBe(null)
    taking(3)
    spending.compiling('parts/menu.njk', () => taking(100))
    taking(1)
    expect(spending.moveTo('parts/menu.njk')).toBe('bulletin.njk')
    taking(20)
    spending.moveTo('bulletin.njk')
    taking(2)
    expect(spending.read()).toEqual({ page: 26, own: { 'bulletin.njk': 6, 'parts/menu.njk': 120 } })
    taking(50)
    expect(spending.read()).toEqual({ page: 0, own: {} })
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
