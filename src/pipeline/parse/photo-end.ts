import type { Format } from './sniff.ts'

/**
 * Whether a JPEG or PNG reaches its end, told without decoding: a copy that was broken off shall be found when content is checked,
 * not when it is published. (WebP and GIF say so when their header is read.)
 */
export function reachesEnd(format: Format, bytes: Uint8Array): boolean {
  if (format === 'jpeg') return jpegEnds(bytes)
  return format !== 'png' || pngChunks(bytes).some((type) => type === 'IEND')
}

/** Whether a PNG is an animation (APNG): its control chunk stands before the picture. */
export const isAnimatedPng = (bytes: Uint8Array): boolean => pngChunks(bytes).includes('acTL')

/** Where the first scan of a JPEG begins; null: not in these bytes. */
export function scanOf(bytes: Uint8Array): number | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 4 <= view.length) {
    if (view[at] !== 0xff) return null
    const marker = view[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else if (marker === 0xda) return at
    else at += 2 + view.readUInt16BE(at + 2)
  }
  return null
}

/** Whether the last two bytes are a JPEG's end mark. */
export const isEnd = (bytes: Uint8Array): boolean => bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9

/** Scan data has no FF D9 in it (ITU T.81, B.1.1.5), thumbnails before it have: look behind the first scan's header. */
function jpegEnds(bytes: Uint8Array): boolean {
  const at = scanOf(bytes)
  if (at === null) return false
  // As a rule it is the last of all; phones write films, depths and second pictures behind it.
  return isEnd(bytes) || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('ffd9', at, 'hex') >= 0
}

/** The types of the chunks of a PNG, as far as they are there. */
function pngChunks(bytes: Uint8Array): readonly string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const types: string[] = []
  let at = 8
  while (at + 8 <= view.length && types.length < 100_000) {
    const type = view.toString('latin1', at + 4, at + 8)
    types.push(type)
    if (type === 'IEND') break
    at += 12 + view.readUInt32BE(at)
  }
  return types
}
