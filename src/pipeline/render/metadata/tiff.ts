import { isProfile } from './icc.ts'

/**
 * Tags of how a picture is stored, shaped and coloured (TIFF 6.0, sections 3 to 22; technical notes on JPEG). Every other tag may tell something: names,
 * dates, programs, serial numbers, places, XMP, IPTC, Photoshop, GeoTIFF, Exif.
 */
const NEEDED = new Set([
  ...[254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284],
  ...[
    290, 291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 332, 334, 336, 338, 339, 340, 341,
  ],
  ...[342, 347, 512, 513, 514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532],
])
const ICC = 34675
/** Where pieces of the picture are and how long they are: strips, tiles, JPEG of old. */
const PIECES = [
  [273, 279],
  [324, 325],
  [513, 514],
] as const
/** Bytes of a value, by its type (section 2). */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

type Range = readonly [from: number, to: number]

/** Whether a TIFF of one page carries nothing but its picture, between its parts and behind them too; false where that cannot be told. */
export function isBareTiff(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = view[0] === 0x49
  const short = (at: number) => (little ? view.readUInt16LE(at) : view.readUInt16BE(at))
  const long = (at: number) => (little ? view.readUInt32LE(at) : view.readUInt32BE(at))
  if (view.length < 8 || short(2) !== 42) return false
  const start = long(4)
  if (start + 2 > view.length) return false
  const end = start + 2 + 12 * short(start)
  if (end + 4 > view.length || long(end) !== 0) return false
  const ranges: Range[] = [
    [0, 8],
    [start, end + 4],
  ]
  const numbers = new Map<number, readonly number[]>()
  const seen = new Set<number>()
  for (let at = start + 2; at < end; at += 12) {
    const [tag, type, count] = [short(at), short(at + 2), long(at + 4)]
    // Each tag once: a picture’s pieces are not counted a thousand times.
    if (seen.has(tag)) return false
    seen.add(tag)
    const size = (SIZES[type] ?? 0) * count
    const from = size > 4 ? long(at + 8) : at + 8
    if (size === 0 || from + size > view.length) return false
    if (tag === ICC ? !isProfile(view.subarray(from, from + size)) : !NEEDED.has(tag)) return false
    if (size > 4) ranges.push([from, from + size])
    const isPiece = PIECES.some((pair) => pair.some((one) => one === tag))
    if (isPiece && type !== 3 && type !== 4) return false
    if (isPiece)
      numbers.set(
        tag,
        Array.from({ length: count }, (_, index) => (type === 3 ? short(from + 2 * index) : long(from + 4 * index))),
      )
  }
  for (const [places, lengths] of PIECES)
    for (const [index, from] of (numbers.get(places) ?? []).entries())
      ranges.push([from, from + (numbers.get(lengths)?.[index] ?? 0)])
  return isCovered(view, ranges)
}

/** Whether there are only zeros beside these parts. */
function isCovered(view: Buffer, ranges: readonly Range[]): boolean {
  let at = 0
  for (const [from, to] of [...ranges, [view.length, view.length] as const].sort(([a], [b]) => a - b)) {
    if (from > at && view.subarray(at, from).some((byte) => byte !== 0)) return false
    at = Math.max(at, to)
  }
  return true
}
