import { isText, MEDIA_TYPES } from '../../../core/media-type.ts'
import { type Header, type HostTable, literal, PROGRAMS } from './table.ts'

/** The first line of every nginx file that the tool has written: a file without it is somebody else's and stays. */
export const NGINX_MARKER = '# tx-portal: nginx, made by the build. Changed in portal.yml, not here.'

const add = (headers: readonly Header[], indent: string): string =>
  headers.map(({ name, value }) => `${indent}add_header ${name} "${value}" always;\n`).join('')

/** A snippet for a server block that has a root. All of it stands in one location, so the host's other sites are not touched. */
export function nginxSnippet(table: HostTable): string {
  const { basePath, common, rules, otherwise, feeds, redirects, notFound, hidden } = table
  const types = Object.entries(MEDIA_TYPES)
  const texts = [...new Set(types.map(([, type]) => type).filter(isText)), ...feeds.map(({ type }) => type)].filter(
    // nginx names it by itself, and complains when it is named twice.
    (type) => type !== 'text/html',
  )
  const own = rules.map(
    ({ what, names, headers }) =>
      `  # ${what}\n  location ~* "${names}" {\n${add([...common, ...headers], '    ')}  }\n`,
  )
  const ofFeeds = feeds.map(
    ({ name, type }) => `  location ~ "/${literal(name)}$" {\n    types { }\n    default_type ${type};\n  }\n`,
  )
  const moved = redirects.map(({ from, to }) => `  location = ${from} { return 301 ${to}; }\n`)
  const bare = basePath.slice(0, -1)
  return `${NGINX_MARKER}
${usage(basePath)}${bare === '' ? '' : `location = ${bare} {\n  absolute_redirect off;\n${add([...common, ...otherwise], '  ')}  return 301 ${basePath};\n}\n`}location ${bare === '' ? '' : '^~ '}${basePath} {
  index index.html;
  autoindex off;
  absolute_redirect off;
  error_page 403 =404 ${notFound};
  error_page 404 ${notFound};

  default_type application/octet-stream;
  types {
${types.map(([extension, type]) => `    ${type} ${extension};\n`).join('')}  }
  charset utf-8;
  charset_types ${texts.join(' ')};
  gzip on;
  gzip_vary on;
  gzip_types ${[...texts, 'image/svg+xml'].join(' ')};

${add([...common, ...otherwise], '  ')}
  location ~ "/\\.(?!well-known(?:/|$))" { return 404; }
  location ~ "^${literal(basePath)}(?:${hidden.map(literal).join('|')})$" { return 404; }
  location ~* "${PROGRAMS}" { return 404; }
${own.join('')}${ofFeeds.join('')}${moved.join('')}}
`
}

/** How a web person puts it to use, in the file itself. */
const usage = (basePath: string): string => `#
#   server {
#     listen 443 ssl;    # with https in baseUrl browsers ask for all things by https
#     server_name …;
#     ssl_certificate …;
#     ssl_certificate_key …;
#     root /srv/cong${basePath === '/' ? '/dist' : ''};${basePath === '/' ? '' : `    # the published folder is /srv/cong${basePath.slice(0, -1)}`}
#     include ${basePath === '/' ? '/srv/cong/dist' : `/etc/nginx${/\/[^/]+\/$/.exec(basePath)?.[0].slice(0, -1)}`}.nginx.conf;    # this file, by its own name; not below a root
#   }
`
