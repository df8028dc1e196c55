import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readHeader } from '../../src/pipeline/picture.ts'
import { run as runLine } from '../cli/run.ts'
import { REPOSITORY } from '../portal.ts'
import { until } from '../serve/preview.ts'
import { contents, folder } from './run.ts'

// One day of a clerk, from an empty folder to a withdrawn bulletin: each step stands on the one before it.
const home = folder('máy của Lan ')
const root = join(home, 'Cổng xã Xuân Bái (thử)')
const phone = join(home, 'Ảnh từ Zalo')
const morning = Date.UTC(2026, 10, 23, 2)
const TITLE =
  'Xã Xuân Bái: Ngày hội Đại đoàn kết toàn dân tộc năm 2026 ở thôn Bái Đô – 32 hộ được công nhận “Gia đình văn hóa”, trao 5 suất quà; khánh thành nhà văn hóa thôn, phát động thi đua mới'
const SLUG = 'xa-xuan-bai-ngay-hoi-dai-doan-ket-toan-dan-toc-nam-2026-o-thon-bai-do-32-ho-duoc'
const FILE = `content/bulletins/2026/${SLUG}/index.md`
// As an iPhone and Zalo name them: decomposed letters, and a number nobody chose.
const FIRST = 'Ảnh ngày hội 1.jpg'
const SECOND = 'z4032176543210_8a7b6c.jpg'

const run = (argv: readonly string[], cwd = root, now = morning) => runLine(argv, { cwd, now })
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = (path: string): string => read(`dist/${path}`)
function edit(path: string, ...changes: readonly (readonly [from: string | RegExp, to: string])[]): void {
  const mended = changes.reduce((text, [from, to]) => {
    expect(text).toMatch(from)
    return text.replace(from, () => to)
  }, read(path))
  writeFileSync(join(root, path), mended)
}

describe('a day at the information centre of a commune', () => {
  it('begins with init, and the web person fills in portal.yml', async () => {
    expect((await run(['init', 'Cổng xã Xuân Bái (thử)'], home)).exit).toBe(0)
    const empty = await run(['build'])
    expect(empty.exit).toBe(1)
    expect(empty.err).toMatch(/^content\/portal\.yml:8:8 {2}lỗi {2}config\/placeholder$/m)
    const values = [
      'Cổng xã Xuân Bái',
      'https://xuanbai.example.vn/',
      'UBND xã Xuân Bái',
      'Bà Lê Thị Lan, Chánh Văn phòng',
    ]
    const rest = ['Thôn Bái Đô, xã Xuân Bái', '0237 000 0000', 'ubnd@xuanbai.example.vn']
    const waiting = [...values, ...rest]
    const text = read('content/portal.yml').replace(/"\[[^\]]*\]"/g, () => waiting.shift() ?? '')
    writeFileSync(join(root, 'content/portal.yml'), text)
    const { exit, err } = await run(['build'])
    expect(exit, err).toBe(0)
  })

  it('goes on with new: a long title, and two photos as phones name them', async () => {
    mkdirSync(phone)
    const photos = join(REPOSITORY, 'tests/fixtures/photos')
    cpSync(join(photos, 'Portrait_5.jpg'), join(phone, FIRST.normalize('NFD')))
    cpSync(join(photos, 'Samsung GT-I9000 (Galaxy S).jpg'), join(phone, SECOND))
    const argv = ['new', TITLE, '--category', 'Văn hóa - Xã hội', '--author', 'Lê Lan', '--images', '../Ảnh từ Zalo']
    const { exit, out, err } = await run(argv)
    expect(exit, err).toBe(0)
    expect(out).toContain(FILE)
    expect(readdirSync(join(root, `content/bulletins/2026/${SLUG}`)).sort()).toEqual([SECOND, FIRST, 'index.md'].sort())
  })

  it('is filled in with slips, and each is told at its place with its remedy; nothing is published', async () => {
    edit(
      FILE,
      ['draft: true\n', ''],
      ['category: van-hoa-xa-hoi', 'category: Văn hóa xã hộ'],
      [/'\[điền: tiêu đề ngắn[^']*'/, 'Ngày hội Đại đoàn kết ở thôn Bái Đô'],
      [/'\[điền: một, hai câu[^']*'/, 'Sáng 22/11: hơn 200 người dân thôn Bái Đô dự ngày hội'],
      [/\[điền: nội dung[^\]]*\]/, `Sáng 22/11 , nhân dân thôn Bái Đô tổ chức ngày hội.\n\n![](Ảnh ngày hội 2.jpg)`],
    )
    const { exit, err } = await run(['build'])
    expect(exit).toBe(1)
    expect(err).toMatch(new RegExp(`^${FILE}:5:11 {2}lỗi {2}category/unknown$`, 'm'))
    expect(err).toContain('Có phải ý anh/chị là “van-hoa-xa-hoi” (Văn hóa - Xã hội)?')
    expect(err).toMatch(new RegExp(`^${FILE}:19:5 {2}lỗi {2}image/missing$`, 'm'))
    expect(err).toContain(`Nếu đúng thì sửa tên ảnh thành:\n    ${FIRST}\n`)
    expect(err.match(/words\/to-fill$/gm)).toHaveLength(4)
    expect(existsSync(join(root, `dist/2026/${SLUG}`))).toBe(false)
  })

  it('is mended by the messages, and check --fix puts the rest right, showing it', async () => {
    edit(
      FILE,
      ['category: Văn hóa xã hộ', 'category: Văn hóa - Xã hội'],
      ['![](Ảnh ngày hội 2.jpg)', `![](${FIRST})\n\n![](${SECOND})`],
      [/'\[điền: chú thích[^']*'/, 'Các gia đình nhận giấy khen trên sân khấu'],
      [/'\[điền: mô tả[^']*'/, 'Tám người cầm giấy khen đứng thành hàng'],
      [/'\[điền: chú thích[^']*'/, 'Bữa cơm đoàn kết: món ăn do các gia đình nấu'],
      [/'\[điền: mô tả[^']*'/, 'Mâm cơm bày trên chiếu'],
    )
    const fixed = await run(['check', '--fix'])
    expect(fixed.exit, fixed.err).toBe(0)
    expect(fixed.out).toContain('\n-Sáng 22/11 , nhân dân thôn Bái Đô tổ chức ngày hội.\n+Sáng 22/11, nhân dân')
    expect(read(FILE)).toContain("summary: 'Sáng 22/11: hơn 200 người dân thôn Bái Đô dự ngày hội'\n")
    const { exit, out } = await run(['check', '--strict'])
    expect(exit, out).toBe(0)
    expect(out).toMatch(/không có lỗi, 0 cảnh báo/)
  })

  it('is looked at with serve, which follows what is saved', async () => {
    const child = spawn(process.execPath, [join(REPOSITORY, 'bin/tx-portal.js'), 'serve', '--port', '0'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    try {
      await until('an address', () => /http:\/\/127\.0\.0\.1:\d+/.test(said))
      const address = `${/http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]}/2026/${SLUG}/`
      const shown = async () => (await fetch(address)).text()
      expect(await shown()).toContain('Bữa cơm đoàn kết')
      edit(FILE, ['tổ chức ngày hội.', 'tổ chức Ngày hội Đại đoàn kết tại nhà văn hóa.'])
      await until('the change', async () => (await shown()).includes('tại nhà văn hóa.'))
    } finally {
      const gone = new Promise((done) => child.on('close', done))
      child.kill('SIGINT')
      await gone
    }
  })

  it('is published at the right address, photos upright and without a trace of phone or place', async () => {
    const { exit, err } = await run(['build'])
    expect(exit, err).toBe(0)
    const html = page(`2026/${SLUG}/index.html`)
    expect(html).toContain(`<link rel="canonical" href="https://xuanbai.example.vn/2026/${SLUG}/">`)
    expect(html).toContain('Bữa cơm đoàn kết: món ăn do các gia đình nấu')
    const shown = html.slice(html.indexOf('<body'))
    const files = contents(join(root, 'dist'))
    const photos = [...files].filter(([path]) => path.startsWith(`2026/${SLUG}/`) && /\.(jpe?g|webp|png)$/.test(path))
    expect(photos.filter(([path]) => shown.includes(basename(path))).length).toBeGreaterThanOrEqual(2)
    expect(readFileSync(join(phone, SECOND), 'latin1')).toMatch(/Exif[\s\S]*SAMSUNG/)
    for (const [path, bytes] of photos) {
      const { width, height, orientation, exif, xmp, iptc } = await readHeader(bytes)
      expect({ path, orientation, exif, xmp, iptc }).toEqual({ path })
      // Both were held upright, whichever way the sensor lay; what is for sharing alone is cut to a card.
      if (shown.includes(basename(path))) expect(height, path).toBeGreaterThan(width)
      expect(bytes.toString('latin1'), path).not.toMatch(/Exif\0\0|SAMSUNG|GT-I9000/)
    }
    for (const [path, bytes] of files)
      if (/\.(html|xml|json|webmanifest)$/.test(path))
        expect(bytes.toString('utf8'), path).not.toMatch(/Ảnh ngày hội 1|anh-ngay-hoi-1|z4032176543210|\[điền/i)
  })

  it('is corrected', async () => {
    edit(FILE, [
      '---\n\nSáng',
      'corrections:\n  - date: 23/11/2026\n    text: Số hộ được công nhận là 32, không phải 30\n---\n\nSáng',
    ])
    expect((await run(['build'])).exit).toBe(0)
    for (const path of [`2026/${SLUG}/index.html`, 'dinh-chinh/index.html'])
      expect(page(path)).toContain('Số hộ được công nhận là 32, không phải 30')
  })

  it('is followed by one that is to appear in the evening, not before', async () => {
    const argv = [
      'new',
      'Lịch tiếp công dân tháng 12',
      '--category',
      'thong-bao',
      '--slug',
      'lich-tiep-cong-dan-12-2026',
    ]
    expect((await run(argv)).exit).toBe(0)
    const file = 'content/bulletins/2026/lich-tiep-cong-dan-12-2026/index.md'
    edit(
      file,
      ['draft: true', 'publishAt: 23/11/2026 17:00'],
      [/'\[điền: một[^']*'/, 'Chủ tịch UBND xã tiếp công dân vào thứ Năm hằng tuần'],
      [/\[điền: nội dung[^\]]*\]/, 'Địa điểm: phòng tiếp công dân, trụ sở UBND xã.'],
    )
    const early = await run(['build'])
    expect(early.exit).toBe(0)
    expect(early.err).toContain(`${file} – hẹn giờ đăng lúc 17:00, 23/11/2026`)
    const address = 'dist/2026/lich-tiep-cong-dan-12-2026/index.html'
    expect(existsSync(join(root, address))).toBe(false)
    expect((await run(['build', '--now', '2026-11-23T17:00:00+07:00'])).exit).toBe(0)
    expect(page('index.html')).toContain('Lịch tiếp công dân tháng 12')
    expect(existsSync(join(root, address))).toBe(true)
  })

  it('ends with a withdrawal: a notice in its place, and its photos gone', async () => {
    edit(FILE, [
      '---\n\nSáng',
      'withdrawn:\n  date: 23/11/2026\n  reason: Bài có thông tin chưa được kiểm chứng\n---\n\nSáng',
    ])
    const { exit, err } = await run(['build'], root, Date.UTC(2026, 10, 23, 11))
    expect(exit, err).toBe(0)
    const html = page(`2026/${SLUG}/index.html`)
    expect(html).toContain('Bài có thông tin chưa được kiểm chứng')
    expect(html).not.toContain('tại nhà văn hóa.')
    expect(readdirSync(join(root, `dist/2026/${SLUG}`))).toEqual(['index.html'])
    expect(page('index.html')).not.toContain('Ngày hội Đại đoàn kết')
  })
})
