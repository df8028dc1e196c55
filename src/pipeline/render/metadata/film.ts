import { wholeBoxes } from '../../parse/boxes.ts'

/** Boxes that hold others, on the way to what tells of people and places (ISO/IEC 14496-12, 6.2.3). */
const HOLDING = new Set(['moov', 'trak', 'mdia', 'moof', 'traf'])
/** What cameras and programs write: user data (©xyz: where), metadata (QuickTime: location, device), XMP and others' own. */
const TELLING = new Set(['udta', 'meta', 'uuid'])
/** Headers that begin with when it was taken and changed. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd'])

/** What the first box of a film is: `ftyp`, or in old QuickTime another. */
const FIRST = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot'])

/** Whether it is a film or sound in boxes: MP4, MOV, M4A, 3GP. */
export const isBoxed = (bytes: Uint8Array): boolean =>
  FIRST.has(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8)).toString('latin1', 4, 8))

/**
 * The same film without what is said beside its pictures and sounds: where, when, with what, by whom. Such boxes become free space of the
 * same size, so that every place in the file stays what the file says it is. Comes back as it is where there is nothing of that.
 */
export function bareFilm(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  blank(copy, 0, copy.length)
  return copy.equals(bytes) ? bytes : copy
}

/** Of a film that was broken off, the last box is looked into no more than a player would. */
function blank(view: Buffer, begin: number, end: number): void {
  for (const { type, start, from, to } of wholeBoxes(view, begin, end)) {
    if (TELLING.has(type)) {
      view.write('free', start + 4, 'latin1')
      view.fill(0, from, to)
    } else if (HOLDING.has(type)) blank(view, from, to)
    // Version and flags, then two times of 32 bits, in version 1 of 64 (8.2.2).
    else if (DATED.has(type)) view.fill(0, from + 4, Math.min(to, from + (view[from] === 1 ? 20 : 12)))
  }
}
