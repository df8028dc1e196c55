import { type Digest, digestOf } from '../../core/digest.ts'
import { type OutputPath, outputPath } from '../../core/path.ts'
import type { PosterJob } from '../../core/plan.ts'
import { POSTER_SIZE, type Poster } from '../../core/poster.ts'
import type { Site } from '../../core/site.ts'
import type { ImageView } from '../../core/view.ts'
import { absoluteOf, hrefOf } from './desk.ts'
import { ENCODER } from './photos.ts'

/** Counts up when posters look otherwise: it is in the published names. */
const POSTERS = 1

/** What is drawn, and where it is published. */
export interface Drawn {
  readonly poster: Poster
  readonly path: OutputPath
  readonly digest: Digest
}

/** A poster in the portal's colours; at: its path up to the digest that names its looks, and behind that. */
export function drawn(site: Site, words: Omit<Poster, 'primary' | 'accent'>, at: (hash: string) => string): Drawn {
  const { primary, accent } = site.config.theme
  const poster: Poster = { ...words, primary, accent }
  const digest = digestOf({ encoder: ENCODER, posters: POSTERS, poster })
  return { poster, path: outputPath(at(digestOf({ posters: POSTERS, poster }).slice(0, 8))), digest }
}

/** The portal's host, at the foot of its posters. */
export const hostOf = ({ config }: Site): string => config.origin.replace(/^https?:\/\//, '')

/** A poster as templates see it. */
export const posterImage = (site: Site, { poster, path }: Drawn): ImageView => ({
  src: hrefOf(site, `/${path}`),
  srcset: '',
  sources: [],
  url: absoluteOf(site, `/${path}`),
  ...POSTER_SIZE,
  alt: poster.portal === '' ? poster.heading : `${poster.heading} – ${poster.portal}`,
  caption: null,
  credit: null,
  original: null,
})

/** The portal's own: the front page and lists show it where they are shared. */
function portalDrawn(site: Site): Drawn {
  const { title, agency } = site.config
  const portal = agency.name === title ? '' : agency.name
  return drawn(site, { portal, heading: title, foot: hostOf(site) }, (hash) => `assets/cards/portal.${hash}.png`)
}

/** The portal's poster; none where portal.yml wants none. */
export function portalPosters({ site }: { readonly site: Site }): readonly PosterJob[] {
  if (site.config.cards === 'none') return []
  return [{ kind: 'poster', ...portalDrawn(site), phase: 'asset', of: site.config.files.portal }]
}

const images = new WeakMap<Site, ImageView | null>()

/** The same as templates see it: hundreds of lists show one. */
export function portalPosterView(site: Site): ImageView | null {
  const before = images.get(site)
  if (before !== undefined) return before
  const image = site.config.cards === 'none' ? null : posterImage(site, portalDrawn(site))
  images.set(site, image)
  return image
}
