import matter from 'gray-matter'
import type { Parsed, Raw, RawMap } from '../../core/bulletin.ts'
import { type Codes, type Diagnostic, diagnose } from '../../core/diagnostic.ts'
import { type Mended, parseMended } from './yaml/mended.ts'

/** A file parted at its `---` lines; bodyLine is the line of the file on which the body begins. */
export interface FrontMatter {
  readonly fields: RawMap
  readonly body: string
  readonly bodyLine: number
  /** Lines of which nothing more is to be said: what they say was guessed. */
  readonly misread: readonly number[]
}

/** Parts a text (NFC, \n) into what is declared and what is told. Null where the declaration cannot be read, with every reason. */
export function splitFrontMatter(text: string): Parsed<FrontMatter> {
  // Most of a text is its body: only where something is wrong above it is all of it gone through by lines.
  const end = text.indexOf('\n---')
  const lines = (end < 0 ? text : text.slice(0, lineEnd(text, end + 1))).split('\n')
  const misplaced = openingTrouble(lines)
  if (misplaced !== null) return { value: null, diagnostics: [misplaced] }
  const close = end < 0 ? -1 : lines.length - 1
  const unclosed = closingTrouble(lines, close)
  if (unclosed !== null) return { value: null, diagnostics: [unclosed] }
  // Blanks after the dashes would move into the body, and gray-matter copies all it is given: it gets the head alone.
  const head = ['---', ...lines.slice(1, close), '---', ''].join('\n')
  const declared = declaredIn(head)
  const body = text.slice(lineEnd(text, end + 1) + 1)
  const fields = declared.value
  const place = { line: 1, column: 1 }
  if (fields !== null && fields.kind !== 'map' && !isEmpty(fields)) {
    const why = diagnose('yaml/not-a-map', { expected: 'map', example: null }, fields.place)
    return { value: null, diagnostics: [...declared.diagnostics, why] }
  }
  if (fields === null) return { value: null, diagnostics: declared.diagnostics }
  const map: RawMap = fields.kind === 'map' ? fields : { kind: 'map', entries: [], place }
  return {
    value: { fields: map, body, bodyLine: close + 2, misread: declared.misread },
    diagnostics: declared.diagnostics,
  }
}

/** Where the line that an offset stands in ends. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

const isEmpty = (raw: Raw): boolean => raw.kind === 'text' && raw.text === '' && !raw.quoted

/** gray-matter finds what is declared and hands it to our YAML; any other language throws instead of being run. */
function declaredIn(head: string): Mended {
  let declared: Mended = { value: nothing, diagnostics: [], misread: [] }
  const yaml = (block: string): object => {
    declared = parseMended(block, 1)
    return {}
  }
  // Without an options object it caches by content and forgets the error of a broken text the second time.
  matter(head, {
    language: 'yaml',
    engines: { ...refusing, yaml: { parse: yaml, stringify: refuse } },
  })
  return declared
}

const nothing: Raw = { kind: 'text', text: '', quoted: false, place: { line: 1, column: 1 } }

const refuse = (): never => {
  throw new Error('front matter in another language than YAML')
}
const refusing = Object.fromEntries(
  ['js', 'javascript', 'json', 'coffee', 'coffeescript', 'cson', 'toml'].map((language) => [
    language,
    { parse: refuse, stringify: refuse },
  ]),
)

/** Why the first line does not open a declaration, or null if it does. */
function openingTrouble(lines: readonly string[]): Diagnostic | null {
  const first = lines[0] ?? ''
  if (/^---[ \t]*$/.test(first)) return null
  const at = lines.findIndex((line) => line.trim() !== '')
  const typed = lines[at] ?? ''
  const column = typed.length - typed.trimStart().length + 1
  const place = { line: at + 1, column, length: typed.trim().length }
  if (/^\s*---\s*$/.test(typed)) return diagnose('front-matter/not-first', {}, place)
  if (/^\s*(?:---|[-–—_=*]{2,}\s*$|[–—]\s*$)/.test(typed)) return refusedLine('front-matter/opening', typed, place)
  const declared =
    /^---[ \t]*$/.test(lines.at(-1) ?? '') &&
    /^[ \t]*\p{L}[^:：]{0,30}[:：]/u.test(typed) &&
    lines.some((line) => titled.test(line))
  return diagnose('front-matter/missing', { declared }, { line: 1, column: 1 })
}

/** What every declaration has. */
const titled = /^[ \t]*(?:title|tiêu đề)[ \t]*[:：]/iu

/** Why nothing ends the declaration, or null if a bare `---` does. */
function closingTrouble(lines: readonly string[], close: number): Diagnostic | null {
  const typed = lines[close]
  if (typed !== undefined) {
    if (/^---[ \t]*$/.test(typed)) return null
    return refusedLine('front-matter/closing', typed, { line: close + 1, column: 1, length: typed.trimEnd().length })
  }
  const almost = lines.findIndex((line, index) => index > 0 && /^\s*(?:[-–—_=]{2,}|[–—])\s*$/.test(line))
  if (almost < 0) return diagnose('front-matter/unclosed', {}, { line: 1, column: 1, length: 3 })
  const line = lines[almost] ?? ''
  const length = line.trim().length
  return refusedLine('front-matter/closing', line, { line: almost + 1, column: line.indexOf(line.trim()) + 1, length })
}

function refusedLine<C extends 'front-matter/opening' | 'front-matter/closing'>(
  code: C,
  typed: string,
  place: NonNullable<Diagnostic['place']>,
): Diagnostic<C> {
  const params: Codes[C] = { text: typed.trim() }
  return diagnose(code, params, place)
}
