/** A place in a text that deserves a second look: UTF-16 units from its start; right is how it should read, where that is certain. */
export interface Finding {
  readonly at: number
  readonly length: number
  readonly right?: string
}

/** A sign that stands for what is no running text (an address, code): no letter, no digit, no blank, no punctuation. */
export const VEIL = '\uE000'

/** Every match of an expression with the flag `g`. */
export const findAll = (text: string, expression: RegExp): readonly Finding[] =>
  text.search(expression) < 0
    ? []
    : [...text.matchAll(expression)].map(({ index, 0: found }) => ({ at: index, length: found.length }))
