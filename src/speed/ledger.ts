import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { digestBytes } from '../core/digest.ts'
import { textOf } from '../core/utf8.ts'
import type { OpenFile } from './disk.ts'
import { linesOf, type Row, readLines, rowIn, rowsOf, type Shape } from './lines.ts'
import { type CacheFiles, replaceFile } from './sealed.ts'

/**
 * Rows by name in one file, to which a run adds what is new: a base, then batches, each with its own length and sum. Of a name the last
 * row counts; a batch may take one away. Every sum is also over the one before it, so that no batch passes behind what it was not
 * written for: whoever finds one torn believes what stands before it, and that is what some run has saved.
 */
export interface Ledger<H, R> {
  /** Plain JSON; of the last section. */
  readonly head: H
  readonly standing: Standing
  /** The row of a name, found in the text: for whoever asks for few. */
  find(name: string): R | undefined
  /** All rows, decoded when they are first asked for. */
  rows(): Map<string, R>
  /** Shows all rows once, in no order; none is kept: for whoever only looks at each. */
  each(look: (name: string, row: R) => void): void
}

/** How a ledger was left on the disk: only to what is still so is anything added. */
export interface Standing {
  readonly ino: number
  readonly size: number
  readonly changed: number
  /** The bytes of its base. */
  readonly base: number
  /** Of the last section. */
  readonly sum: string
  /** Whether what stands behind the last section was dropped. */
  readonly torn: boolean
}

/** Where the text of a section lies in the file, in bytes. */
interface Section {
  readonly from: number
  readonly to: number
}

const heading = 'tx-portal ledger 1'
/** What the tool wrote under such names before: nothing to be warned of. */
const older = Buffer.from('tx-portal cache 1 ')
/** Longer than any first line of a section. */
const LINE = 512

/** Batches that come to more than this, and to more than a quarter of the base, make a new base due; in bytes. */
const FEW = 64 * 1024
const due = (base: number, appended: number): boolean => appended > FEW && appended > base / 4

/** Reads a ledger; null where there is none, another tool wrote it, or its base is damaged. Damage is said. */
export function readLedger<H, R>(files: CacheFiles, part: string, what: string, shape: Shape<R>): Ledger<H, R> | null {
  try {
    const found = readFile<H>(files, part)
    if (found === null || found === 'foreign') return null
    if (found === 'damaged' || found.standing.torn) files.dropped(what)
    return found === 'damaged' ? null : { ...found, ...lateRows(found, shape) }
  } catch {
    files.dropped(what)
    return null
  }
}

interface Found<H> extends Pick<Ledger<H, unknown>, 'head' | 'standing'> {
  /** Whole lines: of the base, then of the batches. */
  readonly texts: readonly string[]
  /** How many of the texts are the base's. */
  readonly based: number
}

function readFile<H>({ disk, folder, key }: CacheFiles, part: string): Found<H> | null | 'damaged' | 'foreign' {
  const path = join(folder, part)
  for (;;) {
    // Looked at before it is opened: if another one takes its place meanwhile, this one does not stand any more.
    const seen = disk.stat(path)
    const file = seen === null ? null : disk.open(path, 'r')
    if (file === null) return disk.read(path) === null ? null : 'damaged'
    try {
      const size = file.size()
      const found = readOpen<H>(lookInto(file, size), { size, part, key: digestBytes(key) }, seen)
      const isTorn = found === 'damaged' || (found !== 'foreign' && found.standing.torn)
      // Else another process was adding to it just now.
      if (!isTorn || file.size() === size) return found
    } finally {
      file.close()
    }
  }
}

/** What is to be read, and how long it is. */
interface Wanted {
  readonly size: number
  readonly part: string
  readonly key: string
}

/** What a file says, as text; no word of it is taken before its sum was looked at. */
function readOpen<H>(look: Look, wanted: Wanted, seen: ReturnType<CacheFiles['disk']['stat']>) {
  const walked = walk(look, wanted)
  if (typeof walked === 'string') return walked
  const { sections, sum } = walked
  const end = sections.at(-1)?.to ?? 0
  const [base = [], ...batches] = sections.map((section) => textsOf(look, section))
  const texts = [...base, ...batches.flat()]
  const head = texts.reduce((last, { head }) => head ?? last, 'null')
  const standing: Standing = {
    ...{ ino: seen?.ino ?? 0, size: wanted.size, changed: seen?.changed ?? 0 },
    ...{ base: sections[0]?.to ?? 0, sum, torn: end < wanted.size },
  }
  return { head: JSON.parse(head) as H, standing, texts: texts.map(({ rows }) => rows), based: base.length }
}

/** Goes from section to section as long as they are sound. */
function walk(
  look: Look,
  { size, part, key }: Wanted,
): { readonly sections: readonly Section[]; readonly sum: string } | 'damaged' | 'foreign' {
  const sections: Section[] = []
  let sum = ''
  let owner = ''
  for (let at = 0; at < size; ) {
    const start = look(at, LINE)
    if (at === 0 && older.equals(start.subarray(0, older.length))) return 'foreign'
    const end = start.subarray(0, LINE).indexOf(10)
    const line = start.toString('latin1', 0, Math.max(end, 0))
    const [found = '', length = ''] = line.slice(`${heading} ${part} `.length).split(' ')
    const section: Section = { from: at + end + 1, to: at + end + 1 + Number(length) }
    if (end === -1 || !/^\d+$/.test(length) || section.to > size || (at > 0 && found !== owner)) break
    const hash = sumOf(part, found, sum)
    for (let done = section.from; done < section.to; ) {
      const bytes = look(done, 1).subarray(0, section.to - done)
      if (bytes.length === 0) return 'damaged'
      hash.update(bytes)
      done += bytes.length
    }
    const next = hash.digest('hex')
    if (line !== headOf(part, found, section.to - section.from, next)) break
    owner = found
    sum = next
    sections.push(section)
    at = section.to
  }
  if (sections.length === 0) return 'damaged'
  return owner === key ? { sections, sum } : 'foreign'
}

const sumOf = (part: string, key: string, before: string) => createHash('sha256').update(`${part} ${key} ${before}\n`)
const headOf = (part: string, key: string, length: number, sum: string): string =>
  `${heading} ${part} ${key} ${length} ${sum}`

/** The bytes of a file from there on: at least so many where it has them; there until the next call. */
type Look = (from: number, least: number) => Buffer

/** What is looked at at once, in bytes. All ledgers are read through one room: to be given a new one costs more than the reading. */
const ROOM = 1024 * 1024
let room: Buffer | null = null

function lookInto(file: OpenFile, size: number): Look {
  let begin = 0
  let held: Uint8Array = new Uint8Array()
  return (from, least) => {
    const enough = Math.min(least, size - from)
    if (from < begin || from + enough > begin + held.length) {
      if (enough <= ROOM) room ??= Buffer.allocUnsafeSlow(ROOM)
      held = enough > ROOM ? file.read(from, enough) : file.read(from, Math.min(ROOM, size - from), room ?? undefined)
      begin = from
    }
    const rest = held.subarray(from - begin)
    return Buffer.from(rest.buffer, rest.byteOffset, rest.byteLength)
  }
}

/** The text of a section in whole lines, about a megabyte at a time; the first line of the section is its head. */
function textsOf(
  look: Look,
  { from, to }: Section,
): readonly { readonly head: string | null; readonly rows: string }[] {
  const texts: { head: string | null; rows: string }[] = []
  for (let at = from; at < to; ) {
    const near = look(at, 1).subarray(0, to - at)
    let end = near.lastIndexOf(10) + 1
    let bytes = near
    for (let least = ROOM; end === 0; least *= 2) {
      // A line that reaches beyond what is held.
      bytes = look(at, Math.min(least, to - at)).subarray(0, to - at)
      end = bytes.lastIndexOf(10) + 1
      if (end === 0 && (bytes.length < least || bytes.length === to - at)) throw new Error('a line without an end')
    }
    const whole = bytes.subarray(0, end)
    const text = textOf(whole)
    const first = at === from ? text.indexOf('\n') : -1
    texts.push({ head: at === from ? text.slice(0, first) : null, rows: text.slice(first + 1) })
    at += end
  }
  return texts
}

function lateRows<R>(
  { texts, based }: Pick<Found<never>, 'texts' | 'based'>,
  shape: Shape<R>,
): Pick<Ledger<never, R>, 'find' | 'rows' | 'each'> {
  let rows: Map<string, R> | null = null
  return {
    rows() {
      if (rows !== null) return rows
      rows = new Map()
      for (const text of texts) rowsOf(text, shape, rows)
      return rows
    },
    each(look) {
      if (rows !== null) return rows.forEach((row, name) => void look(name, row))
      // What the batches say counts, and there is little of it.
      const later = new Map<string, R | null>()
      for (const text of texts.slice(based)) readLines(text, shape, (name, row) => later.set(name, row))
      const first = (name: string, row: R | null): void => {
        if (row !== null && !later.has(name)) look(name, row)
      }
      for (const text of texts.slice(0, based)) readLines(text, shape, first)
      for (const [name, row] of later) if (row !== null) look(name, row)
    },
    find(name) {
      if (rows !== null) return rows.get(name)
      for (let number = texts.length - 1; number >= 0; number--) {
        const row = rowIn(texts[number] ?? '', shape, name)
        if (row !== undefined) return row ?? undefined
      }
      return undefined
    },
  }
}

/** Writes a ledger anew, whole or not at all. Throws what the machine refuses. */
export function writeLedger<R>(
  files: CacheFiles,
  part: string,
  shape: Shape<R>,
  head: unknown,
  rows: Iterable<readonly [string, R]>,
): Standing {
  const { bytes, sum } = sectionOf(files, part, '', `${JSON.stringify(head)}\n${linesOf(rows, shape)}`)
  replaceFile(files, part, bytes)
  return standingOf(files, part, { base: lengthOf(bytes), sum })
}

/**
 * Adds rows (null: there is none of that name any more) to a ledger that stands as it was left. null, and nothing done, where it does
 * not, or a new base is due.
 */
export function appendLedger<R>(
  files: CacheFiles,
  part: string,
  shape: Shape<R>,
  head: unknown,
  rows: Iterable<Row<R>>,
  before: Standing,
): Standing | null {
  if (!stands(files, part, before)) return null
  const text = `${JSON.stringify(head)}\n${linesOf(rows, shape)}`
  if (isDue(before, text.length)) return null
  const { bytes, sum } = sectionOf(files, part, before.sum, text)
  const file = files.disk.open(join(files.folder, part), 'a')
  if (file === null) return null
  try {
    if (file.size() !== before.size) return null
    // In one call: nobody sees a half of it but when the machine fails.
    file.append(Buffer.concat(bytes))
  } finally {
    file.close()
  }
  return standingOf(files, part, { base: before.base, sum })
}

/** Whether so many bytes more would make a new base due. */
export const isDue = ({ base, size }: Standing, more: number): boolean => due(base, size - base + more)

/** Whether nobody has written a ledger since, and all that is in it is sound. */
export function stands({ disk, folder }: CacheFiles, part: string, before: Standing): boolean {
  const now = disk.stat(join(folder, part))
  return !before.torn && now?.ino === before.ino && now.size === before.size && now.changed === before.changed
}

function sectionOf({ key }: CacheFiles, part: string, before: string, text: string) {
  const body = Buffer.from(text)
  const owner = digestBytes(key)
  const sum = sumOf(part, owner, before).update(body).digest('hex')
  return { bytes: [Buffer.from(`${headOf(part, owner, body.length, sum)}\n`), body], sum }
}

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0)

function standingOf({ disk, folder }: CacheFiles, part: string, rest: Pick<Standing, 'base' | 'sum'>): Standing {
  const { ino, size, changed } = disk.stat(join(folder, part)) ?? { ino: 0, size: 0, changed: 0 }
  return { ino, size, changed, ...rest, torn: false }
}
