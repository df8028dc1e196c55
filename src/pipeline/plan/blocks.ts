import { type Digest, digestBytes } from '../../core/digest.ts'
import { type Known, recall } from '../../core/remembered.ts'
import type { Standing } from '../../core/site.ts'

/**
 * The name of a block: the bulletins of one section and of ten days. What is known of their cards and pages is asked for together: to
 * ask for each of ten thousand cost more than all else in planning. A new or edited one leaves all blocks but its own, and the next, alone.
 */
export const blockOf = ({ bulletin: { category, date } }: Standing): string => `${category} ${date.slice(0, 9)}`

/** Digests of several things, which are known together or made together. key: names all they are made of. */
export function recallEach(
  known: Known<string>,
  question: string,
  key: string,
  make: () => readonly Digest[],
): readonly Digest[] {
  const all = recall(known, question, digestBytes(key), () => make().join(''))
  return (all.match(/.{32}/g) as readonly Digest[] | null) ?? []
}
