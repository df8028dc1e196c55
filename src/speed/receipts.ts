import { openByFolder } from './by-folder.ts'
import type { CacheFiles } from './sealed.ts'

/** That a whole run was done: what it was made from, and for which moments it holds (ms since 1970). */
export interface Terms {
  /** Names everything the run depended on, by content. */
  readonly key: string
  /** The same by names and facts of files, where these were old enough to be sure of; null: not known. */
  readonly mark: string | null
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
  /** The result of the last run that went there, if it need not be done again at this moment; undefined if it must. by: which of its names is this one. */
  get(out: string, by: 'key' | 'mark', name: string, now: number): unknown
  /** Says what the last run that went there is named by from now on. */
  remark(out: string, mark: string): void
  set(out: string, receipt: Receipt): void
  save(): void
}

/** Opens the receipts of a cache. */
export function openReceipts(files: CacheFiles): Receipts {
  const kept = openByFolder<Terms>(files, 'receipts')
  return {
    get(out, by, name, now) {
      const found = kept.get(out)
      return found !== undefined && found.head[by] === name && holds(found.head, now)
        ? JSON.parse(utf8.decode(found.text))
        : undefined
    },
    remark(out, mark) {
      const found = kept.get(out)
      if (found !== undefined && found.head.mark !== mark) kept.set(out, { ...found, head: { ...found.head, mark } })
    },
    set(out, { result, ...terms }) {
      kept.set(out, { head: terms, text: Buffer.from(JSON.stringify(result)) })
    },
    save: kept.save,
  }
}

const utf8 = new TextDecoder()

const holds = ({ since, until }: Terms, now: number): boolean => since <= now && (until === null || now < until)
