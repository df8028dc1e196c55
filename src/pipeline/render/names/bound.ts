import { childrenOf, isNode, nodesIn, nodesOf, type SyntaxNode } from '../syntax.ts'
import { ANYTHING, type Shape } from './shapes.ts'

/** What a name stands for: an expression, each item of one, or something of a known shape. */
export type Value =
  | { readonly kind: 'all' | 'item'; readonly of: SyntaxNode; readonly scope: Scope }
  | { readonly kind: 'shape'; readonly shape: Shape }

/** The names of loops and arguments around a place, which nothing outside of it can change. */
export type Scope = ReadonlyMap<string, Value>

/** A name, or a key behind one, where it is read. */
export interface Read {
  readonly node: SyntaxNode
  readonly scope: Scope
}

/** The names a template reads, and those it gives a value, in whichever place: what it includes sees these too. */
export interface Names {
  readonly reads: readonly Read[]
  /** What is put on the page as it is. */
  readonly printed: readonly Read[]
  readonly bound: ReadonlyMap<string, readonly Value[]>
}

/** Looks through a parsed template. */
export function namesIn(root: SyntaxNode): Names {
  const notes: Notes = { reads: [], printed: [], bound: new Map() }
  walk(root, new Map(), notes)
  return notes
}

interface Notes {
  readonly reads: Read[]
  readonly printed: Read[]
  readonly bound: Map<string, Value[]>
}

type Walk = (node: SyntaxNode, scope: Scope, notes: Notes) => void

function walk(node: SyntaxNode, scope: Scope, notes: Notes): void {
  const special = kinds.get(node.typename)
  if (special !== undefined) special(node, scope, notes)
  else for (const child of childrenOf(node)) walk(child, scope, notes)
}

const walkIn = (value: unknown, scope: Scope, notes: Notes): void => {
  for (const node of nodesIn(value)) walk(node, scope, notes)
}

const UNKNOWN: Value = { kind: 'shape', shape: ANYTHING }

function bind(names: readonly string[], value: Value, { bound }: Notes): void {
  for (const name of names) bound.set(name, [...(bound.get(name) ?? []), value])
}

const within = (scope: Scope, names: readonly string[], value: Value): Scope =>
  new Map([...scope, ...names.map((name) => [name, value] as const)])

/** The names that nodes are, or that pairs give: `a as b` gives b. */
const namesOf = (value: unknown): readonly string[] =>
  nodesIn(value).flatMap((node) => {
    const named = node.typename === 'Pair' ? node.value : node
    return isNode(named) && typeof named.value === 'string' ? [named.value] : []
  })

const loop: Walk = ({ arr, name, body, else_ }, scope, notes) => {
  walkIn(arr, scope, notes)
  const several = isNode(name) && name.typename === 'Array'
  const names = namesOf(several ? name.children : name)
  const [list] = nodesIn(arr)
  const isSure = list !== undefined && !several && !names.some((one) => isGivenIn(body, one))
  const value: Value = isSure ? { kind: 'item', of: list, scope } : UNKNOWN
  bind(names, value, notes)
  walkIn(body, within(scope, names, value), notes)
  walkIn(else_, scope, notes)
}

/** Whether something else than the loop itself gives a value to its name. */
const isGivenIn = (body: unknown, name: string): boolean =>
  nodesIn(body)
    .flatMap(nodesOf)
    .some(({ typename, targets, target, names, name: own }) => {
      if (typename === 'Set') return namesOf(targets).includes(name)
      if (typename === 'Import') return namesOf(target).includes(name)
      if (typename === 'FromImport') return isNode(names) && namesOf(names.children).includes(name)
      return typename === 'Macro' && namesOf(own).includes(name)
    })

/** Arguments with what they are if they are not given: `{% macro entry(item, here='') %}`. */
function args(given: unknown, scope: Scope, notes: Notes): readonly string[] {
  return nodesIn(isNode(given) ? given.children : null).flatMap((arg) => {
    if (arg.typename === 'Symbol') return namesOf(arg)
    return nodesIn(arg.children).flatMap(({ key, value }) => {
      walkIn(value, scope, notes)
      return namesOf(key)
    })
  })
}

/** Nodes of nunjucks 3.2.4 that do something else than read all that stands below them. */
const kinds: ReadonlyMap<string, Walk> = new Map<string, Walk>([
  ['Symbol', (node, scope, { reads }) => void reads.push({ node, scope })],
  [
    'LookupVal',
    (node, scope, notes) => {
      notes.reads.push({ node, scope })
      walkIn([node.target, node.val], scope, notes)
    },
  ],
  [
    'Output',
    ({ children }, scope, notes) => {
      for (const node of nodesIn(children)) notes.printed.push({ node, scope })
      walkIn(children, scope, notes)
    },
  ],
  ['Pair', ({ value }, scope, notes) => walkIn(value, scope, notes)],
  ['Filter', ({ args }, scope, notes) => walkIn(args, scope, notes)],
  ['Is', ({ left, right }, scope, notes) => walkIn([left, isNode(right) ? right.args : null], scope, notes)],
  ['Block', ({ body }, scope, notes) => walkIn(body, scope, notes)],
  [
    'Set',
    ({ value, body, targets }, scope, notes) => {
      walkIn([value, body], scope, notes)
      const [of] = nodesIn(value)
      bind(namesOf(targets), of === undefined ? UNKNOWN : { kind: 'all', of, scope }, notes)
    },
  ],
  ['For', loop],
  ['AsyncEach', loop],
  ['AsyncAll', loop],
  [
    'Macro',
    ({ name, args: given, body }, scope, notes) => {
      bind(namesOf(name), UNKNOWN, notes)
      const names = args(given, scope, notes)
      bind(names, UNKNOWN, notes)
      // A macro sees nothing of the loops around it.
      walkIn(body, within(new Map(), names, UNKNOWN), notes)
    },
  ],
  [
    'Caller',
    ({ args: given, body }, scope, notes) => {
      const names = args(given, scope, notes)
      bind(names, UNKNOWN, notes)
      walkIn(body, within(scope, names, UNKNOWN), notes)
    },
  ],
  [
    'Import',
    ({ template, target }, scope, notes) => {
      walkIn(template, scope, notes)
      bind(namesOf(target), UNKNOWN, notes)
    },
  ],
  [
    'FromImport',
    ({ template, names }, scope, notes) => {
      walkIn(template, scope, notes)
      bind(namesOf(isNode(names) ? names.children : null), UNKNOWN, notes)
    },
  ],
])
