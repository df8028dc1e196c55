import { isProfile } from './icc.ts'

/** Extensions of programs that say how the picture is shown: how often it is repeated, its colours. XMP is another. */
const SHOWN = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012)/

const EXTENSION = 0x21
const COMMENT = 0xfe
const APPLICATION = 0xff
const PICTURE = 0x2c
const TRAILER = 0x3b

/** A GIF of its pictures alone (GIF89a, appendix B): comments and extensions of programs go. null where it does not reach its end. */
export function bareGif(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 13 + coloursIn(view[10])
  const kept: Uint8Array[] = [view.subarray(0, at)]
  while (at < view.length) {
    const kind = view[at]
    if (kind === TRAILER) return Buffer.concat([...kept, view.subarray(at, at + 1)])
    if (kind !== EXTENSION && kind !== PICTURE) return null
    const end = endOfBlocks(view, kind === EXTENSION ? at + 2 : at + 11 + coloursIn(view[at + 9]))
    const label = kind === EXTENSION ? view[at + 1] : null
    const goes = label === COMMENT || (label === APPLICATION && !isShown(view, at))
    if (!goes) kept.push(view.subarray(at, end))
    at = end
  }
  return null
}

/** The bytes of a colour table, by the flags of its picture. */
const coloursIn = (flags = 0): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1))

/** Behind the empty block that ends a row of blocks. */
function endOfBlocks(view: Buffer, from: number): number {
  let at = from
  while (at < view.length) {
    const size = view[at] ?? 0
    at += 1 + size
    if (size === 0) return at
  }
  return view.length
}

/** Whether the extension of a program says how the picture is shown; a colour profile must be one. */
function isShown(view: Buffer, at: number): boolean {
  const program = view.toString('latin1', at + 3, at + 14)
  if (!program.startsWith('ICC')) return SHOWN.test(program)
  const parts: Buffer[] = []
  for (let part = at + 14; (view[part] ?? 0) > 0; part += 1 + (view[part] ?? 0))
    parts.push(view.subarray(part + 1, part + 1 + (view[part] ?? 0)))
  return SHOWN.test(program) && isProfile(Buffer.concat(parts))
}
