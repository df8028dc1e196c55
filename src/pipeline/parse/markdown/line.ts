/** Blanks at the beginning of a line or behind its marker; Word and phones also type no-break and full-width ones. */
const blank = '[ \\t\\u00A0\\u2000-\\u200A\\u202F\\u3000]'

/** What a line of a body begins. indent is in columns, a tab reaching to the next multiple of four. */
export type Line =
  | { readonly kind: 'blank' }
  /** A line of a fenced block, its fences included. */
  | { readonly kind: 'code'; readonly indent: number; readonly text: string; readonly opens: boolean }
  /** An item of a list. rank orders markers that stand in the same column: numbers over `-`, `-` over `+`. */
  | {
      readonly kind: 'bullet'
      readonly indent: number
      readonly text: string
      readonly marker: string
      readonly rank: 1 | 2
    }
  | NumberedLine
  /** `•` or an en dash in front: a bullet only in company of others. */
  | { readonly kind: 'dot' | 'dash'; readonly indent: number; readonly text: string; readonly marker: string }
  /** A heading, rule, quote or table row: it never goes on a paragraph. */
  | { readonly kind: 'block'; readonly indent: number; readonly text: string }
  /** `[^1]: …` */
  | { readonly kind: 'note'; readonly indent: number; readonly text: string }
  | { readonly kind: 'text'; readonly indent: number; readonly text: string }

/** `13. Chiều`: an item or the beginning of a sentence. */
export interface NumberedLine {
  readonly kind: 'number'
  readonly indent: number
  readonly text: string
  readonly number: number
  /** As typed: `13.` or `1)`. */
  readonly marker: string
}

/** What a line outside fences begins. */
export function classify(line: string): Line {
  const start = leading.exec(line)![0]
  const text = line.slice(start.length)
  if (text === '') return { kind: 'blank' }
  const indent = columns(start)
  if (/^(?:([-*_])(?:[ \t]*\1){2,}[ \t]*$|[>|])/.test(text)) return { kind: 'block', indent, text }
  const heading = headingStart.exec(text)
  if (heading !== null) {
    return { kind: 'block', indent, text: `${heading[1]} ${text.slice(heading[0].length)}` }
  }
  if (/^\[\^[^\]\s]+\]:/.test(text)) return { kind: 'note', indent, text }
  const item = itemStart.exec(text)
  if (item === null) return { kind: 'text', indent, text }
  return itemOf(item[1] ?? '', indent, text.slice(item[0].length))
}

function itemOf(marker: string, indent: number, text: string): Line {
  if (/^\d/.test(marker)) return { kind: 'number', indent, text, number: Number.parseInt(marker, 10), marker }
  if (marker === '–' || marker === '—') return { kind: 'dash', indent, text, marker }
  if (/^[-*+]$/.test(marker)) return { kind: 'bullet', indent, text, marker, rank: marker === '+' ? 2 : 1 }
  if (marker === 'o') return { kind: 'bullet', indent, text, marker: '+', rank: 2 }
  return { kind: 'dot', indent, text, marker }
}

const leading = new RegExp(`^${blank}*`)
const headingStart = new RegExp(`^(#{1,6})${blank}+`)
// U+F020 to U+F0FF are what Word's symbol fonts leave of their bullets, `§`, `Ø` and `ü` what those of Wingdings become where it is copied without its font; before a number they are what they are.
// `o` and a tab is Word's bullet of the second level: nobody types that for a word.
const itemStart = new RegExp(
  `^([-*+–—•·▪●◦\\uF020-\\uF0FF]|[§Øü](?!${blank}+\\d)|o(?=[\\t\\u00A0])|\\d{1,9}[.)])${blank}+(?!$)`,
)

/** The columns that blanks take. */
export function columns(blanks: string): number {
  let column = 0
  for (const sign of blanks) column += sign === '\t' ? 4 - (column % 4) : 1
  return column
}
