import type { Raw } from '../../../src/core/bulletin.ts'
import type { Code, Codes, Diagnostic } from '../../../src/core/diagnostic.ts'

/** Diagnostics as lines: `yaml/tab 3:1`, in their order; hints only if asked for. */
export const told = (diagnostics: readonly Diagnostic[], hints = false): readonly string[] =>
  diagnostics
    .filter(({ severity }) => hints || severity !== 'hint')
    .map(({ code, place }) => (place === null ? code : `${code} ${place.line}:${place.column}`))

/** A value without places: texts, lists and objects; null stays null. */
export function plain(raw: Raw | null): unknown {
  if (raw === null) return null
  if (raw.kind === 'text') return raw.text
  if (raw.kind === 'list') return raw.items.map(plain)
  return Object.fromEntries(raw.entries.map(({ key, value }) => [key, plain(value)]))
}

/** The params of the first diagnostic of a code; throws where there is none. */
export function paramsOf<C extends Code>(code: C, diagnostics: readonly Diagnostic[]): Codes[C] {
  const found = diagnostics.find((diagnostic): diagnostic is Diagnostic<C> => diagnostic.code === code)
  if (found === undefined) throw new Error(`no ${code}`)
  return found.params
}
