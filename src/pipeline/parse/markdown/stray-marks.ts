import { type Diagnostic, diagnose } from '../../../core/diagnostic.ts'
import { VEIL } from '../../../text/proof/finding.ts'
import { type StrayMark, strayMarks } from '../../../text/proof/marks.ts'
import type { Mark } from './engine.ts'

/** Signs of Markdown, HTML or Word that were taken for words, so that readers see them as they were typed. firstLine is the line of the file on which the body begins. */
export function tellStrayMarks(marks: readonly Mark[], body: string, firstLine: number): readonly Diagnostic[] {
  const typed = body.split('\n')
  return marks.flatMap((mark) => {
    if (mark.type !== 'inline' || mark.map === null) return []
    const start = mark.map[0]
    const found = linesIn(mark.children ?? []).flatMap((line, number) =>
      strayMarks(line).map((stray) => ({
        ...stray,
        line: start + number,
        text: line.slice(stray.at, stray.at + stray.length),
      })),
    )
    return meant(found).map(({ kind, line, text }) => {
      const column = Math.max(0, (typed[line] ?? '').indexOf(text.slice(0, 2))) + 1
      return diagnose('words/mark', { what: kind, text: text.trim() }, { line: firstLine + line, column })
    })
  })
}

type Found = StrayMark & { readonly line: number; readonly text: string }

/** Of a table pasted from Word the first row; one row alone is no table. Of all else each line. */
function meant(found: readonly Found[]): readonly Found[] {
  const first = (kind: StrayMark['kind']) => found.findIndex((one) => one.kind === kind)
  const rows = found.filter(({ kind }) => kind === 'tab').length
  return found.filter(
    ({ kind }, index) =>
      (kind !== 'tab' || (rows > 1 && index === first('tab'))) && (kind !== 'table' || index === first('table')),
  )
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
