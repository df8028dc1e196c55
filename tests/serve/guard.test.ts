import { describe, expect, it } from 'vitest'
import { fromHere, hostAllowed, mayBeFramed, pathOf, sameOrigin } from '../../src/serve/guard.ts'

const loopback = { host: '127.0.0.1', port: 4000 }

describe('the Host a preview answers to', () => {
  it.each(['localhost:4000', '127.0.0.1:4000', '[::1]:4000', 'LocalHost:4000'])('%s', (host) => {
    expect(hostAllowed(host, loopback, true)).toBe(true)
  })

  it.each([
    undefined,
    '',
    'evil.example',
    'evil.example:4000',
    'localhost',
    'localhost:4001',
    'localhost:4000:4000',
    'localhost.evil.example:4000',
    'localhost:4000@evil.example',
    'localhost.:4000',
    '127.0.0.1.nip.io:4000',
    '127.0.0.2:4000',
    '[::1]',
    '[::1:4000',
    '192.168.1.5:4000',
    ' localhost:4000',
  ])('not %s', (host) => {
    expect(hostAllowed(host, loopback, true)).toBe(false)
  })

  it('may leave out port 80 alone', () => {
    expect(hostAllowed('localhost', { host: '127.0.0.1', port: 80 }, true)).toBe(true)
  })

  it('is also the one it was told to listen at', () => {
    expect(hostAllowed('192.168.1.5:4000', { host: '192.168.1.5', port: 4000 }, true)).toBe(true)
    expect(hostAllowed('[fe80::1]:4000', { host: 'fe80::1', port: 4000 }, true)).toBe(true)
    expect(hostAllowed('may-van-phong:4000', { host: 'may-van-phong', port: 4000 }, true)).toBe(true)
  })

  it('is any number, and no name, where it listens everywhere: names can be made to lead here', () => {
    for (const host of ['0.0.0.0', '::']) {
      expect(hostAllowed('192.168.1.5:4000', { host, port: 4000 }, true)).toBe(true)
      expect(hostAllowed('[fe80::1]:4000', { host, port: 4000 }, true)).toBe(true)
      expect(hostAllowed('evil.example:4000', { host, port: 4000 }, true)).toBe(false)
    }
  })

  it('is none for other machines where it was not opened to them, whatever name they give', () => {
    const port = 4000
    for (const host of ['127.0.0.1', 'localhost', '::1', ''])
      expect(hostAllowed('localhost:4000', { host, port }, false), host).toBe(false)
    // A container is reached by its machine, which calls it so.
    expect(hostAllowed('localhost:4000', { host: '0.0.0.0', port }, false)).toBe(true)
    expect(hostAllowed('192.168.1.5:4000', { host: '192.168.1.5', port }, false)).toBe(true)
  })
})

describe('the event stream', () => {
  it('is for pages of this server', () => {
    const host = 'localhost:4000'
    expect(sameOrigin({ host })).toBe(true)
    expect(sameOrigin({ host, 'sec-fetch-site': 'same-origin' })).toBe(true)
    expect(sameOrigin({ host, origin: 'http://localhost:4000', 'sec-fetch-site': 'same-origin' })).toBe(true)
  })

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:4001' },
    { origin: 'https://localhost:4000' },
  ])('is not for %j', (headers) => {
    expect(sameOrigin({ host: 'localhost:4000', ...headers })).toBe(false)
  })
})

describe('a frame of the preview’s own', () => {
  it('is for pages that are asked for one, or that nobody can say it of', () => {
    expect(mayBeFramed({ host: '127.0.0.1:4000', 'sec-fetch-dest': 'iframe' })).toBe(true)
    expect(mayBeFramed({ host: '192.0.2.7:4000' })).toBe(true)
    expect(mayBeFramed({ host: '192.0.2.7:4000', 'sec-fetch-dest': 'document' })).toBe(false)
    for (const host of ['127.0.0.1:4000', 'LOCALHOST:4000', '[::1]:4000']) expect(mayBeFramed({ host })).toBe(false)
  })
})

describe('the path of a request', () => {
  it('is decoded once, without its query, in NFC', () => {
    expect(pathOf('/2023/x/?a=/b#c')).toBe('/2023/x/')
    expect(pathOf('/t%C3%A0i%20li%E1%BB%87u.pdf')).toBe('/tài liệu.pdf')
    expect(pathOf('/ta%CC%80i.pdf')).toBe('/tài.pdf')
    expect(pathOf('/%252e%252e/')).toBe('/%2e%2e/')
  })

  it.each(['', '*', 'x', 'http://evil.example/', '/%', '/%zz', '/%ff', '/a%00', '/a%0d%0ab', '/a\\b', '/a%5cb'])(
    'is refused: %j',
    (target) => {
      expect(pathOf(target)).toBe(null)
    },
  )
})

describe('who is at this machine', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])('%s', (address) => {
    expect(fromHere(address)).toBe(true)
  })

  it.each([undefined, '', '192.168.1.5', '::ffff:192.168.1.127', '10.127.0.1', 'fe80::1', '::11', '1270::1'])(
    'not %s',
    (address) => {
      expect(fromHere(address)).toBe(false)
    },
  )
})
