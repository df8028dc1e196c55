/**
 * Gives makers of values that remember what they made: the first so many for good, the others only until another of them is
 * asked. A portal of 100,000 bulletins would else hold 600 MB between planning and rendering.
 */
export function holdingSome(most: number): <T extends object>(make: () => T) => () => T {
  let left = most
  let last: { readonly of: () => object; readonly made: object } | null = null
  return <T extends object>(make: () => T) => {
    let kept: T | null = null
    return () => {
      if (kept !== null) return kept
      if (last?.of === make) return last.made as T
      const made = make()
      if (left > 0) {
        left -= 1
        kept = made
      } else last = { of: make, made }
      return made
    }
  }
}
