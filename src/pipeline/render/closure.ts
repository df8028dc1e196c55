/** Which templates each names. */
export type Graph = ReadonlyMap<string, readonly string[]>

/** A template and all it names, and they name in turn; sorted. Names that are in no graph are left out. */
export function closureOf(graph: Graph, start: readonly string[]): readonly string[] {
  const reached = new Set<string>()
  const waiting = start.filter((name) => graph.has(name))
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    waiting.push(...(graph.get(name) ?? []).filter((next) => graph.has(next)))
  }
  return [...reached].sort()
}

/** Chains of templates that lead back to where they began, each told once: `['a.njk', 'b.njk', 'a.njk']`. */
export function circlesIn(graph: Graph): readonly (readonly string[])[] {
  const done = new Set<string>()
  const circles: string[][] = []
  const visit = (name: string, path: readonly string[]): void => {
    const at = path.indexOf(name)
    if (at !== -1) circles.push([...path.slice(at), name])
    if (at !== -1 || done.has(name)) return
    for (const next of graph.get(name) ?? []) visit(next, [...path, name])
    done.add(name)
  }
  for (const name of [...graph.keys()].sort()) visit(name, [])
  return circles
}
