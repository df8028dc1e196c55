import { join } from 'node:path'
import { type Digest, digestBytes } from '../core/digest.ts'
import type { Phase } from '../core/plan.ts'
import type { OutputRow, OutputTable } from '../core/remembered.ts'
import { FOLDERS } from './by-folder.ts'
import { LateRows } from './late-rows.ts'
import { appendLedger, type Ledger, readLedger, type Standing, writeLedger } from './ledger.ts'
import type { Row, Shape } from './lines.ts'
import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

/** How the last builds left their folders, by the folder's absolute path; written by save. */
export interface Outputs {
  get(out: string): OutputTable | null
  set(out: string, table: OutputTable): void
  save(): void
}

/** What is known of a folder, and as what it stands on the disk. */
interface Kept {
  readonly table: OutputTable
  readonly saved: { readonly table: OutputTable; readonly standing: Standing } | null
}

const part = 'outputs'
/** Each folder has a ledger of its own: of the others nothing is read. */
const ledgerOf = (out: string): string => `${part}-${digestBytes(out)}`

/** Opens what is remembered of the last few published folders. */
export function openOutputs(files: CacheFiles): Outputs {
  const kept = new Map<string, Kept>()
  /** The folders that were set since. */
  const fresh = new Set<string>()

  function load(out: string): Kept | null {
    const before = kept.get(out)
    if (before !== undefined) return before
    const found: Ledger<Digest, OutputRow> | null = listed(files).includes(out)
      ? readLedger(files, ledgerOf(out), part, shape)
      : null
    if (found === null) return null
    const table: OutputTable = { manifest: found.head, rows: new LateRows(found) }
    const loaded: Kept = { table, saved: { table, standing: found.standing } }
    kept.set(out, loaded)
    return loaded
  }

  function saveOne(out: string, { table, saved }: Kept): void {
    const name = ledgerOf(out)
    const changes = () => changesOf(saved?.table.rows ?? new Map(), table.rows)
    const added = saved === null ? null : appendLedger(files, name, shape, table.manifest, changes(), saved.standing)
    const standing = added ?? writeLedger(files, name, shape, table.manifest, table.rows)
    kept.set(out, { table, saved: { table, standing } })
  }

  return {
    get: (out) => load(out)?.table ?? null,
    set(out, table) {
      const before = kept.get(out)
      if (before?.table === table) return
      kept.set(out, { table, saved: before?.saved ?? null })
      fresh.delete(out)
      fresh.add(out)
    },
    save() {
      for (const [out, one] of kept) if (fresh.has(out) || one.saved?.standing.torn === true) saveOne(out, one)
      if (fresh.size === 0) return
      const before = listed(files)
      const next = [...before.filter((out) => !fresh.has(out)), ...fresh].slice(-FOLDERS)
      if (next.join('\n') !== before.join('\n')) {
        writeSealed(files, part, part, [Buffer.from(JSON.stringify(next))])
        forgetOthers(files, next)
      }
      for (const out of kept.keys()) if (!next.includes(out)) kept.delete(out)
      fresh.clear()
    },
  }
}

/** The folders, the last to be written last. */
function listed(files: CacheFiles): readonly string[] {
  const body = readSealed(files, part, part, part)
  // The seal was whole, so this is what save wrote.
  return body === null ? [] : (JSON.parse(utf8.decode(body)) as readonly string[])
}

function forgetOthers({ disk, folder }: CacheFiles, outs: readonly string[]): void {
  const names = new Set(outs.map(ledgerOf))
  for (const name of disk.list(folder)) {
    if (/^outputs-[0-9a-f]{32}$/.test(name) && !names.has(name)) disk.remove(join(folder, name))
  }
}

/** The rows that are not as before, and the names that have none any more. */
function changesOf(before: OutputTable['rows'], now: OutputTable['rows']): readonly Row<OutputRow>[] {
  const changes: Row<OutputRow>[] = []
  let added = 0
  for (const [path, row] of now) {
    const old = before.get(path)
    if (old === undefined) added += 1
    if (old !== row && (old === undefined || !isSame(old, row))) changes.push([path, row])
  }
  if (before.size === now.size - added) return changes
  for (const path of before.keys()) if (!now.has(path)) changes.push([path, null])
  return changes
}

const isSame = (one: OutputRow, two: OutputRow): boolean =>
  shape.factsOf(one).every((fact, number) => fact === shape.factsOf(two)[number])

const utf8 = new TextDecoder()

const shape: Shape<OutputRow> = {
  facts: 7,
  factsOf: ({ stamp, sha256, size, mtimeNs, ino, phase, ours }) => [
    ...[stamp, sha256, size, mtimeNs, ino, phase],
    ours ? 'ours' : 'found',
  ],
  rowOf: (facts) => ({
    stamp: facts[0] as Digest,
    sha256: facts[1] ?? '',
    size: Number(facts[2]),
    mtimeNs: facts[3] ?? '',
    ino: facts[4] ?? '',
    phase: facts[5] as Phase,
    ours: facts[6] === 'ours',
  }),
}
