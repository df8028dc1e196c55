import { type AddressBook, BOOK, type Entry, type Line } from '../../core/address-book.ts'
import { diagnose, type Located, type Place } from '../../core/diagnostic.ts'
import { type SourcePath, type UrlPath, urlPath } from '../../core/path.ts'

const HEAD = [
  '# Mọi địa chỉ đã đăng của cổng. Chương trình tự ghi tệp này; hãy lưu tệp cùng nội dung, không cần sửa tay.',
  '# Every address ever published. Written by the tool: commit it with the content.',
]

const address = /^\/[^\s<>"\\]*$/
const print = /^[0-9a-f]{8}$|^-$/

/** Reads content/urls.lock: one address a line, in any order, some of them twice after a merge. '' is an empty book. */
export function parseAddressBook(text: string): {
  readonly book: AddressBook
  readonly diagnostics: readonly Located[]
} {
  const lines: Line[] = []
  const diagnostics: Located[] = []
  const say = (diagnostic: Located['diagnostic']) => diagnostics.push({ file: BOOK as SourcePath, diagnostic })
  const typed = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  for (const [index, line] of typed.entries()) {
    const place = { line: index + 1, column: 1, ...(line.length > 0 ? { length: line.length } : {}) }
    if (/^(<{7}|={7}|>{7}|\|{7})/.test(line)) say(diagnose('address/merge', { text: line.slice(0, 7) }, place))
    else if (line.trim() !== '' && !line.startsWith('#')) {
      const read = lineOf(line, place)
      if (read === null) say(diagnose('address/line', { text: line.trim() }, place))
      else lines.push(read)
    }
  }
  return { book: { lines }, diagnostics }
}

function lineOf(line: string, place: Place): Line | null {
  const [at = '', kind = '', ...rest] = line.trim().split(/\s+/)
  const entry = entryOf(kind, rest)
  return entry === null || !address.test(at) ? null : { address: urlPath(at), entry, place }
}

function entryOf(kind: string, [first = '', second = '', ...more]: readonly string[]): Entry | null {
  if (more.length > 0) return null
  if (kind === 'document') return print.test(first) && print.test(second) ? { kind, title: first, text: second } : null
  if (kind === 'moved') return address.test(first) && second === '' ? { kind, to: urlPath(first) } : null
  return kind === 'list' && first === '' ? { kind } : null
}

/** The lock file's text: its heading, then one line an address, sorted, so that branches merge line by line. */
export function formatAddressBook(entries: ReadonlyMap<UrlPath, Entry>): string {
  const rows = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([at, entry]) => `${at} ${words(entry)}`)
  return `${[...HEAD, ...rows].join('\n')}\n`
}

function words(entry: Entry): string {
  if (entry.kind === 'document') return `document ${entry.title} ${entry.text}`
  return entry.kind === 'moved' ? `moved ${entry.to}` : 'list'
}
