import { join } from 'node:path'
import { digestBytes } from '../core/digest.ts'
import { textOf, utf8 } from '../core/utf8.ts'
import type { OpenFile } from './disk.ts'
import type { DraftPack } from './draft-pack.ts'
import { appendLedger, type Ledger, readLedger, writeLedger } from './ledger.ts'
import type { Row as Line, Shape } from './lines.ts'
import type { CacheFiles } from './sealed.ts'
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
  readonly table: Ledger<Heading, Row>
}

const shape: Shape<Row> = {
  facts: 2,
  factsOf: ({ offset, length }) => [offset, length],
  rowOf: (facts) => ({ offset: Number(facts[0]), length: Number(facts[1]) }),
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
export const decodeJson = (bytes: Uint8Array): unknown => JSON.parse(textOf(bytes))

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

/** What a table says of its pack. */
interface Heading {
  readonly generation: number
  /** The size of the pack, in bytes. */
  readonly size: number
}

/** Opens the pack of a part, as its table names it; null where there is none, or it is damaged, which is said. */
export function openShelf(files: CacheFiles, part: string): Shelf | null {
  const table: Ledger<Heading, Row> | null = readLedger(files, part, part, shape)
  if (table === null) return null
  const { generation, size } = table.head
  const file = quietly(() => files.disk.open(join(files.folder, nameOf(part, generation)), 'r'))
  if (file === null || file.size() < size) {
    file?.close()
    files.dropped(part)
    return null
  }
  return { generation, file, window: openWindow(file), table }
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

/** Makes what a run has written a pack of its own, without copying it; null where it is not in a file. */
export function adoptPack(
  { disk, folder }: CacheFiles,
  part: string,
  draft: DraftPack,
): { readonly generation: number; readonly base: number; readonly size: number } | null {
  const { file, number } = newPack({ disk, folder, part })
  file.close()
  const path = join(folder, nameOf(part, number))
  const size = draft.moveTo(path)
  if (size !== null) return { generation: number, base: 0, size }
  disk.remove(path)
  return null
}

/** Adds to the table of a pack that has grown; all: every row of it, for when it has to be written anew. */
export function growIndex(
  files: CacheFiles,
  part: string,
  { generation, size }: Heading,
  { table, rows, all }: { readonly table: Shelf['table']; readonly rows: readonly Line<Row>[]; all(): Rows },
): void {
  const heading: Heading = { generation, size }
  if (appendLedger(files, part, shape, heading, rows, table.standing) === null)
    writeLedger(files, part, shape, heading, all())
}

type Rows = Iterable<readonly [string, Row]>

/** Publishes the table of a new pack, and removes the packs before it: nobody will open them any more. */
export function saveIndex(files: CacheFiles, part: string, { generation, size }: Heading, rows: Rows): void {
  const heading: Heading = { generation, size }
  writeLedger(files, part, shape, heading, rows)
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
