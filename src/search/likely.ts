import { SHOWN } from './format.ts'
import type { GatheredEntry, InTitle } from './gather.ts'
import { BESIDE, worthOf } from './postings.ts'

/**
 * For each syllable the bulletins that come first when it is asked for together with the next, as most Vietnamese words
 * are: for every pair that stands in titles the best of them, by the weights of a query. Their cards lie beside the
 * syllable, and a first answer needs no other file.
 */
export function* likeliest(
  entries: readonly GatheredEntry[],
): Iterable<readonly [fold: string, numbers: readonly number[]]> {
  const worths = new Map(entries.map(({ fold, titles }) => [fold, worthInTitles(titles)]))
  for (const { fold, pairs } of entries) {
    const [own, numbers] = [worths.get(fold), new Set<number>()]
    for (const { second, titles } of pairs) {
      const other = worths.get(second)
      const found = titles.map(([number, weight]) => ({
        number,
        score: BESIDE * worthOf(weight) + (own?.get(number) ?? 0) + (other?.get(number) ?? 0),
      }))
      found.sort((a, b) => b.score - a.score || b.number - a.number)
      for (const { number } of found.slice(0, SHOWN)) numbers.add(number)
    }
    yield [fold, [...numbers]]
  }
}

/** What a syllable is worth in each bulletin that has it in its title: by the best of its spellings. */
function worthInTitles(titles: readonly InTitle[]): ReadonlyMap<number, number> {
  const best = new Map<number, number>()
  for (const [number, weight] of titles) best.set(number, Math.max(best.get(number) ?? 0, worthOf(weight)))
  return best
}
