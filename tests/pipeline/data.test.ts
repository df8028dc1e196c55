import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulletin, JULY_2025, PORTAL_YML, portal, REPOSITORY, type TestPortal } from '../portal.ts'
import { random } from '../random.ts'

type Outputs = ReadonlyMap<string, Uint8Array>
type Entry = Readonly<Record<string, unknown>> & { readonly status: string; readonly url: string }

const textOf = (outputs: Outputs, path: string) => Buffer.from(outputs.get(path) ?? []).toString('utf8')
const jsonOf = (outputs: Outputs, path: string) => JSON.parse(textOf(outputs, path))
const entriesOf = (outputs: Outputs, month: string): readonly Entry[] => jsonOf(outputs, `api/v1/${month}.json`).entries

/** What is wrong with any data document by the schema that was published beside it. */
function faults(outputs: Outputs): readonly string[] {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
  addFormats.default(ajv)
  const check = ajv.compile(jsonOf(outputs, 'api/v1/schema.json'))
  return [...outputs.keys()]
    .filter((path) => /^api\/v1\/(index|\d{4}-\d\d)\.json$/.test(path))
    .flatMap((path) => (check(jsonOf(outputs, path)) ? [] : [`${path} ${ajv.errorsText(check.errors)}`]))
}

const day = (text: string, date: string) => text.replace('date: 13/01/2023', `date: ${date}`)

const BASE = 'https://xuanhoa.example.vn/'
const open: TestPortal[] = []
const make = (files: Parameters<typeof portal>[0]) => {
  const one = portal(files)
  open.push(one)
  return one
}
afterAll(() => {
  for (const one of open) one.close()
})

describe('the data of a small portal', () => {
  let outputs: Outputs
  beforeAll(async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#804020' } })
      .jpeg()
      .toBuffer()
    const one = make({
      'content/bulletins/2023/hoi-nghi/index.md': day(
        bulletin(
          'Hội nghị: “tổng kết” & <ra quân>',
          'authors: [{name: Lê Thơ, role: Ảnh}, Khắc Cường]\nunit: Trung tâm VHTT, TT&DL huyện\ntags: [vụ chiêm]\nimages: [{src: Ảnh hội trường (1).jpg, caption: Quang cảnh hội nghị, alt: Hội trường đông người}]\nattachments: [{src: Ke hoach 01.pdf, title: Kế hoạch số 01}, {src: loa.mp3, title: Bản tin phát thanh}]\ncorrections: [{date: 20/01/2023, text: Sửa số liệu ở đoạn hai.}]\n',
        ),
        '13/01/2023 16:20',
      ),
      'content/bulletins/2023/hoi-nghi/Ảnh hội trường (1).jpg': photo,
      'content/bulletins/2023/hoi-nghi/Ke hoach 01.pdf': '%PDF-1.4\n%%EOF\n',
      'content/bulletins/2023/hoi-nghi/loa.mp3': new Uint8Array([0x49, 0x44, 0x33, 4, 0, 0]),
      'content/bulletins/2023/da-go.md': bulletin(
        'Bài bị gỡ',
        'withdrawn: {date: 15/02/2023, reason: Thông tin chưa được kiểm chứng}\n',
      ),
      'content/bulletins/2023/het-han.md': bulletin('Bài hết hạn', 'expireAt: 31/01/2023\n'),
      'content/bulletins/2023/nhap.md': bulletin('Bản nháp', 'draft: true\n'),
      'content/bulletins/2024/cap-nhat.md': day(bulletin('Bài cập nhật', 'updated: 09/03/2024\n'), '08/03/2024'),
    })
    const report = await one.build()
    expect(report.ok).toBe(true)
    outputs = report.outputs
  })

  it('keeps to its schema', () => expect(faults(outputs)).toEqual([]))

  it('is refused by the schema when a key is missing, wrong or foreign', () => {
    const broken = (change: (entry: Record<string, unknown>) => void) => {
      const document = jsonOf(outputs, 'api/v1/2023-01.json')
      for (const entry of document.entries) if (entry.status === 'published') change(entry)
      return new Map([...outputs, ['api/v1/2023-01.json', Buffer.from(JSON.stringify(document))]])
    }
    for (const change of [
      (entry: Record<string, unknown>) => void delete entry['title'],
      (entry: Record<string, unknown>) => Object.assign(entry, { datePublished: '13/01/2023' }),
      (entry: Record<string, unknown>) => Object.assign(entry, { url: '/2023/hoi-nghi/' }),
      (entry: Record<string, unknown>) => Object.assign(entry, { file: 'Ảnh hội trường (1).jpg' }),
    ])
      expect(faults(broken(change))).toHaveLength(1)
  })

  it('has an index of months, newest first', () => {
    expect(jsonOf(outputs, 'api/v1/index.json').months).toEqual([
      { month: '2024-03', url: `${BASE}api/v1/2024-03.json` },
      { month: '2023-01', url: `${BASE}api/v1/2023-01.json` },
    ])
  })

  it('says all of a bulletin that pages say, with absolute addresses', () => {
    const [entry] = entriesOf(outputs, '2023-01').filter(({ status }) => status === 'published')
    expect(entry).toMatchObject({
      url: `${BASE}2023/hoi-nghi/`,
      title: 'Hội nghị: “tổng kết” & <ra quân>',
      summary: 'Hội nghị bàn về vụ chiêm xuân.',
      datePublished: '2023-01-13T16:20:00+07:00',
      dateModified: '2023-01-20',
      publisher: 'Ủy ban nhân dân xã Xuân Hòa',
      category: { id: 'tin-tuc', name: 'Tin tức - Sự kiện', url: `${BASE}chuyen-muc/tin-tuc/` },
      tags: ['vụ chiêm'],
      authors: [{ name: 'Lê Thơ', role: 'Ảnh' }, { name: 'Khắc Cường' }],
      unit: { name: 'Trung tâm VHTT, TT&DL huyện' },
      images: [{ width: 40, height: 30, alt: 'Hội trường đông người', caption: 'Quang cảnh hội nghị' }],
      attachments: [
        { title: 'Kế hoạch số 01', url: `${BASE}2023/hoi-nghi/ke-hoach-so-01.pdf`, mediaType: 'application/pdf' },
        { title: 'Bản tin phát thanh', url: `${BASE}2023/hoi-nghi/ban-tin-phat-thanh.mp3`, mediaType: 'audio/mpeg' },
      ],
      corrections: [{ date: '2023-01-20', text: 'Sửa số liệu ở đoạn hai.' }],
    })
    expect(entry).not.toHaveProperty('contentHtml')
    const { images = [], attachments = [] } = entry as { readonly images?: Entry[]; readonly attachments?: Entry[] }
    const files = [...images, ...attachments]
    expect(files).toHaveLength(3)
    for (const { url } of files) expect(outputs.has(url.slice(BASE.length)), url).toBe(true)
    expect(entriesOf(outputs, '2024-03')[0]).toMatchObject({ datePublished: '2024-03-08', dateModified: '2024-03-09' })
  })

  it('tells of a withdrawal and nothing of what was withdrawn; leaves expired ones and drafts out', () => {
    const entries = entriesOf(outputs, '2023-01')
    expect(entries).toHaveLength(2)
    expect(entries.find(({ status }) => status === 'withdrawn')).toEqual({
      status: 'withdrawn',
      id: `${BASE}2023/da-go/`,
      url: `${BASE}2023/da-go/`,
      datePublished: '2023-01-13',
      withdrawn: { date: '2023-02-15', reason: 'Thông tin chưa được kiểm chứng' },
    })
  })

  it('has a JSON feed of the newest, with whole texts and absolute addresses', () => {
    const feed = jsonOf(outputs, 'feed.json')
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Cổng thông tin điện tử xã Xuân Hòa',
      home_page_url: BASE,
      feed_url: `${BASE}feed.json`,
      language: 'vi',
    })
    expect(feed.items.map(({ id }: Entry) => id)).toEqual([
      `${BASE}2024/cap-nhat/`,
      `${BASE}2023/hoi-nghi/`,
      `${BASE}2023/da-go/`,
    ])
    expect(feed.items[1]).toMatchObject({
      title: 'Hội nghị: “tổng kết” & <ra quân>',
      content_html: expect.stringContaining('<p>Chiều 12/01/2023, hội nghị được tổ chức.</p>'),
      date_published: '2023-01-13T16:20:00+07:00',
      date_modified: '2023-01-20T00:00:00+07:00',
      authors: [{ name: 'Lê Thơ' }, { name: 'Khắc Cường' }],
      image: expect.stringMatching(/^https:\/\/xuanhoa\.example\.vn\/2023\/hoi-nghi\/hoi-nghi-[0-9a-f]{8}-40\.jpg$/),
      attachments: [{ mime_type: 'application/pdf', size_in_bytes: 15 }, { mime_type: 'audio/mpeg' }],
    })
    // Who writes no author is spoken for by the agency (JSON Feed wants at least one with a name).
    expect(feed.items[0].authors).toEqual([{ name: 'Ủy ban nhân dân xã Xuân Hòa' }])
  })

  it('describes the bulletin in its page: title, dates, authors, publisher, picture, and no file name', () => {
    const html = textOf(outputs, '2023/hoi-nghi/index.html')
    const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) =>
      JSON.parse(json ?? ''),
    )
    const article = data.find((one) => one['@type'] === 'NewsArticle')
    expect(article).toMatchObject({
      headline: 'Hội nghị: “tổng kết” & <ra quân>',
      datePublished: '2023-01-13T16:20:00+07:00',
      dateModified: '2023-01-20',
      author: [{ name: 'Lê Thơ' }, { name: 'Khắc Cường' }],
      publisher: { '@type': 'GovernmentOrganization', name: 'Ủy ban nhân dân xã Xuân Hòa' },
      image: [expect.stringMatching(/^https:\/\/xuanhoa\.example\.vn\/2023\/hoi-nghi\/hoi-nghi-[0-9a-f]{8}-40\.jpg$/)],
    })
    const machines = ['api/v1/2023-01.json', 'api/v1/index.json', 'feed.json', 'rss.xml', 'atom.xml']
    for (const text of [JSON.stringify(data), ...machines.map((path) => textOf(outputs, path))])
      expect(text).not.toMatch(/hội trường \(1\)|h%E1%BB%99i|anh-hoi-truong|ke hoach 01|ke-hoach-01|\bloa\b/i)
  })

  it('declares its feeds and its manifest in every page', () => {
    for (const [path, bytes] of outputs) {
      if (!path.endsWith('.html')) continue
      const html = Buffer.from(bytes).toString('utf8')
      for (const [, address = ''] of html.matchAll(/<link rel="(?:manifest|alternate)"[^>]*href="\/([^"]*)"/g))
        expect(outputs.has(address), `${address} in ${path}`).toBe(true)
      expect(html, path).toContain('<link rel="manifest" href="/manifest.webmanifest">')
      for (const type of ['rss+xml', 'atom+xml', 'feed+json'])
        expect(html, path).toContain(`type="application/${type}"`)
    }
    for (const id of ['tin-tuc', 'quoc-phong-an-ninh', 'thong-bao'])
      expect(textOf(outputs, `chuyen-muc/${id}/rss.xml`)).toContain(`<atom:link href="${BASE}chuyen-muc/${id}/rss.xml"`)
  })
})

describe('the data of portals', () => {
  it('carry whole texts where portal.yml asks for it', async () => {
    const one = make({
      'content/portal.yml': `${PORTAL_YML}api: {fullText: true}\n`,
      'content/bulletins/2023/a.md': bulletin('Một', '', 'Xem [bài kia](b.md).\n'),
      'content/bulletins/2023/b.md': bulletin('Hai', 'withdrawn: {date: 15/02/2023, reason: Gỡ}\n', 'Chuyện bí mật.\n'),
    })
    const { outputs } = await one.build()
    expect(faults(outputs)).toEqual([])
    const published = entriesOf(outputs, '2023-01').find(({ status }) => status === 'published')
    expect(published?.['contentHtml']).toBe(`<p>Xem <a href="${BASE}2023/b/">bài kia</a>.</p>\n`)
    expect(textOf(outputs, 'api/v1/2023-01.json')).not.toContain('bí mật')
  })

  it('of the repository keep to the schema, and their addresses are published', async () => {
    const one = make({}).copy(`${REPOSITORY}/content`, 'content')
    const { outputs } = await one.build()
    expect(faults(outputs)).toEqual([])
    const manifest = jsonOf(outputs, 'manifest.webmanifest')
    expect(manifest).toMatchObject({ lang: 'vi', start_url: '/', theme_color: '#b3131b' })
    expect(manifest.name).not.toBe('')
    expect(manifest.short_name).not.toBe('')
    expect(manifest.icons.length).toBeGreaterThan(0)
    for (const { src } of manifest.icons) expect(outputs.has(src.slice(1)), src).toBe(true)
    for (const [path, bytes] of outputs) {
      if (!/^api\/.*\.json$|^feed\.json$/.test(path)) continue
      for (const [, address = ''] of Buffer.from(bytes)
        .toString('utf8')
        .matchAll(/"(?:url|image|index|\$schema)": "https:\/\/thoxuan\.example\.vn\/([^"#]*)"/g))
        expect(outputs.has(address.replace(/(^|\/)$/, '$1index.html')), `${address} in ${path}`).toBe(true)
    }
  })

  it('keep to the schema whatever bulletins hold, and a new one touches its month alone', async () => {
    const next = random(2023)
    const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
    const words = [
      'Hội nghị',
      '“tổng kết”',
      '<script>',
      '& "nháy"',
      'đ/Đ',
      'ủy ban',
      'u\u0309y',
      '\u2028',
      '{{ x }}',
      '\\n',
    ]
    const one = make({})
    for (let n = 0; n < 300; n += 1) {
      const year = 2015 + Math.floor(next() * 10)
      const title = `${pick(words)} ${pick(words)} số ${n}`
      const more = [
        next() < 0.5 ? `authors: [Lê Thơ, {name: Khắc Cường, unit: Đài ${n % 7}}]\n` : '',
        next() < 0.3 ? `unit: Phòng số ${n % 9}\n` : '',
        next() < 0.3 ? `tags: [vụ xuân, mùa ${n % 5}]\n` : '',
        next() < 0.2 ? `updated: 01/02/2025\n` : '',
        next() < 0.2 ? `corrections: [{date: 02/02/2025, text: Sửa ${n}}]\n` : '',
        next() < 0.2 ? `source: {name: Báo số ${n}, url: 'https://bao.gov.vn/${n}'}\n` : '',
        next() < 0.1 ? `withdrawn: {date: 03/02/2025, reason: Lý do ${n}}\n` : '',
        next() < 0.1 ? `expireAt: 01/03/2025\n` : '',
        next() < 0.1 ? `eventDate: 05/03/2025\n` : '',
      ].join('')
      const hour = next() < 0.5 ? ' 7h05' : ''
      one.write(
        `content/bulletins/${year}/bai-${n}.md`,
        day(bulletin(title, more), `${1 + (n % 28)}/${1 + Math.floor(next() * 12)}/${year}${hour}`),
      )
    }
    const before = (await one.build({ now: JULY_2025 })).outputs
    expect([...before.keys()].filter((path) => path.startsWith('api/')).length).toBeGreaterThan(100)
    expect(faults(before)).toEqual([])
    const changed = async () => {
      const { outputs } = await one.build({ now: JULY_2025 })
      return [...outputs].flatMap(([path, bytes]) =>
        path.startsWith('api/') && Buffer.compare(bytes, before.get(path) ?? Buffer.alloc(0)) !== 0 ? [path] : [],
      )
    }
    one.write('content/bulletins/2024/moi.md', day(bulletin('Bài mới'), '30/06/2024'))
    expect(await changed()).toEqual(['api/v1/2024-06.json'])
    one.remove('content/bulletins/2024/moi.md')
    one.write('content/bulletins/2025/thang-moi.md', day(bulletin('Tháng mới'), '30/06/2025'))
    expect(await changed()).toEqual(['api/v1/2025-06.json', 'api/v1/index.json'])
  })
})
