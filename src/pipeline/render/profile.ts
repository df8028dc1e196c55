import { deflateSync } from 'node:zlib'
import { crc32 } from './crc32.ts'

/** Signature and IHDR: what must stand before all else (PNG specification, 5.6). */
const HEAD = 33

/** A PNG that says in which ICC profile its colours are (PNG specification, 11.3.2.3: iCCP). */
export function withProfile(png: Uint8Array, profile: Uint8Array): Uint8Array {
  // Its name and an empty byte, and the number of the only way to compress it.
  const chunk = Buffer.concat([Buffer.from('iCCPicc\0\0', 'latin1'), deflateSync(profile)])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length - 4)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(chunk))
  return Buffer.concat([png.subarray(0, HEAD), length, chunk, sum, png.subarray(HEAD)])
}
