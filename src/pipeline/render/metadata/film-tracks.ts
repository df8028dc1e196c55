import { type Box, boxIn, wholeBoxes } from '../../parse/boxes.ts'

/** From where to where, in bytes of the file. */
export type Range = readonly [from: number, to: number]

/** A row of samples that stand one after the other; isOpen: how long each is in bytes its table does not say. */
interface Chunk {
  readonly at: number
  readonly size: number
  readonly isOpen: boolean
}

/** A track of a film: whether it is for readers, and where its samples are. */
export interface Track {
  readonly box: Box
  /** What tells of it in fragments. */
  readonly fragments: readonly Box[]
  readonly isKept: boolean
  /** What it is of: `vide`, `soun`… */
  readonly handler: string
  /** The descriptions of its samples. */
  readonly entries: readonly Box[]
  readonly chunks: readonly Chunk[]
}

/** Handlers of pictures and sounds (ISO/IEC 14496-12, 12.1 and 12.2). */
const SEEN_OR_HEARD = new Set(['vide', 'auxv', 'pict', 'soun'])
/** Handlers and samples of subtitles (12.5 and 12.6; 3GPP TS 26.245, ISO/IEC 14496-30, CEA-608 in QuickTime). */
const READ = new Set(['text', 'sbtl', 'subt', 'clcp'])
const SUBTITLES = new Set(['tx3g', 'wvtt', 'stpp', 'c608', 'c708'])

/** The tracks of a film; null where tables are broken. */
export function tracksOf(view: Buffer, parts: readonly Box[]): readonly Track[] | null {
  try {
    const fragments = fragmentsOf(view, parts)
    const looks = { left: view.length }
    return parts
      .filter(({ type }) => type === 'moov')
      .flatMap((moov) => {
        const sizes = usualSizes(view, moov)
        return inside(view, moov, 'trak').map((box) => trackOf(view, box, fragments, sizes, looks))
      })
  } catch (error) {
    // A table that reaches behind its end, or says what cannot be.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Where the samples of the tracks that stay are, in order. */
export function samplesKept(tracks: readonly Track[]): readonly Range[] {
  const starts = tracks.flatMap(({ chunks }) => chunks.map(({ at }) => at)).sort((a, b) => a - b)
  const next = new Map(starts.map((at, number) => [at, starts[number + 1] ?? Number.POSITIVE_INFINITY]))
  return tracks
    .filter(({ isKept }) => isKept)
    .flatMap(({ chunks }) =>
      chunks.map(({ at, size, isOpen }): Range => [at, Math.max(at + size, isOpen ? (next.get(at) ?? at) : at)]),
    )
    .sort(([a], [b]) => a - b)
}

const inside = (view: Buffer, { from, to }: Box, type: string): readonly Box[] =>
  [...wholeBoxes(view, from, to, Number.POSITIVE_INFINITY)].filter((box) => box.type === type)

/** The box at the end of a way through others. */
const within = (view: Buffer, box: Box, ...way: readonly string[]): Box | null =>
  way.reduce<Box | null>((at, type) => (at === null ? null : (inside(view, at, type)[0] ?? null)), box)

/** Throws where a table of so many rows is longer than its box: a count is only what a file claims. */
function assertFits({ to }: Box, from: number, count: number, width: number): void {
  if (from + count * width > to) throw new RangeError('a table behind the end of its box')
}

function trackOf(
  view: Buffer,
  box: Box,
  all: Fragments,
  sizes: ReadonlyMap<number, number>,
  looks: { left: number },
): Track {
  const id = idOf(view, within(view, box, 'tkhd'))
  const head = within(view, box, 'mdia', 'hdlr')
  const handler = head === null ? '' : view.toString('latin1', head.from + 8, head.from + 12)
  const table = within(view, box, 'mdia', 'minf', 'stbl')
  const fragments = all.take(id)
  const chunks = [
    ...(table === null ? [] : chunksIn(view, table)),
    ...fragments.flatMap((fragment) => runsIn(view, fragment, sizes.get(fragment.id) ?? 0)),
  ]
  const entries = table === null ? [] : inside(view, table, 'stsd')
  const kinds = entries.flatMap(({ from, to }) => [...wholeBoxes(view, from + 8, to)].map(({ type }) => type))
  const isSubtitle = READ.has(handler) && kinds.length > 0 && kinds.every((kind) => SUBTITLES.has(kind))
  return {
    box,
    fragments: fragments.map((fragment) => fragment.box),
    handler,
    entries,
    isKept: SEEN_OR_HEARD.has(handler) || (isSubtitle && !chunks.some((chunk) => isMeasured(view, chunk, looks))),
    chunks,
  }
}

/** tkhd (8.3.2): behind version, flags and two times. */
const idOf = (view: Buffer, header: Box | null): number =>
  header === null ? 0 : view.readUInt32BE(header.from + (view[header.from] === 1 ? 20 : 12))

/** More of a chunk is not looked at: a drone writes a line a second. */
const LOOKED_AT = 4096
/** What drones and cameras note beside the picture (DJI: `F/2.8, SS 206, ISO 100, EV 0, GPS (105.7852, 19.8067, 18), H.S 2.10m/s`; `[latitude: 19.8]`). */
const PLACED = /GPS\s*[(:]|\b(?:lat|lon|long|latitude|longitude|rel_alt|abs_alt)\s*[:=]|\d\.\d{4,}[^\d]+\d+\.\d{4,}/i
const MEASURES = [/\bF\/\d/, /\bISO\s*:?\s*\d/i, /\bSS\s*\d/, /\bEV\s*:?\s*[-+]?\d/, /\bH\.S\b/, /\bV\.S\b/, /\bfnum\b/]

/** Whether a text was measured, not written: it tells a place, or two things that cameras measure. “ISO 9001” alone is said in films. */
function isMeasured(view: Buffer, { at, size }: Chunk, looks: { left: number }): boolean {
  // Samples do not lie over one another: all together are no longer than the file.
  looks.left -= Math.max(0, Math.min(size, LOOKED_AT, view.length - at))
  if (looks.left < 0) throw new RangeError('samples that lie over one another')
  const samples = view.toString('latin1', at, Math.min(at + size, at + LOOKED_AT)).split(/\0+/)
  return samples.some((text) => PLACED.test(text) || MEASURES.filter((measure) => measure.test(text)).length > 1)
}

/** Chunks by the tables of a track (8.7.2 to 8.7.5). */
function chunksIn(view: Buffer, table: Box): readonly Chunk[] {
  const of = (type: string) => inside(view, table, type)[0]
  const [short, long, runs, sizes] = [of('stco'), of('co64'), of('stsc'), of('stsz') ?? of('stz2')]
  const places = short ?? long
  if (places === undefined || runs === undefined || sizes === undefined) return []
  const sizeOf = sizesIn(view, sizes)
  const count = view.readUInt32BE(places.from + 4)
  const runCount = view.readUInt32BE(runs.from + 4)
  assertFits(places, places.from + 8, count, short === undefined ? 8 : 4)
  assertFits(runs, runs.from + 8, runCount, 12)
  const chunks: Chunk[] = []
  let run = 0
  let first = 0
  for (let chunk = 0; chunk < count; chunk += 1) {
    while (run + 1 < runCount && view.readUInt32BE(runs.from + 8 + 12 * (run + 1)) <= chunk + 1) run += 1
    const samples = runCount === 0 ? 0 : view.readUInt32BE(runs.from + 12 + 12 * run)
    const place = places.from + 8
    const at =
      short === undefined ? Number(view.readBigUInt64BE(place + 8 * chunk)) : view.readUInt32BE(place + 4 * chunk)
    chunks.push({ at, ...sizeOf(first, samples) })
    first += samples
  }
  return chunks
}

/** How many bytes samples take together. Where all are said to be of one size, that may count something else: old QuickTime says 1 of each sound. */
function sizesIn(view: Buffer, box: Box): (first: number, count: number) => Omit<Chunk, 'at'> {
  const { type, from } = box
  const each = view.readUInt32BE(from + 4)
  const total = view.readUInt32BE(from + 8)
  if (type === 'stsz' && each !== 0)
    return (first, count) => ({ size: each * Math.max(0, Math.min(count, total - first)), isOpen: true })
  const bits = type === 'stsz' ? 32 : each & 0xff
  // Half a byte, one or two (8.7.3.3).
  if (type !== 'stsz' && ![4, 8, 16].includes(bits)) throw new RangeError('sizes of no size')
  assertFits(box, from + 12, Math.ceil((total * bits) / 8), 1)
  const sizeOf = (number: number) => {
    if (bits === 32) return view.readUInt32BE(from + 12 + 4 * number)
    if (bits === 16) return view.readUInt16BE(from + 12 + 2 * number)
    const byte = view.readUInt8(from + 12 + Math.floor((number * bits) / 8))
    return bits === 8 ? byte : number % 2 === 0 ? byte >> 4 : byte & 15
  }
  return (first, count) => {
    let size = 0
    for (let number = first; number < Math.min(total, first + count); number += 1) size += sizeOf(number)
    return { size, isOpen: false }
  }
}

/** What a fragment says of one track (8.8.6): from where its places are counted. */
interface Fragment {
  readonly id: number
  readonly box: Box
  readonly base: number
}

/** The parts of all fragments, by their tracks. Each track takes its own. */
interface Fragments {
  take(id: number): readonly Fragment[]
}

/** How long samples of each track are where a fragment does not say it (8.8.3). */
function usualSizes(view: Buffer, moov: Box): ReadonlyMap<number, number> {
  const extended = within(view, moov, 'mvex')
  const defaults = extended === null ? [] : inside(view, extended, 'trex')
  return new Map(defaults.map(({ from }) => [view.readUInt32BE(from + 4), view.readUInt32BE(from + 16)]))
}

function fragmentsOf(view: Buffer, parts: readonly Box[]): Fragments {
  const byTrack = new Map<number, Fragment[]>()
  for (const moof of parts.filter(({ type }) => type === 'moof')) {
    for (const box of inside(view, moof, 'traf')) {
      const head = boxIn(view, box, 'tfhd')
      if (head === null) continue
      const hasBase = (view.readUInt32BE(head.from) & 1) !== 0
      const base = hasBase ? Number(view.readBigUInt64BE(head.from + 8)) : moof.start
      const id = view.readUInt32BE(head.from + 4)
      const known = byTrack.get(id)
      if (known === undefined) byTrack.set(id, [{ id, box, base }])
      else known.push({ id, box, base })
    }
  }
  const taken = new Set<number>()
  return {
    take: (id) => {
      const found = byTrack.get(id) ?? []
      if (found.length > 0 && taken.has(id)) throw new RangeError('two tracks of one number')
      taken.add(id)
      return found
    },
  }
}

/** The runs of samples of a fragment (8.8.7 and 8.8.8). */
function runsIn(view: Buffer, { box, base }: Fragment, usual: number): readonly Chunk[] {
  const head = boxIn(view, box, 'tfhd')
  const flags = head === null ? 0 : view.readUInt32BE(head.from)
  // Behind the track: base, description, duration, each where its flag is set.
  const before = [1, 2, 8].reduce((sum, flag) => sum + ((flags & flag) === 0 ? 0 : flag === 1 ? 8 : 4), 8)
  const each = head === null || (flags & 0x10) === 0 ? usual : view.readUInt32BE(head.from + before)
  let end = base
  return inside(view, box, 'trun').map((run) => {
    const { from } = run
    const has = view.readUInt32BE(from)
    const count = view.readUInt32BE(from + 4)
    const at = (has & 1) === 0 ? end : base + view.readInt32BE(from + 8)
    const fields = [0x100, 0x200, 0x400, 0x800].filter((flag) => (has & flag) !== 0)
    let size = each * count
    if (fields.includes(0x200)) {
      const first = from + 8 + ((has & 1) === 0 ? 0 : 4) + ((has & 4) === 0 ? 0 : 4) + 4 * fields.indexOf(0x200)
      size = 0
      assertFits(run, first - 4 * fields.indexOf(0x200), count, 4 * fields.length)
      for (let sample = 0; sample < count; sample += 1) size += view.readUInt32BE(first + 4 * fields.length * sample)
    }
    end = at + size
    return { at, size, isOpen: false }
  })
}
