import { createRequire } from 'node:module'
import type { Document, Node, Pair, Scalar } from 'yaml'
import { append } from '../../core/append.ts'
import type { Parsed, Raw, RawEntry, RawText } from '../../core/bulletin.ts'
import { type Diagnostic, diagnose, type Place } from '../../core/diagnostic.ts'
import { clean } from '../../text/normalize.ts'
import { placesIn } from './places.ts'
import { plainBlanks } from './yaml/blanks.ts'
import { mergedLine } from './yaml/braces.ts'
import { type FlowLiteral, type FlowText, quoteWithinBrackets } from './yaml/flow-text.ts'
import { guard, isTame, type Lexeme, maxDepth, maxFound } from './yaml/guard.ts'
import { type Literal, takeLiterally } from './yaml/literal.ts'
import { readSimple } from './yaml/simple.ts'
import { goesOn, type Trouble, troubleOf } from './yaml/trouble.ts'

/** The longest front matter, in bytes. */
export const maxFrontMatter = 16 * 1024

/**
 * YAML as it was typed, of a text that is NFC with \n. Scalars are texts (`0123`, `2023-01-13`, `Không` as they stand); one-line
 * text fields are read literally. Null with every mistake where the text is none; keys that may not be are told of and left out, so
 * that all else that is wrong is told in the same run. An empty text is an empty RawText.
 * firstLine is the line of the file on which the text begins; max bounds its bytes.
 */
export function parseYaml(text: string, firstLine: number, max = maxFrontMatter): Parsed<Raw> {
  const bytes = Buffer.byteLength(text)
  if (bytes > max) {
    return { value: null, diagnostics: [diagnose('yaml/too-long', { bytes, max }, { line: firstLine, column: 1 })] }
  }
  const plain = plainBlanks(text)
  const simple = readSimple(plain, firstLine)
  return simple === null ? parseAnyYaml(plain, firstLine) : { value: simple, diagnostics: [] }
}

type Yaml = typeof import('yaml')

/** Seventy files, loaded by the first text that is not simple: most runs meet none that they have not read before. */
function yaml(): Yaml {
  loaded ??= createRequire(import.meta.url)('yaml') as Yaml
  return loaded
}

let loaded: Yaml | null = null

/** The same for a text of any kind and of bounded length. */
export const parseAnyYaml = (text: string, firstLine: number): Parsed<Raw> =>
  parseWhole(plainBlanks(text), firstLine, (lines, trouble) => suggestionFor(lines, trouble))

/** Of what may be suggested for a line the one that is offered. */
type Offer = (lines: readonly string[], trouble: Trouble) => string | null

function parseWhole(text: string, firstLine: number, offer: Offer): Parsed<Raw> {
  const { text: joined, inserted, misread } = quoteWithinBrackets(text)
  const { text: source, literals } = takeLiterally(joined)
  const placeAt = typedPlaces(literalPlaces(placesIn(source, firstLine), literals, firstLine), inserted, firstLine)
  const refused = isTame(source) ? [] : guard(lexemesOf(source), placeAt, (offset) => valueAt(source, offset))
  if (refused.some(({ code }) => code === 'yaml/too-deep')) return { value: null, diagnostics: refused }
  const document = yaml().parseDocument(source, options)
  const reader = readerOf(source, placeAt, (line) => literals.get(line - firstLine))
  const value = reader.read(document.contents, 0, 0)
  const unreadable = [...refused, ...syntax(document, source, text.split('\n'), firstLine, offer)]
  const isRead = unreadable.length === 0 && !reader.found.some(({ code }) => code === 'yaml/syntax')
  const found = onePerLine([...unreadable, ...reader.found])
  // In brackets that nobody closed each line is a key: of what only follows the first are enough.
  const errors = isRead ? found : found.slice(0, maxFound)
  const isWrong = new Set(errors.map(({ place }) => place?.line))
  const asTyped = hints([...literals.values()], misread, firstLine).filter(({ place }) => !isWrong.has(place?.line))
  return {
    value: isRead ? value : null,
    diagnostics: [...errors, ...asTyped].sort(byPlace),
  }
}

const options = {
  schema: 'failsafe',
  uniqueKeys: false,
  prettyErrors: false,
  stringKeys: true,
  logLevel: 'silent',
} as const

function* lexemesOf(source: string): Generator<Lexeme> {
  const { CST, Lexer } = yaml()
  for (const token of new Lexer().lex(source)) yield { type: CST.tokenType(token), source: token }
}

/** The value that begins at an offset, to the end of its line; inside brackets to the next blank or sign. */
function valueAt(source: string, offset: number): string {
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1
  const isFlow = /[[{]/.test(source.slice(lineStart, offset))
  const value = isFlow ? /[^\s,[\]{}]*/y : /[^\n]*/y
  value.lastIndex = offset
  return value.exec(source)?.[0].trimEnd() ?? ''
}

type PlaceAt = (offset: number, length: number) => Place

/** The quotes that were put to a literal value are not in the file. */
const literalPlaces =
  (placeAt: PlaceAt, literals: ReadonlyMap<number, Literal>, firstLine: number): PlaceAt =>
  (offset, length) => {
    const place = placeAt(offset, length)
    const literal = literals.get(place.line - firstLine)
    return literal?.column === place.column ? { ...place, length: literal.value.length } : place
  }

/** Places after signs that were put to a line lie that much further left in the file. */
const typedPlaces =
  (placeAt: PlaceAt, inserted: FlowText['inserted'], firstLine: number): PlaceAt =>
  (offset, length) => {
    const place = placeAt(offset, length)
    const columns = inserted.get(place.line - firstLine) ?? []
    const before = columns.filter((column) => column < place.column).length
    const inside = columns.filter((column) => column >= place.column && column < place.column + length).length
    return before + inside === 0
      ? place
      : { ...place, column: place.column - before, length: Math.max(1, length - inside) }
  }

/** The parser's own complaints, each told of the line that is to blame, as it was typed. */
function syntax(
  document: Document.Parsed,
  source: string,
  lines: readonly string[],
  firstLine: number,
  offer: Offer,
): readonly Diagnostic[] {
  if (document.errors.length === 0) return []
  const placeAt = placesIn(source, 1)
  // To look at one offer the whole is read again, which takes the longer the more is wrong with it.
  const isOffered = new Set(document.errors.map(({ pos }) => placeAt(pos[0], 0).line)).size <= maxFound
  const seen = new Set<number>()
  return document.errors.flatMap<Diagnostic>(({ code, message, pos }) => {
    const { line, column } = placeAt(pos[0], 0)
    // The parser tells one mistake several times over: the first of a line is enough. Hundreds are one: this is no YAML.
    if (seen.has(line) || seen.size >= maxFound || code === 'MULTIPLE_DOCS') return []
    seen.add(line)
    const tabs = /^ *(\t+)/.exec(lines[line - 1] ?? '')
    if (tabs !== null) {
      const [whole, run = ''] = tabs
      const place = { line: line + firstLine - 1, column: whole.length - run.length + 1, length: run.length }
      return [diagnose('yaml/tab', {}, place)]
    }
    const trouble = troubleOf({ code, message, line, column }, lines)
    const length = Math.max(1, (lines[trouble.line - 1] ?? '').trimEnd().length + 1 - trouble.column)
    const place = { line: trouble.line + firstLine - 1, column: trouble.column, length }
    // Of a hundred mistakes the first few are looked at.
    const suggestion = !isOffered || seen.size > 20 ? null : offer(lines, trouble)
    return [diagnose('yaml/syntax', { detail: trouble.detail, suggestion }, place)]
  })
}

/** The first suggestion that puts its line right, and nothing wrong into the line behind it that is not the same mistake again. */
function suggestionFor(lines: readonly string[], { line, detail, suggestions }: Trouble): string | null {
  const indentOf = (at: number) => (lines[at] ?? '').search(/\S/)
  // What a text went on with is taken to its line.
  const gone = detail === 'continued' ? goesOn(lines, line - 1) : 0
  const isAgain = gone === 0 && indentOf(line) === indentOf(line - 1)
  const isRight = (text: string) => {
    const tried = lines.toSpliced(line - 1, 1 + gone, text).join('\n')
    return !parseWhole(tried, 1, () => null).diagnostics.some(
      ({ severity, place }) => severity === 'error' && (place?.line === line || (place?.line === line + 1 && !isAgain)),
    )
  }
  return suggestions.find((text) => text !== lines[line - 1] && isRight(text)) ?? null
}

/** More lines with one key are none that one line should be made of. */
const maxMerged = 20

/** Turns the parser's nodes into plain values with places in the file, without the keys that may not be: these are found. */
function readerOf(source: string, placeAt: PlaceAt, literalOn: (line: number) => Literal | undefined) {
  const { isMap, isScalar, isSeq } = yaml()
  const found: Diagnostic[] = []

  const read = (node: Node | null, after: number, depth: number): Raw => {
    const [start, end] = node?.range ?? [after, after]
    const place = placeAt(start, end - start)
    // A text that is none may seem to go down for thousands of levels: it is refused as a whole.
    if (depth > maxDepth) return { kind: 'text', text: '', quoted: false, place }
    if (isMap(node))
      return { kind: 'map', entries: entriesOf(node.items as readonly Pair<Node, Node | null>[], depth), place }
    if (isSeq(node)) {
      for (const item of node.items)
        if (isScalar(item) && item.type === 'PLAIN') append(found, swallowed(item, source, placeAt))
      return { kind: 'list', items: node.items.map((item) => read(item as Node | null, start, depth + 1)), place }
    }
    return isScalar(node) ? textOf(node, place) : { kind: 'text', text: '', quoted: false, place }
  }

  const textOf = ({ value, type }: Scalar, place: Place): RawText => {
    const isLiteral = literalOn(place.line)?.column === place.column
    // An escape may spell what no one can see, or a letter in parts.
    const text = type === 'QUOTE_DOUBLE' ? clean(String(value ?? '')) : String(value ?? '')
    return { kind: 'text', text, quoted: type !== undefined && type !== 'PLAIN' && !isLiteral, place }
  }

  const entriesOf = (pairs: readonly Pair<Node, Node | null>[], depth: number): readonly RawEntry[] => {
    const firsts = new Map<string, RawEntry>()
    // A key of which there are three gets one line with all three.
    const repeated = new Map<string, RawEntry[]>()
    return pairs.flatMap(({ key: node, value: of }) => {
      const [start, end] = node?.range ?? [0, 0]
      const key = isScalar(node) ? clean(String(node.value ?? '')) : ''
      const keyPlace = placeAt(start, end - start)
      // What is wrong with a key comes before what is wrong within its value.
      const before = found.length
      const refuse = (diagnostic: Diagnostic) => void found.splice(before, 0, diagnostic)
      const entry = { key, keyPlace, value: read(of, end + 1, depth + 1) }
      if (forbiddenKeys.has(key)) {
        refuse(diagnose('yaml/forbidden-key', { key }, keyPlace))
        return []
      }
      const first = firsts.get(key)
      if (first === undefined) {
        firsts.set(key, entry)
        return [entry]
      }
      const all = repeated.get(key) ?? [first]
      if (all.push(entry) === 2) repeated.set(key, all)
      // Of a thousand lines nobody makes one.
      const merged = depth > 0 || all.length > maxMerged ? null : mergedLine(key, all)
      refuse(diagnose('yaml/duplicate-key', { key, firstLine: first.keyPlace.line, merged }, keyPlace))
      return []
    })
  }

  return { read, found: found as readonly Diagnostic[] }
}

/** `- A` and below it ` - B`: to YAML the second is no item, but goes on with the text of the first. */
function swallowed({ range }: Scalar, source: string, placeAt: PlaceAt): readonly Diagnostic[] {
  const [start, end] = range ?? [0, 0]
  if (!source.slice(start, end).includes('\n')) return []
  const head = source.slice(source.lastIndexOf('\n', start - 1) + 1, start)
  return [...source.slice(start, end).matchAll(/\n *(- +(\S.*))/g)].map(
    ({ index, 0: all, 1: item = '', 2: text = '' }) => {
      const at = start + index + all.length - item.length
      const suggestion = /^ *- +$/.test(head) ? head + text.trimEnd() : null
      return diagnose('yaml/syntax', { detail: 'BAD_INDENT', suggestion }, placeAt(at, item.length))
    },
  )
}

/** Names through which a program can be made to change its own objects, and the merge key of YAML 1.1. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype', '<<'])

/** One line has one mistake: what follows from it would only confuse. */
function onePerLine(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const lines = new Set<number>()
  return diagnostics.filter(({ place }) => {
    const line = place?.line ?? 0
    return !lines.has(line) && lines.add(line)
  })
}

const hints = (
  literals: readonly Literal[],
  misread: readonly FlowLiteral[],
  firstLine: number,
): readonly Diagnostic[] => [
  ...literals.map(({ key, quoted, value, line, column }) =>
    diagnose('yaml/literal', { key, quoted, where: 'line' }, { line: line + firstLine, column, length: value.length }),
  ),
  ...misread.map(({ key, quoted, where, line, column, length }) =>
    diagnose('yaml/literal', { key, quoted, where }, { line: line + firstLine, column, length }),
  ),
]

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0)
