import { type Finding, findAll } from './finding.ts'

// Written exactly so by people and programs: “nan” is a strip of bamboo, “todo” nobody's word.
const leftover =
  /(?<![\p{L}\p{N}_])(?:TODO|FIXME|undefined|NaN)(?![\p{L}\p{N}_])|\[object Object\]|\{\{|\}\}|\{%|%\}|[Ll][Oo][Rr][Ee][Mm] [Ii][Pp][Ss][Uu][Mm]/gu

/** Whether a text can hold one at a glance: most have none. */
export const mayHoldLeftovers = (text: string): boolean =>
  /TODO|FIXME|undefined|NaN|object O|\{\{|\}\}|\{%|%\}|[Ll][Oo][Rr][Ee][Mm]/.test(text)

/** What was to be filled in or what a program left: `TODO`, `undefined`, `NaN`, `[object Object]`, `{{`, lorem ipsum. */
export const leftovers = (text: string): readonly Finding[] => findAll(text, leftover)

/** Whether a text is nothing but an ellipsis: what a form or an example has where somebody is to write. */
export const isOnlyDots = (text: string): boolean => /^\s*(?:…|\.{2,})\s*$/u.test(text)
