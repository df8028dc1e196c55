import type { Instance, Mark, StateInline } from './engine.ts'
import { mayHold } from './references.ts'

/** A language as BCP 47 names it, in braces behind the words: `{lang=en}`. */
const TAG = /\{[ \t]*lang[ \t]*=[ \t]*["“”']?([a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3})["“”']?[ \t]*\}/iy
/** Longer ones are text. */
const LONGEST = 60

/**
 * Words of another language, so that they are read aloud as such (WCAG 2.2, 3.1.2): `[Smart City]{lang=en}`, the bracketed spans of
 * Pandoc with that one attribute.
 */
export function languagesAsTyped(instance: Instance): void {
  instance.inline.ruler.before('link', 'language', language)
}

/** The language of words that begin at a mark; null: they are in that of the text around them. */
export function languageOf({ type, meta }: Mark): string | null {
  const named = type === 'lang_open' && typeof meta === 'object' && meta !== null && 'lang' in meta
  return named ? String(meta.lang) : null
}

function language(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src[pos] !== '[' || !mayHold(state, ']{')) return false
  const labelEnd = state.md.helpers.parseLinkLabel(state, pos, true)
  if (labelEnd <= pos + 1 || src[labelEnd + 1] !== '{') return false
  TAG.lastIndex = 0
  const found = TAG.exec(src.slice(labelEnd + 1, Math.min(posMax, labelEnd + 1 + LONGEST)))
  if (found === null) return false
  if (!silent) {
    state.pos = pos + 1
    state.posMax = labelEnd
    state.push('lang_open', 'span', 1).meta = { lang: found[1] }
    state.md.inline.tokenize(state)
    state.push('lang_close', 'span', -1)
  }
  state.pos = labelEnd + 1 + found[0].length
  state.posMax = posMax
  return true
}
