import { lineKeys } from './literal.ts'
import { isWhollyQuoted, quoteScalar } from './quote.ts'

/** What the parser complained of: its code and sentence, and where (line and column from 1 in the text it was given). */
export interface Complaint {
  readonly code: string
  readonly message: string
  readonly line: number
  readonly column: number
}

/** The same told of the line that is really to blame; suggestions: that line put right, as far as it can be guessed, the likeliest first. */
export interface Trouble {
  readonly detail: string
  readonly suggestions: readonly string[]
  readonly line: number
  readonly column: number
}

/** Finds what lies behind a complaint by looking at the lines around it. */
export function troubleOf(complaint: Complaint, lines: readonly string[]): Trouble {
  const { code, message, line, column } = complaint
  const typed = lines[line - 1]
  if (/^Missing closing/.test(message)) return unclosedQuote(complaint, lines)
  if (/^Flow (?:sequence|map) in block/.test(message))
    return remarkWithin(complaint, lines) ?? unclosedBracket(complaint, lines)
  if (code === 'BAD_DQ_ESCAPE') return told('BAD_DQ_ESCAPE', complaint, quotedSingly(typed))
  if (/flow|Missing ,/i.test(message)) return remarkWithin(complaint, lines) ?? withinBrackets(complaint, typed)
  if (code === 'BAD_SCALAR_START') return told('BAD_SCALAR_START', complaint, requoted(typed))
  if (code === 'BAD_INDENT') return unevenIndent(complaint, lines)
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return colonOrIndent(complaint, lines)
  if (/at node end/.test(message)) return textAtEnd(complaint, lines)
  if (/^(?:MULTILINE_IMPLICIT_KEY|MISSING_CHAR|KEY_OVER_1024_CHARS)$/.test(code)) {
    if (kindOf(typed) === 'item' && /^ .*:(?:\s|$)/.test(lines[line] ?? '')) return indentBelow(complaint, lines)
    const isField = kindOf(typed) === 'key' && typed?.startsWith(' ') === true
    return isField
      ? unevenIndent(complaint, lines)
      : told('MULTILINE_IMPLICIT_KEY', { ...complaint, column }, withColon(typed))
  }
  return told('other', complaint, requoted(typed))
}

const told = (
  detail: string,
  { line, column }: Pick<Complaint, 'line' | 'column'>,
  ...suggestions: readonly (string | null)[]
): Trouble => ({
  detail,
  suggestions: suggestions.filter((one) => one !== null),
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
    const place = { line: index + 1, column: start.length + 1 }
    return told('missing closing quote', place, text === '' ? null : start + quoteScalar(text))
  }
  return told('missing closing quote', complaint)
}

/** The parser sees a missing bracket on the line below. */
function unclosedBracket(complaint: Complaint, lines: readonly string[]): Trouble {
  for (let index = Math.min(lines.length, complaint.line) - 1; index >= 0; index -= 1) {
    const { start, value } = field(lines[index])
    if (!/^[[{]/.test(value)) continue
    const isWhole = index === complaint.line - 2 || index === complaint.line - 1
    const missing = missingIn(value)
    const place = { line: index + 1, column: start.length + 1 }
    return told('flow collection', place, isWhole && missing !== null ? start + missing : null)
  }
  return told('flow collection', complaint)
}

/** A value with the brackets that it lacks; null where none is missing at its end. */
function missingIn(value: string): string | null {
  const open: string[] = []
  let whole = ''
  for (const sign of value.replace(/,$/, '')) {
    if (sign === '[' || sign === '{') open.push(sign === '[' ? ']' : '}')
    else if ((sign === ']' || sign === '}') && open.at(-1) === sign) open.pop()
    // `[{src: a]`: the other one was forgotten before it.
    else if ((sign === ']' || sign === '}') && open.at(-2) === sign) {
      whole += open.splice(-2)[1]
    }
    whole += sign
  }
  const missing = open.toReversed().join('')
  return whole + missing === value ? null : whole + missing
}

/** Whether brackets that were opened on a line before are open still. */
function isWithinBrackets(lines: readonly string[], line: number): boolean {
  let depth = 0
  for (const text of lines.slice(Math.max(0, line - 200), line)) {
    if (depth === 0 && !/^[[{]/.test(field(text).value)) continue
    for (const sign of text) depth += /[[{]/.test(sign) ? 1 : /[\]}]/.test(sign) ? -1 : 0
    depth = Math.max(0, depth)
  }
  return depth > 0
}

/** `#` behind a blank: what follows it, closing brackets too, is no more than a remark. */
function remarkWithin({ line }: Complaint, lines: readonly string[]): Trouble | null {
  for (let index = Math.min(lines.length, line) - 1; index >= Math.max(0, line - 4); index -= 1) {
    const text = lines[index] ?? ''
    const found = /[ \t]#\S/.exec(text)
    const isInside =
      isWithinBrackets(lines, index) || (found !== null && isWithinBrackets([text.slice(0, found.index)], 1))
    // Where no bracket stands behind it, it is the bracket that is missing.
    if (found === null || !isInside || !/[\]}]/.test(text.slice(found.index))) continue
    const quoted = text.replace(/([^,[\]{}]*[ \t]#[^,[\]{}]*)/, (part) => {
      const [, start = '', value = ''] = /^(\s*(?:[\w.-]+:[ \t]+)?)(.*)$/.exec(part) ?? []
      return start + quoteScalar(value.trimEnd())
    })
    return told('comment in brackets', { line: index + 1, column: found.index + 2 }, quoted)
  }
  return null
}

/** A value within brackets that has a sign of its own; or a comma is missing before the next field. */
function withinBrackets(complaint: Complaint, typed = ''): Trouble {
  const comma = typed.replace(
    new RegExp(`([^\\s,[{])[ \\t]+(?=(?:${[...lineKeys].join('|')}|date|url|href):[ \\t])`, 'g'),
    '$1, ',
  )
  const [, head = '', value = '', tail = ''] =
    /^(.*?[\w.-]+[ \t]*:[ \t]+)([^[\]{}]*:(?:\s[^[\]{}]*)?)([\]},]*)$/.exec(typed) ?? []
  const [, before = '', key = '', text = ''] =
    /^(.*[,{][ \t]*|[ \t]*)([A-Za-z][\w.-]*:[ \t]+)(.*)$/.exec(head + value) ?? []
  const colon = /:(?:\s|$)/.test(text) ? before + key + quoteScalar(text.trim()) + tail : null
  if (comma !== typed) return told('flow collection', complaint, comma)
  return colon === null ? told('flow collection', complaint) : told('BLOCK_AS_IMPLICIT_KEY', complaint, colon)
}

/** Text behind a closing quote or bracket, or a line that stands further out than all before it. */
function textAtEnd(complaint: Complaint, lines: readonly string[]): Trouble {
  const typed = lines[complaint.line - 1] ?? ''
  const { start, value } = field(typed)
  if (/:\s+$|- $/.test(start) && /^["']/.test(value)) {
    const [, text = value, tail = ''] = isWithinBrackets(lines, complaint.line - 1)
      ? (/^(.*?)([\]},]+)$/.exec(value) ?? [])
      : []
    return { ...told('BAD_SCALAR_START', complaint, start + quoteScalar(text) + tail), column: start.length + 1 }
  }
  if (/[\]}][ \t]*$/.test(typed.slice(0, complaint.column - 1))) return told('text behind', complaint)
  const first = lines.findIndex((line) => line.trim() !== '' && !line.trim().startsWith('#'))
  const begun = lines[first] ?? ''
  if (complaint.column > 1 && kindOf(typed) === '') return unevenIndent(complaint, lines)
  if (complaint.column > 1 || !begun.startsWith(' ')) return told('BAD_INDENT', complaint)
  return told('BAD_INDENT', { line: first + 1, column: 1 }, begun.trim())
}

/** What a line is: an item of a list, a field, or neither. */
const kindOf = (line = ''): 'item' | 'key' | '' =>
  /^ *- /.test(line) ? 'item' : /^ *[A-Za-z][\w.-]* *:(?:[ \t]|$)/.test(line) ? 'key' : ''

/** A line that should begin where one of the lines above it does. */
function unevenIndent(complaint: Complaint, lines: readonly string[]): Trouble {
  const line = lines[complaint.line - 1] ?? ''
  const before = lines.slice(0, complaint.line - 1).filter((candidate) => candidate.trim() !== '')
  const above = before.at(-1) ?? ''
  const [kind, kindAbove] = [kindOf(line), kindOf(above)]
  const text = line.trim()
  const item = before.findLast((candidate) => kindOf(candidate) === 'item') ?? ''
  const isDeeper = indentOf(line).length > indentOf(above).length
  if (kind === '' && isDeeper && kindAbove === 'key' && field(above).value !== '')
    return continued(lines.lastIndexOf(above, complaint.line - 2), lines)
  const suggestions = [
    kind !== '' && kind === kindAbove ? indentOf(above) + text : null,
    kind === 'key' && kindAbove === 'item' ? `${indentOf(above)}  ${text}` : null,
    kind === 'item' && item !== '' ? indentOf(item) + text : null,
    kind === 'key' && item !== '' ? `${indentOf(item)}- ${text}` : null,
    kind === '' && kindAbove === 'item' ? `${indentOf(above)}- ${text}` : null,
    kind === 'key' ? text : null,
  ]
  return told('BAD_INDENT', { line: complaint.line, column: indentOf(line).length + 1 }, ...suggestions)
}

const indentOf = (line: string): string => /^ */.exec(line)![0]

/** A second colon in the value; or the line below, indented by mistake or because the text goes on there, makes one key of both. */
function colonOrIndent(complaint: Complaint, lines: readonly string[]): Trouble {
  const { line } = complaint
  const { start, value } = field(lines[line - 1])
  if (complaint.column <= start.length) return unevenIndent(complaint, lines)
  if (/:(?:\s|$)/.test(value)) return told('BLOCK_AS_IMPLICIT_KEY', complaint, start + quoteScalar(value))
  return indentBelow(complaint, lines)
}

/** The line below a field or an item: it goes on with its text, or stands further in by mistake. */
function indentBelow({ line, column }: Complaint, lines: readonly string[]): Trouble {
  const below = lines[line]
  if (below === undefined || !below.startsWith(' ')) return told('BAD_INDENT', { line, column })
  if (kindOf(below) === '') return continued(line - 1, lines)
  const { start } = field(lines[line - 1])
  const deeper = kindOf(lines[line - 1]) === 'item' ? '  ' : ''
  return told(
    'BAD_INDENT',
    { line: line + 1, column: indentOf(below).length + 1 },
    indentOf(start) + deeper + below.trim(),
  )
}

/** A text that goes on in deeper lines, as one line. */
function continued(index: number, lines: readonly string[]): Trouble {
  const { start, value } = field(lines[index])
  const end = index + 1 + goesOn(lines, index)
  const first = isWhollyQuoted(value) ? value.slice(1, -1) : value
  const text = [first, ...lines.slice(index + 1, end).map((one) => one.trim())].join(' ').trim()
  return told('continued', { line: index + 1, column: start.length + 1 }, start + quoteScalar(text))
}

/** How many lines below one lie deeper: a text goes on in them. */
export function goesOn(lines: readonly string[], index: number): number {
  const indent = (lines[index] ?? '').search(/\S/)
  const end = lines.findIndex((text, at) => at > index && text.search(/\S/) <= indent)
  return (end < 0 ? lines.length : end) - index - 1
}

/** `title Hội nghị`, `title:Hội nghị`, `title：Hội nghị` → `title: Hội nghị`; an address is none. */
export function withColon(line: string | undefined): string | null {
  const parts = /^((?: |- )*[A-Za-z][\w.-]*)(?![:：]\/\/)(?:[:：=]|\s)\s*(\S.*)$/.exec(line ?? '')
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
  const start = /^(?: |- )*(?:[A-Za-z][\w.-]* *:(?:[ \t]+|$))?/.exec(line)![0]
  return { start, value: line.slice(start.length).trimEnd() }
}
