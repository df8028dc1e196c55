import { readFileSync } from 'node:fs'
import { type Box, boxesIn, boxIn } from '../src/pipeline/parse/boxes.ts'

/** A box (ISO/IEC 14496-12, 4.2). */
export const box = (type: string, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + content.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}
const full = (type: string, version: number, flags: number, ...parts: readonly Uint8Array[]): Buffer =>
  box(type, bytes(version, 0, 0, flags), ...parts)
const bytes = (...values: readonly number[]): Buffer => Buffer.from(values)
const u16 = (value: number): Buffer => bytes(value >> 8, value & 255)
const u32 = (value: number): Buffer => Buffer.concat([u16(value >>> 16), u16(value & 65_535)])

/** 128 × 96 in four colours, in Display P3: 180 70 60, 80 140 90; 70 90 150, 240 240 240 as sRGB. */
export const FOUR_COLOURS: Buffer = readFileSync(new URL('fixtures/photos/four-colours-p3.heic', import.meta.url))

/** The coded picture of that file, what its decoder must know, and its colours. */
function coded() {
  const meta = boxesIn(FOUR_COLOURS)?.find(({ type }) => type === 'meta')
  const data = boxesIn(FOUR_COLOURS)?.find(({ type }) => type === 'mdat')
  const properties = meta && boxIn(FOUR_COLOURS, meta, 'iprp', 4)
  const container = properties && boxIn(FOUR_COLOURS, properties, 'ipco')
  const part = (type: string) => container && boxIn(FOUR_COLOURS, container, type)
  const whole = (one: Box | null | undefined) => FOUR_COLOURS.subarray(one?.start, one?.to)
  return { data: FOUR_COLOURS.subarray(data?.from, data?.to), setup: whole(part('hvcC')), colours: whole(part('colr')) }
}

/** How a photo is put together. */
export interface Asked {
  /** Tiles side by side, and below one another: as iPhones store them. */
  readonly across?: number
  readonly down?: number
  /** What more the picture says of itself, in order: `irot`, `imir`, `colr`. */
  readonly says?: readonly Uint8Array[]
  /** Its colours are told by these instead of its ICC profile. */
  readonly colours?: Uint8Array
  /** The size that it claims. */
  readonly claims?: readonly [number, number]
  /** What else is in the file as an item: Exif. */
  readonly exif?: Uint8Array
}

/** Turned anticlockwise so many times (23008-12, 6.5.10). */
export const turned = (times: number): Buffer => box('irot', bytes(times))
/** Mirrored (23008-12, 6.5.12). */
export const mirrored = (axis: number): Buffer => box('imir', bytes(axis))
/** Colours by number (H.273). */
export const numbered = (primaries: number): Buffer =>
  box('colr', Buffer.from('nclx'), u16(primaries), u16(13), u16(6), bytes(0x80))

/** A HEIC as iPhones write it: a grid of tiles, the four colours in each, or these alone where no grid is asked for. */
export function heic({ across = 1, down = 1, says = [], colours, claims, exif }: Asked = {}): Buffer {
  const { data, setup, colours: profile } = coded()
  const isGrid = across * down > 1
  const [width, height] = claims ?? [128 * across, 96 * down]
  const tiles = Array.from({ length: across * down }, (_, number) => number + 1)
  const [grid, told] = [tiles.length + 1, tiles.length + 2]
  const primary = isGrid ? grid : 1
  const shared = [setup, full('ispe', 0, 0, u32(128), u32(96))]
  const own = [full('ispe', 0, 0, u32(width), u32(height)), colours ?? profile, ...says]
  const numbers = (from: number, count: number) => Array.from({ length: count }, (_, number) => 0x80 | (from + number))
  const ofTile = isGrid ? [0x81, 2] : [0x81, ...numbers(3, own.length)]
  const owners = [...tiles.map((tile) => [tile, ofTile] as const)]
  if (isGrid) owners.push([grid, numbers(3, own.length)])
  const item = (id: number, type: string, hidden: boolean) =>
    full('infe', 2, hidden ? 1 : 0, u16(id), u16(0), Buffer.from(`${type}\0`))
  const items = [...tiles.map((tile) => item(tile, 'hvc1', isGrid))]
  if (isGrid) items.push(item(grid, 'grid', false))
  if (exif !== undefined) items.push(item(told, 'Exif', true))
  const meta = (start: number): Buffer => {
    const place = (id: number, method: number, from: number, length: number) =>
      Buffer.concat([u16(id), u16(method), u16(0), u16(1), u32(from), u32(length)])
    const places = tiles.map((tile) => place(tile, 0, start, data.length))
    if (isGrid) places.push(place(grid, 1, 0, 8))
    if (exif !== undefined) places.push(place(told, 0, start + data.length, exif.length))
    return full(
      'meta',
      0,
      0,
      full('hdlr', 0, 0, u32(0), Buffer.from('pict'), Buffer.alloc(13)),
      full('pitm', 0, 0, u16(primary)),
      full('iloc', 1, 0, bytes(0x44, 0), u16(places.length), ...places),
      full('iinf', 0, 0, u16(items.length), ...items),
      ...(isGrid ? [full('iref', 0, 0, box('dimg', u16(grid), u16(tiles.length), ...tiles.map(u16)))] : []),
      box(
        'iprp',
        box('ipco', ...shared, ...own),
        full(
          'ipma',
          0,
          0,
          u32(owners.length),
          ...owners.map(([id, all]) => Buffer.concat([u16(id), bytes(all.length, ...all)])),
        ),
      ),
      ...(isGrid ? [box('idat', bytes(0, 0, down - 1, across - 1), u16(128 * across), u16(96 * down))] : []),
    )
  }
  const first = box('ftyp', Buffer.from('heic'), u32(0), Buffer.from('mif1heic'))
  const start = first.length + meta(0).length + 8
  return Buffer.concat([first, meta(start), box('mdat', data, exif ?? new Uint8Array())])
}
