import { type AddressBook, BOOK, type Entry, type Line } from '../../core/address-book.ts'
import { diagnose, type Located, type Place } from '../../core/diagnostic.ts'
import { digestBytes } from '../../core/digest.ts'
import { isAddress, type SourcePath, type UrlPath, urlPath } from '../../core/path.ts'
import { fold } from '../../text/fold.ts'

const HEAD = [
  '# Mọi địa chỉ đã đăng của cổng. Chương trình tự ghi tệp này; hãy lưu tệp cùng nội dung, không cần sửa tay.',
  '# Every address ever published. Written by the tool: commit it with the content.',
]

const HEADING = `${HEAD.join('\n')}\n`

/** By what a title is known again: eight digits, the same whatever its capitals and marks. */
export const titlePrint = (title: string): string => digestBytes(fold(title)).slice(0, 8)

const print = /^[0-9a-f]{8}$|^-$/

/** Reads content/urls.lock: one address a line, in any order, some of them twice after a merge. '' is an empty book. */
export function parseAddressBook(text: string): {
  readonly book: AddressBook
  readonly diagnostics: readonly Located[]
} {
  const lines: Line[] = []
  const diagnostics: Located[] = []
  const say = (diagnostic: Located['diagnostic']) => diagnostics.push({ file: BOOK as SourcePath, diagnostic })
  const typed = text.replace(/^\uFEFF/, '').split(text.includes('\r') ? /\r\n|\r|\n/ : '\n')
  let ours = text.startsWith(HEADING) && text.endsWith('\n') && !text.includes('\r')
  for (const [index, line] of typed.entries()) {
    const place = { line: index + 1, column: 1, ...(line.length > 0 ? { length: line.length } : {}) }
    if (/^(<{7}|={7}|>{7}|\|{7})/.test(line)) say(diagnose('address/merge', { text: line.slice(0, 7) }, place))
    else if (line.trim() !== '' && !line.startsWith('#')) {
      const read = lineOf(line, place)
      if (read === null) say(diagnose('address/line', { text: line.trim() }, place))
      else {
        const last = lines.at(-1)
        ours &&= line === lineFor(read.address, read.entry) && (last === undefined || last.address < read.address)
        lines.push(read)
      }
    }
  }
  // Nothing else stands in it: a remark would be a line more, and so would a blank one.
  ours &&= typed.length === HEAD.length + lines.length + 1
  return { book: { lines, text: ours ? text : null }, diagnostics }
}

function lineOf(line: string, place: Place): Line | null {
  const [at = '', kind = '', ...rest] = line.trim().split(/\s+/)
  const entry = readEntry(kind, rest)
  return entry === null || !isAddress(at) ? null : { address: urlPath(at), entry, place }
}

function readEntry(kind: string, [first = '', second = '', ...more]: readonly string[]): Entry | null {
  if (more.length > 0) return null
  if (kind === 'document') return print.test(first) && print.test(second) ? { kind, title: first, text: second } : null
  if (kind === 'file') return print.test(first) && first !== '-' && second === '' ? { kind, print: first } : null
  if (kind === 'moved') return isAddress(first) && second === '' ? { kind, to: urlPath(first) } : null
  return kind === 'list' && first === '' ? { kind } : null
}

/**
 * The lock file's text: its heading, then one line an address, sorted, so that branches merge line by line. before: the book as it is, in
 * which mostly only a few lines are to be others.
 */
export function formatAddressBook<T>(
  entries: ReadonlyMap<UrlPath, T>,
  entryOf: (one: T) => Entry,
  before: AddressBook,
): string {
  const mended = mend(before, entries, entryOf)
  if (mended !== null) return mended
  const rows = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([at, one]) => lineFor(at, entryOf(one)))
  return `${HEADING}${rows.join('\n')}${rows.length === 0 ? '' : '\n'}`
}

/** The book with other entries for the same addresses; null where there are others, or it is not as the tool writes it. */
function mend<T>(
  { lines, text }: AddressBook,
  entries: ReadonlyMap<UrlPath, T>,
  entryOf: (one: T) => Entry,
): string | null {
  if (text === null || lines.length !== entries.size) return null
  let mended = ''
  let kept = 0
  let at = HEADING.length
  for (const { address, entry, place } of lines) {
    const one = entries.get(address)
    if (one === undefined) return null
    const now = entryOf(one)
    const end = at + (place.length ?? 0)
    if (!isSame(now, entry)) {
      mended += text.slice(kept, at) + lineFor(address, now)
      kept = end
    }
    at = end + 1
  }
  return mended + text.slice(kept)
}

function isSame(one: Entry, two: Entry): boolean {
  if (one.kind === 'document') return two.kind === 'document' && one.title === two.title && one.text === two.text
  if (one.kind === 'file') return two.kind === 'file' && one.print === two.print
  return one.kind === two.kind && (one.kind !== 'moved' || two.kind !== 'moved' || one.to === two.to)
}

const lineFor = (at: UrlPath, entry: Entry): string => `${at} ${words(entry)}`

function words(entry: Entry): string {
  if (entry.kind === 'document') return `document ${entry.title} ${entry.text}`
  if (entry.kind === 'file') return `file ${entry.print}`
  return entry.kind === 'moved' ? `moved ${entry.to}` : 'list'
}
