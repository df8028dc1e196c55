import type { Raw } from '../../core/bulletin.ts'
import { type Diagnostic, diagnose, type Place } from '../../core/diagnostic.ts'
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

/** Gaps like `{year}` that nothing would fill. */
function tellGaps(key: string, word: string, usual: string, place: Place, say: Say): void {
  const allowed = gapsIn(usual)
  for (const given of gapsIn(word))
    if (!allowed.includes(given)) say(diagnose('field/value', { key, given, allowed }, place))
}

const gapsIn = (word: string): readonly string[] => word.match(/\{\w+\}/g) ?? []

/**
 * The tool's words with the portal's own over them, each by itself: who changes one need not know the others, and has those
 * that a later version brings. free: any word may stand there, for templates of the portal's own, or in a copy of what an older version had.
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
    const word = line(value, { key, example: tools.get(key) ?? key }, say)
    // Empty, in quotes or not: nothing would stand where a word must.
    if (word === undefined || word === '' || isEmpty(value)) continue
    words.set(key, word)
    // Planning fills the gaps of titles; those of other words templates fill, and say what they do not know.
    const usual = key.startsWith('title.') ? tools.get(key) : undefined
    if (usual !== undefined) tellGaps(key, word, usual, value.place, say)
  }
  return { words, diagnostics }
}
