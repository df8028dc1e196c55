import { digestOf } from '../../core/digest.ts'
import { outputPath, urlPath } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import type { Site } from '../../core/site.ts'
import type { Sources } from '../../core/source.ts'
import { type Desk, hrefOf } from './desk.ts'

/** A picture of the portal for tabs and home screens, found in content/static by its name. */
export interface Icon {
  readonly href: string
  readonly type: string
  /** As the web app manifest says it: `192x192`, `any`; null where the name does not tell. */
  readonly sizes: string | null
  readonly inHead: boolean
}

type Row = readonly [name: string, type: string, sizes: string | null, inHead: boolean]

const ICONS: readonly Row[] = [
  ['favicon.svg', 'image/svg+xml', 'any', true],
  ['favicon.ico', 'image/x-icon', null, true],
  ['favicon.png', 'image/png', null, true],
  ['icon-192.png', 'image/png', '192x192', false],
  ['icon-512.png', 'image/png', '512x512', false],
]

/** The icons that are there. */
export const iconsOf = (site: Site, sources: Sources): readonly Icon[] =>
  ICONS.filter(([name]) => sources.all.some(({ path }) => path === `content/static/${name}`)).map(
    ([name, type, sizes, inHead]) => ({ href: hrefOf(site, `/${name}`), type, sizes, inHead }),
  )

/** /manifest.webmanifest (W3C Web Application Manifest): how a phone shows the portal among its apps. */
export function appManifest(desk: Desk): readonly Job[] {
  const { site, sources, tool } = desk
  const { config } = site
  const own = config.units.find(({ id }) => id === config.agency.unit)
  const text = `${JSON.stringify(
    {
      id: config.basePath,
      name: config.title,
      short_name: own?.shortName ?? own?.name ?? config.agency.name,
      description: config.agency.name,
      lang: config.language,
      dir: 'ltr',
      start_url: config.basePath,
      scope: config.basePath,
      display: 'browser',
      theme_color: config.theme.primary,
      background_color: '#ffffff',
      icons: iconsOf(site, sources).flatMap(({ href, type, sizes }) =>
        sizes === null ? [] : [{ src: href, type, sizes, purpose: 'any' }],
      ),
    },
    null,
    2,
  )}\n`
  const path = outputPath(urlPath('/manifest.webmanifest').slice(1))
  return [
    {
      kind: 'data',
      path,
      digest: digestOf({ tool: tool.digest, text }),
      phase: 'asset',
      of: config.files.portal,
      text,
    },
  ]
}
