import { type Digest, digestOf, seal } from '../../core/digest.ts'
import { groupBy } from '../../core/group.ts'
import type { Known } from '../../core/remembered.ts'
import type { Site, Standing } from '../../core/site.ts'
import type { CardView } from '../../core/view.ts'
import { blockOf, recallEach } from './blocks.ts'

/** How lists show bulletins. */
export interface Cards {
  /** The card of a bulletin: one object for all lists. */
  card(standing: Standing): CardView
  /** Its digest, by which a list need not be put together to be known. */
  cardDigest(standing: Standing): Digest
  /** Says that the digests of all cards are wanted again, though nobody asks for them this time. */
  keepCards(): void
}

/** Cards of a site, each made by `make` when it is first shown; base: names what all of them are made of beside their bulletins. */
export function openCards(
  { standings }: Site,
  base: Digest,
  known: Known<string>,
  make: (standing: Standing) => CardView,
): Cards {
  const cards = new Map<Standing, CardView>()
  const digests = new Map<Standing, Digest>()
  let blocks: ReadonlyMap<string, readonly Standing[]> | null = null
  const card = (standing: Standing): CardView => {
    const before = cards.get(standing)
    if (before !== undefined) return before
    const made = seal(make(standing))
    cards.set(standing, made)
    return made
  }
  const blocksOf = (): ReadonlyMap<string, readonly Standing[]> => {
    blocks ??= groupBy(standings, blockOf)
    return blocks
  }
  return {
    card,
    keepCards() {
      for (const name of blocksOf().keys()) known.keep(`cards ${name}`, base)
    },
    cardDigest(standing) {
      const before = digests.get(standing)
      if (before !== undefined) return before
      const name = blockOf(standing)
      const members = blocksOf().get(name) ?? []
      // One that came to stand in the place of another is in no block.
      if (!members.includes(standing)) return digestOf(card(standing))
      const all = recallEach(known, `cards ${name}`, `${base} ${frontsIn(members).join(' ')}`, () =>
        members.map((one) => digestOf(card(one))),
      )
      for (const [index, one] of members.entries()) digests.set(one, all[index] as Digest)
      return digests.get(standing) as Digest
    },
  }
}

/** What a list is made of that shows nothing of the texts: which bulletins, each in its state. */
export const frontsIn = (standings: readonly Standing[]): readonly string[] =>
  standings.map(({ bulletin, state }) => `${bulletin.front} ${state}`)
