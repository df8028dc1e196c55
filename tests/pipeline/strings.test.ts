import { afterAll, describe, expect, it } from 'vitest'
import { bulletin, portal, REPOSITORY, type TestPortal } from '../portal.ts'

const OWN = 'templates/strings/vi.yml'
const portals: TestPortal[] = []
afterAll(() => {
  for (const one of portals) one.close()
})

const make = (files: Readonly<Record<string, string>> = {}): TestPortal => {
  const made = portal({ 'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị'), ...files })
  portals.push(made)
  return made
}

const pageOf = async (one: TestPortal): Promise<string> => {
  const { ok, outputs, diagnostics } = await one.build()
  expect([ok, diagnostics]).toEqual([true, []])
  return new TextDecoder().decode(outputs.get('2023/hoi-nghi/index.html'))
}

describe('words of the theme that a portal has of its own', () => {
  it('stand over the tool’s one by one: who changes one need not know the others', async () => {
    const page = await pageOf(make({ [OWN]: 'skip: Bỏ qua phần đầu\nmenu:\ntext.size: ""\n' }))
    expect(page).toContain('>Bỏ qua phần đầu<')
    expect(page).not.toContain('Đến nội dung chính')
    expect(page, 'left empty').toContain('Danh mục')
    expect(page, 'not written at all').toContain('Cỡ chữ')
  })

  it('name the tool’s own pages, the way to a page, and what was withdrawn', async () => {
    const one = make({
      [OWN]:
        "home: Đầu trang\ntitle.archive: Kho tin\ntitle.month: 'Tháng {month}/{year}'\ntitle.year: Tin của UBND năm {year}\n",
      'content/bulletins/2023/cu.md': bulletin('Cũ').replace(/^date: .*$/m, 'date: 09/02/2023'),
    })
    const { ok, outputs } = await one.build()
    const text = (path: string) => new TextDecoder().decode(outputs.get(path))
    expect(ok).toBe(true)
    expect(text('luu-tru/index.html')).toMatch(/<h1[^>]*>Kho tin</)
    expect(text('luu-tru/2023/02/index.html')).toContain('<h1>Kho tin – tháng 02/2023</h1>')
    expect(text('luu-tru/2023/index.html')).toContain('<h1>Kho tin – tin của UBND năm 2023</h1>')
    const page = text('2023/cu/index.html')
    expect(page).toContain('>Đầu trang<')
    expect(page).not.toContain('Trang chủ')
  })

  it('are those of the tool where they are a copy of them, or have none', async () => {
    const page = await pageOf(make())
    const copied = make()
    copied.copy(`${REPOSITORY}/templates/strings/vi.yml`, OWN)
    expect(await pageOf(copied)).toBe(page)
    expect(await pageOf(make({ [OWN]: '# chưa có chữ nào\n' }))).toBe(page)
  })

  it('may be any where there are templates of its own to ask for them', async () => {
    const page = await pageOf(
      make({
        [OWN]: 'truc-ban: Trực ban\ntitle.so: Số {so}\n',
        'templates/parts/signature.njk': "<p>{{ t('truc-ban') }} {{ t('title.so', {so: 12}) }}</p>\n",
      }),
    )
    expect(page).toContain('<p>Trực ban Số 12</p>')
  })

  it('are told that nobody asks for, whatever templates of its own there are', async () => {
    const told = async (template: string, words: string) => {
      const one = make({ [OWN]: words, 'templates/parts/signature.njk': template })
      return (await one.says()).map((line) => line.slice(OWN.length + 1))
    }
    const words = 'home.newst: Tin\ntruc.ban: Trực ban\n'
    expect(await told("<p>{{ t('truc.ban') }}</p>\n", words)).toEqual(['1:1 field/unknown'])
    expect(await told('<p>{{ t("truc." + "ban") }}</p>\n', words)).toEqual(['1:1 field/unknown'])
    expect(await told("<p>{{ t('home' if bulletin else 'truc.ban') }}</p>\n", words)).toEqual([])
    expect(await told("{% set a = 'truc.ban' %}<p>{{ t(a) }}</p>\n", words)).toEqual([])
    expect(await told("<p>{{ bulletin.extra.t('truc.ban') if false }}</p>\n", 'truc.ban: Trực ban\n')).toEqual([
      '1:1 field/unknown',
    ])
  })

  it('have the gaps that the tool’s templates fill, and no others', async () => {
    const one = make({ [OWN]: "reading-time: 'Đọc {phut} phút'\ncredit: 'Ảnh do {name} chụp'\n" })
    expect(await one.says()).toEqual([`${OWN}:1:15 field/value`])
    one.write('templates/parts/byline.njk', "<p>{{ t('reading-time', {phut: 3}) }}</p>\n")
    expect(await one.says()).toEqual([])
  })

  it('may be words of an older version where they are a copy', async () => {
    const one = make({
      [OWN]: 'tu-cu: Chữ cũ\nskip: Bỏ qua\n',
      'templates/ejected.yml':
        "- template: strings/vi.yml\n  version: 0.0.9\n  digest: '00000000000000000000000000000000'\n",
    })
    expect(await one.says()).toEqual([`${OWN} template/moved-on`])
    one.remove('templates/ejected.yml')
    expect(await one.says()).toEqual([`${OWN}:1:1 field/unknown`])
  })

  it('are composed, and on one line', async () => {
    expect(await pageOf(make({ [OWN]: `skip: "${'Về  đầu'.normalize('NFD')} "\n` }))).toContain('>Về đầu<')
  })
})
