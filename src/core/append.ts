/** Puts items behind those of a list. `push(...items)` lays each on the stack, which a hundred thousand of them overflow. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item)
}
