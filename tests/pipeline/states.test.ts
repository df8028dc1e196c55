import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulletin, portal } from '../portal.ts'

/** 15/06/2024, 12:00 in Vietnam. */
const NOW = Date.UTC(2024, 5, 15, 5)

/** The front matter that makes each row of the states table; all of one day, in one section. */
const ROWS = {
  draft: 'draft: true\n',
  'scheduled-by-publishAt': 'publishAt: 15/06/2024 12:01\n',
  'scheduled-by-date': '',
  published: '',
  updated: 'updated: 12/06/2024\n',
  corrected: 'corrections: [{date: 13/06/2024, text: Số hộ đúng là 24.}]\n',
  expired: 'expireAt: 14/06/2024\n',
  withdrawn: 'withdrawn: {date: 14/06/2024, reason: Đăng nhầm số liệu.}\n',
} as const
type Row = keyof typeof ROWS
const rows = Object.keys(ROWS) as Row[]
const seen: readonly Row[] = ['published', 'updated', 'corrected']

const day = (row: Row): string => (row === 'scheduled-by-date' ? '16/06/2024' : '10/06/2024')

const one = portal({
  'content/authors.yml': '- {id: le-tho, name: Lê Thơ}\n',
  'content/bulletins/2024/moc/index.md': bulletin('Mốc').replace('13/01/2023', '01/06/2024'),
})
let outputs: ReadonlyMap<string, Uint8Array> = new Map()
const text = (path: string): string => Buffer.from(outputs.get(path) ?? '').toString('utf8')
const page = (row: Row): string => text(`2024/${row.toLowerCase()}/index.html`)

beforeAll(async () => {
  for (const [index, row] of rows.entries()) {
    const photo = sharp({ create: { width: 64, height: 40, channels: 3, background: { r: index * 20, g: 90, b: 90 } } })
    const folder = `content/bulletins/2024/${row.toLowerCase()}`
    one
      .write(`${folder}/a.png`, await photo.png().toBuffer())
      .write(`${folder}/b.pdf`, `%PDF-1.4 ${row}`)
      .write(
        `${folder}/index.md`,
        `---\ntitle: Tin ${row}\ndate: ${day(row)}\ncategory: tin-tuc\nsummary: Tóm tắt ${row}.\nauthors: [le-tho]\ntags: [vụ chiêm]\naccept: [image/small]\n` +
          `attachments: [{src: b.pdf, title: Bảng kê}]\n${ROWS[row]}---\nThân bài ${row}.\n\n![Cánh đồng](a.png)\n`,
      )
  }
  const made = await one.build({ now: NOW })
  expect(made.diagnostics).toEqual([])
  outputs = made.outputs
})
afterAll(() => one.close())

/** The rows whose page a list leads to. */
const ledTo = (path: string): readonly Row[] =>
  rows.filter(
    (row) => text(path).includes(`/2024/${row.toLowerCase()}/"`) || text(path).includes(`/2024/${row.toLowerCase()}/<`),
  )

describe('the states of a bulletin, row by row', () => {
  it('drafts and scheduled ones leave no trace at all', () => {
    for (const row of ['draft', 'scheduled-by-publishAt', 'scheduled-by-date'] as const) {
      expect([...outputs.keys()].filter((path) => path.startsWith(`2024/${row.toLowerCase()}`))).toEqual([])
      for (const [path, bytes] of outputs)
        if (!/\.(jpg|png|woff2|pdf)$/.test(path))
          for (const trace of [`/2024/${row.toLowerCase()}`, `Tin ${row}`, `Thân bài ${row}`, `Tóm tắt ${row}`])
            expect(Buffer.from(bytes).includes(trace), `${trace} in ${path}`).toBe(false)
    }
  })

  it('what is published has its page, with photos and documents', () => {
    for (const row of [...seen, 'expired'] as const) {
      expect(page(row), row).toContain(`Thân bài ${row}.`)
      const files = [...outputs.keys()].filter((path) => path.startsWith(`2024/${row}/`) && !path.endsWith('.html'))
      expect(files.map((path) => path.replace(/.*\.(?=\w+$)/, '')).sort(), row).toEqual(['jpg', 'pdf', 'webp'])
    }
  })

  it('front pages, sections, authors, tags and the home page show what is published, and that alone', () => {
    for (const path of [
      'index.html',
      'chuyen-muc/tin-tuc/index.html',
      'tac-gia/le-tho/index.html',
      'tu-khoa/vu-chiem/index.html',
    ])
      expect(ledTo(path), path).toEqual(seen)
  })

  it('lists of a period show expired ones too, marked', () => {
    for (const path of [
      'chuyen-muc/tin-tuc/2024/index.html',
      'luu-tru/2024/06/index.html',
      'tac-gia/le-tho/2024/index.html',
    ])
      expect(ledTo(path), path).toEqual([...seen, 'expired'])
    expect(text('luu-tru/2024/06/index.html')).toMatch(/Tin expired<\/a> <span class="ribbon">Đã hết hạn<\/span>/)
    expect(text('luu-tru/2024/06/index.html').match(/class="ribbon"/g)).toHaveLength(1)
  })

  it('sitemaps name every page with a text, with the day of its last change', () => {
    expect(ledTo('sitemap-2024.xml')).toEqual([...seen, 'expired'])
    const entry = (row: Row) => new RegExp(`/2024/${row}/</loc><lastmod>([^<]*)<`).exec(text('sitemap-2024.xml'))?.[1]
    expect([entry('published'), entry('updated'), entry('corrected')]).toEqual([
      '2024-06-10',
      '2024-06-12',
      '2024-06-13',
    ])
  })

  it('feeds have what is published with its last change, and withdrawals in the place of what was withdrawn', () => {
    expect(ledTo('feed.json')).toEqual([...seen, 'withdrawn'])
    for (const path of ['rss.xml', 'atom.xml', 'chuyen-muc/tin-tuc/rss.xml']) {
      expect(ledTo(path), path).toEqual([...seen, 'withdrawn'])
      const entry =
        text(path)
          .split(/<(?:entry|item)>/)
          .find((part) => part.includes('/2024/withdrawn/')) ?? ''
      expect(entry).toContain('<title>Bài viết đã được thu hồi: Tin withdrawn</title>')
      expect(entry).toContain('Đăng nhầm số liệu.')
      expect(entry).not.toMatch(/Thân bài|Tóm tắt|<content|Lê Thơ/)
    }
    const items: readonly { readonly url: string }[] = JSON.parse(text('feed.json')).items
    expect(items.find(({ url }) => url.endsWith('/2024/withdrawn/'))).toEqual({
      id: 'https://xuanhoa.example.vn/2024/withdrawn/',
      url: 'https://xuanhoa.example.vn/2024/withdrawn/',
      title: 'Bài viết đã được thu hồi: Tin withdrawn',
      content_text: 'Đăng nhầm số liệu.',
      summary: 'Đăng nhầm số liệu.',
      date_published: '2024-06-10T00:00:00+07:00',
      date_modified: '2024-06-14T00:00:00+07:00',
      authors: [{ name: 'Ủy ban nhân dân xã Xuân Hòa' }],
      tags: ['Tin tức - Sự kiện'],
      language: 'vi',
    })
    const updated = (row: Row) =>
      new RegExp(`/2024/${row}/</id>\\s*<published>[^<]*</published>\\s*<updated>([^<]*)<`).exec(text('atom.xml'))?.[1]
    expect(['published', 'updated', 'corrected', 'withdrawn'].map((row) => updated(row as Row)?.slice(0, 10))).toEqual([
      ...['2024-06-10', '2024-06-12', '2024-06-13', '2024-06-14'],
    ])
  })

  it('feeds say as RSS what they say as Atom: when they last changed', () => {
    const iso = /<updated>([^<]*)</.exec(text('atom.xml'))?.[1] ?? ''
    expect(iso).toBe('2024-06-14T00:00:00+07:00')
    for (const path of ['rss.xml', 'chuyen-muc/tin-tuc/rss.xml']) {
      const [, built = ''] = /<lastBuildDate>([^<]*)</.exec(text(path)) ?? []
      expect(built, path).toBe('Fri, 14 Jun 2024 00:00:00 +0700')
      expect(Date.parse(built)).toBe(Date.parse(iso))
    }
  })

  it('an update stands in the byline, corrections above the text; both are the last change for machines', () => {
    expect(page('updated')).toContain('Cập nhật: <time datetime="2024-06-12">12/06/2024</time>')
    expect(page('published')).not.toContain('Cập nhật')
    const corrected = page('corrected')
    expect(corrected.indexOf('Số hộ đúng là 24.')).toBeGreaterThan(0)
    expect(corrected.indexOf('Số hộ đúng là 24.')).toBeLessThan(corrected.indexOf('<div class="prose">'))
    const modified = (row: Row) => [
      /"dateModified":"([^"]*)"/.exec(page(row))?.[1],
      /article:modified_time" content="([^"]*)"/.exec(page(row))?.[1],
    ]
    expect(modified('published')).toEqual([undefined, undefined])
    expect(modified('updated')).toEqual(['2024-06-12', '2024-06-12'])
    expect(modified('corrected')).toEqual(['2024-06-13', '2024-06-13'])
    expect(text('dinh-chinh/index.html')).toMatch(/Tin corrected[\s\S]*Số hộ đúng là 24\./)
  })

  it('an expired one says so', () => {
    expect(page('expired')).toContain('<strong>Đã hết hạn</strong>')
    expect(page('published')).not.toContain('Đã hết hạn')
  })

  it('of a withdrawn one nothing is left but the notice: no text, no photo, no document, for people or machines', () => {
    expect([...outputs.keys()].filter((path) => path.startsWith('2024/withdrawn/'))).toEqual([
      '2024/withdrawn/index.html',
    ])
    expect(page('withdrawn')).toContain('<time datetime="2024-06-14">ngày 14 tháng 6 năm 2024</time>')
    expect(page('withdrawn')).toContain('Đăng nhầm số liệu.')
    expect(page('withdrawn')).toContain('<meta name="robots" content="noindex">')
    for (const [path, bytes] of outputs)
      if (/\.(html|xml|txt|json)$/.test(path))
        expect(Buffer.from(bytes).toString('utf8'), path).not.toMatch(
          /Thân bài withdrawn|Tóm tắt withdrawn|withdrawn-[0-9a-f]{8}|withdrawn\/bang-ke/,
        )
    expect(text('dinh-chinh/index.html')).toMatch(/Tin withdrawn[\s\S]*Đăng nhầm số liệu\./)
  })
})
