import { type KeptRows, openRows } from './kept-rows.ts'
import type { Shape } from './lines.ts'
import type { CacheFiles } from './sealed.ts'

/** A key and an answer, each a word. */
type Pair = readonly [key: string, answer: string]

/** Small values, all in one file. */
export type Entries = KeptRows<Pair>

const shape: Shape<Pair> = { facts: 2, rowOf: (facts) => [facts[0] ?? '', facts[1] ?? ''], factsOf: (pair) => pair }

/** Opens the values that are kept in the file named `part`. */
export const openEntries = (files: CacheFiles, part: string): Entries => openRows(files, part, shape)

/** The same of answers that are any text on one line, without a tab. */
export const openTexts = (files: CacheFiles, part: string): Entries => openRows(files, part, { ...shape, tail: true })
