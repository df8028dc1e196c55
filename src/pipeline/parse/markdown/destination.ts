import { withSlashes } from '../../../core/path.ts'
import { nfc } from '../../../text/normalize.ts'

/** What stands in the round brackets of a link or picture; end is where the closing one stands. */
export interface Destination {
  /** Just as in the source: to be found again there. */
  readonly raw: string
  readonly title: string | null
  readonly end: number
}

/** Longer ones are text: it bounds the search for the closing bracket. */
const longest = 1000

/**
 * Reads `(THO 3 (1).png)`, `(<THO 3.png>)`, `(a.png "Chú thích")` as people type them, from behind the opening bracket, on one line.
 * Null where it does not end. A file name says where it ends by its extension; an address by its balanced brackets.
 */
export function readDestination(source: string, start: number, max: number): Destination | null {
  const text = source.slice(start, Math.min(max, start + longest)).split('\n', 1)[0] ?? ''
  return inAngles(text, start) ?? withTitle(text, start) ?? plain(text, start)
}

function inAngles(text: string, start: number): Destination | null {
  const found = /^\s*<([^<>]*)>(?:\s+(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|“([^”]*)”))?\s*\)/.exec(text)
  if (found === null) return null
  const title = found[2] ?? found[3] ?? found[4] ?? null
  return { raw: (found[1] ?? '').trim(), title, end: start + found[0].length - 1 }
}

function withTitle(text: string, start: number): Destination | null {
  const found = /^(.*?)\s(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|“([^”]*)”)\s*\)/.exec(text)
  const raw = (found?.[1] ?? '').trim()
  // `(a.png) (ông nói "chào")` has no title: its first bracket is closed before the quote.
  if (found === null || raw === '' || !isBalanced(raw)) return null
  return { raw, title: found[2] ?? found[3] ?? found[4] ?? null, end: start + found[0].length - 1 }
}

function plain(text: string, start: number): Destination | null {
  const end = endOf(text)
  return end === null ? null : { raw: text.slice(0, end).trim(), title: null, end: start + end }
}

/** The balanced bracket, unless an extension tells better: `THO (1.png) rồi (xem)`, `a) b.png`. */
function endOf(text: string): number | null {
  const balanced = balancedEnd(text)
  if (balanced !== null && /\.[A-Za-z][A-Za-z0-9]{1,4}\s*$/.test(text.slice(0, balanced))) return balanced
  const named = namedEnd(text)
  if (named !== null && (balanced === null || named < balanced || isRestOfName(text.slice(balanced + 1, named))))
    return named
  return balanced
}

/** A short rest of a picture's name, no sentence. */
const isRestOfName = (rest: string): boolean => /^[^()[\],;:!?]{0,40}\.(?:png|jpe?g|gif|webp)$/i.test(rest)

function balancedEnd(text: string): number | null {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '(') depth += 1
    else if (text[at] === ')') {
      if (depth === 0) return at
      depth -= 1
    }
  }
  return null
}

/** The first closing bracket behind a file's extension, before another link begins. */
function namedEnd(text: string): number | null {
  const limit = text.indexOf('](')
  const found = /\.[A-Za-z][A-Za-z0-9]{1,4}\s*\)/.exec(limit < 0 ? text : text.slice(0, limit))
  return found === null ? null : found.index + found[0].length - 1
}

function isBalanced(text: string): boolean {
  let depth = 0
  for (const sign of text) {
    if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
    if (depth < 0) return false
  }
  return true
}

/**
 * What a target means: NFC, without Markdown's escapes, `/` between names; a relative one without percent signs for letters, since files
 * are named by letters. An address with a scheme stays as it was typed.
 */
export function targetOf(raw: string): string {
  const typed = nfc(raw.replace(escaped, '$1').replaceAll('&amp;', '&'))
  return hasScheme.test(typed) ? typed : unquoted(withSlashes(typed))
}

/**
 * All that a target may mean, the likeliest first: browsers save files under names with `%20` in them, and `\(` may be a folder's end as
 * well as Markdown's escape. Undefined where it means one thing.
 */
export function readingsOf(raw: string): readonly string[] | undefined {
  if (!/[%\\]/.test(raw) || hasScheme.test(raw)) return undefined
  const typed = [raw.replace(escaped, '$1'), raw].map((one) => withSlashes(nfc(one.replaceAll('&amp;', '&'))))
  const readings = [...new Set(typed.flatMap((one) => [one, unquoted(one)]))]
  return readings.length > 1 ? readings : undefined
}

const hasScheme = /^[a-z][a-z0-9+.-]*:|^\/\//i
const escaped = /\\([!"#$%&'()*+,\-/:;<=>?@[\]^_`{|}~])/g

/** Without percent signs for letters, where that gives letters. */
function unquoted(typed: string): string {
  if (!typed.includes('%')) return typed
  try {
    const decoded = nfc(decodeURIComponent(typed))
    return /[\p{Cc}\p{Cf}]/u.test(decoded) ? typed : decoded
  } catch {
    return typed
  }
}
