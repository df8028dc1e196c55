import { CONTRACT } from './contract.ts'

/** What a value is known to be: a view of the contract, `[]` behind it a list, DATA, or ANYTHING. */
export type Shape = string

/** Of this nobody can say what it has. */
export const ANYTHING: Shape = '*'

/** `site.data`: the portal's data files by their names. */
export const DATA: Shape = 'data'

/** What stands under the first names of a template. */
export const ROOTS: ReadonlyMap<string, Shape> = new Map(Object.entries(CONTRACT['View'] ?? {}))

/** The keys a value has; null where that is not known. */
export function keysOf(shape: Shape, data: readonly string[]): readonly string[] | null {
  if (shape === DATA) return data
  if (shape.endsWith('[]')) return ['length']
  const view = CONTRACT[shape]
  return view === undefined ? null : Object.keys(view)
}

/** What stands under a key; null where there is no such key. */
export function memberOf(shape: Shape, key: unknown, data: readonly string[]): Shape | null {
  if (shape.endsWith('[]')) {
    if (typeof key === 'number') return itemOf(shape)
    return typeof key !== 'string' || key in [] ? ANYTHING : null
  }
  const keys = keysOf(shape, data)
  if (keys === null || typeof key !== 'string' || key in {}) return ANYTHING
  if (!keys.includes(key)) return null
  if (shape === DATA) return ANYTHING
  return shape === 'ShellView' && key === 'data' ? DATA : (CONTRACT[shape]?.[key] ?? ANYTHING)
}

/** What each item of a list is. */
export const itemOf = (shape: Shape): Shape => (shape.endsWith('[]') ? shape.slice(0, -2) : ANYTHING)

/** The keys of what is no text and no list: printed whole it is `[object Object]`. Null for all else. */
export const partsOf = (shape: Shape): readonly string[] | null =>
  shape.endsWith('[]') || CONTRACT[shape] === undefined ? null : Object.keys(CONTRACT[shape])
