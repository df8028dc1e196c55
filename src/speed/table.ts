import type { Digest } from '../core/digest.ts'
import type { SourceRow, SourceTable } from '../core/remembered.ts'
import { linesOf, rowsOf } from './lines.ts'
import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

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
      const rows = complete ? new Map([...loaded].filter(([path]) => used.has(path))) : loaded
      if (!changed && rows.size === loaded.size) return
      writeSealed(files, part, part, [Buffer.from(linesOf(rows, factsOf))])
      loaded = rows
      changed = false
    },
  }
}

const factsOf = ({ size, mtimeNs, ctimeNs, ino, digest }: SourceRow) => [size, mtimeNs, ctimeNs, ino, digest]

// The seal was whole, so this is what save wrote.
const decode = (body: Uint8Array | null): Map<string, SourceRow> =>
  rowsOf(new TextDecoder().decode(body ?? undefined), 5, ([size, mtimeNs = '', ctimeNs = '', ino = '', digest]) => ({
    size: Number(size),
    mtimeNs,
    ctimeNs,
    ino,
    digest: digest as Digest,
  }))
