import type { RawMap } from '../../core/bulletin.ts'
import type { Inside } from '../../core/codes.ts'
import { inBraces } from '../parse/yaml/braces.ts'

/** What a table says of a field, as far as a line of it can be written. */
type Examples = Readonly<Record<string, { readonly required: boolean; readonly example: string }>>

/** How a missing key is put into the map it belongs to, as that is written; null for the front matter and for portal.yml themselves. */
export function insideOf(map: RawMap, shape: Examples, key: string, of: string | null): Inside | null {
  const first = map.entries[0]
  if (of === null && first === undefined) return null
  const { line, column } = map.place
  if (first === undefined || first.keyPlace.line !== line || first.keyPlace.column !== column)
    return { of, beside: null, pasted: wholeOf(map, shape) }
  if (of === null && column === 1) return null
  return { of, beside: first.key, pasted: `${' '.repeat(column - 1)}${key}: ${shape[key]?.example ?? ''}` }
}

/** A map in braces with all it must have: several may be missing, and one line mends them. */
function wholeOf(map: RawMap, shape: Examples): string {
  const given = new Map(map.entries.map(({ key, value }) => [key, `${key}: ${inBraces(value)}`]))
  const needed = Object.entries(shape).flatMap(([key, { required, example }]) => {
    const entry = given.get(key) ?? (required ? `${key}: ${example}` : null)
    return entry === null ? [] : [entry]
  })
  const unknown = [...given].flatMap(([key, entry]) => (Object.hasOwn(shape, key) ? [] : [entry]))
  return `{${[...needed, ...unknown].join(', ')}}`
}
