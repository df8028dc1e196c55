import { join } from 'node:path'
import { digestBytes } from '../core/digest.ts'
import { utf8 } from '../core/utf8.ts'
import type { OpenFile } from './disk.ts'
import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

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
  readonly rows: ReadonlyMap<string, Row>
}

const nameOf = (part: string, generation: number): string => `${part}-${generation}.pack`

/** An entry: its sum, then the value as JSON. The sum is over its name too, so that none passes for another. */
export function encodeEntry(name: string, value: unknown): Uint8Array {
  // Written as bytes once: the sum is taken of them, and they are the entry.
  const named = utf8(`${name}\n${JSON.stringify(value)}`)
  return Buffer.concat([Buffer.from(digestBytes(named)), named.subarray(Buffer.byteLength(name) + 1)])
}

const SUM = 32

/** The JSON of an entry, as it stands there, whatever its sum says. */
export const bareJson = (bytes: Uint8Array): Uint8Array => bytes.subarray(SUM)

/** The JSON of an entry, as it stands there; null if it is not what was written under this name. */
export function checkedJson(name: string, bytes: Uint8Array): Uint8Array | null {
  // The sum is taken of the bytes as they are: a text would be made bytes again for it.
  const named = Buffer.concat([Buffer.from(`${name}\n`), bytes.subarray(SUM)])
  return decoder.decode(bytes.subarray(0, SUM)) === digestBytes(named) ? bareJson(bytes) : null
}

/** What JSON in UTF-8 says. */
export const decodeJson = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes))

const decoder = new TextDecoder()

/** The bytes of an entry as they stand; fewer where the file ends or cannot be read. */
export function readEntry({ file }: Shelf, { offset, length }: Row): Uint8Array {
  return quietly(() => file.read(offset, length)) ?? new Uint8Array()
}

function quietly<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

interface Index {
  readonly generation: number
  /** The size of the pack, in bytes. */
  readonly size: number
  readonly rows: readonly (readonly [name: string, offset: number, length: number])[]
}

/** Opens the pack of a part, as its table names it; null where there is none, or it is damaged, which is said. */
export function openShelf(files: CacheFiles, part: string): Shelf | null {
  const body = readSealed(files, part, part, part)
  if (body === null) return null
  // The seal was whole, so this is what saveIndex wrote.
  const { generation, size, rows } = JSON.parse(new TextDecoder().decode(body)) as Index
  const file = quietly(() => files.disk.open(join(files.folder, nameOf(part, generation)), 'r'))
  if (file === null || file.size() < size) {
    file?.close()
    files.dropped(part)
    return null
  }
  return { generation, file, rows: new Map(rows.map(([name, offset, length]) => [name, { offset, length }])) }
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
  { generation, size }: Pick<Index, 'generation' | 'size'>,
  rows: ReadonlyMap<string, Row>,
): void {
  const index: Index = { generation, size, rows: [...rows].map(([name, { offset, length }]) => [name, offset, length]) }
  writeSealed(files, part, part, [Buffer.from(JSON.stringify(index))])
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
