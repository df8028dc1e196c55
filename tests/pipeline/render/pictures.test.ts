import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { withoutMetadata } from '../../../src/pipeline/render/metadata.ts'

const TOLD = 'Tell 19.8067N Nguyen Van A'
const plain = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#3a6' } })
const tells = (bytes: Uint8Array) => Buffer.from(bytes).includes('Tell')

/** A TIFF of one pixel, with these tags more (TIFF 6.0, section 2). */
function tiff(more: readonly (readonly [tag: number, value: Buffer])[], behind = ''): Buffer {
  const tags: (readonly [tag: number, type: number, value: number | Buffer])[] = [
    ...[256, 257, 259, 262, 277, 278].map((tag) => [tag, 3, 1] as const),
    [258, 3, 8],
    [273, 4, 8],
    [279, 4, 4],
    ...more.map(([tag, value]) => [tag, 2, value] as const),
  ]
  const start = 12
  const head = Buffer.from('II*\0\0\0\0\0grey', 'latin1')
  head.writeUInt32LE(start, 4)
  let at = start + 2 + 12 * tags.length + 4
  const values: Buffer[] = []
  const list = [...tags]
    .sort(([a], [b]) => a - b)
    .map(([tag, type, value]) => {
      const entry = Buffer.alloc(12)
      entry.writeUInt16LE(tag, 0)
      entry.writeUInt16LE(type, 2)
      entry.writeUInt32LE(typeof value === 'number' ? 1 : value.length, 4)
      entry.writeUInt32LE(typeof value === 'number' ? value : at, 8)
      if (typeof value !== 'number') {
        values.push(value)
        at += value.length
      }
      return entry
    })
  const count = Buffer.alloc(2)
  count.writeUInt16LE(tags.length)
  return Buffer.concat([head, count, ...list, Buffer.alloc(4), ...values, Buffer.from(behind)])
}

describe('TIFF in static/', () => {
  it('passes where all of it is its picture', async () => {
    expect(withoutMetadata(tiff([]))).not.toBeNull()
    for (const compression of ['none', 'lzw', 'deflate', 'jpeg'] as const)
      for (const tile of [false, true]) {
        const bytes = await plain().tiff({ compression, tile }).toBuffer()
        expect([compression, tile, withoutMetadata(bytes) === null]).toEqual([compression, tile, false])
      }
    const coloured = await plain().withIccProfile('p3').tiff().toBuffer()
    expect(withoutMetadata(coloured)).toBe(coloured)
  })

  it.each([
    ['XPAuthor', 40093],
    ['DocumentName', 269],
    ['PageName', 285],
    ['GeoAsciiParams', 34737],
    ['GDAL_METADATA', 42112],
    ['CameraSerialNumber', 50735],
    ['ImageSourceData', 37724],
    ['what nobody knows', 65000],
    ['a profile that is none', 34675],
  ])('is refused with %s', (_, tag) => {
    expect(withoutMetadata(tiff([[tag, Buffer.from(TOLD)]]))).toBeNull()
  })

  it('is refused with bytes behind or between', () => {
    expect(withoutMetadata(tiff([], TOLD))).toBeNull()
    expect(withoutMetadata(tiff([], '\0\0'))).not.toBeNull()
  })
})

describe('other pictures in static/', () => {
  const bmp = (size: number, behind = '', reserved = 40) => {
    const head = Buffer.alloc(54)
    head.write('BM')
    for (const [at, number] of [
      [2, 54 + size],
      [10, 54],
      [14, reserved],
      [18, 2],
      [22, 2],
    ] as const)
      head.writeUInt32LE(number, at)
    head.writeUInt16LE(24, 28)
    return Buffer.concat([head, Buffer.alloc(size, 9), Buffer.from(behind, 'latin1')])
  }

  it.each<readonly [string, Buffer, boolean]>([
    ['a BMP of its rows', bmp(16), true],
    ['a BMP as Paint ends it', bmp(16, '\0\0'), true],
    ['a BMP with something behind', bmp(16, TOLD), false],
    ['a BMP with a long head', bmp(16, '', 124), false],
    ['Photoshop', Buffer.from(`8BPS\0\x01${TOLD}`, 'latin1'), false],
    ['JPEG XL in boxes', Buffer.from(`\0\0\0\x0CJXL \r\n\x87\n\0\0\0\x08brob${TOLD}`, 'latin1'), false],
    ['bare JPEG XL', Buffer.from(`\xff\x0a${TOLD}`, 'latin1'), false],
    ['JPEG 2000', Buffer.from(`\0\0\0\x0CjP  \r\n\x87\n\0\0\0\x08xml ${TOLD}`, 'latin1'), false],
    ['an icon', Buffer.from('\0\0\x01\0\x01\0', 'latin1'), true],
  ])('%s', (_, bytes, passes) => {
    expect(withoutMetadata(bytes)).toBe(passes ? bytes : null)
  })
})

describe('a colour profile', () => {
  const chunk = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([size, named, sum])
  }
  const png = async (packed: Buffer, name = 'a') => {
    const bytes = await plain().png().toBuffer()
    const content = Buffer.concat([Buffer.from(`${name}\0\0`, 'latin1'), packed])
    return Buffer.concat([bytes.subarray(0, 33), chunk('iCCP', content), bytes.subarray(33)])
  }
  const real = async () =>
    (await sharp(await plain().withIccProfile('p3').png().toBuffer()).metadata()).icc ?? Buffer.alloc(0)
  const segment = (number: number, count: number, content: Buffer) => {
    const bytes = Buffer.concat([
      Buffer.from(`\xff\xe2\0\0ICC_PROFILE\0`, 'latin1'),
      Buffer.from([number, count]),
      content,
    ])
    bytes.writeUInt16BE(bytes.length - 2, 2)
    return bytes
  }
  const jpeg = async (...segments: readonly Buffer[]) => {
    const bytes = await plain().jpeg().toBuffer()
    return Buffer.concat([bytes.subarray(0, 2), ...segments, bytes.subarray(2)])
  }
  const liar = async () => {
    const profile = Buffer.concat([await real(), Buffer.from(TOLD)])
    return profile
  }

  it('stays in JPEG where its parts make one, and goes where they do not', async () => {
    const profile = await real()
    const whole = await jpeg(segment(2, 2, profile.subarray(200)), segment(1, 2, profile.subarray(0, 200)))
    expect((await sharp(withoutMetadata(whole) ?? undefined).metadata()).icc?.equals(profile)).toBe(true)
    for (const content of [Buffer.from(TOLD), await liar()]) {
      const bare = withoutMetadata(await jpeg(segment(1, 1, content))) ?? Buffer.from('Tell')
      expect(tells(bare)).toBe(false)
      expect((await sharp(bare).metadata()).icc).toBeUndefined()
    }
  })

  it('stays in PNG under another name where it is one, and a bomb costs nothing', async () => {
    const profile = await real()
    const whole = await png(Buffer.concat([deflateSync(profile), Buffer.from(TOLD)]), 'Tell')
    const bare = withoutMetadata(whole) ?? Buffer.from('Tell')
    expect([tells(whole), tells(bare)]).toEqual([true, false])
    expect((await sharp(bare).metadata()).icc?.equals(profile)).toBe(true)
    expect(withoutMetadata(bare)).toEqual(bare)
    for (const content of [Buffer.from(TOLD), await liar(), Buffer.alloc(100_000_000)])
      expect(Buffer.from(withoutMetadata(await png(deflateSync(content))) ?? []).includes('iCCP')).toBe(false)
  })

  it('goes out of WebP and GIF where it is none', async () => {
    const webp = await plain().withIccProfile('p3').webp().toBuffer()
    const at = webp.indexOf('ICCP')
    expect(Buffer.from(withoutMetadata(webp) ?? []).equals(webp)).toBe(true)
    webp.write(TOLD, at + 8 + 36, 'latin1')
    const bare = withoutMetadata(webp) ?? Buffer.from('Tell')
    expect([tells(bare), Buffer.from(bare).includes('ICCP'), (await sharp(bare).metadata()).icc]).toEqual([
      false,
      false,
      undefined,
    ])
    const gif = await plain().gif().toBuffer()
    const told = Buffer.concat([gif.subarray(0, -1), Buffer.from('\x21\xff\x0bICCRGBG1012\x04Tell\0;', 'latin1')])
    expect(Buffer.from(withoutMetadata(told) ?? [])).toEqual(gif)
  })
})
