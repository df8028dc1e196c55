import type { Parsed, PhotoFacts } from '../../core/bulletin.ts'
import { type Diagnostic, diagnose } from '../../core/diagnostic.ts'
import { MAX_PIXELS, readHeader } from '../picture.ts'

/** What the first bytes of a file say it is. */
type Kind =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'gif'
  | 'heic'
  | 'svg'
  | { readonly other: string }
  | { readonly not: string | null }

/** First bytes (as Latin-1) → kind. */
const MAGIC: readonly (readonly [RegExp, Kind])[] = [
  [/^\xff\xd8\xff/, 'jpeg'],
  [/^\x89PNG\r\n\x1a\n/, 'png'],
  [/^RIFF[\s\S]{4}WEBP/, 'webp'],
  [/^GIF8[79]a/, 'gif'],
  [/^[\s\S]{4}ftyp(avif|avis)/, { other: 'AVIF' }],
  [/^[\s\S]{4}ftyp(hei[cxms]|hev[cxms]|mif1|msf1)/, 'heic'],
  [/^BM[\s\S]{4}\0\0\0\0/, { other: 'BMP' }],
  [/^(II\*\0|MM\0\*|II\+\0|MM\0\+)/, { other: 'TIFF' }],
  [/^(\0\0\0\x0cjP {2}|\xff\x4f\xff\x51)/, { other: 'JPEG 2000' }],
  [/^(\xff\x0a|\0\0\0\x0cJXL )/, { other: 'JPEG XL' }],
  [/^\0\0\x01\0/, { other: 'ICO' }],
  [/^8BPS/, { other: 'Photoshop' }],
  [/^%PDF-/, { not: 'PDF' }],
  [/^PK\x03\x04/, { not: 'ZIP' }],
  [/^\xd0\xcf\x11\xe0/, { not: 'Office' }],
  [/^\s*(\xef\xbb\xbf)?(<\?xml[\s\S]*?<svg|<svg|<!DOCTYPE svg)/i, 'svg'],
  [/^\s*(\xef\xbb\xbf)?<(!doctype html|html|head|body|p\b)/i, { not: 'HTML' }],
]

const refuse = (diagnostic: Diagnostic): Parsed<PhotoFacts> => ({ value: null, diagnostics: [diagnostic] })

/** The facts of a picture's header, or why it cannot be shown. `name` is left empty: whoever asked fills it in. */
export async function photoFacts(bytes: Uint8Array): Promise<Parsed<PhotoFacts>> {
  if (bytes.length === 0) return refuse(diagnose('image/empty', { name: '' }))
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  const kind = MAGIC.find(([pattern]) => pattern.test(head))?.[1] ?? { not: null }
  if (kind === 'heic') return refuse(diagnose('image/heic', { name: '' }))
  if (kind === 'svg') return refuse(diagnose('image/svg', { name: '' }))
  if (typeof kind === 'object') {
    return refuse(
      'other' in kind
        ? diagnose('image/format', { name: '', format: kind.other })
        : diagnose('image/not-image', { name: '', likely: kind.not }),
    )
  }
  return fromHeader(bytes, kind)
}

async function fromHeader(bytes: Uint8Array, format: PhotoFacts['format']): Promise<Parsed<PhotoFacts>> {
  try {
    const { width, height, orientation = 1, pages = 1, hasAlpha, isPalette } = await readHeader(bytes)
    if (pages > 1 || (format === 'png' && isAnimatedPng(bytes))) return refuse(diagnose('image/animated', { name: '' }))
    if (width * height > MAX_PIXELS) {
      return refuse(
        diagnose('image/too-large', {
          name: '',
          megapixels: Math.round((width * height) / 1e6),
          max: MAX_PIXELS / 1e6,
        }),
      )
    }
    const turned = orientation >= 5
    const facts = {
      format,
      width: turned ? height : width,
      height: turned ? width : height,
      orientation,
      alpha: hasAlpha,
      palette: isPalette === true,
    }
    return { value: facts, diagnostics: [] }
  } catch {
    return refuse(diagnose('image/broken', { name: '' }))
  }
}

/** An `acTL` chunk before the first `IDAT` makes a PNG move (APNG specification). */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const control = data.indexOf('acTL')
  return control > 0 && control < data.indexOf('IDAT')
}
