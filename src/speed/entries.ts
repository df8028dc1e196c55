import { linesOf, rowsOf } from './lines.ts'
import type { Store } from './remember.ts'
import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

/** A key and an answer, each a word. */
type Pair = readonly [key: string, answer: string]

/** Small values, all in one file, which is read when the first is asked for. */
export interface Entries extends Store<Pair> {
  /** Writes the file if it would change. complete: whatever this run did not use is forgotten. */
  save(complete: boolean): void
}

/** Opens the values that are kept in the file named `part`. */
export function openEntries(files: CacheFiles, part: string): Entries {
  const used = new Set<string>()
  let loaded: Map<string, Pair> | null = null
  let changed = false

  const entries = (): Map<string, Pair> => {
    if (loaded !== null) return loaded
    const body = readSealed(files, part, part, part)
    // The seal was whole, so this is what save wrote.
    loaded = rowsOf(new TextDecoder().decode(body ?? undefined), 2, ([key = '', answer = '']) => [key, answer])
    return loaded
  }

  return {
    get(key) {
      used.add(key)
      return entries().get(key)
    },
    set(key, value) {
      used.add(key)
      changed = true
      entries().set(key, value)
    },
    save(complete) {
      if (loaded === null) return
      const kept = complete ? new Map([...loaded].filter(([key]) => used.has(key))) : loaded
      if (!changed && kept.size === loaded.size) return
      writeSealed(files, part, part, [Buffer.from(linesOf(kept, (pair) => pair))])
      loaded = kept
      changed = false
    },
  }
}
