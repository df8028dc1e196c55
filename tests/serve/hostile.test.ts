import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bulletin, portal, type TestPortal } from '../portal.ts'
import { type Preview, preview, sendRaw } from './preview.ts'

/** Stands in files around the portal that are no part of it. */
const SECRET = 'BI-MAT-7731'
const OUTSIDE = /BI-MAT-7731|root:x:0|"devDependencies"|baseUrl: https|^version: 1/m

let files: TestPortal
let view: Preview
beforeAll(async () => {
  files = portal({
    'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị'),
    'content/static/anh/a.txt': 'công khai',
    'secret.txt': SECRET,
    'content-leak/a.txt': SECRET,
    'dist/secret.txt': SECRET,
    '.env': SECRET,
  })
  view = await preview(files)
})
afterAll(async () => {
  await view.close()
  files.close()
})
afterEach(async () => {
  expect((await view.get('/2023/hoi-nghi/')).status, 'alive').toBe(200)
})

const up = ['..', '%2e%2e', '%2E.', '%252e%252e', '%c0%ae%c0%ae', '..%00', '%2e%2e%3b', '....', '. .']
const slash = ['/', '%2f', '%5c', '\\', '%252f', '%255c', '//']
const aims = ['secret.txt', 'content/portal.yml', 'content-leak/a.txt', 'etc/passwd']
const ways = up.flatMap((dots) => slash.map((sign) => `${dots}${sign}${dots}${sign}${dots}${sign}`))
const climbs = ways.flatMap((way, index) => [
  `/${way}${aims[index % aims.length]}`,
  `/anh/${way}${aims[(index + 1) % aims.length]}`,
])
const others = [
  ...['/secret.txt', '/.env', '/dist/secret.txt', '/content/portal.yml', '/content-leak/a.txt', '/templates/base.njk'],
  ...['//secret.txt', '///etc/passwd', '//evil.example/', '/@fs/etc/passwd', '/@fs//etc/passwd', '/file:///etc/passwd'],
  ...['/anh', '/anh/', '/anh/..', '/anh/.', '/anh/./a.txt', '/anh//a.txt', '/anh/a.txt/', '/anh/a.txt%00.html'],
  ...['/anh/a.txt;x', '/anh/a.txt%20', '/anh/a.txt.', '/ANH/A.TXT', '/anh-leak/a.txt', '/anh/a.txt::$DATA'],
  ...[
    '/__portal/../secret.txt',
    '/__portal/%2e%2e/secret.txt',
    '/__portal//reload.js',
    '/__portal/reload.js/../../.env',
  ],
  ...['/%', '/%0', '/%zz', '/%ff', '/%c3%28', '/%ed%a0%80', '/%u002e', '/a%0d%0aSet-Cookie:%20x=1', '/a%09b', '/a%7f'],
  ...[
    '/con',
    '/nul',
    '/C:/Windows/win.ini',
    '/c%3a/Windows/win.ini',
    '/%5c%5cserver%5cshare',
    '/~root',
    '/*',
    '/?/../..',
  ],
  `/${'a'.repeat(7000)}`,
  `/${'%2e%2e/'.repeat(800)}etc/passwd`,
  `/${'../'.repeat(1500)}etc/passwd`,
]

describe('hostile paths', () => {
  it(`${climbs.length} ways of climbing out lead nowhere`, async () => {
    for (const path of climbs) {
      const said = await sendRaw(
        view.port,
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${view.port}\r\nConnection: close\r\n\r\n`,
        // The server hangs up: on a busy machine it may take its time.
        30_000,
      )
      expect(said.slice(0, 15), path).toMatch(/^HTTP\/1\.1 40[04] /)
      expect(said, path).not.toMatch(OUTSIDE)
    }
  })

  it.each(others.map((path) => [path.slice(0, 60), path]))('%s', async (_name, path) => {
    const said = await sendRaw(
      view.port,
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${view.port}\r\nConnection: close\r\n\r\n`,
    )
    expect(said).toMatch(path === '/?/../..' ? /^HTTP\/1\.1 200 / : /^HTTP\/1\.1 40[04] /)
    expect(said).not.toMatch(OUTSIDE)
    expect(said).not.toMatch(/^(set-cookie|location):/im)
  })

  it('a target that is no path', async () => {
    for (const target of ['http://evil.example/', '*', 'secret.txt', '?', '#', 'file:///etc/passwd']) {
      const said = await sendRaw(
        view.port,
        `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${view.port}\r\nConnection: close\r\n\r\n`,
      )
      expect(said, target).toMatch(/^HTTP\/1\.1 400 /)
    }
  })
})

describe('hostile requests', () => {
  const raw = (text: string | Uint8Array) => sendRaw(view.port, text)
  const host = () => `Host: 127.0.0.1:${view.port}\r\n`

  it.each([
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['no Host in HTTP 1.0', 'GET / HTTP/1.0\r\n\r\n', /^HTTP\/1\.1 403 /],
    ['an empty Host', 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 403 /],
    ['a foreign Host', 'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 403 /],
    ['an unknown method', 'GIMME / HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a proxy’s request', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n', /^(HTTP\/1\.1 4|$)/],
    ['another version', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 400 /],
    [
      'two Content-Lengths',
      'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      /^HTTP\/1\.1 400 /,
    ],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: x\r\n y: z\r\n\r\n', /^HTTP\/1\.1 4/],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', /^(HTTP\/1\.1 400 |$)/],
    ['a single large header', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    ['3000 headers', `GET / HTTP/1.1\r\nHost: x\r\n${'X-Many: yyyy\r\n'.repeat(3000)}\r\n`, /^HTTP\/1\.1 431 /],
  ])('%s', async (_name, text, answer) => {
    const said = await raw(text)
    expect(said).toMatch(answer)
    expect(said).not.toContain('Xuân Hòa')
  })

  it('smuggling: what stands behind a request with a body is not answered', async () => {
    const inner = `GET /rss.xml HTTP/1.1\r\n${host()}\r\n`
    const said = await raw(
      `GET /robots.txt HTTP/1.1\r\n${host()}Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
    )
    expect(said).not.toContain('<rss')
    const body = await raw(`GET /robots.txt HTTP/1.1\r\n${host()}Content-Length: 999999\r\n\r\n${inner}`)
    expect(body.match(/^HTTP\/1\.1 /gm)).toHaveLength(1)
    expect(body).not.toContain('<rss')
  })

  it('an upgrade is hung up on', async () => {
    const said = await raw(`GET / HTTP/1.1\r\n${host()}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
    expect(said).toBe('')
  })

  it('line ends in an address reach no header', async () => {
    const said = await raw(`GET /2023/hoi-nghi%0d%0aX-Evil:%201 HTTP/1.1\r\n${host()}Connection: close\r\n\r\n`)
    expect(said).not.toMatch(/^X-Evil/im)
  })

  it('clients that send nothing, or a byte now and then, do not keep others waiting, and are cut', async () => {
    const sockets: Socket[] = []
    const gone: Promise<unknown>[] = []
    for (let number = 0; number < 500; number += 1) {
      const socket = connect(view.port, '127.0.0.1')
      socket.on('error', () => undefined)
      gone.push(new Promise((done) => socket.on('close', done)))
      socket.resume()
      sockets.push(socket)
    }
    const text = `GET / HTTP/1.1\r\n${host()}X: ${'a'.repeat(200)}`
    let at = 0
    const drip = setInterval(() => {
      for (const [number, socket] of sockets.entries()) if (number % 2 === 0) socket.write(text.charAt(at))
      at += 1
    }, 200)
    const begun = performance.now()
    expect((await view.get('/')).status).toBe(200)
    expect(performance.now() - begun).toBeLessThan(5000)
    await Promise.all(gone)
    clearInterval(drip)
    expect(performance.now() - begun).toBeLessThan(15_000)
  })

  it('a client that goes away in the middle harms nobody', async () => {
    for (let number = 0; number < 30; number += 1) {
      await new Promise<void>((done) => {
        const socket = connect(view.port, '127.0.0.1', () => {
          socket.write(`GET / HTTP/1.1\r\n${host()}\r\n`)
          socket.destroy()
        })
        socket.on('close', () => done())
      })
    }
    expect(view.of('bug')).toEqual([])
  })

  it('hundreds at once are all answered', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => view.get('/2023/hoi-nghi/')))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
  })
})
