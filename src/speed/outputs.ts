import { join } from 'node:path'
import { type Digest, digestBytes } from '../core/digest.ts'
import type { OutputPath } from '../core/path.ts'
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
  /** booked: the build wrote the book of addresses, so all its pages are those that readers have. */
  set(out: string, table: OutputTable, booked?: boolean): void
  /** Pages of the last build into a folder, by path, where it wrote the book of addresses; none where another build came after it. */
  published(out: string): readonly OutputPath[]
  save(): void
}

/** A folder that is remembered; booked: the manifest that the last build left there that wrote the book of addresses. */
interface Folder {
  readonly out: string
  readonly booked: Digest | null
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
  /** Of the folders that were set since: what the book of addresses was last written with. */
  const booked = new Map<string, Digest>()
  /** The folders that were set since. */
  const fresh = new Set<string>()

  function load(out: string): Kept | null {
    const before = kept.get(out)
    if (before !== undefined) return before
    const found: Ledger<Digest, OutputRow> | null = listed(files).some((one) => one.out === out)
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
    set(out, table, isBooked = false) {
      const before = kept.get(out)
      if (isBooked) booked.set(out, table.manifest)
      if (before?.table === table && !(isBooked && bookedOf(files, out) !== table.manifest)) return
      kept.set(out, { table, saved: before?.saved ?? null })
      fresh.delete(out)
      fresh.add(out)
    },
    published(out) {
      const table = load(out)?.table
      if (table === undefined || (booked.get(out) ?? bookedOf(files, out)) !== table.manifest) return []
      return [...table.rows].flatMap(([path, { phase }]) =>
        phase !== 'asset' && path.endsWith('.html') ? [path as OutputPath] : [],
      )
    },
    save() {
      for (const [out, one] of kept) if (fresh.has(out) || one.saved?.standing.torn === true) saveOne(out, one)
      if (fresh.size === 0) return
      const before = listed(files)
      const next = [
        ...before.filter(({ out }) => !fresh.has(out)),
        ...[...fresh].map((out): Folder => ({ out, booked: booked.get(out) ?? bookedIn(before, out) })),
      ].slice(-FOLDERS)
      const outs = next.map(({ out }) => out)
      if (JSON.stringify(next) !== JSON.stringify(before)) {
        writeSealed(files, part, part, [Buffer.from(JSON.stringify(next))])
        forgetOthers(files, outs)
      }
      for (const out of kept.keys()) if (!outs.includes(out)) kept.delete(out)
      fresh.clear()
      booked.clear()
    },
  }
}

/** The folders, the last to be written last. */
function listed(files: CacheFiles): readonly Folder[] {
  const body = readSealed(files, part, part, part)
  // The seal was whole, so this is what save wrote.
  return body === null ? [] : (JSON.parse(utf8.decode(body)) as readonly Folder[])
}

const bookedIn = (folders: readonly Folder[], out: string): Digest | null =>
  folders.find((one) => one.out === out)?.booked ?? null

const bookedOf = (files: CacheFiles, out: string): Digest | null => bookedIn(listed(files), out)

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
