import { isProfile } from './icc.ts'

/** APP2 with a colour profile; the other use of APP2 (MPF) leads to more pictures behind the end of the first. */
const ICC = 'ICC_PROFILE\0'
const PART = 4 + ICC.length
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const JFIF_LENGTH = 16

/**
 * A JPEG of its picture alone (ITU T.81, annex B): what decoders need, JFIF without thumbnail, colour profile and Adobe's colour transform
 * stay; every other segment, comments, what lies between segments and what follows the end go. null where it does not reach its end.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [Uint8Array.of(0xff, SOI)]
  const profile: Buffer[] = []
  let at = 2
  for (;;) {
    at = view.indexOf(0xff, at)
    if (at < 0 || at + 1 >= view.length) return null
    const marker = view[at + 1] ?? 0
    if (marker === EOI) return Buffer.concat([...withProfile(kept, profile), Uint8Array.of(0xff, EOI)])
    if (marker === 0xff) {
      at += 1
    } else if (marker === 0 || marker === 0x01 || (marker >= 0xd0 && marker <= SOI)) {
      at += 2
    } else {
      const end = at + 4 <= view.length ? at + 2 + view.readUInt16BE(at + 2) : Number.POSITIVE_INFINITY
      if (end > view.length || end < at + 4) return null
      const segment = keptOf(marker, view.subarray(at, end))
      if (segment !== null) kept.push(segment)
      if (marker === 0xe2 && segment !== null) profile.push(segment)
      at = end
      if (marker === SOS) {
        const scanned = endOfScan(view, at)
        kept.push(view.subarray(at, scanned))
        at = scanned
      }
    }
  }
}

/** Without the parts of a colour profile, if together they are none (ICC.1:2022, B.4: behind the name the number of a part, and how many there are). */
function withProfile(kept: readonly Uint8Array[], parts: readonly Buffer[]): readonly Uint8Array[] {
  const inOrder = [...parts].sort((one, other) => (one[PART] ?? 0) - (other[PART] ?? 0))
  const isWhole = isProfile(Buffer.concat(inOrder.map((part) => part.subarray(PART + 2))))
  const gone = new Set<Uint8Array>(isWhole ? [] : parts)
  return kept.filter((segment) => !gone.has(segment))
}

/** What stays of a segment. */
function keptOf(marker: number, segment: Buffer): Buffer | null {
  if (marker === 0xe0) return bareJfif(segment)
  if (marker === 0xe2) return segment.toString('latin1', 4, 4 + ICC.length) === ICC ? segment : null
  if (marker === 0xee) return segment.toString('latin1', 4, 9) === 'Adobe' ? segment : null
  // The number of lines is two bytes; decoders skip what else stands there.
  if (marker === DNL) return segment.length === 6 ? segment : null
  return isDecoded(marker) ? segment : null
}

const DNL = 0xdc

/** Frames with tables of both kinds of coding (but not C8, which is reserved), scans, quantization and restarts: all other segments may hold anything. */
const isDecoded = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || marker === SOS || marker === 0xdb || marker === 0xdd

/** JFIF may hold a thumbnail behind its 16 bytes; a JFXX segment is nothing else. */
function bareJfif(segment: Buffer): Buffer | null {
  if (segment.toString('latin1', 4, 9) !== 'JFIF\0' || segment.length < 2 + JFIF_LENGTH) return null
  const bare = Buffer.from(segment.subarray(0, 2 + JFIF_LENGTH))
  bare.writeUInt16BE(JFIF_LENGTH, 2)
  bare.writeUInt16BE(0, 16)
  return bare
}

/** Where the next marker stands: in a scan, FF is followed by 00, or it is a restart marker. */
function endOfScan(view: Buffer, from: number): number {
  let at = from
  for (;;) {
    at = view.indexOf(0xff, at)
    if (at < 0 || at + 1 >= view.length) return view.length
    const marker = view[at + 1] ?? 0
    if (marker !== 0 && (marker < 0xd0 || marker > 0xd7)) return at
    at += 2
  }
}
