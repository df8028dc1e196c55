import type { StandingPage } from '../../core/bulletin.ts'
import { urlPath } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import { excerpt } from '../../text/excerpt.ts'
import { type Desk, hrefOf, linkTo, pageJob, timeView } from './desk.ts'
import { attachmentsOf, bodyUse, filesOf, imagesOf, tellUnpublished } from './documents.ts'
import { metaOf } from './meta.ts'

/** The standing pages: who we are, how to reach us; each with the files it brings along. */
export function standingPages(desk: Desk): readonly Job[] {
  return desk.site.pages.flatMap((page) => [standingPage(desk, page), ...filesOf(desk, page)])
}

function standingPage(desk: Desk, document: StandingPage): Job {
  const { site } = desk
  tellUnpublished(desk, document)
  const images = imagesOf(desk, document)
  const parents = site.pages.filter(
    ({ address }) => address !== document.address && document.address.startsWith(address),
  )
  const siblings = site.pages.filter(
    ({ address }) => address !== document.address && parentOf(address) === parentOf(document.address),
  )
  const page = metaOf(desk, {
    kind: 'page',
    address: document.address,
    heading: document.title,
    description: excerpt(document.facts.opening, 200) || document.title,
    breadcrumb: [...parents, document].map(({ title, address }) => linkTo(site, title, address)),
    image: images[0] ?? null,
  })
  const standing = {
    title: document.title,
    href: hrefOf(site, document.address),
    updated: document.updated === null ? null : timeView(site, document.updated, null),
    content: { body: 0 },
    headings: document.facts.headings,
    gallery: {
      caption: document.gallery.caption,
      images: document.gallery.photos.flatMap((number) => images[number] ?? []),
    },
    attachments: attachmentsOf(desk, document),
    siblings: siblings.map(({ title, address }) => linkTo(site, title, address)),
    extra: document.extra,
  }
  const template = `${document.layout ?? 'page'}.njk`
  return pageJob(desk, {
    address: document.address,
    template,
    page,
    view: { standing },
    bodies: [bodyUse(desk, document, images, false)],
    of: document.source,
  })
}

const parentOf = (address: string): string => address.replace(/[^/]+\/$/, '')

/** The page for addresses that lead nowhere. */
export function notFoundPage(desk: Desk): readonly Job[] {
  const address = urlPath('/404.html')
  const heading = desk.words.notFound
  const page = metaOf(desk, { kind: 'not-found', address, heading, description: heading, noindex: true })
  return [pageJob(desk, { address, template: 'not-found.njk', page, view: {} })]
}
