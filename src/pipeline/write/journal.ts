import { sha256 } from '../../core/digest.ts'
import { isOutputName } from '../../core/path.ts'

/** What a build is about to do, written down before its first rename: from then on it owns these names. */
export interface Journal {
  readonly added: readonly string[]
  readonly replaced: readonly string[]
  readonly removed: readonly string[]
  /** Folders that will be made. */
  readonly folders: readonly string[]
}

const heading = 'tx-portal journal 1'
const signs = { added: '+', replaced: '*', removed: '-', folders: '/' } as const

/** The journal's text, sealed by its own sum. */
export function formatJournal(journal: Journal): string {
  const lines = (kind: keyof Journal) => journal[kind].map((path) => `${signs[kind]} ${path}\n`).join('')
  const text = `${heading}\n${lines('added')}${lines('replaced')}${lines('removed')}${lines('folders')}`
  return `${text}= ${sha256(text)}\n`
}

/** Reads a journal; null if it is not whole: then nothing was renamed after it. */
export function parseJournal(text: string): Journal | null {
  const end = text.lastIndexOf('\n=')
  const body = text.slice(0, end + 1)
  if (end === -1 || text.slice(end + 1) !== `= ${sha256(body)}\n`) return null
  const [first, ...lines] = body.slice(0, -1).split('\n')
  if (first !== heading || !lines.every((line) => /^[+*/-] /.test(line) && isOutputName(line.slice(2)))) return null
  const named = (sign: string) => lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(2))
  return {
    added: named(signs.added),
    replaced: named(signs.replaced),
    removed: named(signs.removed),
    folders: named(signs.folders),
  }
}
