import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourcePath } from '../../src/core/path.ts'
import type { Job } from '../../src/core/plan.ts'
import { type Prepared, prepare } from '../../src/pipeline/prepare.ts'
import { prepareOne } from '../../src/pipeline/prepare-one.ts'
import { bulletin, portal, type TestPortal } from '../portal.ts'

const path = (number: number): string => `content/bulletins/2023/bai-${number}.md`
const ON = 5
const file = sourcePath(path(ON))

const digests = (jobs: readonly Job[]) => new Map(jobs.map((job) => [job.path, job.digest]))

describe('one bulletin prepared ahead of the whole', () => {
  let files: TestPortal
  let before: Prepared
  const original = bulletin('Bài số 5', 'tags: [mùa vụ]\n', 'Xem [bài trước](bai-4.md).\n')

  beforeAll(async () => {
    files = portal({ [path(ON)]: original })
    for (let number = 0; number < 14; number += 1) {
      const category = number % 3 === 0 ? 'thong-bao' : 'tin-tuc'
      const more = number === 6 ? 'withdrawn: {date: 15/01/2023, reason: Nhầm}\n' : ''
      if (number !== ON) files.write(path(number), bulletin(`Bài số ${number}`, more).replace('tin-tuc', category))
    }
    before = await prepare(files.world({ drafts: true }))
  })
  afterAll(() => files.close())

  const ahead = async (text: string) => {
    files.write(path(ON), text)
    const { plan, sources } = before
    const source = sources.byPath.get(file)
    if (plan === null || source === undefined) throw new Error('the portal of this test is wrong')
    return prepareOne(before, { plan, sources }, source, files.world({ drafts: true }))
  }

  it.each([
    ['other words', original.replace('Xem', 'Hãy xem')],
    ['another title', original.replace('Bài số 5', 'Bài số năm')],
    ['another lead', original.replace('Hội nghị bàn', 'Cuộc họp bàn')],
    [
      'other tags and a correction',
      original.replace('[mùa vụ]', '[vụ chiêm]\ncorrections: [{date: 14/01/2023, text: Sửa tên}]'),
    ],
    [
      'another link, a heading, a table',
      `${original}\n## Kết quả\n\n[Bài 7](bai-7.md)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`,
    ],
  ])('%s: its page is that of the whole, all others are as they were', async (_what, text) => {
    const made = await ahead(text)
    const whole = await prepare(files.world({ drafts: true }))
    const own = (made?.plan.jobs ?? []).filter(({ of }) => of === file)
    expect(own.length).toBeGreaterThan(0)
    const wanted = digests(whole.plan?.jobs ?? [])
    for (const job of own) expect(job.digest, job.path).toBe(wanted.get(job.path))
    const was = digests(before.plan?.jobs ?? [])
    for (const job of made?.plan.jobs ?? []) if (job.of !== file) expect(job.digest, job.path).toBe(was.get(job.path))
    expect(own.some((job) => job.digest !== was.get(job.path))).toBe(true)
  })

  it('nothing where nothing changed', async () => {
    expect((await ahead(original))?.plan).toBe(before.plan)
  })

  it.each([
    ['an error', original.replace('category: tin-tuc', 'category: tin-tucc')],
    ['YAML that cannot be read', original.replace('title:', 'title')],
    ['a link to nothing', original.replace('bai-4.md', 'bai-40.md')],
    ['another day', original.replace('13/01/2023', '14/01/2023')],
    ['another section', original.replace('category: tin-tuc', 'category: thong-bao')],
    ['another state', original.replace('tags:', 'draft: true\ntags:')],
    ['half a file', original.slice(0, 30)],
  ])('%s takes the whole', async (_what, text) => {
    expect(await ahead(text)).toBeNull()
  })
})
