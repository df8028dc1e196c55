import type { Bulletin, Byline } from '../../core/bulletin.ts'
import type { Untold } from '../../core/diagnostic.ts'
import { type Digest, NAMED } from '../../core/digest.ts'
import { basename, dirname, type SourcePath, type UrlPath } from '../../core/path.ts'
import type { Admission } from './admission.ts'
import type { Home } from './home.ts'

/**
 * What lists, addresses and checks across files ask of a bulletin, as plain JSON in few words: a third of what there is to know of it.
 * What its own page shows besides is looked up when it is asked for.
 */
export type Outline = readonly [
  /** null: as its file or folder is called. */
  slug: string | null,
  /** With `*` for the slug. */
  address: string,
  title: string,
  titlePrint: string,
  date: string,
  time: string | null,
  category: string,
  front: Digest,
  body: Digest,
  publishAt: number,
  authors: readonly (readonly [id: string | null, name: string, role: string | null, unit: string | null])[],
  /** Warnings that nobody has accepted, and whether there is anything to say of it at all, hints too. */
  said: readonly [warnings: number, any: boolean],
  /** Every other part that is not as `USUAL` has it. */
  rest: Partial<Rest> | null,
]

/** What is the same in most bulletins. */
type Rest = Pick<
  Bulletin,
  | 'aliases'
  | 'layout'
  | 'updated'
  | 'blank'
  | 'bodyPhotos'
  | 'retold'
  | 'leads'
  | 'photos'
  | 'attachments'
  | 'gallery'
  | 'glossary'
  | 'accept'
  | 'shortTitle'
  | 'unit'
  | 'tags'
  | 'cover'
  | 'draft'
  | 'expireAt'
  | 'eventDate'
  | 'featuredUntil'
  | 'origin'
  | 'corrections'
  | 'withdrawn'
>

const USUAL: Rest = {
  aliases: [],
  layout: null,
  updated: null,
  blank: false,
  bodyPhotos: [],
  retold: [],
  leads: false,
  photos: [],
  attachments: [],
  gallery: { caption: null, photos: [] },
  glossary: true,
  accept: [],
  shortTitle: null,
  unit: null,
  tags: [],
  cover: null,
  draft: false,
  expireAt: null,
  eventDate: null,
  featuredUntil: null,
  origin: null,
  corrections: [],
  withdrawn: null,
}
const REST = Object.keys(USUAL) as readonly (keyof Rest)[]
const written = new Map(REST.map((name) => [name, JSON.stringify(USUAL[name])]))

/** Mostly it is a simple value, or nothing is in the list. */
function isUsual(document: Rest, name: keyof Rest): boolean {
  const [value, usual] = [document[name], USUAL[name]]
  if (typeof value !== 'object' || value === null || usual === null) return value === usual
  return Array.isArray(value) ? value.length === 0 : JSON.stringify(value) === written.get(name)
}

/** The outline of what became of a document; null of one that is no bulletin, or was refused. */
export function outlineOf({ document, read, diagnostics }: Admission): Outline | null {
  if (document?.kind !== 'bulletin' || document.address.includes(SLUG)) return null
  const said = [...read, ...diagnostics]
  if (said.some(({ severity }) => severity === 'error')) return null
  const rest = Object.fromEntries(REST.filter((name) => !isUsual(document, name)).map((name) => [name, document[name]]))
  return [
    document.slug === nameOf(document.source) ? null : document.slug,
    document.address.replace(document.slug, SLUG),
    document.title,
    document.titlePrint,
    document.date,
    document.time,
    document.category,
    document.front,
    document.body.digest,
    document.publishAt,
    document.authors.map(({ id, name, role, unit }) => [id, name, role, unit]),
    [
      said.filter(({ severity, code }) => severity === 'warning' && !document.accept.includes(code)).length,
      said.length > 0,
    ],
    Object.keys(rest).length === 0 ? null : rest,
  ]
}

/** Stands for the slug. */
const SLUG = '*'

/** What a bulletin at this path is called: as its folder, if it is index.md, else as its file. */
const nameOf = (source: SourcePath): string =>
  (basename(source) === 'index.md' ? basename(dirname(source)) : basename(source)).replace(/\.md$/, '')

const bylines = new Map<string, Byline>()

/** A portal has a hundred authors and ten thousand bylines: who is the same is one object. */
function bylineOf([id, name, role, unit]: Outline[10][number]): Byline {
  const known = bylines.get(name)
  if (known !== undefined && known.id === id && known.role === role && known.unit === unit) return known
  const made = { id, name, role, unit }
  bylines.set(name, made)
  return made
}

/** The same as was outlined; what the outline leaves out is found by `whole` when it is first asked for. key: the digest of the bulletin. */
export const admissionFrom = (outline: Outline, home: Home, key: Digest, whole: (home: Home) => Admission): Admission =>
  new LateAdmission(outline, home, key, whole)

// Of classes, where there are ten thousand of each: ten closures for every bulletin were felt.

/** What became of a document, of which the most part is not at hand. */
class LateAdmission implements Admission {
  readonly document: Bulletin
  readonly untold: Untold
  readonly #home: Home
  readonly #whole: (home: Home) => Admission
  #found: Admission | null = null
  constructor(outline: Outline, home: Home, key: Digest, whole: (home: Home) => Admission) {
    this.document = new LateBulletin(outline, home.source.path, key, this)
    const [warnings, any] = outline[11]
    this.untold = { warnings, any }
    this.#home = home
    this.#whole = whole
  }
  get whole(): Admission {
    this.#found ??= this.#whole(this.#home)
    return this.#found
  }
  get read(): Admission['read'] {
    return this.whole.read
  }
  get diagnostics(): Admission['diagnostics'] {
    return this.whole.diagnostics
  }
}

/** A bulletin with what its outline says; the rest is looked up. */
class LateBulletin implements Bulletin {
  readonly kind = 'bulletin'
  readonly source: Bulletin['source']
  readonly slug: string
  readonly address: UrlPath
  readonly title: string
  readonly titlePrint: string
  readonly date: string
  readonly time: string | null
  readonly category: string
  readonly front: Digest
  readonly body: Bulletin['body']
  readonly publishAt: number
  readonly authors: readonly Byline[]
  readonly aliases: Rest['aliases']
  readonly layout: Rest['layout']
  readonly updated: Rest['updated']
  readonly blank: Rest['blank']
  readonly bodyPhotos: Rest['bodyPhotos']
  readonly retold: Rest['retold']
  readonly leads: Rest['leads']
  readonly photos: Rest['photos']
  readonly attachments: Rest['attachments']
  readonly gallery: Rest['gallery']
  readonly glossary: Rest['glossary']
  readonly accept: Rest['accept']
  readonly shortTitle: Rest['shortTitle']
  readonly unit: Rest['unit']
  readonly tags: Rest['tags']
  readonly cover: Rest['cover']
  readonly draft: Rest['draft']
  readonly expireAt: Rest['expireAt']
  readonly eventDate: Rest['eventDate']
  readonly featuredUntil: Rest['featuredUntil']
  readonly origin: Rest['origin']
  readonly corrections: Rest['corrections']
  readonly withdrawn: Rest['withdrawn']
  readonly #key: Digest
  readonly #late: LateAdmission

  constructor(outline: Outline, source: SourcePath, key: Digest, late: LateAdmission) {
    const [slug, address, title, titlePrint, date, time, category, front, body, publishAt, authors, , rest] = outline
    const all: Rest = rest === null ? USUAL : { ...USUAL, ...rest }
    this.source = source
    this.slug = slug ?? nameOf(source)
    this.address = address.replace(SLUG, () => this.slug) as UrlPath
    this.title = title
    this.titlePrint = titlePrint
    this.date = date
    this.time = time
    this.category = category
    this.front = front
    this.body = { digest: body, source }
    this.publishAt = publishAt
    this.authors = authors.map(bylineOf)
    this.aliases = all.aliases
    this.layout = all.layout
    this.updated = all.updated
    this.blank = all.blank
    this.bodyPhotos = all.bodyPhotos
    this.retold = all.retold
    this.leads = all.leads
    this.photos = all.photos
    this.attachments = all.attachments
    this.gallery = all.gallery
    this.glossary = all.glossary
    this.accept = all.accept
    this.shortTitle = all.shortTitle
    this.unit = all.unit
    this.tags = all.tags
    this.cover = all.cover
    this.draft = all.draft
    this.expireAt = all.expireAt
    this.eventDate = all.eventDate
    this.featuredUntil = all.featuredUntil
    this.origin = all.origin
    this.corrections = all.corrections
    this.withdrawn = all.withdrawn
    this.#key = key
    this.#late = late
  }

  get [NAMED](): Digest {
    return this.#key
  }
  get #whole(): Bulletin {
    const { document } = this.#late.whole
    if (document?.kind !== 'bulletin') throw new Error(`no bulletin any more: ${this.source}`)
    return document
  }
  get facts(): Bulletin['facts'] {
    return this.#whole.facts
  }
  get bodyLinks(): Bulletin['bodyLinks'] {
    return this.#whole.bodyLinks
  }
  get summary(): Bulletin['summary'] {
    return this.#whole.summary
  }
  get extra(): Bulletin['extra'] {
    return this.#whole.extra
  }
}
