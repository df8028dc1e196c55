import { lineKeys } from './literal.ts'
import { singleQuoted } from './quote.ts'

/** A text in which sentences inside `{…}` may have commas, with the columns (from 1) of the signs that were put to each line. */
export interface FlowText {
  readonly text: string
  /** By line, from 0. */
  readonly inserted: ReadonlyMap<number, readonly number[]>
}

/**
 * `- {id: x, purpose: Tin, báo cáo}`: YAML ends a value at the comma, people do not. In a map that stands on one line, what
 * follows a comma without a key of its own belongs to the text field before it; that value is put into quotes.
 */
export function joinSentences(text: string): FlowText {
  const inserted = new Map<number, readonly number[]>()
  const lines = text.split('\n').map((line, number) => {
    const open = /^[ -]*(?:[\w-]+:[ \t]+)?\{/.exec(line)
    const end = line.trimEnd().length
    if (open === null || !line.endsWith('}', end) || !line.includes(',')) return line
    const start = open[0].length
    const joined = joinIn(line.slice(start, end - 1))
    if (joined === null) return line
    inserted.set(
      number,
      joined.inserted.map((at) => at + start + 1),
    )
    return line.slice(0, start) + joined.text + line.slice(end - 1)
  })
  return inserted.size === 0 ? { text, inserted } : { text: lines.join('\n'), inserted }
}

/** The inside of a map with its sentences quoted; null where there is none with a comma. */
function joinIn(inside: string): { readonly text: string; readonly inserted: readonly number[] } | null {
  const entries: { key: string | null; text: string; parts: number }[] = []
  for (const part of partsOf(inside)) {
    const key = /^\s*([A-Za-z][\w-]*)\s*:(?:\s|$)/.exec(part)?.[1] ?? null
    const before = entries.at(-1)
    if (key === null && before?.key != null && lineKeys.has(before.key)) {
      before.text += `,${part}`
      before.parts += 1
    } else entries.push({ key, text: part, parts: 1 })
  }
  if (entries.every(({ parts }) => parts === 1)) return null
  const inserted: number[] = []
  let text = ''
  for (const { text: entry, parts } of entries) {
    if (text !== '' || entries[0]?.text !== entry) text += ','
    const [, head = '', value = '', tail = ''] = /^(\s*[A-Za-z][\w-]*\s*:\s*)(.*?)(\s*)$/.exec(entry) ?? []
    if (parts === 1) text += entry
    else {
      const at = text.length + head.length
      const quoted = singleQuoted(value)
      inserted.push(
        at,
        ...[...value.matchAll(/'/g)].map(({ index }, before) => at + 2 + index + before),
        at + quoted.length - 1,
      )
      text += head + quoted + tail
    }
  }
  return { text, inserted }
}

/** What stands between the commas of a map, those inside brackets and quoted scalars left alone. */
function partsOf(inside: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let start = 0
  for (let at = 0; at < inside.length; at += 1) {
    const sign = inside[at] ?? ''
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (/["']/.test(sign) && /[\s[{,:]$/.test(inside.slice(0, at))) quote = sign
    else if (/[[{]/.test(sign)) depth += 1
    else if (/[\]}]/.test(sign)) depth -= 1
    else if (sign === ',' && depth === 0) {
      parts.push(inside.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, inside.slice(start)]
}
