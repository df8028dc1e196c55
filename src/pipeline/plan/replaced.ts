import type { Line } from '../../core/address-book.ts'
import type { Bulletin, StandingPage } from '../../core/bulletin.ts'
import { diagnose, type Located } from '../../core/diagnostic.ts'
import { groupBy } from '../../core/group.ts'
import type { UrlPath } from '../../core/path.ts'
import { type Prints, printsOf } from './prints.ts'

type Document = Bulletin | StandingPage

/** What the book says was published, and what has come since. */
export interface Then {
  readonly known: ReadonlyMap<UrlPath, readonly Line[]>
  /** Documents whose address is new. */
  readonly arrivals: readonly (Prints & { readonly document: Document })[]
}

/**
 * Addresses at which another document stands than the one that was published there, which is elsewhere now. Where it is nowhere any more
 * nothing is told: whoever puts right a title and a text in one sitting leaves the same traces as who writes something else over them.
 */
export function replacedDocuments(documents: readonly Document[], then: Then): readonly Located[] {
  const told: Located[] = []
  let byPrints: ByPrints | null = null
  const others = (): ByPrints => {
    byPrints ??= groupBy(documents, (document) => keyOf(printsOf(document)))
    return byPrints
  }
  for (const document of documents) {
    const lines = then.known.get(document.address)
    if (lines === undefined) continue
    const now = printsOf(document)
    // Of nearly all.
    if (lines.some(({ entry }) => entry.kind === 'document' && entry.title === now.title && entry.text === now.text))
      continue
    const before = lines.flatMap(({ entry }) => (entry.kind === 'document' ? entry : []))
    const old = before.at(-1)
    if (old === undefined) continue
    const isKnown = before.some(({ title, text }) => title === now.title || text === now.text)
    const home = homeOf(old, document, isKnown, then, others)
    if (home === null) continue
    told.push({
      file: document.source,
      diagnostic: diagnose('address/replaced', {
        address: document.address,
        elsewhere: home.source,
        aliases: home.aliases,
      }),
    })
  }
  return told
}

/** Where the old document stands now, by title and text: at a new address, else among the others. */
function homeOf(old: Prints, now: Document, isKnown: boolean, { arrivals }: Then, others: () => ByPrints) {
  const arrived = arrivals
    .filter((one) => one.document !== now && keyOf(one) === keyOf(old))
    .map(({ document }) => document)
  const found = arrived.length > 0 || isKnown ? arrived : (others().get(keyOf(old)) ?? []).filter((one) => one !== now)
  return found.length === 1 ? (found[0] ?? null) : null
}

type ByPrints = ReadonlyMap<string, readonly Document[]>

const keyOf = ({ title, text }: Prints): string => `${title} ${text}`
