import type { Place } from '../../core/diagnostic.ts'
import { clean } from '../../text/normalize.ts'
import { type Cell, cellsOf } from './width.ts'

/** A line of a source with what is wrong in it underlined: both as a terminal shows them, aligned. */
export interface Frame {
  readonly number: number
  readonly line: string
  readonly underline: string
}

/** Where no terminal says how wide it is. */
const WIDTH = 100
const LEAST = 20

/** Frames a place of a text given as lines; null if the text has no such line. width: columns the line may take. */
export function frameOf(lines: readonly string[], place: Place, width: number | null): Frame | null {
  const line = lines[place.line - 1]
  if (line === undefined) return null
  // Places count in the text as it is read: composed, without what is invisible.
  const cells = cellsOf(clean(line).trimEnd())
  const start = indexAt(cells, place.column - 1)
  const end = Math.max(start + 1, indexAt(cells, place.column - 1 + (place.length ?? 1)))
  const window = windowOf(cells, start, Math.max(LEAST, width ?? WIDTH))
  const shown = cells.slice(window.from, window.to)
  const before = window.from > 0 ? 1 : 0
  const lead = columns(cells.slice(window.from, start)) + before
  const marked = columns(cells.slice(start, Math.min(end, window.to)))
  return {
    number: place.line,
    line: `${before === 1 ? '…' : ''}${shown.map(({ text }) => text).join('')}${window.to < cells.length ? '…' : ''}`,
    underline: `${' '.repeat(lead)}${'^'.repeat(Math.max(1, marked))}`,
  }
}

const columns = (cells: readonly Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0)

/** The number of the cell that a UTF-16 offset falls into; the end of the line if it lies behind it. */
function indexAt(cells: readonly Cell[], offset: number): number {
  const found = cells.findIndex(({ at, size }) => at + size > offset)
  return found === -1 ? cells.length : found
}

/** The part of a long line to show: all of it, or as much around the place as fits. */
function windowOf(cells: readonly Cell[], start: number, width: number) {
  if (columns(cells) <= width) return { from: 0, to: cells.length }
  let from = start
  for (let room = Math.floor(width / 3); from > 0; from -= 1) {
    room -= cells[from - 1]?.width ?? 0
    if (room < 0) break
  }
  let to = from
  for (let room = width - 2; to < cells.length; to += 1) {
    room -= cells[to]?.width ?? 0
    if (room < 0) break
  }
  // At the end of the line there is room for more before the place.
  for (let room = width - 2 - columns(cells.slice(from, to)); to === cells.length && from > 0; from -= 1) {
    room -= cells[from - 1]?.width ?? 0
    if (room < 0) break
  }
  return { from, to: Math.max(to, start + 1) }
}
