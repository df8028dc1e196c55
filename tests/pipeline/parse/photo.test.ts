import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { PhotoRecipe } from '../../../src/core/photo.ts'
import { HEAD, photoFacts, photoFactsByEnds } from '../../../src/pipeline/parse/photo.ts'
import { encodePhotos } from '../../../src/pipeline/picture.ts'

const photo = (name: string): Buffer => readFileSync(new URL(`../../fixtures/photos/${name}`, import.meta.url))
const bytes = (...parts: readonly (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

/** A picture of noise, which does not compress: cutting its file cuts the picture. */
const noise = () => {
  const pixels = Buffer.alloc(120 * 80 * 3)
  for (let at = 0, seed = 1; at < pixels.length; at += 1) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    pixels[at] = seed >> 16
  }
  return sharp(pixels, { raw: { width: 120, height: 80, channels: 3 } })
}

describe('photoFacts', () => {
  it.each([
    ['Landscape_3.jpg', { format: 'jpeg', width: 1800, height: 1200, orientation: 3 }],
    ['Portrait_5.jpg', { format: 'jpeg', width: 1200, height: 1800, orientation: 5 }],
    ['Samsung GT-I9000 (Galaxy S).jpg', { format: 'jpeg', width: 480, height: 640, orientation: 6 }],
    ['HTC Desire.jpg', { format: 'jpeg', width: 776, height: 909, orientation: 1 }],
  ])('reads %s upright', async (name, facts) => {
    expect(await photoFacts(photo(name))).toEqual({
      value: { ...facts, alpha: false, palette: false },
      diagnostics: [],
    })
  })

  it('goes by the bytes, whatever the file is called', async () => {
    const clear = sharp({ create: { width: 20, height: 10, channels: 4, background: '#f008' } })
    const facts = async (file: Buffer) => (await photoFacts(file)).value
    expect(await facts(await clear.png().toBuffer())).toMatchObject({
      format: 'png',
      alpha: true,
      palette: false,
      width: 20,
    })
    expect(await facts(await clear.webp().toBuffer())).toMatchObject({ format: 'webp', alpha: true, orientation: 1 })
    expect(await facts(await clear.gif().toBuffer())).toMatchObject({ format: 'gif', palette: true, height: 10 })
    expect(await facts(await noise().png({ palette: true }).toBuffer())).toMatchObject({ format: 'png', palette: true })
  })

  it.each([
    ['nothing', bytes(), 'image/empty', {}],
    ['a part of an iPhone’s HEIC', photo('cheers.heic').subarray(0, 30_000), 'image/heic', {}],
    ['a HEIC by its other brands', bytes([0, 0, 0, 24], 'ftypmif1', [0, 0, 0, 0], 'heicmiaf'), 'image/heic', {}],
    ['AVIF', bytes([0, 0, 0, 28], 'ftypmif1', [0, 0, 0, 0], 'avifmif1miaf'), 'image/format', { format: 'AVIF' }],
    ['a film', bytes([0, 0, 0, 24], 'ftypisom', [0, 0, 2, 0], 'isomiso2'), 'image/not-image', { likely: 'MP4' }],
    ['SVG', bytes('<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="…"></svg>'), 'image/svg', {}],
    ['SVG with a BOM', bytes([0xef, 0xbb, 0xbf], ' <svg onload="x">'), 'image/svg', {}],
    ['BMP', bytes('BM', [0x36, 0, 0, 0], [0, 0, 0, 0, 0x36, 0, 0, 0]), 'image/format', { format: 'BMP' }],
    ['TIFF', bytes('II*\0', [8, 0, 0, 0]), 'image/format', { format: 'TIFF' }],
    ['JPEG 2000', bytes([0, 0, 0, 12], 'jP  \r\n\x87\n'), 'image/format', { format: 'JPEG 2000' }],
    ['JPEG XL', bytes([0xff, 0x0a, 1, 2]), 'image/format', { format: 'JPEG XL' }],
    ['HTML', bytes('\n<!DOCTYPE html><html><body>404</body></html>'), 'image/not-image', { likely: 'HTML' }],
    ['PDF', bytes('%PDF-1.7\n'), 'image/not-image', { likely: 'PDF' }],
    ['Word', bytes('PK\x03\x04', Array(26).fill(0), 'word/document.xml'), 'image/not-image', { likely: 'Word' }],
    ['ZIP', bytes('PK\x03\x04', Array(26).fill(0), 'anh.png'), 'image/not-image', { likely: 'ZIP' }],
    ['text', bytes('xin chao'), 'image/not-image', { likely: 'TXT' }],
    ['rubbish', bytes([1, 2, 3, 4, 5, 0, 7]), 'image/not-image', { likely: null }],
    ['the first bytes of a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF'), 'image/broken', {}],
    ['the first bytes of a PNG', bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR'), 'image/broken', {}],
    ['a GIF that is only its name', bytes('GIF89a'), 'image/broken', {}],
  ])('refuses %s', async (_, file, code, params) => {
    const { value, diagnostics } = await photoFacts(file)
    expect(value).toBeNull()
    expect(diagnostics).toEqual([{ severity: 'error', code, params: { name: '', ...params }, place: null }])
  })

  it.each(['jpeg', 'png', 'webp', 'gif'] as const)('finds a %s that was cut off, wherever', async (format) => {
    const whole = await noise()[format]().toBuffer()
    expect((await photoFacts(whole)).diagnostics).toEqual([])
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part))
      expect([part, (await photoFacts(cut)).diagnostics.map(({ code }) => code)]).toEqual([part, ['image/broken']])
    }
  })

  it('finds a phone photo that was cut off behind its thumbnail', async () => {
    const whole = photo('HTC Desire.jpg')
    expect((await photoFacts(whole.subarray(0, whole.length >> 1))).diagnostics[0]?.code).toBe('image/broken')
  })

  it.each(['Landscape_3.jpg', 'Samsung GT-I9000 (Galaxy S).jpg', 'HTC Desire.jpg'])(
    'is told the same of %s by its ends, or nothing',
    async (name) => {
      const whole = photo(name)
      const head = whole.subarray(0, HEAD)
      expect(await photoFactsByEnds(head, whole.subarray(-2))).toEqual(await photoFacts(whole))
      // Cut off, it ends otherwise: the whole must be asked.
      expect(await photoFactsByEnds(head, whole.subarray(-400, -398))).toBeNull()
      // What is in front of the picture may be longer than the beginning.
      expect(await photoFactsByEnds(whole.subarray(0, 150), whole.subarray(-2))).toBeNull()
    },
  )

  it('tells nothing by the ends of what is no JPEG', async () => {
    const png = await noise().png().toBuffer()
    expect(await photoFactsByEnds(png, bytes([0xff, 0xd9]))).toBeNull()
  })

  it('refuses what moves, takes a GIF of one frame', async () => {
    const frames = sharp(Buffer.alloc(10 * 20 * 3, 9).fill(200, 300), {
      raw: { width: 10, height: 20, channels: 3, pageHeight: 10 },
    })
    for (const moving of [await frames.clone().gif().toBuffer(), await frames.clone().webp().toBuffer()]) {
      expect((await photoFacts(moving)).diagnostics[0]?.code).toBe('image/animated')
    }
    const still = await noise().png().toBuffer()
    const control = bytes([0, 0, 0, 8], 'acTL', [0, 0, 0, 2, 0, 0, 0, 0], [0, 0, 0, 0])
    const moving = Buffer.concat([still.subarray(0, 33), control, still.subarray(33)])
    expect((await photoFacts(moving)).diagnostics[0]?.code).toMatch(/^image\/(animated|broken)$/)
  })

  it('refuses a picture by the size its header tells, without decoding it', async () => {
    const png = await noise().png().toBuffer()
    png.writeUInt32BE(20_000, 16)
    png.writeUInt32BE(20_000, 20)
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
    const { diagnostics } = await photoFacts(png)
    expect(diagnostics).toMatchObject([{ code: 'image/too-large', params: { megapixels: 400, max: 100 } }])
    const jpeg = await noise().jpeg().toBuffer()
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
    jpeg.writeUInt16BE(65_500, frame + 5)
    jpeg.writeUInt16BE(65_500, frame + 7)
    expect((await photoFacts(jpeg)).diagnostics[0]?.code).toBe('image/too-large')
  })
})

describe('encodePhotos', () => {
  const size = { width: 60, height: 40, quality: 90 } as const
  type Asked = Omit<PhotoRecipe, 'base' | 'crop'>
  const recipe = (asked: Asked): PhotoRecipe => ({
    ...asked,
    base: { width: asked.width, height: asked.height },
    crop: false,
  })
  const encodePhoto = async (file: Uint8Array, asked: Asked): Promise<Uint8Array> =>
    (await encodePhotos(file, [recipe(asked)]))[0] ?? new Uint8Array()
  /** The colour in the middle of each quarter: top left, top right, bottom left, bottom right. */
  const quarters = async (file: Uint8Array): Promise<readonly (readonly number[])[]> => {
    const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    return [0.25, 0.75].flatMap((y) =>
      [0.25, 0.75].map((x) => {
        const at = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels
        return [...data.subarray(at, at + 3)]
      }),
    )
  }
  const near = (found: readonly (readonly number[])[], wanted: readonly (readonly number[])[], far = 12): void => {
    for (const [index, colour] of wanted.entries()) {
      for (const [at, value] of colour.entries())
        expect(Math.abs((found[index]?.[at] ?? -99) - value)).toBeLessThanOrEqual(far)
    }
  }
  const red = [180, 70, 60]
  const green = [80, 140, 90]
  const blue = [70, 90, 150]
  const white = [240, 240, 240]
  const upright = [red, green, blue, white]

  /** Where the first row and the first column of the stored picture are in the upright one (EXIF 2.32, 4.6.4 A). */
  const held: { readonly [orientation: number]: readonly [row: string, column: string] } = {
    1: ['top', 'left'],
    2: ['top', 'right'],
    3: ['bottom', 'right'],
    4: ['bottom', 'left'],
    5: ['left', 'top'],
    6: ['right', 'top'],
    7: ['right', 'bottom'],
    8: ['left', 'bottom'],
  }
  const onAxis: { readonly [side: string]: (index: number) => number } = {
    top: (index) => index,
    bottom: (index) => 39 - index,
    left: (index) => index,
    right: (index) => 59 - index,
  }

  /** A picture of 60 × 40 in four colours, as a camera held in one of the eight ways stores it. */
  const stored = (orientation: number) => {
    const [rowSide = '', columnSide = ''] = held[orientation] ?? []
    const isTurned = orientation >= 5
    const [width, height] = isTurned ? [40, 60] : [60, 40]
    const pixels = Buffer.alloc(60 * 40 * 3)
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) {
        const fromRow = onAxis[rowSide]?.(row) ?? 0
        const fromColumn = onAxis[columnSide]?.(column) ?? 0
        const [x, y] = isTurned ? [fromRow, fromColumn] : [fromColumn, fromRow]
        const colour = upright[(y < 20 ? 0 : 2) + (x < 30 ? 0 : 1)] ?? white
        for (const [at, value] of colour.entries()) pixels[(row * width + column) * 3 + at] = value
      }
    }
    return sharp(pixels, { raw: { width, height, channels: 3 } }).withMetadata({ orientation })
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns orientation %i upright', async (orientation) => {
    const file = await stored(orientation).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()
    expect((await photoFacts(file)).value).toMatchObject({ width: 60, height: 40, orientation })
    near(await quarters(await encodePhoto(file, { format: 'png', ...size })), upright)
  })

  it('gives exactly the size asked for, never a larger one', async () => {
    const small = await encodePhoto(photo('Landscape_3.jpg'), { format: 'jpeg', width: 533, height: 355, quality: 80 })
    expect((await photoFacts(small)).value).toMatchObject({ format: 'jpeg', width: 533, height: 355, orientation: 1 })
    const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#f00' } })
      .png()
      .toBuffer()
    expect((await photoFacts(await encodePhoto(dot, { format: 'png', ...size }))).value).toMatchObject({
      width: 1,
      height: 1,
    })
  })

  it.each(['Samsung GT-I9000 (Galaxy S).jpg', 'HTC Desire.jpg', 'Landscape_3.jpg'])(
    'leaves nothing of the metadata of %s',
    async (name) => {
      for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
        const made = await encodePhoto(photo(name), { format, ...size })
        expect(made.length).toBeGreaterThan(100)
        expect(Buffer.from(made).toString('latin1')).not.toMatch(/Exif|GPS|Samsung|HTC|photoshop|http/i)
        // AVIF can be made here, never read.
        if (format === 'avif') continue
        const { exif, icc, xmp, iptc, orientation, density } = await sharp(made).metadata()
        expect({ exif, icc, xmp, iptc, orientation }).toEqual({})
        expect([undefined, 72]).toContain(density)
      }
    },
  )

  it('gives the same bytes each time', async () => {
    const recipe = { format: 'jpeg', width: 300, height: 400, quality: 80 } as const
    const [first, second] = await Promise.all(
      [1, 2].map(() => encodePhoto(photo('Samsung GT-I9000 (Galaxy S).jpg'), recipe)),
    )
    expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? [1]))).toBe(true)
  })

  it('shows other colour spaces as sRGB in 8 bits', async () => {
    const plain = stored(1)
    const files = {
      p3: await plain.clone().withIccProfile('p3').jpeg({ quality: 100 }).toBuffer(),
      cmyk: await plain.clone().toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 100 }).toBuffer(),
      deep: await plain.clone().toColourspace('rgb16').png().toBuffer(),
    }
    for (const [name, file] of Object.entries(files)) {
      const made = await encodePhoto(file, { format: 'png', ...size })
      const { space, depth, channels } = await sharp(made).metadata()
      expect([name, space, depth, channels]).toEqual([name, 'srgb', 'uchar', 3])
      near(await quarters(made), upright, name === 'cmyk' ? 40 : 20)
    }
    const grey = await sharp(Buffer.alloc(200, 90), { raw: { width: 10, height: 10, channels: 2 } })
      .png()
      .toBuffer()
    expect((await sharp(await encodePhoto(grey, { format: 'jpeg', ...size })).metadata()).space).toMatch(/^(srgb|b-w)$/)
  })

  it('puts white behind what is transparent where JPEG has no transparency', async () => {
    const clear = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    near(await quarters(await encodePhoto(clear, { format: 'jpeg', ...size })), Array(4).fill([255, 255, 255]))
    expect((await sharp(await encodePhoto(clear, { format: 'png', ...size })).metadata()).hasAlpha).toBe(true)
  })

  it('refuses what cannot be decoded, takes what decoders only warn of', async () => {
    const recipe = { format: 'jpeg', ...size } as const
    const whole = photo('HTC Desire.jpg')
    await expect(encodePhoto(whole.subarray(0, whole.length >> 1), recipe)).rejects.toThrow()
    await expect(encodePhoto(photo('cheers.heic').subarray(0, 30_000), recipe)).rejects.toThrow()
    await expect(
      encodePhoto(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), recipe),
    ).rejects.toThrow()
    const odd = Buffer.concat([whole.subarray(0, -2), Buffer.from([0, 0, 0xff, 0xd9]), Buffer.from('đuôi thừa')])
    expect((await encodePhoto(odd, recipe)).length).toBeGreaterThan(100)
  })

  it('makes each variant alone as it comes out among the others', async () => {
    const base = { width: 400, height: 267 }
    const all = (['webp', 'jpeg'] as const).flatMap((format) => [
      { format, ...base, base, crop: false, quality: 80 },
      { format, width: 200, height: 134, base, crop: false, quality: 80 },
    ])
    const recipes: readonly PhotoRecipe[] = [
      ...all,
      { format: 'jpeg', width: 400, height: 210, base, crop: true, quality: 80 },
    ]
    const together = await encodePhotos(photo('Landscape_3.jpg'), recipes)
    expect(together).toHaveLength(5)
    for (const [number, one] of recipes.entries()) {
      const [alone] = await encodePhotos(photo('Landscape_3.jpg'), [one])
      expect(Buffer.from(alone ?? []).equals(Buffer.from(together[number] ?? [1]))).toBe(true)
      const facts = (await sharp(together[number]).metadata()) as { format: string; width: number; height: number }
      expect(facts).toMatchObject({ format: one.format, width: one.width, height: one.height })
    }
  })

  describe('keeps colours as they look', () => {
    const patch = (background: { r: number; g: number; b: number }) =>
      sharp({ create: { width: 32, height: 32, channels: 3, background } })
    const orange = { r: 200, g: 90, b: 60 }
    const grey = { r: 128, g: 128, b: 128 }
    /** The colour in the middle as CIE L*a*b*, D50. */
    const lab = async (file: Uint8Array): Promise<readonly number[]> => {
      const { data } = await sharp(file)
        .removeAlpha()
        .extract({ left: 16, top: 16, width: 1, height: 1 })
        .toColourspace('lab')
        .raw({ depth: 'float' })
        .toBuffer({ resolveWithObject: true })
      return [0, 4, 8].map((at) => data.readFloatLE(at))
    }
    const deltaE = (a: readonly number[], b: readonly number[]): number =>
      Math.hypot(...a.map((value, at) => value - (b[at] ?? Number.NaN)))
    it.each([
      ['Display P3', () => patch(orange).withIccProfile('p3').png().toBuffer(), orange, 3],
      // What a press cannot print is lost when this file is made, a misread (inverted) one would be further off than 50.
      [
        'CMYK',
        () => patch(orange).toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 100 }).toBuffer(),
        orange,
        12,
      ],
      ['16 bits', () => patch(orange).toColourspace('rgb16').png().toBuffer(), orange, 3],
      ['grey', () => patch(grey).toColourspace('b-w').jpeg({ quality: 100 }).toBuffer(), grey, 3],
      ['grey of 16 bits', () => patch(grey).toColourspace('grey16').png().toBuffer(), grey, 3],
    ] as const)('%s', async (_, make, wanted, far) => {
      const file = await make()
      const reference = await lab(await patch(wanted).png().toBuffer())
      const asked = { width: 32, height: 32, quality: 95 }
      for (const format of ['jpeg', 'webp'] as const) {
        const made = await encodePhoto(file, { format, ...asked })
        const { space, depth, icc } = await sharp(made).metadata()
        expect({ space, depth, icc }).toEqual({ space: 'srgb', depth: 'uchar', icc: undefined })
        expect(deltaE(await lab(made), reference)).toBeLessThan(far)
      }
    })
  })
})
