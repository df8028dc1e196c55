import { nearest } from '../text/nearest.ts'
import type { SegmentInfo } from './format.ts'
import { entriesOf, foldsOf, type Query } from './query.ts'
import { BATCH, beginningIn, nextOf, type Shelf, together, wordIn } from './shelf.ts'
import { wordOf } from './words.ts'

/** From so many files of words on a period has nearly all syllables there are. */
export const LARGE = 64
/** The words as they were perhaps meant: each syllable that is nowhere gives way to the nearest that is. null: nothing to mend. */
export async function nearWords(
  shelf: Shelf,
  segments: readonly SegmentInfo[],
  query: Query,
  text: string,
): Promise<string | null> {
  const dictionary = dictionaryOf(segments)
  const typed = foldsOf(query)
  const exact = exactIn(text)
  let words = text
  for (const [at, wanted] of typed.entries()) {
    if (exact.has(wanted)) continue
    const found = await nearWord(shelf, dictionary, wanted, { before: typed[at - 1], after: typed[at + 1] })
    if (found === null) continue
    // Split, not a pattern: what was typed is never an expression.
    words = words
      .split(/([\p{L}\p{M}\p{N}]+)/u)
      .map((one) => (wordOf(one).fold === wanted ? found : one))
      .join('')
  }
  return words === text ? null : words
}

/**
 * What is meant just as it was typed, by its letters without marks: the parts of a number of a document (`12/KH-UBND`), all with digits,
 * two letters and less, and of a name each syllable but the first (`Nguyễn Văn Tèo`): nobody with a name near to it is meant.
 */
function exactIn(text: string): ReadonlySet<string> {
  const exact = new Set<string>()
  let isName = false
  for (const piece of text.normalize('NFC').split(/\s+/)) {
    const words = piece.match(WORD) ?? []
    const isCode = /[\p{N}/]/u.test(piece)
    const isCapital = /^\P{L}*\p{Lu}\p{Ll}/u.test(piece)
    for (const word of words) {
      const { fold } = wordOf(word)
      if (isCode || fold.length <= 2 || (isName && isCapital)) exact.add(fold)
    }
    isName = isCapital
  }
  return exact
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Where syllables are looked for: the newest periods, no further than to the second that is large. */
function dictionaryOf(segments: readonly SegmentInfo[]): readonly SegmentInfo[] {
  const large = segments.map(({ words }) => words >= LARGE)
  const second = large.indexOf(true, large.indexOf(true) + 1)
  return segments.slice(0, second < 0 ? BATCH : Math.min(BATCH, second + 1))
}

/** The words around one, as typed. */
interface Around {
  readonly before: string | undefined
  readonly after: string | undefined
}

/** The syllable that was perhaps meant; null: it is there as it is, or nothing is near it. */
async function nearWord(
  shelf: Shelf,
  dictionary: readonly SegmentInfo[],
  wanted: string,
  around: Around,
): Promise<string | null> {
  let best: string | null = null
  // The others only if nothing of the first stands between the words around it.
  for (const slips of [exchanged(wanted), slipsOf(wanted)]) {
    const begun = await Promise.all(
      dictionary.map((one) =>
        together(
          shelf,
          slips.map((slip) => beginningIn(one, slip)),
        ),
      ),
    )
    const seen = new Set(begun.flatMap((files) => [...files.values()].flatMap((bucket) => Object.keys(bucket.words))))
    if (seen.has(wanted)) return null
    const { name, sure } = await bestOf(shelf, dictionary.slice(-2), nearestOf(wanted, seen), around)
    best = name ?? best
    if (sure) break
  }
  return best
}

/** Of syllables that are near the one that stands best beside the words around; sure: beside each of them it stands somewhere. */
async function bestOf(
  shelf: Shelf,
  periods: readonly SegmentInfo[],
  names: readonly string[],
  { before, after }: Around,
): Promise<{ readonly name: string | undefined; readonly sure: boolean }> {
  let best: { readonly name: string; readonly times: number; readonly sure: boolean } | null = null
  for (const name of names) {
    // What stands before it was got for the query itself; what follows it is a file more for each, and only asked of those that fit before.
    const behind = before === undefined ? 1 : await timesBeside(shelf, periods, before, name)
    const ahead = after === undefined || behind === 0 ? 0 : await timesBeside(shelf, periods, name, after)
    const times = behind + ahead
    const alone = before === undefined && after === undefined
    const sure = !alone && behind > 0 && (after === undefined || ahead > 0)
    if (best === null || times > best.times) best = { name, times, sure }
  }
  return best ?? { name: undefined, sure: false }
}

/** In how many periods two syllables stand side by side. */
async function timesBeside(
  shelf: Shelf,
  periods: readonly SegmentInfo[],
  first: string,
  second: string,
): Promise<number> {
  const beside = await Promise.all(
    periods.map(async (segment) => {
      const file = wordIn(segment, first)
      const next = nextOf((await together(shelf, [file])).get(file), first)
      return entriesOf(next, { fold: second, prefix: false }).length > 0
    }),
  )
  return beside.filter(Boolean).length
}

/** Some syllables that are near, the nearest first. */
function nearestOf(wanted: string, seen: ReadonlySet<string>): readonly string[] {
  const left = [...seen].filter((name) => name.length > 1).sort()
  const found: string[] = []
  for (let more = nearest(wanted, left); more !== null && found.length < 6; more = nearest(wanted, left)) {
    found.push(more)
    left.splice(left.indexOf(more), 1)
  }
  return found
}

/** As it is, and with two of its first letters exchanged, as fingers do most. */
function exchanged(wanted: string): readonly string[] {
  const swapped = (at: number): string =>
    wanted.slice(0, at) + (wanted[at + 1] || '') + (wanted[at] || '') + wanted.slice(at + 2)
  return [...new Set([wanted, ...[0, 1, 2].map(swapped)])]
}

/** Where a mistyped syllable may be looked for besides: without one of its first letters. */
const slipsOf = (wanted: string): readonly string[] =>
  [...new Set([...exchanged(wanted), ...[0, 1, 2].map((at) => wanted.slice(0, at) + wanted.slice(at + 1))])].filter(
    (one) => one !== '',
  )
