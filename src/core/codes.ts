import type { FileKind, Unseen } from './file-facts.ts'
import type { Never } from './never.ts'

/** error stops the build; warning is counted by build and shown by check; hint is shown only by check. */
export type Severity = 'error' | 'warning' | 'hint'

type None = Readonly<Record<string, never>>

/**
 * Every diagnostic there is, with what its words need. A code is stable: scripts and `accept:` name it.
 * To add one: a line here, one in `severities`, and its words in messages/vi.ts and messages/en.ts (else it does not compile).
 */
export interface Codes {
  // what the bytes are
  'text/encoding': { readonly likely: 'UTF-16' | 'Windows-1258' | 'TCVN3' | 'VISCII' | 'binary' | 'unknown' }
  'text/nul': None
  'text/invisible': { readonly count: number }
  // front matter as a block
  /** declared: it is there, but for the line that opens it. */
  'front-matter/missing': { readonly declared: boolean }
  'front-matter/not-first': None
  'front-matter/unclosed': None
  'front-matter/opening': { readonly text: string }
  'front-matter/closing': { readonly text: string }
  // any YAML: front matter, portal.yml, registers, data
  'yaml/syntax': { readonly detail: string; readonly suggestion: string | null }
  'yaml/tab': None
  'yaml/alias': { readonly text: string }
  'yaml/tag': { readonly tag: string }
  /** merged: both as one line, where they are lists. */
  'yaml/duplicate-key': { readonly key: string; readonly firstLine: number; readonly merged: string | null }
  'yaml/forbidden-key': { readonly key: string }
  'yaml/too-deep': { readonly max: number }
  'yaml/too-long': { readonly bytes: number; readonly max: number }
  /** example: how an entry of this list is written, where it is one. */
  'yaml/not-a-map': { readonly expected: 'map' | 'list'; readonly example: string | null }
  /** where: to the end of the line, in `{…}`, or an item of `[…]`. */
  'yaml/literal': { readonly key: string; readonly quoted: string; readonly where: 'line' | 'braces' | 'list' }
  // fields of front matter and configuration
  /** free: `extra:` takes data of one's own here; where: within `{…}`, in which a comma may have made a key of words, or on a line. */
  'field/unknown': {
    readonly key: string
    readonly nearest: string | null
    readonly free: boolean
    readonly where: 'line' | 'braces'
    /** The whole line that is meant, where the name alone does not make it one. */
    readonly pasted: string | null
  }
  /** inside: it is missing in a map below the first level. */
  'field/missing': { readonly key: string; readonly example: string; readonly inside: Inside | null }
  'field/empty': { readonly key: string; readonly example: string }
  'field/type': { readonly key: string; readonly expected: FieldKind; readonly given: string; readonly example: string }
  'field/value': { readonly key: string; readonly given: string; readonly allowed: readonly string[] }
  /** A code of `accept:` that there is none of. */
  'accept/unknown': { readonly given: string; readonly nearest: string | null }
  /** meant: the day it certainly means all the same, as it is to be written. */
  'date/form': { readonly key: string; readonly given: string; readonly meant: string | null }
  'date/no-such-day': { readonly key: string; readonly given: string; readonly meant: string | null }
  'date/no-such-time': { readonly key: string; readonly given: string }
  'date/short-year': { readonly key: string; readonly given: string }
  'date/order': { readonly first: string; readonly second: string }
  /** Of `updated`, `corrections` or `withdrawn`. */
  'date/ahead': { readonly key: string; readonly given: string }
  'date/review': { readonly given: string }
  /** folder: the year of the folder it is in; meant: the day in that year. */
  'date/year': { readonly given: string; readonly folder: string; readonly meant: string }
  // the portal's configuration and registers
  'config/missing': { readonly file: string }
  'config/version': { readonly given: string }
  'config/base-url': { readonly given: string }
  'config/zone': { readonly given: string }
  'config/permalink': { readonly given: string; readonly why: 'form' | 'reserved' }
  'config/hsts': { readonly baseUrl: string }
  'config/menu-depth': None
  /** what: where text in that colour, or upon it, cannot be read; ratio, needed: of contrast, 1 to 21. */
  'config/contrast': {
    readonly given: string
    readonly what: 'banner' | 'links' | 'links-dark'
    readonly ratio: number
    readonly needed: number
    readonly nearest: string
  }
  'config/contact': { readonly key: string }
  'config/placeholder': { readonly key: string; readonly given: string }
  'register/duplicate': { readonly what: string; readonly given: string; readonly first: string }
  'register/unknown': {
    readonly key: string
    readonly given: string
    readonly nearest: string | null
    readonly file: string
  }
  'register/circle': { readonly key: string; readonly given: string }
  'register/no-acronym': { readonly given: string }
  'category/unknown': {
    readonly given: string
    readonly nearest: string | null
    readonly nearestName: string | null
    /** Names of the sections there are, in their order; one more than is shown, where there are so many. */
    readonly known: readonly string[]
  }
  // files and names
  /**
   * where: beside a bulletin, a second text in a bulletin's folder, beside a standing page, between the folders of documents, among
   * data, or where nothing is looked for.
   */
  'file/stray': {
    readonly name: string
    readonly where: 'bulletin' | 'text' | 'page' | 'between' | 'data' | 'elsewhere'
  }
  /** beside: an index.md lies there too. */
  'file/almost-index': { readonly name: string; readonly beside: boolean }
  'file/no-index': { readonly folder: string }
  /** An index.md that makes one bulletin of a folder of many; count: how many others lie there. */
  'file/index-of-many': { readonly folder: string; readonly count: number }
  /** other: of a folder with `/` at its end. */
  'file/twins': { readonly other: string }
  'file/unreadable': { readonly reason: string }
  /** folder: what it must not lead out of. */
  'file/link-out': { readonly target: string; readonly folder: string }
  'file/special': None
  /** A file of static/ that is never published. */
  'file/never': { readonly name: string; readonly why: Never }
  /** A page or drawing of static/ in which code runs. */
  'file/runs': { readonly text: string }
  'file/name': { readonly name: string }
  'file/reserved-name': { readonly name: string }
  /** Of films and sounds. */
  'file/metadata': { readonly name: string }
  'slug/empty': { readonly name: string }
  /** where: the name of the document makes the address, or it is one of its `aliases:`. */
  'address/collision': { readonly address: string; readonly other: string; readonly where: 'name' | 'alias' }
  /** file: the document that has no page now (state says why), or a new one that may be the same; aliases: its old addresses. */
  'address/lost': {
    readonly address: string
    readonly file: string | null
    readonly state: string | null
    readonly aliases: readonly string[]
  }
  /** Another bulletin stands there than was published; elsewhere: the file of the old one; aliases: its old addresses. */
  'address/replaced': {
    readonly address: string
    readonly elsewhere: string
    readonly aliases: readonly string[]
  }
  /** A document that was given along at it is given no more, or is another. */
  'address/file-gone': { readonly address: string }
  /** where: a line of its entry, something within its braces, its list of aliases as it is to be, an item of that on a line. */
  'address/section': {
    readonly old: string
    readonly id: string
    readonly name: string
    readonly where: 'line' | 'braces' | 'list' | 'item'
    readonly pasted: string
  }
  'address/book-gone': { readonly address: string; readonly more: number }
  'address/line': { readonly text: string }
  'address/merge': { readonly text: string }
  'address/reserved': { readonly address: string; readonly where: 'name' | 'alias' }
  'address/form': { readonly given: string }
  /** id: that of an entry in authors.yml. */
  'name/unit': { readonly given: string; readonly hasUnit: boolean; readonly id: string }
  /** Neither letters nor digits are in it, so that it can have no address. */
  'name/empty': { readonly what: 'author' | 'tag'; readonly given: string }
  /** why: it is several people, where the text comes from, or what somebody is and then the name; meant: the people, the origin, or both the other way about. */
  'name/byline': { readonly why: 'several' | 'source' | 'title'; readonly given: string; readonly meant: string }
  /** people: those of the register who are called so. */
  'name/shared': {
    readonly given: string
    readonly people: readonly { readonly id: string; readonly unit: string | null }[]
  }
  /** why: they are the same but for their marks, or but for signs, blanks and capitals. */
  'name/alike': {
    readonly what: 'author' | 'tag'
    readonly why: 'marks' | 'signs'
    readonly given: string
    readonly other: string
    readonly suggestion: string
  }
  // pictures
  /** where: it was looked for beside a document, or, named by portal.yml, in content/static. */
  /** where: no such name beside the document, or in static/; it is a folder's, of which nearest is a photo, or was refused itself. */
  'image/missing': {
    readonly src: string
    readonly nearest: string | null
    readonly where: 'document' | 'static' | 'folder' | 'refused'
  }
  'image/case': { readonly src: string; readonly actual: string }
  'image/outside': { readonly src: string }
  'image/remote': { readonly src: string }
  /** fit: it could be shown as it is. */
  'image/unused': { readonly name: string; readonly fit: boolean }
  'image/twice': { readonly src: string }
  'image/empty': { readonly name: string }
  'image/not-image': { readonly name: string; readonly likely: string | null }
  'image/heic': { readonly name: string }
  'image/svg': { readonly name: string }
  'image/animated': { readonly name: string }
  'image/format': { readonly name: string; readonly format: string }
  'image/too-large': { readonly name: string; readonly megapixels: number; readonly max: number }
  'image/broken': { readonly name: string }
  'image/metadata': { readonly name: string }
  /** where: it stands in the text as `![](…)`, in `images:`, or is named elsewhere. */
  /** others: more photos that are shown by the same line of the front matter and have no words either. */
  'image/no-alt': {
    readonly src: string
    readonly where: 'text' | 'images' | 'elsewhere'
    readonly others: readonly string[]
  }
  'image/name-in-text': { readonly name: string }
  'image/small': { readonly name: string; readonly width: number; readonly least: number }
  'image/portrait-cover': { readonly name: string; readonly better: string | null }
  /** other: the name of the first of them; times: how often readers see it. */
  'image/repeated': { readonly name: string; readonly other: string; readonly times: number }
  'image/caption-is-name': { readonly src: string; readonly given: string }
  'image/caption-like-name': { readonly src: string; readonly given: string }
  // attachments
  'attachment/missing': { readonly src: string; readonly nearest: string | null }
  'attachment/outside': { readonly src: string }
  'attachment/kind': { readonly src: string; readonly extension: string }
  'attachment/unused': { readonly name: string }
  'attachment/title-is-name': { readonly src: string; readonly given: string }
  'attachment/empty': { readonly src: string }
  /** likely: what its bytes are. */
  'attachment/not-kind': { readonly src: string; readonly extension: string; readonly likely: FileKind }
  /** An archive in which a file is that is never published by itself. */
  'attachment/holds': { readonly src: string; readonly name: string; readonly why: Never }
  'attachment/unseen': { readonly src: string; readonly name: string; readonly why: Unseen; readonly others: number }
  'attachment/macros': { readonly src: string; readonly extension: string }
  'attachment/script': { readonly src: string; readonly extension: string }
  'attachment/comments': { readonly src: string; readonly extension: string }
  'attachment/changes': { readonly src: string; readonly extension: string }
  'attachment/place': { readonly src: string; readonly extension: string }
  // links
  'link/broken': { readonly href: string; readonly nearest: string | null }
  'link/anchor': { readonly href: string }
  'link/unsafe': { readonly href: string }
  'link/outside': { readonly href: string }
  'link/unpublished': { readonly href: string; readonly state: string }
  'link/host': { readonly host: string }
  'link/punycode': { readonly host: string; readonly unicode: string }
  'link/shortener': { readonly host: string }
  'link/gambling': { readonly href: string }
  'link/no-words': { readonly href: string }
  /** given: the host or mail address that the words promise. */
  'link/disguised': { readonly given: string; readonly href: string }
  /** to: another host, or a word of gambling houses, behind a trusted one. */
  'link/redirect': { readonly host: string; readonly to: string }
  // words that deserve a second look
  'words/missing': None
  /** other: the file that says the same under the same title and day. */
  'words/twice': { readonly other: string }
  /** What `new` wrote to be written over, in a bulletin that is to be published; -later: in a draft. */
  'words/to-fill': { readonly text: string }
  'words/to-fill-later': { readonly text: string }
  'words/leftover': { readonly text: string }
  /** what: it was meant for; row, item: what has swallowed the line; text: as readers see it. */
  'words/mark': {
    readonly what:
      | 'bold'
      | 'heading'
      | 'link'
      | 'html'
      | 'embed'
      | 'table'
      | 'tab'
      | 'symbol'
      | 'row'
      | 'cells'
      | 'fence'
      | 'item'
    readonly text: string
  }
  'words/mojibake': { readonly text: string }
  'words/old-font': { readonly font: 'TCVN3' | 'VISCII' | 'VNI'; readonly text: string }
  'words/repeated': { readonly text: string }
  'words/spacing': { readonly text: string; readonly right: string }
  'words/dash': { readonly text: string }
  'words/capitals': { readonly text: string }
  'words/long-paragraph': { readonly syllables: number; readonly max: number }
  'words/private-number': { readonly what: 'identity' | 'account' | 'phone'; readonly text: string }
  /** where: in a document, whose front matter can accept it, or in another file of the portal's own. */
  'words/gambling': { readonly text: string; readonly where: 'document' | 'portal' }
  'title/long': { readonly length: number; readonly max: number }
  'summary/missing': None
  'summary/long': { readonly length: number; readonly max: number }
  'summary/like-title': { readonly percent: number }
  // templates
  /** detail: what the engine says, else what is never closed, closes nothing, is no tag, or is there twice. */
  'template/syntax': {
    readonly detail: string
    readonly page: string | null
    readonly why: 'engine' | 'unclosed' | 'stray' | 'tag' | 'twice'
    readonly nearest: string | null
  }
  /** why: it has no value on this page, or is a name, a data file, a word or a key of records that is nowhere, or has parts and is printed whole; known: what there is. */
  'template/undefined': {
    readonly detail: string
    readonly page: string | null
    readonly why: 'value' | 'name' | 'data' | 'word' | 'key' | 'parts'
    readonly nearest: string | null
    readonly known: readonly string[]
  }
  'template/filter': { readonly name: string; readonly page: string | null; readonly nearest: string | null }
  'template/missing': { readonly name: string; readonly page: string | null; readonly nearest: string | null }
  /** A block that none of the templates above has; parent: the one it extends; known: the blocks there are. */
  'template/block': {
    readonly name: string
    readonly parent: string
    readonly nearest: string | null
    readonly known: readonly string[]
  }
  /** text: what stands outside of the blocks of a template that extends another. */
  'template/outside': { readonly text: string; readonly parent: string }
  'template/circle': { readonly chain: readonly string[] }
  'template/dynamic': { readonly text: string }
  'template/failed': { readonly detail: string; readonly page: string | null }
  /** detail: what would change what all pages show. */
  'template/changes': { readonly detail: string; readonly page: string | null }
  'template/endless': { readonly page: string | null }
  /** A template of the portal's own that was copied from one the tool has changed since; gone: the tool has it no more. */
  'template/moved-on': { readonly template: string; readonly since: string; readonly gone: boolean }
  /** A file of the portal's own templates that changes nothing; meant: the file of the tool it may have been meant for; language: the portal's, where the file has the words of another. */
  'template/unused': { readonly name: string; readonly meant: string | null; readonly language: 'vi' | 'en' | null }
  'layout/unknown': { readonly given: string; readonly nearest: string | null }
  // style sheets of the portal's own
  'style/unclosed': { readonly why: Unclosed }
  /** text: what browsers drop, its first line. */
  'style/ignored': { readonly why: Ignored; readonly text: string }
  'style/remote': { readonly address: string }
  // rendered pages, as readers' browsers see them
  'audit/dead-link': OnPages
  'audit/dead-anchor': OnPages
  'audit/id-twice': OnPages
  'audit/heading-missing': OnPages
  'audit/heading-twice': OnPages
  'audit/heading-skipped': OnPages
  'audit/no-alt': OnPages
  'audit/no-name': OnPages
  'audit/leftover': OnPages
  'audit/blocked': OnPages
  'audit/hidden-link': OnPages
  'audit/gambling': OnPages
  'audit/no-title': OnPages
  'audit/no-lang': OnPages
  // the published folder and the machine
  'content/none': None
  'out/refused': {
    readonly out: string
    readonly why: 'root' | 'around' | 'content' | 'templates' | 'system' | 'file' | 'foreign' | 'link'
  }
  'out/foreign-file': { readonly path: string }
  /** out: the folder, as people know it. */
  'out/record': { readonly out: string }
  'out/other-portal': { readonly out: string; readonly before: number; readonly removed: number }
  /** An output that is not what a build from nothing gives; more: how many others. */
  /** Outputs that somebody edited where they are published; path: the first, more: how many others. */
  'out/edited': { readonly path: string; readonly more: number }
  /** What stands in the published folder and was not made by the tool. */
  'out/stranger': { readonly path: string; readonly more: number }
  /** cache: the folder given by `--cache-dir`; null for the portal's own. */
  'out/differs': { readonly path: string; readonly more: number; readonly cache: string | null }
  'out/beside': { readonly path: string; readonly why: 'foreign' | 'refused' }
  'disk/full': { readonly path: string }
  'disk/denied': { readonly path: string }
  'disk/failed': { readonly path: string; readonly detail: string }
  /** file: what holds the folder. */
  'lock/held': {
    readonly host: string
    readonly user: string
    readonly pid: number
    readonly since: string
    readonly file: string
  }
  'cache/dropped': { readonly what: string }
  'cache/unwritable': { readonly path: string }
  'source/changing': { readonly path: string }
  // the command line
  'usage/unknown-command': { readonly given: string; readonly nearest: string | null }
  'usage/unknown-option': { readonly given: string; readonly nearest: string | null }
  'usage/missing-argument': { readonly name: string }
  /** name: the flag, or `folder` for the argument of that name. */
  'usage/option-argument': { readonly name: string; readonly given: string; readonly expected: string }
  /** A day or time for an option that is none. */
  'usage/no-such-time': { readonly name: string; readonly given: string; readonly why: 'day' | 'time' | 'short-year' }
  /** because: makes nothing that idle could work on. */
  'usage/not-together': { readonly idle: string; readonly because: string }
  'usage/unknown-word': { readonly given: string; readonly nearest: string | null; readonly known: readonly string[] }
  /** outside: it is there, but not in the portal. */
  'usage/no-such-path': { readonly given: string; readonly nearest: string | null; readonly outside: boolean }
  /** A file was to be written into a folder that is not there. */
  'usage/no-folder': { readonly folder: string; readonly file: string }
  'usage/too-many': { readonly given: string }
  /** above: the portal in whose folders the command was given, where it was in one. */
  'usage/not-a-portal': { readonly folder: string; readonly above: string | null }
  'usage/not-a-cache': { readonly folder: string; readonly file: string }
  /** file: null where the name is of a file itself. */
  'usage/not-empty': { readonly folder: string; readonly file: string | null }
  /** missing: what must be given; category: one of the portal's, for the example. */
  'new/incomplete': { readonly missing: readonly ('title' | 'category')[]; readonly category: string }
  'new/no-slug': { readonly title: string }
  'new/slug-form': { readonly given: string; readonly suggestion: string }
  'new/taken': { readonly folder: string; readonly free: string }
  /** why: nothing is there, or a folder without photos. */
  'new/photo-missing': { readonly given: string; readonly nearest: string | null; readonly why: 'gone' | 'no-photos' }
  'eject/unknown': { readonly given: string; readonly nearest: string | null }
  'eject/taken': { readonly template: string }
  'eject/record': { readonly file: string }
  'eject/not-there': { readonly template: string }
  'why/unknown': { readonly given: string; readonly nearest: string | null; readonly command: 'why' | 'preview' }
  /** It is there, and has no page that could be shown alone; example: a page that can. */
  'why/no-document': { readonly given: string; readonly example: string | null }
}

/** A fault of rendered pages: what is shown of it, the first page (its address, and what it is of), and how many pages have it. */
export interface OnPages {
  readonly shown: string
  readonly page: string
  readonly source: string | null
  readonly pages: number
  readonly templates: readonly string[]
  /** Faults of the same kind at the same spot that are not told one by one. */
  readonly others: number
}

/**
 * A map inside a field or a list. of: the field it belongs to, if any; beside: its first key, where it is written key by key on lines;
 * null: it stands in `{…}`. pasted: the line to be put to it, or what takes the place of the `{…}`.
 */
export interface Inside {
  readonly of: string | null
  readonly beside: string | null
  readonly pasted: string
}

/** What of a style sheet was begun and not ended; brace: one too many was ended. */
export type Unclosed = 'block' | 'string' | 'comment' | 'bracket' | 'brace'

/**
 * Why browsers pass over a part of a style sheet: no colon, two of them, no semicolon before it, it stands outside every rule, a bracket too
 * many, a comment after `//`, quotes of a word processor.
 */
export type Ignored = 'colon' | 'colons' | 'semicolon' | 'outside' | 'bracket' | 'slashes' | 'quotes' | 'import'

/** What a field is asked to be; the messages have a phrase for each. */
export type FieldKind =
  | 'text'
  | 'byline'
  | 'list'
  | 'map'
  | 'yes-no'
  | 'number'
  | 'url'
  | 'origin'
  | 'host'
  | 'mail'
  | 'color'
  | 'id'
  | 'address'

/** The name of a diagnostic. */
export type Code = keyof Codes

const errors = 'error' as const
const warnings = 'warning' as const
const hints = 'hint' as const

/** How grave each is: an error stops the build. */
export const severities: { readonly [C in Code]: Severity } = {
  'text/encoding': errors,
  'text/nul': errors,
  'text/invisible': hints,
  'front-matter/missing': errors,
  'front-matter/not-first': errors,
  'front-matter/unclosed': errors,
  'front-matter/opening': errors,
  'front-matter/closing': errors,
  'yaml/syntax': errors,
  'yaml/tab': errors,
  'yaml/alias': errors,
  'yaml/tag': errors,
  'yaml/duplicate-key': errors,
  'yaml/forbidden-key': errors,
  'yaml/too-deep': errors,
  'yaml/too-long': errors,
  'yaml/not-a-map': errors,
  'yaml/literal': hints,
  'field/unknown': errors,
  'field/missing': errors,
  'field/empty': errors,
  'field/type': errors,
  'field/value': errors,
  'accept/unknown': errors,
  'date/form': errors,
  'date/no-such-day': errors,
  'date/no-such-time': errors,
  'date/short-year': errors,
  'date/order': errors,
  'date/ahead': warnings,
  'date/review': warnings,
  'date/year': warnings,
  'config/missing': errors,
  'config/version': errors,
  'config/base-url': errors,
  'config/zone': errors,
  'config/permalink': errors,
  'config/hsts': warnings,
  'config/menu-depth': errors,
  'config/contrast': warnings,
  'config/contact': warnings,
  'config/placeholder': errors,
  'register/duplicate': errors,
  'register/unknown': errors,
  'register/circle': errors,
  'register/no-acronym': warnings,
  'category/unknown': errors,
  'file/stray': warnings,
  'file/almost-index': errors,
  'file/no-index': errors,
  'file/index-of-many': errors,
  'file/twins': errors,
  'file/unreadable': errors,
  'file/link-out': errors,
  'file/special': errors,
  'file/never': errors,
  'file/runs': warnings,
  'file/name': errors,
  'file/reserved-name': errors,
  'file/metadata': errors,
  'slug/empty': errors,
  'address/collision': errors,
  'address/lost': errors,
  'address/replaced': warnings,
  'address/file-gone': warnings,
  'address/section': warnings,
  'address/book-gone': errors,
  'address/line': errors,
  'address/merge': errors,
  'address/reserved': errors,
  'address/form': errors,
  'name/alike': errors,
  'name/unit': warnings,
  'name/empty': errors,
  'name/byline': warnings,
  'name/shared': errors,
  'image/missing': errors,
  'image/case': warnings,
  'image/outside': errors,
  'image/remote': errors,
  'image/unused': warnings,
  'image/twice': errors,
  'image/empty': errors,
  'image/not-image': errors,
  'image/heic': errors,
  'image/svg': errors,
  'image/animated': errors,
  'image/format': errors,
  'image/too-large': errors,
  'image/broken': errors,
  'image/metadata': errors,
  'image/no-alt': warnings,
  'image/name-in-text': errors,
  'image/small': hints,
  'image/portrait-cover': hints,
  'image/repeated': hints,
  'image/caption-is-name': errors,
  'image/caption-like-name': warnings,
  'attachment/missing': errors,
  'attachment/outside': errors,
  'attachment/kind': errors,
  'attachment/unused': warnings,
  'attachment/title-is-name': errors,
  'attachment/empty': errors,
  'attachment/not-kind': errors,
  'attachment/holds': errors,
  'attachment/unseen': warnings,
  'attachment/macros': warnings,
  'attachment/script': warnings,
  'attachment/comments': warnings,
  'attachment/changes': warnings,
  'attachment/place': warnings,
  'link/broken': errors,
  'link/anchor': warnings,
  'link/unsafe': errors,
  'link/outside': errors,
  'link/unpublished': warnings,
  'link/host': warnings,
  'link/punycode': warnings,
  'link/shortener': warnings,
  'link/gambling': errors,
  'link/no-words': errors,
  'link/disguised': errors,
  'link/redirect': warnings,
  'words/missing': warnings,
  'words/twice': warnings,
  'words/to-fill': errors,
  'words/to-fill-later': hints,
  'words/leftover': warnings,
  'words/mark': warnings,
  'words/mojibake': warnings,
  'words/old-font': warnings,
  'words/repeated': warnings,
  'words/spacing': warnings,
  'words/dash': warnings,
  'words/capitals': warnings,
  'words/long-paragraph': warnings,
  'words/private-number': warnings,
  'words/gambling': warnings,
  'title/long': hints,
  'summary/missing': hints,
  'summary/long': warnings,
  'summary/like-title': warnings,
  'template/syntax': errors,
  'template/undefined': errors,
  'template/filter': errors,
  'template/missing': errors,
  'template/block': errors,
  'template/outside': warnings,
  'template/circle': errors,
  'template/dynamic': errors,
  'template/failed': errors,
  'template/changes': errors,
  'template/endless': errors,
  'template/moved-on': warnings,
  'template/unused': warnings,
  'layout/unknown': errors,
  'style/unclosed': errors,
  'style/ignored': warnings,
  'style/remote': errors,
  'audit/dead-link': warnings,
  'audit/dead-anchor': warnings,
  'audit/id-twice': warnings,
  'audit/heading-missing': warnings,
  'audit/heading-twice': warnings,
  'audit/heading-skipped': warnings,
  'audit/no-alt': warnings,
  'audit/no-name': warnings,
  'audit/leftover': warnings,
  'audit/blocked': warnings,
  'audit/hidden-link': warnings,
  'audit/gambling': warnings,
  'audit/no-title': warnings,
  'audit/no-lang': warnings,
  'content/none': errors,
  'out/refused': errors,
  'out/foreign-file': errors,
  'out/record': errors,
  'out/other-portal': errors,
  'out/edited': warnings,
  'out/stranger': warnings,
  'out/differs': errors,
  'out/beside': warnings,
  'disk/full': errors,
  'disk/denied': errors,
  'disk/failed': errors,
  'lock/held': errors,
  'cache/dropped': warnings,
  'cache/unwritable': warnings,
  'source/changing': errors,
  'usage/unknown-command': errors,
  'usage/unknown-option': errors,
  'usage/missing-argument': errors,
  'usage/option-argument': errors,
  'usage/no-such-time': errors,
  'usage/not-together': errors,
  'usage/unknown-word': errors,
  'usage/no-such-path': errors,
  'usage/no-folder': errors,
  'usage/too-many': errors,
  'usage/not-a-portal': errors,
  'usage/not-a-cache': errors,
  'usage/not-empty': errors,
  'new/incomplete': errors,
  'new/no-slug': errors,
  'new/slug-form': errors,
  'new/taken': errors,
  'new/photo-missing': errors,
  'eject/unknown': errors,
  'eject/taken': errors,
  'eject/record': errors,
  'eject/not-there': errors,
  'why/unknown': errors,
  'why/no-document': errors,
}
