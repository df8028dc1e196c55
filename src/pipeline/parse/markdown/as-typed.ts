import type { Line } from './line.ts'
import { numberedItems } from './numbering.ts'

/** An item that is open: where its marker was typed, and the column its content begins at in what is written. */
interface Open {
  readonly indent: number
  /** 0 for numbers, 1 for `-`, 2 for `+`; -1 for a footnote. */
  readonly rank: -1 | 0 | 1 | 2
  readonly content: number
}

/** More levels than any document has; deeper ones are written as if they were not. */
const maxLevels = 12
const maxMarkers = 16

/**
 * The lines of a body as people type it, written as Markdown: lists nest by their look, numbers that are no list and rows of tildes stay text,
 * indentation means nothing outside lists, odd blanks are blanks. Each line stays on its line.
 */
export function asTyped(lines: readonly Line[]): string {
  const items = numberedItems(lines)
  const written: string[] = []
  let stack: readonly Open[] = []
  let afterBlank = true
  let fence = { typed: 0, column: 0 }
  let last: Line['kind'] = 'blank'
  for (const [index, line] of lines.entries()) {
    const isItem = line.kind === 'bullet' || (line.kind === 'number' && items.has(index))
    if (line.kind === 'blank') written.push('')
    else if (line.kind === 'code') {
      if (line.opens) {
        stack = owners(stack, line.indent)
        fence = { typed: line.indent, column: stack.at(-1)?.content ?? 0 }
      }
      written.push(line.text === '' ? '' : at(fence.column + Math.max(0, line.indent - fence.typed), line.text))
    } else if (isItem) {
      const rank = line.kind === 'bullet' ? line.rank : 0
      stack = parents(stack, line.indent, rank, afterBlank)
      const column = stack.at(-1)?.content ?? 0
      written.push(at(column, `${line.marker} ${bounded(unnumbered(line.text))}`))
      const open: Open = { indent: line.indent, rank, content: column + line.marker.length + 1 }
      stack = stack.length < maxLevels ? [...stack, open] : stack
    } else if (line.kind === 'note') {
      stack = [{ indent: line.indent, rank: -1, content: 4 }]
      written.push(bounded(line.text))
    } else {
      const text = line.kind === 'number' ? unnumbered(`${line.marker} ${line.text}`) : line.text
      const goesOn = !afterBlank && line.kind !== 'block' && last !== 'block' && last !== 'code'
      const owned = owners(stack, line.indent)
      if (!goesOn) stack = owned
      written.push(at(owned.at(-1)?.content ?? 0, bounded(text)))
    }
    afterBlank = line.kind === 'blank'
    last = line.kind
  }
  return written.join('\n')
}

const at = (column: number, text: string): string => ' '.repeat(column) + text

/** The items a line belongs to that was typed two columns or more behind their markers. */
const owners = (stack: readonly Open[], indent: number): readonly Open[] =>
  stack.slice(0, stack.findLastIndex((open) => indent >= open.indent + 2) + 1)

/** The items that a new item stands under. */
function parents(stack: readonly Open[], indent: number, rank: number, afterBlank: boolean): readonly Open[] {
  let depth = stack.length
  let isSibling = false
  for (; depth > 0; depth -= 1) {
    const open = stack[depth - 1]!
    if (indent >= open.indent + 2) break
    if (indent <= open.indent - 2) continue
    if (open.rank >= 0 && rank > open.rank) {
      // Under a number, `-` in the same column is a sub-point only where no blank line parts them.
      if (open.rank === 1 || isSibling || !afterBlank) break
    }
    isSibling ||= rank === open.rank
  }
  return stack.slice(0, depth)
}

/** `13. Chiều` → `13\. Chiều`: text, whatever stands before it. */
const unnumbered = (text: string): string => text.replace(/^(\d{1,9})(?=[.)](?:[ \t]|$))/, '$1\\')

/** A text that does not begin with so many markers or blanks that lists and quotes nest without end: the next marker is a sign. */
function bounded(text: string): string {
  let done = ''
  let rest = text
  for (let count = 0; count <= maxMarkers; count += 1) {
    const marker = /^(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/.exec(rest)
    if (marker === null) return done === '' ? text : done + rest
    if (count === maxMarkers) break
    const behind = rest.slice(marker[0].length)
    const blanks = /^[ \t]*/.exec(behind)![0]
    done += marker[0] + (blanks.length > 40 ? ' ' : blanks)
    rest = behind.slice(blanks.length)
  }
  return done + rest.replace(/^(\d*)/, '$1\\')
}
