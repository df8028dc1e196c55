import type { Facts } from '../inspect.ts'

/**
 * The templates whose variables one may see, itself among them: those it extends and that extend it, as they share theirs, and
 * all that include one of these, and their kin in turn. Rather too many than too few.
 */
export function kinOf(start: string, facts: ReadonlyMap<string, Facts>): ReadonlySet<string> {
  const kin = new Set<string>()
  const done = new Set<string>()
  const waiting = [start]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (done.has(name)) continue
    done.add(name)
    const below = reach(name, (one) => childrenOf(one, facts))
    for (const one of [...below, ...reach(name, (above) => facts.get(above)?.parents ?? [])]) kin.add(one)
    for (const [other, { references, parents }] of facts) {
      // By `extends` it is of the same kin already.
      const includes = references.some(
        ({ name: named }) => named !== null && below.has(named) && !parents.includes(named),
      )
      if (includes) waiting.push(other)
    }
  }
  return kin
}

const childrenOf = (name: string, facts: ReadonlyMap<string, Facts>): readonly string[] =>
  [...facts].flatMap(([one, { parents }]) => (parents.includes(name) ? [one] : []))

/** A name and all it leads to. */
function reach(start: string, next: (name: string) => readonly (string | null)[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [start]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    waiting.push(...next(name).filter((one) => one !== null))
  }
  return reached
}
