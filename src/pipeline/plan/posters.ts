import type { Bulletin } from '../../core/bulletin.ts'
import { basename } from '../../core/path.ts'
import type { PosterJob } from '../../core/plan.ts'
import { POSTER_SIZE } from '../../core/poster.ts'
import type { ImageView } from '../../core/view.ts'
import type { Desk } from './desk.ts'
import { categoryName } from './meta.ts'
import { hasShared } from './photos.ts'
import { type Drawn, drawn, hostOf, posterImage } from './portal-poster.ts'

/** What is drawn for a bulletin without photos, or whose cover is a strip, and where: one for its section, or one of its own. */
function drawnFor(desk: Desk, bulletin: Bulletin): Drawn {
  const { site } = desk
  const { title: portal, cards } = site.config
  const section = categoryName(desk, bulletin.category)
  const host = hostOf(site)
  return cards === 'title'
    ? drawn(
        site,
        { portal, heading: bulletin.shortTitle ?? bulletin.title, foot: `${section} · ${host}` },
        (hash) => `${bulletin.address.slice(1)}${basename(bulletin.slug)}-${hash}-${POSTER_SIZE.width}.png`,
      )
    : drawn(site, { portal, heading: section, foot: host }, (hash) => `assets/cards/${bulletin.category}.${hash}.png`)
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
export const posterView = (desk: Desk, bulletin: Bulletin): ImageView | null =>
  desk.site.config.cards === 'none' ? null : posterImage(desk.site, drawnFor(desk, bulletin))
