/** What was put together of things that are asked for again: of `one` it is made by `make`, unless it is held. */
export type Held = <T extends object>(one: object, make: () => T) => T

/**
 * Remembers what was made: of the first so many for good, of the others only until another of them is asked for. A portal of
 * 100,000 bulletins would else hold 600 MB between planning and rendering.
 */
export function holdingSome(most: number): Held {
  const kept = new Map<object, object>()
  let last: { readonly of: object; readonly made: object } | null = null
  return <T extends object>(one: object, make: () => T): T => {
    const known = kept.get(one) ?? (last?.of === one ? last.made : undefined)
    if (known !== undefined) return known as T
    const made = make()
    if (kept.size < most) kept.set(one, made)
    else last = { of: one, made }
    return made
  }
}
