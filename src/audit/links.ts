import { type Element, shapeOf } from './document.ts'

/** An address that a page names; shape says where in its structure. */
export interface Link {
  readonly href: string
  readonly shape: string
}

/** Every address that a browser would follow or fetch, as written. */
export const linksOf = (elements: readonly Element[]): readonly Link[] =>
  elements.flatMap((element) => {
    const hrefs = addressesOf(element)
    const shape = hrefs.length === 0 ? '' : shapeOf(element)
    return hrefs.map((href) => ({ href, shape }))
  })

/** Every address that an element names. */
export function addressesOf({ name, attributes }: Element): readonly string[] {
  const value = (key: string): readonly string[] => {
    const given = attributes.get(key)
    return given === undefined ? [] : [given]
  }
  if (name === 'meta' && /^refresh$/i.test(attributes.get('http-equiv') ?? ''))
    return value('content').flatMap((content) => /url=\s*(.+)$/i.exec(content)?.[1] ?? [])
  if (name === 'a' || name === 'area' || name === 'link') return value('href')
  if (name === 'form') return value('action')
  if (!/^(?:img|source|script|iframe|video|audio|track|embed|input)$/.test(name)) return []
  const variants = value('srcset').flatMap((set) => set.split(',').flatMap((one) => one.trim().split(/\s+/)[0] ?? []))
  return [...value('src'), ...value('poster'), ...variants]
}

/** Where a link leads within the portal: a file it publishes (null: none could), and what follows `#`. */
export interface Target {
  readonly file: string | null
  readonly fragment: string
}

/** Resolves links of pages of a portal at baseUrl; null where a link leaves the portal, which is no business of ours. */
export function resolver(baseUrl: string): (href: string, page: string) => Target | null {
  const base = new URL(baseUrl)
  const known = new Map<string, Target | null>()
  const resolve = (href: string, page: string): Target | null => {
    const written = href.trim()
    const from = new URL(encodeURI(page.replace(/(^|\/)index\.html$/, '$1')), base)
    if (!URL.canParse(written, from)) return { file: null, fragment: '' }
    const url = new URL(written, from)
    const bare = !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)
    if (url.origin !== base.origin) return null
    // Another portal may live on the same host: a whole address of it is meant, a bare path is a base path forgotten.
    // Servers lead from the name of a folder to the folder.
    if (`${url.pathname}/` === base.pathname) url.pathname = base.pathname
    if (!url.pathname.startsWith(base.pathname)) return bare ? { file: null, fragment: '' } : null
    const path = decoded(url.pathname.slice(base.pathname.length))
    return { file: path.replace(/(^|\/)$/, '$1index.html'), fragment: decoded(url.hash.slice(1)) }
  }
  return (href, page) => {
    if (!href.startsWith('/')) return resolve(href, page)
    const before = known.get(href)
    if (before !== undefined) return before
    const target = resolve(href, page)
    known.set(href, target)
    return target
  }
}

/** `%C6%B0` and `ư` are one address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC')
  } catch {
    return text
  }
}
