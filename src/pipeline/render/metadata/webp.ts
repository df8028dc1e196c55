import { isProfile } from './icc.ts'

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])
/** Bits of VP8X that say that there is EXIF and XMP, and a colour profile. */
const EXIF_AND_XMP = 0x08 | 0x04
const PROFILE = 0x20

/** A WebP of its picture alone (RFC 9649, 2.7). null where its chunks do not fill what its header says. */
export function bareWebp(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const last = view.length < 12 ? Number.POSITIVE_INFINITY : 8 + view.readUInt32LE(4)
  if (last > view.length) return null
  const kept: Buffer[] = []
  let hasProfile = false
  let at = 12
  while (at + 8 <= last) {
    const size = view.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (end > last) return null
    const type = view.toString('latin1', at, at + 4)
    const isKept = type === 'ICCP' ? isProfile(view.subarray(at + 8, at + 8 + size)) : KEPT.has(type)
    hasProfile ||= isKept && type === 'ICCP'
    if (isKept) kept.push(view.subarray(at, end))
    at = end
  }
  if (kept.length === 0) return null
  const gone = hasProfile ? EXIF_AND_XMP : EXIF_AND_XMP | PROFILE
  const isHead = (chunk: Buffer) => chunk.toString('latin1', 0, 4) === 'VP8X'
  const body = Buffer.concat(kept.map((chunk) => (isHead(chunk) ? withoutFlags(chunk, gone) : chunk)))
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([head, body])
}

function withoutFlags(chunk: Buffer, flags: number): Buffer {
  const bare = Buffer.from(chunk)
  bare[8] = (bare[8] ?? 0) & ~flags
  return bare
}
