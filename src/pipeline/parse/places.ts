import type { Place } from '../../core/diagnostic.ts'

/** From an offset in a text to its place, where the text begins on firstLine of its file; length ends with the line. */
export function placesIn(text: string, firstLine: number): (offset: number, length: number) => Place {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset, length) => {
    const at = Math.min(offset, text.length)
    const index = lastUpTo(starts, at)
    const start = starts[index] ?? 0
    const lineEnd = (starts[index + 1] ?? text.length + 1) - 1
    const shown = Math.min(length, lineEnd - at)
    return { line: firstLine + index, column: at - start + 1, ...(shown > 0 ? { length: shown } : {}) }
  }
}

/** The number of the last of ascending starts that is not beyond `at`. */
function lastUpTo(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}
