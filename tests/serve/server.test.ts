import { readFileSync, statSync, utimesSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../src/serve/serve.ts'
import { remember } from '../../src/speed/remember.ts'
import { formatDay, localOf } from '../../src/text/day.ts'
import { bulletin, PORTAL_YML, portal, REPOSITORY, type TestPortal } from '../portal.ts'
import { type Preview, preview } from './preview.ts'

const PAGE = 'content/bulletins/2023/hoi-nghi.md'
const HTML = 'text/html; charset=utf-8'
const STANDING = '---\ntitle: Liên hệ\n---\nThôn 3, xã Xuân Hòa.\n'

/** The cells of the list of all bulletins, as markup. */
const rowsOf = (html: string): readonly (readonly string[])[] =>
  [...html.matchAll(/<tr><td.*<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replaceAll('<wbr>', '')),
  )

const tokenOf = (html: string): string => / data-token="([^"]+)"/.exec(html)?.[1] ?? ''

describe('what the preview answers', () => {
  let files: TestPortal
  let view: Preview
  beforeAll(async () => {
    files = portal({
      [PAGE]: bulletin('Hội nghị', 'aliases: [/cu/hoi-nghi/]\n'),
      'content/bulletins/2023/nhap.md': bulletin('Bài nháp', 'draft: true\n'),
      'content/bulletins/2023/hen-gio.md': bulletin('Bài hẹn giờ', 'publishAt: 01/09/2035 07:00\nlayout: tran\n'),
      'content/bulletins/2023/nhap-hen.md': bulletin('Nháp hẹn giờ', 'draft: true\npublishAt: 01/09/2035 07:00\n'),
      'content/bulletins/2023/con-han.md': bulletin('Bài còn hạn', 'expireAt: 01/09/2035\n'),
      'content/bulletins/2023/het-han.md': bulletin('Bài hết hạn', 'expireAt: 20/11/2024\n'),
      'content/bulletins/2023/da-rut.md': bulletin(
        'Bài đã rút',
        'withdrawn: {date: 15/01/2023, reason: Sai số liệu}\n',
      ),
      'templates/tran.njk': '<!doctype html><title>Trần</title><body>{{ bulletin.title }}</body>',
      'content/static/tài liệu/kế hoạch.txt': 'Kế hoạch',
      'content/static/robots-khac.html': '<p>nguyên như tệp</p>',
    })
    view = await preview(files)
  })
  afterAll(async () => {
    await view.close()
    files.close()
  })

  it('pages at their addresses, as a host has them', async () => {
    for (const path of [
      '/',
      '/2023/hoi-nghi/',
      '/2023/hoi-nghi/index.html',
      '/2023/hoi-nghi/?a=1',
      '/2023/%68oi-nghi/',
    ]) {
      const { status, headers } = await view.get(path)
      expect([path, status, headers['content-type']]).toEqual([path, 200, HTML])
    }
    expect((await view.get('/2023/hoi-nghi/')).text).toContain('<h1>Hội nghị</h1>')
  })

  it('a folder without its slash by a move that nobody keeps', async () => {
    const { status, headers } = await view.get('/2023/hoi-nghi?x=//evil.example')
    expect([status, headers.location, headers['cache-control']]).toEqual([301, '/2023/hoi-nghi/', 'no-store'])
  })

  it('the bytes of build, but for what stands before the end of body', async () => {
    const { outputs } = await files.build({ drafts: true })
    for (const [path, bytes] of outputs) {
      const { status, text, bytes: served } = await view.get(`/${encodeURI(path)}`)
      // An old address: hosts answer with the way on, not with the page that leads there.
      if (status === 301) continue
      if (!path.endsWith('.html') || path.endsWith('khac.html')) expect(served.equals(bytes), path).toBe(true)
      else {
        const own = text.replace(
          /(<div class="tx-portal-ribbon".*<\/div>\n)?<details class="tx-portal-strip"[\s\S]*?<\/details>\n<link rel="stylesheet" href="\/__portal.*\n.*<\/script>\n/,
          '',
        )
        expect(own, path).toBe(Buffer.from(bytes).toString('utf8'))
      }
    }
    expect(outputs.size).toBeGreaterThan(20)
  })

  it.each([
    ['/rss.xml', 'application/xml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/t%C3%A0i%20li%E1%BB%87u/k%E1%BA%BF%20ho%E1%BA%A1ch.txt', 'text/plain; charset=utf-8'],
    ['/__portal/reload.js', 'text/javascript; charset=utf-8'],
    ['/__portal/overlay.css', 'text/css; charset=utf-8'],
  ])('%s as %s', async (path, type) => {
    const { status, headers } = await view.get(path)
    expect([status, headers['content-type']]).toEqual([200, type])
  })

  it('styles and fonts under the names that pages give them', async () => {
    const { text } = await view.get('/')
    const style = /<link rel="stylesheet" href="(\/assets\/portal\.[^"]+)"/.exec(text)?.[1] ?? ''
    const css = await view.get(style)
    expect([css.status, css.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8'])
    const font = /url\("([^"]+\.woff2)"\)/.exec(css.text)?.[1]
    expect((await view.get(`/assets/${font}`)).headers['content-type']).toBe('font/woff2')
  })

  it('with headers that keep it from being framed, kept, guessed at or read by others', async () => {
    for (const path of ['/', '/khong-co/', '/rss.xml', '/__portal/reload.js', '/2023/hoi-nghi']) {
      const { headers } = await view.get(path)
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; .*script-src 'self'; .*; frame-ancestors 'none'$/,
      )
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        // What is no page may be kept, if it is asked for each time whether it is still the same.
        'cache-control': path === '/rss.xml' ? 'no-cache' : 'no-store',
        'permissions-policy': 'camera=(), microphone=(), geolocation=()',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers).not.toHaveProperty('access-control-allow-origin')
      expect(headers['content-security-policy']).not.toMatch(/unsafe|upgrade-insecure/)
    }
  })

  it('its own script and style for keeps where they are asked for by what they say: a page has them even if the server goes', async () => {
    const { text } = await view.get('/')
    for (const name of ['reload.js', 'overlay.css']) {
      const address = new RegExp(`"(/__portal/${name}\\?[0-9a-f]{8})"`).exec(text)?.[1] ?? ''
      const [own, other] = [await view.get(address), await view.get(`${address}0`)]
      expect([own.status, own.headers['cache-control']]).toEqual([200, 'private, max-age=31536000, immutable'])
      expect([other.text, other.headers['cache-control']]).toEqual([own.text, 'no-store'])
    }
  })

  it('outputs to be kept as long as they are the same, and parts of them', async () => {
    const whole = await view.get('/robots-khac.html')
    const tag = whole.headers.etag ?? ''
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/)
    const ask = async (headers: Readonly<Record<string, string>>, method = 'GET') => {
      const { status, text, headers: said } = await view.get('/robots-khac.html', { headers, method })
      return [status, text, said['content-range'] ?? null]
    }
    const size = whole.bytes.length
    expect(await ask({ 'if-none-match': `"x", W/${tag}` })).toEqual([304, '', null])
    expect(await ask({ 'if-none-match': '"x"' })).toEqual([200, whole.text, null])
    expect(await ask({ range: 'bytes=0-2' })).toEqual([206, '<p>', `bytes 0-2/${size}`])
    expect(await ask({ range: 'bytes=-4' })).toEqual([206, '</p>', `bytes ${size - 4}-${size - 1}/${size}`])
    expect(await ask({ range: 'bytes=3-99999' }, 'HEAD')).toEqual([206, '', `bytes 3-${size - 1}/${size}`])
    expect(await ask({ range: 'bytes=99999-' })).toEqual([416, '', `bytes */${size}`])
    expect(await ask({ range: 'bytes=0-2', 'if-range': '"x"' })).toEqual([200, whole.text, null])
    for (const range of ['bytes=-', 'bytes=2-1,5-6', 'lines=1-2', 'bytes=a-b', `bytes=0-${'9'.repeat(400)}`])
      expect((await ask({ range }))[0], range).toBeLessThan(300)
    expect((await view.get('/', { headers: { range: 'bytes=0-2' } })).status).toBe(200)
  })

  it('HEAD with the same headers and nothing else', async () => {
    const [head, get] = [await view.get('/', { method: 'HEAD' }), await view.get('/')]
    expect(head.bytes).toHaveLength(0)
    expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' })
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s with a refusal', async (method) => {
    const { status, headers } = await view.get('/', { method })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it('unknown addresses with the portal’s own page, the address escaped', async () => {
    const { status, text } = await view.get('/2023/%3Cscript%3Ealert(1)%3C/script%3E/')
    expect(status).toBe(404)
    expect(text).toContain('href="/chuyen-muc/"')
    expect(text).toContain('Không có trang nào ở địa chỉ /2023/&lt;script&gt;alert(1)')
    expect(text).not.toContain('<script>alert')
    expect((await view.get('/__portal/khac')).status).toBe(404)
  })

  it.each([
    ['nhap', 'Bản nháp – người đọc chưa thấy bài này. Bỏ dòng “draft: true” thì bài được đăng.'],
    ['nhap-hen', 'Bỏ dòng “draft: true” thì bài được đăng vào 01/09/2035, 07:00 (GMT+7).'],
    ['hen-gio', 'Hẹn giờ đăng – người đọc chưa thấy bài này, sẽ thấy từ 01/09/2035, 07:00 (GMT+7).'],
    ['con-han', 'Người đọc đang thấy bài này; từ 02/09/2035 bài hết hạn.'],
    [
      'het-han',
      'Đã hết hạn từ 21/11/2024 – người đọc vẫn mở được trang này, có ghi “Đã hết hạn”; trang chủ không còn bài.',
    ],
    ['da-rut', 'Đã thu hồi ngày 15/01/2023 – người đọc chỉ thấy lời báo thu hồi, không còn nội dung và ảnh.'],
  ])('%s with a ribbon that says what readers see, and when', async (slug, words) => {
    const { text } = await view.get(`/2023/${slug}/`)
    expect(/<div class="tx-portal-ribbon" lang="vi">(.*)<\/div>/.exec(text)?.[1]).toContain(words)
    expect((await view.get('/__portal/')).text).toContain(words)
  })

  it('what is simply published without a ribbon', async () => {
    expect((await view.get('/2023/hoi-nghi/')).text).not.toMatch(/state-preview|tx-portal-ribbon/)
  })

  it('old addresses with the page that leads on, and files as they are', async () => {
    const old = await view.get('/cu/hoi-nghi/')
    expect([old.status, old.headers.location]).toEqual([301, '/2023/hoi-nghi/'])
    expect((await view.get('/robots-khac.html')).text).toBe('<p>nguyên như tệp</p>')
  })

  it('a list of all bulletins with state and file, each to be opened', async () => {
    const { status, text, headers } = await view.get('/__portal/')
    expect([status, headers['content-type']]).toEqual([200, HTML])
    expect(text).toContain('<h1>Mọi bài của cổng: 7 bài</h1>')
    const rows = rowsOf(text)
    expect(
      rows.map(([, state = '', title = '', file]) => [/<strong>(.*)<\/strong>/.exec(state)?.[1], title, file]),
    ).toEqual([
      ['đã đăng', '<a href="/2023/con-han/">Bài còn hạn</a>', 'content/bulletins/2023/con-han.md'],
      ['đã thu hồi', '<a href="/2023/da-rut/">Bài đã rút</a>', 'content/bulletins/2023/da-rut.md'],
      ['hẹn giờ đăng', '<a href="/2023/hen-gio/">Bài hẹn giờ</a>', 'content/bulletins/2023/hen-gio.md'],
      ['đã hết hạn', '<a href="/2023/het-han/">Bài hết hạn</a>', 'content/bulletins/2023/het-han.md'],
      ['đã đăng', '<a href="/2023/hoi-nghi/">Hội nghị</a>', PAGE],
      ['bản nháp', '<a href="/2023/nhap/">Bài nháp</a>', 'content/bulletins/2023/nhap.md'],
      ['bản nháp', '<a href="/2023/nhap-hen/">Nháp hẹn giờ</a>', 'content/bulletins/2023/nhap-hen.md'],
    ])
    const changed = localOf(statSync(join(files.root, PAGE)).mtimeMs, 'Asia/Ho_Chi_Minh')
    expect(rows[4]?.[4]).toContain(`${formatDay(changed.day)}, ${changed.time}`)
    for (const tool of ['phone', 'print', 'copy'])
      expect(rows[4]?.[6]).toContain(`href="/__portal/${tool}?to=%2F2023%2Fhoi-nghi%2F"`)
  })

  it('of the list what is asked for, in the order asked for', async () => {
    const names = async (query: string) =>
      rowsOf((await view.get(`/__portal/?${query}`)).text).map((row) => row[3]?.slice(23))
    expect(await names('state=draft')).toEqual(['nhap.md', 'nhap-hen.md'])
    expect(await names(`words=${encodeURIComponent('HỘI nghi')}`)).toEqual(['hoi-nghi.md'])
    expect(await names('words=%3Cscript%3E&state=x')).toEqual([])
    const later = new Date(Date.now() + 60_000)
    utimesSync(join(files.root, 'content/bulletins/2023/nhap.md'), later, later)
    expect((await names('order=change'))[0]).toBe('nhap.md')
  })

  it('a page in the width of a phone, and as printed, in frames of its own alone', async () => {
    const phone = await view.get('/__portal/phone?to=/2023/hoi-nghi/&width=320')
    expect(phone.text).toContain('src="/2023/hoi-nghi/" width="320"')
    expect(phone.headers['content-security-policy']).toMatch(/; frame-src 'self'; frame-ancestors 'none'$/)
    const framed = await view.get('/2023/hoi-nghi/', { headers: { 'sec-fetch-dest': 'iframe' } })
    expect(framed.headers['content-security-policy']).toMatch(/; frame-ancestors 'self'$/)
    expect((await view.get('/__portal/print?to=/2023/hoi-nghi/')).text).toContain(
      'src="/2023/hoi-nghi/?tx-portal-print"',
    )
    const printed = await view.get('/2023/hoi-nghi/?tx-portal-print')
    expect(printed.text).not.toMatch(/tx-portal-(strip|ribbon)"/)
    const style = /href="(\/assets\/portal\.[^"?]+\.css)\?tx-portal-print"/.exec(printed.text)?.[1] ?? ''
    const [plain, paper] = [await view.get(style), await view.get(`${style}?tx-portal-print`)]
    expect(plain.text).toContain('@media print')
    expect(paper.text).not.toMatch(/@media print|@media screen/)
    expect(paper.headers.etag).not.toBe(plain.headers.etag)
    for (const tool of ['phone', 'print', 'copy'])
      for (const to of [
        '',
        '/khong-co/',
        '//evil.example/',
        'javascript:alert(1)',
        '/rss.xml',
        '/../portal.yml',
        '/%zz',
      ])
        expect([tool, to, (await view.get(`/__portal/${tool}?to=${to}`)).status]).toEqual([tool, to, 404])
  })

  it('a bulletin as one file to be saved and sent', async () => {
    const { status, headers, text } = await view.get('/__portal/copy?to=/2023/nhap/')
    expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="nhap.html"'])
    expect(text).toContain('<strong>Bản trình lãnh đạo duyệt</strong> – bản nháp')
    expect(text).not.toMatch(/<script|<link|__portal/)
    expect((await view.get('/__portal/copy?to=/')).status, 'the home page is nothing to approve').toBe(404)
  })

  it('nobody who comes by another name', async () => {
    const ask = (host: string) => view.get('/', { headers: { host } })
    for (const host of [`localhost:${view.port}`, `127.0.0.1:${view.port}`, `[::1]:${view.port}`]) {
      expect((await ask(host)).status).toBe(200)
    }
    for (const host of ['evil.example', `evil.example:${view.port}`, 'localhost', `localhost:${view.port + 1}`]) {
      const { status, text } = await ask(host)
      expect([host, status]).toEqual([host, 403])
      expect(text).not.toContain('Xuân Hòa')
    }
    expect((await ask('<script>')).text).not.toContain('<script>')
  })

  it('events only to its own pages', async () => {
    const token = tokenOf((await view.get('/')).text)
    const events = (headers: Readonly<Record<string, string>>, query = `?token=${token}`) =>
      view.get(`/__portal/events${query}`, { method: 'HEAD', headers })
    expect((await events({})).headers['content-type']).toBe('text/event-stream; charset=utf-8')
    for (const query of ['', '?token=', '?token=1', `?token=${token}0`, `?page=${token}`])
      expect([query, (await events({}, query)).status]).toEqual([query, 403])
    expect((await events({ origin: 'http://evil.example' })).status).toBe(403)
    expect((await events({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await events({ host: 'evil.example' })).status).toBe(403)
    expect((await view.get('/__portal/events', { method: 'POST' })).status).toBe(405)
  })
})

describe('a preview', () => {
  const open: { close(): unknown }[] = []
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close()
  })
  type Options = NonNullable<Parameters<typeof preview>[1]>
  const start = async (
    files: Readonly<Record<string, string>>,
    options: Options | ((made: TestPortal) => Options) = {},
  ) => {
    const made = portal(files)
    open.push(made)
    const view = await preview(made, typeof options === 'function' ? options(made) : options)
    open.push(view)
    return { files: made, view }
  }

  it('shows the portal as of another day to whoever asks from its own pages, and comes back', async () => {
    const { view } = await start(
      {
        [PAGE]: bulletin('Hội nghị'),
        'content/bulletins/2023/hen.md': bulletin('Bài hẹn', 'publishAt: 01/12/2030 07:00\n'),
      },
      (files) => ({
        world: ({ at, asReaders }) =>
          files.world({ drafts: !asReaders, anotherTime: at !== null, ...(at === null ? {} : { now: at }) }),
      }),
    )
    const moment = async (query: string, headers = {}) =>
      (await view.get(`/__portal/moment?token=${tokenOf((await view.get('/__portal/')).text)}${query}`, { headers }))
        .status
    const home = async () => (await view.get('/')).text
    const next = /href="(\/__portal\/moment\?[^"]*)">Lần tới cổng tự thay đổi: 01\/12\/2030, 07:00/
    const href = next.exec((await view.get('/__portal/')).text)?.[1] ?? ''
    expect((await view.get(href.replaceAll('&amp;', '&'))).headers.location).toBe('/__portal/')
    expect(await home()).toContain('Đang xem cổng như vào lúc 01/12/2030, 07:00 (GMT+7).')
    expect((await view.get('/2023/hen/')).text).not.toContain('Hẹn giờ đăng')
    expect(await moment('&at=30/11/2030&readers=on')).toBe(303)
    expect((await view.get('/2023/hen/')).status).toBe(404)
    expect((await view.get('/__portal/')).text).toContain('Chỉ có những gì người đọc thấy.')
    expect(await moment('&at=mai')).toBe(400)
    expect(await moment('', { 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect((await view.get('/__portal/moment?token=x&at=')).status).toBe(403)
    expect((await view.get('/2023/hen/')).status, 'a refusal changes nothing').toBe(404)
    expect(await moment('&at=')).toBe(303)
    expect(await home()).not.toContain('Đang xem cổng như')
    expect((await view.get('/2023/hen/')).text).toContain('Hẹn giờ đăng')
  })

  const reach = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address
  it.skipIf(reach === undefined)('shows others in the network its pages, and lets them change nothing', async () => {
    const { view } = await start({ [PAGE]: bulletin('Hội nghị') }, { host: '0.0.0.0' })
    // This machine by its number in the network: to the server that is somebody else.
    const asOther = async (path: string) => {
      const answer = await fetch(`http://${reach}:${view.port}${path}`, { redirect: 'manual' })
      return { status: answer.status, text: await answer.text() }
    }
    const { status, text } = await asOther('/__portal/')
    expect(status).toBe(200)
    expect(text).toContain('Chỉ người ngồi ở máy đang chạy chương trình xem thử mới đổi được ngày giờ xem.')
    expect(text).toContain('href="/2023/hoi-nghi/"')
    expect(text).not.toMatch(/__portal\/moment|name="at"/)
    const change = `/__portal/moment?${new URLSearchParams({ token: tokenOf(text), at: '01/12/2030' })}`
    const refused = await asOther(change)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('Chỉ người ngồi ở máy')
    expect((await view.get('/__portal/')).text).toContain('Đang xem cổng lúc này')
    expect((await view.get(change)).status, 'the person at this machine may').toBe(303)
  })

  it('shows by itself what comes due', async () => {
    const due = Date.UTC(2025, 6, 1, 0, 0)
    const begun = performance.now()
    const { view } = await start({ [PAGE]: bulletin('Hội nghị', 'publishAt: 01/07/2025 07:00\n') }, (files) => ({
      world: () => files.world({ now: due - 500 + performance.now() - begun }),
    }))
    expect((await view.get('/2023/hoi-nghi/')).status).toBe(404)
    await view.until('the page', async () => (await view.get('/2023/hoi-nghi/')).status === 200)
  })

  it('keeps to the base path', async () => {
    const yml = PORTAL_YML.replace('example.vn/', 'example.vn/sub/cong/')
    const { view } = await start({ 'content/portal.yml': yml, [PAGE]: bulletin('Hội nghị') })
    expect(view.url).toBe(`http://127.0.0.1:${view.port}/sub/cong/`)
    expect((await view.get('/sub/cong/2023/hoi-nghi/')).status).toBe(200)
    expect((await view.get('/2023/hoi-nghi/')).status).toBe(404)
    for (const path of ['/', '/sub/cong']) {
      expect((await view.get(path)).headers.location).toBe('/sub/cong/')
    }
    expect((await view.get('/sub/')).status).toBe(404)
  })

  it('tells each page whether it is another one itself, and where the file is that was saved', async () => {
    const { files, view } = await start({ [PAGE]: bulletin('Hội nghị'), 'content/pages/lien-he.md': STANDING })
    const controller = new AbortController()
    open.push({ close: () => controller.abort() })
    const told = { own: '', other: '' }
    const tag = (text: string, name: string) => new RegExp(` data-${name}="([^"]+)"`).exec(text)?.[1] ?? ''
    const shown = { own: '/2023/hoi-nghi/', other: '/lien-he/' }
    const before = { own: (await view.get(shown.own)).text, other: (await view.get(shown.other)).text }
    for (const which of ['own', 'other'] as const) {
      const query = new URLSearchParams({ token: tokenOf(before[which]), page: shown[which] })
      const { body, headers } = await fetch(`${view.url}__portal/events?${query}`, { signal: controller.signal })
      expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
      void (async () => {
        for await (const part of body ?? []) told[which] += Buffer.from(part).toString('utf8')
      })().catch(() => undefined)
    }
    const news = (which: 'own' | 'other') =>
      told[which].split('\n').flatMap((line) => (line.startsWith('data: ') ? [JSON.parse(line.slice(6))] : []))
    await view.until('the first events', () => news('own').length > 0 && news('other').length > 0)
    for (const which of ['own', 'other'] as const) {
      const [revision, page] = [tag(before[which], 'revision'), tag(before[which], 'page')]
      expect(news(which)[0]).toMatchObject({ revision, page, saved: null })
    }
    files.write(PAGE, bulletin('Hội nghị mới'))
    const saved = { href: '/2023/hoi-nghi/', title: 'Hội nghị mới' }
    await view.until('the second events', () =>
      (['own', 'other'] as const).every((which) => news(which).at(-1)?.saved?.title === saved.title),
    )
    const after = (await view.get(shown.own)).text
    expect(after).toContain('<h1>Hội nghị mới</h1>')
    expect(news('own').at(-1)).toMatchObject({ revision: tag(after, 'revision'), page: tag(after, 'page'), saved })
    expect(tag(after, 'page')).not.toBe(tag(before.own, 'page'))
    expect(news('other').at(-1)).toMatchObject({ page: tag(before.other, 'page'), saved })
    files.write('templates/assets/css/99-rieng.css', 'h1 { color: red }')
    const styles: readonly string[] = news('own').at(-1).styles
    await view.until('other styles', () => String(news('own').at(-1).styles) !== String(styles))
    expect(news('own').at(-1).page, 'a style alone makes no other page').toBe(tag(after, 'page'))
  })

  it('tells on a page what check would warn of in its file, and of it alone, and counts it in the list', async () => {
    const { files, view } = await start({
      [PAGE]: bulletin('Hội nghị', '', 'Cuộc họp họp tại <b>hội trường</b> hội trường .\n'),
      'content/pages/lien-he.md': STANDING,
    })
    const { text } = await view.get('/2023/hoi-nghi/')
    expect(text).toMatch(/<summary>\d+ điều nên xem lại ở trang này<\/summary>/)
    expect(text).toContain('<strong>Dòng 7:</strong>')
    expect(text).toContain('<a href="/__portal/" target="_top">Mọi bài của cổng</a>')
    expect((await view.get('/lien-he/')).text).not.toContain('tx-portal-warns')
    expect(rowsOf((await view.get('/__portal/')).text)[0]?.[5]).toMatch(/^\d+ cảnh báo$/)
    files.write(PAGE, bulletin('Hội nghị'))
    await view.until(
      'nothing to look at',
      async () => !(await view.get('/2023/hoi-nghi/')).text.includes('tx-portal-warns'),
    )
  })

  it('keeps lines that are to be pasted as lines, in what it says of a page', async () => {
    const { view } = await start({ [PAGE]: bulletin('Hội nghị', '', 'Tải cho nhà cái kubet79 tại đây.\n') })
    const { text } = await view.get('/2023/hoi-nghi/')
    expect(text).toMatch(/<pre class="tx-portal-paste">\s*accept: \[[^\n]*\]<\/pre><\/li>/)
    expect(text).not.toMatch(/: +accept: \[/)
  })

  it('says where drafts are shown what a build will stop with: a published bulletin that is hidden or gone', async () => {
    const away = 'content/bulletins/2023/bo-di.md'
    const { files, view } = await start({ [PAGE]: bulletin('Hội nghị'), [away]: bulletin('Bỏ đi') })
    const { plan } = await files.build()
    files.write('content/urls.lock', plan?.book.text ?? '')
    const home = async () => (await view.get('/')).text
    files.write(PAGE, bulletin('Hội nghị', 'draft: true\n'))
    await view.until('the note', async () => (await home()).includes('mất 1 địa chỉ đã đăng'))
    const { text } = await view.get('/2023/hoi-nghi/')
    expect(text).toContain('<h1>Hội nghị</h1>')
    expect(text).not.toContain('tx-portal-problems')
    const ribbon = /<div class="tx-portal-ribbon".*<\/div>/.exec(text)?.[0] ?? ''
    expect(ribbon).toMatch(/<summary><span>Bài này đã từng đăng: .*<span>Bản nháp – /)
    expect(text).toContain('<strong>Lúc xuất trang sẽ báo lỗi và dừng:</strong> Địa chỉ đã đăng “/2023/hoi-nghi/”')
    expect(text).toMatch(/<pre class="tx-portal-paste">\s*withdrawn: \{date: /)
    files.remove(away)
    await view.until('the other', async () => (await home()).includes('mất 2 địa chỉ đã đăng'))
    const list = (await view.get('/__portal/')).text
    expect(list).toContain('sẽ báo những lỗi dưới đây và dừng')
    expect(list).toContain('“/2023/bo-di/”')
    expect(rowsOf(list)[0]?.[5]).toBe('1 lỗi')
    files.write(PAGE, bulletin('Hội nghị')).write(away, bulletin('Bỏ đi'))
    await view.until('the end of it', async () => !(await home()).includes('tx-portal-warns'))
    expect((await view.get('/__portal/')).text).not.toContain('tx-portal-lost')
  })

  it('tells on every page what browsers pass over in a style of the portal’s own', async () => {
    const sheet = 'templates/assets/css/99-rieng.css'
    const { view } = await start({ [PAGE]: bulletin('Hội nghị'), [sheet]: 'h1 {\n  color red;\n}\n' })
    for (const path of ['/', '/2023/hoi-nghi/']) {
      const { text } = await view.get(path)
      expect(text).toContain(`<li><code>${sheet}</code> <strong>Dòng 2:</strong> Trong tệp kiểu trang`)
      expect(text).not.toContain('tx-portal-problems')
    }
  })

  it('has a code for phones where they can reach it, and only there', async () => {
    const open = await start({ [PAGE]: bulletin('Hội nghị') }, { host: '0.0.0.0', reach: '192.0.2.7' })
    const { text } = await open.view.get('/__portal/')
    expect(text).toContain(`<a href="http://192.0.2.7:${open.view.port}/">`)
    expect(text).toContain('<svg class="qr"')
    const host = `192.0.2.7:${open.view.port}`
    const framed = await open.view.get('/2023/hoi-nghi/', { headers: { host } })
    expect(framed.headers['content-security-policy'], 'in a frame, seen from there').toMatch(/frame-ancestors 'self'$/)
    const closed = await start({ [PAGE]: bulletin('Hội nghị') }, { reach: '192.0.2.7' })
    expect((await closed.view.get('/__portal/')).text).not.toContain('<svg')
  })

  it('shows problems on the last good page and says so, until they are mended', async () => {
    const { files, view } = await start({ [PAGE]: bulletin('Hội nghị') })
    files.write(PAGE, bulletin('Hội nghị', 'la-la: <b>x</b>\n'))
    await view.until('the overlay', async () => (await view.get('/')).text.includes('tx-portal-problems'))
    const { text, status } = await view.get('/2023/hoi-nghi/')
    expect(status).toBe(200)
    expect(text).toContain('<h1>Hội nghị</h1>')
    expect(text).toContain(`<code>${PAGE}:6:1</code>`)
    expect(text).toContain('6 │ <mark>la-la</mark>: &lt;b&gt;x&lt;/b&gt;')
    expect(view.of('problems')[0]?.located[0]?.diagnostic.code).toBe('field/unknown')
    files.write(PAGE, bulletin('Hội nghị'))
    await view.until('the end of it', async () => !(await view.get('/')).text.includes('tx-portal-problems'))
    // One save may be told twice by a busy machine: the second time nothing is left to be mended.
    expect(view.of('rebuilt').filter(({ mended }) => mended)).toMatchObject([{ pages: 0 }])
    expect(view.of('rebuilt').every(({ pages }) => pages === 0)).toBe(true)
  })

  it('says of a faulty document that it is older, and of all other pages that they are as saved', async () => {
    const other = 'content/bulletins/2023/khac.md'
    const store = new Map()
    const { files, view } = await start({ [PAGE]: bulletin('Hội nghị'), [other]: bulletin('Bài khác') }, (files) => {
      const first = files.world({ drafts: true })
      const document = remember(first.steps.document, store, ({ digest }) => digest)
      const world = () => ({ ...first, ...files.world({ drafts: true }), bodies: first.bodies })
      return { world: () => ({ ...world(), steps: { ...first.steps, document } }) }
    })
    const page = async (path: string) => (await view.get(path)).text
    const [older, saved] = ['Trang bên dưới là bản gần nhất còn đúng', 'các trang khác hiện như vừa lưu']
    files.write(PAGE, bulletin('Hội nghị', 'la-la: x\n')).write(other, bulletin('Bài khác đã sửa'))
    await view.until('the saved page', async () => (await page('/2023/khac/')).includes('<h1>Bài khác đã sửa</h1>'))
    await view.until('the error', async () => (await page('/2023/khac/')).includes('tx-portal-problems'))
    for (const path of ['/2023/khac/', '/', '/2023/khong-co/', '/__portal/']) {
      expect(await page(path), path).toContain(saved)
      expect(await page(path), path).not.toContain(older)
    }
    expect(await page('/2023/hoi-nghi/')).toContain(older)
    expect(await page('/2023/hoi-nghi/')).not.toContain(saved)
    expect(view.of('problems').at(-1)).toMatchObject({ shown: 'others' })
    const yml = 'content/portal.yml'
    files.write(yml, `${PORTAL_YML}la: 1\n`)
    await view.until('the other sentence', async () => (await page('/2023/khac/')).includes(older))
    expect(await page('/')).not.toContain(saved)
    await view.until('the word', () => view.of('problems').at(-1)?.shown === 'older')
  })

  it('gives no copy of an older text while there are errors: it says why, what is wrong, and the way back', async () => {
    const other = 'content/bulletins/2023/khac.md'
    const { files, view } = await start({ [PAGE]: bulletin('Hội nghị'), [other]: bulletin('Bài khác') })
    const copy = () => view.get('/__portal/copy?to=%2F2023%2Fhoi-nghi%2F')
    files.write(other, bulletin('Bài khác', 'la-la: x\n'))
    await view.until('the error', async () => (await view.get('/')).text.includes('tx-portal-problems'))
    files.write(PAGE, bulletin('Hội nghị', '', 'Câu vừa sửa.\n'))
    const { status, headers, text } = await copy()
    expect([status, headers['content-disposition']]).toEqual([409, undefined])
    expect(text).toContain('<h1>Chưa tải được bản trình lãnh đạo duyệt</h1>')
    expect(text).toContain('có thể còn là bản cũ')
    expect(text).toContain(`<code>${other}:6:1</code>`)
    expect(text).toContain('<a href="/2023/hoi-nghi/">Mở trang bình thường</a>')
    // A browser shows that page only where the link does not promise a file.
    expect((await view.get('/2023/hoi-nghi/')).text).not.toContain('download>')
    files.write(other, bulletin('Bài khác'))
    await view.until('the copy', async () => (await copy()).text.includes('Câu vừa sửa.'))
    expect((await copy()).headers['content-disposition']).toContain('hoi-nghi.html')
  })

  it('shows a template’s fault on the page it breaks, and the others as they are', async () => {
    const { files, view } = await start({
      [PAGE]: bulletin('Hội nghị', 'layout: rieng\n'),
      'templates/rieng.njk': '<!doctype html><body>{{ bulletin.title }}</body>',
    })
    expect((await view.get('/2023/hoi-nghi/')).text).toContain('<body>Hội nghị')
    files.write('templates/rieng.njk', '<!doctype html><body>\n{{ bulletin.extra.khong.co }}</body>')
    await view.until('the fault', async () => (await view.get('/2023/hoi-nghi/')).text.includes('template/'))
    const { text } = await view.get('/2023/hoi-nghi/')
    expect(text).toContain('<body>Hội nghị')
    expect(text).toContain('<code>templates/rieng.njk:2:')
    expect((await view.get('/')).text).not.toContain('tx-portal-problems')
  })

  it('tells of a template only what is in it now, while an error holds the older plan in place', async () => {
    const file = 'templates/bulletin.njk'
    const own = readFileSync(join(REPOSITORY, file), 'utf8')
    const withLine = (line: string) => own.replace('{% block main %}', () => line)
    const { files, view } = await start({
      [PAGE]: bulletin('Hội nghị'),
      [file]: withLine('{{ bulletin.extra.khongco }}\n{% block main %}'),
    })
    const page = async () => (await view.get('/2023/hoi-nghi/')).text
    expect(await page()).toContain('khongco')
    files.write(file, withLine('{% blok main %}'))
    // Its line is shown as it stands on the disk, also beside the fault of before.
    await view.until('the new fault', async () => (await page()).includes('template/syntax'))
    expect(await page()).toContain('<h1>Có 1 lỗi cần sửa</h1>')
    expect(await page()).not.toContain('khongco')
    // A fault that is still there is told beside others.
    files.write(file, withLine('{{ bulletin.extra.khongco }}\n{% block main %}'))
    await view.until('the first fault', async () => (await page()).includes('khongco'))
    files.write(PAGE, bulletin('Hội nghị', 'la-la: x\n'))
    await view.until('both', async () => (await page()).includes('<h1>Có 2 lỗi cần sửa</h1>'))
  })

  it('says on the search page, where there are drafts, that it does not find them', async () => {
    const draft = 'content/bulletins/2023/nhap.md'
    const { files, view } = await start({
      [PAGE]: bulletin('Hội nghị'),
      [draft]: bulletin('Bài nháp', 'draft: true\n'),
    })
    const { text } = await view.get('/tim-kiem/')
    expect(text).toContain('<span>Ô tìm kiếm chỉ tìm trong những bài đã đăng: ')
    expect((await view.get('/')).text).not.toContain('Ô tìm kiếm chỉ tìm')
    files.remove(draft)
    await view.until('nothing to say', async () => !(await view.get('/tim-kiem/')).text.includes('chỉ tìm trong'))
  })

  it('offers the page whose folder has the name that was typed as an address', async () => {
    const { view } = await start({
      'content/bulletins/2023/Gặp mặt đầu xuân/index.md': bulletin('Gặp mặt các hộ'),
      'content/bulletins/2022/Lễ hội đền.md': bulletin('Lễ hội năm nay'),
      'content/bulletins/2022/Họp thôn.md': bulletin('Họp thôn lần trước').replace('2023', '2022'),
      'content/bulletins/2023/Họp thôn.md': bulletin('Họp thôn lần này'),
    })
    const offered = async (path: string) => {
      const { status, text } = await view.get(encodeURI(path))
      return [status, /<details open>.*<span>Có lẽ là trang này: (<a.*<\/a>)<\/span>/.exec(text)?.[1] ?? null]
    }
    const meeting = [404, '<a href="/2023/gap-mat-dau-xuan/">Gặp mặt các hộ</a>']
    expect(await offered('/2023/Gặp mặt đầu xuân/')).toEqual(meeting)
    expect(await offered('/2023/Gặp mặt đầu xuân'.normalize('NFD'))).toEqual(meeting)
    expect(await offered('/Gặp mặt đầu xuân/')).toEqual(meeting)
    expect(await offered('/2022/Lễ hội đền/')).toEqual([404, '<a href="/2023/le-hoi-den/">Lễ hội năm nay</a>'])
    expect(await offered('/2022/Họp thôn/')).toEqual([404, '<a href="/2022/hop-thon/">Họp thôn lần trước</a>'])
    expect(await offered('/Họp thôn/'), 'two of that name').toEqual([404, null])
    expect(await offered('/2023/Gặp mặt/')).toEqual([404, null])
    expect(await offered('/…/')).toEqual([404, null])
  })

  it('has a page with the problems everywhere as long as there never was a good one', async () => {
    const { files, view } = await start({ [PAGE]: 'không có phần khai báo' })
    expect(view.events.map(({ kind }) => kind)).toEqual(['problems', 'ready'])
    expect(view.of('problems')).toMatchObject([{ shown: 'nothing' }])
    for (const path of ['/', '/2023/hoi-nghi/', '/gi-cung-duoc.css']) {
      const { status, text, headers } = await view.get(path)
      expect([status, headers['content-type']]).toEqual([500, HTML])
      expect(text).toContain(PAGE)
      expect(text).toContain('/__portal/reload.js')
    }
    const list = (await view.get('/__portal/')).text
    expect(list).toContain('Chưa có bản nào để xem')
    expect(list).not.toMatch(/Trang bên dưới|0 bài/)
    expect(list).toContain('/__portal/reload.js')
    files.write(PAGE, bulletin('Hội nghị'))
    await view.until('the page', async () => (await view.get('/2023/hoi-nghi/')).status === 200)
  })

  it('begins with all that is right where a document was faulty before it began', async () => {
    const faulty = 'content/bulletins/2023/dang-viet/index.md'
    const { files, view } = await start({
      [PAGE]: bulletin('Hội nghị'),
      [faulty]: bulletin('Đang viết').replace(/^category:.*$/m, 'category: tin-tucc'),
      'content/bulletins/2023/dang-viet/ghi-chu.md': 'Ghi chú.\n',
    })
    expect(view.of('problems')).toMatchObject([{ shown: 'others' }])
    const right = await view.get('/2023/hoi-nghi/')
    expect(right.status).toBe(200)
    expect(right.text).toContain('<h1>Hội nghị</h1>')
    expect(right.text, 'said on every page').toContain(faulty)
    const own = await view.get('/2023/dang-viet/')
    expect(own.status).toBe(404)
    expect(own.text).toContain('tin-tucc')
    expect(own.text).toContain('<h1>Bài này chưa hiện được</h1>')
    expect(own.text).toContain(`<p><code>${faulty}</code></p>`)
    expect(own.text).not.toContain('Không có trang nào')
    expect(own.text).toContain('/__portal/reload.js')
    files.write(faulty, bulletin('Đang viết'))
    await view.until('its page', async () => (await view.get('/2023/dang-viet/')).status === 200)
  })

  it('says of a bulletin that leads to a faulty one why it is not shown either, and of each its own errors first', async () => {
    const [leading, first, second] = ['dan-den', 'a-hong', 'b-hong'].map(
      (name) => `content/bulletins/2023/${name}.md`,
    ) as [string, string, string]
    const { files, view } = await start({
      [PAGE]: bulletin('Hội nghị'),
      [leading]: bulletin('Dẫn đến', '', 'Xem [bài kia](b-hong.md).\n'),
      [first]: bulletin('Hỏng một', 'la-mot: x\n'),
      [second]: bulletin('Hỏng hai', 'la-hai: x\n'),
    })
    expect((await view.get('/2023/hoi-nghi/')).status).toBe(200)
    const own = (await view.get('/2023/b-hong/')).text
    expect(own).toContain('Tệp bài có 1 lỗi dưới đây')
    expect(own.indexOf('la-hai')).toBeGreaterThan(0)
    expect(own.indexOf('la-hai')).toBeLessThan(own.indexOf('Lỗi ở các tệp khác'))
    expect(own.indexOf('la-mot')).toBeGreaterThan(own.indexOf('Lỗi ở các tệp khác'))
    const { status, text } = await view.get('/2023/dan-den/')
    expect(status).toBe(404)
    expect(text).toContain(`<p><code>${leading}</code></p>`)
    expect(text).toContain('dẫn đến một bài đang có lỗi')
    expect(text).toContain('la-hai')
    expect((await view.get('/2023/khong-co/')).text).toContain('Không có trang nào ở địa chỉ')
    files.write(first, bulletin('Hỏng một')).write(second, bulletin('Hỏng hai'))
    await view.until('its page', async () => (await view.get('/2023/dan-den/')).status === 200)
  })

  it('says of a picture that comes in slowly that it is being copied, and shows all others', async () => {
    const folder = 'content/bulletins/2023/co-anh'
    const { files, view } = await start(
      { [PAGE]: bulletin('Hội nghị') },
      { copying: { pause: 600_000, most: 600_000 } },
    )
    const photo = readFileSync(
      join(REPOSITORY, 'content/bulletins/2019/khai-giang-tren-nhung-ngoi-truong-moi/IMG_0905.jpg'),
    )
    files.write(`${folder}/a.jpg`, photo.subarray(0, photo.length / 2))
    const images =
      'images:\n  - src: a.jpg\n    caption: Sân trường ngày khai giảng\n    alt: Học trò xếp hàng giữa sân\n'
    files.write(`${folder}/index.md`, bulletin('Có ảnh', images))
    await view.until('the word', () => view.of('copying').length > 0)
    expect(view.of('problems')).toEqual([])
    const waiting = await view.get('/2023/co-anh/')
    expect(waiting.status).toBe(404)
    expect(waiting.text).toContain('Đang chép ảnh “a.jpg”')
    expect(waiting.text).not.toContain('tx-portal-problems')
    files.write(PAGE, bulletin('Hội nghị đã sửa'))
    await view.until('what others saved', async () => (await view.get('/2023/hoi-nghi/')).text.includes('đã sửa</h1>'))
    files.write(`${folder}/a.jpg`, photo)
    await view.until('the page', async () => (await view.get('/2023/co-anh/')).status === 200)
    expect((await view.get('/2023/co-anh/')).text).not.toContain('Đang chép')
    expect(view.of('problems')).toEqual([])
  })

  it('says of a picture that stays cut short that it is broken, in the end', async () => {
    const folder = 'content/bulletins/2023/co-anh'
    const photo = readFileSync(
      join(REPOSITORY, 'content/bulletins/2019/khai-giang-tren-nhung-ngoi-truong-moi/IMG_0905.jpg'),
    )
    const { files, view } = await start({ [PAGE]: bulletin('Hội nghị') }, { copying: { pause: 1500, most: 60_000 } })
    files.write(`${folder}/a.jpg`, photo.subarray(0, photo.length / 2))
    files.write(`${folder}/index.md`, bulletin('Có ảnh', '', '![](a.jpg)\n'))
    await view.until('the error', () => view.of('problems').length > 0)
    const codes = view
      .of('problems')
      .at(-1)
      ?.located.map(({ diagnostic }) => diagnostic.code)
    expect(codes).toEqual(['image/broken'])
  })

  it('finds its list without the last slash, as it does every page', async () => {
    const { view } = await start({ [PAGE]: bulletin('Hội nghị') })
    const { status, headers } = await view.get('/__portal')
    expect([status, headers.location]).toEqual([301, '/__portal/'])
    expect((await view.get('/__portall')).status).toBe(404)
  })

  it('goes on when content goes, and when it comes back', async () => {
    const { files, view } = await start({ [PAGE]: bulletin('Hội nghị') })
    files.rename('content', 'cất đi')
    await view.until('problems', () => view.of('problems').length > 0)
    expect((await view.get('/2023/hoi-nghi/')).text).toContain('<h1>Hội nghị</h1>')
    files.rename('cất đi', 'content').write(PAGE, bulletin('Hội nghị trở lại'))
    await view.until('the page', async () => (await view.get('/2023/hoi-nghi/')).text.includes('Hội nghị trở lại'))
  })

  it('answers 500 in plain words to what it cannot do, and lives', async () => {
    const { files, view } = await start({ 'content/static/tep.txt': 'một', [PAGE]: bulletin('Hội nghị') })
    let broken = true
    const world = files.world({ drafts: true })
    const read: typeof world.door.read = (source) => {
      if (broken && source.path.endsWith('tep.txt')) throw new TypeError('<i>hỏng')
      return world.door.read(source)
    }
    const other = await preview(files, { world: () => ({ ...world, door: { ...world.door, read } }) })
    open.push(other)
    const { status, text } = await other.get('/tep.txt')
    expect(status).toBe(500)
    expect(text).toContain('TypeError: &lt;i&gt;hỏng')
    expect(other.of('bug')).toHaveLength(1)
    broken = false
    expect((await other.get('/tep.txt')).text).toBe('một')
    expect((await view.get('/tep.txt')).status).toBe(200)
  })

  it('takes the next port if others have the one it should', async () => {
    const taken = await listening()
    open.push(taken)
    const { port } = taken.address() as AddressInfo
    const { view } = await start({ [PAGE]: bulletin('Hội nghị') }, { port })
    expect(view.port).toBeGreaterThan(port)
    expect(view.port).toBeLessThanOrEqual(port + 20)
    expect(view.events[0]).toEqual({ kind: 'portTaken', wanted: port, used: view.port })
    expect((await view.get('/')).status).toBe(200)
  })

  it('says with Node’s error that it cannot listen', async () => {
    const files = portal()
    open.push(files)
    await expect(preview(files, { host: '203.0.113.7' })).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' })
  })

  it('ends at once, with pages listening and requests waiting', async () => {
    const files = portal({ [PAGE]: bulletin('Hội nghị') })
    open.push(files)
    const view = await preview(files)
    const stream = await fetch(`${view.url}__portal/events?token=${tokenOf((await view.get('/')).text)}`)
    const idle = await fetch(view.url, { headers: { connection: 'keep-alive' } })
    await idle.text()
    await view.close()
    await expect(stream.text()).rejects.toThrow()
    await expect(view.get('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('can be closed before anything is prepared, and says nothing more', async () => {
    const files = portal({ [PAGE]: bulletin('Hội nghị') })
    open.push(files)
    const said: string[] = []
    const running = await serve({
      world: () => files.world(),
      watch: [files.root],
      host: '127.0.0.1',
      port: 0,
      language: () => 'vi',
      lineOf: () => null,
      clock: () => 0,
      say: ({ kind }) => said.push(kind),
    })
    const waiting = fetch(running.url)
    await running.close()
    await expect(waiting).rejects.toThrow()
    await running.ready
    expect(said).toEqual([])
  })

  it('names itself as people can reach it', async () => {
    const files = portal({ [PAGE]: bulletin('Hội nghị') })
    open.push(files)
    const running = await serve({
      world: () => files.world(),
      watch: [],
      host: '0.0.0.0',
      port: 0,
      language: () => 'vi',
      lineOf: () => null,
      clock: () => 0,
      say: () => undefined,
    })
    open.push(running)
    await running.ready
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect((await fetch(running.url)).status).toBe(200)
  })
})

function listening(): Promise<Server> {
  const server = createServer()
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}
