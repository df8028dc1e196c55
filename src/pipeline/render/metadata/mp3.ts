/** Whether it is sound in frames (MPEG audio), with tags in front or without. A text may begin with `ID3`, too. */
export function isMp3(bytes: Uint8Array): boolean {
  if (tagAt(bytes, 0) > 0 || isFrame(bytes, 0)) return true
  const first = firstSound(bytes)
  return first.tags > 0 && isFrame(bytes, first.at)
}

/** Of zeros between tags and frames no more are passed over. */
const PADDING = 64 * 1024

/**
 * The same sound without the tags that programs put in front (ID3v2.4, 3.1) and behind (ID3v2 with a footer, 3.4; APEv2; Lyrics3 v1 and v2.00; ID3v1,
 * `TAG` and 125 bytes, with its enlarged form `TAG+`): names, dates, pictures, comments.
 */
export function bareMp3(bytes: Uint8Array): Uint8Array {
  const from = firstSound(bytes).at
  let end = bytes.length
  for (let length = tagBefore(bytes, end); length > 0; length = tagBefore(bytes, end)) end -= length
  const kept = bytes.subarray(Math.min(from, end), end)
  return kept.length === bytes.length ? bytes : kept
}

/** Where the first frame begins, behind tags and zeros, and where the last of those tags ends. Without a frame that is one place. */
function firstSound(bytes: Uint8Array): { readonly at: number; readonly tags: number } {
  let tags = 0
  for (let at = 0; at < bytes.length && at - tags < PADDING; ) {
    const length = tagAt(bytes, at) || apeAt(bytes, at)
    if (length > 0) {
      at += length
      tags = at
    } else if (bytes[at] === 0) at += 1
    else return { at: isFrame(bytes, at) ? at : tags, tags }
  }
  return { at: tags, tags }
}

/** The head of a frame (ISO/IEC 11172-3, 2.4.1.3): eleven bits that are set, and a layer. */
const isFrame = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xe0) === 0xe0 && ((bytes[at + 1] ?? 0) & 0x06) === 0x02

/** How long the tag is that stands there, in bytes; 0: none does, or it ends behind the file. */
function tagAt(bytes: Uint8Array, from: number): number {
  if (latin1(bytes, from, from + 3) !== 'ID3') return 0
  const [version = 0, , flags = 0, ...size] = bytes.subarray(from + 3, from + 10)
  if (version < 2 || version > 4 || size.length < 4) return 0
  // Seven bits of each byte count; with the flag a copy of the ten bytes of its head stands behind it.
  const length = 10 + sevens(size) + ((flags & 0x10) !== 0 ? 10 : 0)
  return from + length > bytes.length ? 0 : length
}

/** The same of a tag in front in the form of Monkey’s Audio (APEv2, tag header). */
function apeAt(bytes: Uint8Array, from: number): number {
  if (latin1(bytes, from, from + 8) !== 'APETAGEX') return 0
  const length = 32 + longAt(bytes, from + 12)
  return from + length > bytes.length ? 0 : length
}

/** How long the tag is that ends there, with zeros behind it; 0: none does. */
function tagBefore(bytes: Uint8Array, end: number): number {
  for (let zeros = 0; zeros < PADDING; zeros += 1) {
    const length = tagEnding(bytes, end - zeros)
    if (length > 0) return length + zeros
    // A tag itself may end in zeros.
    if (bytes[end - zeros - 1] !== 0) return 0
  }
  return 0
}

function tagEnding(bytes: Uint8Array, end: number): number {
  const has = (back: number, mark: string) =>
    back <= end && latin1(bytes, end - back, end - back + mark.length) === mark
  const within = (length: number) => (length > 0 && length <= end ? length : 0)
  if (has(128, 'TAG')) return 128
  if (has(227, 'TAG+')) return 227
  if (has(10, '3DI')) return within(20 + sevens([...bytes.subarray(end - 4, end)]))
  // Its size counts its end but not its head, of which a flag tells.
  if (has(32, 'APETAGEX')) return within(longAt(bytes, end - 20) + (((bytes[end - 9] ?? 0) & 0x80) === 0 ? 0 : 32))
  if (has(9, 'LYRICS200')) return within((Number(latin1(bytes, end - 15, end - 9)) || 0) + 15)
  if (!has(9, 'LYRICSEND')) return 0
  const begin = latin1(bytes, end - LYRICS_1, end).lastIndexOf('LYRICSBEGIN')
  return begin < 0 ? 0 : Math.min(LYRICS_1, end) - begin
}

/** Lyrics3 v1: at most 5,100 bytes between its marks. */
const LYRICS_1 = 5100 + 20

const sevens = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)

const longAt = (bytes: Uint8Array, at: number): number =>
  [3, 2, 1, 0].reduce((sum, place) => sum * 256 + (bytes[at + place] ?? 0), 0)

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(Math.max(0, from), Math.max(0, to)))
