import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

/** That a whole run was done: what it was made from, and for which moments it holds (ms since 1970). */
export interface Terms {
  /** Names everything the run depended on. */
  readonly key: string
  /** From this moment on, and before the other one (null: for ever), the run would come to the same. */
  readonly since: number
  readonly until: number | null
}

/** With what it came to, as plain JSON: large, and mostly not asked for. */
export interface Receipt extends Terms {
  readonly result: unknown
}

/** The receipts of the last runs, by the folder they went to. */
export interface Receipts {
  /** The result of the last run that went there, if it need not be done again at this moment; undefined if it must. */
  get(out: string, key: string, now: number): unknown
  set(out: string, receipt: Receipt): void
  save(): void
}

const part = 'receipts'
/** How many folders are remembered. */
const folders = 4

interface Kept {
  readonly terms: Terms
  /** The result as JSON. */
  readonly text: Uint8Array
}

/** Opens the receipts of a cache. */
export function openReceipts(files: CacheFiles): Receipts {
  let loaded: Map<string, Kept> | null = null
  let changed = false
  const receipts = (): Map<string, Kept> => {
    loaded ??= decode(readSealed(files, part, part, part))
    return loaded
  }
  return {
    get(out, key, now) {
      const kept = receipts().get(out)
      return kept !== undefined && holds(kept.terms, key, now) ? JSON.parse(utf8.decode(kept.text)) : undefined
    },
    set(out, { result, ...terms }) {
      changed = true
      receipts().delete(out)
      receipts().set(out, { terms, text: Buffer.from(JSON.stringify(result)) })
    },
    save() {
      if (loaded === null || !changed) return
      loaded = new Map([...loaded].slice(-folders))
      const head = [...loaded].map(([out, { terms, text }]) => [out, terms, text.length])
      const texts = [...loaded.values()].map(({ text }) => text)
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
  const head = JSON.parse(utf8.decode(body.subarray(0, end))) as readonly [string, Terms, number][]
  let at = end + 1
  return new Map(
    head.map(([out, terms, length]) => {
      at += length
      return [out, { terms, text: body.subarray(at - length, at) }]
    }),
  )
}

const holds = ({ key, since, until }: Terms, wanted: string, now: number): boolean =>
  key === wanted && since <= now && (until === null || now < until)
