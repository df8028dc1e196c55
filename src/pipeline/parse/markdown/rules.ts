import { emphasisAsTyped } from './emphasis.ts'
import { createEngine, type Marked, mayHoldAddress } from './engine.ts'
import { languagesAsTyped } from './languages.ts'
import { leanly } from './lean.ts'
import { referencesAsTyped } from './references.ts'

/** Parses Markdown; addresses without brackets are only looked for where the text can hold one. */
export function markup(source: string): Marked {
  return mayHoldAddress(source) ? withAddresses(source) : without(source)
}

const own = (instance: Parameters<typeof emphasisAsTyped>[0]): void => {
  leanly(instance)
  emphasisAsTyped(instance)
  referencesAsTyped(instance)
  languagesAsTyped(instance)
}
const without = createEngine(false, own)
const withAddresses = createEngine(true, own)
