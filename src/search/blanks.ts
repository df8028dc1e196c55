import { nearest } from '../text/nearest.ts'
import { isSyllable } from '../text/syllable.ts'
import type { SegmentInfo } from './format.ts'
import { read } from './postings.ts'
import { entriesOf } from './query.ts'
import { beginningIn, nextOf, type Shelf, together, wordIn } from './shelf.ts'
import { type Around, likeTyped, spellingsOf } from './spelling.ts'
import { wordOf } from './words.ts'

/** Where words are looked for: the newest periods, which have nearly all, then the others. */
export interface Places {
  readonly shelf: Shelf
  readonly newest: readonly SegmentInfo[]
  readonly all: readonly SegmentInfo[]
}

/** Where a word may be divided. */
type Cut = readonly [first: string, second: string]

/** No word of the index is longer (`words.ts`). */
const LONGEST = 24
/** Shorter than this two syllables are seldom written together: older periods are not asked for it. */
const LONG = 6
/** How many pairs of words are tried as one, at most: of many words some are enough to find what is meant. */
const PAIRS = 4

/** A text as words, which have odd numbers, and what is between them. Split, not a pattern: what was typed is never an expression. */
export const piecesOf = (text: string): string[] => text.normalize('NFC').split(/([\p{L}\p{M}\p{N}]+)/u)

const isNumber = (word: string): boolean => /^\p{N}+$/u.test(word)
/** Whether one ends with a letter where the other begins with a digit, or the other way round. */
const isNumbered = ([first, second]: Cut): boolean => /\p{N}$/u.test(first) !== /^\p{N}/u.test(second)

/** Two syllables, or a number and what it counts (`5km`). */
export const isMadeOfWords = (cut: Cut): boolean => isNumbered(cut) || cut.every(isSyllable)

/**
 * The words with those divided that bulletins have side by side: `thoxuan` is “Thọ Xuân”. nowhere: words that no bulletin has; where each
 * is somewhere, but not with the others, those with digits. null: none of them is.
 */
export async function apart(
  places: Places,
  nowhere: readonly string[],
  text: string,
  fits: (cut: Cut) => boolean,
): Promise<string | null> {
  const pieces = piecesOf(text)
  let isOther = false
  for (let at = 1; at < pieces.length; at += 2) {
    const written = pieces[at] ?? ''
    const { fold } = wordOf(written)
    if (fold.length > LONGEST || (nowhere.length > 0 && !nowhere.includes(fold))) continue
    const cuts = cutsOf(fold).filter((cut) => (nowhere.length > 0 ? fits(cut) : isNumbered(cut)))
    const spelling = cuts.length === 0 ? null : await divided(places, cuts, written)
    if (spelling === null) continue
    pieces[at] = spelling
    isOther = true
  }
  return isOther ? pieces.join('') : null
}

/** Every place between two letters; digits stay together. */
const cutsOf = (fold: string): readonly Cut[] =>
  [...fold.slice(1)]
    .map((_, at): Cut => [fold.slice(0, at + 1), fold.slice(at + 1)])
    .filter(([first, second]) => !(/\p{N}$/u.test(first) && /^\p{N}/u.test(second)))

/** A word divided where most bulletins have its halves side by side, spelt as they have it. */
async function divided({ shelf, newest, all }: Places, cuts: readonly Cut[], written: string): Promise<string | null> {
  const older = all.filter((one) => !newest.includes(one))
  for (const periods of written.length < LONG && !cuts.some(isNumbered) ? [newest] : [newest, older]) {
    let best: { readonly cut: Cut; readonly times: number } | null = null
    for (const cut of cuts) {
      const times = await timesTogether(shelf, periods, cut)
      if (times > (best?.times ?? 0)) best = { cut, times }
    }
    if (best === null) continue
    const [first, second] = best.cut
    const asTyped: Cut = [written.slice(0, first.length), written.slice(first.length)]
    const halves = [
      await spelling(shelf, periods, asTyped[0], first, { before: undefined, after: second }),
      await spelling(shelf, periods, asTyped[1], second, { before: first, after: undefined }),
    ]
    return halves.join(' ')
  }
  return null
}

/** In how many bulletins two syllables stand side by side. */
async function timesTogether(shelf: Shelf, periods: readonly SegmentInfo[], [first, second]: Cut): Promise<number> {
  const times = await Promise.all(
    periods.map(async (segment) => {
      const file = wordIn(segment, first)
      const next = nextOf((await together(shelf, [file])).get(file), first)
      let count = 0
      for (const [, postings] of entriesOf(next, { fold: second, prefix: false }))
        read(postings, () => {
          count += 1
        })
      return count
    }),
  )
  return times.reduce((sum, one) => sum + one, 0)
}

/** The words with two of them as one that bulletins have: `TBR 225` is “TBR225”. missing: those that are nowhere. null: none of them is. */
export async function joined(
  { shelf, newest, all }: Places,
  missing: ReadonlySet<string>,
  text: string,
): Promise<string | null> {
  const pieces = piecesOf(text)
  const isShort = pieces.length <= 7
  let tried = 0
  for (let at = 1; at + 2 < pieces.length && tried < PAIRS; at += 2) {
    const [first = '', between = '', second = ''] = pieces.slice(at, at + 3)
    const pair: Cut = [wordOf(first).fold, wordOf(second).fold]
    const whole = pair.join('')
    // Two numbers side by side are no other number, nor two letters another syllable.
    if (/["“”„«»]/.test(between) || pair.every(isNumber) || isSyllable(whole) || whole.length > LONGEST) continue
    if (!isShort && !isNumbered(pair) && !pair.some((one) => missing.has(one))) continue
    tried += 1
    const periods = isNumbered(pair) ? all : newest
    if (!(await isWord(shelf, periods, whole))) continue
    const word = await spelling(shelf, periods, first + second, whole, { before: undefined, after: undefined })
    return [...pieces.slice(0, at), word, ...pieces.slice(at + 3)].join('')
  }
  return null
}

async function isWord(shelf: Shelf, periods: readonly SegmentInfo[], fold: string): Promise<boolean> {
  const found = await Promise.all(
    periods.map(async (segment) => {
      const file = beginningIn(segment, fold)
      const { words = {} } = (await together(shelf, [file])).get(file) ?? {}
      return entriesOf(words, { fold, prefix: false }).length > 0
    }),
  )
  return found.includes(true)
}

/** As bulletins spell it: of several spellings the one nearest to what was typed. */
async function spelling(
  shelf: Shelf,
  periods: readonly SegmentInfo[],
  written: string,
  fold: string,
  around: Around,
): Promise<string> {
  const found = await spellingsOf(shelf, periods, fold, around)
  return likeTyped(bestSpelling(written, found), written)
}

/** Nobody who typed no marks chose one of them: the most frequent, then. */
const bestSpelling = (written: string, found: readonly string[]): string =>
  (wordOf(written).fold === wordOf(written).key ? found[0] : nearest(written, found)) ?? found[0] ?? written
