import { type Diagnostic, diagnose } from '../../../core/diagnostic.ts'
import type { Mark } from './engine.ts'

/** Words that Markdown drops without a word. firstLine is the line of the file on which the body begins. */
export const tellLost = (marks: readonly Mark[], body: string, firstLine: number): readonly Diagnostic[] => [
  ...lostCells(marks, body, firstLine),
  ...behindFences(marks, body, firstLine),
]

/**
 * Cells beyond those of a table's first row: readers see none of them (GitHub Flavored Markdown, section 4.10), and staff who forgot a
 * heading, or whose heading spans two columns in Word, lose a column of figures.
 */
function lostCells(marks: readonly Mark[], body: string, firstLine: number): readonly Diagnostic[] {
  let typed: readonly string[] | null = null
  let columns = 0
  const told: Diagnostic[] = []
  for (const { type, map } of marks) {
    if (type === 'thead_open') columns = 0
    else if (type === 'th_open') columns += 1
    else if (type === 'tr_open' && columns > 0 && map !== null) {
      typed ??= body.split('\n')
      const line = typed[map[0]] ?? ''
      const lost = cellsIn(line)
        .slice(columns)
        .filter(({ text }) => text !== '')
      const [first, last] = [lost[0], lost.at(-1)]
      if (first === undefined || last === undefined) continue
      const text = lost.map((cell) => cell.text).join(' | ')
      const place = { line: firstLine + map[0], column: first.at + 1, length: last.at + last.text.length - first.at }
      told.push(diagnose('words/mark', { what: 'cells', text }, place))
    }
  }
  return told
}

/** What stands on the line that opens a code block is the name of a language, one word; readers do not see it. */
function behindFences(marks: readonly Mark[], body: string, firstLine: number): readonly Diagnostic[] {
  const fences = marks.filter(({ type, info }) => type === 'fence' && /\s\S|[^\x20-\x7e]/.test(info.trim()))
  if (fences.length === 0) return []
  const typed = body.split('\n')
  return fences.flatMap(({ info, map }) => {
    const text = info.trim()
    const [at] = map ?? []
    if (at === undefined) return []
    const column = (typed[at] ?? '').indexOf(text) + 1
    const place = { line: firstLine + at, column: Math.max(1, column), ...(column > 0 ? { length: text.length } : {}) }
    return [diagnose('words/mark', { what: 'fence', text }, place)]
  })
}

/** The cells of a row as it was typed, each with its place; a bar behind `\` is part of one. */
function cellsIn(line: string): readonly { readonly text: string; readonly at: number }[] {
  // A quotation's signs stand before the row.
  const start = /^[\s>]*\|?/.exec(line)?.[0].length ?? 0
  const cells: { readonly text: string; readonly at: number }[] = []
  let from = start
  for (let at = start; at <= line.length; at += 1) {
    if (at < line.length && (line[at] !== '|' || line[at - 1] === '\\')) continue
    const cell = line.slice(from, at)
    const text = cell.trim()
    cells.push({ text, at: from + cell.indexOf(text) })
    from = at + 1
  }
  return cells
}
