import type { Day, Instant } from './config.ts'
import type { Diagnostic, Place } from './diagnostic.ts'
import type { Digest, Json } from './digest.ts'
import type { SourcePath, UrlPath } from './path.ts'

/** A title longer than this, in UTF-16 units, is cut in lists and wants a `shortTitle`. */
export const LONG_TITLE = 110

// ── as written ──────────────────────────────────────────────────────────────────────────────────────────────

/** A value of YAML as it was typed, with its place. Scalars are text: `0123` stays `0123`, `2023-01-13` stays text. */
export type Raw = RawText | RawList | RawMap

/** A scalar. */
export interface RawText {
  readonly kind: 'text'
  /** NFC; '' for an empty value. */
  readonly text: string
  /** Whether it stood in quotes or in a block (`|`, `>`): then an empty or `null` text is meant as text. */
  readonly quoted: boolean
  readonly place: Place
}

/** A list, `- …` or `[…]`. */
export interface RawList {
  readonly kind: 'list'
  readonly items: readonly Raw[]
  readonly place: Place
}

/** Keys with values, `key: …` or `{…}`. */
export interface RawMap {
  readonly kind: 'map'
  readonly entries: readonly RawEntry[]
  readonly place: Place
}

/** One key with its value. */
export interface RawEntry {
  readonly key: string
  readonly keyPlace: Place
  readonly value: Raw
}

/** A picture named in a body: `![words](target)`. */
export interface ImageRef {
  readonly target: string
  /** All that the target may mean, the likeliest first; only where it is more than one. */
  readonly readings?: readonly string[]
  /** Plain text of the brackets (or of the title in quotes, if one was given). */
  readonly words: string
  /** Plain text of the brackets, where a title is the words. */
  readonly description?: string
  readonly place: Place
  /** Where the words stand, and the description, as far as they are found as they were typed. */
  readonly wordsPlace?: Place
  readonly descriptionPlace?: Place
}

/** A link named in a body: `[words](target)` or a bare address. */
export interface LinkRef {
  readonly target: string
  /** All that the target may mean, the likeliest first; only where it is more than one. */
  readonly readings?: readonly string[]
  /** Plain text of the brackets; the address itself for a bare one; '' for brackets that say nothing. */
  readonly words: string
  readonly place: Place
}

/** A heading of a body; level 2 to 6. */
export interface Heading {
  readonly level: number
  readonly id: string
  readonly text: string
}

/** What there is to know of a body without its pieces: small, travels with the metadata. */
export interface BodyFacts {
  /** Names the pieces: the digest of the body's text. */
  readonly digest: Digest
  readonly images: readonly ImageRef[]
  readonly links: readonly LinkRef[]
  readonly headings: readonly Heading[]
  /** Names of picture files among the words: what old portals and Word leave where a picture was. */
  readonly strayNames: readonly { readonly name: string; readonly place: Place }[]
  /** The first words of its plain text, at most 300 characters. */
  readonly opening: string
  readonly syllables: number
  /** The words of its running text that may be acronyms (two capitals or more), each once, in the order of their first use. */
  readonly acronyms: readonly string[]
}

/** What a body says in the portal's language beside its own words: the theme has each as `body.<word>`. */
export const bodyWords = ['table', 'notes', 'note', 'note-back', 'note-back-again', 'link'] as const

/** One of them. */
export type BodyWord = (typeof bodyWords)[number]

/**
 * A gap in a body: a figure or gallery (numbers into BodyFacts.images), the opening tag of a link (into .links), a link to a
 * video that stands alone, a word of the theme, or plain text in which there may be acronyms.
 */
export type Hole =
  | { readonly hole: 'figure'; readonly image: number }
  | { readonly hole: 'gallery'; readonly images: readonly number[] }
  | { readonly hole: 'inline-image'; readonly image: number }
  | { readonly hole: 'link'; readonly link: number }
  /** words: what the link says; null for a bare address. */
  | { readonly hole: 'video'; readonly link: number; readonly words: string | null; readonly site: string }
  /** number: of the table or note; time: which of several references to one note. */
  | { readonly hole: 'word'; readonly word: BodyWord; readonly number: number; readonly time: number }
  | { readonly hole: 'text'; readonly text: string }

/** A body: HTML with holes, free of addresses and configuration; `link` holes stand where `<a …>` opens. */
export interface Body extends Markup {
  /** Its plain text, one line a block. */
  readonly text: string
}

/** The part of a body that pages are made of. */
export interface Markup {
  readonly pieces: readonly (string | Hole)[]
}

/** One file as written: nothing is trusted yet. Depends on the bytes alone, so it is remembered by content. */
export interface Draft {
  readonly fields: RawMap
  readonly body: BodyFacts
  /** Lines of faulty front matter that were guessed: of these nothing more is to be said. */
  readonly misread?: readonly number[]
}

/** What a header says of a picture: pixels as stored and how to turn them upright (EXIF 1–8). */
export interface PhotoFacts {
  readonly format: 'jpeg' | 'png' | 'webp' | 'gif' | 'heic'
  /** Upright size in pixels. */
  readonly width: number
  readonly height: number
  readonly orientation: number
  readonly alpha: boolean
  readonly palette: boolean
}

/** What parsing one file gives, remembered with what it had to say. */
export interface Parsed<T> {
  readonly value: T | null
  readonly diagnostics: readonly Diagnostic[]
}

// ── admitted ────────────────────────────────────────────────────────────────────────────────────────────────

/** Who wrote or photographed. id is null for names that are in no register. */
export interface Byline {
  readonly id: string | null
  readonly name: string
  readonly role: string | null
  readonly unit: string | null
}

/** A picture of a bulletin with its words: caption and alt never come from a file name. */
export interface Photo {
  readonly source: SourcePath
  readonly digest: Digest
  readonly facts: PhotoFacts
  readonly caption: string | null
  readonly alt: string
  readonly credit: string | null
  /** Where it was named first. */
  readonly place: Place
}

/** A place of a body where other words stand with a photo than the photo's own: the number of the place in facts.images. */
export interface Retelling {
  readonly image: number
  readonly caption: string | null
  readonly alt: string
}

/** A document for readers to take with them. */
export interface Attachment {
  readonly source: SourcePath
  readonly digest: Digest
  readonly title: string
  /** Extension in lower case: `pdf`. */
  readonly type: string
  /** Bytes. */
  readonly size: number
}

/** Where a body's link leads. */
export type LinkTarget =
  | { readonly to: 'document'; readonly source: SourcePath; readonly fragment: string }
  | { readonly to: 'attachment'; readonly attachment: number }
  | { readonly to: 'portal'; readonly path: string }
  | { readonly to: 'fragment'; readonly fragment: string }
  | { readonly to: 'external'; readonly href: string; readonly host: string }
  | { readonly to: 'contact'; readonly href: string }

/** How to find the pieces of a body: by digest, else by parsing the source again. */
export interface BodyRef {
  readonly digest: Digest
  readonly source: SourcePath
}

/** What bulletins and standing pages have in common. */
export interface Document {
  readonly source: SourcePath
  readonly slug: string
  readonly address: UrlPath
  readonly aliases: readonly UrlPath[]
  readonly title: string
  /** The title's fingerprint, by which a document that has moved is recognised. */
  readonly titlePrint: string
  readonly layout: string | null
  readonly updated: Day | null
  readonly body: BodyRef
  /** Whether no words stand in its body. */
  readonly blank: boolean
  readonly facts: BodyFacts
  /** For each of facts.images, its photo. */
  readonly bodyPhotos: readonly number[]
  /** The places among them that tell of their photo in other words. */
  readonly retold: readonly Retelling[]
  /** For each of facts.links, where it leads. */
  readonly bodyLinks: readonly LinkTarget[]
  /** Whether one of them leads to another page of the portal. */
  readonly leads: boolean
  readonly photos: readonly Photo[]
  readonly attachments: readonly Attachment[]
  /** Numbers into photos: those shown after the body. */
  readonly gallery: { readonly caption: string | null; readonly photos: readonly number[] }
  /** Whether acronyms are explained at their first use. */
  readonly glossary: boolean
  readonly extra: { readonly [key: string]: Json }
  readonly accept: readonly string[]
}

/** A correction that was made (đính chính). */
export interface Correction {
  readonly date: Day
  readonly text: string
}

/** A bulletin in which everything means something: past this nobody asks whether a title exists. */
export interface Bulletin extends Document {
  readonly kind: 'bulletin'
  /** Names all that is known of it but its text and what that leads to: what lists say of it. */
  readonly front: Digest
  readonly shortTitle: string | null
  readonly date: Day
  /** `HH:mm`, or null where only a day was given. */
  readonly time: string | null
  readonly category: string
  readonly authors: readonly Byline[]
  readonly unit: { readonly id: string | null; readonly name: string } | null
  readonly summary: string | null
  readonly tags: readonly string[]
  /** A number into photos. */
  readonly cover: number | null
  readonly draft: boolean
  /** When readers may see it: publishAt, else date and time. */
  readonly publishAt: Instant
  /** From when on it has expired (the instant after its last day). */
  readonly expireAt: Instant | null
  readonly eventDate: Day | null
  readonly featuredUntil: Day | null
  readonly origin: { readonly name: string; readonly url: string | null } | null
  readonly corrections: readonly Correction[]
  readonly withdrawn: { readonly date: Day; readonly reason: string } | null
}

/** A standing page: who we are, how to reach us. */
export interface StandingPage extends Document {
  readonly kind: 'page'
  readonly order: number
  readonly reviewBy: Day | null
}
