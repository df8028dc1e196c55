import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import type { Poster } from '../../src/core/poster.ts'
import { draw } from '../../src/pipeline/picture.ts'
import { layOut } from '../../src/pipeline/render/poster.ts'
import { bulletin, PORTAL_YML, portal, type TestPortal } from '../portal.ts'

const open: TestPortal[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})
const made = (files: Readonly<Record<string, string | Uint8Array>>): TestPortal => {
  const one = portal(files)
  open.push(one)
  return one
}

const POSTER: Poster = {
  portal: 'Cổng thông tin điện tử huyện Thọ Xuân - Thanh Hóa',
  heading: 'Quốc phòng - An ninh',
  foot: 'thoxuan.example.vn',
  primary: '#b3131b',
  accent: '#f2c200',
}
const bytesOf = (poster: Poster) => draw(layOut(poster))

/** The rows and columns in which something white stands, between the line under the portal's name and the foot. */
async function inkOf(png: Uint8Array) {
  const top = 180
  const area = sharp(png).extract({ left: 0, top, width: 1200, height: 330 }).greyscale().threshold(200)
  const { info } = await area.png().toBuffer({ resolveWithObject: true })
  const { data } = await area.raw().toBuffer({ resolveWithObject: true })
  const rows: number[] = []
  const columns: number[] = []
  for (const [at, value] of data.entries()) {
    if (value < 200) continue
    rows.push(Math.floor(at / info.width))
    columns.push(at % info.width)
  }
  const span = (all: readonly number[]) => [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))]
  return { rows: span(rows).map((row) => row + top), columns: span(columns) }
}

describe('what is shared of the front page and of lists', () => {
  const shared = (outputs: ReadonlyMap<string, Uint8Array>, path: string) =>
    /og:image" content="([^"]+)"/.exec(Buffer.from(outputs.get(path) ?? []).toString())?.[1] ?? null
  const files = {
    'content/bulletins/2023/mot.md': bulletin('Một', 'tags: [Tết]\nauthors: [Lê Thơ]\n'),
    'content/pages/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nXã có tám thôn.\n',
  }

  it('is one card with the name of the portal, below a path too', async () => {
    const { outputs } = await made(files).build({ baseUrl: 'https://tinh.example.vn/xa/' })
    const [card = '', ...others] = [...outputs.keys()].filter((path) => path.startsWith('assets/cards/portal.'))
    expect(others).toEqual([])
    expect(await sharp(outputs.get(card)).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    const lists = ['chuyen-muc', 'chuyen-muc/tin-tuc', 'chuyen-muc/tin-tuc/2023', 'tu-khoa/tet', 'tac-gia/le-tho']
    for (const path of ['', ...lists.map((list) => `${list}/`), 'luu-tru/2023/01/', 'gioi-thieu/', 'tim-kiem/'])
      expect([path, shared(outputs, `${path}index.html`)]).toEqual([path, `https://tinh.example.vn/xa/${card}`])
    expect(shared(outputs, '404.html')).toBeNull()
  })

  it('is nothing where portal.yml wants no cards', async () => {
    const { outputs } = await made({ ...files, 'content/portal.yml': `${PORTAL_YML}cards: none\n` }).build()
    expect([...outputs.keys()].filter((path) => path.startsWith('assets/cards/'))).toEqual([])
    expect(shared(outputs, 'index.html')).toBeNull()
  })
})

describe('what is shared of a bulletin without photos', () => {
  it('is one card for each section, with its name, and no picture of what happened', async () => {
    const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#3a6' } })
      .jpeg()
      .toBuffer()
    const { outputs } = await made({
      'content/bulletins/2023/mot.md': bulletin('Một'),
      'content/bulletins/2023/hai.md': bulletin('Hai'),
      'content/bulletins/2023/ba/index.md': bulletin('Ba', '', '![Cánh đồng](a.jpg)\n'),
      'content/bulletins/2023/ba/a.jpg': photo,
      'content/bulletins/2023/bon.md': bulletin('Bốn', 'withdrawn: {date: 14/01/2023, reason: Đăng nhầm}\n'),
    }).build()
    const cards = [...outputs.keys()].filter((path) => /^assets\/cards\/(?!portal\.)/.test(path))
    expect(cards).toEqual([expect.stringMatching(/^assets\/cards\/tin-tuc\.[0-9a-f]{8}\.png$/)])
    expect(await sharp(outputs.get(cards[0] ?? '')).metadata()).toMatchObject({
      format: 'png',
      width: 1200,
      height: 630,
      hasAlpha: false,
    })
    const pageOf = (slug: string) => Buffer.from(outputs.get(`2023/${slug}/index.html`) ?? []).toString()
    for (const slug of ['mot', 'hai']) {
      expect(pageOf(slug)).toContain(`<meta property="og:image" content="https://xuanhoa.example.vn/${cards[0]}">`)
      expect(pageOf(slug)).toContain('og:image:alt" content="Tin tức - Sự kiện – Cổng thông tin điện tử xã Xuân Hòa"')
      expect(pageOf(slug)).toContain('summary_large_image')
      expect(pageOf(slug)).not.toMatch(/"image":/)
    }
    expect(pageOf('ba')).toMatch(/og:image" content="[^"]+\/ba-[0-9a-f]{8}-1200\.jpg"/)
    expect(pageOf('bon')).not.toContain('og:image')
  })

  it('is the card where the cover is a strip, and the cover itself where there are no cards or it is only small', async () => {
    const photo = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#3a6' } })
        .jpeg()
        .toBuffer()
    const one = made({
      'content/bulletins/2023/rong/index.md': bulletin('Rộng', '', '![Cánh đồng](a.jpg)\n'),
      'content/bulletins/2023/rong/a.jpg': await photo(4000, 500),
      'content/bulletins/2023/nho/index.md': bulletin('Nhỏ', '', '![Cánh đồng](a.jpg)\n'),
      'content/bulletins/2023/nho/a.jpg': await photo(500, 375),
      'content/bulletins/2023/vua/index.md': bulletin('Vừa', '', '![Cánh đồng](a.jpg)\n'),
      'content/bulletins/2023/vua/a.jpg': await photo(700, 500),
    })
    const shared = async (cards: string) => {
      one.write('content/portal.yml', `${PORTAL_YML}cards: ${cards}\n`)
      const { outputs } = await one.build()
      return ['rong', 'nho', 'vua'].map((slug) => {
        const page = Buffer.from(outputs.get(`2023/${slug}/index.html`) ?? []).toString()
        const [, image = ''] = /og:image" content="https:\/\/xuanhoa\.example\.vn\/([^"]+)"/.exec(page) ?? []
        expect(outputs.has(image), image).toBe(true)
        expect(page, 'structured data name what was photographed').toMatch(/"image":\["[^"]+\.jpg"\]/)
        const [width, height] = ['width', 'height'].map(
          (side) => new RegExp(`og:image:${side}" content="(\\d+)"`).exec(page)?.[1],
        )
        return `${image.replace(/[.-][0-9a-f]{8}/, '')} ${width}x${height}`
      })
    }
    const cut = '2023/vua/vua-700.jpg 700x368'
    const small = '2023/nho/nho-500.jpg 500x375'
    const card = 'assets/cards/tin-tuc.png 1200x630'
    expect(await shared('category')).toEqual([card, small, cut])
    expect(await shared('title')).toEqual(['2023/rong/rong-1200.png 1200x630', small, cut])
    expect(await shared('none')).toEqual(['2023/rong/rong-1600.jpg 1600x200', small, cut])
  })

  it('is a card with its own title if portal.yml asks, which moves with the title alone', async () => {
    const one = made({
      'content/bulletins/2023/mot.md': bulletin('Một'),
      'content/bulletins/2023/hai.md': bulletin('Hai'),
      'content/portal.yml': `${PORTAL_YML}cards: title\n`,
    })
    const cardsOf = (outputs: ReadonlyMap<string, Uint8Array>) =>
      [...outputs.keys()].filter((path) => path.endsWith('-1200.png')).sort()
    const before = cardsOf((await one.build()).outputs)
    expect(before).toEqual([
      expect.stringMatching(/^2023\/hai\/hai-[0-9a-f]{8}-1200\.png$/),
      expect.stringMatching(/^2023\/mot\/mot-[0-9a-f]{8}-1200\.png$/),
    ])
    one.write('content/bulletins/2023/mot.md', bulletin('Một tin khác'))
    const after = cardsOf((await one.build()).outputs)
    expect(after[0]).toBe(before[0])
    expect(after[1]).not.toBe(before[1])
    one.write('content/portal.yml', `${PORTAL_YML}cards: ten\n`)
    expect(await one.says()).toEqual(['content/portal.yml:10:8 field/value'])
  })
})

describe('a drawn card', () => {
  it('is set in the tool’s own font', async () => {
    // In Be Vietnam Pro Bold the heading is so wide; in what systems put in its place it is another.
    const { columns } = await inkOf(await bytesOf(POSTER))
    expect(columns).toEqual([85, 1029])
  })

  it('is the same in every folder, home, language and time zone, whatever fonts the machine has', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'nơi khác '))
    try {
      const script = `
        import { showOwnFonts } from ${JSON.stringify(new URL('../../lib/cli/tool.js', import.meta.url).href)}
        import { draw } from ${JSON.stringify(new URL('../../lib/pipeline/picture.js', import.meta.url).href)}
        import { layOut } from ${JSON.stringify(new URL('../../lib/pipeline/render/poster.js', import.meta.url).href)}
        showOwnFonts()
        process.stdout.write(Buffer.from(await draw(layOut(${JSON.stringify(POSTER)}))))`
      const bytes = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: elsewhere,
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: elsewhere,
          LANG: 'tr_TR.UTF-8',
          TZ: 'America/Lima',
          FONTCONFIG_FILE: '/etc/fonts/fonts.conf',
        },
      })
      expect(Buffer.compare(bytes, await bytesOf(POSTER))).toBe(0)
    } finally {
      rmSync(elsewhere, { recursive: true })
    }
  }, 60_000)

  it('takes long names, long words, markup and pictographs, and never runs over its foot', async () => {
    const headings = [
      'Kế hoạch phát triển kinh tế - xã hội, bảo đảm quốc phòng - an ninh của huyện '.repeat(3),
      'x'.repeat(160),
      '<span size="300000">& </b> "Hội nghị"</span>',
      'Ả',
    ]
    for (const heading of headings) {
      const { rows, columns } = await inkOf(await bytesOf({ ...POSTER, heading }))
      expect(rows[1], heading).toBeLessThanOrEqual(500)
      expect(columns[0], heading).toBeGreaterThanOrEqual(80)
      expect(columns[1], heading).toBeLessThanOrEqual(1120)
    }
    const plain = await bytesOf({ ...POSTER, heading: 'Chúc mừng năm mới' })
    expect(Buffer.compare(await bytesOf({ ...POSTER, heading: 'Chúc mừng 🎉👩‍🌾 năm mới 🇻🇳' }), plain)).toBe(0)
    const decomposed = { ...POSTER, heading: 'Chúc mừng năm mới'.normalize('NFD') }
    expect(Buffer.compare(await bytesOf(decomposed), plain)).toBe(0)
  })
})
