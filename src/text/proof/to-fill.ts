import { type Finding, findAll } from './finding.ts'

/** What the tool itself writes where a person must: `[điền: …]`, in English `[fill in: …]`. To the end of the line if the bracket was lost. */
const waiting = /\[\s*(?:điền|fill in)\s*:[^\]\n]*\]?/giu

/** The places of a text that still wait to be filled in. */
export const toFill = (text: string): readonly Finding[] => findAll(text, waiting)

/** Whether a text can hold one at a glance: most have none. */
export const mayWait = (text: string): boolean => text.search(waiting) >= 0
