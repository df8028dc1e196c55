import { maxDepth } from './guard.ts'
import { lineKeys } from './literal.ts'
import { quoteScalar, singleQuoted } from './quote.ts'

/** A text in which what stands within brackets is read as it was meant, with the columns (from 1) of the signs that were put to each line. */
export interface FlowText {
  readonly text: string
  /** By line, from 0. */
  readonly inserted: ReadonlyMap<number, readonly number[]>
  /** What YAML would have misread, with its place in the text as it was typed. */
  readonly misread: readonly FlowLiteral[]
}

/** A value within brackets, or in a line of such a list without them, that is taken as it stands. key: its field; line from 0, column from 1. */
export interface FlowLiteral {
  readonly key: string
  readonly where: 'braces' | 'list' | 'line'
  readonly line: number
  readonly column: number
  readonly length: number
  readonly quoted: string
}

/** Lists of which every item is a text, whatever signs it has. */
const textLists: ReadonlySet<string> = new Set(['tags', 'authors', 'accept', 'aliases'])

/**
 * `- {id: x, purpose: Tin, báo cáo}`, `[{src: a.jpg, caption: Ông A: khai mạc}]`, `tags: [Nghị quyết #5]`: YAML ends a value at a comma,
 * takes `: ` for a second field and ` #` for a remark; people do not. Of brackets that are closed on the line they were opened on, text
 * fields go on to the next comma with a key behind it, and items to the next comma; those that YAML would misread are put into quotes.
 */
export function quoteWithinBrackets(text: string): FlowText {
  const inserted = new Map<number, readonly number[]>()
  const misread: FlowLiteral[] = []
  const typed = text.split('\n')
  // The column that the lines of a block (`|`, `>`) lie deeper than: they are text.
  let block = Number.POSITIVE_INFINITY
  // The quotation mark of a text that goes on over lines, and whether a line may begin with brackets of its own.
  let quote: string | null = null
  let begins = true
  const lines = typed.map((line, number) => {
    const indent = line.search(/\S/)
    if (indent > block || (indent < 0 && block < Number.POSITIVE_INFINITY)) return line
    if (quote !== null) {
      if (line.includes(quote)) quote = null
      return line
    }
    const isOwn = begins || !/^\s*[[{]/.test(line)
    if (indent >= 0) begins = /(?:[:,[{]|---)[ \t]*(?:#.*)?$/.test(line)
    quote = openQuote(line)
    if (!isOwn) return line
    block = /(?::|-)[ \t]+[|>][-+0-9]{0,2}(?:[ \t]+#.*)?$/.test(line) ? indent : Number.POSITIVE_INFINITY
    const single = singleOf(line, typed[number + 1])
    if (single !== null) {
      inserted.set(number, single.inserted)
      if (single.misread !== null) misread.push({ ...single.misread, line: number })
      return single.text
    }
    const values = line.includes('[') || line.includes('{') ? valuesIn(line) : null
    const quoted = values?.filter(({ why }) => why !== null) ?? []
    if (quoted.length === 0) return line
    for (const { key, where, start, end, why } of quoted) {
      const length = end - start
      const scalar = quoteScalar(line.slice(start, end))
      if (why === 'sign') misread.push({ key, where, line: number, column: start + 1, length, quoted: scalar })
    }
    const made = withQuotes(line, quoted)
    inserted.set(number, made.inserted)
    return made.text
  })
  return inserted.size === 0 ? { text, inserted, misread } : { text: lines.join('\n'), inserted, misread }
}

/** A line that got brackets around its value. */
interface Single {
  readonly text: string
  readonly inserted: readonly number[]
  readonly misread: Omit<FlowLiteral, 'line'> | null
}

/**
 * `authors: Lê Thơ: Ảnh`, `tags: Nông thôn mới: nâng cao`, `tags: Nghị quyết #5`: a list of one, or of some, says without brackets what it
 * says within them. null where YAML reads the line rightly, or it is not certain what is meant.
 */
function singleOf(line: string, below = ''): Single | null {
  const [, head = '', key = '', value = ''] =
    /^((?: |- )*([\w-]+):[ \t]+)([^\s"'[\]{}&*!|>%@`#][^[\]{}]*?)(?:[ \t]+#(?:[ \t].*)?)?[ \t]*$/.exec(line) ?? []
  if (!textLists.has(key) || !/:(?:\s|$)|\s#\S/.test(value) || below.search(/\S/) > line.search(/[^ -]/)) return null
  const listed = `${head}[${value}]`
  const values = valuesIn(listed)
  if (values === null) return null
  const signs = values.filter(({ why }) => why !== null)
  const made = withQuotes(listed, signs)
  const quoted = made.text.slice(head.length)
  return {
    text: made.text,
    inserted: [head.length + 1, ...made.inserted, made.text.length],
    misread:
      signs.length === 0
        ? null
        : {
            key,
            where: 'line',
            column: head.length + 1,
            length: value.length,
            quoted: values.length === 1 ? quoted.slice(1, -1) : quoted,
          },
  }
}

/** The quotation mark with which the value of a line begins, where it does not end there too. */
function openQuote(line: string): string | null {
  const [all, quote = ''] = /^(?: |- )*[\w-]+:[ \t]+(["'])/.exec(line) ?? []
  return all === undefined || line.includes(quote, all.length) ? null : quote
}

/** A value in brackets. why: a sign or a comma for which it has to be put into quotes. */
interface Value {
  readonly key: string
  readonly where: 'braces' | 'list'
  readonly start: number
  readonly end: number
  readonly why: 'sign' | 'comma' | null
}

function withQuotes(line: string, values: readonly Value[]): { readonly text: string; readonly inserted: number[] } {
  const inserted: number[] = []
  let text = ''
  let done = 0
  for (const { start, end } of values) {
    text += line.slice(done, start)
    const value = line.slice(start, end)
    const at = text.length
    const quoted = singleQuoted(value)
    inserted.push(
      at + 1,
      ...[...value.matchAll(/'/g)].map(({ index }, before) => at + 3 + index + before),
      at + quoted.length,
    )
    text += quoted
    done = end
  }
  return { text: text + line.slice(done), inserted }
}

/** The values within the brackets with which a line or its field begins; null where these are not closed there, or mean something else. */
function valuesIn(line: string): readonly Value[] | null {
  const [head = '', key = ''] = /^(?: |- )*(?:([\w-]+):[ \t]+)?(?=[[{])/.exec(line) ?? []
  if (head === '' && !/^[[{]/.test(line)) return null
  // A text begins with a bracket: it is literal as a whole.
  if (lineKeys.has(key) && !/^\{ *[\w-]+:[ \t].*\}\s*$/.test(line.slice(head.length))) return null
  const values: Value[] = []
  const end = bracketsAt(line, head.length, key, values, 0)
  return end !== null && /^\s*,?[\s\]}]*(?:\s#.*)?$/.test(line.slice(end)) ? values : null
}

/** Past the bracket that closes the one at an offset; null where none does, or it is not certain what is meant. */
function bracketsAt(line: string, open: number, key: string, values: Value[], depth: number): number | null {
  if (depth > maxDepth) return null
  const isMap = line[open] === '{'
  const close = isMap ? '}' : ']'
  let at = afterBlanks(line, open + 1)
  while (at < line.length) {
    if (line[at] === close) return at + 1
    const next = isMap ? fieldAt(line, at, values, depth) : itemAt(line, at, key, values, depth)
    if (next === null) return null
    at = afterBlanks(line, next)
    if (line[at] === ',') at = afterBlanks(line, at + 1)
    else if (line[at] !== close) return null
  }
  return null
}

const afterBlanks = (line: string, at: number): number => at + /^[ \t]*/.exec(line.slice(at))![0].length

/** A key behind a comma. */
const field = /[ \t]*(?:([A-Za-z][\w-]*)|"[^"]*"|'[^']*')[ \t]*:(?=[ \t,\]}]|$)[ \t]*/y

function fieldAt(line: string, at: number, values: Value[], depth: number): number | null {
  field.lastIndex = at
  const found = field.exec(line)
  if (found === null) return null
  const key = found[1] ?? ''
  const start = at + found[0].length
  const isText = lineKeys.has(key)
  if (line[start] === '{' || (line[start] === '[' && !isText)) {
    const inner: Value[] = []
    const end = bracketsAt(line, start, key, inner, depth + 1)
    if (end !== null && /^[ \t]*[,}]/.test(line.slice(end))) {
      values.push(...inner)
      return end
    }
    if (!isText) return null
  }
  const whole = endOfQuotes(line, start, '}')
  if (whole !== null) return whole
  const end = endOfText(line, start, '}', (comma) => !isText || isBeforeKey(line, comma))
  if (end === null || lacksComma.test(line.slice(start, end))) return null
  values.push({ key, where: 'braces', start, end, why: whyIn(line.slice(start, end), isText, isText) })
  return /^#\s/.test(line.slice(start, end)) ? null : end
}

function itemAt(line: string, at: number, key: string, values: Value[], depth: number): number | null {
  if (/[[{]/.test(line[at] ?? '')) {
    const end = bracketsAt(line, at, '', values, depth + 1)
    return end !== null && /^[ \t]*[,\]]/.test(line.slice(end)) ? end : null
  }
  const whole = endOfQuotes(line, at, ']')
  if (whole !== null) return whole
  const end = endOfText(line, at, ']', () => true)
  const text = end === null ? '' : line.slice(at, end)
  // `#` and a blank begin a remark, `name: Lê Thơ` is a field; of an author `Lê Thơ: ảnh` would be a name that nobody has.
  if (end === null || /^#(?:\s|$)/.test(text)) return null
  const isPair = key === 'authors' ? /^[^:]+:\s/.test(text) : !textLists.has(key) && /^[A-Za-z][\w-]*:\s/.test(text)
  values.push({ key, where: 'list', start: at, end, why: isPair ? null : whyIn(text, textLists.has(key), false) })
  return end
}

/** `a.jpg caption: b`: rather a comma was forgotten. */
const lacksComma = new RegExp(`\\s(?:${[...lineKeys].join('|')}|date|url|href):\\s`)

const isBeforeKey = (line: string, comma: number): boolean => {
  field.lastIndex = comma + 1
  return field.test(line)
}

/** Why YAML would read a value within brackets otherwise than it stands there; text: colons and commas are its own. */
function whyIn(value: string, hasColons: boolean, isText: boolean): Value['why'] {
  if (/^#\S|\s#|^["']/.test(value)) return 'sign'
  if (hasColons && /:(?:\s|$)/.test(value)) return 'sign'
  if (isText && /^[&*!|>%@`[\]{}]|^[-?:](?:\s|$)/.test(value)) return 'sign'
  if (isText && /[[\]{}]/.test(value)) return 'sign'
  return isText && value.includes(',') ? 'comma' : null
}

/** Past a value that is one whole quoted scalar; null where it is none. */
function endOfQuotes(line: string, start: number, close: string): number | null {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(line.slice(start))
  if (quoted === null) return null
  const end = start + quoted[0].length
  const next = line[afterBlanks(line, end)]
  return next === ',' || next === close ? end : null
}

/** Where a value ends that began at an offset: before the comma that ends it or the bracket that closes the list or map. */
function endOfText(line: string, start: number, close: string, ends: (comma: number) => boolean): number | null {
  const open: string[] = []
  for (let at = start; at < line.length; at += 1) {
    const sign = line[at] ?? ''
    if (open.length === 0 && (sign === close || (sign === ',' && ends(at))))
      return start + line.slice(start, at).trimEnd().length
    if (sign === '[' || sign === '{') open.push(sign === '[' ? ']' : '}')
    else if (sign === ']' || sign === '}') if (open.pop() !== sign) return null
  }
  return null
}
