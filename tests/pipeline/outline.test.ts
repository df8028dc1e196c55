import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../src/core/bulletin.ts'
import { digestBytes, digestOf } from '../../src/core/digest.ts'
import { NOTHING_KNOWN } from '../../src/core/remembered.ts'
import { prepare } from '../../src/pipeline/prepare.ts'
import { admissionFrom, outlineOf } from '../../src/pipeline/validate/outline.ts'
import { rules } from '../../src/pipeline/validate/rules.ts'
import { NO_ANSWERS } from '../../src/pipeline/world.ts'
import { bulletin, portal } from '../portal.ts'

const FULL = `shortTitle: Hội nghị
unit: Trung tâm VHTT
tags: [nông thôn mới]
aliases: [/tin-cu/123/]
cover: anh.jpg
gallery: {caption: Một số hình ảnh, photos: all}
publishAt: 14/01/2023 07:00
expireAt: 31/12/2030
eventDate: 12/01/2023
featuredUntil: 20/01/2023
updated: 16/01/2023
glossary: false
extra: {so: "12"}
accept: [words/dash]
source: {name: Báo Thanh Hóa, url: https://example.vn/bai}
corrections: [{date: 15/01/2023, text: Sửa tên xã.}]
withdrawn: {date: 17/01/2023, reason: Nhầm số liệu.}
`

/** What became of the one bulletin of a portal. */
async function admitted(front: string, body: string) {
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer()
  const one = portal()
  one.write('content/bulletins/2023/hop/anh.jpg', photo)
  one.write('content/bulletins/2023/hop/index.md', bulletin('Hội nghị tổng kết công tác quốc phòng', front, body))
  const { site, means, diagnostics } = await prepare(one.world({ drafts: true }))
  one.close()
  const found = [...(site?.standings ?? []), ...(site?.excluded ?? [])][0]?.bulletin
  const home = means?.context.homes.documents.get(found?.source ?? '')
  if (found === undefined || home === undefined) throw new Error(JSON.stringify(diagnostics))
  return { found, home, diagnostics: diagnostics.map(({ diagnostic }) => diagnostic) }
}

describe('the outline of a bulletin', () => {
  it.each([
    [
      'with every field',
      FULL,
      '![Họp](anh.jpg)\n\n## Kết quả\n\nXem [cổng](/chuyen-muc/) - [tỉnh](https://example.vn/).\n',
    ],
    ['with the least', '', 'Sáng nay, huyện họp.\n'],
    ['without words', '', ''],
    ['whose authors stand in no register', 'authors: [Lê Thơ, {name: Khắc Cường, role: Ảnh}]\n', 'Họp.\n'],
  ])('says of one %s what the whole says', async (_, front, body) => {
    const { found, home, diagnostics } = await admitted(front, body)
    const admission = { document: found, read: diagnostics, diagnostics: [] }
    const outline = outlineOf(admission)
    if (outline === null) throw new Error('no outline')
    let asked = 0
    const late = admissionFrom(JSON.parse(JSON.stringify(outline)), home, digestBytes('hop'), () => {
      asked += 1
      return admission
    })
    const document = late.document as Bulletin
    const looked = ['facts', 'bodyLinks', 'summary', 'extra']
    const names = Object.keys(found) as (keyof Bulletin)[]
    expect(names.length).toBeGreaterThan(35)
    for (const name of names.filter((one) => !looked.includes(one)))
      expect(document[name], name).toEqual(JSON.parse(JSON.stringify(found[name])))
    const warnings = diagnostics.filter(({ severity, code }) => severity === 'warning' && !found.accept.includes(code))
    expect(late.untold).toEqual({ warnings: warnings.length, any: diagnostics.length > 0 })
    expect(digestOf(document)).toBe(digestBytes('hop'))
    expect(asked).toBe(0)
    for (const name of names) expect(document[name], name).toEqual(found[name])
    expect([late.read, late.diagnostics]).toEqual([diagnostics, []])
    expect(asked).toBe(1)
  })

  it('is of nothing that was refused, and of no standing page', async () => {
    const { found } = await admitted('', 'Họp.\n')
    const refusal = { severity: 'error', code: 'title/long', params: { length: 1, max: 1 }, place: null } as const
    expect(outlineOf({ document: found, read: [refusal], diagnostics: [] } as never)).toBeNull()
    expect(outlineOf({ document: null, read: [], diagnostics: [] })).toBeNull()
    expect(outlineOf({ document: { ...found, kind: 'page' }, read: [], diagnostics: [] } as never)).toBeNull()
  })
})

describe('where outlines are known', () => {
  it('checks across files ask for nothing that they leave out', async () => {
    const one = portal()
    for (let n = 1; n <= 9; n += 1) one.write(`content/bulletins/2023/bai-${n}.md`, bulletin(`Bài ${n}`))
    const { site, means } = await prepare(one.world())
    one.close()
    if (site === null || means === null) throw new Error('no site')
    const { context } = means
    const asked: string[] = []
    const bulletins = site.standings.map(({ bulletin: document }) => {
      const admission = { document, read: [], diagnostics: [] }
      const home = context.homes.documents.get(document.source)
      const outline = outlineOf(admission)
      if (outline === null || home === undefined) throw new Error('no outline')
      return admissionFrom(outline, home, digestBytes(document.source), () => {
        asked.push(document.source)
        return admission
      }).document as Bulletin
    })
    const problems = rules.flatMap((rule) =>
      rule({ bulletins, pages: [], broken: new Set(), guessed: new Set() }, context),
    )
    expect([bulletins.length, problems, asked]).toEqual([9, [], []])
  })

  it('a page is planned from them, and the whole is asked of its own bulletin and those it shows', async () => {
    const one = portal()
    for (let n = 1; n <= 9; n += 1)
      one.write(`content/bulletins/2023/bai-${n}.md`, bulletin(`Bài ${n}`).replace('13/01/2023', `${n}/1/2023`))
    const outlines = new Map<string, unknown>()
    const store = {
      ...NOTHING_KNOWN,
      get: (question: string, key: string) => outlines.get(`${question} ${key}`),
      set: (question: string, key: string, answer: unknown) => void outlines.set(`${question} ${key}`, answer),
    } as never
    const known = { ...NO_ANSWERS, outlines: store }
    await prepare({ ...one.world(), known })
    expect(outlines.size).toBe(9)
    const read: string[] = []
    const world = one.world()
    const { document } = world.steps
    const run: typeof document.run = (source) => {
      read.push(source.path)
      return document.run(source)
    }
    const { plan } = await prepare({ ...world, known, steps: { ...world.steps, document: { ...document, run } } })
    // Without digests from before every page is put together once: each bulletin is read, and none twice.
    expect([...new Set(read)].sort()).toEqual([...read].sort())
    expect(plan?.jobs.filter(({ kind }) => kind === 'page').length).toBeGreaterThan(9)
    one.close()
  })
})
