import type { Located } from '../../core/diagnostic.ts'
import { labels } from '../../messages/labels.ts'
import { type Language, wordsOf } from '../../messages/words-of.ts'
import type { Paint } from '../paint.ts'
import { frameOf } from './frame.ts'
import { visible, visibleLines, wrap } from './width.ts'

/** The lines of a source, null where they cannot be shown. */
export type LinesOf = (file: string) => readonly string[] | null

/** How to show a problem. width: columns of the terminal, null where text is not to be broken. */
export interface Showing {
  readonly language: Language
  readonly width: number | null
  readonly paint: Paint
  readonly linesOf: LinesOf
}

/** A problem as a clerk reads it: where, the line itself, what is wrong, why it matters, how to put it right. */
export function formatProblem(located: Located, showing: Showing): string {
  const { file, diagnostic } = located
  const { language, width, paint } = showing
  const { severity, code, place } = diagnostic
  const where =
    file === null ? [] : [paint.strong(visible(file) + (place === null ? '' : `:${place.line}:${place.column}`))]
  const head = [...where, paint[severity](labels[language].severity[severity]), paint.faint(code)].join('  ')
  const { what, why, remedy } = wordsOf(diagnostic, language)
  const [advice, ...pasted] = remedy?.split('\n') ?? []
  const prose = [what, [why, advice].filter((part) => part !== undefined).join(' ')].filter((part) => part !== '')
  const fit = (text: string) => (width === null ? [text] : wrap(text, Math.max(40, width - 2)))
  return [
    head,
    ...frameLines(located, showing),
    ...prose
      .map(visibleLines)
      .flatMap(fit)
      .map((line) => `  ${line}`),
    ...pasted.map((line) => `    ${visible(line)}`),
  ].join('\n')
}

function frameLines({ file, diagnostic: { severity, place } }: Located, { width, paint, linesOf }: Showing) {
  if (file === null || place === null) return []
  const gutter = String(place.line).length + 5
  const lines = linesOf(file)
  const frame = lines === null ? null : frameOf(lines, place, width === null ? null : width - gutter)
  if (frame === null) return []
  const blank = ' '.repeat(String(frame.number).length)
  return [
    `${paint.faint(`  ${frame.number} │`)} ${frame.line}`,
    `${paint.faint(`  ${blank} │`)} ${frame.underline.replace(/\^+/, (carets) => paint[severity](carets))}`,
  ]
}
