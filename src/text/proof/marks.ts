import { type Finding, findAll } from './finding.ts'
import { mayNamePhotos } from './photo-names.ts'

/** What somebody meant by signs that readers see as they were typed. */
export type MarkKind = 'bold' | 'heading' | 'link' | 'html' | 'embed' | 'table' | 'tab' | 'symbol'

/** Such signs in a text. */
export interface StrayMark extends Finding {
  readonly kind: MarkKind
}

const address = String.raw`(?:https?:\/\/|www\.|[^\s()]+\.(?:html?|pdf|docx?|xlsx?|pptx?|jpe?g|png)\b)`

/** Of a line that was not taken for Markdown: each kind with what shows it. */
const kinds: readonly (readonly [MarkKind, RegExp])[] = [
  // Stars of notes (`(**)`, `xã A**`, `Hộ nghèo **`) and of numbers that are hidden (`0912***456`) make nothing bold.
  [
    'bold',
    /(?<![*(\p{L}\p{N}])(\*{2,3})(?!\*)[ \u00A0]?[\p{L}\p{N}“"][^*]{0,58}\1(?![*)])|(?<![*(\p{L}\p{N}])\*{2,3}(?=[\p{L}“"])[^*]{0,40}/gu,
  ],
  // One alone is a hashtag.
  ['heading', /^#{2,6}[^\s#]+/g],
  ['link', new RegExp(String.raw`(?<!!)\[[^[\]]*\](?:\([^()]*\)?|[ \u00A0]\((?=${address})[^()]*\)?)`, 'g')],
  [
    'html',
    /<\/?(?:a|b|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|script|span|strong|style|sub|sup|table|t[bdhr]|tbody|u|ul)(?:\s+[a-z-]+\s*=[^<>]*)?\s*\/?>|<!--/gi,
  ],
  // What a site gives to copy, to show something of it.
  ['embed', /<iframe(?:\s[^<>]*)?>/gi],
  ['table', /^\|.*\|$/g],
  // What Word puts between the cells of a table that is pasted as text; behind `1.1.`, `a)`, `✓`, `Bước 1:` it begins an item.
  ['tab', /^(?!(?:[^\p{L}\t]{1,6}|\p{L}[.)/]?|[^\t]*[.:)])\t+[^\t]*$).*?[^\s\t]\t+[^\s\t].*$/gu],
  // Of its symbol fonts, which no other font has.
  ['symbol', /[\uF020-\uF0FF]/g],
]

/** Whether a text can hold any of them at a glance: next to none does. */
export const mayHoldMarks = (text: string): boolean =>
  /\*\*|^#{2}|\][ \u00A0]?\(|<[/!A-Za-z]|^\|| \| |\t|[\uF020-\uF0FF]/m.test(text)

/** Marks of Markdown and HTML, cells and symbols of Word in a line (NFC) that readers see as it stands; the first of each kind. */
export const strayMarks = (line: string): readonly StrayMark[] =>
  kinds.flatMap(([kind, form]) =>
    findAll(line, form)
      // Names of pictures are told as such.
      .filter(({ at, length }) => kind !== 'link' || !mayNamePhotos(line.slice(at, at + length)))
      .slice(0, 1)
      .map((found) => ({ ...found, kind })),
  )
