import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulletin, PORTAL_YML, portal } from '../portal.ts'
import { type Published, publish } from './published.ts'

/** No blank, no hyphen: browsers break it nowhere by themselves. */
const ADDRESS = 'https://dichvucong.thanhhoa.gov.vn/portaldvc/KenhTin/dich_vu_cong_truc_tuyen.aspx?ma=1.000.894'
const NAME = 'trangthongtindientutonghopcuaxaxuanhoahuyenthoxuantinhthanhhoa'

const PAGES = {
  home: '/',
  bulletin: '/2023/dia-chi/',
  video: '/2023/phim/',
  section: '/chuyen-muc/tin-tuc/',
  year: '/chuyen-muc/tin-tuc/2023/',
  sections: '/chuyen-muc/',
  archive: '/luu-tru/2023/',
  month: '/luu-tru/2023/01/',
  author: '/tac-gia/le-tho/',
  authors: '/tac-gia/',
  tags: '/tu-khoa/',
  corrections: '/dinh-chinh/',
  page: '/gioi-thieu/',
  map: '/so-do-cong/',
  search: '/tim-kiem/',
  notFound: '/404.html',
}

/** How readers set their text: WCAG 1.4.12, and the portal's own A+. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'
const TWICE = 'html { font-size: 200% !important }'

/** npm test looks at the narrowest and the widest, test:all at those between too. */
const WIDTHS = process.env['TX_EXHAUSTIVE'] ? [320, 360, 768, 1280] : [320, 1280]

let site: Published

beforeAll(async () => {
  const more = `authors: [Lê Thơ]\ntags: [${NAME}]\ncorrections: [{date: 14/01/2023, text: "Sửa ${ADDRESS}"}]\n`
  const place = portal({
    'content/portal.yml': `${PORTAL_YML}parent: {name: ${NAME}, url: https://thanhhoa.gov.vn/}
slogan: {text: ${NAME}}
notices: [{text: "Xem ${ADDRESS}", href: /2023/dia-chi/}]
links: [{title: ${NAME}, href: https://thanhhoa.gov.vn/}]
`,
    'content/bulletins/2023/dia-chi/index.md': bulletin(
      `Nộp tại ${ADDRESS}`,
      `${more}attachments: [{src: a.txt, title: Mẫu ${NAME}}]\n`,
      `Nộp ở ${ADDRESS} nhé.\n\n## Mục ${NAME}\n\nMột.\n\n## Hai\n\nHai.\n\n## Ba\n\nBa.\n`,
    ).replace('summary: ', `summary: Xem ${ADDRESS} `),
    'content/bulletins/2023/dia-chi/a.txt': 'Mẫu.\n',
    'content/bulletins/2023/phim.md': bulletin(
      `Phim ${NAME}`,
      'authors: [Lê Thơ]\n',
      `[${NAME}](https://www.youtube.com/watch?v=dQw4w9WgXcQ)\n`,
    ),
    'content/bulletins/2023/mot.md': bulletin('Một', 'authors: [Lê Thơ]\n'),
    'content/pages/gioi-thieu.md': `---\ntitle: Giới thiệu ${NAME}\n---\nXem ${ADDRESS}.\n`,
  })
  site = await publish(place)
})
afterAll(() => site?.close())

/** Words beyond the edges of the screen, and how far the page can be pushed sideways. */
const beyond = () => {
  const { clientWidth, scrollWidth } = document.documentElement
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = scrollWidth > clientWidth ? [`scrolls to ${scrollWidth}`] : []
  for (let node = texts.nextNode() as Text | null; node !== null; node = texts.nextNode() as Text | null) {
    if (node.parentElement?.closest('.unseen, .skip, .table-wrap, details:not([open])') !== null) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    if (
      [...range.getClientRects()].some(({ left, right, width }) => width > 1 && (left < -1 || right > clientWidth + 1))
    )
      found.push(`${node.parentElement?.className}: ${node.data.slice(0, 60)}`)
  }
  return found
}

describe('an address without a blank', () => {
  it.for(WIDTHS)('pushes no page sideways at %i px, however the text is set', async (width, context) => {
    const { browser } = site
    if (browser === null) return context.skip()
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    for (const [kind, path] of Object.entries(PAGES)) {
      await page.goto(site.url + path)
      for (const css of ['', SPACED, ...(width < 400 ? [TWICE] : [])]) {
        // A constructed sheet: the policy of the pages lets no other in.
        await page.evaluate((text) => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(text)
          document.adoptedStyleSheets = [sheet]
        }, css)
        expect.soft(await page.evaluate(beyond), `${kind} ${css.slice(0, 30)}`).toEqual([])
      }
    }
    await page.close()
  })
})

describe('the words of the empty search field', () => {
  it.for([
    [320, 'vi'],
    [360, 'vi'],
    [1280, 'vi'],
    [320, 'en'],
    [360, 'en'],
    [1280, 'en'],
  ] as const)('are whole at %i px in %s, at twice the size too', async ([width, lang], context) => {
    const { browser } = site
    if (browser === null) return context.skip()
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    await page.goto(`${site.url}/`)
    for (const css of ['', TWICE])
      expect
        .soft(await page.evaluate(roomBesideWords, { css, words: WORDS[lang], lang }), css)
        .toBeGreaterThanOrEqual(0)
    await page.close()
  })
})

const WORDS = { vi: 'Tìm trên cổng', en: 'Search this portal' }

/** How much wider the field is than its words. */
function roomBesideWords({ css, words, lang }: { css: string; words: string; lang: string }): number {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [sheet]
  document.documentElement.lang = lang
  const field = document.querySelector('.find-words') as HTMLInputElement
  field.placeholder = words
  const { paddingLeft, paddingRight } = getComputedStyle(field)
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
  pen.font = getComputedStyle(field, '::placeholder').font
  return (
    field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - pen.measureText(words).width
  )
}
