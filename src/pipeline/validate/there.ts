import type { Bulletin, Raw, RawEntry, RawMap, StandingPage } from '../../core/bulletin.ts'
import type { Code, Diagnostic, Located, There } from '../../core/diagnostic.ts'
import { itemsIn } from '../parse/yaml/braces.ts'
import type { Context } from './context.ts'

/** The field of the front matter that the remedy of a problem has a line for, where it is not `accept:` for a warning. */
const offered: { readonly [C in Code]?: string } = {
  'attachment/unused': 'attachments',
  'file/stray': 'attachments',
  'image/no-alt': 'images',
  'summary/missing': 'summary',
  'title/long': 'shortTitle',
  'words/missing': 'draft',
  'words/to-fill': 'draft',
}

const offeredBy = ({ code, severity }: Diagnostic): string | null =>
  offered[code] ?? (severity === 'warning' ? 'accept' : null)

/** Problems of a document, each with the field that its remedy offers, if that is there already. */
export const withThere = (diagnostics: readonly Diagnostic[], fields: RawMap): readonly Diagnostic[] =>
  diagnostics.length === 0
    ? diagnostics
    : diagnostics.map((diagnostic) => {
        const at = fields.entries.findIndex(({ key }) => key === offeredBy(diagnostic))
        const entry = fields.entries[at]
        return entry === undefined ? diagnostic : { ...diagnostic, there: thereOf(entry, fields.entries[at + 1]) }
      })

/** The same of what checks across files found; a draft is read only where its field may be there. */
export function withThereAcross(
  found: readonly Located[],
  documents: readonly (Bulletin | StandingPage)[],
  { sources, read }: Context,
): readonly Located[] {
  if (!found.some(({ diagnostic }) => offeredBy(diagnostic) !== null)) return found
  const bySource = new Map(documents.map((document) => [document.source as string, document]))
  return found.map((located) => {
    const { file, diagnostic } = located
    const key = offeredBy(diagnostic)
    const document = bySource.get(file ?? '')
    const source = file === null ? undefined : sources.byPath.get(file)
    if (key === null || document === undefined || source === undefined) return located
    // There are many warnings: for each the draft would be read.
    if (key === 'accept' && document.accept.length === 0) return located
    const fields = read(source).value?.fields
    const [told = diagnostic] = fields === undefined ? [] : withThere([diagnostic], fields)
    return { file, diagnostic: told }
  })
}

/** next: what stands behind it, which tells where it ends. */
export function thereOf({ key, keyPlace, value }: RawEntry, next: RawEntry | undefined): There {
  const first = keyPlace.line
  const dashes =
    value.kind === 'list' && value.place.line > first && value.items[0] !== undefined ? value.place.column : null
  // `[` on a line of its own stands where its items do not.
  const isOnLines =
    dashes !== null && value.kind === 'list' && value.items.every(({ place }) => place.column === dashes + 2)
  const last = Math.max(lastLine(value), (next?.keyPlace.line ?? 0) - 1)
  return { first, last, items: itemsIn(key, value).join(', '), dashes: isOnLines ? dashes : null }
}

/** The line on which a value ends, as far as its parts tell. */
function lastLine(raw: Raw): number {
  const parts = raw.kind === 'list' ? raw.items : raw.kind === 'map' ? raw.entries.map(({ value }) => value) : []
  return Math.max(raw.place.line, ...parts.map(lastLine))
}
