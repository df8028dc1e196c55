import type { Document, LinkTarget } from '../../core/bulletin.ts'
import { diagnose } from '../../core/diagnostic.ts'
import { type Digest, digestOf } from '../../core/digest.ts'
import { mediaTypeOf } from '../../core/media-type.ts'
import { type OutputPath, outputPath, type SourcePath } from '../../core/path.ts'
import type { BodyUse, CopyJob, Job } from '../../core/plan.ts'
import type { AttachmentView, ImageView } from '../../core/view.ts'
import { slug } from '../../text/slug.ts'
import { bytesInWords } from '../../text/typography.ts'
import { absoluteOf, type Desk, hrefOf } from './desk.ts'
import { imageView, originalPath, photoJobs } from './photos.ts'
import { termsOf } from './terms.ts'

/** All pictures of a document as templates see them, by number. */
export const imagesOf = (desk: Desk, document: Document): readonly ImageView[] =>
  document.photos.map((photo) => imageView(desk.site, document, photo))

/** Published under names made from their titles: `ke-hoach-so-12.pdf`; one that is taken gets the next free number. */
function attachmentPaths(document: Document): readonly OutputPath[] {
  const taken = new Set<string>()
  return document.attachments.map(({ title, type }) => {
    const stem = slug(title) || 'tai-lieu'
    let name = `${stem}.${type}`
    for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}.${type}`
    taken.add(name)
    return outputPath(`${document.address.slice(1)}${name}`)
  })
}

function attachmentPath(document: Document, number: number): OutputPath {
  const path = attachmentPaths(document)[number]
  if (path === undefined) throw new Error(`no attachment ${number} in ${document.source}`)
  return path
}

/** The documents to take along as templates see them, by number. */
export const attachmentsOf = (desk: Desk, document: Document): readonly AttachmentView[] =>
  document.attachments.map(({ title, type, size }, number) => ({
    title,
    href: hrefOf(desk.site, `/${attachmentPath(document, number)}`),
    type: type.toUpperCase(),
    size: bytesInWords(size),
  }))

/** The same for machines: absolute address, media type, size in bytes. */
export const takeAlongOf = (
  desk: Desk,
  document: Document,
): readonly { readonly title: string; readonly url: string; readonly mediaType: string; readonly size: number }[] =>
  document.attachments.map(({ title, type, size }, number) => ({
    title,
    url: absoluteOf(desk.site, `/${attachmentPath(document, number)}`),
    mediaType: mediaTypeOf(`x.${type}`),
    size,
  }))

const copyJob = (
  desk: Desk,
  document: Document,
  path: OutputPath,
  { source, digest }: { readonly source: SourcePath; readonly digest: Digest },
): CopyJob => ({
  kind: 'copy',
  path,
  digest: digestOf({ tool: desk.tool.digest, copy: digest }),
  phase: 'asset',
  of: document.source,
  source,
})

/** The files a document brings along: its photos and attachments; shared: the photo that stands for it where it is shared. */
export const filesOf = (desk: Desk, document: Document, shared: number | null = null): readonly Job[] =>
  document.photos.length + document.attachments.length === 0 ? NONE : allFilesOf(desk, document, shared)

const NONE: readonly Job[] = []

const allFilesOf = (desk: Desk, document: Document, shared: number | null): readonly Job[] => [
  ...document.photos.flatMap((photo, number) => photoJobs(desk.site, document, photo, number === shared)),
  ...(desk.site.config.originals ? document.photos : []).flatMap((photo) => {
    const path = originalPath(document, photo)
    return path === null ? [] : [copyJob(desk, document, path, photo)]
  }),
  ...document.attachments.map((file, number) => ({
    ...copyJob(desk, document, attachmentPath(document, number), file),
    print: file.digest.slice(0, 8),
  })),
]

/** What goes into the holes of a document's body, on its own page or (absolute) in a feed. */
export function bodyUse(desk: Desk, document: Document, images: readonly ImageView[], absolute: boolean): BodyUse {
  const href = absolute ? absoluteOf : hrefOf
  const retold = new Map(document.retold.map(({ image, caption, alt }) => [image, { caption, alt }]))
  const holes = document.bodyPhotos.map((number, place) => {
    const image = images[number]
    if (image === undefined) throw new Error(`no photo ${number} in ${document.source}`)
    return { ...(absolute ? awayOf(desk, image) : image), ...retold.get(place) }
  })
  const links = document.bodyLinks.map((target) => {
    const external = target.to === 'external'
    return { href: addressOf(desk, document, target, href), external, download: target.to === 'attachment' }
  })
  // Readers of feeds seldom show what stands behind an acronym, and a feed need not change with the glossary.
  const terms = absolute ? [] : termsOf(desk.site.config.glossary, document)
  return { ref: document.body, images: holes, links, terms }
}

/** A picture as it is shown away from the portal: readers of feeds take one address. */
const awayOf = ({ site }: Desk, image: ImageView): ImageView => ({
  ...image,
  src: image.url,
  srcset: '',
  sources: [],
  original: image.original === null ? null : site.config.origin + image.original,
})

/** The address a link leads to; '' where there is nothing to lead to yet. */
function addressOf(desk: Desk, document: Document, target: LinkTarget, href: typeof hrefOf): string {
  switch (target.to) {
    case 'external':
    case 'contact':
      return target.href
    case 'portal':
      return desk.stateAt(target.path) === null ? href(desk.site, target.path) : ''
    case 'fragment':
      return target.fragment === ''
        ? ''
        : href === hrefOf
          ? `#${target.fragment}`
          : `${href(desk.site, document.address)}#${target.fragment}`
    case 'attachment':
      return href(desk.site, `/${attachmentPath(document, target.attachment)}`)
    case 'document': {
      const found = desk.find(target.source)
      return found === null ? '' : href(desk.site, found.address) + (target.fragment && `#${target.fragment}`)
    }
  }
}

/** Where the documents are that a body leads to, and which addresses have no page yet: what its page holds of others. */
export const leadsOf = (desk: Desk, document: Document): readonly (string | null)[] =>
  document.leads
    ? document.bodyLinks.flatMap((target): (string | null)[] => {
        if (target.to === 'document') return [desk.find(target.source)?.address ?? null]
        return target.to === 'portal' ? [desk.stateAt(target.path)] : []
      })
    : []

/** Says which links of a body lead to documents that have no page in this build, and why. */
export function tellUnpublished(desk: Desk, document: Document): void {
  if (!document.leads) return
  const { bodyLinks, facts, source } = document
  for (const [number, target] of bodyLinks.entries()) {
    const state = stateBehind(desk, target)
    const ref = facts.links[number]
    if (state === null || ref === undefined) continue
    desk.say({ file: source, diagnostic: diagnose('link/unpublished', { href: ref.target, state }, ref.place) })
  }
}

/** Why a link leads to no page in this build; null: it does, or nothing is to be said. */
function stateBehind(desk: Desk, target: LinkTarget): string | null {
  if (target.to === 'portal') return desk.stateAt(target.path)
  if (target.to !== 'document' || desk.find(target.source) !== null) return null
  return desk.refused.some(({ source }) => source.path === target.source) ? null : desk.stateOf(target.source)
}
