import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { boxesIn } from '../../../src/pipeline/parse/boxes.ts'
import { withoutMetadata } from '../../../src/pipeline/render/metadata.ts'
import { bulletin, PORTAL_YML, portal, REPOSITORY, type TestPortal } from '../../portal.ts'
import { random } from '../../random.ts'

const PHOTOS = join(REPOSITORY, 'tests/fixtures/photos')
const names = readdirSync(PHOTOS).filter((name) => name.endsWith('.jpg'))
const read = (name: string) => readFileSync(join(PHOTOS, name))

/** What nobody outside must find in a published file. */
const TELLING = ['Exif', 'GPS', 'http://ns.adobe.com/', 'Photoshop 3.0', 'x:xmpmeta', 'Nhà riêng', 'eXIf', 'tEXt']
const tells = (bytes: Uint8Array) => TELLING.filter((word) => Buffer.from(bytes).includes(word))

const drawn = () =>
  sharp({ create: { width: 90, height: 60, channels: 3, background: '#3a6' } })
    .composite([
      { input: { create: { width: 30, height: 20, channels: 3, background: '#b31' } }, gravity: 'northwest' },
    ])
    .withExif({ IFD0: { Artist: 'Nhà riêng' }, IFD3: { GPSLatitude: '19/1 48/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Nhà riêng</x:xmpmeta>')
    .withIccProfile('p3')
const formats = {
  jpeg: () => drawn().jpeg(),
  png: () => drawn().png(),
  webp: () => drawn().webp(),
  lossless: () => drawn().webp({ lossless: true }),
}

/** Shrunk while loading, which reads every block all the same. */
const pixels = (bytes: Uint8Array) => sharp(bytes).resize({ width: 300, withoutEnlargement: true }).raw().toBuffer()

const open: TestPortal[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

describe('withoutMetadata', () => {
  it.each(Object.entries(formats))('leaves a %s its pixels and colours and nothing else', async (_, draw) => {
    const source = await draw().toBuffer()
    expect(tells(source), 'the test has something to find').not.toEqual([])
    const bare = withoutMetadata(source) ?? Buffer.alloc(0)
    expect(tells(bare)).toEqual([])
    const { exif, xmp, icc, orientation } = await sharp(bare).metadata()
    expect([exif, xmp, orientation]).toEqual([undefined, undefined, undefined])
    expect(icc?.length).toBeGreaterThan(100)
    expect((await pixels(bare)).equals(await pixels(source))).toBe(true)
  })

  it.each(names)('leaves the phone photo %s its pixels', async (name) => {
    const source = read(name)
    const bare = withoutMetadata(source) ?? Buffer.alloc(0)
    expect(tells(bare)).toEqual([])
    expect((await pixels(bare)).equals(await pixels(source))).toBe(true)
    expect(withoutMetadata(bare)).toEqual(bare)
  })

  it('drops comments, thumbnails and what hangs behind the end', async () => {
    const jpeg = await drawn().jpeg().toBuffer()
    const segment = (marker: number, text: string) =>
      Buffer.concat([Buffer.from([0xff, marker, 0, text.length + 2]), Buffer.from(text, 'latin1')])
    const more = Buffer.concat([
      jpeg.subarray(0, 2),
      segment(0xe0, `JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01RGB`),
      segment(0xe0, 'JFXX\0Tell'),
      segment(0xed, 'Photoshop 3.0\0Tell'),
      segment(0xe2, 'MPF\0Tell'),
      segment(0xfe, 'Tell'),
      Buffer.from('Tell'),
      jpeg.subarray(2),
      Buffer.from('Tell'),
      jpeg,
    ])
    const bare = Buffer.from(withoutMetadata(more) ?? [])
    expect(tells(bare)).toEqual([])
    expect(bare.includes('Tell')).toBe(false)
    expect((await pixels(bare)).equals(await pixels(jpeg))).toBe(true)
    const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#b31' } })
      .gif()
      .toBuffer()
    const told = Buffer.concat([
      gif.subarray(0, -1),
      Buffer.from('\x21\xfe\x04Tell\0\x21\xff\x0bXMP DataXMP\x04Tell\0;Tell', 'latin1'),
    ])
    expect(Buffer.from(withoutMetadata(told) ?? [])).toEqual(gif)
  })

  it.each([
    ['a comment', 0xfe],
    ['an unknown application segment', 0xeb],
    ['a reserved segment', 0xf0],
    ['another', 0xc8],
    ['the number of lines', 0xdc],
  ])('keeps nothing that is hidden by 64 kB in a photo: in %s', async (_, marker) => {
    const jpeg = readFileSync(join(PHOTOS, 'Landscape_3.jpg'))
    const hidden = Buffer.alloc(65_000, 'Giấu kín')
    const segment = Buffer.concat([
      Buffer.from([0xff, marker, (hidden.length + 2) >> 8, (hidden.length + 2) & 0xff]),
      hidden,
    ])
    const zeros = Buffer.alloc(80_000)
    const first = 4 + jpeg.readUInt16BE(4)
    const told = Buffer.concat([
      jpeg.subarray(0, first),
      segment,
      segment,
      zeros,
      hidden,
      jpeg.subarray(first),
      zeros,
      hidden,
    ])
    const bare = Buffer.from(withoutMetadata(told) ?? [])
    expect(bare.includes('Giấu kín')).toBe(false)
    expect(bare).toEqual(Buffer.from(withoutMetadata(jpeg) ?? []))
  })

  it.each([
    ['film.mov', ['+19.8067', 'Nguyễn Văn A']],
    // Its place is in numbers, in the same box as the title.
    ['film.mp4', ['Nguyễn Văn A']],
  ])('takes place, title and date out of %s, and moves nothing', (name, all) => {
    const film = readFileSync(new URL(`../../fixtures/films/${name}`, import.meta.url))
    const bare = Buffer.from(withoutMetadata(film) ?? [])
    for (const told of all) expect([film.includes(told), bare.includes(told)]).toEqual([true, false])
    const outline = (file: Buffer) => boxesIn(file)?.map(({ type, start, to }) => [type, start, to])
    expect(outline(bare)).toEqual(outline(film))
    const dataOf = (file: Buffer) => {
      const { from, to } = boxesIn(file)?.find(({ type }) => type === 'mdat') ?? {}
      return file.subarray(from, to)
    }
    expect(dataOf(bare).length).toBeGreaterThan(1000)
    expect(dataOf(bare).equals(dataOf(film))).toBe(true)
    // When it was taken stands first in the header of the film: two times of four bytes.
    const dates = (file: Buffer) => file.subarray(file.indexOf('mvhd') + 8, file.indexOf('mvhd') + 16)
    expect([dates(film).every((byte) => byte === 0), dates(bare).every((byte) => byte === 0)]).toEqual([false, true])
    expect(withoutMetadata(bare)).toBe(bare)
  })

  it.each(['film.webm', 'film.avi', 'sound.wav', 'sound.mp3'])('takes names out of %s', (name) => {
    const whole = readFileSync(new URL(`../../fixtures/films/${name}`, import.meta.url))
    const bare = Buffer.from(withoutMetadata(whole) ?? [])
    const told = ['Nguyễn Văn A', 'LOCATION', '+19.8067', 'Lavf']
    expect(told.filter((word) => whole.includes(word))).toContain('Nguyễn Văn A')
    expect(told.filter((word) => bare.includes(word))).toEqual([])
    // Only tags in front and behind may go: what plays stands where it stood.
    if (name === 'sound.mp3') expect(whole.includes(bare) && bare.length > 3000).toBe(true)
    else expect(bare.length).toBe(whole.length)
    expect(Buffer.from(withoutMetadata(bare) ?? []).equals(bare)).toBe(true)
  })

  it('keeps frames of camcorders, in which picture and sound are one (type 1 DV)', () => {
    const chunk = (type: string, ...parts: readonly Buffer[]): Buffer => {
      const data = Buffer.concat(parts)
      const size = Buffer.alloc(4)
      size.writeUInt32LE(data.length)
      return Buffer.concat([Buffer.from(type, 'latin1'), size, data, Buffer.alloc(data.length % 2)])
    }
    const list = (type: string, ...parts: readonly Buffer[]): Buffer => chunk('LIST', Buffer.from(type), ...parts)
    const strh = Buffer.concat([Buffer.from('iavsdvsd'), Buffer.alloc(48)])
    const streams = list(
      'hdrl',
      chunk('avih', Buffer.alloc(56)),
      list('strl', chunk('strh', strh), chunk('strf', Buffer.alloc(32))),
    )
    const frames = list('movi', chunk('00__', Buffer.alloc(4000, 7)), chunk('00tx', Buffer.from('Nguyễn Văn A')))
    const film = chunk('RIFF', Buffer.from('AVI '), streams, frames)
    const bare = Buffer.from(withoutMetadata(film) ?? [])
    expect(bare.length).toBe(film.length)
    expect([bare.includes(Buffer.alloc(4000, 7)), bare.includes('Nguyễn')]).toEqual([true, false])
  })

  it('takes it out of a film that was broken off too', () => {
    const film = readFileSync(new URL('../../fixtures/films/film.mp4', import.meta.url))
    const cut = film.subarray(0, film.indexOf('mdat') + 400)
    expect([cut, Buffer.from(withoutMetadata(cut) ?? [])].map((one) => one.includes('Nguyễn'))).toEqual([true, false])
    expect(withoutMetadata(cut)?.length).toBe(cut.length)
  })

  it('keeps what is no picture as it is, and refuses what it cannot read', async () => {
    const texts = ['ID3 là thẻ của tệp mp3', 'ID3', 'RIFF là gì? LIST INFO', 'cho free wifi', '\u001aE\u07df']
    for (const text of [...texts, '%PDF-1.7 Exif', 'GPS', '', '<svg xmlns="http://www.w3.org/2000/svg"/>']) {
      const bytes = Buffer.from(text)
      expect(withoutMetadata(bytes)).toBe(bytes)
    }
    expect(withoutMetadata(readFileSync(join(PHOTOS, 'cheers.heic')))).toBeNull()
    expect(withoutMetadata(await drawn().avif({ effort: 0 }).toBuffer())).toBeNull()
    expect(withoutMetadata(await drawn().tiff().toBuffer())).toBeNull()
  })

  it('gives clean bytes or none, whatever is broken', async () => {
    const next = random(7)
    for (const draw of [...Object.values(formats), () => sharp(read('HTC Desire.jpg')).resize(80).keepExif().jpeg()]) {
      const source = await draw().toBuffer()
      for (let number = 0; number < 90; number += 1) {
        const broken = Buffer.from(
          source.subarray(0, number % 3 === 0 ? Math.floor(next() * source.length) : undefined),
        )
        if (number % 3 > 0) broken[8 + Math.floor(next() * Math.min(600, broken.length - 8))] = Math.floor(next() * 256)
        const bare = withoutMetadata(broken)
        if (bare !== null) expect(withoutMetadata(bare), `${number}`).toEqual(bare)
      }
    }
  })
})

describe('a portal', () => {
  it('publishes nothing that is hidden in a photo, neither in its sizes nor as it was taken', async () => {
    const jpeg = readFileSync(join(PHOTOS, 'Landscape_3.jpg'))
    const hidden = Buffer.alloc(65_000, 'Giấu kín')
    const first = 4 + jpeg.readUInt16BE(4)
    const comment = Buffer.concat([Buffer.from([0xff, 0xeb, 0xfd, 0xea]), hidden])
    const zeros = Buffer.alloc(90_000)
    const photo = Buffer.concat([jpeg.subarray(0, first), comment, jpeg.subarray(first), zeros, hidden])
    const one = portal({
      'content/portal.yml': `${PORTAL_YML}originals: true\n`,
      'content/bulletins/2023/hop/index.md': bulletin('Họp thôn', '', '![Đại biểu dự hội nghị](anh.jpg)\n'),
      'content/bulletins/2023/hop/anh.jpg': photo,
    })
    open.push(one)
    const { ok, outputs } = await one.build()
    expect(ok).toBe(true)
    const photos = [...outputs].filter(([path]) => path.endsWith('.jpg'))
    const { width } = await sharp(jpeg).metadata()
    expect(photos.some(([path]) => path.endsWith(`-${width}.jpg`))).toBe(true)
    for (const [path, bytes] of outputs) {
      const view = Buffer.from(bytes)
      expect([path, view.includes('Giấu kín'), view.includes(Buffer.alloc(60_000))]).toEqual([path, false, false])
    }
  })

  it('tells nothing of its photos in any file: figures, covers, galleries, attachments, banners, static/', async () => {
    const folder = 'content/bulletins/2023/hoi-nghi'
    const one = portal({
      [`${folder}/index.md`]: bulletin(
        'Hội nghị',
        `cover: ${names[0]}\nimages:\n${names
          .slice(1)
          .map((name, number) => `  - {src: ${name}, caption: Ảnh thứ ${number}}\n`)
          .join('')}attachments: [{src: ke hoach.pdf, title: Kế hoạch}]\n`,
        `Chiều 12/01/2023.\n\n![Toàn cảnh](${names[2]})\n\nChữ.\n`,
      ),
      [`${folder}/ke hoach.pdf`]: '%PDF-1.4\n%%EOF\n',
      'content/portal.yml': `${PORTAL_YML}banners: [{image: static/Portrait_5.jpg, alt: Chào mừng}]\n`,
      'content/static/anh.webp': await formats.webp().toBuffer(),
      'content/static/anh.png': await formats.png().toBuffer(),
      'content/static/favicon.ico': await drawn().png().toBuffer(),
    })
    open.push(one)
    for (const name of names) {
      one.write(`${folder}/${name}`, read(name)).write(`content/static/${name}`, read(name))
    }
    const { outputs, diagnostics, ok } = await one.build()
    expect({ ok, errors: diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error') }).toEqual({
      ok: true,
      errors: [],
    })
    const kept = new Set(['Portrait_5.jpg'])
    expect(outputs.size).toBeGreaterThan(30)
    for (const [path, bytes] of outputs) {
      // Three letters turn up in any font.
      const told = tells(bytes).filter((word) => word !== 'GPS' || !path.endsWith('.woff2'))
      expect({ path, told }).toEqual({ path, told: [] })
      // static/ keeps its names, and a banner is asked for by that.
      for (const name of names.filter((name) => !kept.has(name))) {
        if (!names.includes(path)) expect(`${path} ${Buffer.from(bytes).includes(name)}`).toBe(`${path} false`)
      }
    }
    const banner = await sharp(outputs.get('Portrait_5.jpg')).metadata()
    const upright = (await sharp(read('Portrait_5.jpg')).metadata()).autoOrient
    expect({ width: banner.width, height: banner.height }).toEqual(upright)
    const [shown, wanted] = await Promise.all(
      [sharp(outputs.get('Portrait_5.jpg')), sharp(read('Portrait_5.jpg')).autoOrient()].map((picture) =>
        picture.resize(32, 32, { fit: 'fill' }).removeAlpha().raw().toBuffer(),
      ),
    )
    const apart = [...(shown ?? [])].map((value, at) => Math.abs(value - (wanted?.[at] ?? 0)))
    expect(Math.max(...apart)).toBeLessThan(16)
  })
})
