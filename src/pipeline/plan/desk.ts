import type { AddressBook } from '../../core/address-book.ts'
import type { Document } from '../../core/bulletin.ts'
import type { Located } from '../../core/diagnostic.ts'
import { type Digest, digestBytes, digestOf, seal } from '../../core/digest.ts'
import { fileOf, type OutputPath, type SourcePath, type UrlPath } from '../../core/path.ts'
import type { BodyUse, PageJob, Phase } from '../../core/plan.ts'
import { type Known, recall } from '../../core/remembered.ts'
import type { Site, Standing, State } from '../../core/site.ts'
import type { Source, Sources } from '../../core/source.ts'
import type { LinkView, PageMetaView, ShellView, TimeView, View } from '../../core/view.ts'
import { dayInWords, formatDay, gmtLabel, isoOf } from '../../text/day.ts'
import { recallEach } from './blocks.ts'
import type { Cards } from './cards.ts'
import type { Held } from './held.ts'
import type { ListRow } from './list-row.ts'
import type { PlanWords } from './words.ts'

/** The part of a theme that planning needs. */
export interface ThemeFacts {
  /** strings: its words in the portal's language; every template's digest covers them. */
  readonly parts: { readonly strings: { readonly [key: string]: string } }
  has(template: string): boolean
  /** The digest of a template with all it includes. */
  digestOf(template: string): Digest
}

/** What planning is given. */
export interface Brief {
  readonly site: Site
  readonly sources: Sources
  /** Documents that were refused, or are left for later: nothing is said of links to them. */
  readonly refused: readonly { readonly source: Source; readonly name: string }[]
  /** Those of them that could be read: their links are checked in the same run. */
  readonly broken: readonly Document[]
  readonly theme: ThemeFacts
  /** Style sheets and other assets, as text where they are text. */
  readonly styles: readonly { readonly source: Source; readonly text: string }[]
  /** Scripts whose text is other than their bytes. */
  readonly scripts: ReadonlyMap<SourcePath, string>
  readonly tool: { readonly version: string; readonly digest: Digest }
  /** Every address ever published. */
  readonly book: AddressBook
  /** Where the book is gone: pages that the last build has published, which had one. */
  readonly published: readonly OutputPath[]
  /** Digests of what is put together late, by what it is; of a block of bulletins several side by side. */
  readonly known: Known<string>
  /** The pages of lists, by their planner. */
  readonly lists: Known<readonly ListRow[]>
  /** Whether addresses may be lost: never in what readers get; aside: it is a preview, which says what they would lose; silently: not now. */
  readonly loses: 'never' | 'aside' | 'silently'
}

/** What every planner works with. */
export interface Desk extends Brief, Cards {
  readonly words: PlanWords
  /** Every template that a planner names. */
  readonly templates: readonly string[]
  readonly shell: ShellView
  /** Names what holds for the whole portal: tool, configuration, shell, and what is true today. */
  readonly base: Digest
  /** Where a source's page is; null if it has none in this build. */
  find(source: SourcePath): { readonly address: UrlPath } | null
  /** Why a source has no page: `draft`, `scheduled`. */
  stateOf(source: SourcePath): string
  /** The state of a bulletin that is to have this address and has no page in this build; null where none is. */
  stateAt(href: string): State | null
  /** What a page shows, put together once: of many pages it is put together again when they are rendered, and not held until then. */
  readonly held: Held
  say(located: Located): void
}

/** Root-relative address with the base path: `/sub/2023/x/`. */
export const hrefOf = (site: Site, address: string): string => site.config.basePath + address.slice(1)

/** An address without what follows it; `%C6%B0` and `ư` are one. */
export function pathOf(href: string): string {
  const path = href.replace(/[?#].*$/, '')
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return path
  }
}

/** A file below content/static, as published. */
export const staticHref = (site: Site, path: string): string =>
  hrefOf(site, `/${path.slice('content/static/'.length).split('/').map(encodeURIComponent).join('/')}`)

/** Absolute address: `https://host/sub/2023/x/`. */
export const absoluteOf = (site: Site, address: string): string => site.config.baseUrl + address.slice(1)

/** A way to a page of the portal. */
export const linkTo = (site: Site, title: string, address: string): LinkView => ({
  title,
  href: hrefOf(site, address),
  external: false,
})

/** An `href:` of portal.yml: an address of the portal, or one outside. */
export const linkOf = (site: Site, title: string, target: string): LinkView =>
  target.startsWith('/') ? linkTo(site, title, target) : { title, href: target, external: true }

/** A day, with its time if there is one, in all its forms. */
export function timeView(site: Site, day: string, time: string | null): TimeView {
  const zone = site.config.timeZone
  return {
    iso: isoOf(day, time, zone),
    text: time === null ? formatDay(day) : `${formatDay(day)}, ${time} (${gmtLabel(day, zone)})`,
    full: dayInWords(day, site.config.language),
    hasTime: time !== null,
  }
}

/** What a page job is made from. */
export interface PageParts extends Content {
  readonly address: UrlPath
  readonly template: string
  readonly of?: SourcePath | null
  readonly phase?: Phase
}

/** What a page shows. */
export interface Content {
  readonly page: PageMetaView
  readonly view: Omit<View, 'site' | 'page'>
  readonly bodies?: readonly BodyUse[]
}

/** Puts a page together; its digest covers tool, template, view and bodies, so nothing can be forgotten. */
export function pageJob(desk: Desk, { address, template, of = null, phase = 'page', ...content }: PageParts): PageJob {
  const { page, view, bodies = [] } = content
  const whole: View = { site: desk.shell, page, ...view }
  const digest = digestOfPage(desk, template, whole, bodies)
  return {
    kind: 'page',
    path: fileOf(address),
    digest,
    phase,
    of,
    template,
    shows: page.kind,
    view: whole,
    bodies,
  }
}

/** What is known of a page before it is put together. */
export interface LateParts extends Omit<PageParts, keyof Content> {
  readonly shows: PageJob['shows']
  /** Names all that the content is made of beside what holds for the whole portal (desk.base): digests, states, addresses */
  readonly from: unknown
}

/**
 * The same page, put together only when its digest is not known from before, or when it is rendered. The digest is that of
 * `pageJob`: `from` only finds it again.
 */
export function latePageJob(desk: Desk, parts: LateParts, content: () => Content): PageJob {
  const page = new ListPage(desk, parts, content)
  const { template, from } = parts
  const key = digestBytes(`${desk.base} ${desk.theme.digestOf(template)} ${template} ${digestOf(from)}`)
  page.digest = recall(desk.known, page.path, key, () => digestOfLate(page)) as Digest
  return page
}

/** The same of several pages whose digests are known together; from: names all their contents are made of. */
export function latePageJobs(desk: Desk, what: string, from: string, pages: readonly LatePage[]): readonly PageJob[] {
  const templates = [...new Set(pages.map(({ template }) => template))]
  const drawn = templates.map((template) => `${template} ${desk.theme.digestOf(template)}`).join(' ')
  const digests = recallEach(desk.known, what, `${desk.base} ${drawn} ${from}`, () => pages.map(digestOfLate))
  for (const [index, page] of pages.entries()) page.digest = digests[index] as Digest
  return pages
}

/** A page that is put together when it is looked into: of ten thousand, ten are. A class: closures for each of them were felt. */
export abstract class LatePage implements PageJob {
  readonly kind = 'page'
  readonly path: PageJob['path']
  digest = '' as Digest
  readonly phase: Phase
  readonly of: SourcePath | null
  readonly template: string
  readonly shows: PageJob['shows']
  readonly desk: Desk
  constructor(
    desk: Desk,
    address: UrlPath,
    template: string,
    shows: PageJob['shows'],
    of: SourcePath | null,
    phase: Phase = 'page',
  ) {
    this.path = fileOf(address)
    this.phase = phase
    this.of = of
    this.template = template
    this.shows = shows
    this.desk = desk
  }
  /** What it shows. */
  abstract content(): Content
  get #whole(): Pick<PageJob, 'view' | 'bodies'> {
    return this.desk.held(this, () => {
      const { page, view, bodies = [] } = this.content()
      return { view: { site: this.desk.shell, page, ...view }, bodies }
    })
  }
  get view(): View {
    return this.#whole.view
  }
  get bodies(): readonly BodyUse[] {
    return this.#whole.bodies
  }
}

class ListPage extends LatePage {
  override readonly content: () => Content
  constructor(desk: Desk, { address, template, shows, of = null, phase }: LateParts, content: () => Content) {
    super(desk, address, template, shows, of, phase)
    this.content = content
  }
}

const digestOfLate = (page: LatePage): Digest => digestOfPage(page.desk, page.template, page.view, page.bodies)

function digestOfPage(desk: Desk, template: string, view: View, bodies: readonly BodyUse[]): Digest {
  const contents = bodies.map(({ ref, ...holes }) => ({ body: ref.digest, ...holes }))
  return digestOf({ tool: desk.tool.digest, template, theme: desk.theme.digestOf(template), view, contents })
}

/** What a list is made of: which bulletins, each in its state. */
export const standingsIn = (standings: readonly Standing[]): readonly string[] =>
  standings.map(({ bulletin, state }) => `${digestOf(bulletin)} ${state}`)

/** A sealed copy of the words for one page's head, so that it is hashed once. */
export const sealed = <T extends object>(value: T): T => seal(value)
