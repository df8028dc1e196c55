import { inflateSync } from 'node:zlib'
import { crc32 } from '../crc32.ts'
import { isProfile, PROFILE_LIMIT } from './icc.ts'

/** What a picture is made of and how its colours and size are meant (PNG 3rd edition, 11 and 12); texts, dates, EXIF are not. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs acTL fcTL fdAT'.split(' '),
)

/** A PNG of its picture alone; what follows its end goes too. null where it does not reach its end. */
export function barePng(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [view.subarray(0, 8)]
  let hasProfile = false
  let at = 8
  while (at + 12 <= view.length) {
    const end = at + 12 + view.readUInt32BE(at)
    if (end > view.length) return null
    const type = view.toString('latin1', at + 4, at + 8)
    const chunk = view.subarray(at, end)
    // There is one profile (11.3.2.3): what else calls itself so is not unpacked.
    const part = type === 'iCCP' ? (hasProfile ? null : bareProfile(chunk)) : KEPT.has(type) ? chunk : null
    hasProfile ||= type === 'iCCP'
    if (part !== null) kept.push(part)
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}

/** A colour profile under a name that tells nothing (11.3.2.3: name, 0, method 0, packed); null where it is none, or becomes too large. */
function bareProfile(chunk: Buffer): Buffer | null {
  const name = chunk.indexOf(0, 8)
  if (name < 0 || name + 2 > chunk.length - 4 || chunk[name + 1] !== 0) return null
  const packed = chunk.subarray(name + 2, -4)
  const used = lengthOfProfile(packed)
  if (used === null) return null
  const content = Buffer.concat([Buffer.from('iCCPicc\0\0', 'latin1'), packed.subarray(0, used)])
  const bare = Buffer.alloc(content.length + 8)
  bare.writeUInt32BE(content.length - 4, 0)
  content.copy(bare, 4)
  bare.writeUInt32BE(crc32(content), content.length + 4)
  return bare
}

/** How many of these bytes are a packed profile. */
function lengthOfProfile(packed: Buffer): number | null {
  try {
    // With info the types of Node know only the buffer.
    const { buffer, engine } = inflateSync(packed, { maxOutputLength: PROFILE_LIMIT, info: true }) as unknown as {
      readonly buffer: Buffer
      readonly engine: { readonly bytesWritten: number }
    }
    return isProfile(buffer) ? engine.bytesWritten : null
  } catch {
    return null
  }
}
