import { nearest } from '../text/nearest.ts'
import { isSyllable } from '../text/syllable.ts'
import { apart, isMadeOfWords, joined, piecesOf } from './blanks.ts'
import { PAGES, type SegmentInfo } from './format.ts'
import { entriesOf, foldsOf, type Query, type Typed } from './query.ts'
import { BATCH, beginningIn, nextOf, type Shelf, segmentsOf, together, wordIn } from './shelf.ts'
import { type Around, likeTyped, spellingsOf } from './spelling.ts'
import { wordOf } from './words.ts'

/** From so many files of words on a period has nearly all syllables there are. */
export const LARGE = 64

/** What finds a spelling near to words that are nowhere. */
export type Mend = typeof nearWords

/**
 * The words as they were perhaps meant. First with a blank put in or taken out where bulletins have it so (`vacxin`, `TBR 225`): no letter of
 * it is another. Then one syllable that is nowhere, of those missing, gives way to the nearest that is, spelt as bulletins
 * have it. What may be a Vietnamese syllable was meant, though no bulletin has it. One alone: of two that are nowhere what is left is another question, and the words as typed are shown as far as they are found.
 * null: nothing to mend.
 */
export async function nearWords(
  shelf: Shelf,
  segments: readonly SegmentInfo[],
  query: Query,
  missing: readonly Typed[],
  text: string,
): Promise<string | null> {
  const dictionary = dictionaryOf(segments)
  const nowhere: string[] = []
  for (const one of missing) if (!isSyllable(one.fold) && !(await isIn(shelf, one))) nowhere.push(one.fold)
  const places = { shelf, newest: dictionary, all: segments }
  return (
    (await apart(places, nowhere, text, isMadeOfWords)) ??
    (await joined(places, new Set(missing.map(({ fold }) => fold)), text)) ??
    (await withoutSlip(shelf, dictionary, query, nowhere, text)) ??
    // `wifi` for “Wi-Fi”: halves that are no syllables are likelier a slip.
    apart(places, nowhere, text, () => true)
  )
}

/** One word that is nowhere in the spelling of the nearest that stands beside the words around it. */
async function withoutSlip(
  shelf: Shelf,
  dictionary: readonly SegmentInfo[],
  query: Query,
  nowhere: readonly string[],
  text: string,
): Promise<string | null> {
  const typed = foldsOf(query)
  const exact = exactIn(text)
  for (const wanted of nowhere) {
    const at = typed.indexOf(wanted)
    if (exact.has(wanted)) continue
    const found = await nearWord(shelf, dictionary, wanted, { before: typed[at - 1], after: typed[at + 1] })
    if (found === null) continue
    const spelling = (written: string): string => likeTyped(nearest(written, found) ?? found[0] ?? '', written)
    return piecesOf(text)
      .map((one) => (wordOf(one).fold === wanted ? spelling(one) : one))
      .join('')
  }
  return null
}

/** Whether some period has a word: those that the filters leave out know it too, and not every one was looked through for each word. */
async function isIn(shelf: Shelf, typed: Typed): Promise<boolean> {
  const found = await Promise.all(
    segmentsOf(shelf.settings).map(async (segment) => {
      const file = beginningIn(segment, typed.fold)
      return entriesOf((await together(shelf, [file])).get(file)?.words ?? {}, typed).length > 0
    }),
  )
  return found.includes(true)
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

/** Where syllables are looked for: the pages and the newest periods, no further than to the second that is large. */
function dictionaryOf(segments: readonly SegmentInfo[]): readonly SegmentInfo[] {
  const periods = segments.filter(({ id }) => id !== PAGES)
  const large = periods.map(({ words }) => words >= LARGE)
  const second = large.indexOf(true, large.indexOf(true) + 1)
  const newest = periods.slice(0, second < 0 ? BATCH : Math.min(BATCH, second + 1))
  return [...segments.filter(({ id }) => id === PAGES), ...newest]
}

/** The spellings of the syllable that was perhaps meant, the most frequent first; null: it is there as it is, or nothing near it stands beside the words around it. */
async function nearWord(
  shelf: Shelf,
  dictionary: readonly SegmentInfo[],
  wanted: string,
  around: Around,
): Promise<readonly string[] | null> {
  // Small periods are few files: there all are asked.
  const periods = dictionary.some(({ words }) => words >= LARGE) ? dictionary.slice(-2) : dictionary
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
    const { name, sure } = await bestOf(shelf, periods, nearestOf(wanted, seen), around)
    best = name ?? best
    if (sure) break
  }
  if (best === null) return null
  const isAlone = around.before === undefined && around.after === undefined
  return spellingsOf(shelf, isAlone ? dictionary : periods, best, around)
}

/** Of syllables that are near the one that stands best beside the words around; sure: beside each of them it stands somewhere. */
async function bestOf(
  shelf: Shelf,
  periods: readonly SegmentInfo[],
  names: readonly string[],
  { before, after }: Around,
): Promise<{ readonly name: string | undefined; readonly sure: boolean }> {
  const isLarge = periods.some(({ words }) => words >= LARGE)
  let best: { readonly name: string; readonly times: number; readonly sure: boolean } | null = null
  for (const name of names) {
    // What stands before it was got for the query itself; what follows it is a file more for each, and of large periods only asked of those that fit before.
    const behind = before === undefined ? 0 : await timesBeside(shelf, periods, before, name)
    const ahead =
      after === undefined || (before !== undefined && behind === 0 && isLarge)
        ? 0
        : await timesBeside(shelf, periods, name, after)
    const alone = before === undefined && after === undefined
    // What stands beside none of the words around it was not meant.
    if (!alone && behind + ahead === 0) continue
    const sure = !alone && (before === undefined || behind > 0) && (after === undefined || ahead > 0)
    const times = behind + ahead
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
