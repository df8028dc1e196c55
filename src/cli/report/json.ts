import type { Located } from '../../core/diagnostic.ts'
import { type Language, wordsOf } from '../../messages/words-of.ts'
import type { Outcome } from './run.ts'

/** One problem as programs read it: message is what is wrong and why it matters, hint how to put it right. */
export function jsonOf({ file, diagnostic }: Located, language: Language) {
  const { what, why, remedy } = wordsOf(diagnostic, language)
  const { severity, code, place } = diagnostic
  return {
    severity,
    code,
    file,
    line: place?.line ?? null,
    column: place?.column ?? null,
    message: why === undefined ? what : `${what} ${why}`,
    hint: remedy ?? null,
  }
}

/** What programs are told of a run. */
export const documentOf = (outcome: Outcome, language: Language) => ({
  ok: outcome.ok,
  diagnostics: outcome.diagnostics.map((located) => jsonOf(located, language)),
  stats: outcome.stats,
  excluded: outcome.excluded.map(({ file, state, at }) => (at === null ? { file, state } : { file, state, at })),
  nextDue: outcome.nextDue,
})

/** The one JSON document of a run, as text; `more` adds to it. */
export const formatJson = (outcome: Outcome, language: Language, more: object = {}): string =>
  JSON.stringify({ ...documentOf(outcome, language), ...more }, null, 2)
