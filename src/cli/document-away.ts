import type { Parsed, PhotoFacts } from '../core/bulletin.ts'
import type { Digest } from '../core/digest.ts'
import type { FileFacts } from '../core/file-facts.ts'
import { textOf, utf8 } from '../core/utf8.ts'
import type { Law } from '../pipeline/validate/admit.ts'
import type { Context } from '../pipeline/validate/context.ts'
import type { Home } from '../pipeline/validate/home.ts'

/** What a thread that parses and judges documents is told at its start. */
export type AtStart = Omit<Law, 'photos' | 'attachments'>

/** Under what the text of a body lies, beside what pages show of it. */
export const textKey = (digest: Digest): string => `${digest} text`

type Entries<T> = readonly (readonly [path: string, facts: T])[]

/** A document on its way to another thread: whose it is and what is known of the files beside it, as JSON in UTF-8. */
export interface SentHome {
  readonly home: Home
  readonly photos: Entries<Parsed<PhotoFacts>>
  readonly attachments: Entries<FileFacts>
}

/** A folder with more files than this has many documents, each of which would take all of them along. */
const FILES = 30

/** What another thread needs to judge a document; null where that is too much to send. */
export function sendHome(home: Home, { photos, attachments }: Context): Uint8Array | null {
  if (home.files.length > FILES) return null
  const knownOf = <T>(all: ReadonlyMap<string, T>): Entries<T> =>
    home.files.flatMap(({ path }) => {
      const facts = all.get(path)
      return facts === undefined ? [] : [[path, facts] as const]
    })
  const sent: SentHome = { home, photos: knownOf(photos), attachments: knownOf(attachments) }
  return utf8(JSON.stringify(sent))
}

// This is what sendHome wrote.
export const receiveHome = (bytes: Uint8Array): SentHome => JSON.parse(textOf(bytes)) as SentHome
