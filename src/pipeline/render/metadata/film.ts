import { type Box, wholeBoxes } from '../../parse/boxes.ts'
import { bareEntries } from './film-entries.ts'
import { type Range, samplesKept, type Track, tracksOf } from './film-tracks.ts'

/** What is done with a box: it stays, loses a part, or is gone through by what is said of those in it; what is not named becomes free space. */
type Rule = 'keep' | 'dates' | 'handler' | 'sources' | Rules
interface Rules {
  readonly [type: string]: Rule
}

const keep = (types: string): Rules => Object.fromEntries(types.split(' ').map((type) => [type, 'keep' as const]))

/** What players find samples by (ISO/IEC 14496-12, 8.5 to 8.7, 8.9). */
const SAMPLES = keep(
  'stsd stts ctts cslg stsc stsz stz2 stco co64 stss stps stsh stdp sdtp sbgp sgpd subs padb saiz saio',
)
/** 8.3 to 8.6; `tapt`, `gmhd` and a second `hdlr`: QuickTime File Format, movie atoms. */
const TRACK: Rules = {
  tkhd: 'dates',
  tref: keep('subt forc fall folw auxl vdep sync sbas scal'),
  edts: keep('elst'),
  tapt: keep('clef prof enof'),
  mdia: {
    mdhd: 'dates',
    hdlr: 'handler',
    elng: 'keep',
    minf: {
      ...keep('vmhd smhd hmhd nmhd sthd'),
      gmhd: keep('gmin text'),
      hdlr: 'handler',
      dinf: { dref: 'sources' },
      stbl: SAMPLES,
    },
  },
}
/** 8.2 and, of films in fragments, 8.8. */
const MOVIE: Rules = { mvhd: 'dates', trak: TRACK, mvex: keep('mehd trex leva') }
const FRAGMENT: Rules = { mfhd: 'keep', traf: keep('tfhd tfdt trun sdtp sbgp sgpd subs saiz saio') }
const FILM: Rules = {
  ...keep('ftyp styp pdin sidx ssix mdat'),
  moov: MOVIE,
  moof: FRAGMENT,
  mfra: keep('tfra mfro'),
}

/** What the first box of a film is: `ftyp`, or in old QuickTime another. */
const FIRST = new Set(['ftyp', 'moov', 'mdat'])
/** Words of a language, too: such a box must fit into the file. */
const WORDS = new Set(['wide', 'free', 'skip', 'pnot'])
/** Names of free space. */
const FREE = new Set(['free', 'skip', 'wide'])

/** Whether it is a film or sound in boxes: MP4, MOV, M4A, 3GP. */
export function isBoxed(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8))
  const type = head.toString('latin1', 4, 8)
  return FIRST.has(type) || (WORDS.has(type) && head.readUInt32BE(0) <= bytes.byteLength)
}

/**
 * The same film without what is said beside its pictures, sounds and subtitles: where, when, with what, by whom. Only boxes that players need
 * stay (ISO/IEC 14496-12; QuickTime File Format); others, and tracks of anything else (GoPro's `gpmd`, Apple's `mebx`, texts of drones), become
 * free space of the same size, and the samples of such tracks zeros, so that every place in the file stays what the file says it is.
 * Comes back as it is where there is nothing of that. null: what is in it cannot be told.
 */
export function bareFilm(bytes: Uint8Array): Uint8Array | null {
  const copy = Buffer.from(bytes)
  const parts = partsOf(copy)
  if (parts === null) return null
  const tracks = tracksOf(copy, parts)
  if (tracks === null) return null
  const dropped = tracks.filter(({ isKept }) => !isKept)
  if (dropped.length > 0) silence(copy, parts, tracks)
  for (const { box, fragments } of dropped) for (const part of [box, ...fragments]) free(copy, part)
  const isBare =
    parts.every((part) => bare(copy, part, FILM[part.type])) &&
    tracks.every(({ isKept, handler, entries }) => !isKept || entries.every((all) => bareEntries(copy, all, handler)))
  if (!isBare) return null
  return copy.equals(bytes) ? bytes : copy
}

/** The boxes of a whole film; what follows the last of them becomes one of free space. null where players would not find all of it either. */
function partsOf(view: Buffer): readonly Box[] | null {
  const parts = [...wholeBoxes(view, 0, view.length, Number.POSITIVE_INFINITY)]
  const end = parts.at(-1)?.to ?? 0
  const has = (type: string) => parts.some((part) => part.type === type)
  if (!has('moov')) return null
  if (end === view.length) return parts
  // Broken off within pictures and sounds: they are played as far as they go.
  const isData = view.length - end >= 16 && view.toString('latin1', end + 4, end + 8) === 'mdat'
  if (isData) {
    const head = view.readUInt32BE(end) === 1 ? 16 : 8
    return [...parts, { type: 'mdat', start: end, from: end + head, to: view.length }]
  }
  if (!has('mdat')) return null
  view.fill(0, end)
  if (view.length - end < 8) return parts
  view.writeUInt32BE(view.length - end, end)
  view.write('free', end + 4, 'latin1')
  return parts
}

/** Takes out of a box what no rule names. false where boxes in it do not fill it. */
function bare(view: Buffer, box: Box, rule: Rule | undefined): boolean {
  const { type, from, to } = box
  // A header that is compressed holds all the others.
  if (type === 'cmov') return false
  if (rule === undefined) free(view, box)
  // Version and flags, then two times of 32 bits, in version 1 of 64 (8.2.2).
  else if (rule === 'dates') view.fill(0, from + 4, Math.min(to, from + (view[from] === 1 ? 20 : 12)))
  // What it handles (8.4.3) stays; its maker and its name go.
  else if (rule === 'handler') view.fill(0, Math.min(to, from + 12), to)
  else if (rule === 'sources') {
    // Where samples are, if not in this file (8.7.2): addresses, names of folders and disks.
    for (const source of wholeBoxes(view, from + 8, to)) view.fill(0, Math.min(source.to, source.from + 4), source.to)
  } else if (rule !== 'keep') return bareAll(view, from, to, rule)
  return true
}

function bareAll(view: Buffer, begin: number, end: number, rules: Rules): boolean {
  let at = begin
  for (const box of wholeBoxes(view, begin, end, Number.POSITIVE_INFINITY)) {
    if (!bare(view, box, rules[box.type])) return false
    at = box.to
  }
  // QuickTime ends some lists with four zeros.
  if (end - at < 8) view.fill(0, at, end)
  return end - at < 8
}

function free(view: Buffer, { type, start, from, to }: Box): void {
  if (!FREE.has(type)) view.write('free', start + 4, 'latin1')
  view.fill(0, from, to)
}

/** Zeros for all that no track which stays has its samples in. Both are gone through once, in their order: there may be many of each. */
function silence(view: Buffer, parts: readonly Box[], tracks: readonly Track[]): void {
  const kept = joined(samplesKept(tracks))
  let first = 0
  for (const { from, to } of parts.filter(({ type }) => type === 'mdat')) {
    while ((kept[first]?.[1] ?? from + 1) <= from) first += 1
    let at = from
    for (let next = first; (kept[next]?.[0] ?? to) < to; next += 1) {
      const [start, end] = kept[next] ?? [to, to]
      if (start > at) view.fill(0, at, start)
      at = Math.max(at, Math.min(to, end))
    }
    view.fill(0, at, to)
  }
}

/** The same places, in order, those that touch as one. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const whole: Range[] = []
  for (const [from, to] of ranges) {
    const last = whole.at(-1)
    if (last !== undefined && from <= last[1]) whole[whole.length - 1] = [last[0], Math.max(last[1], to)]
    else whole.push([from, to])
  }
  return whole
}
