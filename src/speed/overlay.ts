import type { PackStore } from './pack.ts'
import { entryText } from './shelf.ts'

/** A store over another one that stays as it is: what is set rests in memory. */
export function overlay(below: PackStore): PackStore {
  const own = new Map<string, unknown>()
  return {
    get: (name) => own.get(name) ?? below.get(name),
    has: (name) => own.has(name) || below.has(name),
    set: (name, value) => void own.set(name, value),
    setEntry(name, entry) {
      const text = entryText(name, entry)
      if (text !== null) own.set(name, JSON.parse(text))
    },
  }
}
