import type { Located, Severity } from '../../core/diagnostic.ts'
import { type Language, wordsOf } from '../../messages/words-of.ts'

const commands: { readonly [S in Severity]: string } = { error: 'error', warning: 'warning', hint: 'notice' }

/** GitHub's own escapes for the text of a workflow command. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/**
 * A problem as a workflow command, which GitHub shows on the line it stands in.
 * `prefix` leads from the checkout to the portal, '' or with a slash at its end.
 */
export function formatAnnotation({ file, diagnostic }: Located, language: Language, prefix: string): string {
  const { severity, code, place } = diagnostic
  const { what, why, remedy } = wordsOf(diagnostic, language)
  const message = [what, why, remedy].filter((part) => part !== undefined).join('\n')
  const end = place?.length === undefined ? [] : [['endColumn', String(place.column + place.length)]]
  const at = place === null ? [] : [['line', String(place.line)], ['col', String(place.column)], ...end]
  const where = file === null ? [] : [['file', prefix + file], ...at]
  const properties = [...where, ['title', code]].map(([key, value]) => `${key}=${property(value ?? '')}`).join(',')
  return `::${commands[severity]} ${properties}::${data(message)}`
}
