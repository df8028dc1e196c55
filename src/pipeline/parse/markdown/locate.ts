import type { Place } from '../../../core/diagnostic.ts'

/** Finds what was typed again in the lines of a body (the first of which is firstLine of the file), in the order it is asked for. */
export function locatorOf(body: string, firstLine: number): (typed: string, lines: readonly [number, number]) => Place {
  const typedLines = body.split('\n')
  let cursor = { line: 0, column: 0 }
  const search = (typed: string, from: typeof cursor, end: number): Place | null => {
    for (let line = from.line; line < end; line += 1) {
      const column = (typedLines[line] ?? '').indexOf(typed, line === from.line ? from.column : 0)
      if (column < 0) continue
      cursor = { line, column: column + typed.length }
      return { line: line + firstLine, column: column + 1, length: typed.length }
    }
    return null
  }
  return (typed, [first, last]) => {
    const start = { line: first, column: 0 }
    const end = Math.max(last, first + 1)
    const isAhead = cursor.line >= first && cursor.line < end
    // A picture inside a link stands before the target of the link.
    const found = typed === '' ? null : (search(typed, isAhead ? cursor : start, end) ?? search(typed, start, end))
    return found ?? { line: first + firstLine, column: 1 }
  }
}
