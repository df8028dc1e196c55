import type { Code, Codes } from '../core/codes.ts'
import type { There } from '../core/diagnostic.ts'

/**
 * What a person is told of one problem, as plain text without markup. In remedy the first line is prose; each
 * further line (after `\n`) is to be pasted as it stands.
 */
export interface Words {
  /** What is wrong, in one or two short sentences. */
  readonly what: string
  /** Why it matters, where that helps. */
  readonly why?: string
  /** How to put it right. */
  readonly remedy?: string
}

/** The words of every code in one language; a code without words does not compile. there: the field the remedy offers, where it is there already. */
export type Catalogue = { readonly [C in Code]: (params: Codes[C], there: There | null) => Words }

/** The part of a catalogue whose codes start with one of the areas: `Area<'yaml'>` holds every `yaml/…`. */
export type Area<A extends string> = {
  readonly [C in Code as C extends `${A}/${string}` ? C : never]: Catalogue[C]
}
