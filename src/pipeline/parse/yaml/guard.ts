import { type Diagnostic, diagnose, type Place } from '../../../core/diagnostic.ts'

/** A token as the lexer gives it; type is null for the text of a scalar. */
export interface Lexeme {
  readonly type: string | null
  readonly source: string
}

/** How deep lists and maps may stand in each other; bulletins need four levels, a menu six. */
export const maxDepth = 20

/**
 * Whether a text has, at a glance, nothing that `guard` refuses: most have not, and need not be read twice. A level takes a bracket or
 * at least one column before the first word of a line.
 */
export function isTame(text: string): boolean {
  if (/(?:^|[\s,[{:?-])[&*!]|^(?:---|\.\.\.|%)/m.test(text)) return false
  let levels = 0
  for (const start of text.match(/^(?:[ \t]|[-?:](?=[ \t]))*/gm) ?? []) levels = Math.max(levels, start.length)
  return levels + (text.match(/[[{]/g)?.length ?? 0) < maxDepth
}

/** More than a hundred mistakes of these kinds are one mistake: this is no YAML that people wrote. */
export const maxFound = 100

/**
 * What is refused before anything is built of a text: aliases and anchors, tags, directives, second documents and nesting
 * that could abort the process (thousands of brackets exhaust V8's regular expressions, which no one can catch).
 * at turns offsets into places, valueAt gives the whole value that begins at one.
 */
export function guard(
  lexemes: Iterable<Lexeme>,
  at: (offset: number, length: number) => Place,
  valueAt: (offset: number) => string,
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const depth = depthMeter()
  let offset = 0
  let started = false
  let isScalar = false
  for (const { type, source } of lexemes) {
    if (found.length >= maxFound) break
    if (type === 'doc-mode' || type === 'flow-error-end') continue
    if (type === 'scalar') {
      isScalar = true
      continue
    }
    const place = () => at(offset, source.length)
    if (!isScalar) {
      const text = type === 'alias' || type === 'anchor' || type === 'tag' ? valueAt(offset) : ''
      if (type === 'alias' || type === 'anchor') found.push(diagnose('yaml/alias', { text }, at(offset, text.length)))
      if (type === 'tag') found.push(diagnose('yaml/tag', { tag: source }, at(offset, text.length)))
      if (type === 'directive-line' || type === 'doc-end' || (type === 'doc-start' && started)) {
        found.push(diagnose('yaml/syntax', { detail: 'MULTIPLE_DOCS', suggestion: null }, place()))
      }
    }
    if (depth(isScalar ? 'text' : type, source) > maxDepth) {
      return [...found, diagnose('yaml/too-deep', { max: maxDepth }, place())]
    }
    if (isScalar || !(type === 'space' || type === 'newline' || type === 'comment' || type === 'directive-line')) {
      started = true
    }
    offset += source.length
    isScalar = false
  }
  return found
}

/** Counts levels token by token: columns at which something has begun, left to right, and open brackets. */
function depthMeter(): (type: string | null, source: string) => number {
  const columns: number[] = []
  let brackets = 0
  let column = 0
  let opens = true
  const open = () => {
    while (columns.length > 0 && columns.at(-1)! > column) columns.pop()
    if (columns.at(-1) !== column) columns.push(column)
  }
  return (type, source) => {
    if (type === 'flow-seq-start' || type === 'flow-map-start') brackets += 1
    else if (type === 'flow-seq-end' || type === 'flow-map-end') brackets -= 1
    else if (type === 'newline') opens = true
    else if (brackets === 0 && type !== 'space' && type !== 'comment') {
      const isSign = type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind'
      if (opens) open()
      opens = isSign && opens
    }
    const lineStart = source.lastIndexOf('\n')
    column = lineStart < 0 ? column + source.length : source.length - lineStart - 1
    if (lineStart >= 0) opens = true
    return columns.length + Math.max(0, brackets)
  }
}
