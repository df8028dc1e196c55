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
/** How many signs on each side of a place are looked at, for each column: some take none. */
const REACH = 16

/** Frames a place of a text given as lines; null if the text has no such line. width: columns the line may take. */
export function frameOf(lines: readonly string[], place: Place, width: number | null): Frame | null {
  const line = lines[place.line - 1]
  if (line === undefined) return null
  // Places count in the text as it is read: composed, without what is invisible.
  const text = asRead(line)
  const room = Math.max(LEAST, width ?? WIDTH)
  const at = Math.min(place.column - 1, text.length)
  const cut = Math.max(0, at - room * REACH)
  const cells = cellsOf(text.slice(cut, at + room * REACH))
  const start = indexAt(cells, at - cut)
  const end = Math.max(start + 1, indexAt(cells, at - cut + (place.length ?? 1)))
  const window = windowOf(cells, start, room)
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

/** Of a body on one line there may be thousands of problems: it is gone through once. */
const asRead = (() => {
  let last = { line: '', text: '' }
  return (line: string): string => {
    if (last.line !== line) last = { line, text: clean(line).trimEnd() }
    return last.text
  }
})()

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
