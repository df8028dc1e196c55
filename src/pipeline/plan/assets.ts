import { digestBytes, digestOf } from '../../core/digest.ts'
import { outputPath } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import type { Source } from '../../core/source.ts'
import { slimStyle } from '../../text/slim-style.ts'
import type { Brief } from './desk.ts'

/** The files of templates/assets with names that change with their content, and where each plain name went. */
export interface Assets {
  readonly jobs: readonly Job[]
  /** Plain name → address without base path: `portal.css` → `/assets/portal.1a2b3c4d.css`. */
  readonly addresses: ReadonlyMap<string, string>
}

const ROOM = 'templates/assets/'

/** assets/css/*.css become one portal.css in the order of their names, with the colours of portal.yml at the end. */
export function planAssets({ sources, styles, scripts, site, tool }: Brief): Assets {
  const files = sources.all.filter(
    ({ kind, path }) => kind === 'asset' && !path.startsWith(`${ROOM}css/`) && !/\.(txt|md)$/i.test(path),
  )
  const addresses = new Map(
    files.map((source) => {
      const name = source.path.slice(ROOM.length)
      const text = scripts.get(source.path)
      return [name, addressOf(name, text === undefined ? source.digest : digestBytes(text))]
    }),
  )
  const copies = files.map((source): Job => {
    const path = outputPath((addresses.get(source.path.slice(ROOM.length)) ?? '').slice(1))
    const of = source.path
    const text = scripts.get(of)
    return text === undefined
      ? {
          kind: 'copy',
          path,
          digest: digestOf({ tool: tool.digest, copy: source.digest }),
          phase: 'asset',
          of,
          source: of,
        }
      : { kind: 'data', path, digest: digestOf({ tool: tool.digest, text }), phase: 'asset', of, text }
  })
  const text = styleSheet(styles, addresses, site.config.theme)
  const css = addressOf('portal.css', digestOf(text))
  addresses.set('portal.css', css)
  const job: Job = {
    kind: 'data',
    path: outputPath(css.slice(1)),
    digest: digestOf({ tool: tool.digest, text }),
    phase: 'asset',
    of: null,
    text,
  }
  return { jobs: [...copies, job], addresses }
}

/** `fonts/a.woff2` → `/assets/fonts/a.1a2b3c4d.woff2`. */
function addressOf(name: string, digest: string): string {
  const dot = name.lastIndexOf('.')
  const end = dot > name.lastIndexOf('/') + 1 ? dot : name.length
  return `/assets/${name.slice(0, end)}.${digest.slice(0, 8)}${name.slice(end)}`
}

function styleSheet(
  styles: readonly { readonly source: Source; readonly text: string }[],
  addresses: ReadonlyMap<string, string>,
  { primary, accent }: { readonly primary: string; readonly accent: string },
): string {
  const rewritten = styles.map(({ text }) =>
    text.replace(/url\("(?:\.\.\/)?([^":]+)"\)/g, (whole, name: string) => {
      const address = addresses.get(name)
      return address === undefined ? whole : `url("${address.slice('/assets/'.length)}")`
    }),
  )
  return `${slimStyle(rewritten.join('\n'))}\n:root{--primary:${primary};--accent:${accent}}\n`
}
