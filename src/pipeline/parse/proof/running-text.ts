import { VEIL } from '../../../text/proof/finding.ts'
import type { Line } from '../markdown/line.ts'

/** One line of a body as it is read: as long as it was typed, with code and addresses veiled; null inside fences. */
export interface RunningLine {
  readonly text: string | null
  /** Whether it goes on the paragraph of the line before it. */
  readonly goesOn: boolean
}

/** The lines of a body, of these kinds, with what no reader reads as words (targets of links and pictures, names of languages, addresses, code) veiled sign by sign. */
export function runningText(body: string, kinds: readonly Line[]): readonly RunningLine[] {
  let before: string = 'blank'
  return body.split('\n').map((line, index) => {
    const kind = kinds[index]?.kind ?? 'blank'
    const goesOn = kind === 'text' && before === 'text'
    before = kind
    return { text: kind === 'code' ? null : veiled(line), goesOn }
  })
}

/** Rows that only part tables or texts say nothing. */
const ruling = /^[\s|:*_=-]+$/
// The language behind `]`; what stands between `](` and its bracket, one level of brackets inside; code; addresses; marks of notes.
const unread =
  /(?<=\])\{[ \t]*lang[^{}\n]*\}|(?<=\]\()[^()\n]*(?:\([^()\n]*\)[^()\n]*){0,4}(?=\))|`[^`\n]+`|(?:https?:\/\/|www\.)[^\s<>“”"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\[\^[^\]\s]+\]:?/gi

function veiled(line: string): string {
  if (ruling.test(line)) return VEIL.repeat(line.length)
  return /[`@]|\][({]|\[\^|:\/\/|www\./i.test(line) ? line.replace(unread, (found) => VEIL.repeat(found.length)) : line
}
