import { createRequire } from 'node:module'
import type { Metadata, OverlayOptions, Sharp } from 'sharp'
import type { PhotoRecipe } from '../core/photo.ts'
import { decodeHeic } from './heic/decode.ts'
import { heicHeader, P3 } from './parse/heic.ts'
import { sniff } from './parse/sniff.ts'
import type { Drawing, Field, Lettering } from './render/poster.ts'
import { withProfile } from './render/profile.ts'

/** More pixels than this are refused: a phone makes 12 to 50 million, a decompression bomb any number. */
export const MAX_PIXELS = 100_000_000

type SharpModule = typeof import('sharp')['default']
let loaded: SharpModule | null = null

/**
 * The door of sharp, opened at the first picture. Every loader of libvips is blocked but those of the four formats taken:
 * HEIF and SVG input stays shut whatever a file calls itself (sharp.pixelplumbing.com/security). Not by import: its modules import JSON,
 * of which Node before 22.12 warns on stderr, and a schedule would mail that every night.
 */
function open(): SharpModule {
  if (loaded === null) {
    const sharp = createRequire(import.meta.url)('sharp') as SharpModule
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: [
        'VipsForeignLoadJpegBuffer',
        'VipsForeignLoadPngBuffer',
        'VipsForeignLoadWebpBuffer',
        'VipsForeignLoadNsgifBuffer',
      ],
    })
    sharp.cache(false)
    // One thread a picture: several pictures are made at once, which is faster than several threads on one.
    sharp.concurrency(1)
    loaded = sharp
  }
  return loaded
}

/** What the header says; throws if there is none that a loader understands, or it claims too many pixels. */
export async function readHeader(bytes: Uint8Array): Promise<Metadata> {
  const sharp = open()
  return sharp(bytes, { limitInputPixels: false, sequentialRead: true }).metadata()
}

/**
 * The variants of one picture, in the order of their recipes and from one decode (which shrinks while it loads): upright, sRGB with
 * 8 bits, without a byte of metadata. Throws if it does not decode.
 */
export async function encodePhotos(bytes: Uint8Array, recipes: readonly PhotoRecipe[]): Promise<readonly Uint8Array[]> {
  const sharp = open()
  const [first] = recipes
  if (first === undefined) return []
  const base = await baseOf(sharp, bytes, first.base)
  const made: Uint8Array[] = []
  for (const size of sizesOf(recipes)) {
    // All formats of one size are made from one shrunk raster.
    const raster = await resized(sharp, base, size[0])
    // Never Sharp.clone: it copies the raster that it was opened with.
    for (const recipe of size) {
      const encoded = (again: number) => finish(opened(sharp, raster), recipe, again).toBuffer()
      made[recipes.indexOf(recipe)] = await withoutTraces(encoded)
    }
  }
  return made
}

/** Pixels, 8 bits a channel. */
interface Raster {
  readonly data: Buffer
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 }
}

const opened = (sharp: SharpModule, { data, info: { width, height, channels } }: Raster): Sharp =>
  sharp(data, { raw: { width, height, channels } })

/** What libjpeg calls a scan that ends before the picture does: the rest would be grey. */
const MISSING = /premature end/i

/**
 * The one raster that all variants are made from: upright, sRGB. First without mercy, for what is missing in a JPEG that has its end mark is
 * told as a warning; where another oddity is found, which phones and scanners write, once more as before.
 */
async function baseOf(sharp: SharpModule, bytes: Uint8Array, size: PhotoRecipe['base']): Promise<Raster> {
  if (sniff(bytes).is === 'heic') return rasterOf(await openHeic(sharp, bytes, size), size)
  const decoded = (failOn: 'warning' | 'error') =>
    rasterOf(sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn, sequentialRead: true }).autoOrient(), size)
  return decoded('warning').catch((error: unknown) => {
    if (MISSING.test(String(error))) throw error
    return decoded('error')
  })
}

const rasterOf = (picture: Sharp, size: PhotoRecipe['base']): Promise<Raster> =>
  picture
    .resize({ ...size, fit: 'fill', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })

/** An iPhone's photo with its colour profile, which libvips reads from a PNG; small before that, since it costs as much as it has pixels. */
async function openHeic(sharp: SharpModule, bytes: Uint8Array, size: PhotoRecipe['base']): Promise<Sharp> {
  const header = heicHeader(bytes)
  const { data, width, height } = await decodeHeic(bytes)
  if (header?.width !== width || header.height !== height) throw new Error('it has another size than its header says')
  const whole = sharp(data, { raw: { width, height, channels: 3 } })
  const profile = header.profile ?? (header.primaries === P3 ? await displayP3(sharp) : null)
  if (profile === null) return whole
  const small = whole.resize({ ...size, fit: 'fill', withoutEnlargement: true }).png({ compressionLevel: 0 })
  return sharp(withProfile(await small.toBuffer(), profile))
}

/** The profile of Display P3 as libvips has it. */
async function displayP3(sharp: SharpModule): Promise<Uint8Array> {
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } }).withIccProfile('p3')
  const { icc } = await sharp(await dot.png().toBuffer()).metadata()
  if (icc === undefined) throw new Error('libvips has no Display P3')
  return icc
}

/** The raster in the size and cut of a recipe. */
async function resized(sharp: SharpModule, base: Raster, { width, height, crop }: PhotoRecipe): Promise<Raster> {
  if (width === base.info.width && height === base.info.height) return base
  const shape = crop ? ({ fit: 'cover', position: 'attention' } as const) : ({ fit: 'fill' } as const)
  return opened(sharp, base)
    .resize({ width, height, withoutEnlargement: true, ...shape })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
}

/**
 * A picture that is published whole, with the side up that its metadata says, and then without them; colours and size stay. null where
 * it says nothing of that, or does not decode: then it may stay as it is.
 */
export async function uprightCopy(bytes: Uint8Array): Promise<Uint8Array | null> {
  const sharp = open()
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
  try {
    const { orientation = 1, format } = await picture.metadata()
    if (orientation === 1) return null
    const upright = picture.autoOrient().keepIccProfile()
    switch (format) {
      case 'jpeg':
        return await upright.jpeg({ quality: 92 }).toBuffer()
      case 'webp':
        return await upright.webp({ quality: 92 }).toBuffer()
      case 'png':
        return await upright.png().toBuffer()
      default:
        return null
    }
  } catch {
    return null
  }
}

/**
 * A PNG of colours and words. Letters come from the fonts that fontconfig finds: the command line shows it those of the tool alone
 * (cli/tool.ts), so that the bytes are the same on every machine.
 */
export async function draw({ width, height, fields, letterings }: Drawing): Promise<Uint8Array> {
  const sharp = open()
  const [ground, ...others] = fields
  const coloured = ({ colour: background, ...size }: Field) => ({
    create: { ...size, channels: 3 as const, background },
  })
  const words = await Promise.all(letterings.filter(({ words: all }) => all !== '').map((one) => letter(sharp, one)))
  return withoutTraces((again) =>
    sharp(coloured(ground))
      .resize(width, height)
      .composite([...others.map((field) => ({ input: coloured(field), left: field.left, top: field.top })), ...words])
      .removeAlpha()
      .png({ compressionLevel: 9 - again, palette: false })
      .toBuffer(),
  )
}

/** In pixels; what browsers show in tabs on screens of twice the dots. */
const ICON = 32

/** A picture as an icon: small, upright, whole, on nothing. null if it does not decode. */
export async function encodeIcon(bytes: Uint8Array): Promise<Uint8Array | null> {
  const sharp = open()
  const background = { r: 0, g: 0, b: 0, alpha: 0 }
  try {
    return asIcon(
      await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
        .autoOrient()
        .resize({ width: ICON, height: ICON, fit: 'contain', background })
        .ensureAlpha()
        .toColourspace('srgb')
        .png({ compressionLevel: 9, palette: false })
        .toBuffer(),
    )
  } catch {
    return null
  }
}

/** A drawing as an icon. */
export async function drawIcon(drawing: Drawing): Promise<Uint8Array> {
  const icon = await encodeIcon(await draw(drawing))
  if (icon === null) throw new Error('what was drawn does not decode')
  return icon
}

/** ICO: a header, one entry, and the PNG as it is (all systems read that since 2007). */
function asIcon(png: Uint8Array): Uint8Array {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(ICON, 6)
  head.writeUInt8(ICON, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}

/** Words as a layer: smaller and smaller until they fit, then fewer and fewer. */
async function letter(sharp: SharpModule, lettering: Lettering): Promise<OverlayOptions> {
  const { words, bold, sizes, left, top, width, height, at } = lettering
  const set = async (text: string, size: number) => {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const font = `Be Vietnam Pro${bold ? ' Bold' : ''} ${size}`
    return sharp({
      // At 72 dots an inch a point is a pixel.
      text: { text: `<span foreground="white">${escaped}</span>`, font, width, dpi: 72, rgba: true, wrap: 'word-char' },
    })
      .raw()
      .toBuffer({ resolveWithObject: true })
  }
  const least = Math.min(...sizes)
  let made = await set(words, sizes[0])
  for (const size of sizes.slice(1)) if (made.info.height > height) made = await set(words, size)
  let kept = words
  while (made.info.height > height && kept.length > 1) {
    kept = shortened(kept, height / made.info.height)
    made = await set(`${kept}…`, least)
  }
  const room = Math.max(0, height - made.info.height)
  const { data: input, info } = made
  const raw = { width: info.width, height: info.height, channels: info.channels }
  return { input, raw, left, top: top + Math.round({ top: 0, middle: room / 2, foot: room }[at]) }
}

/** At most that part of a text and at least a letter less, in whole words where it has several. */
function shortened(text: string, part: number): string {
  const letters = [...text]
  const cut = letters.slice(0, Math.max(1, Math.min(letters.length - 1, Math.floor(letters.length * part)))).join('')
  const word = cut.lastIndexOf(' ')
  return word > 0 ? cut.slice(0, word) : cut
}

/** Recipes of one size and cut together. */
function sizesOf(recipes: readonly PhotoRecipe[]) {
  const sizes = new Map<string, [PhotoRecipe, ...PhotoRecipe[]]>()
  for (const recipe of recipes) {
    const key = `${recipe.width} ${recipe.height} ${recipe.crop}`
    const same = sizes.get(key)
    if (same === undefined) sizes.set(key, [recipe])
    else same.push(recipe)
  }
  return [...sizes.values()]
}

/** What metadata begin with. By chance the letters stand in compressed pictures too, once in some eight million bytes. */
const TRACES = ['GPS', 'Exif', 'XMP', 'IPTC'] as const

/** How often a picture is encoded anew for that: what is left then is one in some millions. */
const AGAIN = 4

/** Bytes in which whoever looks for traces of a camera finds none, so that a find is one: encoded anew, a little differently, until it is so. */
async function withoutTraces(encode: (again: number) => Promise<Uint8Array>): Promise<Uint8Array> {
  let bytes = await encode(0)
  for (let again = 1; again <= AGAIN && hasTraces(bytes); again += 1) bytes = await encode(again)
  return bytes
}

function hasTraces(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return TRACES.some((letters) => view.includes(letters, 0, 'latin1'))
}

/** again: how much is to be done otherwise than the recipe says, which nobody sees. */
function finish(picture: Sharp, { format, quality }: PhotoRecipe, again: number): Sharp {
  const lossy = { quality: quality - again }
  switch (format) {
    case 'jpeg':
      return picture
        .flatten({ background: '#ffffff' })
        .jpeg({ ...lossy, progressive: true, chromaSubsampling: '4:2:0' })
    case 'png':
      return picture.png({ compressionLevel: 9 - again, palette: false })
    case 'webp':
      // Effort 2 takes a third less time than the default 4 for a twelfth more bytes.
      return picture.webp(quality === 0 ? { lossless: true, effort: 2 + again } : { ...lossy, effort: 2 })
    case 'avif':
      // The default effort takes twenty times as long for about the same bytes.
      return picture.avif(quality === 0 ? { lossless: true, effort: 1 + again } : { ...lossy, effort: 1 })
  }
}
