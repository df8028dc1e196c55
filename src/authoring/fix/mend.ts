import { decodeText } from '../../pipeline/parse/decode.ts'
import { splitFrontMatter } from '../../pipeline/parse/front-matter.ts'
import type { Line } from '../../pipeline/parse/markdown/line.ts'
import { linesOf } from '../../pipeline/parse/markdown/lines.ts'
import { spokenFields } from '../../pipeline/parse/proof/fields.ts'
import { runningText } from '../../pipeline/parse/proof/running-text.ts'
import { countSyllables } from '../../text/fold.ts'
import { nfc } from '../../text/normalize.ts'
import { pairedQuotes, spacing } from '../../text/proof/spacing.ts'

/** A line in parts to be replaced: offsets in the line, in UTF-16 units. */
interface Edit {
  readonly at: number
  readonly length: number
  readonly right: string
}

/**
 * A document with what can safely be put right: composed letters, blanks at brackets and signs, straight quotation marks in plain
 * pairs, single-Enter runs of whole sentences as paragraphs, values that YAML would misread in quotes. No letter changes; byte order
 * mark, line ends, code and the order of lines stay. The text as it is where its front matter cannot be read.
 */
export function mend(text: string): string {
  const [mark, typed] = text.startsWith('\uFEFF') ? ['\uFEFF', text.slice(1)] : ['', text]
  const end = typed.includes('\r\n') ? '\r\n' : '\n'
  const lines = nfc(typed.replaceAll('\r\n', '\n'))
  // What cannot be seen, and lone carriage returns, would move every place: such a file is for a person.
  if (decodeText(new TextEncoder().encode(lines)).value !== lines) return text
  const mended = withQuotedFields(withMendedLines(lines))
  return wordsOf(mended) === wordsOf(lines) ? mark + mended.replaceAll('\n', end) : text
}

/** All that mending may not change. */
const wordsOf = (text: string): string => text.replace(/[\s"'“”]/g, '')

function withMendedLines(text: string): string {
  const { value, diagnostics } = splitFrontMatter(text)
  if (value === null || diagnostics.some(({ code }) => code === 'yaml/syntax')) return text
  const edits = new Map<number, Edit[]>()
  const put = (line: number, edit: Edit) => edits.set(line, [...(edits.get(line) ?? []), edit])
  const lines = text.split('\n')
  for (const { text: field, placeAt } of spokenFields(value.fields)) {
    for (const { at, length, right } of spacing(field)) {
      const { line, column } = placeAt(at, length)
      const isThere = lines[line - 1]?.slice(column - 1, column - 1 + length) === field.slice(at, at + length)
      if (isThere) put(line - 1, { at: column - 1, length, right })
    }
  }
  const first = value.bodyLine - 1
  const kinds = linesOf(value.body)
  for (const [index, { text: line }] of runningText(value.body, kinds).entries())
    for (const edit of line === null ? [] : bodyEdits(line)) put(first + index, edit)
  const parted = partings(kinds)
  return lines
    .flatMap((line, index) => {
      const mended = applied(line, edits.get(index) ?? [])
      return parted.has(index - first) ? ['', mended] : [mended]
    })
    .join('\n')
}

function bodyEdits(line: string): readonly Edit[] {
  const quotes = pairedQuotes(line).flatMap(([open, close]) => [
    { at: open, length: 1, right: '“' },
    { at: close, length: 1, right: '”' },
  ])
  // The columns of a table may be aligned by hand.
  const doubled = line.includes('|') ? [] : [...line.matchAll(/(?<=[\p{L}\p{M}\p{N},.;:]) {2,}(?=[\p{L}\p{N}(“])/gu)]
  return [
    ...spacing(line),
    ...quotes,
    ...doubled.map(({ index, 0: { length } }) => ({ at: index, length, right: ' ' })),
  ]
}

const applied = (line: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.at - a.at)
    .reduce((done, { at, length, right }) => done.slice(0, at) + right + done.slice(at + length), line)

/** A line that is a paragraph by itself: verses, addresses and signatures have shorter ones. */
const LEAST = 20

/** Of the lines of a body those (from 0) before which a blank line makes paragraphs of a run of whole sentences. */
function partings(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>()
  let run: number[] = []
  const close = () => {
    const whole = run.every((index) => {
      const line = lines[index]
      return line?.kind === 'text' && countSyllables(line.text) >= LEAST && /[.!?…][”"»)]?\s*$/.test(line.text)
    })
    if (whole) for (const index of run.slice(1)) found.add(index)
    run = []
  }
  for (const [index, { kind }] of lines.entries()) {
    // Text right below an item belongs to the item.
    if (kind === 'text' && (run.length > 0 || (lines[index - 1]?.kind ?? 'blank') === 'blank')) run.push(index)
    else close()
  }
  close()
  return found
}

/** Fields that are taken literally, as every reader of YAML takes them. */
function withQuotedFields(text: string): string {
  const lines = text.split('\n')
  // Backwards: there may be several within the brackets of a line.
  for (const { code, params, place } of splitFrontMatter(text).diagnostics.toReversed()) {
    if (code !== 'yaml/literal' || !('quoted' in params) || place === null) continue
    // A line that wants brackets too is for a person.
    if (params.quoted.startsWith('[')) continue
    const line = lines[place.line - 1] ?? ''
    const at = place.column - 1
    lines[place.line - 1] = applied(line, [{ at, length: place.length ?? line.length - at, right: params.quoted }])
  }
  return lines.join('\n')
}
