import { everySyllable, fold } from '../text/fold.ts'
import { toneKey } from '../text/tone.ts'

/** One syllable of a text: its letters without marks, and its spelling with marks wherever the tone stands (`uỷ` = `ủy`). */
export interface Word {
  readonly fold: string
  readonly key: string
}

/** A word of a text by the numbers of its spelling and of its letters without marks. */
export interface NumberedWord {
  readonly key: number
  readonly fold: number
}

/** Reads texts into words; numbers go up from 0 in the order of first use. */
export interface WordReader {
  (text: string): readonly NumberedWord[]
  /** What the numbers mean; foldOf: the fold of each key. */
  readonly known: {
    readonly keys: readonly string[]
    readonly folds: readonly string[]
    readonly foldOf: readonly number[]
  }
}

/** Longer "words" are addresses, codes or mischief: nobody types them, and they would make the index large. */
const LONGEST = 24

/** A reader of words that folds each spelling once: texts repeat themselves. */
export function wordReader(): WordReader {
  const known = new Map<string, NumberedWord | null>()
  const [keys, folds, foldOf]: [string[], string[], number[]] = [[], [], []]
  const [keyNumbers, foldNumbers] = [numbering(keys), numbering(folds)]
  const numbered = (written: string): NumberedWord | null => {
    const { key, fold: bare } = wordOf(written)
    if (bare === '' || bare.length > LONGEST) return null
    const word = { key: keyNumbers(key), fold: foldNumbers(bare) }
    foldOf[word.key] = word.fold
    return word
  }
  const read = (text: string): readonly NumberedWord[] => {
    const words: NumberedWord[] = []
    for (const written of everySyllable(text)) {
      if (written.length > LONGEST * 3) continue
      let word = known.get(written)
      if (word === undefined) {
        word = numbered(written)
        known.set(written, word)
      }
      if (word !== null) words.push(word)
    }
    return words
  }
  return Object.assign(read, { known: { keys, folds, foldOf } })
}

/** Numbers names in the order in which they come, and writes them down. */
function numbering(names: string[]): (name: string) => number {
  const known = new Map<string, number>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    known.set(name, names.length)
    return names.push(name) - 1
  }
}

/** One syllable as it is looked up. */
export const wordOf = (written: string): Word => ({ fold: fold(written), key: toneKey(written) })

/** The word under which a bulletin stands by its day, `2023-01-13`, or its month, `2023-01`: days of a year begin differently, so that they lie in many files. */
export const dayWord = (day: string): string => day.split('-').reverse().join('')

/** Whether marks were typed: đ, a tone, or a letter such as ơ. */
export const isMarked = ({ fold: plain, key }: Word): boolean => key !== plain
