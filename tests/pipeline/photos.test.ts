import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { encodePhotos } from '../../src/pipeline/picture.ts'
import { ENCODER, HEIC_DECODER } from '../../src/pipeline/plan/photos.ts'
import { bulletin, PORTAL_YML, portal, REPOSITORY, type TestPortal } from '../portal.ts'
import { random } from '../random.ts'

const open: TestPortal[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** A picture with an edge to look at. */
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3a6' } }).composite([
    {
      input: {
        create: { width: Math.ceil(width / 3), height: Math.ceil(height / 3), channels: 3, background: '#b31' },
      },
      gravity: 'northwest',
    },
  ])

const FOLDER = 'content/bulletins/2023/hoi-nghi'
const withPhotos = async (
  files: Readonly<Record<string, Uint8Array>>,
  body: string,
  more = '',
): Promise<TestPortal> => {
  const one = portal({
    [`${FOLDER}/index.md`]: bulletin('Hội nghị', '', body),
    'content/portal.yml': PORTAL_YML + more,
  })
  open.push(one)
  for (const [name, bytes] of Object.entries(files)) one.write(`${FOLDER}/${name}`, bytes)
  return one
}
const photosOf = (outputs: ReadonlyMap<string, Uint8Array>) =>
  [...outputs.keys()].filter((path) => path.startsWith('2023/hoi-nghi/hoi-nghi-')).sort()
const endings = (paths: readonly string[]) => paths.map((path) => path.replace(/^.*-[0-9a-f]{8}-/, '')).sort()

describe('photos', () => {
  it('are told with how often they stand there', async () => {
    const anh = await picture(800, 600).png().toBuffer()
    const one = await withPhotos(
      { 'a.png': anh, 'b.png': await picture(801, 600).png().toBuffer(), 'b 2.png': anh, 'b 3.png': anh },
      ['a', 'b', 'b 2', 'b 3', 'b', 'b', 'a'].map((name) => `Lời.\n\n![Ảnh ${name}](${name}.png)\n`).join('\n'),
    )
    const said = (await one.words()).filter((words) => words.includes('cùng một ảnh'))
    expect(said.map((words) => /“(.+?)” (?:được đặt|và).*?cùng một ảnh (.+?);/s.exec(words)?.slice(1))).toEqual([
      ['b 2.png', '3 lần'],
      ['b 3.png', '3 lần'],
      ['b.png', '3 lần'],
      ['b.png', '3 lần'],
      ['a.png', 'hai lần'],
    ])
  })

  it('keeps a long picture of a screen as wide as it is: its letters are to be read', async () => {
    const one = await withPhotos(
      { 'tin nhắn.png': await picture(1080, 9000).png().toBuffer() },
      '![Tin nhắn](tin nhắn.png)\n',
    )
    const { outputs } = await one.build()
    expect(endings(photosOf(outputs))).toEqual([
      '1080.jpg',
      '1080.png',
      '1080.webp',
      '360.webp',
      '480.png',
      '480.webp',
      '720.png',
      '720.webp',
    ])
    const html = Buffer.from(outputs.get('2023/hoi-nghi/index.html') ?? []).toString('utf8')
    expect(html).toContain('<figure class="figure">')
  })

  it('names the encoder as the package is', () => {
    const { dependencies } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(ENCODER).toBe(`sharp ${dependencies.sharp}`)
    expect(HEIC_DECODER).toBe(`libheif-js ${dependencies['libheif-js']}`)
  })

  it('are published as they were taken too if portal.yml asks, without what the camera wrote', async () => {
    const taken = await picture(1000, 750)
      .withExif({ IFD0: { Artist: 'Nhà riêng' }, IFD3: { GPSLatitude: '19/1 48/1 0/1' } })
      .jpeg()
      .toBuffer()
    const plain = await withPhotos({ 'a.jpg': taken }, '![Cánh đồng](a.jpg)\n')
    const before = photosOf((await plain.build()).outputs)
    const one = await withPhotos({ 'a.jpg': taken }, '![Cánh đồng](a.jpg)\n', 'originals: true\n')
    const { outputs } = await one.build()
    expect(photosOf(outputs).filter((path) => !before.includes(path))).toHaveLength(1)
    const page = Buffer.from(outputs.get('2023/hoi-nghi/index.html') ?? []).toString()
    const [, href = ''] =
      /<a class="credit" href="\/([^"]+)" download aria-label="Tải ảnh gốc: Cánh đồng">Tải ảnh gốc<\/a>/.exec(page) ??
      []
    expect(href).toMatch(/^2023\/hoi-nghi\/hoi-nghi-[0-9a-f]{8}-1000\.jpg$/)
    const { width, height, exif, orientation } = await sharp(outputs.get(href)).metadata()
    expect({ width, height, exif, orientation }).toEqual({ width: 1000, height: 750 })
    for (const [path, bytes] of outputs) expect(Buffer.from(bytes).includes('Nhà riêng'), path).toBe(false)
  })

  it('are led to as they were taken by whole addresses in feeds and data, which are read away from the portal', async () => {
    const photo = await picture(1000, 750).jpeg().toBuffer()
    const more = 'originals: true\napi: {fullText: true}\n'
    for (const baseUrl of ['https://xuanhoa.example.vn/', 'https://xuanhoa.example.vn/cong/']) {
      const one = await withPhotos({ 'a.jpg': photo }, '![Cánh đồng](a.jpg)\n', more)
      const { outputs } = await one.build({ baseUrl })
      for (const path of ['rss.xml', 'chuyen-muc/tin-tuc/rss.xml', 'atom.xml', 'feed.json', 'api/v1/2023-01.json']) {
        const text = Buffer.from(outputs.get(path) ?? []).toString()
        const said = path.endsWith('json') ? JSON.stringify(JSON.parse(text)).replaceAll('\\"', '"') : text
        const links = [...said.matchAll(/(?:href|src)=(?:"|&quot;)([^"&]*)/g)].map(([, href = '']) => href)
        expect(
          links.filter((href) => href.endsWith('-1000.jpg')),
          path,
        ).not.toEqual([])
        expect(
          links.filter((href) => !href.startsWith(baseUrl)),
          path,
        ).toEqual([])
      }
    }
  })

  it('come in the widths of the layout, as WebP and JPEG, cut once for sharing, all from one decode', async () => {
    const one = await withPhotos(
      { 'a dung (1).jpg': await picture(2000, 1500).jpeg().toBuffer() },
      '![Cánh đồng](a dung (1).jpg)\n',
    )
    const { outputs, photos, weight } = await one.build()
    const paths = photosOf(outputs)
    expect(photos).toBe(1)
    const widest = paths.find((path) => path.endsWith('-1600.webp')) ?? ''
    const taken = readFileSync(join(one.root, FOLDER, 'a dung (1).jpg')).length
    expect(weight).toEqual({ taken, shown: outputs.get(widest)?.length })
    expect(endings(paths)).toEqual([
      '1008.webp',
      '1200.jpg',
      '1600.jpg',
      '1600.webp',
      '360.webp',
      '480.jpg',
      '480.webp',
      '720.jpg',
      '720.webp',
    ])
    for (const path of paths) {
      const [, width, extension] = /-(\d+)\.(\w+)$/.exec(path) ?? []
      expect(await sharp(outputs.get(path)).metadata()).toMatchObject({
        width: Number(width),
        height: width === '1200' ? 630 : Number(width) * 0.75,
        format: extension === 'jpg' ? 'jpeg' : extension,
      })
    }
    const page = Buffer.from(outputs.get('2023/hoi-nghi/index.html') ?? []).toString()
    const named = [...page.matchAll(/\/(2023\/hoi-nghi\/hoi-nghi-[\w.-]+)/g)].map(([, path]) => path)
    expect([...new Set(named)].sort(), 'every variant is named, and nothing else').toEqual(paths)
    expect(page).toMatch(
      /<picture><source type="image\/webp" srcset="[^"]+ 360w, [^"]+ 480w, [^"]+ 720w, [^"]+ 1008w, [^"]+ 1600w" sizes="[^"]+">/,
    )
    expect(page).toMatch(
      /<img src="[^"]+-1600\.jpg" srcset="[^"]+" sizes="[^"]+" width="1600" height="1200" alt="Cánh đồng" decoding="async">/,
    )
    expect(page).not.toContain('a dung')
  })

  it('have a title as their caption and the words before it as their description, and images over both', async () => {
    const page = async (images: string) => {
      const one = await withPhotos(
        { 'a.jpg': await picture(500, 300).jpeg().toBuffer() },
        '![Bà con đứng trước bảng tin](a.jpg "Sáng 12/01 ở thôn Cao")\n',
      )
      const at = `${FOLDER}/index.md`
      one.write(at, readFileSync(join(one.root, at), 'utf8').replace('\n---\n', `\n${images}---\n`))
      return Buffer.from((await one.build()).outputs.get('2023/hoi-nghi/index.html') ?? []).toString()
    }
    const typed = await page('')
    expect(typed).toContain('alt="Bà con đứng trước bảng tin"')
    expect(typed).toMatch(/<figcaption[^>]*>\s*Sáng 12\/01 ở thôn Cao/)
    const declared = await page('images: [{src: a.jpg, caption: Bảng tin mới, alt: Một tấm bảng}]\n')
    expect(declared).toContain('alt="Một tấm bảng"')
    expect(declared).toMatch(/<figcaption[^>]*>\s*Bảng tin mới/)
  })

  it('are never enlarged; few colours and transparency stay as they are', async () => {
    const one = await withPhotos(
      {
        'nho.jpg': await picture(500, 300).jpeg().toBuffer(),
        'man hinh.png': await picture(1000, 600).png({ palette: true }).toBuffer(),
      },
      '![Ảnh nhỏ](nho.jpg)\n\nChữ\n\n![Màn hình](man hinh.png)\n',
    )
    const { outputs } = await one.build()
    expect(endings(photosOf(outputs))).toEqual([
      '1000.png',
      '1000.webp',
      '360.webp',
      '360.webp',
      '480.png',
      '480.webp',
      '500.jpg',
      '500.webp',
      '720.png',
      '720.webp',
    ])
    const exact = [...outputs].find(([path]) => path.endsWith('-1000.webp'))?.[1]
    const [made, source] = await Promise.all(
      [exact, await picture(1000, 600).png().toBuffer()].map((bytes) => sharp(bytes).removeAlpha().raw().toBuffer()),
    )
    expect(made?.equals(source ?? Buffer.alloc(0))).toBe(true)
  })

  it('keep their names when another is put in front', async () => {
    const [first, second] = [await picture(700, 500).jpeg().toBuffer(), await picture(900, 700).jpeg().toBuffer()]
    const one = await withPhotos({ 'a.jpg': first }, '![Một](a.jpg)\n')
    const before = photosOf((await one.build()).outputs)
    const hash = before.find((path) => path.endsWith('-700.webp'))?.slice(-17, -9) ?? '?'
    one.write(`${FOLDER}/0.jpg`, second)
    one.write(`${FOLDER}/index.md`, bulletin('Hội nghị', '', '![Hai](0.jpg)\n\nChữ\n\n![Một](a.jpg)\n'))
    const after = photosOf((await one.build()).outputs)
    // The cut for sharing is the cover's: it goes with the front place.
    const same = before.filter((path) => path.includes(hash))
    expect(endings(same)).toEqual(['360.webp', '480.jpg', '480.webp', '700.jpg', '700.webp'])
    for (const path of same) expect(after).toContain(path)
  })

  it('hold no letters that metadata begin with by chance', async () => {
    const size = { width: 480, height: 360 }
    const raw = { ...size, channels: 3 } as const
    // The first seed in whose picture the letters stand.
    const next = random(87)
    const noise = Uint8Array.from({ length: size.width * size.height * 3 }, () => next() * 255)
    const look = { progressive: true, chromaSubsampling: '4:2:0' }
    const plain = await sharp(noise, { raw })
      .jpeg({ quality: 80, ...look })
      .toBuffer()
    expect(plain.includes('GPS'), 'another encoder: another seed has to be found').toBe(true)
    const source = await sharp(noise, { raw }).png().toBuffer()
    const recipe = { format: 'jpeg', ...size, base: size, crop: false, quality: 80 } as const
    const [made] = await encodePhotos(source, [recipe])
    const less = await sharp(noise, { raw })
      .jpeg({ quality: 79, ...look })
      .toBuffer()
    expect(Buffer.from(made ?? []).equals(less)).toBe(true)
    for (const letters of ['GPS', 'Exif', 'XMP', 'IPTC']) expect(less.includes(letters), letters).toBe(false)
  })

  it('come as AVIF too where portal.yml asks', async () => {
    const one = await withPhotos(
      { 'a.jpg': await picture(700, 500).jpeg().toBuffer() },
      '![Một](a.jpg)\n',
      'photos: {avif: true}\n',
    )
    const { outputs } = await one.build()
    expect(endings(photosOf(outputs)).filter((end) => end.endsWith('.avif'))).toEqual([
      '360.avif',
      '480.avif',
      '700.avif',
    ])
    const page = Buffer.from(outputs.get('2023/hoi-nghi/index.html') ?? []).toString()
    expect(page).toMatch(/<picture><source type="image\/avif"[^>]+><source type="image\/webp"/)
  })
})
