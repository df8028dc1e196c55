/**
 * What templates see: the versioned contract with whoever designs pages. Everything here is plain data; addresses are
 * ready to print (`/sub/2023/x/`), text is text (templates escape it), and HTML comes only through the filters
 * `html` (a body) and `json_ld` (structured data). A key is never removed or renamed without a new VIEW_VERSION.
 */
export const VIEW_VERSION = 1

/** A day for people and machines: `<time datetime="{{ iso }}">{{ text }}</time>`. */
export interface TimeView {
  /** `2023-01-13` or `2023-01-13T16:20:00+07:00`. */
  readonly iso: string
  /** `13/01/2023`, or `13/01/2023, 16:20 (GMT+7)` where a time was given. */
  readonly text: string
  /** `ngày 13 tháng 01 năm 2023`; in English `13 January 2023`. */
  readonly full: string
  /** The hour was given: the label is then "Đăng lúc", else "Ngày đăng". */
  readonly hasTime: boolean
}

/** Somewhere to go. external: it leaves the portal. */
export interface LinkView {
  readonly title: string
  readonly href: string
  readonly external: boolean
}

/** A picture with its words; width and height in pixels of the file at src, the largest in a format every browser knows. */
export interface ImageView {
  readonly src: string
  /** The same picture in several widths, for `srcset`: `/a-480.jpg 480w, /a-960.jpg 960w`; '' where there is but one. */
  readonly srcset: string
  /** The same in lighter formats, best first, for `<source>`. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[]
  /** The same with scheme and host, for sharing and feeds. */
  readonly url: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly caption: string | null
  readonly credit: string | null
  /** The picture as it was taken, without metadata, to be saved; null unless portal.yml has `originals: true`. */
  readonly original: string | null
}

/** A video on another site, as parts/video.njk shows it: nothing of that site is loaded. title: null where only the address was given. */
export interface VideoView {
  readonly href: string
  readonly title: string | null
  /** `YouTube`. */
  readonly site: string
  /** `youtube.com`. */
  readonly host: string
}

/** A bulletin as lists show it; one object serves every list. */
export interface CardView {
  readonly title: string
  readonly shortTitle: string
  readonly href: string
  readonly url: string
  readonly date: TimeView
  readonly summary: string
  readonly category: LinkView
  readonly cover: ImageView | null
  /** Null for a published one; else what a ribbon says (`expired`; in previews `draft`, `scheduled`). */
  readonly state: 'expired' | 'draft' | 'scheduled' | null
}

/** A unit that is no more: its last day, and who does its work now (href: their own portal). */
export interface ArchiveView {
  readonly name: string
  readonly date: TimeView
  readonly successors: readonly { readonly name: string; readonly href: string | null }[]
}

/** One entry of the menu. */
export interface MenuView {
  readonly title: string
  readonly href: string | null
  readonly external: boolean
  readonly children: readonly MenuView[]
}

/** What stands on every page. The same object for all pages of a build. */
export interface ShellView {
  readonly version: typeof VIEW_VERSION
  readonly language: 'vi' | 'en'
  readonly title: string
  /** `Asia/Ho_Chi_Minh`. */
  readonly timeZone: string
  /** Minutes east of UTC, where clocks are never changed; else null. */
  readonly zoneOffset: number | null
  /** `/` or `/sub/`. */
  readonly home: string
  /** `https://host/sub/`. */
  readonly baseUrl: string
  readonly agency: {
    readonly name: string
    readonly person: string
    readonly address: string
    readonly phone: string
    /** `tel:02373869001`, where the phone is one number. */
    readonly call: string | null
    readonly email: string
    readonly emblem: string | null
  }
  readonly parent: LinkView | null
  readonly slogan: string | null
  readonly notices: readonly { readonly text: string; readonly href: string | null; readonly external: boolean }[]
  /** The portal's agency, once it is no more: then all pages are kept as an archive. */
  readonly archive: ArchiveView | null
  readonly menu: readonly MenuView[]
  readonly links: readonly LinkView[]
  readonly sample: boolean
  /** Fingerprinted files of templates/assets by their plain name: `assets['portal.css']`. */
  readonly assets: { readonly [name: string]: string }
  /** Icons found in content/static: `favicon.svg` and so on, by name; else the emblem, else a drawn one. */
  readonly icons: readonly { readonly href: string; readonly type: string }[]
  readonly feeds: readonly { readonly title: string; readonly href: string; readonly type: string }[]
  /** There is a search page, `tim-kiem/?q=` below home. */
  readonly search: boolean
  /** The web app manifest. */
  readonly manifest: string
  readonly csp: string
  /** A printed page of a bulletin carries its address as a QR code. */
  readonly printQr: boolean
  /** Colours of portal.yml, as `#rrggbb`: for what style sheets cannot reach. */
  readonly theme?: { readonly primary: string; readonly accent: string }
  /** `tx-portal 0.1.0`. */
  readonly generator: string
  /** content/data/*.yml by file name. */
  readonly data: { readonly [name: string]: unknown }
}

/** What the <head> and the breadcrumb say of one page. */
export interface PageMetaView {
  readonly kind:
    | 'home'
    | 'bulletin'
    | 'category'
    | 'category-index'
    | 'period'
    | 'page'
    | 'author'
    | 'tag'
    | 'corrections'
    | 'search'
    | 'not-found'
    | 'redirect'
    | 'feed'
    | 'data'
  /** For <title>: ready, with the portal's name. */
  readonly documentTitle: string
  /** For <h1>. */
  readonly heading: string
  readonly description: string
  readonly href: string
  readonly canonical: string
  readonly noindex: boolean
  readonly breadcrumb: readonly LinkView[]
  readonly openGraph: {
    readonly type: 'website' | 'article'
    readonly title: string
    readonly image: ImageView | null
    readonly published: string | null
    readonly modified: string | null
    readonly section: string | null
  }
  /** `{name: 'DC.title', content: …}`, in order. */
  readonly dublinCore: readonly { readonly name: string; readonly content: string }[]
  /** Structured data, to be printed with the filter json_ld. */
  readonly jsonLd: readonly unknown[]
}

/** Someone named in a byline. */
export interface PersonView {
  readonly name: string
  readonly role: string | null
  readonly unit: string | null
  /** The page with all bulletins by this person. */
  readonly href: string
}

/** A document to take along; size in words: `812 KB`. */
export interface AttachmentView {
  readonly title: string
  readonly href: string
  /** `PDF`, `DOCX`… */
  readonly type: string
  readonly size: string
}

/** The number of a body among the job's bodies, printed with the filter `html`; -1 where there is no text to show, and `html` prints nothing. */
export interface ContentView {
  readonly body: number
}

/** The whole of a bulletin. */
export interface BulletinView {
  readonly title: string
  readonly shortTitle: string
  readonly href: string
  readonly url: string
  readonly category: LinkView
  readonly date: TimeView
  readonly updated: TimeView | null
  readonly eventDate: TimeView | null
  readonly summary: string | null
  readonly authors: readonly PersonView[]
  readonly unit: string | null
  /** `Lê Thơ – Khắc Cường, Trung tâm VHTT, TT&DL huyện`, or ''. */
  readonly signature: string
  readonly content: ContentView
  readonly headings: readonly { readonly level: number; readonly id: string; readonly text: string }[]
  readonly syllables: number
  /** How long reading it takes, in whole minutes, at least 1. */
  readonly minutes: number
  /** Links that send it on; nothing of those sites is loaded. email opens the reader's own mail program. */
  readonly share: { readonly zalo: string; readonly facebook: string; readonly email: string }
  /** Shown above the text only if the body does not show it itself. */
  readonly cover: ImageView | null
  readonly gallery: { readonly caption: string | null; readonly images: readonly ImageView[] }
  readonly attachments: readonly AttachmentView[]
  readonly tags: readonly LinkView[]
  readonly origin: { readonly name: string; readonly href: string | null } | null
  readonly corrections: readonly { readonly date: TimeView; readonly text: string }[]
  readonly withdrawn: { readonly date: TimeView; readonly reason: string } | null
  readonly state: 'published' | 'expired' | 'withdrawn' | 'draft' | 'scheduled'
  /** The unit it is of, once that is no more; null where `site.archive` says so already. */
  readonly archive: ArchiveView | null
  /** Readers will see it from then on (scheduled ones, in previews). */
  readonly publishAt: TimeView | null
  /** Older bulletins of the same category, newest first, at most 5. */
  readonly older: readonly CardView[]
  /** The one next newer bulletin of the same category. */
  readonly newer: CardView | null
  readonly extra: { readonly [key: string]: unknown }
}

/** home.njk */
export interface HomeView {
  readonly lead: CardView | null
  readonly newest: readonly CardView[]
  readonly blocks: readonly { readonly category: LinkView; readonly cards: readonly CardView[] }[]
  /** width and height: the picture's own, in pixels. */
  readonly banners: readonly {
    readonly src: string
    readonly width: number
    readonly height: number
    readonly alt: string
    readonly href: string | null
    readonly external: boolean
  }[]
}

/** category.njk: the newest 30 and the years. */
export interface CategoryView {
  readonly name: string
  readonly purpose: string
  readonly href: string
  readonly children: readonly LinkView[]
  readonly cards: readonly CardView[]
  readonly years: readonly LinkView[]
  readonly feed: string | null
}

/** categories.njk: all sections as a tree of two levels. */
export interface CategoryIndexView {
  readonly groups: readonly {
    readonly link: LinkView
    readonly purpose: string
    readonly children: readonly LinkView[]
  }[]
}

/** period.njk: a year of a category grouped by month; a large year has only its months as links. */
export interface PeriodView {
  readonly of: LinkView
  /** `Năm 2023` or `Tháng 01 năm 2023`. */
  readonly name: string
  readonly months: readonly {
    readonly name: string
    readonly href: string | null
    readonly cards: readonly CardView[]
  }[]
  readonly years: readonly LinkView[]
}

/** page.njk and layouts of one's own. */
export interface StandingPageView {
  readonly title: string
  readonly href: string
  readonly updated: TimeView | null
  readonly content: ContentView
  readonly headings: BulletinView['headings']
  readonly gallery: BulletinView['gallery']
  readonly attachments: readonly AttachmentView[]
  readonly siblings: readonly LinkView[]
  readonly extra: { readonly [key: string]: unknown }
}

/** redirect.njk: an old address that leads to the new one. */
export interface RedirectView {
  readonly title: string
  readonly to: string
  readonly url: string
}

/** feeds/rss.xml.njk. Bodies in a feed carry absolute addresses. */
export interface FeedView {
  readonly title: string
  readonly description: string
  readonly url: string
  readonly self: string
  /** RFC 822 date of the last change of an entry, or null. */
  readonly updated: string | null
  /** The same as RFC 3339 `2023-01-13T16:20:00+07:00`. */
  readonly updatedIso: string | null
  readonly items: readonly {
    readonly title: string
    readonly url: string
    readonly summary: string
    /** RFC 822, and RFC 3339 with the last change. */
    readonly published: string
    readonly publishedIso: string
    readonly updatedIso: string
    readonly category: string
    readonly authors: readonly string[]
    /** The agency by its name on that day. */
    readonly publisher: string
    /** It was withdrawn: summary is the reason, and there is no text. */
    readonly withdrawn: boolean
    readonly content: ContentView
  }[]
}

/** corrections.njk: what was corrected or withdrawn, newest first. */
export interface CorrectionsView {
  readonly items: readonly {
    readonly date: TimeView
    readonly text: string
    readonly link: LinkView
    readonly withdrawn: boolean
  }[]
}

/** sitemap.xml.njk: parts when it is the index, entries when it is a year. lastmod is a day or null. */
export interface SitemapView {
  readonly parts: readonly string[]
  readonly entries: readonly { readonly url: string; readonly lastmod: string | null }[]
}

/** search.njk: where the index is (address with base path, ending in `/`), and what one may choose from. */
export interface SearchView {
  readonly index: string
  readonly categories: readonly { readonly id: string; readonly name: string; readonly href: string }[]
  readonly years: readonly string[]
  /** The archive, by year. */
  readonly archive: LinkView
}

/** robots.txt.njk */
export interface RobotsView {
  readonly sitemap: string
  readonly closed: boolean
}

/** What one template is given: `site`, `page`, and exactly one more under its own name. */
export interface View {
  readonly site: ShellView
  readonly page: PageMetaView
  readonly home?: HomeView
  readonly bulletin?: BulletinView
  readonly category?: CategoryView
  readonly categories?: CategoryIndexView
  readonly period?: PeriodView
  readonly standing?: StandingPageView
  readonly redirect?: RedirectView
  readonly corrections?: CorrectionsView
  readonly search?: SearchView
  readonly feed?: FeedView
  readonly sitemap?: SitemapView
  readonly robots?: RobotsView
  /** json.njk: a JSON document, whole; a ContentView in it becomes the HTML of that body. */
  readonly document?: unknown
}
