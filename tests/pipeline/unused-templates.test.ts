import { afterAll, describe, expect, it } from 'vitest'
import { bulletin, PORTAL_YML, portal, REPOSITORY, type TestPortal } from '../portal.ts'

const portals: TestPortal[] = []
afterAll(() => {
  for (const one of portals) one.close()
})

/** What a build says of a portal with these files besides: name and what it may have been meant for. */
async function toldOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const one = portal({ 'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị'), ...files })
  portals.push(one)
  const { ok, diagnostics } = await one.build()
  expect(ok, JSON.stringify(diagnostics)).toBe(true)
  return diagnostics.map(
    ({ file, diagnostic: { code, params } }) => `${file} ${code} ${'meant' in params ? params.meant : '?'}`,
  )
}

const told = (name: string, meant: string | null) => `templates/${name} template/unused ${meant}`
const PART = '<p>Trực ban</p>\n'

describe('files of the portal’s own templates that change nothing', () => {
  it('are told where they misspell a name of the tool’s, as editors and Windows do too', async () => {
    const files = [
      'Buletin.njk',
      'home.njk.txt',
      'parts/heder.njk',
      'page.html',
      'strings/vi (1).yml',
      'strings/vi.yaml',
    ]
    expect(
      await toldOf(
        Object.fromEntries(
          files.map((name) => [`templates/${name}`, name.includes('strings') ? 'menu: Mục lục\n' : PART]),
        ),
      ),
    ).toEqual([
      told('Buletin.njk', 'bulletin.njk'),
      told('home.njk.txt', 'home.njk'),
      told('page.html', 'page.njk'),
      told('parts/heder.njk', 'parts/header.njk'),
      told('strings/vi (1).yml', 'strings/vi.yml'),
      told('strings/vi.yaml', 'strings/vi.yml'),
    ])
  })

  it('are told where a part lies outside of its folder, unless somebody asks for it', async () => {
    const parts = { 'templates/footer.njk': PART, 'templates/head.njk': PART, 'templates/card.njk': PART }
    expect(await toldOf(parts)).toEqual([
      told('card.njk', 'parts/card.njk'),
      told('footer.njk', 'parts/footer.njk'),
      told('head.njk', 'parts/head.njk'),
    ])
    const asked = { ...parts, 'content/bulletins/2023/rieng.md': bulletin('Riêng', 'layout: card\n') }
    expect(await toldOf(asked)).toEqual([told('footer.njk', 'parts/footer.njk'), told('head.njk', 'parts/head.njk')])
  })

  it('are words of another language than the portal’s', async () => {
    const words = { 'templates/strings/vi.yml': 'menu: Mục lục\n' }
    expect(await toldOf(words)).toEqual([])
    expect(await toldOf({ ...words, 'content/portal.yml': `${PORTAL_YML}language: en\n` })).toEqual([
      told('strings/vi.yml', 'strings/en.yml'),
    ])
  })

  it('are parts that nothing uses, but not what a layout uses, asked for or not', async () => {
    const files = {
      'templates/parts/truc-ban.njk': PART,
      'templates/parts/bo-quen.njk': PART,
      'templates/lanh-dao.njk': '{% include "parts/truc-ban.njk" %}\n',
    }
    expect(await toldOf(files)).toEqual([told('parts/bo-quen.njk', null)])
  })

  it('are not layouts whose names are nearly the tool’s but that somebody asks for or builds upon', async () => {
    const files = {
      'templates/bulletin2.njk': '{% extends "base2.njk" %}\n',
      'templates/base2.njk': PART,
      'templates/home-2.njk': PART,
      'templates/pages.njk': PART,
      'content/bulletins/2023/rieng.md': bulletin('Riêng', 'layout: bulletin2\n'),
    }
    expect(await toldOf(files)).toEqual([])
  })

  it('are unread words, of which nothing is wrong, and what is no style sheet among them', async () => {
    const files = {
      'templates/strings.yml': 'menu: Mục lục\n',
      'templates/strings/tieng-viet.yml': 'menu: [\n',
      'templates/strings/VI.yml': 'menu: Mục lục\n',
      'templates/asset/css/a.css': 'h1 { color: #004 }\n',
      'templates/assets/css/rieng.scss': 'h1 { color: #004 }\n',
      'templates/assets/css/tep/rieng.css': 'h1 { color: #004 }\n',
      'templates/assets/ke-hoach.txt': 'Ghi chú\n',
    }
    expect(await toldOf(files)).toEqual([
      told('asset/css/a.css', null),
      told('assets/css/rieng.scss', null),
      told('assets/css/tep/rieng.css', null),
      told('strings.yml', null),
      told('strings/VI.yml', 'strings/vi.yml'),
      told('strings/tieng-viet.yml', 'strings/vi.yml'),
    ])
  })

  it('are not the tool’s own again, style sheets, notes for each other, or the record of copies', async () => {
    const one = portal({
      'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị'),
      'templates/README.md': 'Hỏi anh Hùng.\n',
      'templates/ejected.yml': '- template: home.njk\n  version: 0.1.0\n  digest: abc\n',
      'templates/assets/css/99-rieng.css': 'h1 { color: #004 }\n',
    })
    portals.push(one)
    one.copy(`${REPOSITORY}/templates/parts/card.njk`, 'templates/parts/card.njk')
    const { diagnostics } = await one.build()
    expect(diagnostics).toEqual([])
  })

  it('are told once of a copy whose original is gone', async () => {
    const files = {
      'templates/parts/xua.njk': PART,
      'templates/ejected.yml': '- template: parts/xua.njk\n  version: 0.0.9\n  digest: abc\n',
    }
    expect(await toldOf(files)).toEqual(['templates/parts/xua.njk template/moved-on ?'])
  })
})
