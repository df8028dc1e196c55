import type { Line } from '../../core/address-book.ts'
import type { Bulletin, StandingPage } from '../../core/bulletin.ts'
import { diagnose, type Located } from '../../core/diagnostic.ts'
import type { UrlPath } from '../../core/path.ts'
import { type Prints, printsOf } from './prints.ts'

type Documents = readonly (Bulletin | StandingPage)[]

/** What the book says was published, and what has come since. */
export interface Then {
  readonly known: ReadonlyMap<UrlPath, readonly Line[]>
  /** Documents whose address is new. */
  readonly arrivals: readonly (Prints & { readonly document: Bulletin | StandingPage })[]
}

/**
 * Addresses at which another document stands than the one that was published there: neither its title nor its text is known again, or
 * the old one stands at a new address. Standing pages are written anew for good reasons: of them only the second is told.
 */
export function replacedDocuments(documents: Documents, then: Then): readonly Located[] {
  const told: Located[] = []
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
    const home = homeOf(old, document, isKnown ? [] : documents, then)
    if (home === null && (isKnown || !('category' in document))) continue
    told.push({
      file: document.source,
      diagnostic: diagnose('address/replaced', {
        address: document.address,
        elsewhere: home?.source ?? null,
        aliases: home?.aliases ?? [],
      }),
    })
  }
  return told
}

/** Where the old document stands now, by title and text: at a new address, else among the others. */
function homeOf(old: Prints, now: Bulletin | StandingPage, others: Documents, { arrivals }: Then) {
  const isOld = ({ title, text }: Prints): boolean => title === old.title && text === old.text
  const arrived = arrivals.filter((one) => one.document !== now && isOld(one)).map(({ document }) => document)
  const found = arrived.length > 0 ? arrived : others.filter((one) => one !== now && isOld(printsOf(one)))
  return found.length === 1 ? (found[0] ?? null) : null
}
