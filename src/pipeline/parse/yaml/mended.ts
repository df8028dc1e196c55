import type { Parsed, Raw } from '../../../core/bulletin.ts'
import { type Diagnostic, diagnose, type Place } from '../../../core/diagnostic.ts'
import { parseAnyYaml, parseYaml } from '../yaml.ts'
import { maxFound } from './guard.ts'
import { goesOn, withColon } from './trouble.ts'

/** What was declared, as far as it can be read. misread: lines of the file that were guessed: of these nothing more is to be said. */
export interface Mended extends Parsed<Raw> {
  readonly misread: readonly number[]
}

/** More mistakes than these are not mended one by one: then only they are told. */
const maxMended = 20

/**
 * Front matter that is no YAML, read as if what is offered for its faulty lines stood there: it stays faulty, and everything else that
 * is wrong with the file is told in the same run. Null where not every fault can be mended so.
 */
export function parseMended(text: string, firstLine: number): Mended {
  const whole = parseYaml(text, firstLine)
  const isRead = whole.value !== null && whole.value.kind !== 'text'
  const isDone = whole.value === null ? !whole.diagnostics.some(isSyntax) : isRead && !loneItem.test(text)
  if (isDone) return { ...whole, misread: [] }
  const lines = text.split('\n')
  const blanks = blanksMissing(lines, firstLine)
  if (isRead && blanks.size === 0) return { ...whole, misread: [] }
  const spaced = blanks.size === 0 ? whole : parseAnyYaml(lines.join('\n'), firstLine)
  const placeOf = typedPlace(blanks)
  const missing = [...blanks.values()].flatMap(({ told }) => told ?? [])
  const first = placedAll(spaced.diagnostics, placeOf)
  const { value, found, misread } = mended({ ...spaced, diagnostics: first }, lines, firstLine, blanks)
  const said = told([...(value === null ? first : found), ...missing])
  return value === null
    ? { value, diagnostics: said, misread: [] }
    : { value: placed(value, placeOf), diagnostics: said, misread: [...misread] }
}

const isSyntax = ({ code }: Diagnostic): boolean => code === 'yaml/syntax'

/** A blank that was put behind a colon; column: from 1, where it stands now; told: what is to be said of it, where nobody has yet. */
interface Blank {
  readonly column: number
  readonly told: Diagnostic | null
}

/** Lists of which each item has fields, with these: an item `name:Lê Thơ` is one, though it stands alone. */
const itemFields: ReadonlyMap<string, RegExp> = new Map([
  ['authors', /^(?:name|role|unit)[:：]/i],
  ['images', /^(?:src|caption|alt|credit)[:：]/i],
  ['attachments', /^(?:src|title)[:：]/i],
  ['corrections', /^(?:date|text)[:：]/i],
])

/** Such an item: YAML takes it for a text, and complains of nothing. */
const loneItem = /^ *- (?:name|role|unit|src|caption|alt|credit|title|date|text)[:：]\S/im

/** Puts the blank into lines like `unit:Trung tâm`, by line of the file. Such a line is no field, and takes those around it along. */
function blanksMissing(lines: string[], firstLine: number): Map<number, Blank> {
  const blanks = new Map<number, Blank>()
  let list = ''
  for (const [index, line] of lines.entries()) {
    list = /^([A-Za-z][\w-]*) *[:：]/.exec(line)?.[1] ?? list
    const [, item = '', tight] = /^( *- )?([A-Za-z][\w-]*[:：](?!\/\/)\S)/.exec(line) ?? []
    // An item like that is a text, unless the items of its list have such fields, or fields of the same item stand below.
    const isItem = itemFields.get(list)?.test(tight ?? '') === true || hasFieldAt(lines[index + 1], item.length)
    const isField = tight !== undefined && (item === '' || isItem)
    const suggestion = isField ? withColon(line) : null
    if (suggestion === null || blanks.size >= maxFound) continue
    const place = { line: firstLine + index, column: item.length + 1, length: line.length - item.length }
    const told = diagnose('yaml/syntax', { detail: 'MULTILINE_IMPLICIT_KEY', suggestion }, place)
    blanks.set(place.line, { column: suggestion.indexOf(':') + 2, told })
    lines[index] = suggestion
  }
  return blanks
}

const hasFieldAt = (line = '', indent: number): boolean =>
  line.search(/\S/) === indent && /^[A-Za-z][\w-]*[:：]/.test(line.slice(indent))

/** A text that was read at last, what was found on the way and at its end, and the lines that were guessed. */
interface Guessed {
  readonly value: Raw | null
  readonly found: readonly Diagnostic[]
  readonly misread: ReadonlySet<number>
}

function mended(spaced: Parsed<Raw>, lines: string[], firstLine: number, blanks: Map<number, Blank>): Guessed {
  const misread = new Set<number>()
  const found: Diagnostic[] = []
  let tries = 0
  const placeOf = typedPlace(blanks)
  for (let read = spaced; ; read = parseAnyYaml(lines.join('\n'), firstLine)) {
    // Of what only follows from a guess the first are enough.
    const fresh = read === spaced ? read.diagnostics : placedAll(read.diagnostics.slice(0, maxFound), placeOf)
    found.push(...fresh.filter(({ place }) => !misread.has(place?.line ?? 0)))
    if (read.value !== null) return { value: read.value, found, misread }
    const faults = read.diagnostics.filter(({ severity, code }) => severity === 'error' && !isLeftOut.has(code))
    tries += faults.length
    if (faults.length === 0 || tries > maxMended) return { value: null, found, misread }
    for (const fault of faults) {
      const line = fault.place?.line ?? 0
      const typed = lines[line - firstLine] ?? ''
      if (misread.has(line) || !put(fault, lines, line - firstLine)) return { value: null, found, misread }
      const head = /^(?: |- )*[A-Za-z][\w-]*:(?=\S)/.exec(typed)?.[0] ?? ''
      const isBlank = head !== '' && lines[line - firstLine] === `${head} ${typed.slice(head.length)}`
      if (isBlank) blanks.set(line, { column: head.length + 1, told: null })
      else misread.add(line)
    }
  }
}

/** Of these a key is left out, and the rest is read. */
const isLeftOut: ReadonlySet<string> = new Set(['yaml/duplicate-key', 'yaml/forbidden-key'])

/** Writes what is offered over its line; what the text went on with below is part of it. Whether there is an offer. */
function put({ params }: Diagnostic, lines: string[], index: number): boolean {
  if (!('suggestion' in params) || !('detail' in params) || params.suggestion === null) return false
  if (params.detail === 'continued') for (let gone = goesOn(lines, index); gone > 0; gone -= 1) lines[index + gone] = ''
  lines[index] = params.suggestion
  return true
}

/** Places behind a blank that was put in lie one further left in the file. */
const typedPlace =
  (blanks: ReadonlyMap<number, Blank>) =>
  (place: Place): Place => {
    const { line, column, length } = place
    const at = blanks.get(line)?.column
    if (at === undefined) return place
    if (column > at) return { ...place, column: column - 1 }
    return length === undefined || column + length <= at ? place : { line, column, length: Math.max(1, length - 1) }
  }

const placedAll = (diagnostics: readonly Diagnostic[], placeOf: (place: Place) => Place): readonly Diagnostic[] =>
  diagnostics.map((one) => ({ ...one, place: one.place && placeOf(one.place) }))

function placed(raw: Raw, placeOf: (place: Place) => Place): Raw {
  const place = placeOf(raw.place)
  if (raw.kind === 'text') return { ...raw, place }
  if (raw.kind === 'list') return { ...raw, place, items: raw.items.map((item) => placed(item, placeOf)) }
  const entries = raw.entries.map(({ key, keyPlace, value }) => ({
    key,
    keyPlace: placeOf(keyPlace),
    value: placed(value, placeOf),
  }))
  return { ...raw, place, entries }
}

/** Of a line its first mistake, and of lines without one what else there is, each once. */
function told(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Map<string, Diagnostic>()
  const wrong = new Set(found.filter(({ severity }) => severity === 'error').map(({ place }) => place?.line))
  for (const diagnostic of found) {
    const { severity, code, place: at } = diagnostic
    const isWrong = wrong.has(at?.line)
    if (isWrong && severity !== 'error') continue
    const key = isWrong ? `${at?.line}` : `${at?.line}:${at?.column} ${code}`
    if (!said.has(key)) said.set(key, diagnostic)
  }
  return [...said.values()].toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0))
}
