import { domainToUnicode } from 'node:url'
import type { Heading, LinkRef, LinkTarget } from '../../core/bulletin.ts'
import type { Config } from '../../core/config.ts'
import { diagnose } from '../../core/diagnostic.ts'
import { basename, resolvePath, wayTo } from '../../core/path.ts'
import type { Source } from '../../core/source.ts'
import { videoSite } from '../../core/video.ts'
import { nearest } from '../../text/nearest.ts'
import { oneLine } from '../../text/normalize.ts'
import { gambling } from '../../text/proof/gambling.ts'
import { isGamblingAddress, leadsToGambling } from '../../text/proof/gambling-address.ts'
import type { AttachmentBox } from './attachments.ts'
import type { Context } from './context.ts'
import type { Say } from './fields.ts'
import { isOneOf } from './gambling.ts'
import type { Home } from './home.ts'
import { areUnseen, hostsBehind, promisedHost, promisedMail, unescaped } from './link-words.ts'
import { findDocument, findFile } from './references.ts'

const SHORTENERS = new Set(
  'bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly cutt.ly rebrand.ly shorturl.at s.id rb.gy shope.ee by.com.vn t.ly tiny.cc lnkd.in m.me zalo.me.link'.split(
    ' ',
  ),
)

/** Where each link of a body leads; what leads nowhere or somewhere doubtful is said at its line. */
export function resolveLinks(
  refs: readonly LinkRef[],
  headings: readonly Heading[],
  box: AttachmentBox,
  home: Home,
  context: Context,
  say: Say,
): readonly LinkTarget[] {
  return refs.map((ref) => resolveLink(ref, headings, box, home, context, say))
}

/** Whether links lead only to their own page, to addresses, or out of the portal: where they lead hangs on no other file. */
export const staysAtHome = (refs: readonly LinkRef[]): boolean =>
  refs.every(({ target }) => /^\s*(?:#|\/|[a-z][a-z0-9+.-]*:)/i.test(target))

/** The title of a document whose link says nothing. */
const unnamed = { vi: 'Tài liệu kèm theo', en: 'Attached document' } as const

const NOWHERE: LinkTarget = { to: 'fragment', fragment: '' }

function resolveLink(
  ref: LinkRef,
  headings: readonly Heading[],
  box: AttachmentBox,
  home: Home,
  context: Context,
  say: Say,
): LinkTarget {
  const target = ref.target.trim()
  if (areUnseen(ref.words)) say(diagnose('link/no-words', { href: target }, ref.place))
  if (target.startsWith('#')) return toFragment(target.slice(1), headings, ref, say)
  if (/^(mailto|tel):/i.test(target)) return toContact(target, ref, say)
  if (/^https?:\/\//i.test(target)) return toExternal(target, ref, context, say)
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//') || /[\p{Cc}]/u.test(target)) {
    say(diagnose('link/unsafe', { href: target }, ref.place))
    return NOWHERE
  }
  if (target.startsWith('/')) return { to: 'portal', path: target }
  return toFile(target, ref, box, home, context, say)
}

function toFragment(fragment: string, headings: readonly Heading[], ref: LinkRef, say: Say): LinkTarget {
  if (fragment !== '' && !headings.some((heading) => heading.id === fragment)) {
    say(diagnose('link/anchor', { href: ref.target }, ref.place))
  }
  return { to: 'fragment', fragment }
}

function toContact(target: string, ref: LinkRef, say: Say): LinkTarget {
  if (/^(mailto:[^\s<>"]+@[^\s<>"]+|tel:\+?[\d .()-]{3,20})$/i.test(target)) {
    const promised = promisedMail(ref.words, target)
    const written = unescaped(target)
    if (isGamblingAddress(written.replace(/^mailto:[^?]*@/i, '//')) || leadsToGambling(written, ref.words))
      say(diagnose('link/gambling', { href: target }, ref.place))
    else if (promised !== null) say(diagnose('link/disguised', { given: promised, href: target }, ref.place))
    return { to: 'contact', href: target }
  }
  say(diagnose('link/unsafe', { href: target }, ref.place))
  return NOWHERE
}

function toExternal(target: string, ref: LinkRef, { config }: Context, say: Say): LinkTarget {
  const url = URL.canParse(target) ? new URL(target) : null
  if (url === null || url.username !== '' || url.password !== '') {
    say(diagnose('link/unsafe', { href: target }, ref.place))
    return NOWHERE
  }
  if (isSameSite(url.origin, config.origin) && url.pathname.startsWith(config.basePath)) {
    return { to: 'portal', path: `/${url.pathname.slice(config.basePath.length)}${url.search}${url.hash}` }
  }
  const host = url.hostname.replace(/\.$/, '')
  const known = isOneOf(host, config.linkHosts)
  const disguised = sayDisguised(url, host, ref, known ? config : null, say)
  if (!known && leadsToGambling(url.href, ref.words)) say(diagnose('link/gambling', { href: target }, ref.place))
  else if (/(^|\.)xn--/.test(host)) say(diagnose('link/punycode', { host, unicode: domainToUnicode(host) }, ref.place))
  else if (SHORTENERS.has(host.replace(/^www\./, ''))) say(diagnose('link/shortener', { host }, ref.place))
  // A host that hides behind another's name is not to be put among those that are trusted.
  else if (!known && !disguised && videoSite(url.href) === null) say(diagnose('link/host', { host }, ref.place))
  return { to: 'external', href: url.href, host }
}

/** Of one host: who copies an address from an old letter has `http:` before it. */
const isSameSite = (origin: string, own: string): boolean =>
  origin.replace(/^http:/, 'https:') === own.replace(/^http:/, 'https:')

/**
 * Says of words that promise another site, and whether they do; behind a trusted host, where redirects are open, of another
 * address or words of gambling houses.
 */
function sayDisguised(url: URL, host: string, ref: LinkRef, trusting: Config | null, say: Say): boolean {
  // Most words are no address, and most addresses lead nowhere further.
  const mayPromise = /[.:]/.test(ref.words) && videoSite(url.href) === null
  const promised = mayPromise ? promisedHost(ref.words, host) : null
  if (promised !== null) say(diagnose('link/disguised', { given: promised, href: ref.target.trim() }, ref.place))
  if (trusting === null || !/[?#%:]|\/\//.test(url.pathname + url.search + url.hash)) return promised !== null
  const isStrange = (one: string) => !isOneOf(one, [host, new URL(trusting.baseUrl).hostname, ...trusting.linkHosts])
  const behind = unescaped(url.search + url.hash)
  const [word] = gambling(behind)
  const to = hostsBehind(url).find(isStrange) ?? (word && behind.slice(word.at, word.at + word.length))
  if (to !== undefined) say(diagnose('link/redirect', { host, to }, ref.place))
  return promised !== null
}

function toFile(target: string, ref: LinkRef, box: AttachmentBox, home: Home, context: Context, say: Say): LinkTarget {
  const [path] = splitFragment(target)
  const readings = (ref.readings ?? [target]).map(splitFragment)
  const resolved = resolvePath(home.folder, path)
  if (resolved === null || !resolved.startsWith('content/')) {
    say(diagnose('link/outside', { href: target }, ref.place))
    return NOWHERE
  }
  for (const [reading, fragment] of readings) {
    const source = documentAt(reading, home, context)
    if (source === null) continue
    const headings = fragment === '' ? undefined : context.read(source).value?.body.headings
    if (headings !== undefined && !headings.some((heading) => heading.id === fragment)) {
      say(diagnose('link/anchor', { href: target }, ref.place))
    }
    return { to: 'document', source: source.path, fragment }
  }
  const file = findFile(
    path,
    home,
    readings.map(([reading]) => reading),
  )
  if (file.found === 'file') {
    const number = box.take(
      file.source,
      { value: ref.words || unnamed[context.config.language], place: ref.place },
      ref.place,
      say,
    )
    return number === null ? NOWHERE : { to: 'attachment', attachment: number }
  }
  // What ends like a file is one of its own; to look at all documents for each costs.
  const mayBeDocument = /\.md$|^[^.]*$/i.test(path.slice(path.lastIndexOf('/') + 1))
  const near =
    (mayBeDocument ? nearestDocument(path, home, context) : null) ?? (file.found === 'nothing' ? file.nearest : null)
  say(diagnose('link/broken', { href: target, nearest: near }, ref.place))
  return NOWHERE
}

/** The document a way from here leads to, with any blank for any other where none has just that name. */
function documentAt(path: string, home: Home, { sources, homes }: Context): Source | null {
  const resolved = resolvePath(home.folder, path)
  if (resolved === null || !resolved.startsWith('content/')) return null
  const source = findDocument(resolved, sources)
  if (source !== null || !/\s/.test(resolved)) return source
  const meant = oneLine(resolved)
  const alike = [...homes.documents.values()].find(({ source: { path } }) =>
    [path, path.replace(/\/index\.md$/, ''), path.replace(/\.md$/, '')].some((one) => oneLine(one) === meant),
  )
  return alike?.source ?? null
}

/** The other document whose path from here, or bare name, is nearest to what was typed, as a link from here: it is to be pasted. */
function nearestDocument(path: string, home: Home, { homes }: Context): string | null {
  const links = new Map<string, string>()
  for (const { source } of homes.documents.values()) {
    if (source === home.source) continue
    const meant = /\.md$/i.test(path) ? source.path : source.path.replace(/(?:\/index)?\.md$/i, '')
    const link = wayTo(home.folder, meant)
    links.set(link, link)
    const name = basename(meant)
    if (!links.has(name) && !/^index\.md$/i.test(name)) links.set(name, link)
  }
  const near = nearest(path, links.keys())
  // The ways are alike for what all of them have: `../` and `/index.md`.
  return near === null || nearest(ownName(path), [ownName(near)]) === null ? null : (links.get(near) ?? null)
}

/** The name of a document at the end of a way to it. */
const ownName = (path: string): string => basename(path.replace(/(?:\/index)?\.md$/i, '').replace(/\/$/, ''))

/** `a b.md#muc-1` → path and fragment; a name may hold `#` only before a dot (`Kế hoạch #2.pdf`). */
function splitFragment(target: string): readonly [string, string] {
  const hash = target.lastIndexOf('#')
  return hash < 0 || target.slice(hash).includes('.') ? [target, ''] : [target.slice(0, hash), target.slice(hash + 1)]
}
