import type { Raw } from '../../core/bulletin.ts'
import { type Diagnostic, diagnose } from '../../core/diagnostic.ts'
import { gambling } from '../../text/proof/gambling.ts'
import { isGamblingAddress } from '../../text/proof/gambling-address.ts'
import { placesOf } from '../parse/proof/fields.ts'

/** Whether a host is one of these, or within one of them. */
export const isOneOf = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((known) => host === known || host.endsWith(`.${known}`))

/** What gambling houses left in a file of the portal's own that is no document: all of it may stand on every page. */
export function gamblingIn(raw: Raw, linkHosts: readonly string[]): readonly Diagnostic[] {
  if (raw.kind === 'list') return raw.items.flatMap((item) => gamblingIn(item, linkHosts))
  // Hosts that are trusted lead nowhere by themselves.
  if (raw.kind === 'map')
    return raw.entries.flatMap(({ key, value }) => (key === 'linkHosts' ? [] : gamblingIn(value, linkHosts)))
  const text = raw.text.trim()
  if (text.startsWith('/') && !text.startsWith('//')) return []
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(text)) return leadsAstray(text, linkHosts) ? [leading(text, raw)] : []
  const placeAt = placesOf(raw)
  return gambling(raw.text).map(({ at, length }) =>
    diagnose('words/gambling', { text: raw.text.slice(at, at + length), where: 'portal' }, placeAt(at, length)),
  )
}

/** Whether an address is one of a gambling house, and not of a host that people trust. */
export function leadsAstray(address: string, linkHosts: readonly string[]): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : null
  return (host === null || !isOneOf(host, linkHosts)) && isGamblingAddress(address)
}

const leading = (href: string, { place }: Raw): Diagnostic => diagnose('link/gambling', { href }, place)
