import { isText, MEDIA_TYPES } from '../../../core/media-type.ts'
import type { HostTable } from './table.ts'

/** IIS refuses a site whose web.config is over 250 kB (MaxWebConfigFileSizeInKB): redirects fill it up to here. */
const ROOM = 200_000

const attribute = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')

const YEAR = '365.00:00:00'

/**
 * `web.config` of IIS 8 and newer, with what every IIS has: no URL Rewrite module, whose absence would stop the whole
 * site. Without it headers by name of file cannot be said: pictures are kept as long as pages, documents may open in
 * the browser.
 */
export function webConfig(table: HostTable): string {
  const { common, feeds, hidden } = table
  const mime = (extension: string, type: string) =>
    `<remove fileExtension=".${extension}" /><mimeMap fileExtension=".${extension}" mimeType="${attribute(type)}" />`
  const withCharset = (type: string) => (isText(type) ? `${type}; charset=utf-8` : type)
  const ofFeeds = feeds.flatMap(({ type, paths }) =>
    paths.map(
      (path) => `  <location path="${attribute(path)}">
    <system.webServer><staticContent>${mime(path.slice(path.lastIndexOf('.') + 1), `${type}; charset=utf-8`)}</staticContent></system.webServer>
  </location>
`,
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Made by tx-portal from portal.yml: changed there, not here. -->
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <defaultDocument enabled="true"><files><clear /><add value="index.html" /></files></defaultDocument>
    <httpErrors errorMode="Custom" existingResponse="Auto">
      <remove statusCode="403" /><error statusCode="403" path="404.html" responseMode="File" />
      <remove statusCode="404" /><error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <security><requestFiltering><hiddenSegments>
${[...hidden.filter((name) => name !== 'web.config'), '.htaccess', '.tx-portal'].map((name) => `      <remove segment="${name}" /><add segment="${name}" />\n`).join('')}    </hiddenSegments></requestFiltering></security>
    <httpProtocol><customHeaders>
      <remove name="X-Powered-By" />
${common.map(({ name, value }) => `      <remove name="${name}" /><add name="${name}" value="${attribute(value)}" />\n`).join('')}    </customHeaders></httpProtocol>
    <staticContent>
      <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="00:05:00" />
${Object.entries(MEDIA_TYPES)
  .map(([extension, type]) => `      ${mime(extension, withCharset(type))}\n`)
  .join('')}      ${mime('', 'application/octet-stream')}
    </staticContent>
${redirection(table)}  </system.webServer>
  <location path="assets">
    <system.webServer><staticContent><clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${YEAR}" cacheControlCustom="public, immutable" /></staticContent></system.webServer>
  </location>
${ofFeeds.join('')}</configuration>
`
}

function redirection({ redirects }: HostTable): string {
  if (redirects.length === 0) return ''
  const lines: string[] = []
  let size = 0
  for (const { from, to } of redirects) {
    const line = `      <add wildcard="${attribute(from)}" destination="${attribute(to)}" />\n`
    size += line.length
    if (size > ROOM) break
    lines.push(line)
  }
  const rest = redirects.length - lines.length
  const note =
    rest === 0 ? '' : `      <!-- ${rest} more answer by their redirect pages: this file must stay below 250 kB. -->\n`
  return `    <httpRedirect enabled="true" exactDestination="true" httpResponseStatus="Permanent">
${lines.join('')}${note}    </httpRedirect>
`
}
