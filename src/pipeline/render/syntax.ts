/** A node of a parsed template, as the engine's parser makes them; lineno and colno count from 0. */
export interface SyntaxNode {
  readonly typename: string
  readonly lineno?: number
  readonly colno?: number
  readonly [field: string]: unknown
}

/** The nodes directly below one, in the order of its fields. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  // Not by the parser's own list of fields: it leaves out the body of a block `set`.
  const found: SyntaxNode[] = []
  for (const field of Object.keys(node)) if (field !== 'parent') found.push(...nodesIn(node[field]))
  return found
}

/** A node and all below it, outermost first. */
export function nodesOf(root: SyntaxNode): readonly SyntaxNode[] {
  const nodes: SyntaxNode[] = []
  const gather = (node: SyntaxNode): void => {
    nodes.push(node)
    for (const child of childrenOf(node)) gather(child)
  }
  gather(root)
  return nodes
}

/** A tree that may be changed, of nodes that are still the parser's own. */
export function copyOf(node: SyntaxNode): SyntaxNode {
  const copied = new Map<object, unknown>()
  const copy = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const before = copied.get(value)
    if (before !== undefined) return before
    const made: Record<string, unknown> | unknown[] = Array.isArray(value)
      ? []
      : Object.create(Object.getPrototypeOf(value))
    copied.set(value, made)
    for (const [field, part] of Object.entries(value)) Reflect.set(made, field, copy(part))
    return made
  }
  return copy(node) as SyntaxNode
}

/** Where a tag or expression begins, from 0: the first sign of what `{{ }}` prints or calls, else the word of the tag. */
export function beginning(node: SyntaxNode): { readonly line: number; readonly column: number } {
  const own = { line: node.lineno ?? 0, column: node.colno ?? 0 }
  if (node.typename !== 'Output' && node.typename !== 'FunCall') return own
  const places = nodesOf(node)
    .slice(node.typename === 'Output' ? 1 : 0)
    .flatMap(({ lineno, colno }) => {
      return lineno === undefined || colno === undefined ? [] : [{ line: lineno, column: colno }]
    })
  return places.toSorted((a, b) => a.line - b.line || a.column - b.column)[0] ?? own
}

/** Whether a value is a node. */
export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'typename') === 'string'

/** The nodes that a field of a node holds. */
export function nodesIn(value: unknown): readonly SyntaxNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  return isNode(value) ? [value] : []
}
