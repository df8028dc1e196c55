import { append } from '../../core/append.ts'
import type { RawMap } from '../../core/bulletin.ts'
import { type Diagnostic, diagnose } from '../../core/diagnostic.ts'
import { countSyllables } from '../../text/fold.ts'
import { mayWait, toFill } from '../../text/proof/to-fill.ts'
import { readYesNo } from '../../text/yes-no.ts'
import type { Line } from './markdown/line.ts'
import { spokenFields } from './proof/fields.ts'
import { type ProofRule, proofRules } from './proof/rules.ts'
import { type RunningLine, runningText } from './proof/running-text.ts'

/** The longest paragraph, in syllables, that is still read on a telephone. */
const longestParagraph = 600

/** What deserves a second look in the words of a document (NFC, \n; kinds are of its body's lines), with its place in the file. Depends on the text alone. */
export function proofread(
  fields: RawMap,
  body: string,
  bodyLine: number,
  kinds: readonly Line[],
): readonly Diagnostic[] {
  const lines = runningText(body, kinds)
  const asTyped = body.split('\n')
  const spoken = spokenFields(fields)
  const whole = [...spoken.map(({ text }) => text), body].join('\n')
  const rules = [...proofRules, waiting(isDraft(fields))].filter(({ may }) => may(whole))
  const found: Diagnostic[] = []
  for (const { key, text, placeAt } of spoken)
    for (const { find } of rules) append(found, find({ key, text, typed: text, head: '' }, placeAt))
  let head = ''
  for (const [index, { text }] of lines.entries()) {
    if (text === null || asTyped[index]?.includes('|') !== true) head = ''
    else if (head === '') head = text
    if (text === null || text === '') continue
    const placeAt = (at: number, length: number) => ({ line: bodyLine + index, column: at + 1, length })
    for (const { find } of rules) append(found, find({ key: null, text, typed: asTyped[index] ?? text, head }, placeAt))
  }
  append(found, longParagraphs(lines, bodyLine))
  return found
}

const isDraft = ({ entries }: RawMap): boolean =>
  entries.some(({ key, value }) => key === 'draft' && value.kind === 'text' && readYesNo(value.text) === true)

/** What `new` wrote for a person to write over: a draft may have it, and stops nobody's build; what is to be published may not. */
const waiting = (draft: boolean): ProofRule => ({
  may: mayWait,
  find: ({ text }, placeAt) =>
    toFill(text).map(({ at, length }) =>
      diagnose(
        draft ? 'words/to-fill-later' : 'words/to-fill',
        { text: text.slice(at, at + length) },
        placeAt(at, length),
      ),
    ),
})

function longParagraphs(lines: readonly RunningLine[], bodyLine: number): readonly Diagnostic[] {
  const paragraphs: { readonly line: number; readonly texts: string[]; length: number }[] = []
  for (const [index, { text, goesOn }] of lines.entries()) {
    const open = goesOn ? paragraphs.at(-1) : undefined
    const paragraph = open ?? { line: bodyLine + index, texts: [], length: 0 }
    if (open === undefined) paragraphs.push(paragraph)
    paragraph.texts.push(text ?? '')
    paragraph.length += (text ?? '').length + 1
  }
  return paragraphs.flatMap(({ line, texts, length }) => {
    // A syllable and what parts it from the next take two signs at least.
    if (length <= 2 * longestParagraph) return []
    const syllables = texts.reduce((sum, text) => sum + countSyllables(text), 0)
    if (syllables <= longestParagraph) return []
    return [diagnose('words/long-paragraph', { syllables, max: longestParagraph }, { line, column: 1 })]
  })
}
