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
  const codes = [...text.matchAll(running)].map(({ index, 0: found, 1: handler }) => {
    const shown = handler ?? found
    return diagnose('file/runs', { text: shown }, placeOf(index + found.lastIndexOf(shown), shown.length))
  })
  const links = [...text.matchAll(addresses)]
    .filter(([href]) => isGamblingAddress(href))
    .map(({ index, 0: href }) => diagnose('link/gambling', { href }, placeOf(index, href.length)))
  const read = text.replace(addresses, (address) => VEIL.repeat(address.length))
  const words = gambling(read).map(({ at, length }) =>
    diagnose('words/gambling', { text: read.slice(at, at + length), where: 'portal' }, placeOf(at, length)),
  )
  return [...codes.slice(0, 1), ...links, ...words].slice(0, MOST)
}
