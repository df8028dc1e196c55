import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { launched } from '../browser/launched.ts'
import { bulletin, portal } from '../portal.ts'
import { run } from './run.ts'

const INDEX = 'content/bulletins/2023/hoi-nghi/index.md'
const image = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#cc0000' } })
  .png()
  .toBuffer()
const files = portal({
  [INDEX]: bulletin(
    'Hội nghị <i>tổng kết</i>',
    'draft: true\nimages:\n  - src: THO 1.png\n    caption: Quang cảnh\n    alt: Hội trường\n',
    'Xem [bài kia](../khac.md), [mục trên](#dau).\n\n![](THO 1.png)\n',
  ),
  'content/bulletins/2023/khac.md': bulletin('Bài kia'),
  'content/bulletins/2023/hoi-nghi/THO 1.png': image,
  'content/static/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
})
const browser = await launched()
afterAll(async () => {
  await browser?.close()
  files.close()
})

describe('tx-portal preview', () => {
  it('writes one file with everything inside, and links that lead to the portal', async () => {
    const { exit, out } = await run(['preview', INDEX, '--out', 'bai.html'], { cwd: files.root })
    expect(exit).toBe(0)
    expect(out).toContain('Đã làm bản trình lãnh đạo duyệt: bai.html')
    const html = readFileSync(join(files.root, 'bai.html'), 'utf8')
    expect(html).toContain('Bản trình lãnh đạo duyệt</strong> – bản nháp – Cổng thông tin điện tử xã Xuân Hòa')
    expect(html).toMatch(/<img [^>]*src="data:image\/(?:jpeg|png);base64,/)
    expect(html).toMatch(/url\("data:font\/woff2;base64,/)
    expect(html, 'a long page would be drawn before they are ready').not.toMatch(/font-display:\s*optional/)
    expect(html).toContain('href="https://xuanhoa.example.vn/2023/khac/"')
    expect(html).toContain('href="#dau"')
    expect(html).toContain('Hội nghị &lt;i&gt;tổng kết')
    expect(html).not.toMatch(/<script|<link|srcset|<source|href="\//)
    expect(html.match(/http-equiv="Content-Security-Policy" content="default-src 'none'; /g)).toHaveLength(1)
    expect(existsSync(join(files.root, 'dist')), 'what is published stays as it is').toBe(false)
  })

  it('names what is to be sent along, and leads to nothing that is not published yet', async () => {
    const one = portal({
      'content/bulletins/2023/hop/index.md': bulletin(
        'Họp',
        'gallery: {photos: all, caption: Quang cảnh}\nattachments: [{src: Kế hoạch (ký).pdf, title: Kế hoạch số 12}]\naccept: [image/no-alt]\n',
        'Xem [kế hoạch](Kế hoạch (ký).pdf).\n',
      ),
      'content/bulletins/2023/hop/Kế hoạch (ký).pdf': '%PDF-1.4 x',
      'content/bulletins/2023/hop/a.png': image,
      'content/bulletins/2023/hop/b.png': await sharp(image).negate().toBuffer(),
    })
    const { exit, out, err } = await run(['preview', 'content/bulletins/2023/hop/index.md', '--out', 'hop.html'], {
      cwd: one.root,
    })
    expect([exit, out]).toEqual([0, expect.not.stringContaining('là đủ')])
    expect(err).toContain(
      'Gửi kèm 1 tệp đính kèm của bài, không nằm trong bản trình: content/bulletins/2023/hop/Kế hoạch (ký).pdf',
    )
    const html = readFileSync(join(one.root, 'hop.html'), 'utf8')
    expect(html).toContain('Kế hoạch số 12')
    expect([...html.matchAll(/href="([^"]*\/hop\/[^"]+)"/g)].map(([, href]) => href)).toEqual([])
    one.close()
  })

  it('is made beside errors of others, and not beside its own or those of the portal', async () => {
    const other = bulletin('Bài kia')
    files.write('content/bulletins/2023/khac.md', other.replace(/category: .*/, 'category: Không có'))
    const made = await run(['preview', INDEX, '--out', 'khac.html'], { cwd: files.root })
    expect([made.exit, made.out, made.err]).toEqual([
      0,
      expect.stringContaining('khac.html'),
      expect.stringContaining('Còn 1 lỗi ở bài khác'),
    ])
    expect(readFileSync(join(files.root, 'khac.html'), 'utf8')).toContain('Hội nghị &lt;i&gt;tổng kết')
    const own = await run(['preview', 'content/bulletins/2023/khac.md', '--out', 'x.html'], { cwd: files.root })
    expect([own.exit, own.err]).toEqual([1, expect.stringMatching(/category\/unknown[\s\S]*Chưa làm bản trình/)])
    const none = await run(['preview', 'content/bulletins/2023/khacc.md', '--out', 'x.html'], { cwd: files.root })
    expect([none.exit, none.err]).toEqual([1, expect.stringContaining('why/unknown')])
    files.write('content/bulletins/2023/khac.md', other)
    const yml = readFileSync(join(files.root, 'content/portal.yml'), 'utf8')
    files.write('content/portal.yml', `${yml}la: 1\n`)
    const portals = await run(['preview', INDEX, '--out', 'x.html'], { cwd: files.root })
    expect([portals.exit, portals.err]).toEqual([1, expect.stringContaining('Chưa làm bản trình')])
    expect(existsSync(join(files.root, 'x.html'))).toBe(false)
    files.write('content/portal.yml', yml)
  })

  it.skipIf(browser === null)('is seen whole from the disk, and asks for nothing', async () => {
    const tab = await browser?.newPage({ viewport: { width: 360, height: 800 } })
    if (tab === undefined) return
    const asked: string[] = []
    const faults: string[] = []
    tab.on('request', (request) => asked.push(request.url()))
    tab.on('console', (message) => faults.push(message.text()))
    const address = pathToFileURL(join(files.root, 'bai.html')).href
    await tab.goto(address, { waitUntil: 'networkidle' })
    await tab.evaluate(() => document.fonts.ready)
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([address])
    expect(faults).toEqual([])
    const seen = await tab.evaluate(() => ({
      photo: (document.querySelector('.prose img') as HTMLImageElement).naturalWidth,
      fonts: [...document.fonts].filter(({ status }) => status === 'loaded').length,
      family: getComputedStyle(document.body).fontFamily,
      band: getComputedStyle(document.querySelector('.tx-portal-review') as Element).backgroundColor,
      wide: document.documentElement.scrollWidth,
      forms: [...document.forms].filter((form) => form.checkVisibility()).length,
    }))
    expect(seen).toMatchObject({ photo: 320, band: 'rgb(255, 224, 138)', wide: 360, forms: 0 })
    expect(seen.fonts).toBeGreaterThan(0)
    expect(seen.family).toContain('Be Vietnam')
    const devtools = await tab.context().newCDPSession(tab)
    await devtools.send('DOM.enable')
    await devtools.send('CSS.enable')
    const { root } = await devtools.send('DOM.getDocument')
    const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' })
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
    expect(fonts.map(({ familyName }) => familyName)).toEqual(['Be Vietnam Pro'])
  })

  it.each(['dist/index.html', 'content/bai.html', 'templates/bai.html'])(
    'writes nothing into what is published or read: %s',
    async (out) => {
      const { root } = files
      mkdirSync(join(root, dirname(out)), { recursive: true })
      const { exit, err } = await run(['preview', INDEX, '--out', out], { cwd: root })
      expect([exit, err]).toEqual([2, expect.stringContaining('--out')])
      expect(existsSync(join(root, out))).toBe(false)
    },
  )

  it('is asked for by address too, and named after the bulletin', async () => {
    expect((await run(['preview', '/2023/khac/'], { cwd: files.root })).exit).toBe(0)
    expect(readFileSync(join(files.root, 'khac.html'), 'utf8')).toContain('Bài kia')
  })

  it.each([
    ['a file that is no page', [INDEX, '--out', 'content/bulletins/2023/khac.md'], '“--out”', 2],
    ['a folder that is not there', [INDEX, '--out', 'khong/co/bai.html'], 'Không có thư mục “khong/co”', 2],
    ['a file that is no bulletin', ['content/portal.yml'], '“content/portal.yml” không phải là bài', 1],
    ['a file that is no bulletin', ['content/portal.yml'], '\n    npx tx-portal preview /2023/', 1],
    ['something unknown', ['/2023/khong-co/'], '\n    npx tx-portal preview /2023/', 1],
    ['something unknown', ['/2023/khong-co/'], '/2023/khong-co/', 1],
    ['a page that is no document', ['/rss.xml'], '“/rss.xml” không phải là bài', 1],
  ])('refuses %s', async (_name, args, named, code) => {
    const { exit, err } = await run(['preview', ...args], { cwd: files.root })
    expect(exit).toBe(code)
    expect(err).toContain(named)
    expect(err).not.toContain('tx-portal why')
    expect(existsSync(join(files.root, 'khong'))).toBe(false)
  })

  it('suggests nothing that it would refuse', async () => {
    expect((await run(['preview', '/rs.xml'], { cwd: files.root })).err).not.toContain('rss.xml')
    expect((await run(['why', '/rs.xml'], { cwd: files.root })).err).toContain('tx-portal why /rss.xml')
  })
})
