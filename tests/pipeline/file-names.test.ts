import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { prepare } from '../../src/pipeline/build.ts'
import { bulletin, portal, type TestPortal } from '../portal.ts'

const YEAR = 'content/bulletins/2023'
const FOLDER = `${YEAR}/hoi-nghi`
const AT = `${FOLDER}/index.md`

const opened: TestPortal[] = []
afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

const PHOTO = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#3a6' } })
  .png()
  .toBuffer()

/** A portal with one bulletin of this body, and files beside it. */
function make(body: string, files: Readonly<Record<string, string | Uint8Array>> = {}, more = ''): TestPortal {
  const one = portal({ [AT]: bulletin('Hội nghị', more, `${body}\n`) })
  opened.push(one)
  for (const [name, content] of Object.entries(files))
    one.write(name.startsWith('content/') ? name : `${FOLDER}/${name}`, content)
  return one
}

describe('a file between the folders of bulletins', () => {
  it.each(['IMG_20260105.jpg', 'tham luận.docx', 'ghi chép.txt', 'kế hoạch.pdf'])(
    'is named itself: %s',
    async (name) => {
      const places = [`content/bulletins/${name}`, `content/pages/${name}`, `${YEAR}/${name}`]
      const one = make('Chữ.', Object.fromEntries(places.map((path) => [path, PHOTO])))
      one.write('content/pages/gioi-thieu/index.md', '---\ntitle: Giới thiệu\n---\nXã Xuân Hòa.\n')
      expect(await one.says()).toEqual(places.map((path) => `${path} file/stray`).sort())
      const words = (await one.words()).join('\n')
      expect(words).toContain(`“${name}”`)
      expect(words).toContain('thư mục của bài ấy')
      expect(words).not.toContain('Tạo tệp “index.md”')
    },
  )

  it('is no bulletin without its index.md, as a folder with no documents below it is', async () => {
    const one = make('Chữ.', { [`${YEAR}/ra-quan/IMG_1.jpg`]: PHOTO, 'content/bulletins/2024/IMG_2.jpg': PHOTO })
    expect(await one.says()).toEqual([`${YEAR}/ra-quan file/no-index`, 'content/bulletins/2024/IMG_2.jpg file/stray'])
  })

  it('is offered to the bulletin of one file it lies beside', async () => {
    const one = make('Chữ.', {
      [`${YEAR}/ra-quan.md`]: bulletin('Ra quân', '', 'Sáng nay.\n'),
      [`${YEAR}/a.png`]: PHOTO,
    })
    expect(await one.says()).toEqual([`${YEAR}/a.png image/unused`])
  })
})

const PDF = '%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n'
const onWindows = process.platform === 'win32'

async function pageOf(one: TestPortal): Promise<string> {
  const { outputs } = await one.build()
  return Buffer.from(outputs.get('2023/hoi-nghi/index.html') ?? []).toString('utf8')
}

describe('a name as it was typed', () => {
  it.each(['Khai%20gi%E1%BA%A3ng.png', 'Khai giảng.png'])(
    'is looked for as it is, then without percent signs: %s',
    async (name) => {
      const files = { [name]: PHOTO, [name.replace('.png', '.pdf')]: PDF }
      const one = make(
        '![Lễ khai giảng](Khai%20gi%E1%BA%A3ng.png)\n\n[Kế hoạch năm học](Khai%20gi%E1%BA%A3ng.pdf)',
        files,
      )
      expect(await one.says()).toEqual([])
      expect(await pageOf(one)).toContain('/2023/hoi-nghi/ke-hoach-nam-hoc.pdf')
    },
  )

  it('may have the backslashes of Windows, in a text and above it', async () => {
    const one = make(
      '![Lễ khai mạc](anh\\a.png)\n\n[bài kia](..\\ra-quan\\index.md), [bài nọ](..\\..\\2023\\ra-quan), [Kế hoạch 2](anh\\k2.pdf)',
      {
        'anh/a.png': PHOTO,
        'anh/b.png': PHOTO,
        'anh/k.pdf': PDF,
        'anh/k2.pdf': PDF,
        [`${YEAR}/ra-quan/index.md`]: bulletin('Ra quân', '', 'Sáng nay.\n'),
      },
      'cover: anh\\b.png\nimages: [{src: anh\\b.png, caption: Lễ ra quân}]\nattachments: [{src: anh\\k.pdf, title: Kế hoạch}]\n',
    )
    expect(await one.says()).toEqual([])
    expect((await pageOf(one)).match(/href="\/2023\/ra-quan\/"/g)?.length).toBeGreaterThanOrEqual(2)
  })

  it('keeps Markdown’s escapes: a backslash before a sign is none, unless a folder is there', async () => {
    const one = make('![Lễ khai mạc](a\\_b.png)\n\n![Lễ bế mạc](anh\\(1).png)\n\n![Diễu hành](c\\(1\\).png)', {
      'a_b.png': PHOTO,
      'anh/(1).png': PHOTO,
      'c(1).png': PHOTO,
    })
    expect(await one.says()).toEqual([])
  })

  it.each([
    '[x y](\\\\may\\chung\\a.pdf)',
    '[x y](\\anh\\a.pdf)',
    '[x y](..\\..\\..\\..\\etc\\passwd)',
    '[x y](C:\\anh\\a.pdf)',
  ])('leads out of the portal as little as before: %s', async (body) => {
    const [said = ''] = await make(body).says()
    expect(said).toMatch(/link\/(?:outside|unsafe|broken)$/)
  })

  it('may have one blank for another, in either place', async () => {
    const one = make(
      '![Màn hình họp trực tuyến](Screenshot 2026-01-05 at 9.41.00 AM.png)\n\n![Lễ khai mạc](Lễ\u00a0khai mạc.png)\n\n[bài kia](../ra quân/)',
      {
        'Screenshot 2026-01-05 at 9.41.00\u202fAM.png': PHOTO,
        'Lễ khai mạc.png': PHOTO,
        'Kế\u00a0hoạch.pdf': PDF,
        [`${YEAR}/ra\u00a0quân/index.md`]: bulletin('Ra quân', '', 'Sáng nay.\n'),
      },
      'attachments: [{src: Kế hoạch.pdf, title: Kế hoạch số 12}]\n',
    )
    expect(await one.says()).toEqual([])
  })

  it.each(['Ảnh (1.png', 'a(.png', 'a).png', 'a) 1.png'])('may have one bracket: %s', async (name) => {
    const files = { [name]: PHOTO }
    expect(await make(`![Lễ khai giảng](${name})`, files).says()).toEqual([])
    expect(await make(`![Lễ khai giảng](<${name}>)`, files).says()).toEqual([])
  })
})

describe('a photo that stands twice', () => {
  const wordsIn = (html: string) =>
    [...html.matchAll(/<img [^>]*?alt="([^"]*)"|<figcaption>([^<]*)/g)].map((one) => (one[1] ?? one[2] ?? '').trim())

  it.each([
    ['![Một](a.png)\n\nChữ.\n\n![Hai](a.png)', '', ['Một', 'Một', 'Hai', 'Hai']],
    ['![](a.png)\n\nChữ.\n\n![Hai](a.png)', '', ['Hai', 'Hai', 'Hai', 'Hai']],
    ['![Một](a.png)\n\nChữ.\n\n![](a.png)', '', ['Một', 'Một', 'Một', 'Một']],
    ['![Một](a.png)\n![Hai](a.png)', '', ['Một', 'Một', 'Hai', 'Hai']],
    ['![Một](a.png)\n\nChữ.\n\n![Mô tả](a.png "Hai")', '', ['Một', 'Một', 'Mô tả', 'Hai']],
    [
      '![Một](a.png)\n\nChữ.\n\n![Hai](a.png)',
      'images: [{src: a.png, caption: Chung}]\n',
      ['Chung', 'Chung', 'Chung', 'Chung'],
    ],
    ['![Một](a.png)\n\nChữ.\n\n![Hai](a.png)', 'images: [{src: a.png, alt: Tả}]\n', ['Tả', 'Một', 'Tả', 'Hai']],
    [
      '![Một](a.png)\n\n| A | B |\n|---|---|\n| ![Hai](a.png) | [![Ba](a.png)](/) |\n\n## Đề ![Bốn](a.png)',
      '',
      ['Một', 'Một', 'Hai', 'Ba', 'Bốn'],
    ],
  ])('shows the words typed at each place: %j %j', async (body, more, words) => {
    const one = make(body, { 'a.png': PHOTO }, more)
    expect(await one.says()).toEqual([])
    const html = await pageOf(one)
    expect(wordsIn(html.slice(html.indexOf('<article'), html.indexOf('</article>'))).slice(0, words.length)).toEqual(
      words,
    )
  })

  it('is one photo, told in its first words, to machines', async () => {
    const body = '![Lễ khai mạc](a.png)\n\nChữ.\n\n![Diễu hành](a.png)'
    const { outputs } = await make(body, { 'a.png': PHOTO }).build()
    const textOf = (path: string) => Buffer.from(outputs.get(path) ?? []).toString('utf8')
    expect(textOf('api/v1/2023-01.json').match(/"caption":\s*"[^"]*"/g)).toEqual(['"caption": "Lễ khai mạc"'])
  })

  it('is told of words that are a file’s name where they stand, not where the photo is named', async () => {
    const body = 'Đây ![IMG_20260105_101010](a.png)\n\n![IMG_1234](b.png "Zalo 3")\n\n![THO 3.png](c.png)'
    const one = make(body, { 'a.png': PHOTO, 'b.png': PHOTO, 'c.png': PHOTO })
    expect(await one.says()).toEqual([
      `${AT}:7:7 image/caption-like-name`,
      `${AT}:9:3 image/caption-like-name`,
      `${AT}:9:20 image/caption-like-name`,
      `${AT}:11:3 image/caption-is-name`,
      `${AT}:11:14 image/no-alt`,
    ])
  })
})

describe.skipIf(onWindows)('names that other machines cannot keep', () => {
  it.each([
    ['A.png', 'a.png'],
    ['B.csv', 'b.csv'],
    ['Index.md', 'index.md'],
    ['content/data/K.yml', 'content/data/k.yml'],
  ])('are told of twins: %s, %s', async (capital, small) => {
    const one = make('Chữ.', { [capital]: 'x: 1', [small]: small === 'index.md' ? bulletin('Hội nghị') : 'x: 2' })
    const path = capital.startsWith('content/') ? capital : `${FOLDER}/${capital}`
    expect(await one.says()).toContain(`${path} file/twins`)
  })

  it('are told of folders once, whatever lies in them', async () => {
    const files = ['index.md', 'THO 1.png', 'a.png', 'Phu luc/B.png']
    const both = ['Ra-quan', 'ra-quan', 'RA-QUAN'].flatMap((name) =>
      files.map((file) => [`${YEAR}/${name}/${file}`, 'x']),
    )
    const one = make('Chữ.', {
      ...Object.fromEntries(both),
      'content/data/Xa/a.csv': 'ten\nHòa',
      'content/data/xa/b.csv': 'ten\nBình',
      [`${YEAR}/Tong-ket/index.md`]: bulletin('Tổng kết', '', 'Chữ.\n'),
    })
    const told = (await one.says()).filter((line) => line.includes('file/twins'))
    expect(told).toEqual([`${YEAR}/RA-QUAN file/twins`, `${YEAR}/Ra-quan file/twins`, 'content/data/Xa file/twins'])
    expect((await one.words()).join('\n')).toContain(`trùng với thư mục “${YEAR}/ra-quan”`)
  })

  it.each([
    [`${YEAR}/con/index.md`, `${YEAR}/con`, 'file/reserved-name'],
    [`${YEAR}/aux.md`, `${YEAR}/aux.md`, 'file/reserved-name'],
    [`${YEAR}/dot./index.md`, `${YEAR}/dot.`, 'file/reserved-name'],
    [`${FOLDER}/nul.pdf`, `${FOLDER}/nul.pdf`, 'file/reserved-name'],
    ['content/data/prn.yml', 'content/data/prn.yml', 'file/reserved-name'],
    [`${YEAR}/a:b/index.md`, `${YEAR}/a:b`, 'file/name'],
    [`${YEAR}/x?y/index.md`, `${YEAR}/x?y`, 'file/name'],
    [`${YEAR}/a\nb/index.md`, `${YEAR}/a\nb`, 'file/name'],
    [`${YEAR}/a\x1bb.md`, `${YEAR}/a\x1bb.md`, 'file/name'],
    ['content/static/x?y.txt', 'content/static/x?y.txt', 'file/name'],
    ['content/static/a:b.txt', 'content/static/a:b.txt', 'file/name'],
  ])('are refused everywhere in content, once: %j', async (file, told, code) => {
    const one = make('Chữ.', { [file]: file.endsWith('.md') ? bulletin('Ra quân', '', 'Sáng nay.\n') : 'x: 1' })
    expect((await one.says()).filter((line) => !line.endsWith('attachment/unused'))).toEqual([`${told} ${code}`])
  })

  it('are told apart from a photo that is not there', async () => {
    const pipe = make('![Lễ khai mạc](anh.jpg)')
    spawnSync('mkfifo', [join(pipe.root, FOLDER, 'anh.jpg')])
    const link = make('![Lễ khai mạc](anh.jpg)')
    symlinkSync('/etc/passwd', join(link.root, FOLDER, 'anh.jpg'))
    for (const [one, code] of [
      [pipe, 'special'],
      [link, 'link-out'],
    ] as const) {
      expect(await one.says()).toEqual([`${FOLDER}/anh.jpg file/${code}`, `${AT}:7:16 image/missing`])
      expect((await one.words()).join('\n')).toContain('Trong thư mục của bài có “anh.jpg”')
    }
    const folder = make('![Lễ khai mạc](anh.jpg)', { 'anh.jpg/a.png': PHOTO })
    expect((await folder.words()).join('\n')).toMatch(/là một thư mục.*\nanh\.jpg\/a\.png/)
  })
})

describe('an address of the portal itself', () => {
  it.each(['http', 'https'])('leads to its own page: %s', async (scheme) => {
    const one = make(`[bài kia](${scheme}://xuanhoa.example.vn/2023/ra-quan/)`, {
      [`${YEAR}/ra-quan/index.md`]: bulletin('Ra quân', '', 'Sáng nay.\n'),
    })
    expect(await one.says()).toEqual([])
    expect(await pageOf(one)).toContain('<a href="/2023/ra-quan/">bài kia</a>')
    one.remove(`${YEAR}/ra-quan`)
    expect(await one.says()).toEqual([`${AT}:7:11 link/broken`])
  })
})

describe('a link to a bulletin that is not there', () => {
  it.each([
    ['../ra-qan/index.md', '../ra-quan/index.md'],
    ['../ra-qan/', '../ra-quan'],
    ['ra-quan', '../ra-quan'],
    ['../hop-giao-ban/index.md', null],
    ['../hop-gb/index.md', null],
  ])('%s: only a name that is near is offered', async (href, offered) => {
    const one = make(`[bài kia](${href})`, {
      [`${YEAR}/ra-quan/index.md`]: bulletin('Ra quân', '', 'Sáng nay.\n'),
      [`${YEAR}/hen-gio-2/index.md`]: bulletin('Hẹn giờ', '', 'Chiều nay.\n'),
    })
    const { diagnostics } = await prepare(one.world())
    expect(
      diagnostics.map(({ diagnostic: { code, params } }) => [code, 'nearest' in params ? params.nearest : '']),
    ).toEqual([['link/broken', offered]])
  })
})
