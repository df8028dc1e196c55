import { showUnseen } from '../../messages/quote.ts'

/** One character as a terminal shows it: its text and how many columns it takes. */
export interface Cell {
  readonly text: string
  readonly width: number
  /** Where it stands in the line, in UTF-16 units. */
  readonly at: number
  readonly size: number
}

const mark = /\p{M}/u
const wide =
  /[\u{1100}-\u{115f}\u{2e80}-\u{303e}\u{3041}-\u{33ff}\u{3400}-\u{4dbf}\u{4e00}-\u{9fff}\u{a000}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

const TAB = 4

/** The characters of a line; tabs reach to the next fourth column, what cannot be seen shows its code point. */
export function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = []
  let at = 0
  let column = 0
  for (const character of line) {
    const cell = cellOf(character, at, column)
    cells.push(cell)
    at += character.length
    column += cell.width
  }
  return cells
}

function cellOf(character: string, at: number, column: number): Cell {
  const size = character.length
  if (character === '\t') {
    const width = TAB - (column % TAB)
    return { text: ' '.repeat(width), width, at, size }
  }
  const text = showUnseen(character)
  if (text !== character) return { text, width: text.length, at, size }
  return { text: character, width: mark.test(character) ? 0 : wide.test(character) ? 2 : 1, at, size }
}

/** How many columns of a terminal a line takes. */
export const widthOf = (line: string): number => cellsOf(line).reduce((sum, { width }) => sum + width, 0)

/** A text on one line in which everything can be seen. */
export const visible = (text: string): string =>
  cellsOf(text.normalize('NFC'))
    .map((cell) => cell.text)
    .join('')

/** A text on its lines in which everything else can be seen. */
export const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n')

/** Fills a text with blanks to a width in columns. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Cuts a text to a width in columns, with an ellipsis where something is lost. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let used = 1
  let kept = ''
  for (const cell of cellsOf(text)) {
    used += cell.width
    if (used > width) break
    kept += cell.text
  }
  return `${kept.trimEnd()}…`
}

/** Breaks a text at its blanks so that lines fit a width; words that are too long stand alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
