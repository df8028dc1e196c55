import type { Bulletin } from '../../core/bulletin.ts'
import { digestOf } from '../../core/digest.ts'
import { groupBy } from '../../core/group.ts'
import type { Job } from '../../core/plan.ts'
import type { Standing } from '../../core/site.ts'
import type { BulletinView, CardView, ImageView } from '../../core/view.ts'
import { localOf } from '../../text/day.ts'
import { excerpt } from '../../text/excerpt.ts'
import { blockOf } from './blocks.ts'
import { frontsIn } from './cards.ts'
import { absoluteOf, type Content, type Desk, hrefOf, LatePage, latePageJobs, linkTo, timeView } from './desk.ts'
import { attachmentsOf, bodyUse, filesOf, imagesOf, leadsOf, tellUnpublished } from './documents.ts'
import { bulletinArchive } from './ended.ts'
import { byCategory, current, lineage } from './lists.ts'
import { categoryName, metaOf, signatureOf } from './meta.ts'
import { authorAddress, tagAddress } from './people.ts'
import { hasShared, imageView, sharedView } from './photos.ts'
import { posterView } from './posters.ts'
import { shareOf } from './share.ts'

const OLDER = 5

/** What an adult reads silently in a minute, rounded down: Vietnamese is written in short syllables, and official prose is dense. */
const SYLLABLES_A_MINUTE = 220

/** Every bulletin's page with its photos and documents; of a withdrawn one only the notice. */
export function bulletinPages(desk: Desk): readonly Job[] {
  const jobs: Job[] = []
  for (const group of byCategory(desk.site).values()) {
    const visible = group.filter(current)
    let passed = 0
    // The bulletins of a block stand together: a section's are in the order of their days.
    for (const [block, standings] of groupBy(group, blockOf)) {
      const before = passed
      const placed = standings.map((standing): Placed => {
        const newer = current(standing) ? (visible[passed - 1] ?? null) : null
        if (current(standing)) passed += 1
        return { standing, newer, visible, from: passed }
      })
      jobs.push(...bulletinJobs(desk, block, placed, visible.slice(Math.max(0, before - 1), passed + OLDER)))
    }
  }
  return jobs
}

/** The outputs of one bulletin that has come to be another but for its place, a number into the site's standings: just as the whole has them. */
export function bulletinAlone(desk: Desk, place: number, bulletin: Bulletin): readonly Job[] {
  const { standings } = desk.site
  const standing: Standing = { bulletin, state: standings[place]?.state ?? 'draft' }
  const older: Standing[] = []
  for (let at = place + 1; at < standings.length && older.length < OLDER; at += 1) {
    const other = standings[at]
    if (other?.bulletin.category === bulletin.category && current(other)) older.push(other)
  }
  let newer: Standing | null = null
  for (let at = place - 1; at >= 0 && newer === null && current(standing); at -= 1) {
    const other = standings[at]
    if (other?.bulletin.category === bulletin.category && current(other)) newer = other
  }
  const placed = { standing, newer, visible: older, from: 0 }
  return bulletinJobs(desk, bulletin.source, [placed], newer === null ? older : [newer, ...older])
}

/** A bulletin between others of its section: those its page leads to. */
interface Placed {
  readonly standing: Standing
  readonly newer: Standing | null
  /** Those of its section that lists show, newest first, and where among them the older ones begin. */
  readonly visible: readonly Standing[]
  readonly from: number
}

/** The outputs of some bulletins; what: the name of these; shown: all whose cards may stand on their pages. */
function bulletinJobs(desk: Desk, what: string, placed: readonly Placed[], shown: readonly Standing[]): readonly Job[] {
  const names = placed.map(({ standing: { bulletin, state } }) => {
    if (state !== 'withdrawn') tellUnpublished(desk, bulletin)
    return `${digestOf(bulletin)} ${state} ${bulletin.leads ? digestOf(leadsOf(desk, bulletin)) : '-'}`
  })
  const pages = latePageJobs(
    desk,
    `pages ${what}`,
    `${names.join(' ')} ${frontsIn(shown).join(' ')}`,
    placed.map((one) => new BulletinPage(desk, one)),
  )
  return placed.flatMap(({ standing: { bulletin, state } }, index) => {
    const page = pages[index] as Job
    return state === 'withdrawn' ? [page] : [page, ...filesOf(desk, bulletin, bulletin.cover)]
  })
}

class BulletinPage extends LatePage {
  readonly #placed: Placed
  constructor(desk: Desk, placed: Placed) {
    const { address, layout, source } = placed.standing.bulletin
    super(desk, address, `${layout ?? 'bulletin'}.njk`, 'bulletin', source)
    this.#placed = placed
  }
  override content(): Content {
    return contentOf(this.desk, this.#placed)
  }
}

function contentOf(desk: Desk, { standing, newer, visible, from }: Placed): Content {
  const { bulletin, state } = standing
  const gone = state === 'withdrawn'
  const images = gone ? [] : imagesOf(desk, bulletin)
  const view = bulletinView(
    desk,
    standing,
    images,
    visible.slice(from, from + OLDER).map(desk.card),
    newer === null ? null : desk.card(newer),
  )
  const page = metaOf(desk, {
    kind: 'bulletin',
    address: bulletin.address,
    heading: bulletin.title,
    title: view.shortTitle,
    description: gone ? (bulletin.withdrawn?.reason ?? bulletin.title) : descriptionOf(bulletin),
    breadcrumb: lineage(bulletin.category, desk.site.config.categories).map(({ id, name }) =>
      linkTo(desk.site, name, `/chuyen-muc/${id}/`),
    ),
    image: gone ? null : sharedOf(desk, bulletin),
    poster: gone || hasShared(bulletin) ? null : posterView(desk, bulletin),
    noindex: gone || state === 'draft' || state === 'scheduled',
    ...(gone ? {} : { bulletin }),
  })
  return { page, view: { bulletin: view }, bodies: gone ? [] : [bodyUse(desk, bulletin, images, false)] }
}

/** The picture that stands for a bulletin where it is shared. */
function sharedOf({ site }: Desk, bulletin: Bulletin): ImageView | null {
  const cover = bulletin.cover === null ? undefined : bulletin.photos[bulletin.cover]
  return cover === undefined ? null : (sharedView(site, bulletin, cover) ?? imageView(site, bulletin, cover))
}

/** For <meta> and sharing: the lead, else the first words. */
export const descriptionOf = (bulletin: Bulletin): string =>
  excerpt(bulletin.summary ?? bulletin.facts.opening, 200) || bulletin.title

function bulletinView(
  desk: Desk,
  { bulletin, state }: Standing,
  images: readonly ImageView[],
  older: readonly CardView[],
  newer: CardView | null,
): BulletinView {
  const { site } = desk
  const day = (value: string | null) => (value === null ? null : timeView(site, value, null))
  const shown = new Set([...bulletin.bodyPhotos, ...bulletin.gallery.photos])
  const due = localOf(bulletin.publishAt, site.config.timeZone)
  const gone = state === 'withdrawn'
  return {
    title: bulletin.title,
    shortTitle: bulletin.shortTitle ?? bulletin.title,
    href: hrefOf(site, bulletin.address),
    url: absoluteOf(site, bulletin.address),
    category: linkTo(site, categoryName(desk, bulletin.category), `/chuyen-muc/${bulletin.category}/`),
    date: timeView(site, bulletin.date, bulletin.time),
    updated: day(bulletin.updated),
    eventDate: day(bulletin.eventDate),
    summary: gone ? null : bulletin.summary,
    authors: bulletin.authors.map((author) => ({
      name: author.name,
      role: author.role,
      unit: author.unit,
      href: hrefOf(site, authorAddress(author)),
    })),
    unit: bulletin.unit?.name ?? null,
    signature: signatureOf(bulletin),
    content: { body: gone ? -1 : 0 },
    headings: gone ? [] : bulletin.facts.headings,
    syllables: bulletin.facts.syllables,
    minutes: Math.max(1, Math.round(bulletin.facts.syllables / SYLLABLES_A_MINUTE)),
    share: shareOf(absoluteOf(site, bulletin.address), bulletin.title),
    cover: bulletin.cover === null || shown.has(bulletin.cover) ? null : (images[bulletin.cover] ?? null),
    gallery: {
      caption: gone ? null : bulletin.gallery.caption,
      images: bulletin.gallery.photos.flatMap((number) => images[number] ?? []),
    },
    attachments: gone ? [] : attachmentsOf(desk, bulletin),
    tags: gone ? [] : bulletin.tags.map((tag) => linkTo(site, tag, tagAddress(tag))),
    origin: bulletin.origin === null ? null : { name: bulletin.origin.name, href: bulletin.origin.url },
    corrections: bulletin.corrections.map(({ date, text }) => ({ date: timeView(site, date, null), text })),
    withdrawn:
      gone && bulletin.withdrawn !== null
        ? { date: timeView(site, bulletin.withdrawn.date, null), reason: bulletin.withdrawn.reason }
        : null,
    state,
    archive: gone ? null : bulletinArchive(site, bulletin),
    publishAt: state === 'scheduled' ? timeView(site, due.day, due.time) : null,
    older,
    newer,
    extra: gone ? {} : bulletin.extra,
  }
}
