import { isMisread, quoteScalar } from '../pipeline/parse/yaml/quote.ts'

/** One field of a front matter: one line of text, yes or no, texts on one line (`[a, b]`), or entries of lines (`- src: …`). */
export interface FrontMatterField {
  readonly key: string
  readonly value: string | boolean | readonly string[] | readonly Entry[]
}

/** Keys with one line of text each, in order. */
export type Entry = readonly (readonly [key: string, value: string])[]

/** A bulletin as a file: what it declares, then its body. Read again, every text is what was given here, to the letter. */
export const markdownFile = (fields: readonly FrontMatterField[], body: string): string =>
  ['---', ...fields.flatMap(linesOf), '---', '', body, ''].join('\n')

function linesOf({ key, value }: FrontMatterField): readonly string[] {
  if (typeof value === 'boolean') return [`${key}: ${value}`]
  if (typeof value === 'string') return [`${key}: ${scalar(value)}`]
  if (value.length === 0) return []
  return isTexts(value)
    ? [`${key}: [${value.map(listed).join(', ')}]`]
    : [
        `${key}:`,
        ...value.flatMap((entry) =>
          entry.map(([name, text], index) => `${index === 0 ? '  - ' : '    '}${name}: ${scalar(text)}`),
        ),
      ]
}

const isTexts = (value: readonly string[] | readonly Entry[]): value is readonly string[] =>
  typeof value[0] === 'string'

/** Quoted only where YAML, or the reading of lines, would take it for something else. */
const scalar = (text: string): string => (isMisread(text) ? quoteScalar(text) : text)

/** Inside brackets a comma or a bracket would end the text. */
const listed = (text: string): string => (/^[\p{L}\p{N}][^[\]{},"'#:\t]*$/u.test(text) ? text : quoteScalar(text))
