/** Tags that tell of people, places, programs (TIFF 6.0, Exif 3.0): names, dates, XMP, IPTC, Photoshop, Exif, GPS. */
const TELLING = new Set([270, 271, 272, 285, 305, 306, 315, 316, 700, 33432, 33723, 34377, 34665, 34853])

/** Whether the first page of a TIFF carries nothing but its picture; false where that cannot be told. */
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
  for (let at = start + 2; at < end; at += 12) if (TELLING.has(short(at))) return false
  return true
}
