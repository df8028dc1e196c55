import { isIP } from 'node:net'

/** Where a server listens, as it was asked to. */
export interface Place {
  readonly host: string
  readonly port: number
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

/** Whether a server that listens there was meant to be found by other machines. */
export const isOpenAt = (host: string): boolean => host !== '' && !/^(127\.|localhost$|::1$)/i.test(host)

/**
 * Whether a Host header names this server. Another name means that somebody's page has led a browser here (DNS
 * rebinding). A server that listens everywhere is known by any number, but by no name. here: the request comes from this
 * machine; whatever name others give, a server that was not opened to them has nothing for them.
 */
export function hostAllowed(header: string | undefined, { host, port }: Place, here: boolean): boolean {
  if (!here && !isOpenAt(host)) return false
  const found = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i.exec(header ?? '')
  if (found === null || Number(found[2] ?? '80') !== port) return false
  const name = (found[1] ?? '').toLowerCase()
  const bare = name.replace(/^\[|\]$/g, '')
  if (LOOPBACK.has(name) || bare === host.toLowerCase()) return true
  return EVERYWHERE.has(host) && isIP(bare) !== 0
}

/** Whether a connection comes from this machine itself, by the address of its other end. */
export const fromHere = (address: string | undefined): boolean => /^(?:::ffff:)?127\.|^::1$/.test(address ?? '')

/** Whether a request comes from a page of this server, as far as the browser says. */
export function sameOrigin(headers: NodeJS.Dict<string | string[]>): boolean {
  const site = headers['sec-fetch-site']
  const { origin, host } = headers
  return (site === undefined || site === 'same-origin') && (origin === undefined || origin === `http://${host}`)
}

/**
 * Whether a page may stand in a frame of this server's own. Browsers say what they want it for, but only on this machine or over https (Fetch
 * Metadata, section 2): where they cannot say, it may be the phone's width or the paper that somebody looks at from another machine.
 */
export function mayBeFramed({ host, 'sec-fetch-dest': wanted }: NodeJS.Dict<string | string[]>): boolean {
  const here = LOOPBACK.has(String(host).replace(/:\d+$/, '').toLowerCase())
  return wanted === undefined ? !here : wanted === 'iframe'
}

/** The path of a request, decoded once, NFC; null if it is none. It is only ever looked up, never opened. */
export function pathOf(target: string): string | null {
  const path = target.split(/[?#]/, 1)[0] ?? ''
  if (!path.startsWith('/')) return null
  try {
    const decoded = decodeURIComponent(path).normalize('NFC')
    return /[\p{Cc}\\]/u.test(decoded) ? null : decoded
  } catch {
    return null
  }
}
