import { domainToASCII } from 'node:url'

/** What fonts draw as a blank, though it is a letter or a symbol. */
const blank = /[\s\p{Z}\p{C}\u115F\u1160\u2800\u3164\uFFA0]/gu

/**
 * Whether words of a link show nothing that one would see to press: blanks, full stops and other signs of sentences alone. Brackets that
 * say nothing get words of the theme; marks of notes (`*`, `†`, `§`) and arrows are seen.
 */
export const areUnseen = (words: string): boolean =>
  words !== '' && /^[.,;:·•'’‘"“”`´_‐-―-]*$/.test(words.replace(blank, ''))

/** Endings of hosts, without those that end names of files. */
const ending =
  'vn|com|net|org|info|biz|edu|gov|int|io|xyz|top|vip|club|site|online|app|asia|eu|us|uk|fr|de|jp|kr|cn|la|kh|tw|sg'
const whole = new RegExp(`^(?:www\\.)?((?:[\\p{L}\\p{N}-]+\\.)+(?:${ending}))(?::\\d+)?(?:[/?#]\\S*)?$`, 'iu')

/** The hosts that words name: as an address anywhere, or by themselves. */
function hostsIn(words: string): readonly string[] {
  const addresses = [...words.matchAll(/https?:\/\/(?:[^\s/?#@]*@)?([\p{L}\p{N}_.-]*[\p{L}\p{N}])/giu)].map(
    ([, host = '']) => host,
  )
  const alone = /[@:]/.test(words) ? undefined : whole.exec(words.trim())?.[1]
  return [...addresses, ...(alone === undefined ? [] : [alone])]
}

/** The host that words promise where the link leads to another site; null: they promise none, or this one. */
export function promisedHost(words: string, host: string): string | null {
  const promised = hostsIn(words)
  return promised.every((one) => isSameSite(plain(one), plain(host))) ? null : (promised[0] ?? null)
}

/** The mail address that words promise where another is written to. */
export function promisedMail(words: string, target: string): string | null {
  const promised = /^[^\s@]+@[^\s@]+\.[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(words.trim())?.[0]
  const meant = /^mailto:([^?]*)/i.exec(target)?.[1]
  return promised === undefined || meant?.toLowerCase() === promised.toLowerCase() ? null : promised
}

const plain = (host: string): string => {
  const bare = host.replace(/\.$/, '')
  const name = (domainToASCII(bare) || bare).toLowerCase().replace(/^www\./, '')
  return otherNames[name] ?? name
}

/** Short names of sites of which people write both. */
const otherNames: Readonly<Record<string, string>> = {
  'fb.com': 'facebook.com',
  'fb.me': 'facebook.com',
  'fb.watch': 'facebook.com',
  'm.me': 'facebook.com',
  'youtu.be': 'youtube.com',
}

/** One within the other; `gov.vn` is nobody's. */
const isSameSite = (a: string, b: string): boolean =>
  a === b || [[a, b] as const, [b, a] as const].some(([part, site]) => isSite(site) && part.endsWith(`.${site}`))

const isSite = (host: string): boolean => host.includes('.') && !/^(?:gov|com|net|org|edu)\.vn$/.test(host)

/** The hosts of addresses that stand behind the host of an address, however often they were escaped. */
export function hostsBehind({ pathname, search, hash }: URL): readonly string[] {
  const behind = unescaped(pathname + search + hash)
  return [...behind.matchAll(/(?:https?:|[=#])[\\/]{2}([^\s/?#&:\\]+\.[^\s/?#&:\\]+)/gi)].map(([, host = '']) =>
    plain(host),
  )
}

/** `%2568` → `%68` → `h`. */
export function unescaped(text: string): string {
  let now = text
  for (let time = 0; time < 3; time += 1) {
    try {
      now = decodeURIComponent(now.replace(/\+/g, ' '))
    } catch {
      break
    }
  }
  return now
}
