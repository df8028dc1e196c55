import { fold } from './fold.ts'
import { nfc } from './normalize.ts'

/**
 * "Did you mean": the candidate closest to a word, or null when none is near. Marks and case do not count, except between equals;
 * about one slip in three letters is near. Of candidates equally close the first is taken.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = comparable(word)
  if (wanted === '') return null
  const near = Math.max(1, Math.floor(wanted.length / 3))
  let best: Match | null = null
  for (const candidate of candidates) {
    const folded = comparable(candidate)
    if (folded === '') continue
    const limit = Math.min(best?.distance ?? near, Math.min(wanted.length, folded.length) - 1)
    const distance = folded === wanted ? 0 : slips(wanted, folded, limit)
    if (distance > limit && distance > 0) continue
    const match = { candidate, distance, asWritten: slips(asWritten(word), asWritten(candidate), longest) }
    if (best === null || distance < best.distance || match.asWritten < best.asWritten) best = match
  }
  return best?.candidate ?? null
}

type Match = { readonly candidate: string; readonly distance: number; readonly asWritten: number }

// The cost of a comparison grows with the square of the length; nobody mistypes beyond this.
const longest = 100

function comparable(s: string): string {
  return fold(s.slice(0, 4 * longest))
    .trim()
    .slice(0, longest)
}

function asWritten(s: string): string {
  return nfc(s.slice(0, 4 * longest))
    .trim()
    .slice(0, longest)
}

/** Damerau-Levenshtein distance (optimal string alignment); any number over `limit` once it is sure to be over. */
function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    if (Math.min(...row) > limit && Math.min(...last) > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length]!
}
