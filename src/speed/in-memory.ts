import { utf8 } from '../core/utf8.ts'
import type { PackStore } from './pack.ts'
import { checkedJson, decodeJson } from './shelf.ts'

/** A store over another one that stays as it is on the disk: what is set stays in memory. */
export function inMemory(below: PackStore): PackStore {
  const own = new Map<string, unknown>()
  return {
    get: (name) => own.get(name) ?? below.get(name),
    json(name) {
      const value = own.get(name)
      return value === undefined ? below.json(name) : utf8(JSON.stringify(value))
    },
    use: below.use,
    has: (name) => own.has(name) || below.has(name),
    set: (name, value) => void own.set(name, value),
    setEntry(name, entry) {
      const json = checkedJson(name, entry)
      if (json !== null) own.set(name, decodeJson(json))
    },
  }
}
