import { spelled } from '../text/tone.ts'
import type { SegmentInfo } from './format.ts'
import { read } from './postings.ts'
import { entriesOf } from './query.ts'
import { beginningIn, nextOf, type Shelf, together, wordIn } from './shelf.ts'

/** With capitals as they were typed. */
export function likeTyped(word: string, written: string): string {
  if (written.length > 1 && written === written.toUpperCase()) return word.toUpperCase()
  const isCapital = /^\p{Lu}/u.test(written.normalize('NFC'))
  return isCapital ? word.slice(0, 1).toUpperCase() + word.slice(1) : word
}

/** The words around one, as typed. */
export interface Around {
  readonly before: string | undefined
  readonly after: string | undefined
}

/** How a syllable is spelt beside the words around it, the most frequent spelling first; anywhere, if none are around it. */
export async function spellingsOf(
  shelf: Shelf,
  periods: readonly SegmentInfo[],
  name: string,
  { before, after }: Around,
): Promise<readonly string[]> {
  const times = new Map<string, number>()
  for (const segment of periods) {
    const file = beginningIn(segment, name)
    const pairs = [...(before === undefined ? [] : [[before, name]]), ...(after === undefined ? [] : [[name, after]])]
    const files = await together(shelf, [file, ...pairs.map(([first = '']) => wordIn(segment, first))])
    const beside = new Set<number>()
    for (const [first = '', second = ''] of pairs)
      read(ownOf(nextOf(files.get(wordIn(segment, first)), first), second) ?? '', (number) => beside.add(number))
    for (const [key, postings] of Object.entries(ownOf(files.get(file)?.words ?? {}, name)?.forms ?? {}))
      read(postings, (number) => {
        if (pairs.length === 0 || beside.has(number)) times.set(key, (times.get(key) || 0) + 1)
      })
  }
  return [...times].sort(([, a], [, b]) => b - a).map(([key]) => spelled(key))
}

const ownOf = <T>(words: { readonly [fold: string]: T }, name: string): T | undefined =>
  entriesOf(words, { fold: name, prefix: false })[0]?.[1]
