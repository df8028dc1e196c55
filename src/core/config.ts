import type { Place } from './diagnostic.ts'
import type { Json } from './digest.ts'
import type { SourcePath } from './path.ts'

/** A calendar day `2023-01-13`, never an instant. */
export type Day = string

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** From an instant on and no longer at another; null is open. */
export interface Span {
  readonly from: Instant | null
  readonly until: Instant | null
}

/** Who answers for the portal: what the footer must show. Empty text where portal.yml says nothing. */
export interface Agency {
  readonly name: string
  readonly unit: string | null
  readonly person: string
  readonly address: string
  readonly phone: string
  readonly email: string
  /** A source below content/static, or null. */
  readonly emblem: string | null
}

/** A title that leads somewhere: an address on the portal (`/…`) or an absolute http(s) URL. */
export interface NamedLink {
  readonly title: string
  readonly href: string
}

/** One entry of the menu; a category's entry takes its name from the register. */
export interface MenuItem {
  readonly title: string
  readonly href: string | null
  readonly children: readonly MenuItem[]
}

/** A line that stands on every page while its days last. */
export interface Notice extends Span {
  readonly text: string
  readonly href: string | null
}

/** A picture that stands on the home page while its days last; image is a source below content/static, its size in pixels. */
export interface Banner extends Span {
  readonly image: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly href: string | null
}

/** A section of the portal; purpose says to staff what belongs there. */
export interface Category {
  readonly id: string
  readonly name: string
  readonly purpose: string
  readonly order: number
  readonly parent: string | null
  readonly aliases: readonly string[]
}

/** A body of the administration, with the days it existed and who took over. */
export interface Unit {
  readonly id: string
  readonly name: string
  readonly shortName: string | null
  readonly validFrom: Day | null
  readonly validTo: Day | null
  readonly successors: readonly string[]
  /** Where it is to be found: its own portal. */
  readonly url: string | null
}

/** A person who writes or takes photos. */
export interface Author {
  readonly id: string
  readonly name: string
  readonly unit: string | null
}

/** An acronym and what it stands for. */
export interface Term {
  readonly short: string
  readonly long: string
}

/** Other hosts that a page may load scripts from and send figures to: origins, `https://dem.tinh.gov.vn`. */
export interface Measurement {
  readonly script: readonly string[]
  readonly connect: readonly string[]
}

/** A kind of web server that files are made for; `pages` is Cloudflare Pages, Netlify and their kin. */
export type Host = 'nginx' | 'apache' | 'iis' | 'pages'

/** What the portal wants of the servers it is published on. */
export interface Hosting {
  readonly for: readonly Host[]
  /** Browsers are told to use https alone, for a year. */
  readonly hsts: boolean
}

/** portal.yml and its registers, decoded: every value is there and means something. */
export interface Config {
  readonly title: string
  /** Absolute, with trailing slash: `https://host/sub/`. */
  readonly baseUrl: string
  /** `https://host`. */
  readonly origin: string
  /** `/` or `/sub/`. */
  readonly basePath: string
  readonly language: 'vi' | 'en'
  readonly timeZone: string
  readonly sample: boolean
  readonly agency: Agency
  readonly parent: { readonly name: string; readonly url: string } | null
  readonly slogan: (Span & { readonly text: string }) | null
  readonly banners: readonly Banner[]
  readonly notices: readonly Notice[]
  readonly menu: readonly MenuItem[]
  readonly home: { readonly blocks: readonly { readonly category: string; readonly count: number }[] }
  readonly links: readonly NamedLink[]
  /** A pattern of `:year`, `:month`, `:day`, `:category`, `:slug` between slashes, ending in `:slug/`. */
  readonly permalink: string
  readonly theme: { readonly primary: string; readonly accent: string }
  readonly linkHosts: readonly string[]
  readonly measurement: Measurement | null
  readonly hosting: Hosting
  /** The monthly JSON data carry the whole text of bulletins. */
  readonly api: { readonly fullText: boolean }
  /** Whether the portal can be searched: a page for it, and an index. */
  readonly search: boolean
  /** What is drawn to be shared for a bulletin without photos: the name of its section, its own title, or nothing. */
  readonly cards: 'category' | 'title' | 'none'
  /** What printed bulletins carry beside their text. */
  readonly print: { readonly qr: boolean }
  /** Whether photos are published as they were taken too, without metadata. */
  readonly originals: boolean
  /** Whether photos are made as AVIF too. */
  readonly photos: { readonly avif: boolean }
  /** In the order of the register: by `order`, then as written. */
  readonly categories: readonly Category[]
  readonly units: readonly Unit[]
  readonly authors: readonly Author[]
  readonly glossary: readonly Term[]
  /** content/data/*.yml by file name, for templates. */
  readonly data: { readonly [name: string]: Json }
  /** Where each register stands, for messages. */
  /** Where the addresses of portal.yml stand in it. */
  readonly hrefPlaces: { readonly [href: string]: Place }
  readonly files: { readonly portal: SourcePath; readonly categories: SourcePath }
}
