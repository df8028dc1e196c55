import type { AtRule, ChildNode, CssSyntaxError, Declaration, Document, Root } from 'postcss'
import type { Ignored, Unclosed } from '../../core/codes.ts'
import { type Diagnostic, diagnose, type Place } from '../../core/diagnostic.ts'
import { gambling } from '../../text/proof/gambling.ts'

/** More faults than a person mends at once are not looked for. */
const MOST = 20

/**
 * What browsers would swallow of a style sheet (CSS Syntax Level 3 lets them drop what they cannot read, without a word), and what it would
 * fetch from elsewhere. text is NFC with \n. The parser is loaded here and not before: few portals have style of their own.
 */
export async function readStyle(text: string): Promise<readonly Diagnostic[]> {
  const { default: parse } = await import('postcss/lib/parse')
  const found: Diagnostic[] = []
  // The parser ends the name of a rule at an escape, browsers do not.
  let rest = text.replace(/@(?=[\w-]*\\)(?:[\w-]|\\[0-9a-f]{1,6}\s?|\\[^\n])+/gi, unescaped)
  while (found.length < MOST) {
    try {
      // map: a comment at the end may name a file, which nobody here may open.
      found.push(...lookThrough(parse(rest, { map: false })))
      break
    } catch (error) {
      if (!isSyntaxError(error)) throw error
      const { diagnostic, after } = told(error, rest)
      found.push(diagnostic)
      if (after === null) break
      rest = after
    }
  }
  return found
}

const isSyntaxError = (error: unknown): error is CssSyntaxError =>
  error instanceof Error && error.name === 'CssSyntaxError'

/** The parser's reasons after which nothing can be read any more. */
const UNCLOSED: readonly (readonly [RegExp, Unclosed])[] = [
  [/^Unclosed block/, 'block'],
  [/^Unclosed (?:string|quote)/, 'string'],
  [/^Unclosed comment/, 'comment'],
  [/^Unclosed bracket/, 'bracket'],
  [/^Unexpected \}/, 'brace'],
]

/** What a refusal of the parser means; after: the text with that place blank, to be read on, null where nothing can be. */
function told(error: CssSyntaxError, text: string): { readonly diagnostic: Diagnostic; readonly after: string | null } {
  const place = { line: error.line ?? 1, column: error.column ?? 1 }
  const unclosed = UNCLOSED.find(([reason]) => reason.test(error.reason))?.[1]
  const at = offsetOf(text, place)
  const length = firstLine(text.slice(at)).length
  if (unclosed !== undefined)
    return { diagnostic: diagnose('style/unclosed', { why: unclosed }, { ...place, length }), after: null }
  const slashes = slashesAround(text, at)
  const from = slashes ?? at
  const until = at + endOf(text.slice(at))
  const shown = text.slice(from, until).trim()
  const why = slashes === null ? whyIgnored(error.reason) : 'slashes'
  const blank = text.slice(from, until).replace(/\S/g, ' ')
  return {
    diagnostic: ignored(why, shown, { ...placeAt(text, from), length: firstLine(shown).length }),
    after: shown === '' ? null : `${text.slice(0, from)}${blank}${text.slice(until)}`,
  }
}

/** Where a declaration ends that begins with the text. */
function endOf(text: string): number {
  const end = text.search(/[;{}]/)
  return end < 0 ? text.length : end
}

/** Where `//` stands in the declaration around an offset, as if it began a comment; null: nowhere. */
function slashesAround(text: string, at: number): number | null {
  const start = Math.max(...[';', '{', '}'].map((sign) => text.lastIndexOf(sign, at - 1))) + 1
  const found = /(?:^|\s)\/\//.exec(text.slice(start, at + endOf(text.slice(at))))
  return found === null ? null : start + found.index + found[0].length - 2
}

const whyIgnored = (reason: string): Ignored =>
  reason === 'Missed semicolon' ? 'semicolon' : reason === 'Double colon' ? 'colons' : 'colon'

const ignored = (why: Ignored, text: string, place: Place): Diagnostic =>
  diagnose('style/ignored', { why, text: firstLine(text) }, place)

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? ''

function offsetOf(text: string, { line, column }: Place): number {
  let start = 0
  for (let number = 1; number < line; number += 1) start = text.indexOf('\n', start) + 1
  return start + column - 1
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** What the parser takes as it stands and browsers do not, and addresses of other machines. */
function lookThrough(root: Root | Document): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  root.walk((node) => {
    const remote = remoteIn(node)
    found.push(...faultsOf(node), ...remote, ...gamblingIn(node))
    const local = isImport(node) && node.nodes === undefined && remote.length === 0
    if (local) found.push(ignored('import', `@import ${node.params}`, placeOf(node)))
  })
  return found.slice(0, MOST)
}

function faultsOf(node: ChildNode): readonly Diagnostic[] {
  if (node.type === 'comment') return []
  const place = placeOf(node)
  const written = writtenIn(node)
  if (node.type === 'decl' && node.parent?.type === 'root') return [ignored('outside', String(node), place)]
  if (/^\s*\/\//m.test(written.replaceAll('\\\n', ''))) return [ignored('slashes', written, place)]
  if (isRunOn(node)) return [ignored('semicolon', `@${node.name} ${node.params}`, place)]
  const plain = withoutStrings(written)
  if (/[“”‘’]/.test(plain)) return [ignored('quotes', shownOf(node), place)]
  const balance = brackets(plain)
  // Within a rule the parser itself sees to it.
  if (balance > 0) return [diagnose('style/unclosed', { why: 'bracket' }, place)]
  return balance < 0 ? [ignored('bracket', shownOf(node), place)] : []
}

const writtenIn = (node: Exclude<ChildNode, { type: 'comment' }>): string =>
  node.type === 'decl' ? node.value : node.type === 'rule' ? node.selector : node.params

/** A declaration as it stands, of the others what stands before their block. */
const shownOf = (node: Exclude<ChildNode, { type: 'comment' }>): string =>
  node.type === 'decl' ? String(node) : writtenIn(node)

/** `@import "a.css"` without its semicolon takes the next rule along. */
const isRunOn = (node: ChildNode): node is AtRule =>
  node.type === 'atrule' && /^(?:import|charset|namespace)$/i.test(node.name) && node.nodes !== undefined

const STRINGS = /url\(\s*[^"')\s][^)]*\)|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\/\*[\s\S]*?\*\//gi

/** Without strings, bare addresses and comments, in which any sign may stand. */
const withoutStrings = (text: string): string => text.replace(STRINGS, '""')

/** How many brackets stay open; below 0: one is closed that was not opened. */
function brackets(text: string): number {
  let open = 0
  for (const sign of text.match(/[()[\]]/g) ?? []) {
    open += sign === '(' || sign === '[' ? 1 : -1
    if (open < 0) return open
  }
  return open
}

const placeOf = (node: ChildNode): Place => ({
  line: node.source?.start?.line ?? 1,
  column: node.source?.start?.column ?? 1,
})

/** `//` begins an address of another machine just as `https://` does, and so do `\\\\` and `https:` by itself (URL Standard). */
const REMOTE = /^(?:(?:https?|ftp|wss?):|(?:[a-z][a-z0-9+.-]*:)?[\\/]{2})/i

/** One of a file of the portal's is passed over: sheets are put together into one, and it is not at the beginning of that. */
const isImport = (node: ChildNode): node is AtRule => node.type === 'atrule' && /^import$/i.test(unescaped(node.name))

function remoteIn(node: ChildNode): readonly Diagnostic[] {
  if (node.type !== 'decl' && !isImport(node)) return []
  return addressesIn(node)
    .filter((address) => REMOTE.test(bareAddress(address)))
    .map((address) => {
      const { line, column } = node.positionBy({ word: address })
      const length = String(node).includes(address) ? { length: address.length } : {}
      return diagnose('style/remote', { address: bareAddress(address) }, { line, column, ...length })
    })
}

/** As browsers read an address: without what stands around it, and without line ends and tabs (URL Standard). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
const bareAddress = (address: string): string => address.replace(/^[\0- ]+|[\0- ]+$|[\t\n\r]/g, '')

/** Words of gambling houses in what style puts on pages. */
function gamblingIn(node: ChildNode): readonly Diagnostic[] {
  if (node.type !== 'decl' || !/^content$/i.test(unescaped(node.prop))) return []
  const shown = unescaped(node.value)
  return gambling(shown).map(({ at, length }) =>
    diagnose('words/gambling', { text: shown.slice(at, at + length), where: 'portal' }, placeOf(node)),
  )
}

/** Escapes as what they stand for (CSS Syntax Level 3, §4.3.7). Signs that part a text stay escaped: they part nothing. */
const unescaped = (text: string): string =>
  text.includes('\\')
    ? text.replace(
        /\\(?:([0-9a-f]{1,6})[ \t\n\f]?|(\n)|([^0-9a-f\n]))/gi,
        (_, hex?: string, end?: string, sign?: string) => {
          if (end !== undefined) return ''
          const code = Number.parseInt(hex ?? '', 16)
          const stands =
            hex === undefined ? (sign ?? '') : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
          return /["'()\\]/.test(stands) ? '\uFFFD' : stands
        },
      )
    : text

/** What a declaration or an `@import` fetches: what stands in `url(…)`, and strings where a string is an address. */
function addressesIn(node: Declaration | AtRule): readonly string[] {
  const text = unescaped(node.type === 'decl' ? node.value : node.params)
  const stringsToo = node.type === 'atrule' || /image-set\(|\bsrc\(/i.test(text)
  const found = text.matchAll(/(?<url>url\(\s*)?(?:"(?<double>[^"]*)"|'(?<single>[^']*)')|url\((?<bare>[^"')]+)\)/gi)
  return [...found].flatMap(({ groups = {} }) => {
    const { url, double, single, bare } = groups
    return bare ?? (url !== undefined || stringsToo ? (double ?? single ?? []) : [])
  })
}
