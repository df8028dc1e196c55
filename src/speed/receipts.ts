import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

/** That a whole run was done: what it was made from, for which moments it holds (ms since 1970), and what it came to. */
export interface Receipt {
  /** Names everything the run depended on. */
  readonly key: string
  /** From this moment on, and before the other one (null: for ever), the run would come to the same. */
  readonly since: number
  readonly until: number | null
  /** Plain JSON. */
  readonly result: unknown
}

/** The receipts of the last runs, by the folder they went to. */
export interface Receipts {
  get(out: string): Receipt | null
  set(out: string, receipt: Receipt): void
  save(): void
}

const part = 'receipts'
/** How many folders are remembered. */
const folders = 4

/** Opens the receipts of a cache. */
export function openReceipts(files: CacheFiles): Receipts {
  let loaded: Map<string, Receipt> | null = null
  let changed = false
  const receipts = (): Map<string, Receipt> => {
    if (loaded !== null) return loaded
    const body = readSealed(files, part, part, part)
    // The seal was whole, so this is what save wrote.
    loaded = new Map(body === null ? [] : (JSON.parse(new TextDecoder().decode(body)) as [string, Receipt][]))
    return loaded
  }
  return {
    get: (out) => receipts().get(out) ?? null,
    set(out, receipt) {
      changed = true
      receipts().delete(out)
      receipts().set(out, receipt)
    },
    save() {
      if (loaded === null || !changed) return
      loaded = new Map([...loaded].slice(-folders))
      writeSealed(files, part, part, [Buffer.from(JSON.stringify([...loaded]))])
      changed = false
    },
  }
}

/** The result of a run that need not be done again at a moment; undefined if it must. */
export function stillHolds(receipt: Receipt | null, key: string, now: number): unknown {
  if (receipt === null || receipt.key !== key || now < receipt.since) return undefined
  return receipt.until === null || now < receipt.until ? receipt.result : undefined
}
