import type { Bulletin } from '../../core/bulletin.ts'
import { type Digest, digestOf } from '../../core/digest.ts'
import { basename, type OutputPath, outputPath } from '../../core/path.ts'
import type { PosterJob } from '../../core/plan.ts'
import { POSTER_SIZE, type Poster } from '../../core/poster.ts'
import type { ImageView } from '../../core/view.ts'
import { absoluteOf, type Desk, hrefOf } from './desk.ts'
import { categoryName } from './meta.ts'
import { ENCODER, hasShared } from './photos.ts'

/** Counts up when posters look otherwise: it is in the published names. */
const POSTERS = 1

/** What is drawn for a bulletin without photos, or whose cover is too small or too narrow, and where: one for its section, or one of its own. */
interface Drawn {
  readonly poster: Poster
  readonly path: OutputPath
  readonly digest: Digest
}

function drawnFor(desk: Desk, bulletin: Bulletin): Drawn {
  const { config } = desk.site
  const { primary, accent } = config.theme
  const host = config.origin.replace(/^https?:\/\//, '')
  const section = categoryName(desk, bulletin.category)
  const own = config.cards === 'title'
  const poster: Poster = {
    portal: config.title,
    heading: own ? (bulletin.shortTitle ?? bulletin.title) : section,
    foot: own ? `${section} · ${host}` : host,
    primary,
    accent,
  }
  const digest = digestOf({ encoder: ENCODER, posters: POSTERS, poster })
  const hash = digestOf({ posters: POSTERS, poster }).slice(0, 8)
  const path = own
    ? `${bulletin.address.slice(1)}${basename(bulletin.slug)}-${hash}-${POSTER_SIZE.width}.png`
    : `assets/cards/${bulletin.category}.${hash}.png`
  return { poster, path: outputPath(path), digest }
}

/** A poster for every bulletin that can be read and has no photo to share: those of one section share theirs; none where portal.yml wants none. */
export function posters(desk: Desk): readonly PosterJob[] {
  if (desk.site.config.cards === 'none') return []
  const own = desk.site.config.cards === 'title'
  const jobs = new Map<string, PosterJob>()
  for (const { bulletin, state } of desk.site.standings) {
    if (hasShared(bulletin) || state === 'withdrawn') continue
    // One for a section is put together once.
    const whose = own ? bulletin.address : bulletin.category
    if (jobs.has(whose)) continue
    const { poster, path, digest } = drawnFor(desk, bulletin)
    const of = own ? bulletin.source : desk.site.config.files.categories
    jobs.set(whose, { kind: 'poster', path, digest, phase: 'asset', of, poster })
  }
  return [...jobs.values()]
}

/** A bulletin's poster as templates see it; null where portal.yml wants none. */
export function posterView(desk: Desk, bulletin: Bulletin): ImageView | null {
  if (desk.site.config.cards === 'none') return null
  const { poster, path } = drawnFor(desk, bulletin)
  return {
    src: hrefOf(desk.site, `/${path}`),
    srcset: '',
    sources: [],
    url: absoluteOf(desk.site, `/${path}`),
    ...POSTER_SIZE,
    alt: `${poster.heading} – ${poster.portal}`,
    caption: null,
    credit: null,
    original: null,
  }
}
