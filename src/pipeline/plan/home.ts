import { urlPath } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import type { Standing } from '../../core/site.ts'
import { type Desk, latePageJob, linkOf, linkTo, staticHref } from './desk.ts'
import { current, membersOf } from './lists.ts'
import { categoryName, metaOf } from './meta.ts'

const NEWEST = 6
const BLOCK = 4

/**
 * The front page: lead story, newest, blocks as portal.yml sets them (without it one for each section that has news). A
 * block goes on where the newest end: what stands above it is not shown twice.
 */
export function homePage(desk: Desk): readonly Job[] {
  const { site } = desk
  const { lead } = site
  const newest = site.standings.filter((standing) => current(standing) && standing !== lead).slice(0, NEWEST)
  const wanted =
    site.config.home.blocks.length > 0
      ? site.config.home.blocks
      : site.config.categories.filter(({ parent }) => parent === null).map(({ id }) => ({ category: id, count: BLOCK }))
  const above = new Set<Standing>(lead === null ? newest : [lead, ...newest])
  const blocks = wanted
    .map(({ category, count }) => ({
      category: linkTo(site, categoryName(desk, category), `/chuyen-muc/${category}/`),
      cards: membersOf(site, category)
        .filter((standing) => current(standing) && !above.has(standing))
        .slice(0, count),
    }))
    .filter(({ cards }) => cards.length > 0)
  const address = urlPath('/')
  const description = `${site.config.agency.name} – ${site.config.title}`
  const banners = site.banners.map(({ image, width, height, alt, href }) => ({
    src: staticHref(site, image),
    width,
    height,
    alt,
    href: href === null ? null : linkOf(site, alt, href).href,
    external: href !== null && linkOf(site, alt, href).external,
  }))
  /** The same with cards, or with what names them. */
  const shown = <T>(card: (standing: Standing) => T) => ({
    lead: lead === null ? null : card(lead),
    newest: newest.map(card),
    blocks: blocks.map(({ category, cards }) => ({ category, cards: cards.map(card) })),
    banners,
  })
  const from = shown(desk.cardDigest)
  return [
    latePageJob(desk, { address, template: 'home.njk', phase: 'front', shows: 'home', from }, () => ({
      page: metaOf(desk, { kind: 'home', address, heading: site.config.title, description }),
      view: { home: shown(desk.card) },
    })),
  ]
}
