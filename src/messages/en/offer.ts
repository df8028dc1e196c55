import type { There } from '../../core/diagnostic.ts'
import { line, merged, withLines } from '../quote.ts'

const lines = ({ first, last }: There): string => (first === last ? `line ${first}` : `lines ${first} to ${last}`)

/** A remedy that ends by putting something into a list of the front matter, which may be there already. */
export function withItem(begun: string, key: string, item: string, there: There | null): string {
  if (there === null) return withLines(`${begun} add to the front matter:`, line(`${key}: [${item}]`))
  return withLines(
    there.dashes === null
      ? `${begun} change “${key}” as it is there (${lines(there)}) to:`
      : `${begun} add this line to the end of the list “${key}” that is there (${lines(there)}), its dash below the others:`,
    line(merged(key, item, there)),
  )
}

/** A remedy that ends with a line of the front matter, whose field may be there already; alone: how it is said where it is not. */
export const withField = (begun: string, alone: string, pasted: string, there: There | null): string =>
  withLines(there === null ? `${begun} ${alone}`.trim() : `${begun} Change ${lines(there)} to:`.trim(), line(pasted))
