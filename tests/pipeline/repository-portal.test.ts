import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse as parseHtml } from 'parse5'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../src/pipeline/build.ts'
import { memorySink } from '../../src/pipeline/write.ts'
import { fold } from '../../src/text/fold.ts'
import { makeWorld, REPOSITORY } from '../portal.ts'

const SEED = '2023/hoi-nghi-tong-ket-dong-quan-canh-phong/index.html'
const outputs = new Map<string, Buffer>()
const text = (path: string): string => outputs.get(path)?.toString('utf8') ?? ''
let diagnostics: readonly string[] = []

beforeAll(async () => {
  const sink = memorySink()
  const report = await build(makeWorld(REPOSITORY), () => sink)
  for (const [path, bytes] of sink.files) outputs.set(path, Buffer.from(bytes))
  diagnostics = report.diagnostics
    .filter(({ diagnostic }) => diagnostic.severity !== 'hint')
    .map(({ file, diagnostic: { code } }) => `${file} ${code}`)
})

/** All text nodes of a page in order, blanks as one; an explained acronym stands within its sentence. */
function readable(html: string): string {
  const parts: string[] = []
  const visit = (node: { nodeName: string; value?: string; childNodes?: unknown[] }): void => {
    if (node.nodeName === '#text') parts.push(node.value ?? '')
    if (node.nodeName !== 'script') for (const child of node.childNodes ?? []) visit(child as never)
  }
  visit(parseHtml(html.replace(/<\/?abbr\b[^>]*>/g, '')) as never)
  return parts.join(' ').replace(/\s+/g, ' ')
}

/** What a name has whose content never changes: hosts let browsers keep it for a year (src/pipeline/plan/hosting/table.ts). */
const FINGERPRINT = /\.[0-9a-f]{8}\.\w+$/

/** What a browser asks for with a page but its pictures: style, fonts, scripts, icons. */
const loadedWith = (html: string): readonly string[] =>
  [...html.matchAll(/<(?:link[^>]*rel="(?:stylesheet|preload|icon|manifest)"[^>]*|script[^>]*)>/g)].flatMap(
    ([tag]) => / (?:src|href)="\/([^"]+)"/.exec(tag)?.[1] ?? [],
  )

const weights = new Map<string, number>()
/** Bytes on the line, as nginx sends them if nobody tells it more than our snippet: texts by gzip 1, fonts and pictures as they are. */
const sumOf = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => {
    const bytes = outputs.get(path)
    if (bytes === undefined) throw new Error(`a page asks for ${path}, which is not there`)
    const weight =
      weights.get(path) ?? (/\.(?:woff2|png)$/.test(path) ? bytes.length : gzipSync(bytes, { level: 1 }).length)
    weights.set(path, weight)
    return sum + weight
  }, 0)

describe('the portal of this repository', () => {
  it('builds without a warning', () => expect(diagnostics).toEqual([]))

  it('has every kind of page', () => {
    for (const path of [
      'index.html',
      SEED,
      'chuyen-muc/index.html',
      'chuyen-muc/chien-luoc-dinh-huong-quy-hoach/index.html',
      'chuyen-muc/chien-luoc-dinh-huong-quy-hoach/2023/index.html',
      'gioi-thieu/index.html',
      '404.html',
      'rss.xml',
      'sitemap.xml',
      'sitemap-2023.xml',
      'robots.txt',
      'tin-cu/123/index.html',
      'favicon.svg',
      'favicon.ico',
    ]) {
      expect(outputs.has(path), path).toBe(true)
    }
  })

  it('calls no two pages the same, nor describes them so', () => {
    const heads = [...outputs.keys()].flatMap((path) => {
      const html = path.endsWith('.html') ? text(path) : ''
      if (html === '' || html.includes('http-equiv="refresh"')) return []
      return [
        {
          path,
          title: /<title>([^<]*)</.exec(html)?.[1],
          said: /<meta name="description" content="([^"]*)"/.exec(html)?.[1],
        },
      ]
    })
    const twice = (of: (head: (typeof heads)[number]) => string | undefined) =>
      heads.filter((head) => heads.some((other) => other !== head && of(other) === of(head))).map(({ path }) => path)
    expect(heads.length).toBeGreaterThan(200)
    expect(twice(({ title }) => title)).toEqual([])
    expect(twice(({ said }) => said)).toEqual([])
  })

  it('keeps every sentence of the seed', () => {
    const page = readable(text(SEED))
    const source = readFileSync(join(REPOSITORY, 'tests/fixtures/seed/tho-xuan-bulletin-2023-01-13.txt'), 'utf8')
    const sentences = source
      .split('\n')
      .slice(6)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '' && !/\.(png|jpg)$/.test(line) && !/^(100%|Đăng lúc|Lê Thơ-)/.test(line))
      .map((line) => line.replace(/^\( ?|\)$/g, ''))
    expect(sentences.length).toBeGreaterThanOrEqual(9)
    for (const sentence of sentences) expect(page).toContain(sentence)
    expect(page).toContain('13/01/2023')
    expect(page).toContain('Lê Thơ – Khắc Cường, Trung tâm VHTT, TT&DL huyện')
  })

  it('lets the name of no photo out, in no form', () => {
    const names = readdirSync(join(REPOSITORY, 'content/bulletins'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(png|jpe?g|webp|gif)$/i.test(name))
      .map((name) => name.split(/[\\/]/).at(-1) ?? '')
    expect(names.length).toBeGreaterThan(15)
    const html = (name: string) => name.replace(/[&<>"' ()]/g, (one) => `&#${one.charCodeAt(0)};`)
    const forms = names.flatMap((name) => {
      const stem = name.replace(/\.[^.]+$/, '')
      return [
        name,
        name.normalize('NFD'),
        encodeURIComponent(name),
        encodeURI(name),
        html(name),
        fold(name),
        fold(name).replace(/\s+/g, '-'),
        `${fold(stem).replace(/[^a-z0-9]+/g, '-')}.`,
      ]
    })
    for (const [path, bytes] of outputs) {
      expect(
        names.some((name) => path.endsWith(name)),
        path,
      ).toBe(false)
      if (!/\.(html|xml|txt|css|json|svg)$/.test(path)) continue
      const content = bytes.toString('utf8')
      for (const form of forms) expect(content.includes(form), `${form} in ${path}`).toBe(false)
    }
  })

  it('publishes no metadata with any picture', async () => {
    const pictures = [...outputs].filter(([path]) => /\.(jpg|png)$/.test(path))
    expect(pictures.length).toBeGreaterThan(15)
    for (const [path, bytes] of pictures) {
      const { exif, icc, iptc, xmp, comments, orientation } = await sharp(bytes).metadata()
      expect({ exif, icc, iptc, xmp, comments, orientation }, path).toEqual({})
      for (const mark of ['Exif\0\0', 'http://ns.adobe.com', 'Photoshop 3.0', 'eXIf']) {
        expect(bytes.includes(mark), `${mark} in ${path}`).toBe(false)
      }
    }
  })

  it('has nowhere the marks by which people look for metadata, not even by chance', () => {
    for (const [path, bytes] of outputs) {
      for (const mark of ['Exif', 'GPS', 'XMP', 'IPTC']) expect(bytes.includes(mark), `${mark} in ${path}`).toBe(false)
    }
  })

  it('asks nothing of another host and has no inline script or style', () => {
    for (const [path, bytes] of outputs) {
      if (!path.endsWith('.html')) continue
      const html = bytes.toString('utf8')
      expect(html, path).not.toMatch(
        /<script(?! type="application\/ld\+json">| src="\/assets\/js\/\w+\.[0-9a-f]{8}\.js"(?: defer(?: data-viewer-script="\/assets\/js\/viewer\.[0-9a-f]{8}\.js")?)?><\/script>)/,
      )
      expect(html, path).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
      for (const [, address] of html.matchAll(/<(?:img|script|source|iframe|video|audio)[^>]*\ssrc="([^"]*)"/g))
        expect(address, path).toMatch(/^\//)
      for (const [, address] of html.matchAll(
        /<link[^>]*rel="(?:stylesheet|icon|preload|manifest)"[^>]*href="([^"]*)"/g,
      ))
        expect(address, path).toMatch(/^\//)
    }
  })

  it('costs a reader of any page less than 100 kB the first time, pictures aside, and less than 15 kB again', () => {
    let counted = 0
    for (const [path, bytes] of outputs) {
      if (!path.endsWith('.html')) continue
      const asked = [...new Set(loadedWith(bytes.toString('utf8')))]
      const again = asked.filter((name) => !FINGERPRINT.test(name))
      expect(sumOf([path, ...asked]), `${path}, first`).toBeLessThan(100_000)
      expect(sumOf([path, ...again]), `${path}, again`).toBeLessThan(15_000)
      // Four fonts, the style and two scripts at the least: a page of which nothing is counted proves nothing.
      if (asked.length >= 7) counted += 1
    }
    expect(counted).toBeGreaterThan(300)
  })

  it('says that it is a sample, to people and to search engines', () => {
    for (const [path, bytes] of outputs) {
      if (!path.endsWith('.html')) continue
      expect(bytes.toString('utf8'), path).toMatch(/<meta name="robots" content="noindex/)
    }
    expect(readable(text('index.html'))).toMatch(/dữ liệu mẫu|mẫu/i)
  })

  it('describes each bulletin for machines', () => {
    const html = text(SEED)
    const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) =>
      JSON.parse(json ?? ''),
    )
    const article = data.find((one) => one['@type'] === 'NewsArticle')
    expect(article).toMatchObject({
      datePublished: '2023-01-13',
      author: [{ name: 'Lê Thơ' }, { name: 'Khắc Cường' }],
      inLanguage: 'vi',
    })
    expect(article.image[0]).toMatch(/^https:\/\/thoxuan\.example\.vn\/2023\/.*\.(jpg|png)$/)
    expect(data.find((one) => one['@type'] === 'BreadcrumbList').itemListElement.length).toBeGreaterThanOrEqual(2)
    for (const name of [
      'DC.title',
      'DC.creator',
      'DC.date',
      'DC.description',
      'DC.publisher',
      'DC.identifier',
      'DC.language',
    ])
      expect(html).toContain(`name="${name}"`)
    for (const property of ['og:title', 'og:type', 'og:url', 'og:image', 'og:description'])
      expect(html).toContain(`property="${property}"`)
    expect(html).toMatch(
      /<link rel="canonical" href="https:\/\/thoxuan\.example\.vn\/2023\/hoi-nghi-tong-ket-dong-quan-canh-phong\/"/,
    )
  })

  it('leads nowhere that does not exist', () => {
    const dead: string[] = []
    for (const [path, bytes] of outputs) {
      if (!path.endsWith('.html')) continue
      for (const [, address = ''] of bytes.toString('utf8').matchAll(/\s(?:href|src)="(\/[^"]*)"/g)) {
        const file = address
          .replace(/[#?].*$/, '')
          .slice(1)
          .replace(/(^|\/)$/, '$1index.html')
        if (!outputs.has(file)) dead.push(`${path} → ${address}`)
      }
    }
    expect(dead).toEqual([])
  })
})
