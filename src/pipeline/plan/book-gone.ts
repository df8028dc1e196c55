import { BOOK } from '../../core/address-book.ts'
import { diagnose, type Located } from '../../core/diagnostic.ts'
import { addressAt, type SourcePath } from '../../core/path.ts'
import type { Brief } from './desk.ts'

/**
 * Pages that readers have and that would go because the book of addresses is not there any more: a new one would know nothing of where old
 * addresses lead. Only where readers are to get what is built; a document that was refused will have its page again with its errors mended.
 */
export function goneWithTheBook(
  { published, refused, loses }: Brief,
  planned: ReadonlyMap<string, unknown>,
): readonly Located[] {
  if (loses === 'silently' || refused.length > 0) return []
  const [first, ...others] = published.filter((path) => !planned.has(path)).toSorted()
  if (first === undefined) return []
  const params = { address: addressAt(first), more: others.length }
  return [{ file: BOOK as SourcePath, diagnostic: diagnose('address/book-gone', params) }]
}
