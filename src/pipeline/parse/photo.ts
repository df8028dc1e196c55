import type { Parsed, PhotoFacts } from '../../core/bulletin.ts'
import { type Code, type Codes, diagnose } from '../../core/diagnostic.ts'
import { MAX_PIXELS, readHeader } from '../picture.ts'
import { heicHeader } from './heic.ts'
import { isAnimatedPng, isEnd, reachesEnd, scanOf } from './photo-end.ts'
import { type Format, sniff } from './sniff.ts'

/**
 * What the header of a picture says, or why it cannot be published. The same bytes may have several names, so params.name is '' and
 * there is no place: whoever asked fills them in.
 */
export async function photoFacts(bytes: Uint8Array): Promise<Parsed<PhotoFacts>> {
  if (bytes.length === 0) return refused('image/empty', { name })
  const kind = sniff(bytes)
  switch (kind.is) {
    case 'heic':
      return heicFacts(bytes)
    case 'svg':
      return refused('image/svg', { name })
    case 'other-picture':
      return refused('image/format', { name, format: kind.format })
    case 'no-picture':
      return refused('image/not-image', { name, likely: kind.name })
    case 'photo':
      return headerFacts(kind.format, bytes, reachesEnd(kind.format, bytes))
  }
}

/** Enough of a phone's photo for its header: beside 64 KB for each kind of metadata. */
export const HEAD = 256 * 1024
/** An end mark. */
export const TAIL = 2

/** The same as photoFacts of the whole file, told by its ends; null: only the whole can tell. */
export async function photoFactsByEnds(head: Uint8Array, tail: Uint8Array): Promise<Parsed<PhotoFacts> | null> {
  const kind = sniff(head)
  if (kind.is !== 'photo' || kind.format !== 'jpeg' || scanOf(head) === null || !isEnd(tail)) return null
  const facts = await headerFacts('jpeg', head, true)
  return facts.value === null ? null : facts
}

const name = ''

/** An iPhone's photo: those that no header is found in are films, or of another kind than its name says. */
function heicFacts(bytes: Uint8Array): Parsed<PhotoFacts> {
  const header = heicHeader(bytes)
  if (header === null) return refused('image/heic', { name })
  const { width, height } = header
  if (width * height > MAX_PIXELS) return tooManyPixels(width * height)
  return { value: { format: 'heic', width, height, orientation: 1, alpha: false, palette: false }, diagnostics: [] }
}

function tooManyPixels(pixels: number): Parsed<never> {
  const megapixels = Math.ceil(pixels / 1e6)
  return refused('image/too-large', { name, megapixels, max: MAX_PIXELS / 1e6 })
}

async function headerFacts(format: Format, bytes: Uint8Array, whole: boolean): Promise<Parsed<PhotoFacts>> {
  const header = await readHeader(bytes).catch(() => null)
  if (header === null) return refused('image/broken', { name })
  const { autoOrient, orientation = 1, pages = 1, hasAlpha, isPalette } = header
  const { width, height } = autoOrient
  if (pages > 1 || (format === 'png' && isAnimatedPng(bytes))) return refused('image/animated', { name })
  if (width * height > MAX_PIXELS) return tooManyPixels(width * height)
  if (!whole) return refused('image/broken', { name })
  const facts: PhotoFacts = { format, width, height, orientation, alpha: hasAlpha, palette: isPalette === true }
  return { value: facts, diagnostics: [] }
}

const refused = <C extends Code>(code: C, params: Codes[C]): Parsed<never> => ({
  value: null,
  diagnostics: [diagnose(code, params)],
})
