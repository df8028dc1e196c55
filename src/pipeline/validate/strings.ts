import type { Raw } from '../../core/bulletin.ts'
import { type Diagnostic, diagnose } from '../../core/diagnostic.ts'
import { nearest } from '../../text/nearest.ts'
import { isEmpty, line, type Say } from './fields.ts'

/** The words of the theme by their keys. */
export type Words = ReadonlyMap<string, string>

/** The words of the tool's own file, which its tests have read. */
export const wordsIn = (raw: Raw | null): Words =>
  new Map(
    raw?.kind === 'map'
      ? raw.entries.flatMap(({ key, value }) => (value.kind === 'text' ? [[key, value.text]] : []))
      : [],
  )

/**
 * The tool's words with the portal's own over them, each by itself: who changes one need not know the others, and has those
 * that a later version brings. free: the portal has templates of its own, which may ask for any word.
 */
export function wordsOver(
  own: Raw,
  tools: Words,
  free: boolean,
): { readonly words: Words; readonly diagnostics: readonly Diagnostic[] } {
  const words = new Map(tools)
  const diagnostics: Diagnostic[] = []
  const say: Say = (diagnostic) => diagnostics.push(diagnostic)
  if (own.kind !== 'map') {
    if (!isEmpty(own)) say(diagnose('yaml/not-a-map', { expected: 'map' }, own.place))
    return { words, diagnostics }
  }
  for (const { key, keyPlace, value } of own.entries) {
    if (!free && !tools.has(key)) {
      say(diagnose('field/unknown', { key, nearest: nearest(key, [...tools.keys()]), free: false }, keyPlace))
      continue
    }
    const word = isEmpty(value) ? undefined : line(value, { key, example: tools.get(key) ?? key }, say)
    if (word !== undefined) words.set(key, word)
  }
  return { words, diagnostics }
}
