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
  return Object.entries(node).flatMap(([field, value]) => (field === 'parent' ? [] : nodesIn(value)))
}

/** A node and all below it, outermost first. */
export function* nodesOf(node: SyntaxNode): Generator<SyntaxNode> {
  yield node
  for (const child of childrenOf(node)) yield* nodesOf(child)
}

/** Where a tag or expression begins, from 0: the first sign of what `{{ }}` prints or calls, else the word of the tag. */
export function beginning(node: SyntaxNode): { readonly line: number; readonly column: number } {
  const own = { line: node.lineno ?? 0, column: node.colno ?? 0 }
  if (node.typename !== 'Output' && node.typename !== 'FunCall') return own
  const places = [...nodesOf(node)].slice(node.typename === 'Output' ? 1 : 0).flatMap(({ lineno, colno }) => {
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
