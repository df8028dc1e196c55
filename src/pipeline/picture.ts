import type { Metadata, Sharp } from 'sharp'
import type { PhotoRecipe } from '../core/photo.ts'

/** More pixels than this are refused: a phone makes 12 to 50 million, a decompression bomb any number. */
export const MAX_PIXELS = 100_000_000

type SharpModule = typeof import('sharp')['default']
let loaded: Promise<SharpModule> | null = null

/**
 * The door of sharp, opened at the first picture. Every loader of libvips is blocked but those of the four formats taken:
 * HEIF and SVG input stays shut whatever a file calls itself (sharp.pixelplumbing.com/security).
 */
function open(): Promise<SharpModule> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
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
    return sharp
  })
  return loaded
}

/** What the header says; throws if there is none that a loader understands, or it claims too many pixels. */
export async function readHeader(bytes: Uint8Array): Promise<Metadata> {
  const sharp = await open()
  return sharp(bytes, { limitInputPixels: false, sequentialRead: true }).metadata()
}

/**
 * The variants of one picture, in the order of their recipes and from one decode (which shrinks while it loads): upright, sRGB with
 * 8 bits, without a byte of metadata. Throws if it does not decode.
 * failOn 'error' and not 'warning': phones and scanners write harmless oddities, but what is missing must not become grey.
 */
export async function encodePhotos(bytes: Uint8Array, recipes: readonly PhotoRecipe[]): Promise<readonly Uint8Array[]> {
  const sharp = await open()
  const [first] = recipes
  if (first === undefined) return []
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ ...first.base, fit: 'fill', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } } as const
  const made: Uint8Array[] = []
  for (const size of sizesOf(recipes)) {
    const [{ width, height, crop }] = size
    const whole = sharp(data, raw)
    const fitted =
      width === info.width && height === info.height
        ? whole
        : whole.resize({
            width,
            height,
            withoutEnlargement: true,
            ...(crop ? { fit: 'cover', position: 'attention' } : { fit: 'fill' }),
          })
    // Two formats of one size are made from one shrunk raster.
    const shrunk =
      fitted === whole || size.length === 1
        ? null
        : await fitted.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    for (const recipe of size) {
      const picture =
        shrunk === null
          ? fitted.clone()
          : sharp(shrunk.data, { raw: { ...raw.raw, width: shrunk.info.width, height: shrunk.info.height } })
      made[recipes.indexOf(recipe)] = await finish(picture, recipe).toBuffer()
    }
  }
  return made
}

/**
 * A picture that is published whole, with the side up that its metadata says, and then without them; colours and size stay. null where
 * it says nothing of that, or does not decode: then it may stay as it is.
 */
export async function uprightCopy(bytes: Uint8Array): Promise<Uint8Array | null> {
  const sharp = await open()
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

function finish(picture: Sharp, { format, quality }: PhotoRecipe): Sharp {
  switch (format) {
    case 'jpeg':
      return picture.flatten({ background: '#ffffff' }).jpeg({ quality, progressive: true, chromaSubsampling: '4:2:0' })
    case 'png':
      return picture.png({ compressionLevel: 9, palette: false })
    case 'webp':
      // Effort 2 takes a third less time than the default 4 for a twelfth more bytes.
      return picture.webp(quality === 0 ? { lossless: true, effort: 2 } : { quality, effort: 2 })
    case 'avif':
      // The default effort takes twenty times as long for about the same bytes.
      return picture.avif(quality === 0 ? { lossless: true, effort: 1 } : { quality, effort: 1 })
  }
}
