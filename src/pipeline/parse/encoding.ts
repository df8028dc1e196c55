import type { Codes } from '../../core/diagnostic.ts'
import { isViscii } from '../../text/proof/encodings.ts'

/** What bytes that are no UTF-8 probably are. */
export type Likely = Codes['text/encoding']['likely']

/** Whether the bytes are something else than UTF-8 text although they may decode: UTF-16, or a file of another kind. */
export function otherThanText(bytes: Uint8Array): 'UTF-16' | 'binary' | null {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return 'UTF-16'
  if (kinds.some((magic) => startsWith(bytes, magic))) return 'binary'
  const head = bytes.subarray(0, 4096)
  if (!head.includes(0)) return null
  const nuls = [0, 0]
  for (let at = 0; at < head.length; at += 1) if (head[at] === 0) nuls[at % 2]! += 1
  const [even = 0, odd = 0] = nuls
  // Vietnamese in UTF-16 has a NUL in every second byte or so, always on the same side.
  if (head.length >= 8 && Math.max(even, odd) > head.length * 0.2 && Math.min(even, odd) < head.length * 0.02) {
    return 'UTF-16'
  }
  return even + odd > head.length * 0.1 ? 'binary' : null
}

/** Names the old Vietnamese code page of bytes that do not decode as UTF-8, by how often each byte stands in them. */
export function likelyEncoding(bytes: Uint8Array): Likely {
  let high = 0
  let tcvn = 0
  let marks = 0
  let controls = 0
  for (const byte of bytes) {
    if (byte >= 0x80) high += 1
    if (tcvn3Only.has(byte)) tcvn += 1
    if (windowsTones.has(byte)) marks += 1
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1
  }
  if (controls > bytes.length * 0.02) return 'binary'
  if (mostlyUtf8(bytes)) return 'unknown'
  if (high >= 4 && tcvn > high * 0.2) return isViscii(Buffer.from(bytes).toString('latin1')) ? 'VISCII' : 'TCVN3'
  return high >= 4 && marks > high * 0.2 ? 'Windows-1258' : 'unknown'
}

/** Whether it is UTF-8 with a few damaged bytes: more whole letters beyond ASCII than broken ones. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0
  let broken = 0
  for (const letter of new TextDecoder().decode(bytes)) {
    if (letter === '\uFFFD') broken += 1
    else if (letter > '\x7F') whole += 1
  }
  return whole > broken * 2
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  bytes.length >= magic.length && magic.every((byte, at) => bytes[at] === byte)

/** JPEG, PNG, GIF, PDF, ZIP (Word, Excel), OLE (old Word), RIFF, gzip, RTF. */
const kinds: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x52, 0x49, 0x46, 0x46],
  [0x1f, 0x8b],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
]

/** ă â ê ô ơ ư đ and à ả ã á ạ ằ ẳ ẵ ắ in TCVN 5712:1993 (.VnTime); Windows-1258 has signs there that text seldom uses. */
const tcvn3Only = new Set([
  0xa8, 0xa9, 0xaa, 0xab, 0xac, 0xad, 0xae, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xbb, 0xbc, 0xbd, 0xbe,
])

/** The five combining tones, and ă â đ ê ô ơ ư of Windows-1258. */
const windowsTones = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2, 0xe3, 0xe2, 0xf0, 0xea, 0xf4, 0xf5, 0xfd, 0xd0])
