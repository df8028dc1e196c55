import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { photoFacts } from '../../../src/pipeline/parse/photo.ts'
import { encodePhotos } from '../../../src/pipeline/picture.ts'
import { FOUR_COLOURS, heic, mirrored, numbered, turned } from '../../heic.ts'

const cheers = readFileSync(new URL('../../fixtures/photos/cheers.heic', import.meta.url))

/** The middle of each quarter, in sRGB: top left, top right, bottom left, bottom right; or of smaller parts. */
async function quarters(file: Uint8Array, parts = [0.25, 0.75]) {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  return parts.flatMap((y) =>
    parts.map((x) => {
      const at = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels
      return [...data.subarray(at, at + 3)]
    }),
  )
}

async function made(file: Uint8Array) {
  const { value } = await photoFacts(file)
  if (value === null) throw new Error('refused')
  const base = { width: value.width, height: value.height }
  const [picture] = await encodePhotos(file, [{ format: 'png', ...base, base, crop: false, quality: 0 }])
  return picture ?? new Uint8Array()
}

const [red, green, blue, white] = [
  [180, 70, 60],
  [80, 140, 90],
  [70, 90, 150],
  [240, 240, 240],
]
const near = (found: readonly (readonly number[])[], wanted: readonly unknown[]) => {
  const far = found.flatMap((colour, at) =>
    colour.map((value, i) => Math.abs(value - ((wanted[at] as number[])[i] ?? 999))),
  )
  expect(Math.max(...far), JSON.stringify(found)).toBeLessThan(8)
}

describe('an iPhone’s photo', () => {
  it('tells its size by its header, upright', async () => {
    const facts = { format: 'heic', orientation: 1, alpha: false, palette: false }
    expect((await photoFacts(cheers)).value).toEqual({ ...facts, width: 1440, height: 960 })
    expect((await photoFacts(heic({ says: [turned(1)] }))).value).toEqual({ ...facts, width: 96, height: 128 })
    expect((await photoFacts(heic({ across: 3, down: 2 }))).value).toEqual({ ...facts, width: 384, height: 192 })
  })

  it.each([
    [0, [red, green, blue, white]],
    [1, [green, white, red, blue]],
    [2, [white, blue, green, red]],
    [3, [blue, red, white, green]],
  ])('comes out upright when it was turned %i times, in the colours of sRGB', async (times, wanted) => {
    near(await quarters(await made(heic({ says: [turned(times)] }))), wanted)
  })

  it('comes out mirrored when it says so, about either axis', async () => {
    near(await quarters(await made(heic({ says: [mirrored(0)] }))), [blue, white, red, green])
    near(await quarters(await made(heic({ says: [mirrored(1)] }))), [green, red, white, blue])
  })

  it('comes out as it is written by another program, and of tiles', async () => {
    near(await quarters(await made(FOUR_COLOURS)), [red, green, blue, white])
    const tiles = await made(heic({ across: 2, down: 2, says: [turned(2)] }))
    const [above, below] = [
      [white, blue, white, blue],
      [green, red, green, red],
    ]
    near(await quarters(tiles, [0.125, 0.375, 0.625, 0.875]), [above, below, above, below].flat())
  })

  it('has the colours of Display P3 by number too, and of sRGB as they are', async () => {
    const byProfile = await quarters(await made(heic()))
    near(await quarters(await made(heic({ colours: numbered(12) }))), byProfile)
    // The same numbers mean a paler red in sRGB.
    const [[r = 0] = []] = await quarters(await made(heic({ colours: numbered(1) })))
    expect(r).toBeLessThan((byProfile[0]?.[0] ?? 0) - 5)
  })

  it('says nothing of where it was taken', async () => {
    const exif = Buffer.from('\0\0\0\0Exif\0\0MM\0*GPSLatitude Xuân Hòa Nguyễn Văn A')
    const file = heic({ exif })
    expect(file.includes('GPSLatitude')).toBe(true)
    const picture = Buffer.from(await made(file))
    expect(['Exif', 'GPS', 'Nguy'].filter((word) => picture.includes(word))).toEqual([])
  })
})

describe('a HEIC that is none', () => {
  it.each([0.01, 0.05, 0.3, 0.7, 0.95])('is refused when only %d of it is there', async (part) => {
    for (const whole of [cheers, heic({ across: 2, down: 2 })]) {
      const { value, diagnostics } = await photoFacts(whole.subarray(0, Math.floor(whole.length * part)))
      expect([value, diagnostics.map(({ code }) => code)]).toEqual([null, ['image/heic']])
    }
  })

  it('is refused by the size it claims, and not decoded', async () => {
    const { diagnostics } = await photoFacts(heic({ claims: [60_000, 60_000] }))
    expect(diagnostics).toMatchObject([{ code: 'image/too-large', params: { megapixels: 3600, max: 100 } }])
  })

  it('does not decode when it is not what it claims', async () => {
    await expect(made(heic({ claims: [4000, 3000] }))).rejects.toThrow()
  })

  it.each([0.3, 0.9])('is refused when what is behind %d of it is filled up with nothing', async (part) => {
    const whole = heic({ across: 2, down: 2 })
    const { diagnostics } = await photoFacts(whole.fill(0, Math.floor(whole.length * part)))
    expect(diagnostics.map(({ code }) => code)).toEqual(['image/heic'])
  })

  it('neither crashes nor hangs what reads it, whatever byte of its header is another', async () => {
    const whole = heic({ across: 2, down: 1, says: [turned(1)] })
    const end = whole.indexOf('mdat')
    for (let at = 0; at < end; at += 1) {
      for (const value of [0, 0x7f, 0xff]) {
        const other = Buffer.from(whole)
        other[at] = value
        const { value: facts, diagnostics } = await photoFacts(other)
        expect(facts !== null || diagnostics.length === 1).toBe(true)
      }
    }
  })
})
