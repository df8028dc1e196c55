import { appendLedger, type Ledger, readLedger, type Standing, writeLedger } from './ledger.ts'
import type { Shape } from './lines.ts'
import type { Store } from './remember.ts'
import type { CacheFiles } from './sealed.ts'

/** Small values by name, all in one file, which is read when the first is asked for. */
export interface KeptRows<R> extends Store<R> {
  /** Writes what changed. complete: whatever this run did not use is forgotten. */
  save(complete: boolean): void
}

/** Opens the rows that are kept in the ledger of a part. */
export function openRows<R>(files: CacheFiles, part: string, shape: Shape<R>): KeptRows<R> {
  const used = new Set<string>()
  /** Names whose rows are not on the disk as they are here. */
  const changed = new Set<string>()
  let loaded: Map<string, R> | null = null
  let standing: Standing | null = null

  const rows = (): Map<string, R> => {
    if (loaded !== null) return loaded
    const ledger: Ledger<null, R> | null = readLedger(files, part, part, shape)
    standing = ledger?.standing ?? null
    loaded = ledger?.rows() ?? new Map<string, R>()
    return loaded
  }

  return {
    get(name) {
      used.add(name)
      return rows().get(name)
    },
    set(name, row) {
      used.add(name)
      changed.add(name)
      rows().set(name, row)
    },
    save(complete) {
      if (loaded === null) return
      const kept = loaded
      for (const name of complete ? kept.keys() : []) {
        if (used.has(name)) continue
        kept.delete(name)
        changed.add(name)
      }
      if (changed.size === 0 && standing?.torn !== true) return
      const batch = () => [...changed].map((name) => [name, kept.get(name) ?? null] as const)
      const added = standing === null ? null : appendLedger(files, part, shape, null, batch(), standing)
      standing = added ?? writeLedger(files, part, shape, null, kept)
      changed.clear()
    },
  }
}
