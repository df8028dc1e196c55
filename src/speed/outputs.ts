import type { Digest } from '../core/digest.ts'
import type { Phase } from '../core/plan.ts'
import type { OutputRow, OutputTable } from '../core/remembered.ts'
import { linesOf, rowsOf } from './lines.ts'
import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

/** How many published folders are remembered. */
const folders = 4

/** How the last builds left their folders, by the folder's absolute path; written by save. */
export interface Outputs {
  get(out: string): OutputTable | null
  set(out: string, table: OutputTable): void
  save(): void
}

/** A table as it was read: most folders are not asked for. */
interface Kept {
  readonly manifest: Digest
  readonly text: Uint8Array
}

/** Opens what is remembered of the last few published folders. */
export function openOutputs(files: CacheFiles): Outputs {
  const part = 'outputs'
  let kept: Map<string, Kept> | null = null
  const tables = new Map<string, OutputTable>()
  let changed = false

  const read = (): Map<string, Kept> => {
    kept ??= decode(readSealed(files, part, part, part))
    return kept
  }

  return {
    get(out) {
      const known = tables.get(out)
      if (known !== undefined) return known
      const found = read().get(out)
      if (found === undefined) return null
      const table = { manifest: found.manifest, rows: rowsOf(utf8.decode(found.text), 7, rowOf) }
      tables.set(out, table)
      return table
    },
    set(out, table) {
      if (tables.get(out) === table) return
      changed = true
      tables.set(out, table)
      read().delete(out)
      read().set(out, { manifest: table.manifest, text: Buffer.from(linesOf(table.rows, factsOf)) })
    },
    save() {
      if (kept === null || !changed) return
      kept = new Map([...kept].slice(-folders))
      for (const out of tables.keys()) if (!kept.has(out)) tables.delete(out)
      const head = [...kept].map(([out, { manifest, text }]) => [out, manifest, text.length])
      const texts = [...kept.values()].map(({ text }) => text)
      writeSealed(files, part, part, [Buffer.from(`${JSON.stringify(head)}\n`), ...texts])
      changed = false
    },
  }
}

const utf8 = new TextDecoder()

function decode(body: Uint8Array | null): Map<string, Kept> {
  if (body === null) return new Map()
  const end = body.indexOf(10)
  // The seal was whole, so this is what save wrote.
  const head = JSON.parse(utf8.decode(body.subarray(0, end))) as readonly [string, Digest, number][]
  let at = end + 1
  return new Map(
    head.map(([out, manifest, length]) => {
      at += length
      return [out, { manifest, text: body.subarray(at - length, at) }]
    }),
  )
}

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
