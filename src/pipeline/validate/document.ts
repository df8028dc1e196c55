import type { Document, Draft } from '../../core/bulletin.ts'
import { severities } from '../../core/codes.ts'
import { diagnose } from '../../core/diagnostic.ts'
import { isAddress, type UrlPath, urlPath } from '../../core/path.ts'
import { nearest } from '../../text/nearest.ts'
import { photoNames } from '../../text/proof/photo-names.ts'
import { slug } from '../../text/slug.ts'
import { spokenFields } from '../parse/proof/fields.ts'
import { type AttachmentEntry, openAttachments } from './attachments.ts'
import type { Context } from './context.ts'
import {
  type Decoder,
  dayOnly,
  type Field,
  free,
  line,
  listOf,
  mapOf,
  namesOf,
  optional,
  type Placed,
  placed,
  required,
  type Say,
  yesNo,
} from './fields.ts'
import type { Home } from './home.ts'
import { resolveLinks } from './links.ts'
import { gatherPhotos, type ImageEntry, type PhotoRequests } from './photos.ts'
import { endsLikeFile } from './references.ts'

const optionalPlaced = (example: string): Field<Placed<string> | null> =>
  optional<Placed<string> | null>(placed(line), null, example)

const image = {
  src: required(placed(line), 'THO 2.png'),
  caption: optionalPlaced('Đại biểu dự hội nghị'),
  alt: optionalPlaced('Một người phát biểu trên bục'),
  credit: optional<string | null>(line, null, 'Khắc Cường'),
}
const attachment = {
  src: required(placed(line), 'ke-hoach.pdf'),
  title: required(placed(line), 'Kế hoạch số 12/KH-UBND'),
}

/** Extra keys are free data for templates. */
const extra: Decoder<Document['extra']> = (raw, named, say) => {
  if (raw.kind === 'map') return free(raw, named, say) as Document['extra']
  say(
    diagnose(
      'field/type',
      { key: named.key, expected: 'map', given: raw.kind === 'text' ? raw.text : '[…]', example: named.example },
      raw.place,
    ),
  )
  return undefined
}

/** The fields bulletins and standing pages share. */
export const documentShape = (zone: string) => ({
  title: required(line, 'Hội nghị tổng kết công tác năm 2023'),
  aliases: optional(listOf(placed(line)), [], '[/tin-cu/123/]'),
  layout: optional<Placed<string> | null>(placed(line), null, 'page'),
  updated: optional<string | null>(dayOnly(zone), null, '15/01/2023'),
  images: optional(listOf(mapOf(image)), [], '[{src: anh.jpg, caption: …}]'),
  attachments: optional(listOf(mapOf(attachment)), [], '[{src: ke-hoach.pdf, title: …}]'),
  glossary: optional(yesNo, true, 'false'),
  extra: optional<Document['extra']>(extra, {}, '{}'),
  accept: optional(namesOf, [], '[link/host]'),
})

/** The decoded shared fields as far as they could be decoded. */
export interface SharedValues {
  readonly title: string | undefined
  readonly aliases: readonly Placed<string>[] | undefined
  readonly layout: Placed<string> | null | undefined
  readonly updated: string | null | undefined
  readonly images:
    | readonly {
        readonly [K in keyof typeof image]: (typeof image)[K] extends Field<infer T> ? T | undefined : never
      }[]
    | undefined
  readonly attachments:
    | readonly {
        readonly [K in keyof typeof attachment]: (typeof attachment)[K] extends Field<infer T> ? T | undefined : never
      }[]
    | undefined
  readonly glossary: boolean | undefined
  readonly extra: Document['extra'] | undefined
  readonly accept: readonly Placed<string>[] | undefined
}

/** What the shared part of a document comes to, with the answers about its pictures. */
export interface SharedDocument {
  readonly document: Omit<Document, 'slug' | 'address' | 'title' | 'titlePrint'>
  readonly cover: number | null
}

/** Checks everything bulletins and standing pages have in common; says all there is to say. */
export function admitShared(
  values: SharedValues,
  draft: Draft,
  pictures: Pick<PhotoRequests, 'cover' | 'gallery'>,
  home: Home,
  context: Context,
  say: Say,
): SharedDocument {
  const entries = (values.images ?? []).flatMap(({ src, caption, alt, credit }): readonly ImageEntry[] =>
    src === undefined ? [] : [{ src, caption: caption ?? null, alt: alt ?? null, credit: credit ?? null }],
  )
  const title = values.title ?? ''
  // The template of bulletins shows no page, and that of pages no bulletin.
  const layouts = context.layouts.filter((name) => name !== (home.kind === 'page' ? 'bulletin' : 'page'))
  if (values.layout && !layouts.includes(values.layout.value)) {
    const { value, place } = values.layout
    say(diagnose('layout/unknown', { given: value, nearest: nearest(value, layouts) }, place))
  }
  for (const { top, text, placeAt } of spokenFields(draft.fields)) {
    // Words of one picture that end like a file are told of where the picture is looked for.
    if (top === 'images' && endsLikeFile(text)) continue
    for (const { at, length } of photoNames(text))
      say(diagnose('image/name-in-text', { name: text.slice(at, at + length) }, placeAt(at, length)))
  }
  for (const { name, place } of draft.body.strayNames) say(diagnose('image/name-in-text', { name }, place))
  const answers = gatherPhotos({ body: draft.body.images, entries, ...pictures }, title, home, context, say)
  const attached = (values.attachments ?? []).flatMap(({ src, title: words }): readonly AttachmentEntry[] =>
    src === undefined || words === undefined ? [] : [{ src, title: words }],
  )
  const box = openAttachments(attached, home, context, say)
  const bodyLinks = resolveLinks(draft.body.links, draft.body.headings, box, home, context, say)
  return {
    document: {
      source: home.source.path,
      aliases: eachOnce((values.aliases ?? []).flatMap((alias) => decodeAlias(alias, say))),
      layout: values.layout?.value ?? null,
      updated: values.updated ?? null,
      body: { digest: draft.body.digest, source: home.source.path },
      blank: draft.body.syllables === 0,
      facts: draft.body,
      bodyPhotos: answers.bodyPhotos,
      retold: answers.retold,
      bodyLinks,
      leads: bodyLinks.some(({ to }) => to === 'document' || to === 'portal'),
      photos: answers.photos,
      attachments: box.attachments,
      gallery: { caption: pictures.gallery?.caption ?? null, photos: answers.gallery },
      glossary: values.glossary ?? true,
      extra: values.extra ?? {},
      accept: (values.accept ?? []).flatMap((code) => knownCode(code, say)),
    },
    cover: answers.cover,
  }
}

/** A code of `accept:` that exists; a misspelt one would silence nothing. */
function knownCode({ value, place }: Placed<string>, say: Say): readonly string[] {
  if (Object.hasOwn(severities, value)) return [value]
  say(diagnose('accept/unknown', { given: value, nearest: nearest(value, Object.keys(severities)) }, place))
  return []
}

/** The last part of an address; '' after saying that nothing of the name can stand in one. */
export function slugOf(name: string, say: Say): string {
  const parts = name.split('/').map((part) => slug(part))
  if (parts.every((part) => part !== '')) return parts.join('/')
  say(diagnose('slug/empty', { name }, null))
  return ''
}

/** An old address: plain ASCII path, with trailing slash unless it names a file. */
function decodeAlias({ value, place }: Placed<string>, say: Say): readonly UrlPath[] {
  if (value === '/' || !isAddress(value)) {
    say(diagnose('address/form', { given: value }, place))
    return []
  }
  const path = value.replace(/\/index\.html$/, '/')
  return [urlPath(path.endsWith('/') || /\.[a-z0-9]+$/i.test(path) ? path : `${path}/`)]
}

/** The same address twice, capitals apart, is one. */
const eachOnce = (addresses: readonly UrlPath[]): readonly UrlPath[] =>
  [...new Map(addresses.toReversed().map((address) => [address.toLowerCase(), address])).values()].toReversed()
