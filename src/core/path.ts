declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** A file of the portal, relative to its root, `/` between names, NFC: `content/portal.yml`. */
export type SourcePath = Branded<'SourcePath'>

/** An address on the portal without host and base path, percent-free ASCII: `/2023/hoi-nghi/`. */
export type UrlPath = Branded<'UrlPath'>

/** A file of the published folder, relative to it, `/` between names: `2023/hoi-nghi/index.html`. */
export type OutputPath = Branded<'OutputPath'>

/** Trusts that a string is a source path: only for doors and tests. */
export const sourcePath = (text: string): SourcePath => text.normalize('NFC') as SourcePath

/** Trusts that a string is an address path: for planners, which make addresses, and tests. */
export const urlPath = (text: string): UrlPath => text as UrlPath

/** The address that a file answers: `/2023/x/` of `2023/x/index.html`, else its path. */
export const addressAt = (path: string): UrlPath =>
  (path === INDEX || path.endsWith(`/${INDEX}`) ? `/${path.slice(0, -INDEX.length)}` : `/${path}`) as UrlPath

const INDEX = 'index.html'

/** Trusts that a string is an output path: for planners and tests. */
export const outputPath = (text: string): OutputPath => text as OutputPath

/** The file that answers an address: `/a/` → `a/index.html`, `/rss.xml` → `rss.xml`. */
export const fileOf = (address: UrlPath): OutputPath =>
  outputPath(address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1))

/** The folder part without trailing slash: `a/b.md` → `a`; '' at the top. */
export const dirname = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** The last name: `a/b.md` → `b.md`. */
export const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** The extension in lower case without its dot, '' if none: `Kế hoạch.PDF` → `pdf`. */
export function extname(path: string): string {
  const name = basename(path)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
}

/** A reference with `/` for `\`, as Windows parts names; one that begins with it leads away and stays as it is. */
export const withSlashes = (reference: string): string =>
  reference.startsWith('\\') || /^[a-z][a-z0-9+.-]*:/i.test(reference) ? reference : reference.replaceAll('\\', '/')

/** Joins a relative reference to a folder; null when it leads out of the tree (`..` too often, absolute, drive, UNC). */
export function resolvePath(folder: string, reference: string): string | null {
  if (/^[/\\]|^[a-z]:|\\|\0/i.test(reference)) return null
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of reference.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') {
      if (parts.length === 0) return null
      parts.pop()
    } else parts.push(part)
  }
  return parts.join('/')
}

/** The relative reference from a folder to a path of the same tree, as resolvePath reads it: `a/b`, `a/c/d.md` → `../c/d.md`. */
export function wayTo(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/')
  const to = path.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

/**
 * Whether a path may be written and removed: relative, `/` between names, no way out, nothing of the tool's own,
 * no control characters (they would break the manifest's lines) and no `:` (a drive or a stream on Windows).
 */
export const isOutputName = (path: string): boolean => path !== '' && !misnamed.test(path) && !ourOwn.test(path)

/**
 * Whether Windows has no file by one of the names in a path: devices with any ending (`con`, `AUX.txt`), a name that ends with a
 * point or a blank. (Microsoft, “Naming Files, Paths, and Namespaces”, Naming Conventions.)
 */
export const isReservedName = (path: string): boolean =>
  /(?:^|\/)(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.[^/]*)?(?:\/|$)|[. ](?:\/|$)/i.test(path)

/** Whether an address may have been published by the tool: as `aliases:` are written, and nothing that a server would read as a pattern. */
export const isAddress = (text: string): boolean =>
  /^(?:\/|(?:\/[A-Za-z0-9_~-][A-Za-z0-9_~.-]*)+\/?)$/.test(text) && !isReservedName(text)

const misnamed = /[\\:\x00-\x1f\x7f]|^\/|\/\/|\/$|(?:^|\/)\.\.?(?:\/|$)/
const ourOwn = /^(?:\.tx-portal(?:\/|$)|manifest\.sha256$)/i
