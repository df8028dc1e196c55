/** Whether it is sound in frames (MPEG audio), with tags in front or without. */
export const isMp3 = (bytes: Uint8Array): boolean =>
  latin1(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)

/** The same sound without the tags that programs put in front (ID3v2.4, 3.1) and behind (ID3v1: `TAG` and 125 bytes): names, dates, pictures, comments. */
export function bareMp3(bytes: Uint8Array): Uint8Array {
  let from = 0
  while (latin1(bytes, from, from + 3) === 'ID3' && from + 10 <= bytes.length) {
    // Seven bits of each byte count; with the flag a copy of the ten bytes of its head stands behind it.
    const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[from + at] ?? 0) & 0x7f), 0)
    const footed = ((bytes[from + 5] ?? 0) & 0x10) !== 0
    from += 10 + size + (footed ? 10 : 0)
  }
  const end = bytes.length - (latin1(bytes, bytes.length - 128, bytes.length - 125) === 'TAG' ? 128 : 0)
  return from === 0 && end === bytes.length ? bytes : bytes.subarray(Math.min(from, end), end)
}

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(Math.max(0, from), Math.max(0, to)))
