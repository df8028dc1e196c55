import type { Digest } from '../core/digest.ts'
import type { Phase } from '../core/plan.ts'
import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

/** What is known of a source on the disk: while its stat is this, it has this digest. Times in ns, in decimal. */
export interface SourceRow {
  /** Bytes. */
  readonly size: number
  readonly mtimeNs: string
  readonly ctimeNs: string
  readonly ino: string
  readonly digest: Digest
}

/** Rows by path, with when the run that saved them began. */
export interface SourceTable {
  get(path: string): SourceRow | undefined
  set(path: string, row: SourceRow): void
  /** In ms since 1970, 0 if nothing was saved: a file that is not older may have changed after it was looked at. */
  readonly writtenAt: number
}

/** How a build left an output: what made it, its SHA-256, bytes, and time of last change in ns. */
export interface OutputRow {
  readonly stamp: Digest
  readonly sha256: string
  readonly size: number
  readonly mtimeNs: string
  readonly phase: Phase
}

/** How a build left its outputs, by path. */
export interface OutputTable {
  readonly [path: string]: OutputRow
}

/** How many published folders are remembered. */
const folders = 4

/** Opens the table of sources; `now` is when this run began, in ms. */
export function openTable(files: CacheFiles, now: number): SourceTable & { save(complete: boolean): void } {
  const part = 'table'
  const used = new Set<string>()
  let loaded: { writtenAt: number; rows: Map<string, SourceRow> } | null = null
  let changed = false

  const table = () => {
    loaded ??= decode(readSealed(files, part, part, part))
    return loaded
  }

  return {
    get writtenAt() {
      return table().writtenAt
    },
    get(path) {
      used.add(path)
      return table().rows.get(path)
    },
    set(path, row) {
      used.add(path)
      changed = true
      table().rows.set(path, row)
    },
    save(complete) {
      if (loaded === null) return
      const rows = [...loaded.rows].filter(([path]) => !complete || used.has(path))
      if (!changed && rows.length === loaded.rows.size) return
      writeSealed(files, part, part, [Buffer.from(JSON.stringify({ writtenAt: now, rows: rows.map(flat) }))])
      loaded = { writtenAt: now, rows: new Map(rows) }
      changed = false
    },
  }
}

type Flat = readonly [string, number, string, string, string, Digest]

const flat = ([path, { size, mtimeNs, ctimeNs, ino, digest }]: readonly [string, SourceRow]): Flat => [
  path,
  size,
  mtimeNs,
  ctimeNs,
  ino,
  digest,
]

function decode(body: Uint8Array | null): { writtenAt: number; rows: Map<string, SourceRow> } {
  if (body === null) return { writtenAt: 0, rows: new Map() }
  // The seal was whole, so this is what save wrote.
  const { writtenAt, rows } = JSON.parse(new TextDecoder().decode(body)) as { writtenAt: number; rows: Flat[] }
  return {
    writtenAt,
    rows: new Map(
      rows.map(([path, size, mtimeNs, ctimeNs, ino, digest]) => [path, { size, mtimeNs, ctimeNs, ino, digest }]),
    ),
  }
}

/** How the last builds left their folders, by the folder's absolute path; written by save. */
export interface Outputs {
  get(out: string): OutputTable | null
  set(out: string, table: OutputTable): void
  save(): void
}

/** Opens what is remembered of the last few published folders. */
export function openOutputs(files: CacheFiles): Outputs {
  const part = 'outputs'
  let loaded: Map<string, OutputTable> | null = null
  let changed = false

  const tables = (): Map<string, OutputTable> => {
    if (loaded !== null) return loaded
    const body = readSealed(files, part, part, part)
    // The seal was whole, so this is what save wrote.
    const saved = body === null ? [] : (JSON.parse(new TextDecoder().decode(body)) as [string, OutputTable][])
    loaded = new Map(saved)
    return loaded
  }

  return {
    get: (out) => tables().get(out) ?? null,
    set(out, table) {
      changed = true
      tables().delete(out)
      tables().set(out, table)
    },
    save() {
      if (loaded === null || !changed) return
      loaded = new Map([...loaded].slice(-folders))
      writeSealed(files, part, part, [Buffer.from(JSON.stringify([...loaded]))])
      changed = false
    },
  }
}
