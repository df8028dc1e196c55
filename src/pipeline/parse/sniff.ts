/** The formats that are published. */
export type Format = 'jpeg' | 'png' | 'webp' | 'gif'

/** What the first bytes of a file say it is, whatever its name says. */
export type Kind =
  | { readonly is: 'photo'; readonly format: Format }
  | { readonly is: 'heic' | 'svg' }
  /** A picture of a format that browsers do not all show. */
  | { readonly is: 'other-picture'; readonly format: string }
  /** No picture; name says what it probably is, in a word people know. */
  | { readonly is: 'no-picture'; readonly name: string | null }

/** Tells the kind of a file by its first bytes. */
export function sniff(bytes: Uint8Array): Kind {
  const head = latin1(bytes.subarray(0, 64))
  const known = signatures.find(([start]) => head.startsWith(start))
  if (known !== undefined) return known[1]
  if (/^BM[\s\S]{4}\0{4}/.test(head)) return { is: 'other-picture', format: 'BMP' }
  if (head.startsWith('RIFF')) {
    return head.slice(8, 12) === 'WEBP'
      ? { is: 'photo', format: 'webp' }
      : { is: 'no-picture', name: riff[head.slice(8, 12)] ?? null }
  }
  if (head.slice(4, 8) === 'ftyp') return boxed(head)
  if (head.startsWith('PK\x03\x04')) return { is: 'no-picture', name: zipped(bytes) }
  return written(bytes)
}

const signatures: readonly (readonly [string, Kind])[] = [
  ['\xFF\xD8\xFF', { is: 'photo', format: 'jpeg' }],
  ['\x89PNG\r\n\x1A\n', { is: 'photo', format: 'png' }],
  ['GIF87a', { is: 'photo', format: 'gif' }],
  ['GIF89a', { is: 'photo', format: 'gif' }],
  ['II*\0', { is: 'other-picture', format: 'TIFF' }],
  ['MM\0*', { is: 'other-picture', format: 'TIFF' }],
  ['II+\0', { is: 'other-picture', format: 'TIFF' }],
  ['MM\0+', { is: 'other-picture', format: 'TIFF' }],
  ['\0\0\0\x0CjP  ', { is: 'other-picture', format: 'JPEG 2000' }],
  ['\xFF\x4F\xFF\x51', { is: 'other-picture', format: 'JPEG 2000' }],
  ['\0\0\0\x0CJXL ', { is: 'other-picture', format: 'JPEG XL' }],
  ['\xFF\x0A', { is: 'other-picture', format: 'JPEG XL' }],
  ['\0\0\x01\0', { is: 'other-picture', format: 'ICO' }],
  ['8BPS', { is: 'other-picture', format: 'Photoshop' }],
  ['%PDF', { is: 'no-picture', name: 'PDF' }],
  ['\xD0\xCF\x11\xE0', { is: 'no-picture', name: 'Word' }],
  ['Rar!', { is: 'no-picture', name: 'RAR' }],
  ['7z\xBC\xAF', { is: 'no-picture', name: '7z' }],
  ['{\\rtf', { is: 'no-picture', name: 'Word' }],
  ['ID3', { is: 'no-picture', name: 'MP3' }],
]

const riff: { readonly [kind: string]: string } = { 'AVI ': 'AVI', WAVE: 'WAV' }

/** Files of boxes (ISO 14496-12): the brands say whether it is an iPhone's photo, AVIF or a film. */
function boxed(head: string): Kind {
  const length = Math.min(head.length, (head.charCodeAt(2) << 8) | head.charCodeAt(3))
  const brands = [head.slice(8, 12), ...(head.slice(16, length).match(/[\s\S]{4}/g) ?? [])]
  if (brands.some((brand) => /^avi[fs]$/.test(brand))) return { is: 'other-picture', format: 'AVIF' }
  if (brands.some((brand) => /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand))) return { is: 'heic' }
  return { is: 'no-picture', name: 'MP4' }
}

/** Office documents are ZIP files that name their folders near the beginning. */
function zipped(bytes: Uint8Array): string {
  const start = latin1(bytes.subarray(0, 4096))
  return start.includes('word/')
    ? 'Word'
    : start.includes('xl/')
      ? 'Excel'
      : start.includes('ppt/')
        ? 'PowerPoint'
        : 'ZIP'
}

function written(bytes: Uint8Array): Kind {
  const start = latin1(bytes.subarray(0, 4096)).replace(/^(?:\xEF\xBB\xBF)?\s*/, '')
  if (/^<(?:\?xml|!--|!DOCTYPE svg|svg)/i.test(start) && /<svg[\s>:]/i.test(start)) return { is: 'svg' }
  if (/^<(?:!doctype html|html|head|body|\?xml)/i.test(start)) return { is: 'no-picture', name: 'HTML' }
  const isText = start !== '' && !/[\0-\x08\x0E-\x1F]/.test(start)
  return { is: 'no-picture', name: isText ? 'TXT' : null }
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
