import { afterAll, expect, it } from 'vitest'
import { bulletin, JULY_2025, PORTAL_YML, portal } from '../portal.ts'

const text = (outputs: ReadonlyMap<string, Uint8Array>, path: string): string =>
  Buffer.from(outputs.get(path) ?? '').toString('utf8')

const one = portal({
  'content/glossary.yml':
    '- {short: UBND, long: Ủy ban nhân dân}\n- {short: HTX, long: hợp tác xã}\n- {short: BCH, long: Ban Chấp hành}\n- {short: BCH, long: Ban Chỉ huy}\n',
  'content/bulletins/2023/uy-ban.md': bulletin('Họp', '', '## UBND xã\n\nUBND xã họp với BCH. UBND kết luận.\n'),
  'content/bulletins/2023/hop-tac-xa.md': bulletin(
    'HTX',
    '',
    'HTX thu mua lúa.[^1]\n\n[^1]: Giá tại ruộng.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  ),
  'content/bulletins/2023/khong.md': bulletin('Không', 'glossary: false\n', 'UBND xã họp.\n'),
  'content/bulletins/2023/phan-ra.md': bulletin('Phân rã', '', 'Xã có HTX, UBND.\n'.normalize('NFD')),
  'content/pages/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nUBND xã có hai phòng.\n',
})
afterAll(() => one.close())

it('explains acronyms where they come first, once, unless a bulletin does not want it', async () => {
  const { outputs, diagnostics } = await one.build()
  expect(diagnostics).toEqual([])
  const page = text(outputs, '2023/uy-ban/index.html')
  expect(page).toContain('<p><abbr title="Ủy ban nhân dân">UBND</abbr> xã họp với BCH. UBND kết luận.</p>')
  expect(page).toMatch(/<h2 id="muc-ubnd-xa">UBND xã<\/h2>/)
  expect(text(outputs, '2023/khong/index.html')).not.toContain('<abbr')
  expect(text(outputs, '2023/phan-ra/index.html')).toContain(
    '<abbr title="hợp tác xã">HTX</abbr>, <abbr title="Ủy ban nhân dân">UBND</abbr>',
  )
  expect(text(outputs, 'gioi-thieu/index.html')).toContain('<abbr title="Ủy ban nhân dân">UBND</abbr> xã có')
  expect(text(outputs, 'rss.xml')).not.toContain('abbr')
})

it('changes the pages that hold a changed entry, and no other', async () => {
  const plan = async () => {
    const { plan: planned } = await one.build()
    return new Map(planned?.jobs.map(({ path, digest }) => [path as string, digest]))
  }
  const changedBy = async (glossary: string) => {
    const before = await plan()
    one.write('content/glossary.yml', glossary)
    const after = await plan()
    return [...after].flatMap(([path, digest]) => (before.get(path) === digest ? [] : [path])).sort()
  }
  const rest = '- {short: BCH, long: Ban Chấp hành}\n'
  await changedBy(`- {short: UBND, long: Ủy ban nhân dân}\n- {short: HTX, long: hợp tác xã}\n${rest}`)
  expect(await changedBy(`- {short: UBND, long: Ủy ban nhân dân}\n- {short: HTX, long: Hợp tác xã}\n${rest}`)).toEqual([
    '2023/hop-tac-xa/index.html',
    '2023/phan-ra/index.html',
    'tim-kiem/du-lieu/muc-luc.json',
  ])
  expect(
    await changedBy(
      `- {short: UBND, long: Ủy ban nhân dân}\n- {short: HTX, long: Hợp tác xã}\n- {short: QP, long: x}\n`,
    ),
  ).toEqual(['2023/uy-ban/index.html', 'tim-kiem/du-lieu/muc-luc.json'])
})

it('speaks the language of the portal inside bodies too', async () => {
  const { outputs } = await one.build()
  const vietnamese = text(outputs, '2023/hop-tac-xa/index.html')
  for (const words of ['"Chú thích 1"', '"Chú thích"', '"Trở lại chỗ ghi chú thích 1"', '"Bảng 1"'])
    expect(vietnamese).toContain(words)
  one.write('content/portal.yml', `${PORTAL_YML}language: en\n`)
  const english = text((await one.build({ now: JULY_2025 })).outputs, '2023/hop-tac-xa/index.html')
  for (const words of ['"Note 1"', '"Notes"', '"Back to where note 1 is referred to"', '"Table 1"'])
    expect(english).toContain(words)
  const prose = english.slice(english.indexOf('<div class="prose">'), english.indexOf('class="signature"'))
  expect(prose).not.toMatch(/Chú thích|Trở lại|Bảng/)
})

it('warns of an entry that no text could hold', async () => {
  const small = portal({
    'content/glossary.yml': '- {short: UBND, long: Ủy ban nhân dân}\n- {short: Cty, long: công ty}\n',
    'content/bulletins/2023/a.md': bulletin('Một'),
  })
  expect(await small.says()).toEqual(['content/glossary.yml:2:11 register/no-acronym'])
  expect((await small.words())[0]).toContain('“Cty”')
  small.close()
})
