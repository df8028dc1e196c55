/** A box of a film (ISO/IEC 14496-12, 4.2). */
export function box(type: string, ...parts: readonly (Uint8Array | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + content.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}

/** Numbers of four bytes. */
export function longs(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length)
  for (const [at, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * at)
  return bytes
}

/** What a track of a film made for a test is. */
export interface TrackOf {
  readonly id: number
  readonly handler: string
  readonly entry: Buffer
  readonly name?: string
  /** Where its chunks are, with the sizes of their samples: one number, so many times, or each. */
  readonly chunks: readonly { readonly at: number; readonly sizes: readonly number[] }[]
  /** What all samples are said to measure. */
  readonly each?: number
}

/** A track with tables of its samples. */
export function track({ id, handler, entry, name = '', chunks, each = 0 }: TrackOf): Buffer {
  const sizes = chunks.flatMap((chunk) => chunk.sizes)
  const table = box(
    'stbl',
    box('stsd', longs(0, 1), entry),
    box('stts', longs(0, 1, sizes.length, 1000)),
    box('stsc', longs(0, chunks.length), ...chunks.map((chunk, at) => longs(at + 1, chunk.sizes.length, 1))),
    each === 0 ? box('stsz', longs(0, 0, sizes.length, ...sizes)) : box('stsz', longs(0, each, sizes.length)),
    box('stco', longs(0, chunks.length, ...chunks.map(({ at }) => at))),
  )
  const head = box('hdlr', longs(0, 0), handler, longs(0, 0, 0), `${name}\0`)
  return box(
    'trak',
    box('tkhd', longs(7, 3_700_000_000, 3_700_000_001, id), Buffer.alloc(68)),
    box('mdia', box('mdhd', longs(0, 3_700_000_000, 3_700_000_001, 1000, 1000, 0x55c40000)), head, box('minf', table)),
  )
}

/** Descriptions of samples: of pictures with the name of what coded them, of sounds. */
export const avc = (name: string): Buffer => {
  const head = Buffer.alloc(78)
  head.write(String.fromCharCode(name.length) + name, 42, 'latin1')
  return box('avc1', head, box('avcC', 'config'), box('Tell', 'Tell it'))
}
export const sound = (type: string): Buffer => box(type, Buffer.alloc(28), box('esds', 'config'))

export const FTYP = box('ftyp', 'isom\0\0\x02\0isomiso2')
export const MVHD = box('mvhd', longs(0, 3_700_000_000, 3_700_000_001, 1000, 1000), Buffer.alloc(80))
