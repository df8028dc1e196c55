import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explain } from '../../src/cli/explain.ts'
import { widthOf } from '../../src/cli/report/width.ts'
import type { PageJob } from '../../src/core/plan.ts'
import { labels } from '../../src/messages/labels.ts'
import type { Prepared } from '../../src/pipeline/build.ts'
import { bulletin, portal, REPOSITORY, type TestPortal } from '../portal.ts'
import { run } from './run.ts'

let one: TestPortal
const now = ['--now', '2024-06-01']

beforeAll(() => {
  one = portal({
    'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị tổng kết', 'aliases: [/cu/hoi-nghi/]\n'),
    'content/bulletins/2023/nhap.md': bulletin('Bản nháp về nước sạch', 'draft: true\n'),
    'content/bulletins/2024/hen.md': bulletin('Hẹn giờ', 'publishAt: 02/06/2024 07:30\n'),
    'content/bulletins/2023/het-han.md': bulletin('Đã qua', 'expireAt: 31/12/2023\n'),
    'content/bulletins/2023/da-rut.md': bulletin('Đã rút', 'withdrawn: {date: 01/02/2023, reason: Nhầm}\n'),
    'content/bulletins/2023/co-tep/index.md': bulletin(
      'Có tệp',
      'attachments: [{src: Kế hoạch.pdf, title: Kế hoạch}]\n',
    ),
    'content/bulletins/2023/co-tep/Kế hoạch.pdf': '%PDF-1.4\n',
    'content/static/CNAME': 'xuanhoa.example.vn',
    'templates/not-found.njk': readFileSync(join(REPOSITORY, 'templates/not-found.njk'), 'utf8'),
  })
})
afterAll(() => one.close())

describe('list', () => {
  const titles = async (...argv: string[]) => {
    const { out, exit } = await run(['list', '--json', ...now, ...argv], { cwd: one.root })
    expect(exit).toBe(0)
    return JSON.parse(out).bulletins.map(({ title }: { title: string }) => title)
  }

  it('shows what is published and what is waiting, or as asked', async () => {
    expect(new Set(await titles())).toEqual(
      new Set(['Hội nghị tổng kết', 'Bản nháp về nước sạch', 'Hẹn giờ', 'Có tệp']),
    )
    expect(await titles('drafts')).toEqual(['Bản nháp về nước sạch'])
    expect(await titles('scheduled')).toEqual(['Hẹn giờ'])
    expect(await titles('expired')).toEqual(['Đã qua'])
    expect(await titles('all')).toHaveLength(6)
  })

  it('is a table with the state in words', async () => {
    const { out, err } = await run(['list', 'scheduled', ...now], { cwd: one.root })
    expect(out).toBe(
      [
        'Ngày        Trạng thái    Chuyên mục         Tiêu đề  Tệp',
        '13/01/2023  hẹn giờ đăng  Tin tức - Sự kiện  Hẹn giờ  content/bulletins/2024/hen.md',
        '',
      ].join('\n'),
    )
    expect(err).toBe('Có 1 bài.\n')
  })

  it('gives file, address, state and when it appears as JSON', async () => {
    const { out } = await run(['list', 'scheduled', '--json', ...now], { cwd: one.root })
    expect(JSON.parse(out).bulletins).toEqual([
      {
        file: 'content/bulletins/2024/hen.md',
        address: '/2023/hen/',
        title: 'Hẹn giờ',
        date: '2023-01-13',
        time: null,
        category: 'tin-tuc',
        state: 'scheduled',
        at: '2024-06-02T07:30:00+07:00',
      },
    ])
  })

  it('fits a terminal', async () => {
    const { out } = await run(['list', 'all', ...now, '--no-color'], { cwd: one.root, columns: 110 })
    expect(Math.max(...out.split('\n').map(widthOf))).toBeLessThanOrEqual(110)
  })

  it('has the order of the portal, also among bulletins of one moment', async () => {
    expect(await titles()).toEqual(['Có tệp', 'Hẹn giờ', 'Hội nghị tổng kết', 'Bản nháp về nước sạch'])
  })

  it('says when there is nothing, and refuses a state that does not exist', async () => {
    expect((await run(['list', 'expired', '--now', '2023-06-01'], { cwd: one.root })).err).toBe('Không có bài nào.\n')
    const passedOver = await run(['list', ...now], { cwd: one.root })
    expect(passedOver.err).toMatch(
      /^Có \d+ bài, và 2 bài đã hết hạn hoặc thu hồi \(xem bằng “npx tx-portal list all”\)\.\n$/,
    )
    expect((await run(['list', 'all', ...now], { cwd: one.root })).err).toMatch(/^Có \d+ bài\.\n$/)
    const { exit, err } = await run(['list', 'nhap'], { cwd: one.root })
    expect(exit).toBe(2)
    expect(err).toContain('“drafts” (bản nháp), “scheduled” (hẹn giờ đăng), “expired” (đã hết hạn), “all” (tất cả)')
  })
})

describe('why', () => {
  const ask = (target: string, cwd = one.root) => run(['why', target, '--root', one.root, ...now], { cwd })

  it('tells the source, the template and the state of a page', async () => {
    const { exit, out } = await ask('/2023/hoi-nghi/')
    expect(exit).toBe(0)
    expect(out).toBe(
      [
        'Địa chỉ: https://xuanhoa.example.vn/2023/hoi-nghi/',
        'Tệp xuất ra: 2023/hoi-nghi/index.html',
        'Làm từ: content/bulletins/2023/hoi-nghi.md',
        'Mẫu trang: bulletin.njk (đi kèm chương trình)',
        'Trạng thái: đã đăng (13/01/2023)',
        '',
      ].join('\n'),
    )
  })

  it('understands every way to name it', async () => {
    const { out: expected } = await ask('/2023/hoi-nghi/')
    for (const target of [
      '2023/hoi-nghi',
      '/2023/hoi-nghi/index.html',
      'dist/2023/hoi-nghi/index.html',
      'https://xuanhoa.example.vn/2023/hoi-nghi/#x',
      'content/bulletins/2023/hoi-nghi.md',
      './content/bulletins/2023/hoi-nghi.md',
      'content\\bulletins\\2023\\hoi-nghi.md',
      join(one.root, 'content/bulletins/2023/hoi-nghi.md'),
    ])
      expect((await ask(target)).out, target).toBe(expected)
    expect((await ask('bulletins/2023/hoi-nghi.md', join(one.root, 'content'))).out).toBe(expected)
  })

  it('knows photos and documents, in both Unicode forms', async () => {
    const { out } = await ask('content/bulletins/2023/co-tep')
    const file = /Kế hoạch\.pdf → (\S+)/.exec(out)?.[1]
    expect(file).toMatch(/^2023\/co-tep\//)
    const attachment = 'content/bulletins/2023/co-tep/Kế hoạch.pdf'
    expect((await ask(attachment.normalize('NFD'))).out).toBe((await ask(attachment)).out)
    expect((await ask(`/${file}`)).out).toContain(`Đăng nguyên như tệp: ${attachment}`)
    expect((await ask('/CNAME')).out).toContain('content/static/CNAME')
  })

  it('says why a bulletin is not published, and when it will be', async () => {
    expect((await ask('content/bulletins/2023/nhap.md')).out).toBe(
      'Làm từ: content/bulletins/2023/nhap.md\nTrạng thái: bản nháp (bỏ dòng “draft: true” để đăng)\n',
    )
    expect((await ask('/2023/hen/')).out).toBe(
      'Làm từ: content/bulletins/2024/hen.md\nTrạng thái: hẹn giờ đăng lúc 07:30, 02/06/2024\n',
    )
    expect((await ask('/2023/het-han/')).out).toContain('Trạng thái: đã hết hạn từ 00:00, 01/01/2024')
    expect((await ask('/2023/da-rut/')).out).toContain('Trạng thái: đã thu hồi')
  })

  it('knows pages that are collected, redirects, templates, styles and settings', async () => {
    await run(['build', '--quiet', ...now], { cwd: one.root })
    expect((await ask('/')).out).toContain('Trang này tự tập hợp từ nhiều bài.')
    expect((await ask('/cu/hoi-nghi/')).out).toContain('dẫn sang: https://xuanhoa.example.vn/2023/hoi-nghi/')
    expect((await ask('/404.html')).out).toContain('not-found.njk (của cổng')
    const used = async (target: string) => Number(/Được dùng trong (\d+) trang/.exec((await ask(target)).out)?.[1])
    expect(await used('templates/home.njk')).toBe(1)
    expect(await used('templates/parts/head.njk')).toBeGreaterThan(5)
    expect(await used('content/portal.yml')).toBeGreaterThan(await used('templates/parts/head.njk'))
    const css = readdirSync(join(one.root, 'dist/assets')).find((name) => name.endsWith('.css'))
    expect((await ask(`/assets/${css}`)).out).toMatch(/Làm từ: templates\/assets\/css\/.+\.css/)
    expect(await used('templates/assets/css/01-fonts.css')).toBe(await used('content/portal.yml'))
    expect((await ask('templates/assets/fonts/OFL.txt')).out).toBe('Tệp này không làm ra trang nào.\n')
  })

  it('does not take a portal that stands beside the tool, or within it, for the tool', () => {
    const job = { kind: 'page', path: 'x.html', template: 'x.njk', view: {}, of: null } as unknown as PageJob
    const owner = (disk: string) => {
      const byPath = new Map([['templates/x.njk', { disk: join('/', ...disk.split('/')) }]])
      const prepared = { sources: { byPath, all: [] }, site: null, plan: null } as unknown as Prepared
      return explain({ job }, prepared, join('/', 'opt', 'tool'), labels.en).join('\n')
    }
    expect(owner('opt/tool/templates/x.njk')).toContain('of the tool')
    expect(owner('opt/tool-portal/templates/x.njk')).toContain('of the portal')
    expect(owner('opt/tool/mine/templates/x.njk')).toContain('of the portal')
  })

  it('suggests the nearest for what is not there', async () => {
    const { exit, out, err } = await ask('/2023/hoi-ngi/')
    expect(exit).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('Có phải ý anh/chị là “/2023/hoi-nghi/”?')
    expect((await run(['why'], { cwd: one.root })).exit).toBe(2)
  })

  it('shows what is wrong with a bulletin that is refused', async () => {
    one.write('content/bulletins/2023/sai.md', bulletin('Sai').replace('13/01/2023', 'hôm qua'))
    const { exit, out, err } = await ask('content/bulletins/2023/sai.md')
    one.remove('content/bulletins/2023/sai.md')
    expect(out).toBe('Tệp này không làm ra trang nào.\n')
    expect(err).toContain('sai.md:3:7  lỗi  date/form')
    expect(exit).toBe(1)
  })
})
