import { type Box, wholeBoxes } from '../../parse/boxes.ts'

/** What decoders need beside samples: how they are coded, shaped, coloured and laid out; and of what is coded in `…C` boxes, as `avcC`. */
const NEEDED = new Set(
  [
    'esds glbl d263 damr hvcE colr pasp clap fiel gama btrt chrm mdcv clli cclv amve SmDm CoLL st3d vexu hfov jp2h',
    'dac3 dec3 dac4 dOps dfLa alac ddts udts dmlp chan chnl srat SA3D frma enda mp4a iacb damr devc dqcp \0\0\0\0',
  ]
    .flatMap((types) => types.split(' '))
    .concat('SMI '),
)
const CODED = /^[A-Za-z0-9]{3}C$/
/** Handlers of pictures. */
const SHOWN = new Set(['vide', 'auxv', 'pict'])
/** Boxes around others. */
const AROUND = new Set(['wave', 'sv3d'])

/** Behind the eight bytes that every entry begins with (8.5.2): pictures (12.1.3), sounds (12.2.3; QuickTime has two longer forms). */
const PICTURE = 78
const SOUND = 28
const SOUND_1 = 44
const SOUND_2 = 64

/**
 * Takes makers, names of programs and boxes nobody needs out of the descriptions of a track's samples (ISO/IEC 14496-12, 8.5.2). Those of subtitles
 * are of what is read and stay. false where one cannot be read.
 */
export function bareEntries(view: Buffer, { from, to }: Box, handler: string): boolean {
  if (handler !== 'soun' && !SHOWN.has(handler)) return true
  let at = from + 8
  for (const entry of wholeBoxes(view, from + 8, to)) {
    if (!bareEntry(view, entry, handler === 'soun')) return false
    at = entry.to
  }
  if (to - at < 8) view.fill(0, Math.min(at, to), to)
  return to - at < 8
}

function bareEntry(view: Buffer, { from, to }: Box, isSound: boolean): boolean {
  const version = to - from < SOUND ? 0 : view.readUInt16BE(from + 8)
  const longer = version === 1 ? [SOUND_1] : version === 2 ? [SOUND_2] : []
  const heads = isSound ? [...longer, SOUND] : [PICTURE]
  const head = heads.find((length) => from + length <= to && isFilled(view, from + length, to))
  if (head === undefined) return false
  // Who made the coder, and of pictures its name.
  view.fill(0, from + 12, from + 16)
  if (!isSound) view.fill(0, from + 42, from + 74)
  bareParts(view, from + head, to)
  return true
}

/** Whether boxes fill a place, but for less than one's head. */
function isFilled(view: Buffer, from: number, to: number): boolean {
  let at = from
  for (const box of wholeBoxes(view, from, to)) at = box.to
  return to - at < 8
}

/** Boxes in boxes in boxes: no decoder looks further in. */
const DEEPEST = 8

function bareParts(view: Buffer, from: number, to: number, depth = 0): void {
  let at = from
  for (const box of wholeBoxes(view, from, to)) {
    at = box.to
    if (AROUND.has(box.type) && depth < DEEPEST) bareParts(view, box.from, box.to, depth + 1)
    else if (box.type === 'proj' || NEEDED.has(box.type) || CODED.test(box.type)) continue
    else {
      view.write('free', box.start + 4, 'latin1')
      view.fill(0, box.from, box.to)
    }
  }
  view.fill(0, at, to)
}
