import { isText, MEDIA_TYPES } from '../../../core/media-type.ts'
import { type Header, type HostTable, literal, PROGRAMS } from './table.ts'

const set = (headers: readonly Header[], indent: string, when = ''): string =>
  headers.map(({ name, value }) => `${indent}Header ${when}set ${name} "${value}"\n`).join('')

/** `.htaccess` of Apache 2.4, for a folder with `AllowOverride All`. What a server has not loaded is left out, not an error. */
export function htaccess(table: HostTable): string {
  const { basePath, common, rules, otherwise, feeds, redirects, notFound, hidden } = table
  const types = Object.entries(MEDIA_TYPES)
  const texts = types.flatMap(([extension, type]) => (isText(type) ? [`.${extension}`] : []))
  const compressed = [...new Set([...types.map(([, type]) => type).filter(isText), 'image/svg+xml'])]
  const files = rules.map(
    ({ what, names, headers }) =>
      `  # ${what}\n  <FilesMatch "(?i)${names}">\n${set(headers, '    ')}  </FilesMatch>\n`,
  )
  const ofFeeds = feeds.map(({ name, type }) => `<Files "${name}">\n  ForceType "${type}; charset=utf-8"\n</Files>\n`)
  return `# Made by tx-portal from portal.yml: changed there, not here.
Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 403 ${notFound}
ErrorDocument 404 ${notFound}

AddDefaultCharset utf-8
AddCharset utf-8 ${texts.join(' ')}
${types.map(([extension, type]) => `AddType ${type} .${extension}\n`).join('')}${ofFeeds.join('')}
<IfModule mod_headers.c>
${set(common, '  ', 'always ')}${set(otherwise, '  ')}${files.join('')}</IfModule>

<IfModule mod_filter.c>
  <IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE ${[...compressed, ...feeds.map(({ type }) => type)].join(' ')}
  </IfModule>
</IfModule>

<IfModule mod_alias.c>
  RedirectMatch 404 "/\\.(?!well-known(?:/|$))"
  RedirectMatch 404 "^${literal(basePath)}(?:${hidden.map(literal).join('|')})$"
${redirects.map(({ from, to }) => `  RedirectMatch 301 "^${literal(from)}$" "${to}"\n`).join('')}  RedirectMatch 404 "(?i)${PROGRAMS}"
</IfModule>
`
}
