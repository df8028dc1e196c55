import type { Document } from '../../core/bulletin.ts'
import type { Term } from '../../core/config.ts'
import { groupBy } from '../../core/group.ts'
import type { TermUse } from '../../core/plan.ts'
import { acronymsIn } from '../../text/acronym.ts'

/**
 * The entries of the glossary that a document's text may hold, so that a change of any other entry leaves its page alone.
 * An acronym with several meanings comes without one: it takes its place in the text, and nothing is said of it.
 */
export function termsOf(glossary: readonly Term[], { glossary: isWanted, facts }: Document): readonly TermUse[] {
  if (!isWanted || facts.acronyms.length === 0) return []
  const has = new Set(facts.acronyms)
  return meaningsOf(glossary).flatMap(({ needs, use }) =>
    needs.length > 0 && needs.every((acronym) => has.has(acronym)) ? [use] : [],
  )
}

interface Meaning {
  /** Without these words in the text the term cannot stand in it. */
  readonly needs: readonly string[]
  readonly use: TermUse
}

/** Longest first, so that `Ban CHQS` goes before `CHQS`. */
function meaningsOf(glossary: readonly Term[]): readonly Meaning[] {
  const known = meanings.get(glossary)
  if (known !== undefined) return known
  const made = [...groupBy(glossary, ({ short }) => short)]
    .map(([short, entries]): Meaning => {
      const longs = new Set(entries.map(({ long }) => long))
      const [long = null] = longs.size === 1 ? longs : []
      return { needs: acronymsIn(short), use: { short, long } }
    })
    .sort(({ use: { short: a } }, { use: { short: b } }) => b.length - a.length || (a < b ? -1 : 1))
  meanings.set(glossary, made)
  return made
}

// One portal has one glossary and thousands of documents.
const meanings = new WeakMap<readonly Term[], readonly Meaning[]>()
