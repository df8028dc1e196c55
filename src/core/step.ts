import type { Diagnostic } from './diagnostic.ts'

/** What a step gives: its value and what there is to say about it. Problems are values; a throw is a bug or a broken machine. */
export interface Result<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

/** A pure piece of work that can be remembered: same input, name and version, same result. */
export interface Step<I, O> {
  readonly name: string
  readonly version: string
  run(input: I): O | Promise<O>
}

/** A step that nobody has to wait for. */
export interface StepAtOnce<I, O> extends Step<I, O> {
  run(input: I): O
}

/** A result with nothing to say. */
export const plain = <T>(value: T): Result<T> => ({ value, diagnostics: [] })

/** Pieces of a build whose time may be told: documents, templates and so on are named by what they are about. */
export type Stage =
  | 'list'
  | 'parse'
  | 'validate'
  | 'model'
  | 'plan'
  | 'render'
  | 'search'
  | 'copy'
  | 'photos'
  | 'write'
  | 'publish'
