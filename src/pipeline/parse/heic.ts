import { type Box, boxesIn, boxIn } from './boxes.ts'

/** What an iPhone's photo says of itself before anything is decoded. */
export interface HeicHeader {
  /** Upright size in pixels: turned as the file says. */
  readonly width: number
  readonly height: number
  /** Its ICC profile. null: it has none. */
  readonly profile: Uint8Array | null
  /** Its primaries (ITU-T H.273, table 2); 2 where it says nothing of them. */
  readonly primaries: number
}

/** H.273: the colours are those of Display P3. */
export const P3 = 12

/**
 * Reads the header of a HEIC (ISO/IEC 23008-12, with the boxes of ISO/IEC 14496-12, 8.11). null where it has none that makes sense, or
 * something that it names lies behind the end of the file: a copy that was broken off.
 */
export function heicHeader(bytes: Uint8Array): HeicHeader | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return headerIn(view)
  } catch (error) {
    // Whoever reads behind the end of a box was told a wrong length by the file.
    if (error instanceof RangeError) return null
    throw error
  }
}

function headerIn(view: Buffer): HeicHeader | null {
  const meta = metaOf(view)
  if (meta === null) return null
  const part = (type: string) => boxIn(view, meta, type, FULL)
  const [primary, places, properties] = [part('pitm'), part('iloc'), part('iprp')]
  if (primary === null || places === null || properties === null) return null
  const item = view[primary.from] === 0 ? view.readUInt16BE(primary.from + 4) : view.readUInt32BE(primary.from + 4)
  const coded = codedIn(view, part('iinf'))
  for (const { item: owner, from, to } of extentsIn(view, places)) {
    // A copy that was broken off may be filled up with zeros; a coded picture never ends in one (ITU-T H.265, 7.4.2).
    if (to > view.length || (coded.has(owner) && to > from && view[to - 1] === 0)) return null
  }
  return described(view, propertiesOf(view, properties, item))
}

/** Version and flags of a full box. */
const FULL = 4

/** The last box of the file may be cut off without harm to this one. */
function metaOf(view: Buffer): Box | null {
  let at = 0
  while (at + 8 <= view.length) {
    const size = view.readUInt32BE(at)
    if (view.toString('latin1', at + 4, at + 8) === 'meta') return boxesIn(view, at, at + size)?.[0] ?? null
    if (size < 8) return null
    at += size
  }
  return null
}

/** The items that are coded pictures (14496-12, 8.11.6; 14496-15, 10.3). */
function codedIn(view: Buffer, box: Box | null): ReadonlySet<number> {
  if (box === null) return new Set()
  const count = view[box.from] === 0 ? 2 : 4
  const entries = boxesIn(view, box.from + FULL + count, box.to) ?? []
  return new Set(
    entries.flatMap(({ from }) => {
      const wide = view[from] === 3
      const at = from + FULL + (wide ? 6 : 4)
      const id = wide ? view.readUInt32BE(from + FULL) : view.readUInt16BE(from + FULL)
      return view.toString('latin1', at, at + 4) === 'hvc1' ? [id] : []
    }),
  )
}

/** Where in the file the parts of items lie, in bytes from its start (14496-12, 8.11.3). */
function* extentsIn(
  view: Buffer,
  box: Box,
): Iterable<{ readonly item: number; readonly from: number; readonly to: number }> {
  const version = view[box.from] ?? 0
  const sizes = view.readUInt16BE(box.from + FULL)
  const [offset, length, base] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const index = version === 0 ? 0 : sizes & 15
  let at = box.from + FULL + 2
  const number = (width: number): number => {
    if (at + width > box.to || ![0, 2, 4, 8].includes(width)) throw new RangeError('behind the end of a box')
    at += width
    if (width === 8) return Number(view.readBigUInt64BE(at - 8))
    return width === 0 ? 0 : view.readUIntBE(at - width, width)
  }
  for (let items = number(version < 2 ? 2 : 4); items > 0; items -= 1) {
    const item = number(version < 2 ? 2 : 4)
    const inFile = version === 0 || (number(2) & 15) === 0
    number(2)
    const start = number(base)
    const count = number(2)
    // Extents that take no room in the box could be claimed by the thousand; one such is the whole file.
    if (count > 1 && index + offset + length === 0) throw new RangeError('extents that say nothing')
    for (let extents = count; extents > 0; extents -= 1) {
      number(index)
      const from = start + number(offset)
      const to = from + number(length)
      if (inFile) yield { item, from, to }
    }
  }
}

/** The properties of an item, in the order in which they are applied (23008-12, 9.3). */
function propertiesOf(view: Buffer, box: Box, item: number): readonly Box[] {
  const container = boxIn(view, box, 'ipco')
  const all = container === null ? null : boxesIn(view, container.from, container.to)
  const found: Box[] = []
  for (const association of boxesIn(view, box.from, box.to) ?? []) {
    if (association.type !== 'ipma') continue
    const version = view[association.from] ?? 0
    const wide = ((view[association.from + 3] ?? 0) & 1) === 1
    let at = association.from + FULL + 4
    for (let entries = view.readUInt32BE(at - 4); entries > 0 && at < association.to; entries -= 1) {
      const id = version === 0 ? view.readUInt16BE(at) : view.readUInt32BE(at)
      at += version === 0 ? 2 : 4
      const count = view.readUInt8(at)
      at += 1
      for (let number = 0; number < count; number += 1) {
        const which = wide ? view.readUInt16BE(at) & 0x7fff : view.readUInt8(at) & 0x7f
        at += wide ? 2 : 1
        const property = which === 0 ? undefined : all?.[which - 1]
        if (id === item && property !== undefined) found.push(property)
      }
    }
  }
  return found
}

function described(view: Buffer, properties: readonly Box[]): HeicHeader | null {
  let [width, height] = [0, 0]
  let profile: Uint8Array | null = null
  let primaries = 2
  for (const { type, from, to } of properties) {
    const end = (bytes: number) => {
      if (from + bytes > to) throw new RangeError('behind the end of a box')
    }
    if (type === 'ispe') {
      end(12)
      ;[width, height] = [view.readUInt32BE(from + FULL), view.readUInt32BE(from + FULL + 4)]
    } else if (type === 'clap') {
      end(16)
      const part = (at: number) => Math.round(view.readUInt32BE(from + at) / view.readUInt32BE(from + at + 4))
      ;[width, height] = [part(0), part(8)]
    } else if (type === 'irot') {
      end(1)
      if ((view.readUInt8(from) & 1) === 1) [width, height] = [height, width]
    } else if (type === 'colr') {
      end(4)
      const kind = view.toString('latin1', from, from + 4)
      if (kind === 'nclx') primaries = view.readUInt16BE(from + 4)
      else profile = view.subarray(from + 4, to)
    }
  }
  return width >= 1 && height >= 1 && Number.isFinite(width * height) ? { width, height, profile, primaries } : null
}
