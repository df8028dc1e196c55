import { childrenOf, isNode, nodesIn, type SyntaxNode } from './syntax.ts'

/** What stands for something of which nobody can say what it reads. */
export const ANYTHING = '*'

/**
 * The names a template takes from outside, with the first thing taken of each where that is written out: `site.title`,
 * `page.kind`, `t`; `page` alone where all of it may be read. What it binds itself (`set`, loops, macros, imports) is not
 * among them where it is certain to be bound. Rather too many than too few.
 */
export function readsOf(root: SyntaxNode): ReadonlySet<string> {
  const reads = new Set<string>()
  walk(root, new Set(), reads)
  return reads
}

type Names = Set<string>
type Walk = (node: SyntaxNode, bound: Names, reads: Names) => void

function walk(node: SyntaxNode, bound: Names, reads: Names): void {
  const special = kinds.get(node.typename)
  if (special !== undefined) special(node, bound, reads)
  else for (const child of childrenOf(node)) walk(child, bound, reads)
}

const walkIn = (value: unknown, bound: Names, reads: Names): void => {
  for (const node of nodesIn(value)) walk(node, bound, reads)
}

/** What is bound there may not be bound afterwards. */
const branch: Walk = (node, bound, reads) => {
  for (const child of childrenOf(node)) walk(child, new Set(bound), reads)
}

const unknown: Walk = (node, bound, reads) => {
  reads.add(ANYTHING)
  branch(node, bound, reads)
}

function read(name: string, root: string, bound: Names, reads: Names): void {
  if (!bound.has(root)) reads.add(name)
}

const nameOf = (value: unknown): string => (isNode(value) && typeof value.value === 'string' ? value.value : ANYTHING)

const bind = (value: unknown, bound: Names): void => {
  for (const node of nodesIn(value)) bound.add(nameOf(node.typename === 'Pair' ? node.value : node))
}

/** Nodes of nunjucks 3.2.4 that do something else than read all that stands below them. */
const kinds: ReadonlyMap<string, Walk> = new Map<string, Walk>([
  ['Symbol', (node, bound, reads) => read(nameOf(node), nameOf(node), bound, reads)],
  [
    'LookupVal',
    ({ target, val }, bound, reads) => {
      const literal = isNode(val) && val.typename === 'Literal'
      if (literal && isNode(target) && target.typename === 'Symbol')
        return read(`${nameOf(target)}.${String(val.value)}`, nameOf(target), bound, reads)
      walkIn([target, val], bound, reads)
    },
  ],
  // The key of `{href: …}`, the name of a filter, and of a test.
  ['Pair', ({ value }, bound, reads) => walkIn(value, bound, reads)],
  ['Filter', ({ args }, bound, reads) => walkIn(args, bound, reads)],
  ['Is', ({ left, right }, bound, reads) => walkIn([left, isNode(right) ? right.args : null], bound, reads)],
  [
    'Set',
    ({ value, body, targets }, bound, reads) => {
      walkIn(value, bound, reads)
      walkIn(body, new Set(bound), reads)
      bind(targets, bound)
    },
  ],
  [
    'For',
    ({ arr, name, body, else_ }, bound, reads) => {
      walkIn(arr, bound, reads)
      const inside = new Set([...bound, 'loop'])
      bind(isNode(name) && name.typename === 'Array' ? name.children : name, inside)
      walkIn(body, inside, reads)
      walkIn(else_, new Set(bound), reads)
    },
  ],
  ['If', branch],
  [
    'Macro',
    ({ name, args, body }, bound, reads) => {
      bind(name, bound)
      const inside = new Set(bound)
      for (const arg of nodesIn(isNode(args) ? args.children : null)) {
        // What it is if it is not given: `{% macro entry(item, here='') %}`.
        const given = nodesIn(arg.typename === 'Symbol' ? null : arg.children)
        for (const { value } of given) walkIn(value, bound, reads)
        bind(arg.typename === 'Symbol' ? arg : given.map(({ key }) => key), inside)
      }
      walkIn(body, inside, reads)
    },
  ],
  ['Import', ({ target }, bound) => bind(target, bound)],
  ['FromImport', ({ names }, bound) => bind(isNode(names) ? names.children : null, bound)],
  ['Include', ({ template }, bound, reads) => walkIn(template, bound, reads)],
  // Blocks of other templates take their place, callers and extensions bring their own.
  ...['Extends', 'Block', 'Super', 'Caller', 'Switch', 'IfAsync', 'AsyncEach', 'AsyncAll', 'FilterAsync'].map(
    (name): [string, Walk] => [name, unknown],
  ),
])
