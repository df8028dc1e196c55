import { inflateRawSync } from 'node:zlib'

/** A file in a ZIP, as its central directory names it. */
export interface ZipEntry {
  readonly name: string
  /** 0: stored, 8: deflated. */
  readonly method: number
  /** With a password. */
  readonly locked: boolean
  readonly packed: number
  /** Where its own header stands. */
  readonly at: number
}

/** More than any document has; what claims more is not looked at. */
const MOST = 20_000
/** The end of the central directory is 22 bytes and a comment of up to 65,535. */
const END = 22
const COMMENT = 65_535

/** The files in a ZIP (APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16). null where it does not reach its end, or is of the form for more than 4 GB. */
export function zipEntries(view: Buffer): readonly ZipEntry[] | null {
  const end = view.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + END > view.length || view.length - end > END + COMMENT) return null
  const count = view.readUInt16LE(end + 10)
  let at = view.readUInt32LE(end + 16)
  if (count > MOST) return null
  const entries: ZipEntry[] = []
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > end || view.readUInt32LE(at) !== 0x02014b50) return null
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => view.readUInt16LE(at + place))
    const next = at + 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0)
    entries.push({
      name: view.toString('utf8', at + 46, at + 46 + (nameLength ?? 0)),
      method: view.readUInt16LE(at + 10),
      locked: (view.readUInt16LE(at + 8) & 1) === 1,
      packed: view.readUInt32LE(at + 20),
      at: view.readUInt32LE(at + 42),
    })
    at = next
  }
  return entries
}

/** How much is read of a file in a ZIP: of its packed bytes, and what may come of them. */
export interface Limit {
  readonly packed: number
  readonly whole: number
}

/** The beginning of a file in a ZIP, or all of it. null where it is broken, packed in another way, or becomes more than that: a bomb costs no more. */
export function unzip(view: Buffer, { method, packed, at }: ZipEntry, limit: Limit): Buffer | null {
  if (at + 30 > view.length || view.readUInt32LE(at) !== 0x04034b50) return null
  const from = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28)
  const bytes = view.subarray(from, from + Math.min(packed, limit.packed))
  if (method === 0) return bytes.subarray(0, limit.whole)
  if (method !== 8) return null
  try {
    // Flushed, not finished: of a long file the beginning is enough.
    return inflateRawSync(bytes, { maxOutputLength: limit.whole, finishFlush: ZLIB_SYNC_FLUSH })
  } catch {
    return null
  }
}

const ZLIB_SYNC_FLUSH = 2
