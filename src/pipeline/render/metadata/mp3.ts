/** Whether it is sound in frames (MPEG audio), with tags in front or without. A text may begin with `ID3`, too. */
export const isMp3 = (bytes: Uint8Array): boolean =>
  tagAt(bytes, 0) > 0 || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)

/** The same sound without the tags that programs put in front (ID3v2.4, 3.1) and behind (ID3v1: `TAG` and 125 bytes): names, dates, pictures, comments. */
export function bareMp3(bytes: Uint8Array): Uint8Array {
  let from = 0
  for (let length = tagAt(bytes, 0); length > 0; length = tagAt(bytes, from)) from += length
  const end = bytes.length - (latin1(bytes, bytes.length - 128, bytes.length - 125) === 'TAG' ? 128 : 0)
  return from === 0 && end === bytes.length ? bytes : bytes.subarray(Math.min(from, end), end)
}

/** How long the tag is that stands there, in bytes; 0: none does, or it ends behind the file. */
function tagAt(bytes: Uint8Array, from: number): number {
  const [version = 0, , flags = 0, ...size] = bytes.subarray(from + 3, from + 10)
  if (latin1(bytes, from, from + 3) !== 'ID3' || version < 2 || version > 4 || size.length < 4) return 0
  // Seven bits of each byte count; with the flag a copy of the ten bytes of its head stands behind it.
  const length = 10 + size.reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0) + ((flags & 0x10) !== 0 ? 10 : 0)
  return from + length > bytes.length ? 0 : length
}

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(Math.max(0, from), Math.max(0, to)))
