import { cut, pad, visible, widthOf } from './report/width.ts'

const GAP = '  '

/**
 * Rows under headings, aligned by what a terminal shows. The column `flexible` gives way where lines would be wider
 * than the terminal; width null: nothing is cut. What cannot be seen shows its code point.
 */
export function formatTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  flexible: number,
  width: number | null,
): readonly string[] {
  const all = [headings, ...rows].map((row) => row.map(visible))
  const widths = headings.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))))
  const total = widths.reduce((sum, each) => sum + each, 0) + GAP.length * (widths.length - 1)
  if (width !== null && total > width) widths[flexible] = Math.max(LEAST, (widths[flexible] ?? 0) - (total - width))
  return all.map((row) =>
    row
      .map((text, column) => pad(column === flexible ? cut(text, widths[column] ?? 0) : text, widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  )
}

const LEAST = 20
