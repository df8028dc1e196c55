import type { Mark } from './engine.ts'
import { plainText, type Registry, writePhrases } from './phrases.ts'
import type { Writer } from './writer.ts'

interface Cell {
  readonly marks: readonly Mark[]
  readonly align: string
}
interface Row {
  readonly cells: readonly Cell[]
  readonly lines: readonly [number, number]
}

/**
 * Writes a table (marks from table_open to table_close) as the number-th of its body, in a frame that scrolls by itself and can be
 * reached with the keyboard. A first row without words is no header. Gives its text, a line for each row.
 */
export function writeTable(
  marks: readonly Mark[],
  number: number,
  writer: Writer,
  registry: Registry,
): readonly string[] {
  const [header, ...rows] = rowsOf(marks)
  const hasHeader = header?.cells.some(({ marks: cell }) => cell.length > 0) ?? false
  writer.html('<div class="table-wrap" role="region" tabindex="0" aria-label="')
  writer.hole({ hole: 'word', word: 'table', number, time: 1 })
  writer.html('">\n<table>\n')
  if (header !== undefined && hasHeader) {
    writer.html('<thead>\n')
    writeRow(header, 'th', writer, registry)
    writer.html('</thead>\n')
  }
  if (rows.length > 0) {
    writer.html('<tbody>\n')
    for (const row of rows) writeRow(row, 'td', writer, registry)
    writer.html('</tbody>\n')
  }
  writer.html('</table>\n</div>\n')
  return [...(header && hasHeader ? [header] : []), ...rows].map(({ cells }) =>
    cells
      .map((cell) => plainText(cell.marks))
      .filter((text) => text !== '')
      .join(' '),
  )
}

function writeRow({ cells, lines }: Row, tag: 'th' | 'td', writer: Writer, registry: Registry): void {
  writer.html('<tr>')
  for (const { marks, align } of cells) {
    // A header cell without words would be announced as a header of nothing.
    const isHeader = tag === 'th' && marks.length > 0
    const alignment = align === '' ? '' : ` class="${align}"`
    writer.html(isHeader ? `<th scope="col"${alignment}>` : `<td${alignment}>`)
    writePhrases(marks, lines, writer, registry)
    writer.html(isHeader ? '</th>' : '</td>')
  }
  writer.html('</tr>\n')
}

function rowsOf(marks: readonly Mark[]): readonly Row[] {
  const rows: { cells: Cell[]; lines: readonly [number, number] }[] = []
  let align = ''
  for (const mark of marks) {
    if (mark.type === 'tr_open') rows.push({ cells: [], lines: mark.map ?? [0, 1] })
    else if (mark.type === 'th_open' || mark.type === 'td_open') align = alignOf(mark)
    else if (mark.type === 'inline') rows.at(-1)?.cells.push({ marks: mark.children ?? [], align })
  }
  return rows
}

const alignOf = ({ attrs }: Mark): string =>
  /^text-align:(left|center|right)$/.exec(String(attrs?.find(([name]) => name === 'style')?.[1] ?? ''))?.[1] ?? ''
