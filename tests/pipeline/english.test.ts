import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulletin, CATEGORIES_YML, PORTAL_YML, portal, type TestPortal } from '../portal.ts'

const FILES = {
  'content/portal.yml': `${PORTAL_YML}language: en\n`,
  'content/bulletins/2023/a.md': bulletin('A meeting', 'eventDate: 12/01/2023\ntags: [Tết]\nexpireAt: 20/01/2023\n'),
  'content/bulletins/2023/b.md': bulletin('Wrong', 'withdrawn: {date: 08/10/2024, reason: Mistaken figures}\n'),
}
let made: TestPortal
let pages: ReadonlyMap<string, Uint8Array>
const page = (path: string): string => new TextDecoder().decode(pages.get(path))

beforeAll(async () => {
  made = portal(FILES)
  pages = (await made.build()).outputs
})
afterAll(() => made?.close())

describe('a portal whose readers read English', () => {
  it('writes days and months in English', () => {
    expect(page('2023/b/index.html')).toContain('Withdrawn <time datetime="2024-10-08">8 October 2024</time>.')
    expect(page('luu-tru/2023/01/index.html')).toContain('<h1>Archive – January 2023</h1>')
    expect(page('luu-tru/2023/index.html')).toContain('<h1>Archive – year 2023</h1>')
    expect(page('luu-tru/2023/index.html')).toContain('>January 2023</a>')
    expect(page('2023/a/index.html')).toContain('Event date: <time datetime="2023-01-12">12/01/2023</time>')
  })

  it('has no Vietnamese that the portal did not write', () => {
    const own = new RegExp(
      [...`${PORTAL_YML}${CATEGORIES_YML}${bulletin('')}`.matchAll(/^[- ]*(?:\w+: )?(.+)$/gm)]
        .map(([, words = '']) => words.replace(/[.*+?()|[\]{}]/g, '\\$&'))
        .sort((a, b) => b.length - a.length)
        .concat('Tết')
        .join('|'),
      'g',
    )
    for (const [path] of pages) {
      if (!path.endsWith('.html')) continue
      const left = page(path).replaceAll(own, '')
      expect(left.match(/[ăđơưạảấầẩậắằặẹẻếềểệỉịọỏốồổộớờởợụủứừửữựỳỷỵ]/giu), path).toBeNull()
    }
  })

  it('calls the page of corrections as its heading does', () => {
    expect(page('index.html')).toContain('/dinh-chinh/">Corrections</a>')
    expect(page('dinh-chinh/index.html')).toContain('<h1>Corrections</h1>')
  })
})

describe('what has no current bulletin', () => {
  it('says that all have expired where there are years, and only else that there were never any', () => {
    const expired = '<p class="empty">Everything here has expired and is kept by year below for reference.</p>'
    expect(page('tu-khoa/tet/index.html')).toContain(expired)
    expect(page('chuyen-muc/tin-tuc/index.html')).toContain(expired)
    expect(page('chuyen-muc/thong-bao/index.html')).toContain('There is nothing in this section yet.')
  })
})

describe('the map of the portal', () => {
  it('has a heading for each list, and none over what is no part of it', () => {
    const headings = [...page('so-do-cong/index.html').matchAll(/<h2[^>]*><a [^>]*>(.*?)<\/a>/g)].map(
      ([, text]) => text,
    )
    expect(headings.slice(-5)).toEqual(['Archive', 'Sections', 'Tags', 'Corrections', 'News by RSS'])
  })
})
