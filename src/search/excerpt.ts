import { fold } from '../text/fold.ts'
import type { Query, Typed } from './query.ts'

/** A run of text; hit: it is what was asked for. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** How many syllables an excerpt has at most. */
const LENGTH = 36
const BEFORE = 8

/** A text in runs, as written, with what was asked for told apart; long texts are cut to where most of it stands close together. */
export function excerptOf(text: string, query: Query, whole = false): readonly Piece[] {
  const parts = text.normalize('NFC').split(/([\p{L}\p{M}\p{N}]+)/u)
  const wanted = query.parts.flatMap(({ wordings }) => wordings.flat())
  const count = (parts.length - 1) / 2
  const hits = Array.from({ length: count }, (_, at) =>
    wanted.findIndex((typed) => fits(parts[2 * at + 1] ?? '', typed)),
  )
  const from = whole || count <= LENGTH ? 0 : Math.max(0, bestWindow(hits) - BEFORE)
  const to = whole ? count : Math.min(count, from + LENGTH)
  const pieces: { text: string; hit: boolean }[] = from > 0 ? [{ text: '…', hit: false }] : []
  const add = (some: string, hit: boolean): void => {
    const last = pieces[pieces.length - 1]
    if (last !== undefined && last.hit === hit) last.text += some
    else if (some !== '') pieces.push({ text: some, hit })
  }
  if (from === 0) add(parts[0] ?? '', false)
  for (let at = from; at < to; at += 1) {
    const hit = (hits[at] ?? -1) >= 0
    add(parts[2 * at + 1] ?? '', hit)
    // Blanks between two hits are marked with them: one phrase, one mark.
    const both = hit && (hits[at + 1] ?? -1) >= 0 && at + 1 < to && /^\s+$/.test(parts[2 * at + 2] ?? '')
    if (at + 1 < to || to === count) add(parts[2 * at + 2] ?? '', both)
  }
  if (to < count) add('…', false)
  return pieces
}

const fits = (written: string, { fold: plain, prefix }: Typed): boolean =>
  prefix ? fold(written).startsWith(plain) : fold(written) === plain

/** The first syllable of the stretch with the most different things asked for. */
function bestWindow(hits: readonly number[]): number {
  let best = { at: 0, worth: -1 }
  for (const [at, hit] of hits.entries()) {
    if (hit < 0) continue
    const near = hits.slice(at, at + LENGTH - BEFORE)
    const worth = new Set(near.filter((one) => one >= 0)).size * 100 + near.slice(0, 6).filter((one) => one >= 0).length
    if (worth > best.worth) best = { at, worth }
  }
  return best.at
}
