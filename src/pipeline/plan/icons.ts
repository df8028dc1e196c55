import { digestOf } from '../../core/digest.ts'
import { mediaTypeOf } from '../../core/media-type.ts'
import { outputPath, sourcePath, urlPath } from '../../core/path.ts'
import type { IconJob, Job } from '../../core/plan.ts'
import type { Site } from '../../core/site.ts'
import type { Sources } from '../../core/source.ts'
import { type Desk, hrefOf, staticHref } from './desk.ts'
import { ENCODER } from './photos.ts'

/** A picture of the portal for tabs and home screens: found in content/static by its name, else one that stands in. */
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

/** Where the drawn icon lies. */
const DRAWN = urlPath('/favicon.svg')

/**
 * The icons that are there. Without one for tabs the emblem is it, which every page shows anyway; without that a drawn one:
 * browsers ask for /favicon.ico where a page names none.
 */
export function iconsOf(site: Site, sources: Sources): readonly Icon[] {
  const found = ownIcons(site, sources)
  if (found.some(({ inHead }) => inHead)) return found
  const { emblem } = site.config.agency
  const stand =
    emblem === null
      ? { href: hrefOf(site, DRAWN), type: 'image/svg+xml', sizes: 'any' }
      : { href: staticHref(site, emblem), type: mediaTypeOf(emblem), sizes: null }
  return [{ ...stand, inHead: true }, ...found]
}

const ownIcons = (site: Site, sources: Sources): readonly Icon[] =>
  ICONS.filter(([name]) => sources.byPath.has(sourcePath(`content/static/${name}`))).map(
    ([name, type, sizes, inHead]) => ({ href: hrefOf(site, `/${name}`), type, sizes, inHead }),
  )

/** A house with a flag in the portal's colours, for a portal that has neither icon nor emblem. */
export function drawnIcon({ site, sources, tool }: Desk): readonly Job[] {
  const { agency, files, theme } = site.config
  if (agency.emblem !== null || ownIcons(site, sources).some(({ inHead }) => inHead)) return []
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="${theme.primary}"/><path d="M32 8h14l-4 5 4 5H34v5l18 9v5H12v-5l18-9V8z" fill="${theme.accent}"/><path d="M16 39h6v12h-6zM29 39h6v12h-6zM42 39h6v12h-6zM12 52h40v5H12z" fill="#fff"/></svg>\n`
  const digest = digestOf({ tool: tool.digest, text })
  return [{ kind: 'data', path: outputPath(DRAWN.slice(1)), digest, phase: 'asset', of: files.portal, text }]
}

/** Counts up when the icon at the root comes out otherwise. */
const ROOT_ICON = 1

/** Of these a small icon is made, the first that is there; SVG is never drawn here: its loader stays shut. */
const RASTERS = ['favicon.png', 'icon-192.png', 'icon-512.png'].map((name) => sourcePath(`content/static/${name}`))

/** /favicon.ico, unless the portal has one: browsers, feed readers and messengers ask for it whatever a page names. */
export function rootIcon({ site, sources }: Desk): readonly IconJob[] {
  const path = outputPath('favicon.ico')
  if (sources.all.some(({ path: own }) => own.toLowerCase() === `content/static/${path}`)) return []
  const { agency, files, theme } = site.config
  const rasters = [...RASTERS, ...(agency.emblem === null ? [] : [sourcePath(agency.emblem)])]
  const of = rasters.find((one) => sources.byPath.has(one) && !/\.svg$/i.test(one)) ?? null
  const drawn = { primary: theme.primary, accent: theme.accent }
  const digest = digestOf({ encoder: ENCODER, icon: ROOT_ICON, of: of && sources.byPath.get(of)?.digest, drawn })
  return [{ kind: 'icon', path, digest, phase: 'asset', of: of ?? files.portal, source: of, ...drawn }]
}

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
