import { type Named, SHOWN } from './format.ts'
import { BESIDE, inTitle, read, worthOf } from './postings.ts'

/** Words of a segment: for each folded syllable its spellings and what follows it. */
type Words = ReadonlyMap<string, { readonly forms: Named; readonly next: Named }>

/**
 * For each syllable the bulletins that come first when it is asked for together with the next, as most Vietnamese words
 * are: for every pair that stands in titles the best of them, by the weights of a query. Their cards lie beside the
 * syllable, and a first answer needs no other file.
 */
export function* likeliest(words: Words): Iterable<readonly [fold: string, numbers: readonly number[]]> {
  const titles = new Map([...words].map(([fold, { forms }]) => [fold, worthInTitles(forms)]))
  for (const [first, { next }] of words) {
    const [own, numbers] = [titles.get(first), new Set<number>()]
    for (const [second, postings] of Object.entries(next)) {
      const other = titles.get(second)
      const found: { readonly number: number; readonly score: number }[] = []
      read(postings, (number, weight) => {
        if (!inTitle(weight)) return
        const score = BESIDE * worthOf(weight) + (own?.get(number) ?? 0) + (other?.get(number) ?? 0)
        found.push({ number, score })
      })
      found.sort((a, b) => b.score - a.score || b.number - a.number)
      for (const { number } of found.slice(0, SHOWN)) numbers.add(number)
    }
    yield [first, [...numbers]]
  }
}

/** The bulletins that have a syllable in their titles, and what it is worth in each. */
function worthInTitles(forms: Named): ReadonlyMap<number, number> {
  const best = new Map<number, number>()
  for (const postings of Object.values(forms))
    read(postings, (number, weight) => {
      if (inTitle(weight)) best.set(number, Math.max(best.get(number) ?? 0, worthOf(weight)))
    })
  return best
}
