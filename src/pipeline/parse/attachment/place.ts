/** The tag of the place in EXIF, and in it that of the latitude (Exif 3.0, 4.6.3 and 4.6.7). */
const GPS = 0x8825
const LATITUDE = 2

/** Whether the beginning of a picture tells where it was taken: in EXIF (JPEG, PNG, WebP, TIFF) or in XMP. */
export function tellsPlace(picture: Buffer): boolean {
  if (picture.includes('exif:GPSLatitude')) return true
  const starts = [
    after(picture, 'Exif\0\0'),
    after(picture, 'eXIf'),
    after(picture, 'EXIF', 4),
    /^(?:II\*\0|MM\0\*)/.test(picture.toString('latin1', 0, 4)) ? 0 : null,
  ]
  return starts.some((start) => start !== null && isPlaced(picture.subarray(start)))
}

function after(view: Buffer, name: string, more = 0): number | null {
  const at = view.indexOf(name, 0, 'latin1')
  return at < 0 ? null : at + name.length + more
}

function isPlaced(tiff: Buffer): boolean {
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const entry = (folder: number, tag: number): number | null => {
    for (let number = 0; number < short(folder); number += 1)
      if (short(folder + 2 + 12 * number) === tag) return folder + 2 + 12 * number
    return null
  }
  if (short(2) !== 42) return false
  const pointer = entry(long(4), GPS)
  // Some cameras write a list of the place in which there is none.
  return pointer !== null && entry(long(pointer + 8), LATITUDE) !== null
}
