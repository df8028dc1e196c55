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
 * A picture for the web: upright, fitted, sRGB with 8 bits, without a byte of metadata. Throws if it does not decode.
 * failOn 'error' and not 'warning': phones and scanners write harmless oddities, but what is missing must not become grey.
 */
export async function encodePhoto(bytes: Uint8Array, recipe: PhotoRecipe): Promise<Uint8Array> {
  const sharp = await open()
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: recipe.width, height: recipe.height, fit: 'fill', withoutEnlargement: true })
    .toColourspace('srgb')
  return finish(picture, recipe).toBuffer()
}

const finish = (picture: Sharp, recipe: PhotoRecipe): Sharp =>
  recipe.format === 'jpeg'
    ? picture
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: recipe.quality, progressive: true, chromaSubsampling: '4:2:0' })
    : picture.png({ compressionLevel: 9, palette: false })
