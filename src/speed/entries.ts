import type { Store } from './remember.ts'
import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

/** Small values, all in one file as JSON, which is read when the first is asked for. */
export interface Entries extends Store<unknown> {
  /** Writes the file if it would change. complete: whatever this run did not use is forgotten. */
  save(complete: boolean): void
}

/** Opens the values that are kept in the file named `part`. */
export function openEntries(files: CacheFiles, part: string): Entries {
  const used = new Set<string>()
  let loaded: Map<string, unknown> | null = null
  let changed = false

  const entries = (): Map<string, unknown> => {
    if (loaded !== null) return loaded
    const body = readSealed(files, part, part, part)
    // The seal was whole, so this is what save wrote.
    loaded = new Map(body === null ? [] : (JSON.parse(new TextDecoder().decode(body)) as [string, unknown][]))
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
      const kept = [...loaded].filter(([key]) => !complete || used.has(key))
      if (!changed && kept.length === loaded.size) return
      writeSealed(files, part, part, [Buffer.from(JSON.stringify(kept))])
      loaded = new Map(kept)
      changed = false
    },
  }
}
