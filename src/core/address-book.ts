import type { Place } from './diagnostic.ts'
import type { UrlPath } from './path.ts'

/** What is known of an address that was published once. */
export type Entry =
  /** A bulletin or standing page: its title and its text by fingerprint, so that it is recognised when it has moved. */
  | { readonly kind: 'document'; readonly title: string; readonly text: string }
  /** A document that is given along, by the first eight digits of its digest. */
  | { readonly kind: 'file'; readonly print: string }
  /** It leads to another address. */
  | { readonly kind: 'moved'; readonly to: UrlPath }
  /** A page of the tool's own making: a section, its years, an author, a tag. */
  | { readonly kind: 'list' }

/** One line of content/urls.lock with its place. */
export interface Line {
  readonly address: UrlPath
  readonly entry: Entry
  readonly place: Place
}

/** Every address ever published, as the lock file has it; an address may stand there several times after a merge. */
export interface AddressBook {
  readonly lines: readonly Line[]
  /** The whole file, if it is letter for letter as the tool writes it; else null. */
  readonly text: string | null
}

/** The lock file as this build leaves it. */
export interface NextBook {
  /** The whole file. */
  readonly text: string
  readonly recorded: number
  /** Addresses that are new in it, and old ones that now lead elsewhere. */
  readonly added: number
  readonly moved: number
}

/** Where the book is kept. */
export const BOOK = 'content/urls.lock'
