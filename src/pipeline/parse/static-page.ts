import { type Diagnostic, diagnose, type Place } from '../../core/diagnostic.ts'
import { VEIL } from '../../text/proof/finding.ts'
import { gambling } from '../../text/proof/gambling.ts'
import { isGamblingAddress } from '../../text/proof/gambling-address.ts'

/** More than a person mends at once is not looked for. */
const MOST = 20

/** What runs in browsers: scripts, handlers of events, addresses that are code. */
const running = /<(?:\w+:)?script\b|<[a-z][^<>]{0,2000}?[\s"'/](on[a-z]+)\s*=|\bjavascript\s*:/gi
const addresses = /(?:https?:)?\/\/[^\s"'<>()]+/gi

/** What is doubtful in a page or drawing that is published as it is. text is NFC with \n. */
export function readStaticPage(text: string): readonly Diagnostic[] {
  const placeOf = (at: number, length: number): Place => {
    const before = text.slice(0, at)
    return { line: before.split('\n').length, column: at - before.lastIndexOf('\n'), length }
  }
  const [code] = first(text.matchAll(running), 1, () => true)
  const shown = code === undefined ? '' : (code[1] ?? code[0])
  const codes =
    code === undefined
      ? []
      : [diagnose('file/runs', { text: shown }, placeOf(code.index + code[0].lastIndexOf(shown), shown.length))]
  const links = first(text.matchAll(addresses), MOST, ([href]) => isGamblingAddress(href)).map(({ index, 0: href }) =>
    diagnose('link/gambling', { href }, placeOf(index, href.length)),
  )
  const read = text.replace(addresses, (address) => VEIL.repeat(address.length))
  const words = gambling(read)
    .slice(0, MOST)
    .map(({ at, length }) =>
      diagnose('words/gambling', { text: read.slice(at, at + length), where: 'portal' }, placeOf(at, length)),
    )
  return [...codes, ...links, ...words].slice(0, MOST)
}

/** The first so many of what is found that are meant; the others are not looked for. */
function first(found: Iterable<RegExpExecArray>, most: number, isMeant: (one: RegExpExecArray) => boolean) {
  const taken: RegExpExecArray[] = []
  for (const one of found) {
    if (isMeant(one)) taken.push(one)
    if (taken.length >= most) break
  }
  return taken
}
