import type { Diagnostic } from '../../core/diagnostic.ts'

/** What a person gave, understood, or everything that is wrong with it. */
export type Answer<T> = { readonly value: T } | { readonly problems: readonly Diagnostic[] }

/** Understood. */
export const understood = <T>(value: T): Answer<T> => ({ value })

/** Not to be used, for these reasons. */
export const refused = (...problems: readonly Diagnostic[]): { readonly problems: readonly Diagnostic[] } => ({
  problems,
})
