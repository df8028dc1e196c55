/** What a picture is made of and how its colours and size are meant (PNG 3rd edition, 11 and 12); texts, dates, EXIF are not. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs acTL fcTL fdAT'.split(' '),
)

/** A PNG of its picture alone; what follows its end goes too. null where it does not reach its end. */
export function barePng(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [view.subarray(0, 8)]
  let at = 8
  while (at + 12 <= view.length) {
    const end = at + 12 + view.readUInt32BE(at)
    if (end > view.length) return null
    const type = view.toString('latin1', at + 4, at + 8)
    if (KEPT.has(type)) kept.push(view.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}
