import { isAscii, isUtf8, transcode } from 'node:buffer'

/**
 * A text as UTF-8; half a pair becomes U+FFFD. By way of UTF-16, which is what Vietnamese strings are made of: Buffer.from takes several times
 * as long for a page.
 */
export function utf8(text: string): Uint8Array {
  if (text.length < SHORT) return Buffer.from(text)
  try {
    return transcode(utf16(text), 'utf16le', 'utf8')
  } catch {
    // It takes no half pairs.
    return Buffer.from(text)
  }
}

/**
 * The text of bytes that are UTF-8 (others are refused, or come out maimed). By way of UTF-16 too, where that is a sixth of what
 * TextDecoder and Buffer take for Vietnamese; the beginning is kept as it is, a BOM too.
 */
export function textOf(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes
  if (byteLength < SHORT) return Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
  return isAscii(bytes)
    ? Buffer.from(buffer, byteOffset, byteLength).toString('latin1')
    : transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
}

/** The text of any bytes: what is no UTF-8 becomes `�`. */
export const anyTextOf = (bytes: Uint8Array): string => (isUtf8(bytes) ? textOf(bytes) : loose.decode(bytes))

const loose = new TextDecoder('utf-8', { ignoreBOM: true })

/** Of shorter texts the calls cost more than the letters, in UTF-16 units or bytes. */
const SHORT = 256
/** Longer texts are rare, and room for them is not held, in bytes. */
const ROOM = 1024 * 1024
let room: Buffer | null = null

/** A text as it lies in memory; until the next call. To find new room for each page would cost as much again. */
function utf16(text: string): Buffer {
  const size = 2 * text.length
  if (size > ROOM) return Buffer.from(text, 'utf16le')
  room ??= Buffer.allocUnsafeSlow(ROOM)
  room.write(text, 0, size, 'utf16le')
  return room.subarray(0, size)
}
