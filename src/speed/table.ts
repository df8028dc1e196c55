import type { Digest } from '../core/digest.ts'
import type { OutputTable, SourceRow, SourceTable } from '../core/remembered.ts'
import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

/** How many published folders are remembered. */
const folders = 4

/** Opens the table of sources. */
export function openTable(files: CacheFiles): SourceTable & { save(complete: boolean): void } {
  const part = 'table'
  const used = new Set<string>()
  let loaded: Map<string, SourceRow> | null = null
  let changed = false

  const table = () => {
    loaded ??= decode(readSealed(files, part, part, part))
    return loaded
  }

  return {
    get(path) {
      used.add(path)
      return table().get(path)
    },
    set(path, row) {
      used.add(path)
      changed = true
      table().set(path, row)
    },
    save(complete) {
      if (loaded === null) return
      const rows = [...loaded].filter(([path]) => !complete || used.has(path))
      if (!changed && rows.length === loaded.size) return
      writeSealed(files, part, part, [Buffer.from(JSON.stringify(rows.map(flat)))])
      loaded = new Map(rows)
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

function decode(body: Uint8Array | null): Map<string, SourceRow> {
  if (body === null) return new Map()
  // The seal was whole, so this is what save wrote.
  const rows = JSON.parse(new TextDecoder().decode(body)) as readonly Flat[]
  return new Map(
    rows.map(([path, size, mtimeNs, ctimeNs, ino, digest]) => [path, { size, mtimeNs, ctimeNs, ino, digest }]),
  )
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
