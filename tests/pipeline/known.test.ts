import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Digest } from '../../src/core/digest.ts'
import type { Job } from '../../src/core/plan.ts'
import type { Known } from '../../src/core/remembered.ts'
import type { ListRow } from '../../src/pipeline/plan/list-row.ts'
import { prepare } from '../../src/pipeline/prepare.ts'
import type { ThemeUses } from '../../src/pipeline/render/uses.ts'
import type { Admission } from '../../src/pipeline/validate/admission.ts'
import type { Outline } from '../../src/pipeline/validate/outline.ts'
import type { World } from '../../src/pipeline/world.ts'
import { knownIn } from '../../src/speed/known.ts'
import { bulletin, CATEGORIES_YML, JULY_2025, PORTAL_YML, portal, type TestPortal } from '../portal.ts'
import { random } from '../random.ts'

const EXHAUSTIVE = process.env['TX_EXHAUSTIVE'] !== undefined

/** Answers in memory as the cache keeps them: as JSON; asked counts those that were not known. */
function memory<T>(): Known<T> & { missed: number } {
  const texts = new Map<string, string>()
  const { get, set, keep } = knownIn<T>({
    get: (name) => (texts.has(name) ? JSON.parse(texts.get(name) ?? '') : undefined),
    set: (name, value) => void texts.set(name, JSON.stringify(value)),
  })
  const self = {
    missed: 0,
    get,
    keep,
    set(question: string, key: Digest, answer: T) {
      self.missed += 1
      set(question, key, answer)
    },
  }
  return self
}

const memories = () => ({
  documents: memory<Admission>(),
  outlines: memory<Outline>(),
  digests: memory<string>(),
  lists: memory<readonly ListRow[]>(),
  themes: memory<ThemeUses>(),
})

/** Everything an output is made of, as text. */
function contentOf(job: Job): string {
  if (job.kind === 'page') return JSON.stringify([job.template, { ...job.view, site: null }, job.bodies])
  if (job.kind !== 'search') return JSON.stringify(job)
  const { id, stamp, count, entries } = job.segment
  return JSON.stringify([job.file, id, stamp, count, entries])
}

/** Changes of every kind that a plan or a judgement may hang on; each can be made and made undone, in any order. */
const CHANGES: readonly (readonly [what: string, make: (one: TestPortal, on: boolean) => unknown])[] = [
  ['the title of a target', (one, on) => one.write(doc(3), bulletin(on ? 'Bài ba' : 'Bài 3', '', '## Kết quả\n'))],
  ['the text of one bulletin', (one, on) => one.write(doc(1), bulletin('Bài 1', '', on ? 'Khác.\n' : 'Như cũ.\n'))],
  ['the address of a target', (one, on) => one.write(doc(3), bulletin('Bài 3').replace('2023', on ? '2024' : '2023'))],
  ['a target that is a draft', (one, on) => one.write(doc(3), bulletin('Bài 3', on ? 'draft: true\n' : ''))],
  [
    'a heading that is linked to',
    (one, on) => one.write(doc(3), bulletin('Bài 3', '', on ? '## Kết quả\n' : 'Họp.\n')),
  ],
  [
    'a withdrawal',
    (one, on) => one.write(doc(2), bulletin('Bài 2', on ? 'withdrawn: {date: 15/01/2023, reason: Nhầm}\n' : '')),
  ],
  [
    'a photo that is missing',
    (one, on) => (on ? one.write(PHOTO_PATH, PHOTO) : one.write(PHOTO_PATH, '').remove(PHOTO_PATH)),
  ],
  ['a photo with other bytes', (one, on) => one.write(PHOTO_PATH, on ? SMALL : PHOTO)],
  [
    'a new bulletin',
    (one, on) =>
      on ? one.write(doc(20), bulletin('Bài 20', 'tags: [vụ xuân]\n')) : one.write(doc(20), '').remove(doc(20)),
  ],
  [
    'the section of a bulletin',
    (one, on) => one.write(doc(4), bulletin('Bài 4').replace('tin-tuc', on ? 'thong-bao' : 'tin-tuc')),
  ],
  [
    'the name of a section',
    (one, on) =>
      one.write('content/categories.yml', CATEGORIES_YML.replace('Thông báo\n', on ? 'Tin báo\n' : 'Thông báo\n')),
  ],
  ['portal.yml', (one, on) => one.write('content/portal.yml', PORTAL_YML.replace('Bà Lê', on ? 'Ông Lê' : 'Bà Lê'))],
  [
    'the glossary',
    (one, on) => one.write('content/glossary.yml', on ? '- {short: UBND, long: Ủy ban nhân dân}\n' : '[]\n'),
  ],
  ['the name of a unit', (one, on) => one.write('content/units.yml', units(on ? 'Nhà văn hóa' : 'Trung tâm văn hóa'))],
  ['a template', (one, on) => one.write('templates/parts/footer.njk', `<footer>${on} {{ site.title }}</footer>\n`)],
]

const doc = (number: number): string => `content/bulletins/2023/bai-${number}.md`
const PHOTO_PATH = 'content/bulletins/2023/anh/anh.jpg'
const picture = (width: number): Promise<Buffer> =>
  sharp({ create: { width, height: 500, channels: 3, background: '#aa3300' } })
    .jpeg()
    .toBuffer()
const [PHOTO, SMALL] = await Promise.all([picture(700), picture(600)])
const units = (name: string): string => `- id: ttvh\n  name: ${name}\n  validTo: 03/07/2025\n`

/** Bulletins that are of a unit, lead to each other, have a photo, and appear on 2 July 2025. */
function various(): TestPortal {
  const one = portal({ 'content/units.yml': units('Trung tâm văn hóa') })
  for (let n = 0; n < 6; n += 1) one.write(doc(n), bulletin(`Bài ${n}`, 'unit: ttvh\n', 'Họp tại UBND.\n'))
  one.write(doc(3), bulletin('Bài 3', '', '## Kết quả\n'))
  one.write('content/bulletins/2022/dan.md', bulletin('Bài dẫn', '', 'Xem [bài kia](../2023/bai-3.md#muc-ket-qua).\n'))
  one.write('content/bulletins/2023/sau.md', bulletin('Bài sau', 'publishAt: 02/07/2025\n'))
  return one.write('content/bulletins/2023/anh/index.md', bulletin('Có ảnh', '', '![Họp](anh.jpg)\n'))
}

/** Prepares with what is known and without; both must come to the same, and what has one digest must be one content. */
function comparer() {
  const known = memories()
  const contents = new Map<string, string>()
  return async (world: World, what: string): Promise<void> => {
    const bare = await prepare(world)
    const again = await prepare({ ...world, known })
    expect(again.diagnostics, what).toEqual(bare.diagnostics)
    const jobs = (again.plan ?? again.stopped)?.jobs ?? []
    const wanted = (bare.plan ?? bare.stopped)?.jobs ?? []
    const digests = (all: readonly Job[]) => all.map(({ path, digest }) => `${path} ${digest}`)
    expect(digests(jobs), what).toEqual(digests(wanted))
    for (const [index, job] of wanted.entries()) {
      const name = `${job.path} ${job.digest}`
      const content = contentOf(job)
      expect(contents.get(name) ?? content, `${what}: ${name}`).toBe(content)
      const late = jobs[index]
      if (!contents.has(name) && late !== undefined) expect(contentOf(late), `${what}: ${name}`).toBe(content)
      contents.set(name, content)
    }
  }
}

describe('what is known from before', () => {
  it('gives the plan and the problems that are found without it, after a change of every kind', async () => {
    const one = various()
    const compare = comparer()
    await compare(one.world(), 'at first')
    await compare(one.world({ drafts: true }), 'with drafts')
    for (const [what, make] of CHANGES) {
      make(one, true)
      await compare(one.world(), what)
    }
    const later = JULY_2025 + 5 * 86_400_000
    await compare(one.world({ now: later }), 'another day: a unit has ended, a bulletin appears')
    one.close()
  })

  it.runIf(EXHAUSTIVE)('and after random changes', { timeout: 120_000 }, async () => {
    const seed = Number(process.env['TX_SEED'] ?? Math.floor(Math.random() * 100_000))
    console.info(`TX_SEED=${seed}`)
    const next = random(seed)
    const one = various()
    const compare = comparer()
    for (let round = 0; round < 100; round += 1) {
      for (let count = 0; count < 3; count += 1) CHANGES[Math.floor(next() * CHANGES.length)]?.[1](one, next() < 0.5)
      const now = JULY_2025 + Math.floor(next() * 2) * 5 * 86_400_000
      await compare(one.world({ now, drafts: next() < 0.2 }), `seed ${seed}, round ${round}`)
    }
    one.close()
  })

  it('asks again only what a change is about, however many bulletins there are', async () => {
    const missedBy = async (count: number) => {
      const one = portal()
      for (let n = 0; n < count; n += 1)
        one.write(
          `content/bulletins/2023/bai-${n}.md`,
          bulletin(`Bài ${n}`).replace('13/01/2023', `${(n % 28) + 1}/${(n % 12) + 1}/2023`),
        )
      const known = memories()
      await prepare({ ...one.world(), known })
      const missed = () => ({
        documents: known.documents.missed,
        digests: known.digests.missed,
        lists: known.lists.missed,
        themes: known.themes.missed,
      })
      const before = missed()
      await prepare({ ...one.world(), known })
      expect(missed()).toEqual(before)
      one.write('content/bulletins/2023/bai-0.md', bulletin('Bài 0', '', 'Nội dung khác.\n').replace('13/01', '1/1'))
      await prepare({ ...one.world(), known })
      one.close()
      const after = missed()
      return {
        documents: after.documents - before.documents,
        digests: after.digests - before.digests,
        lists: after.lists - before.lists,
        themes: after.themes - before.themes,
      }
    }
    const few = await missedBy(20)
    // The pages of its days, its year in search, and four feeds; its lists, its month as data and the sitemap say nothing of its text.
    expect(few).toEqual({ documents: 1, digests: 6, lists: 0, themes: 0 })
    // Here it is too old for feeds.
    expect(await missedBy(60)).toEqual({ documents: 1, digests: 2, lists: 0, themes: 0 })
  })
})
