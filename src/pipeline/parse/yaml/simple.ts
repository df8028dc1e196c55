import type { Raw, RawEntry, RawList, RawMap, RawText } from '../../../core/bulletin.ts'
import type { Place } from '../../../core/diagnostic.ts'
import { clean } from '../../../text/normalize.ts'
import { lineKeys } from './literal.ts'

/**
 * What nearly all front matter is: lines of `key: value`, and lists of values or of such lines. Read here by itself, ten times as
 * fast; null where anything else stands in the text, which is then for the YAML parser to read and to judge. What is read is to
 * the letter and to the column what the parser gives: tests compare the two.
 */
export function readSimple(text: string, firstLine: number): RawMap | null {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const first = lines.findIndex((line) => line !== '')
  if (first < 0) return null
  const top = mapAt(lines, first, 0, '', firstLine)
  return top !== null && top.next === lines.length ? top.map : null
}

/** A key with what stands behind it on its line. No blank is at the end of a line. */
const field = /^([A-Za-z][\w-]*):(?: (\S.*))?$/
/** A value without quotes that YAML takes as it stands, read to the end of its line. */
const bare = /^[\p{L}\p{N}](?!.*(?::(?:\s|$)|\s#|\t))(?:.*\S)?$/u
const listed = /^[\p{L}\p{N}][^[\]{},"'#:\t]*$/u
const quoted = /^(?:"[^"\\]*"|'[^']*')$/
const refused = new Set(['constructor', 'prototype'])

interface Read<T> {
  readonly map: T
  /** The line after it. */
  readonly next: number
}

/** A map whose first key stands after `head` on line `at`, and whose other keys stand in that column. */
function mapAt(
  lines: readonly string[],
  at: number,
  indent: number,
  head: string,
  firstLine: number,
): Read<RawMap> | null {
  const entries: RawEntry[] = []
  const keys = new Set<string>()
  const blanks = ' '.repeat(indent)
  let next = at
  while (next < lines.length) {
    const line = lines[next] ?? ''
    if (!line.startsWith(next === at && head !== '' ? head : blanks)) break
    const [, key, value] = field.exec(line.slice(indent)) ?? []
    if (key === undefined) break
    if (refused.has(key) || keys.has(key)) return null
    keys.add(key)
    const place = { line: firstLine + next, column: indent + 1, length: key.length }
    const read = fieldValue(lines, next, indent, key, value, firstLine)
    if (read === null) return null
    entries.push({ key, keyPlace: place, value: read.map })
    next = read.next
  }
  const first = lines[at] ?? ''
  if (entries.length === 0) return null
  return { map: { kind: 'map', entries, place: spanOf(firstLine + at, indent, first.length) }, next }
}

const spanOf = (line: number, start: number, end: number): Place => ({ line, column: start + 1, length: end - start })

function fieldValue(
  lines: readonly string[],
  at: number,
  indent: number,
  key: string,
  value: string | undefined,
  firstLine: number,
): Read<Raw> | null {
  const start = indent + key.length + 2
  if (value !== undefined) {
    const raw =
      scalar(value, firstLine + at, start) ?? (lineKeys.has(key) ? null : flowList(value, firstLine + at, start))
    return raw === null ? null : { map: raw, next: at + 1 }
  }
  const dash = /^( *)- /.exec(lines[at + 1] ?? '')?.[1]?.length
  if (dash !== undefined && (dash === indent || dash === indent + 2)) return listAt(lines, at + 1, dash, firstLine)
  const deeper = /^ */.exec(lines[at + 1] ?? '')?.[0].length ?? 0
  if (deeper === indent + 2) return mapAt(lines, at + 1, deeper, '', firstLine)
  if (deeper > indent) return null
  const place = { line: firstLine + at, column: start }
  return { map: { kind: 'text', text: '', quoted: false, place }, next: at + 1 }
}

function scalar(value: string, line: number, start: number): RawText | null {
  const place = { line, column: start + 1, length: value.length }
  if (bare.test(value)) return { kind: 'text', text: value, quoted: false, place }
  if (!quoted.test(value)) return null
  const inner = value.slice(1, -1)
  return { kind: 'text', text: value[0] === '"' ? clean(inner) : inner, quoted: true, place }
}

/** `[a, b]` */
function flowList(value: string, line: number, start: number): RawList | null {
  if (!value.startsWith('[') || !value.endsWith(']')) return null
  const items: RawText[] = []
  let at = start + 1
  for (const part of value.slice(1, -1).split(',')) {
    const text = part.trim()
    if (!listed.test(text)) return null
    const column = at + part.indexOf(text)
    items.push({ kind: 'text', text, quoted: false, place: { line, column: column + 1, length: text.length } })
    at += part.length + 1
  }
  return { kind: 'list', items, place: { line, column: start + 1, length: value.length } }
}

/** Items `- value` or `- key: value` with further keys below, all in one column. */
function listAt(lines: readonly string[], at: number, indent: number, firstLine: number): Read<RawList> | null {
  const items: Raw[] = []
  const mark = `${' '.repeat(indent)}- `
  let next = at
  while (next < lines.length) {
    const line = lines[next] ?? ''
    if (!line.startsWith(mark)) break
    const value = line.slice(mark.length)
    if (field.test(value)) {
      const read = mapAt(lines, next, mark.length, mark, firstLine)
      if (read === null) return null
      items.push(read.map)
      next = read.next
    } else {
      const raw = scalar(value, firstLine + next, mark.length)
      if (raw === null) return null
      items.push(raw)
      next += 1
    }
  }
  return { map: { kind: 'list', items, place: spanOf(firstLine + at, indent, (lines[at] ?? '').length) }, next }
}
