const FILE_HEAD = 14
/** BITMAPINFOHEADER; longer heads may lead to a profile or its path. */
const HEAD = 40

/** Whether a BMP ([MS-WMF] 2.2.2.3 and 2.2.2.9) is its head, its palette and its rows: of pictures that are not packed that can be counted. */
export function isBareBmp(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.length < FILE_HEAD + HEAD || view.readUInt32LE(FILE_HEAD) !== HEAD) return false
  const [width, height] = [view.readInt32LE(18), Math.abs(view.readInt32LE(22))]
  const [bits, packed, colours] = [view.readUInt16LE(28), view.readUInt32LE(30), view.readUInt32LE(46)]
  const palette = bits > 8 ? 0 : 4 * (colours === 0 ? 2 ** bits : colours)
  const from = FILE_HEAD + HEAD + palette
  const end = from + 4 * Math.floor((bits * width + 31) / 32) * height
  // Paint ends with two zeros.
  return (
    packed === 0 &&
    view.readUInt32LE(10) === from &&
    end <= view.length &&
    view.subarray(end).every((byte) => byte === 0)
  )
}
