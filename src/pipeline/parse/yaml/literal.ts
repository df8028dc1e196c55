import { isMisread, isWhollyQuoted, quoteScalar, singleQuoted } from './quote.ts'

/** A one-line value that YAML would misread, as it was typed. line counts from 0, column from 1. */
export interface Literal {
  readonly key: string
  readonly value: string
  /** The same as a YAML scalar, to be written over it. */
  readonly quoted: string
  readonly line: number
  readonly column: number
}

/** The text fields whose value is what stands there to the end of the line, whatever YAML makes of it. */
export const lineKeys: ReadonlySet<string> = new Set(
  (
    'title shortTitle summary unit caption alt credit reason text name role url purpose person address phone ' +
    'src cover shortName short long'
  ).split(' '),
)

/**
 * Puts one-line text fields that YAML would misread into quotes. Lines keep their number, and all that stands before a value
 * keeps its column. What stands in blocks (`|`, `>`), in quotes of several lines or inside brackets is left alone.
 */
export function takeLiterally(text: string): {
  readonly text: string
  readonly literals: ReadonlyMap<number, Literal>
} {
  const lines = text.split('\n')
  const literals = new Map<number, Literal>()
  let next = 0
  for (const [index, line] of lines.entries()) {
    if (index < next) continue
    const { indent, key, value } = fieldOf(line)
    if (value === '' || (value.startsWith('#') && !/^#\S/.test(value))) continue
    const isText = key !== null && lineKeys.has(key)
    const end = indent < 0 ? index : endOfValue(lines, index, indent, value, isText)
    next = Math.max(index + 1, end)
    if (end > index || !isText || !isMisread(value)) continue
    const column = line.trimEnd().length - value.length + 1
    literals.set(index, { key, value, quoted: quoteScalar(value), line: index, column })
    lines[index] = line.slice(0, column - 1) + singleQuoted(value)
  }
  return { text: literals.size === 0 ? text : lines.join('\n'), literals }
}

/** A line as `key: value`, `- key: value` or `- value`; indent is the column its value must lie deeper than, -1 if it is none of these. */
function fieldOf(line: string): { readonly indent: number; readonly key: string | null; readonly value: string } {
  const field = /^((?: |- )*)(?:([A-Za-z][\w-]*) *:(?=[ \t]|$))?[ \t]*(.*)$/.exec(line.trimEnd())
  const [, prefix = '', key = null, value = ''] = field ?? []
  return { indent: key === null ? prefix.lastIndexOf('-') : prefix.length, key, value }
}

/** The line after a value that YAML reads rightly as it stands, in one line or several; the line itself where that is not said. */
function endOfValue(lines: readonly string[], index: number, indent: number, value: string, isText: boolean): number {
  if (/^[|>][-+0-9]{0,2}(?:[ \t]+#.*)?$/.test(value)) return endOfDeeper(lines, index, indent)
  if (isWhollyQuoted(value)) return index + 1
  if (/^["']/.test(value)) {
    return endOfQuotes(lines, index, indent, value) ?? index
  }
  const isFlow = isText ? /^\{ *[\w-]+:[ \t].*\}$/.test(value) : /^[[{]/.test(value)
  return isFlow ? endOfFlow(lines, index, value) : index
}

/** Past the lines that are blank or lie deeper than `indent`. */
function endOfDeeper(lines: readonly string[], index: number, indent: number): number {
  let end = index + 1
  while (end < lines.length && isDeeper(lines[end] ?? '', indent)) end += 1
  return end
}

const isDeeper = (line: string, indent: number): boolean => line.trim() === '' || /^ */.exec(line)![0].length > indent

/** Past a quoted scalar that goes on in deeper lines; null where its quote is not closed there. */
function endOfQuotes(lines: readonly string[], index: number, indent: number, value: string): number | null {
  const last = Math.min(endOfDeeper(lines, index, indent), index + 200)
  let whole = value
  for (let end = index + 1; end < last; end += 1) {
    whole += ` ${(lines[end] ?? '').trim()}`
    if (isWhollyQuoted(whole)) return end + 1
  }
  return null
}

/** Past the line on which all brackets are closed again; past the last line if they never are. */
function endOfFlow(lines: readonly string[], index: number, value: string): number {
  let depth = 0
  let quote = ''
  for (let end = index; end < lines.length; end += 1) {
    let before = ' '
    for (const sign of end === index ? value : (lines[end] ?? '')) {
      if (quote !== '') {
        if (sign === quote) quote = ''
      } else if ((sign === '"' || sign === "'") && /[\s[{,:]/.test(before)) quote = sign
      else if (sign === '[' || sign === '{') depth += 1
      else if (sign === ']' || sign === '}') depth -= 1
      before = sign
    }
    if (depth <= 0) return end + 1
  }
  // Nothing closes them: that is for the parser to say, and the lines below are read as if they had been.
  return index + 1
}
