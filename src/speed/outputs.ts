import type { Digest } from '../core/digest.ts'
import type { Phase } from '../core/plan.ts'
import type { OutputRow, OutputTable } from '../core/remembered.ts'
import { openByFolder } from './by-folder.ts'
import { linesOf, rowsOf } from './lines.ts'
import type { CacheFiles } from './sealed.ts'

/** How the last builds left their folders, by the folder's absolute path; written by save. */
export interface Outputs {
  get(out: string): OutputTable | null
  set(out: string, table: OutputTable): void
  save(): void
}

/** Opens what is remembered of the last few published folders. */
export function openOutputs(files: CacheFiles): Outputs {
  const kept = openByFolder<Digest>(files, 'outputs')
  const tables = new Map<string, OutputTable>()
  return {
    get(out) {
      const known = tables.get(out)
      if (known !== undefined) return known
      const found = kept.get(out)
      if (found === undefined) return null
      const table = { manifest: found.head, rows: rowsOf(utf8.decode(found.text), 7, rowOf) }
      tables.set(out, table)
      return table
    },
    set(out, table) {
      if (tables.get(out) === table) return
      tables.set(out, table)
      kept.set(out, { head: table.manifest, text: Buffer.from(linesOf(table.rows, factsOf)) })
    },
    save() {
      kept.save()
      for (const out of tables.keys()) if (kept.get(out) === undefined) tables.delete(out)
    },
  }
}

const utf8 = new TextDecoder()

const factsOf = ({ stamp, sha256, size, mtimeNs, ino, phase, ours }: OutputRow) => [
  ...[stamp, sha256, size, mtimeNs, ino, phase],
  ours ? 'ours' : 'found',
]

const rowOf = ([stamp, sha256 = '', size, mtimeNs = '', ino = '', phase, whose]: readonly string[]): OutputRow => ({
  stamp: stamp as Digest,
  sha256,
  size: Number(size),
  mtimeNs,
  ino,
  phase: phase as Phase,
  ours: whose === 'ours',
})
