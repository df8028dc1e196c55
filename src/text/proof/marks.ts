import { type Finding, findAll } from './finding.ts'

/** What somebody meant by signs that readers see as they were typed. */
export type MarkKind = 'bold' | 'heading' | 'link' | 'html' | 'table' | 'tab' | 'symbol'

/** Such signs in a text. */
export interface StrayMark extends Finding {
  readonly kind: MarkKind
}

const address = String.raw`(?:https?:\/\/|www\.|[^\s()]+\.(?:html?|pdf|docx?|xlsx?|pptx?|jpe?g|png)\b)`

/** Of a line that was not taken for Markdown: each kind with what shows it. */
const kinds: readonly (readonly [MarkKind, RegExp])[] = [
  // `(**)` and `xã A**` are marks of notes, more stars a row of them.
  ['bold', /(?<![*(\p{L}\p{N}])\*{2,3}(?!\*)[^*]{1,60}\*{2,3}(?![*)])|(?<![*(])\*{2,3}(?=[\p{L}\p{N}“"])[^*]{0,40}/gu],
  // One alone is a hashtag.
  ['heading', /^#{2,6}[^\s#]+/g],
  ['link', new RegExp(String.raw`\[[^[\]]*\](?:\([^()]*\)?|[ \u00A0]\((?=${address})[^()]*\)?)`, 'g')],
  [
    'html',
    /<\/?(?:a|b|br|center|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|script|span|strong|style|sub|sup|table|t[bdhr]|tbody|u|ul)(?=[\s/>])[^<>]*>|<!--/gi,
  ],
  ['table', /^\|.*\|$/g],
  // What Word puts between the cells of a table that is pasted as text; behind `a)` it begins an item.
  ['tab', /^(?!(?:[\p{L}\p{N}]{1,4}[.)]|[-–•+*])\t[^\t]*$).*?[^\s\t]\t+[^\s\t].*$/gu],
  // Of its symbol fonts, which no other font has.
  ['symbol', /[\uF020-\uF0FF]/g],
]

/** Whether a text can hold any of them at a glance: next to none does. */
export const mayHoldMarks = (text: string): boolean =>
  /\*\*|^#{2}|\][ \u00A0]?\(|<[/!A-Za-z]|^\||\t|[\uF020-\uF0FF]/m.test(text)

/** Marks of Markdown and HTML, cells and symbols of Word in a line (NFC) that readers see as it stands; the first of each kind. */
export const strayMarks = (line: string): readonly StrayMark[] =>
  kinds.flatMap(([kind, form]) =>
    findAll(line, form)
      .slice(0, 1)
      .map((found) => ({ ...found, kind })),
  )
