import { sniff } from '../parse/sniff.ts'
import { isBareBmp } from './metadata/bmp.ts'
import { bareFilm, isBoxed } from './metadata/film.ts'
import { bareGif } from './metadata/gif.ts'
import { bareJpeg } from './metadata/jpeg.ts'
import { bareMp3, isMp3 } from './metadata/mp3.ts'
import { barePng } from './metadata/png.ts'
import { bareRiff, isRiff } from './metadata/riff.ts'
import { isBareTiff } from './metadata/tiff.ts'
import { bareWebm, isWebm } from './metadata/webm.ts'
import { bareWebp } from './metadata/webp.ts'

/**
 * The same file without what cameras and programs write into pictures and films beside them: place, device, names, dates, comments,
 * thumbnails. Its pixels and colours stay as they are, so what said which side is up is lost (uprightCopy of picture.ts keeps it).
 * What is neither comes back as it is. null: it is a picture or a film, and it cannot be told what else is in it.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | null {
  const kind = sniff(bytes)
  switch (kind.is) {
    case 'photo':
      return { jpeg: bareJpeg, png: barePng, webp: bareWebp, gif: bareGif }[kind.format](bytes)
    case 'heic':
      return null
    case 'other-picture':
      return isBare(kind.format, bytes) ? bytes : null
    case 'svg':
      return bytes
    case 'no-picture':
      return bareOf(bytes)
  }
}

/** Films and sounds. */
function bareOf(bytes: Uint8Array): Uint8Array | null {
  if (isBoxed(bytes)) return bareFilm(bytes)
  if (isWebm(bytes)) return bareWebm(bytes)
  if (isMp3(bytes)) return bareMp3(bytes)
  return isRiff(bytes) ? bareRiff(bytes) : bytes
}

/** How metadata is named inside AVIF. */
const NAMES = ['Exif', 'http://ns.adobe.com/', 'Photoshop 3.0', 'application/rdf+xml', '<x:xmpmeta', '8BIM']

function isBare(format: string, bytes: Uint8Array): boolean {
  if (format === 'ICO') return true
  if (format === 'TIFF') return isBareTiff(bytes)
  if (format === 'BMP') return isBareBmp(bytes)
  // Photoshop, JPEG XL, JPEG 2000: anything may be in them.
  if (format !== 'AVIF') return false
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return NAMES.every((name) => !view.includes(name, 0, 'latin1'))
}
