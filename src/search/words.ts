import { fold, syllables } from '../text/fold.ts'
import { toneKey } from '../text/tone.ts'

/** One syllable of a text: its letters without marks, and its spelling with marks wherever the tone stands (`uỷ` = `ủy`). */
export interface Word {
  readonly fold: string
  readonly key: string
}

/** Longer "words" are addresses, codes or mischief: nobody types them, and they would make the index large. */
const LONGEST = 24

/** A reader of words that folds each spelling once: texts repeat themselves. */
export function wordReader(): (text: string) => readonly Word[] {
  const known = new Map<string, Word>()
  return (text) => {
    const words: Word[] = []
    for (const written of syllables(text)) {
      if (written.length > LONGEST * 3) continue
      let word = known.get(written)
      if (word === undefined) {
        word = wordOf(written)
        known.set(written, word)
      }
      if (word.fold !== '' && word.fold.length <= LONGEST) words.push(word)
    }
    return words
  }
}

/** One syllable as it is looked up. */
export const wordOf = (written: string): Word => ({ fold: fold(written), key: toneKey(written) })

/** Whether marks were typed: đ, a tone, or a letter such as ơ. */
export const isMarked = ({ fold: plain, key }: Word): boolean => key !== plain
