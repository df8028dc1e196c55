import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentType } from '../../src/serve/content-type.ts'
import { copySample, REPOSITORY } from '../portal.ts'
import { contents, folder, has, txPortal } from './run.ts'
import { rawRequest, startApache, startNginx, startPython } from './servers.ts'

const POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; upgrade-insecure-requests"

/** What every answer must say, written out here once more: the snippets are made from another table. */
const COMMON = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
}
const FOR_EVER = 'public, max-age=31536000, immutable'
const FOR_A_WHILE = 'public, max-age=300'
const SECRET = 'KHONG-DUOC-DOC'

const FEEDS: Readonly<Record<string, string>> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
}
const forServers = /^(?:_headers|_redirects|\.htaccess|web\.config)$/
const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const cacheOf = (path: string): string =>
  path.startsWith('assets/') || /-[0-9a-f]{8}-\d+\.(jpg|png|webp|avif)$/.test(path) ? FOR_EVER : FOR_A_WHILE

/** A published portal: where it is, what stands before its addresses, and the folder that a server has as its root. */
interface Published {
  readonly out: string
  readonly base: string
  readonly root: string
}

/** npm test asks nginx for everything; test:all at both places, Apache too, and one without a snippet. */
const everything = process.env['TX_EXHAUSTIVE'] !== undefined

let plain: Published
let below: Published

beforeAll(() => {
  const root = folder()
  copySample(root)
  mkdirSync(join(root, 'content/static/.well-known'))
  writeFileSync(join(root, 'content/static/.well-known/security.txt'), 'Contact: mailto:a@thoxuan.example.vn\n')
  plain = publish(root, { out: join(root, 'dist'), base: '/', root: join(root, 'dist') }, [])
  if (!everything) return
  const second = folder()
  // With the pictures made already: their addresses are what matters here.
  for (const name of ['content', '.tx-portal']) cpSync(join(root, name), join(second, name), { recursive: true })
  below = publish(
    second,
    { out: join(second, 'www/huyen/tho-xuan'), base: '/huyen/tho-xuan/', root: join(second, 'www') },
    ['--base-url', 'https://tinh.example.vn/huyen/tho-xuan'],
  )
})

/** Builds, and leaves about what people leave about: nobody may read it. */
function publish(portal: string, where: Published, more: readonly string[]): Published {
  mkdirSync(dirname(where.out), { recursive: true })
  const { status, stderr } = txPortal(['build', '--now', '2025-07-01', '--out', where.out, ...more], portal)
  expect(status, stderr).toBe(0)
  for (const path of ['.env', '.git/config', '2023/.git/config', '.tx-portal/x']) {
    mkdirSync(dirname(join(where.out, path)), { recursive: true })
    writeFileSync(join(where.out, path), SECRET)
  }
  for (const path of ['bi-mat.txt', 'bi-mat/x.txt']) {
    mkdirSync(dirname(join(where.root, '..', path)), { recursive: true })
    writeFileSync(join(where.root, '..', path), SECRET)
  }
  // An empty folder has no index to show.
  mkdirSync(join(where.out, 'trong'))
  // The server runs as a user of its own.
  chmodSync(portal, 0o755)
  return where
}

/** The README's own server block, with these paths, and without the certificate that nobody has here; the block beside it sends on to https. */
function readmeBlock({ root, out }: Published): string {
  const whole = /```nginx\n([\s\S]*?)```/.exec(readFileSync(join(REPOSITORY, 'README.md'), 'utf8'))?.[1] ?? ''
  const [block = '', forward = ''] = whole.split(/(?<=^}\n)/m)
  expect(forward).toMatch(/^server \{ listen 80; .*return 301 https:\/\/\$host\$request_uri; \}\n$/)
  const bare = block.replace('listen 443 ssl;', 'listen 80;').replace(/^ *ssl_certificate(?:_key)? .*\n/gm, '')
  expect(block.split('\n').length - bare.split('\n').length, 'a certificate and its key').toBe(2)
  return bare.replace(/root [^;]+;/, `root "${root}";`).replace(/include [^;]+;/, `include "${out}.nginx.conf";`)
}

/** Files for readers, by path. */
const published = ({ out }: Published): readonly (readonly [string, Buffer])[] =>
  [...contents(out)].filter(([path]) => !forServers.test(path) && !/(^|\/)\.(env|git|tx-portal)(\/|$)/.test(path))

const addressOf = (path: string): string => encodeURI(path.replace(/(^|\/)index\.html$/, '$1'))

/** Goes through many, a few at a time. */
async function forAll<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item)
  }
  await Promise.all(Array.from({ length: 12 }, worker))
}

/** Asks for every published file by its address: the same bytes, the right type and headers. */
async function askForAll(url: string, where: Published): Promise<void> {
  const files = published(where)
  expect(files.length).toBeGreaterThan(400)
  const aliases = new Set((await redirectsOf(where)).map(({ path }) => path))
  await forAll(files, async ([path, bytes]) => {
    if (aliases.has(path)) return
    const response = await fetch(url + where.base + addressOf(path))
    expect(response.status, path).toBe(200)
    expect(bytes.equals(Buffer.from(await response.arrayBuffer())), path).toBe(true)
    const { headers } = response
    for (const [name, value] of Object.entries(COMMON)) expect(headers.get(name), `${name} of ${path}`).toBe(value)
    expect(headers.get('strict-transport-security'), path).toBeNull()
    expect(headers.get('content-type'), path).toBe(FEEDS[lastName(path)] ?? contentType(path))
    expect(headers.get('cache-control'), path).toBe(cacheOf(path))
    expect(headers.get('content-disposition'), path).toBe(/\.(pdf|docx?|xlsx?)$/.test(path) ? 'attachment' : null)
  })
}

/** Every redirect page there is, told by its own HTML. */
async function redirectsOf(where: Published) {
  return published(where).flatMap(([path, bytes]) => {
    const to = path.endsWith('.html')
      ? /<meta http-equiv="refresh" content="0; url=([^"]+)"/.exec(bytes.toString('utf8'))?.[1]
      : undefined
    return to === undefined ? [] : [{ path, to }]
  })
}

/** Asks for every old address, with and without its last slash. */
async function askForAliases(url: string, where: Published): Promise<void> {
  const redirects = await redirectsOf(where)
  expect(redirects.length).toBeGreaterThan(0)
  for (const { path, to } of redirects) {
    const address = where.base + addressOf(path)
    for (const from of [address, address.replace(/\/$/, '')]) {
      const response = await fetch(url + from, { redirect: 'manual' })
      expect(response.status, from).toBe(301)
      expect(new URL(response.headers.get('location') ?? '', url).href, from).toBe(url + to)
      expect(response.headers.get('content-security-policy'), from).toBe(POLICY)
    }
  }
}

/** Addresses that lead nowhere are answered by the portal's own page, with 404 and without being remembered long. */
async function askForNothing(url: string, { base }: Published): Promise<void> {
  for (const path of [
    'khong-co/',
    'khong-co',
    '2023/khong-co.pdf',
    'assets/khong.12345678.css',
    'a-12345678-9.jpg',
    'trong/',
  ]) {
    const response = await fetch(url + base + path)
    expect([403, 404], path).toContain(response.status)
    expect(await response.text(), path).toContain('Không tìm thấy trang')
    expect(response.headers.get('content-security-policy'), path).toBe(POLICY)
    expect(response.headers.get('cache-control') ?? '', path).not.toContain('immutable')
  }
  expect((await fetch(`${url}${base}khong-co/`)).status).toBe(404)
}

/** Ways out of the folder, and into what is in it but not published; `~` stands for the base path. */
const FORBIDDEN = [
  ...'~.env ~.git/config ~2023/.git/config ~.git/ ~.tx-portal/x ~.htaccess ~_headers ~_redirects ~web.config'.split(
    ' ',
  ),
  ...'~%2eenv ~%2Egit/config ~.%67it/config ~2023/%2e%67it/config ~2023/../.env ~2023//.git/config ~./.env'.split(' '),
  ...'~../bi-mat.txt ~../bi-mat/x.txt ~%2e%2e/bi-mat.txt ~..%2fbi-mat.txt ~%2e%2e%2fbi-mat.txt ~%252e%252e%252fbi-mat.txt'.split(
    ' ',
  ),
  ...'~..%5cbi-mat.txt ~..\\bi-mat.txt ~2023/..%2f..%2fbi-mat.txt ~2023/../../bi-mat.txt ~.%2e/bi-mat.txt ~%2e./bi-mat.txt'.split(
    ' ',
  ),
  ...'~..;/bi-mat.txt ~..%00/bi-mat.txt ~..%c0%af../bi-mat.txt ~....//bi-mat.txt ~.../bi-mat.txt ~..%u2216bi-mat.txt'.split(
    ' ',
  ),
  ...'/../bi-mat.txt /..%2fbi-mat.txt /%2e%2e%2fbi-mat.txt /%252e%252e/bi-mat.txt /..\\bi-mat.txt /bi-mat/../bi-mat.txt'.split(
    ' ',
  ),
  ...'/../../../../etc/passwd /%2e%2e/%2e%2e/%2e%2e/etc/passwd //etc/passwd /etc/passwd ~index.html%00.txt ~%00 ~.env%00.html'.split(
    ' ',
  ),
  ...'~assets/../.env ~assets/../../bi-mat.txt ~assets..%2f.env ~assets../.env ~.env/ ~.env?x ~%2fetc%2fpasswd ~file:///etc/passwd'.split(
    ' ',
  ),
  ...'~.ENV ~.Git/config ~.well-known/../.env ~.well-known%2f..%2f.env ~.well-known/.git/config ~.well-knownx ~C:/windows/win.ini'.split(
    ' ',
  ),
]

/** Refuses each: an error, nothing of what is hidden, and no way to another host. */
async function askForForbidden(url: string, { base }: Published): Promise<void> {
  for (const form of FORBIDDEN) {
    const { status, text } = await rawRequest(url, form.replace(/^~/, base))
    expect(status, form).toBeGreaterThanOrEqual(400)
    expect(status, form).toBeLessThan(500)
    expect(text, form).not.toContain(SECRET)
    expect(text, form).not.toMatch(/root:.*:0:0|RedirectMatch|<configuration>|Index of/)
  }
  for (const form of [
    '//evil.example',
    '//evil.example/%2e%2e',
    '/\\evil.example',
    '//evil.example/..',
    '~/2023',
    '~2023',
  ]) {
    const { text } = await rawRequest(url, form.replace(/^~/, base))
    expect(/^location: *(?:https?:)?\/\/(?!127\.0\.0\.1)/im.exec(text)?.[0], form).toBeUndefined()
  }
}

/** All there is to ask of a server over a published folder. */
async function askEverything(url: string, where: Published): Promise<void> {
  await askForAll(url, where)
  await askForAliases(url, where)
  await askForNothing(url, where)
  await askForForbidden(url, where)
  const known = await fetch(`${url}${where.base}.well-known/security.txt`)
  expect([known.status, await known.text()]).toEqual([200, 'Contact: mailto:a@thoxuan.example.vn\n'])
}

const places = (
  [
    ['at the top of a host', () => plain],
    ['below a path', () => below],
  ] as const
).filter((_, number) => number === 0 || everything)

describe('the published folder', () => {
  it.for(places)(
    'is served whole and nothing else by nginx with the snippet of the build, %s',
    { timeout: 60_000 },
    async ([, which], context) => {
      if (!has('nginx')) return context.skip()
      const where = which()
      await askEverything(await startNginx(readmeBlock(where)), where)
    },
  )

  it.runIf(everything)('leads from its path without a slash on, wherever a proxy has it', async (context) => {
    if (!has('nginx')) return context.skip()
    const url = await startNginx(readmeBlock(below))
    const { status, headers } = await fetch(`${url}${below.base.slice(0, -1)}`, { redirect: 'manual' })
    expect([status, headers.get('location')]).toEqual([301, below.base])
    for (const [name, value] of Object.entries(COMMON)) expect(headers.get(name), name).toBe(value)
  })

  it.runIf(everything).for(places)(
    'is served whole and nothing else by Apache with its .htaccess, %s',
    { timeout: 60_000 },
    async ([, which], context) => {
      if (!has('apache2')) return context.skip()
      const where = which()
      await askEverything(await startApache(where.root), where)
    },
  )

  it.runIf(everything)('is served by python3 -m http.server', async (context) => {
    if (!has('python3')) return context.skip()
    const url = await startPython(plain.root)
    await forAll(published(plain), async ([path, bytes]) => {
      const response = await fetch(`${url}/${addressOf(path)}`)
      expect(response.status, path).toBe(200)
      expect(bytes.equals(Buffer.from(await response.arrayBuffer())), path).toBe(true)
    })
  })

  it('has well-formed feeds, sitemaps and configuration of IIS', (context) => {
    if (!has('xmllint')) return context.skip()
    const files = [...contents(plain.out).keys()].filter((path) => /\.(xml|config)$/.test(path))
    expect(files.length).toBeGreaterThanOrEqual(7)
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', ...files], {
      cwd: plain.out,
      encoding: 'utf8',
    })
    expect(status, stderr).toBe(0)
  })

  it.runIf(everything)('works below a path of a host', () => {
    for (const [path, bytes] of published(below)) {
      if (!path.endsWith('.html')) continue
      const html = bytes.toString('utf8')
      for (const [, address = ''] of html.matchAll(/\s(?:href|src|content)="(\/[^"]*)"/g))
        expect(address, path).toMatch(/^\/huyen\/tho-xuan\//)
      for (const [, address = ''] of html.matchAll(/<link rel="canonical" href="([^"]*)"/g))
        expect(address, path).toMatch(/^https:\/\/tinh\.example\.vn\/huyen\/tho-xuan\//)
    }
  })
})
