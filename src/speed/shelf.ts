import { join } from 'node:path'
import { digestBytes } from '../core/digest.ts'
import { utf8 } from '../core/utf8.ts'
import type { OpenFile } from './disk.ts'
import { linesOf, rowsOf } from './lines.ts'
import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'
import { openWindow, type Window } from './window.ts'

/** Where an entry of a pack stands, in bytes. */
export interface Row {
  readonly offset: number
  readonly length: number
}

/**
 * A pack, open for reading, with its table. A pack is never changed below its end, and a new one has a new number, so
 * whoever reads by an older table reads what that table means.
 */
export interface Shelf {
  readonly generation: number
  readonly file: OpenFile
  readonly window: Window
  /** How the file of the table was when it was read. */
  readonly table: Sighting
  readonly rows: ReadonlyMap<string, Row>
}

const nameOf = (part: string, generation: number): string => `${part}-${generation}.pack`

/** An entry: its sum, its name, then the value as JSON. The sum is over all that follows, so that none passes for another. */
export function encodeEntry(name: string, value: unknown): Uint8Array {
  // Written as bytes once: the sum is taken of them as they are.
  const named = utf8(`${name}\n${JSON.stringify(value)}`)
  return Buffer.concat([Buffer.from(digestBytes(named)), named])
}

const SUM = 32

/** The JSON of an entry of this name, as it stands there, whatever its sum says. */
export const bareJson = (name: string, bytes: Uint8Array): Uint8Array =>
  bytes.subarray(SUM + Buffer.byteLength(name) + 1)

/** The JSON of an entry, as it stands there; null if it is not what was written under this name. */
export function checkedJson(name: string, bytes: Uint8Array): Uint8Array | null {
  // The sum is taken of the bytes as they lie: of ten thousand entries each copy is felt.
  if (bytes.length <= SUM || textIn(bytes, 0, SUM) !== digestBytes(bytes.subarray(SUM))) return null
  const length = Buffer.byteLength(name)
  return textIn(bytes, SUM, SUM + length + 1) === `${name}\n` ? bytes.subarray(SUM + length + 1) : null
}

/** What JSON in UTF-8 says. */
export const decodeJson = (bytes: Uint8Array): unknown => JSON.parse(textIn(bytes, 0, bytes.length))

const textIn = ({ buffer, byteOffset, byteLength }: Uint8Array, from: number, to: number): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('utf8', from, to)

/** The bytes of an entry as they stand, until the next is read; fewer where the file ends or cannot be read. */
export function readEntry({ window }: Shelf, { offset, length }: Row): Uint8Array {
  return quietly(() => window.read(offset, length)) ?? new Uint8Array()
}

function quietly<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

/** The first line of a table; the rows follow, a line each. */
interface Heading {
  readonly generation: number
  /** The size of the pack, in bytes. */
  readonly size: number
}

type Sighting = ReturnType<CacheFiles['disk']['stat']>

const sighted = ({ disk, folder }: CacheFiles, part: string): Sighting => quietly(() => disk.stat(join(folder, part)))

/** Whether nobody has written the table of a pack since it was opened: each is a file of its own. */
export function isCurrent(files: CacheFiles, part: string, { table }: Shelf): boolean {
  const now = sighted(files, part)
  return now !== null && now.ino === table?.ino && now.size === table.size && now.changed === table.changed
}

/** Opens the pack of a part, as its table names it; null where there is none, or it is damaged, which is said. */
export function openShelf(files: CacheFiles, part: string): Shelf | null {
  const table = sighted(files, part)
  const body = readSealed(files, part, part, part)
  if (body === null) return null
  // The seal was whole, so this is what saveIndex wrote.
  const text = new TextDecoder().decode(body)
  const end = text.indexOf('\n')
  const { generation, size } = JSON.parse(text.slice(0, end)) as Heading
  const file = quietly(() => files.disk.open(join(files.folder, nameOf(part, generation)), 'r'))
  if (file === null || file.size() < size) {
    file?.close()
    files.dropped(part)
    return null
  }
  const rows = rowsOf(
    text.slice(end + 1),
    2,
    ([offset, length]): Row => ({ offset: Number(offset), length: Number(length) }),
  )
  return { generation, file, window: openWindow(file), table, rows }
}

/** Writes bytes to the end of a pack that is there, or of a new one; gives where they begin, and the pack's number. */
export function growPack(
  { disk, folder }: CacheFiles,
  part: string,
  generation: number | null,
  write: (append: (bytes: Uint8Array) => void) => void,
): { readonly generation: number; readonly base: number; readonly size: number } {
  const place = { disk, folder, part }
  const { file, number } = generation === null ? newPack(place) : oldPack(place, generation)
  try {
    const base = file.size()
    write((bytes) => file.append(bytes))
    return { generation: number, base, size: file.size() }
  } finally {
    file.close()
  }
}

/** Publishes a table, and removes the packs before its own: nobody will open them any more. */
export function saveIndex(
  files: CacheFiles,
  part: string,
  { generation, size }: Heading,
  rows: ReadonlyMap<string, Row>,
): void {
  const heading: Heading = { generation, size }
  const lines = linesOf(rows, ({ offset, length }) => [offset, length])
  writeSealed(files, part, part, [Buffer.from(`${JSON.stringify(heading)}\n${lines}`)])
  for (const older of generationsIn({ ...files, part })) {
    if (older < generation) quietly(() => files.disk.remove(join(files.folder, nameOf(part, older))))
  }
}

type Place = Pick<CacheFiles, 'disk' | 'folder'> & { readonly part: string }

const generationsIn = ({ disk, folder, part }: Place): readonly number[] =>
  disk.list(folder).flatMap((name) => {
    const [, number] = new RegExp(`^${part}-(\\d+)\\.pack$`).exec(name) ?? []
    return number === undefined ? [] : [Number(number)]
  })

function newPack(place: Place): { readonly file: OpenFile; readonly number: number } {
  for (let number = Math.max(0, ...generationsIn(place)) + 1; ; number++) {
    const file = place.disk.open(join(place.folder, nameOf(place.part, number)), 'w')
    if (file !== null) return { file, number }
  }
}

function oldPack(place: Place, number: number): { readonly file: OpenFile; readonly number: number } {
  const file = place.disk.open(join(place.folder, nameOf(place.part, number)), 'a')
  return file === null ? newPack(place) : { file, number }
}
