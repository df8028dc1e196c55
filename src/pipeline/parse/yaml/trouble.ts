import { isWhollyQuoted, quoteScalar } from './quote.ts'

/** What the parser complained of: its code and sentence, and where (line and column from 1 in the text it was given). */
export interface Complaint {
  readonly code: string
  readonly message: string
  readonly line: number
  readonly column: number
}

/** The same told of the line that is really to blame; suggestion is that line put right, where it can be guessed. */
export interface Trouble {
  readonly detail: string
  readonly suggestion: string | null
  readonly line: number
  readonly column: number
}

/** Finds what lies behind a complaint by looking at the lines around it. */
export function troubleOf(complaint: Complaint, lines: readonly string[]): Trouble {
  const { code, message, line, column } = complaint
  if (/^Missing closing/.test(message)) return unclosedQuote(complaint, lines)
  if (/^Flow (?:sequence|map) in block/.test(message)) return unclosedBracket(complaint, lines)
  if (code === 'BAD_DQ_ESCAPE') return told('BAD_DQ_ESCAPE', complaint, quotedSingly(lines[line - 1]))
  if (/flow|Missing ,/i.test(message)) return told('flow collection', complaint, null)
  if (code === 'BAD_SCALAR_START') return told('BAD_SCALAR_START', complaint, requoted(lines[line - 1]))
  if (code === 'BAD_INDENT') return unevenIndent(complaint, lines)
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return colonOrIndent(complaint, lines)
  if (/at node end/.test(message)) return textAtEnd(complaint, lines)
  if (/^(?:MULTILINE_IMPLICIT_KEY|MISSING_CHAR|KEY_OVER_1024_CHARS)$/.test(code)) {
    return { detail: 'MULTILINE_IMPLICIT_KEY', suggestion: withColon(lines[line - 1]), line, column }
  }
  return told('other', complaint, requoted(lines[line - 1]))
}

const told = (detail: string, { line, column }: Complaint, suggestion: string | null): Trouble => ({
  detail,
  suggestion,
  line,
  column,
})

/** The parser sees a missing quote only at the end of the text: look for the line that opened it. */
function unclosedQuote(complaint: Complaint, lines: readonly string[]): Trouble {
  const quote = complaint.message.includes("'quote") ? "'" : '"'
  for (let index = 0; index < Math.min(lines.length, complaint.line); index += 1) {
    const { start, value } = field(lines[index])
    if (!value.startsWith(quote) || isWhollyQuoted(value)) continue
    const text = value.slice(1)
    const suggestion = text === '' ? null : start + quoteScalar(text)
    return { detail: 'missing closing quote', suggestion, line: index + 1, column: start.length + 1 }
  }
  return told('missing closing quote', complaint, null)
}

/** The parser sees a missing bracket on the line below. */
function unclosedBracket(complaint: Complaint, lines: readonly string[]): Trouble {
  const close = complaint.message.includes('map') ? '}' : ']'
  for (let index = Math.min(lines.length, complaint.line) - 1; index >= 0; index -= 1) {
    const { start, value } = field(lines[index])
    if (!/^[[{]/.test(value)) continue
    const isWhole = index === complaint.line - 2 || index === complaint.line - 1
    const suggestion = isWhole && !value.endsWith(close) ? `${start}${value.replace(/,$/, '')}${close}` : null
    return { detail: 'flow collection', suggestion, line: index + 1, column: start.length + 1 }
  }
  return told('flow collection', complaint, null)
}

/** Text behind a closing quote, or a line that stands further out than all before it. */
function textAtEnd(complaint: Complaint, lines: readonly string[]): Trouble {
  const { start, value } = field(lines[complaint.line - 1])
  if (/:\s+$|- $/.test(start) && /^["']/.test(value)) {
    return { ...told('BAD_SCALAR_START', complaint, requoted(lines[complaint.line - 1])), column: start.length + 1 }
  }
  const first = lines.findIndex((line) => line.trim() !== '' && !line.trim().startsWith('#'))
  const typed = lines[first] ?? ''
  if (complaint.column > 1 || !typed.startsWith(' ')) return told('BAD_INDENT', complaint, null)
  return { detail: 'BAD_INDENT', suggestion: typed.trim(), line: first + 1, column: 1 }
}

/** A line that should begin where the line of the same kind above it does. */
function unevenIndent(complaint: Complaint, lines: readonly string[]): Trouble {
  const line = lines[complaint.line - 1] ?? ''
  const above = lines.slice(0, complaint.line - 1).findLast((candidate) => candidate.trim() !== '') ?? ''
  const kinds = [line, above].map((text) =>
    /^ *- /.test(text) ? 'item' : /^ *[A-Za-z][\w-]* *:/.test(text) ? 'key' : '',
  )
  const suggestion = kinds[0] !== '' && kinds[0] === kinds[1] ? indentOf(above) + line.trim() : null
  const column = indentOf(line).length + 1
  return { detail: 'BAD_INDENT', suggestion: suggestion === line ? null : suggestion, line: complaint.line, column }
}

const indentOf = (line: string): string => /^ */.exec(line)![0]

/** A second colon in the value, or the line below, indented by mistake, makes one key of both. */
function colonOrIndent(complaint: Complaint, lines: readonly string[]): Trouble {
  const { line } = complaint
  const { start, value } = field(lines[line - 1])
  if (complaint.column <= start.length) return unevenIndent(complaint, lines)
  if (/:(?:\s|$)/.test(value)) return told('BLOCK_AS_IMPLICIT_KEY', complaint, start + quoteScalar(value))
  const below = lines[line]
  if (below === undefined || !below.startsWith(' ')) return told('BAD_INDENT', complaint, null)
  const indent = indentOf(below).length
  const suggestion = indentOf(start) + below.trim()
  return {
    detail: 'BAD_INDENT',
    suggestion: suggestion === below ? null : suggestion,
    line: line + 1,
    column: indent + 1,
  }
}

/** `title Hội nghị`, `title:Hội nghị`, `title：Hội nghị` → `title: Hội nghị`. */
export function withColon(line: string | undefined): string | null {
  const parts = /^((?: |- )*[A-Za-z][\w-]*)(?:[:：=]|\s)\s*(\S.*)$/.exec(line ?? '')
  return parts === null ? null : `${parts[1]}: ${parts[2]}`
}

/** The line with its value in quotes; null where it has no value to quote. */
function requoted(line: string | undefined): string | null {
  const { start, value } = field(line)
  return value === '' || isWhollyQuoted(value) || /[\]},]$/.test(value) || !/:\s+$|- $/.test(start)
    ? null
    : start + quoteScalar(value)
}

/** `"C:\hop"` → `'C:\hop'`. */
function quotedSingly(line: string | undefined): string | null {
  const { start, value } = field(line)
  const inner = /^"(.*)"$/.exec(value)?.[1]
  return inner === undefined || inner.includes('"') ? null : start + quoteScalar(inner)
}

/** A line parted where its value begins. */
function field(line = ''): { readonly start: string; readonly value: string } {
  const start = /^(?: |- )*(?:[A-Za-z][\w-]* *:(?:[ \t]+|$))?/.exec(line)![0]
  return { start, value: line.slice(start.length).trimEnd() }
}
