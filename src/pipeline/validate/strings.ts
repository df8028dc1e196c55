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

/** Whether a template of the portal's own may ask for a word: it names it, or puts its key together. */
export type Asked = (key: string) => boolean

/** What these templates may ask for by `t('key')`, `t('begins.' + …)`, `t(anything else)`. */
export function askedIn(templates: readonly string[]): Asked {
  const keys = new Set<string>()
  const beginnings: string[] = []
  for (const text of templates) {
    for (const [, quoted, key = '', next] of text.matchAll(CALL)) {
      if (quoted !== undefined && (next === ',' || next === ')')) keys.add(key)
      else beginnings.push(quoted !== undefined && (next === '~' || next === '+') ? key : '')
    }
  }
  return (key) => keys.has(key) || beginnings.some((beginning) => key.startsWith(beginning))
}

const CALL = /(?<![\w.])t\(\s*(?:(["'])([^"']*)\1\s*(.)|(?=[^"'\s)]))/g

/**
 * The tool's words with the portal's own over them, each by itself: who changes one need not know the others, and has those
 * that a later version brings. asked: for templates of the portal's own there may be any word; isCopy: a copy may have what an older version had.
 */
export function wordsOver(
  own: Raw,
  tools: Words,
  asked: Asked,
  isCopy: boolean,
): { readonly words: Words; readonly diagnostics: readonly Diagnostic[] } {
  const words = new Map(tools)
  const diagnostics: Diagnostic[] = []
  const say: Say = (diagnostic) => diagnostics.push(diagnostic)
  if (own.kind !== 'map') {
    if (!isEmpty(own)) say(diagnose('yaml/not-a-map', { expected: 'map', example: null }, own.place))
    return { words, diagnostics }
  }
  for (const { key, keyPlace, value } of own.entries) {
    const usual = tools.get(key)
    if (usual === undefined && !isCopy && !asked(key)) {
      say(
        diagnose(
          'field/unknown',
          { key, nearest: nearest(key, [...tools.keys()]), free: false, where: 'line', pasted: null },
          keyPlace,
        ),
      )
      continue
    }
    const word = line(value, { key, example: usual ?? key }, say)
    // Empty, in quotes or not: nothing would stand where a word must.
    if (word === undefined || word === '' || isEmpty(value)) continue
    words.set(key, word)
    // The tool's templates and planning fill these gaps and no others; a template of the portal's own says what it does not know.
    if (usual !== undefined && (key.startsWith('title.') || !asked(key))) tellGaps(key, word, usual, value.place, say)
  }
  return { words, diagnostics }
}
