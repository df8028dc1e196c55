import type { Config } from '../../../core/config.ts'
import { DOCUMENTS } from '../../../core/media-type.ts'
import { basename } from '../../../core/path.ts'
import type { Job } from '../../../core/plan.ts'
import { contentPolicy } from '../content-policy.ts'

/** Programs that a server could run: none is published, whoever breaks in leaves them in a folder like this. */
export const PROGRAMS = '\\.(?:php\\d?|phtml|phar|pht|cgi|pl|aspx?|jspx?|shtml)$'

/** A response header. Values have no `"`, `$` or line end: every host's file can hold them. */
export interface Header {
  readonly name: string
  readonly value: string
}

/** Headers of some files beside the common ones, in place of `otherwise`. */
export interface FileRule {
  readonly what: string
  /** A regular expression for the last name of an address, in the part of the language that all hosts share. */
  readonly names: string
  /** The same as patterns with `*`, for hosts that know no expressions; none where that cannot be said. */
  readonly globs: readonly string[]
  readonly headers: readonly Header[]
}

/** Addresses with the base path, without host. */
export interface Redirect {
  readonly from: string
  readonly to: string
}

/** Everything a host must know: each host's file says it in its own language, and nothing else. */
export interface HostTable {
  readonly title: string
  /** `/` or `/sub/`. */
  readonly basePath: string
  /** On every answer, errors too. */
  readonly common: readonly Header[]
  /** A name fits at most one. */
  readonly rules: readonly FileRule[]
  /** Where no rule fits: pages, lists, feeds. */
  readonly otherwise: readonly Header[]
  /** Feeds by their last name: `.xml` alone does not tell. */
  readonly feeds: readonly { readonly name: string; readonly type: string; readonly paths: readonly string[] }[]
  readonly redirects: readonly Redirect[]
  /** Address of the page for addresses that lead nowhere. */
  readonly notFound: string
  /** Files for the host, not for readers; whatever begins with a dot is refused too, but `.well-known`. */
  readonly hidden: readonly string[]
}

const FOR_EVER = { name: 'Cache-Control', value: 'public, max-age=31536000, immutable' }
const FOR_A_WHILE = { name: 'Cache-Control', value: 'public, max-age=300' }

const RULES: readonly FileRule[] = [
  {
    what: 'styles, fonts and scripts: a new content has a new name',
    names: '\\.[0-9a-f]{8}\\.(?:css|js|woff2?|svg|png|jpg|webp|avif|json)$',
    globs: ['assets/*'],
    headers: [FOR_EVER],
  },
  {
    what: 'pictures of bulletins: the same',
    names: '-[0-9a-f]{8}-[0-9]+\\.(?:jpg|png|webp|avif)$',
    globs: [],
    headers: [FOR_EVER],
  },
  {
    what: 'documents: to be saved, never shown as a page of the portal',
    names: `\\.(?:${DOCUMENTS.join('|')})$`,
    globs: DOCUMENTS.map((extension) => `*.${extension}`),
    headers: [FOR_A_WHILE, { name: 'Content-Disposition', value: 'attachment' }],
  },
]

const FEEDS = [
  { name: 'rss.xml', type: 'application/rss+xml' },
  { name: 'atom.xml', type: 'application/atom+xml' },
  { name: 'feed.json', type: 'application/feed+json' },
]

/** The one table behind every host's file: from the configuration, and from the plan's own redirects and feeds. */
export function hostTable(config: Config, jobs: readonly Job[]): HostTable {
  const { basePath } = config
  return {
    title: config.title,
    basePath,
    common: commonHeaders(config),
    rules: RULES,
    otherwise: [FOR_A_WHILE],
    feeds: FEEDS.map((feed) => ({
      ...feed,
      paths: jobs
        .filter(({ path }) => path.endsWith(feed.name) && basename(path) === feed.name)
        .map(({ path }) => path),
    })),
    redirects: redirectsOf(jobs, basePath),
    notFound: `${basePath}404.html`,
    hidden: ['_headers', '_redirects', 'web.config'],
  }
}

/** What every host sends with a file, by the last name of its address. */
export const headersOf = (config: Config, name: string): readonly Header[] => [
  ...commonHeaders(config),
  ...(RULES.find(({ names }) => new RegExp(names).test(name))?.headers ?? [FOR_A_WHILE]),
]

/** What trust asks of every answer, wherever it comes from: the preview sends the same. */
export const TRUST: readonly Header[] = [
  { name: 'X-Content-Type-Options', value: 'nosniff' },
  { name: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { name: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { name: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

/** What every answer of this portal's hosts carries. Only a portal on https may tell browsers to keep to it. */
function commonHeaders({ baseUrl, measurement, hosting }: Config): readonly Header[] {
  const safe = baseUrl.startsWith('https:')
  const policy = [contentPolicy(measurement), "frame-ancestors 'none'", ...(safe ? ['upgrade-insecure-requests'] : [])]
  return [
    { name: 'Content-Security-Policy', value: policy.join('; ') },
    ...TRUST,
    ...(safe && hosting.hsts ? [{ name: 'Strict-Transport-Security', value: 'max-age=31536000' }] : []),
  ]
}

/** Wherever the plan makes a redirect page the host redirects too, whatever the reason; sorted, with and without the last slash. */
function redirectsOf(jobs: readonly Job[], basePath: string): readonly Redirect[] {
  const found = jobs.flatMap((job) => {
    if (job.kind !== 'page' || job.shows !== 'redirect' || job.view.redirect === undefined) return []
    const { to } = job.view.redirect
    const from = basePath + job.path.replace(/(^|\/)index\.html$/, '$1')
    return from.endsWith('/') ? [from, from.slice(0, -1)].map((one) => ({ from: one, to })) : [{ from, to }]
  })
  return found.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** A text as a regular expression that fits it alone. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
