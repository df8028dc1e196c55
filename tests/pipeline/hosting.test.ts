import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { writeBeside } from '../../src/pipeline/write.ts'
import { bulletin, PORTAL_YML, portal, type TestPortal } from '../portal.ts'

const open: TestPortal[] = []
const folders: string[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true })
})

/** Builds a portal with an old address and more lines in portal.yml: the text of every host's file. */
async function hosted(more = '', portalYml = PORTAL_YML) {
  const one = portal({
    'content/portal.yml': portalYml + more,
    'content/bulletins/2023/a.md': bulletin('Một', 'aliases: [/tin-cu/123/, /News.aspx]\n'),
  })
  open.push(one)
  const report = await one.build()
  expect(report.ok).toBe(true)
  const text = (path: string) => {
    const bytes = report.outputs.get(path)
    return bytes === undefined ? null : Buffer.from(bytes).toString('utf8')
  }
  return {
    one,
    nginx: report.plan?.beside[0]?.text ?? null,
    apache: text('.htaccess'),
    iis: text('web.config'),
    headers: text('_headers'),
    redirects: text('_redirects'),
    home: text('index.html') ?? '',
    codes: report.diagnostics.map(({ diagnostic }) => diagnostic.code),
  }
}

/** The common headers that a host's file sets, each in the words of that file. */
const saidBy = ({ nginx, apache, iis, headers }: Awaited<ReturnType<typeof hosted>>) => {
  const common = /^(Content-Security-Policy|X-Content|Referrer-|Permissions-|Cross-Origin-|Strict-)/
  const gather = (text: string | null, pattern: RegExp) => [
    ...new Set(
      [...(text ?? '').matchAll(pattern)]
        .filter(([, name = '']) => common.test(name))
        .map(([, name, value]) => `${name}: ${value}`),
    ),
  ]
  return {
    nginx: gather(nginx, /add_header (\S+) "([^"]*)" always;/g),
    apache: gather(apache, /Header always set (\S+) "([^"]*)"/g),
    iis: gather(iis, /<add name="([^"]+)" value="([^"]*)" \/>/g),
    pages: gather(headers, /^ {2}([\w-]+): (.*)$/gm),
  }
}

describe('files for servers', () => {
  it('say the same headers on every host', async () => {
    const said = saidBy(await hosted())
    expect(said.nginx).toHaveLength(5)
    expect(said.nginx[0]).toMatch(/ frame-ancestors 'none'; upgrade-insecure-requests$/)
    for (const one of [said.apache, said.iis, said.pages]) expect(one).toEqual(said.nginx)
  })

  it('lead old addresses on to the same place on every host', async () => {
    const { nginx, apache, iis, redirects } = await hosted()
    for (const from of ['/News.aspx', '/tin-cu/123', '/tin-cu/123/']) {
      expect(nginx).toContain(`location = ${from} { return 301 /2023/a/; }`)
      expect(apache).toContain(`RedirectMatch 301 "^${from.replace('.', '\\.')}$" "/2023/a/"`)
      expect(iis).toContain(`<add wildcard="${from}" destination="/2023/a/" />`)
      expect(redirects).toContain(`\n${from} /2023/a/ 301\n`)
    }
  })

  it('speak of https only where the portal has it, and of HSTS only where it is asked for', async () => {
    const secure = saidBy(await hosted('hosting: {hsts: true}\n'))
    for (const one of Object.values(secure)) expect(one).toContain('Strict-Transport-Security: max-age=31536000')
    const bare = await hosted('hosting: {hsts: true}\n', PORTAL_YML.replace('https:', 'http:'))
    expect(bare.codes).toContain('config/hsts')
    for (const one of Object.values(saidBy(bare)).flat()) expect(one).not.toMatch(/Strict-Transport|upgrade-insecure/)
  })

  it('are made for the hosts that portal.yml names', async () => {
    const apache = await hosted('hosting: {for: [apache]}\n')
    expect([apache.nginx, apache.iis, apache.headers, apache.redirects]).toEqual([null, null, null, null])
    expect(apache.apache).not.toBeNull()
    const wrong = portal({
      'content/portal.yml': `${PORTAL_YML}hosting: {for: [caddy], hst: true}\n`,
      'content/bulletins/2023/a.md': bulletin('Một'),
    })
    open.push(wrong)
    expect(await wrong.says({}, ['error'])).toEqual([
      'content/portal.yml:10:17 field/value',
      'content/portal.yml:10:25 field/unknown',
    ])
  })

  it('name the hosts that may measure, and no others, in header and page alike', async () => {
    const { nginx, home } = await hosted(
      'measurement: {script: https://dem.tinh.gov.vn, connect: [https://dem.tinh.gov.vn:8443/]}\n',
    )
    for (const text of [nginx, home.replaceAll('&#39;', "'")]) {
      expect(text).toContain("script-src 'self' https://dem.tinh.gov.vn;")
      expect(text).toContain("connect-src 'self' https://dem.tinh.gov.vn:8443;")
      expect(text).toContain("img-src 'self';")
    }
    for (const wrong of [
      'https://*.gov.vn',
      'http://dem.tinh.gov.vn',
      "https://a.vn; script-src 'unsafe-inline'",
      'https://a.vn/x',
    ]) {
      const one = portal({ 'content/portal.yml': `${PORTAL_YML}measurement: {script: ["${wrong}"]}\n` })
      open.push(one)
      expect((await one.says({}, ['error'])).join(), wrong).toContain('field/type')
    }
  })

  it('keep web.config below what IIS takes, and say so in it', async () => {
    const one = portal({})
    open.push(one)
    for (let page = 0; page < 12; page += 1) {
      const aliases = Array.from({ length: 250 }, (_, n) => `/trang-cu-rat-cu/bai-viet-so-${page}-${n}/`).join(', ')
      one.write(`content/pages/trang-${page}.md`, `---\ntitle: Trang ${page}\naliases: [${aliases}]\n---\nChữ.\n`)
    }
    const { outputs } = await one.build()
    const text = Buffer.from(outputs.get('web.config') ?? []).toString('utf8')
    expect(text.length).toBeGreaterThan(190_000)
    expect(text.length).toBeLessThan(245_000)
    expect(text).toMatch(/<!-- \d+ more answer by their redirect pages/)
  })
})

describe('the file beside the published folder', () => {
  const marker = '# của công cụ'
  const file = (text: string | null) => [
    { suffix: '.nginx.conf', marker, text: text === null ? null : `${marker}\n${text}` },
  ]
  const make = () => {
    const home = mkdtempSync(join(tmpdir(), 'cổng cạnh '))
    folders.push(home)
    return { out: join(home, 'dist'), path: join(home, 'dist.nginx.conf') }
  }

  it('is written, replaced, and removed when it is no longer wanted', () => {
    const { out, path } = make()
    expect(writeBeside(out, file('một'))).toEqual([])
    expect(writeBeside(out, file('hai'))).toEqual([])
    expect(readFileSync(path, 'utf8')).toBe(`${marker}\nhai`)
    expect(writeBeside(out, file(null))).toEqual([])
    expect(() => readFileSync(path)).toThrow('ENOENT')
  })

  it.each([
    ['somebody else’s', 'server { listen 80; }\n'],
    ['an empty one', ''],
    ['one that names the tool further down', `server {}\n${marker}\n`],
  ])('is never put over %s', (_, text) => {
    const { out, path } = make()
    writeFileSync(path, text)
    const codes = writeBeside(out, file('một')).map(({ diagnostic: { code, params } }) => ({ code, params }))
    expect(codes).toEqual([{ code: 'out/beside', params: { path, why: 'foreign' } }])
    expect(writeBeside(out, file(null))).toEqual([])
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('says when the machine refuses it', () => {
    const { out } = make()
    const said = writeBeside(join(out, 'khong-co', 'dist'), file('một'))
    expect(said).toMatchObject([
      { diagnostic: { code: 'out/beside', severity: 'warning', params: { why: 'refused' } } },
    ])
  })
})
