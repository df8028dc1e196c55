import { beginsSo } from '../text/tone.ts'
import type { Query, Typed } from './query.ts'
import { type Word, wordOf } from './words.ts'

/** A run of text; hit: it is what was asked for. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** How many syllables an excerpt has at most. */
const LENGTH = 36
const BEFORE = 8

/** How much of a text is shown, and whether other marks than those typed are hits where these are not in it. */
export interface Shown {
  readonly whole?: boolean
  readonly asTyped?: boolean
}

/** A text in runs, as written, with what was asked for told apart; long texts are cut to where most of it stands close together. */
export function excerptOf(
  text: string,
  query: Query,
  { whole = false, asTyped = false }: Shown = {},
): readonly Piece[] {
  const parts = text.normalize('NFC').split(/([\p{L}\p{M}\p{N}]+)/u)
  const count = (parts.length - 1) / 2
  const words = wordsOnce()
  const hits = hitsOf(
    Array.from({ length: count }, (_, at) => words(parts[2 * at + 1] || '')),
    query,
    asTyped,
  )
  const from = whole || count <= LENGTH ? 0 : Math.max(0, bestWindow(hits, wholeRuns(hits, query)) - BEFORE)
  const to = whole ? count : Math.min(count, from + LENGTH)
  const pieces: { text: string; hit: boolean }[] = from > 0 ? [{ text: '…', hit: false }] : []
  const add = (some: string, hit: boolean): void => {
    const last = pieces[pieces.length - 1]
    if (last !== undefined && last.hit === hit) last.text += some
    else if (some !== '') pieces.push({ text: some, hit })
  }
  if (from === 0) add(parts[0] || '', false)
  for (let at = from; at < to; at += 1) {
    const hit = (hits[at] ?? -1) >= 0
    add(parts[2 * at + 1] || '', hit)
    // Blanks between two hits are marked with them: one phrase, one mark.
    const both = hit && (hits[at + 1] ?? -1) >= 0 && at + 1 < to && /^\s+$/.test(parts[2 * at + 2] || '')
    if (at + 1 < to || to === count) add(parts[2 * at + 2] || '', both)
  }
  if (to < count) add('…', false)
  return pieces
}

/** How many parts of a query stand in a text; half a part more where all of them stand together. */
export function partsIn(text: string, query: Query, asTyped: boolean): number {
  const words = wordsOnce()
  const hits = hitsOf((text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(words), query, asTyped)
  return new Set(hits.filter((hit) => hit >= 0)).size + (wholeRuns(hits, query).size > 0 ? 0.5 : 0)
}

/** Folds each spelling once: long texts repeat themselves. */
function wordsOnce(): (written: string) => Word {
  const known = new Map<string, Word>()
  return (written) => {
    const word = known.get(written) ?? wordOf(written)
    known.set(written, word)
    return word
  }
}

/** The places where all parts stand one after the other as they were asked. */
function wholeRuns(hits: readonly number[], { parts }: Query): ReadonlySet<number> {
  const places = new Set<number>()
  if (parts.length < 2) return places
  for (let at = 0; at < hits.length; at += 1) {
    if (hits[at] !== 0) continue
    let end = at
    for (let part = 0; part < parts.length && hits[end] === part; part += 1) {
      const from = end
      while (hits[end] === part) end += 1
      if (part < parts.length - 1) continue
      for (let place = at; place < end; place += 1) places.add(place)
      if (from === end) break
    }
  }
  return places
}

/**
 * The number of the part of a query that each syllable is of; -1: of none. Of a wording of several syllables only all of them side by
 * side count; where a text has marks as typed, other marks do not.
 */
function hitsOf(text: readonly Word[], { parts }: Query, only: boolean): readonly number[] {
  const hits = text.map(() => -1)
  for (const [part, { wordings }] of parts.entries())
    for (const wording of wordings) {
      const places = [...text.keys()].filter((at) => stands(text, at, wording, sameLetters))
      const asTyped = places.filter((at) => stands(text, at, wording, sameMarks))
      for (const at of only || asTyped.length > 0 ? asTyped : places) hits.fill(part, at, at + wording.length)
    }
  return hits
}

type Fits = (written: Word, typed: Typed) => boolean
const stands = (text: readonly Word[], at: number, wording: readonly Typed[], fits: Fits): boolean =>
  wording.every((typed, step) => {
    const written = text[at + step]
    return written !== undefined && fits(written, typed)
  })
const sameLetters: Fits = (written, { fold: plain, prefix }) =>
  prefix ? written.fold.startsWith(plain) : written.fold === plain
const sameMarks: Fits = (written, { key, marked, prefix }) =>
  !marked || written.key === key || (prefix && beginsSo(written.key, key))

/** The first syllable of the stretch with the most different things asked for, and of such first where they stand together. */
function bestWindow(hits: readonly number[], together: ReadonlySet<number>): number {
  let best = { at: 0, worth: -1 }
  for (const [at, hit] of hits.entries()) {
    if (hit < 0) continue
    const near = hits.slice(at, at + LENGTH - BEFORE)
    const whole = together.has(at) ? 50 : 0
    const worth =
      new Set(near.filter((one) => one >= 0)).size * 100 + whole + near.slice(0, 6).filter((one) => one >= 0).length
    if (worth > best.worth) best = { at, worth }
  }
  return best.at
}
