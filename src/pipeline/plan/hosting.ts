import type { Host } from '../../core/config.ts'
import { digestOf } from '../../core/digest.ts'
import { outputPath } from '../../core/path.ts'
import type { BesideFile, Job } from '../../core/plan.ts'
import type { Desk } from './desk.ts'
import { htaccess } from './hosting/apache.ts'
import { webConfig } from './hosting/iis.ts'
import { NGINX_MARKER, nginxSnippet } from './hosting/nginx.ts'
import { headersFile, redirectsFile } from './hosting/pages.ts'
import { type HostTable, hostTable } from './hosting/table.ts'

type Writer = (table: HostTable) => string

/** Which files each host reads, and who writes them. */
const WRITERS: readonly (readonly [Host, string, Writer])[] = [
  ['pages', '_headers', headersFile],
  ['pages', '_redirects', redirectsFile],
  ['apache', '.htaccess', htaccess],
  ['iis', 'web.config', webConfig],
]

/** What the servers named in portal.yml need: files of the published folder, and the nginx snippet beside it. */
export function hostingFiles(
  desk: Desk,
  jobs: readonly Job[],
): { readonly jobs: readonly Job[]; readonly beside: readonly BesideFile[] } {
  const { config } = desk.site
  const table = hostTable(config, jobs)
  const wanted = WRITERS.filter(([host]) => config.hosting.for.includes(host))
  const files = wanted.map(([, name, writer]): Job => {
    const text = writer(table)
    const digest = digestOf({ tool: desk.tool.digest, text })
    return { kind: 'data', path: outputPath(name), digest, phase: 'front', of: config.files.portal, text }
  })
  const nginx = config.hosting.for.includes('nginx') ? nginxSnippet(table) : null
  return { jobs: files, beside: [{ suffix: '.nginx.conf', marker: NGINX_MARKER, text: nginx }] }
}
