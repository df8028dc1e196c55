import { type Diagnostic, diagnose, type Place } from '../../../core/diagnostic.ts'
import { VEIL } from '../../../text/proof/finding.ts'
import { type MarkKind, type StrayMark, strayMarks } from '../../../text/proof/marks.ts'
import type { Mark } from './engine.ts'

/** Signs of Markdown, HTML or Word that were taken for words, so that readers see them as they were typed. firstLine is the line of the file on which the body begins. */
export function tellStrayMarks(marks: readonly Mark[], body: string, firstLine: number): readonly Diagnostic[] {
  const typed = body.split('\n')
  // Cells have no lines of their own: the row has.
  let row = 0
  return marks.flatMap((mark) => {
    if (mark.type === 'tr_open' && mark.map !== null) row = mark.map[0]
    if (mark.type !== 'inline') return []
    const [start, end] = mark.map ?? [row, row + 1]
    const lines = linesIn(mark.children ?? [])
    // Of a paragraph of its own: two lines of an item may be parted so.
    const bareAt = mark.level === 1 && mark.map !== null ? bareRow(lines) : -1
    const found = lines.flatMap((line, number) => {
      const bare: readonly StrayMark[] = number === bareAt ? [{ kind: 'table', at: 0, length: line.length }] : []
      return [...strayMarks(line), ...bare].map((stray) => {
        const text = line.slice(stray.at, stray.at + stray.length)
        return { ...stray, text, ...whereIs(text, typed, Math.min(start + number, end - 1), end) }
      })
    })
    return meant(found, bareAt >= 0)
      .filter(({ kind, line }) => !(typed[line] ?? '').includes(ESCAPED[kind]))
      .map(({ kind, text, line, column, length }) => {
        const place: Place = { line: firstLine + line, column, ...(length === 0 ? {} : { length }) }
        return diagnose('words/mark', { what: kind, text: text.trim() }, place)
      })
  })
}

/** What shows that such a sign was meant to be seen. */
const ESCAPED: Readonly<Record<MarkKind, string>> = {
  bold: '\\*',
  heading: '\\#',
  link: '\\[',
  html: '&lt;',
  embed: '&lt;',
  table: '\\|',
  tab: '&#9;',
  symbol: '&#x',
}

/** Where a text was typed, from a line on: a code between backquotes may reach over lines that readers see as one. */
function whereIs(text: string, typed: readonly string[], from: number, end: number) {
  for (let line = from; line < end; line += 1) {
    const at = (typed[line] ?? '').indexOf(text)
    if (at >= 0) return { line, column: at + 1, length: text.trimEnd().length }
  }
  return { line: from, column: Math.max(0, (typed[from] ?? '').indexOf(text.slice(0, 2))) + 1, length: 0 }
}

type Found = StrayMark & { readonly line: number; readonly column: number; readonly text: string }

/** Where a table without outer bars and without its line of dashes begins: two lines on end with as many bars between words. -1: nowhere. */
function bareRow(lines: readonly string[]): number {
  if (lines.length < 2) return -1
  const bars = lines.map((line) => (/^\||\|$/.test(line.trim()) ? 0 : line.split(/ \|(?= )/).length - 1))
  if (lines.some((line) => /^[\s|:-]+$/.test(line))) return -1
  return bars.findIndex((count, at) => count > 0 && count === bars[at + 1])
}

/** Of rows of a table the first; one alone is none, but for one that is known to begin a table. Of all else each line. */
function meant(found: readonly Found[], isTable: boolean): readonly Found[] {
  const rows = new Map<MarkKind, { readonly first: Found; count: number }>()
  for (const one of found) {
    const seen = rows.get(one.kind)
    if (seen === undefined) rows.set(one.kind, { first: one, count: 1 })
    else seen.count += 1
  }
  return found.filter((one) => {
    if (one.kind !== 'tab' && one.kind !== 'table') return true
    const { first, count } = rows.get(one.kind) ?? { first: null, count: 0 }
    return first === one && (count > 1 || (isTable && one.kind === 'table'))
  })
}

/** What readers see of a paragraph, line by line as it was typed; code is veiled. */
function linesIn(marks: readonly Mark[]): readonly string[] {
  const lines = ['']
  for (const { type, content } of marks) {
    if (type === 'softbreak' || type === 'hardbreak') lines.push('')
    else if (type === 'text') lines[lines.length - 1] += content
    else if (type === 'code_inline' || type === 'image') lines[lines.length - 1] += VEIL
  }
  return lines
}
