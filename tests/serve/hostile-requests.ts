/** One request that nobody who only looks at pages would send: its bytes, and the first line of what may be answered. */
export interface HostileRequest {
  readonly name: string
  readonly bytes: string
  /** An empty answer: the server has hung up. */
  readonly answer: RegExp
}

const REFUSED = /^HTTP\/1\.1 40[034] /
const MALFORMED = /^(HTTP\/1\.1 4\d\d |$)/

const up = ['..', '%2e%2e', '%2E.', '%252e%252e', '%c0%ae%c0%ae', '..%00', '%2e%2e%3b', '....', '. .']
const slash = ['/', '%2f', '%5c', '\\', '%252f', '%255c', '//']
const aims = ['secret.txt', 'content/portal.yml', 'content-leak/a.txt', 'etc/passwd']
const ways = up.flatMap((dots) => slash.map((sign) => `${dots}${sign}${dots}${sign}${dots}${sign}`))

/** Plain, encoded twice, wrongly encoded, with backslashes and NUL, from the top and from a folder that is there. */
const climbs = ways.flatMap((way, index) => [
  `/${way}${aims[index % aims.length]}`,
  `/anh/${way}${aims[(index + 1) % aims.length]}`,
])

const paths = [
  ...['/secret.txt', '/.env', '/dist/secret.txt', '/content/portal.yml', '/content-leak/a.txt', '/templates/base.njk'],
  ...['//secret.txt', '///etc/passwd', '//evil.example/', '/@fs/etc/passwd', '/@fs//etc/passwd', '/file:///etc/passwd'],
  ...['/anh', '/anh/', '/anh/..', '/anh/.', '/anh/./a.txt', '/anh//a.txt', '/anh/a.txt/', '/anh/a.txt%00.html'],
  ...['/anh/a.txt;x', '/anh/a.txt%20', '/anh/a.txt.', '/ANH/A.TXT', '/anh-leak/a.txt', '/anh/a.txt::$DATA'],
  ...['/%', '/%0', '/%zz', '/%ff', '/%c3%28', '/%ed%a0%80', '/%u002e', '/a%0d%0aSet-Cookie:%20x=1', '/a%09b', '/a%7f'],
  ...['/con', '/nul', '/C:/Windows/win.ini', '/c%3a/Windows/win.ini', '/%5c%5cserver%5cshare', '/~root', '/*'],
  ...['/.git/HEAD', '/.tx-portal/cache', '/package.json', '/node_modules/', '/proc/self/environ', '/urls.lock'],
  `/${'a'.repeat(7000)}`,
  `/${'%2e%2e/'.repeat(800)}etc/passwd`,
  `/${'../'.repeat(1500)}etc/passwd`,
]

/** The preview's own addresses, led astray: none takes a path from a request to the disk. */
const own = [
  ...['../secret.txt', '%2e%2e/secret.txt', '/reload.js', 'reload.js/../../.env', 'overlay.css%00', 'EVENTS', 'x'],
  ...['phone', 'print', 'copy'].flatMap((tool) => [
    tool,
    `${tool}?to=../../../secret.txt`,
    `${tool}?to=/%252e%252e/secret.txt`,
    `${tool}?to=//evil.example/`,
    `${tool}?to=file:///etc/passwd`,
    `${tool}?to=/__portal/`,
    `${tool}?to=/anh/a.txt`,
    `${tool}?to=javascript:alert(1)`,
  ]),
  ...['moment', 'moment?token=', 'moment?token=1&at=2030-01-01', 'moment?at=2030-01-01&readers=on'],
  ...['events', 'events?token=', 'events?token=1', 'events?page=/../secret.txt'],
].map((rest) => `/__portal/${rest}`)

/** What no request line may name. */
const targets = ['http://evil.example/', '*', 'secret.txt', '?', '#', 'file:///etc/passwd', 'https://127.0.0.1/']

const methods = 'POST PUT DELETE PATCH OPTIONS TRACE PROPFIND MKCOL MOVE COPY LOCK SEARCH PURGE LINK'.split(' ')

const hosts = (port: number): readonly string[] => [
  ...[
    '',
    'evil.example',
    `evil.example:${port}`,
    'localhost',
    `localhost:${port + 1}`,
    `127.0.0.1.evil.example:${port}`,
  ],
  ...[`127.0.0.1:${port}:${port}`, `localhost:${port}.evil.example`, `0.0.0.0:${port}`, `user@127.0.0.1:${port}`],
  ...[`127.1:${port}`, `2130706433:${port}`, `[::ffff:127.0.0.1]:${port}`, `192.168.1.1:${port}`, `xn--a:${port}`],
]

const malformed: readonly (readonly [string, string])[] = [
  ['no Host', 'GET / HTTP/1.1\r\n\r\n'],
  ['no Host in HTTP 1.0', 'GET / HTTP/1.0\r\n\r\n'],
  ['an unknown method', 'GIMME / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a proxy’s request', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
  ['another version', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n'],
  ['two Content-Lengths', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
  ['two Hosts', 'GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n'],
  ['a negative length', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n'],
  ['a folded header', 'GET / HTTP/1.1\r\nHost: x\r\n y: z\r\n\r\n'],
  ['a header without a name', 'GET / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n'],
  ['NUL in a header', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n'],
  ['a blank before the colon', 'GET / HTTP/1.1\r\nHost : x\r\n\r\n'],
  ['bare line ends', 'GET / HTTP/1.1\nHost: x\n\n'],
  ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['HTTP 2 at once', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['a single large header', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`],
  ['3000 headers', `GET / HTTP/1.1\r\nHost: x\r\n${'X-Many: yyyy\r\n'.repeat(3000)}\r\n`],
  ['an endless address', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
]

/** All of them, for a server at a port of the loopback. */
export function hostileRequests(port: number): readonly HostileRequest[] {
  const ask = (method: string, target: string, host: string, more = ''): string =>
    `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`
  const here = `127.0.0.1:${port}`
  const get = (target: string, answer = REFUSED): HostileRequest => ({
    name: `GET ${target.slice(0, 80)}`,
    bytes: ask('GET', target, here),
    answer,
  })
  return [
    ...[...climbs, ...paths, ...own].map((target) => get(target)),
    ...targets.map((target) => get(target, /^HTTP\/1\.1 400 /)),
    ...methods.map((method) => ({ name: method, bytes: ask(method, '/', here), answer: /^HTTP\/1\.1 40[05] / })),
    ...hosts(port).map((host) => ({ name: `Host: ${host}`, bytes: ask('GET', '/', host), answer: /^HTTP\/1\.1 403 / })),
    ...['http://evil.example', 'null', `http://127.0.0.1:${port + 1}`, `https://${here}`].map((origin) => ({
      name: `Origin: ${origin}`,
      bytes: ask('GET', '/__portal/events?token=1', here, `Origin: ${origin}\r\n`),
      answer: /^HTTP\/1\.1 403 /,
    })),
    ...malformed.map(([name, bytes]) => ({ name, bytes, answer: MALFORMED })),
  ]
}
