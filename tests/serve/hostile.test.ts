import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bulletin, portal, type TestPortal } from '../portal.ts'
import { hostileRequests } from './hostile-requests.ts'
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

describe('hostile requests', () => {
  const raw = (text: string | Uint8Array) => sendRaw(view.port, text)
  const host = () => `Host: 127.0.0.1:${view.port}\r\n`

  it('are refused, every one of over 250, without a byte of what is not in the plan, and pages are served in between', async () => {
    const requests = hostileRequests(view.port)
    expect(requests.length).toBeGreaterThan(250)
    expect(new Set(requests.map(({ bytes }) => bytes)).size).toBe(requests.length)
    for (const { name, bytes, answer } of requests) {
      // The server hangs up: on a busy machine it may take its time.
      const said = await sendRaw(view.port, bytes, 30_000)
      expect(said.slice(0, 40), name).toMatch(answer)
      expect(said, name).not.toMatch(OUTSIDE)
      expect(said, name).not.toMatch(/^(set-cookie|access-control-allow-origin):/im)
      // An own page may say the name of the portal in its 404: nothing else does.
      if (!/^HTTP\/1\.1 404/.test(said)) expect(said, name).not.toContain('Xuân Hòa')
      expect((await view.get('/2023/hoi-nghi/')).status, `a page after ${name}`).toBe(200)
    }
    expect(view.of('bug')).toEqual([])
  })

  it('a query leads nowhere else', async () => {
    const said = await raw(`GET /?/../.. HTTP/1.1\r\n${host()}Connection: close\r\n\r\n`)
    expect(said).toMatch(/^HTTP\/1\.1 200 /)
    expect(said).not.toMatch(OUTSIDE)
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
