import type { Header, HostTable } from './table.ts'

const lines = (headers: readonly Header[]): string => headers.map(({ name, value }) => `  ${name}: ${value}\n`).join('')

/**
 * `_headers` of Cloudflare Pages, Netlify and their kin. Several patterns that fit are joined there, not replaced, so
 * nothing is said twice: pages keep the host's own way of asking again each time.
 */
export function headersFile({ basePath, common, rules, feeds }: HostTable): string {
  const blocks = [
    `${basePath}*\n${lines(common)}`,
    ...rules.flatMap(({ globs, headers }) =>
      globs.map((glob) => {
        // A document fits nothing else that speaks of caching.
        const said = glob.startsWith('*') ? headers.filter(({ name }) => name !== 'Cache-Control') : headers
        return `${basePath}${glob}\n${lines(said)}`
      }),
    ),
    ...feeds.map(
      ({ name, type }) => `${basePath}${name}\n${lines([{ name: 'Content-Type', value: `${type}; charset=utf-8` }])}`,
    ),
  ]
  return `# Made by tx-portal from portal.yml: changed there, not here.\n${blocks.join('')}`
}

/** `_redirects` of the same hosts. A redirect page answers where the host serves files first. */
export const redirectsFile = ({ redirects }: HostTable): string =>
  `# Made by tx-portal from the old addresses of documents.\n${redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('')}`
