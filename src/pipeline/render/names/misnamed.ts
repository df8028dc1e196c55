import { type Diagnostic, diagnose, type Place } from '../../../core/diagnostic.ts'
import { nearest } from '../../../text/nearest.ts'
import { type Facts, placeOf } from '../inspect.ts'
import { childrenOf, isNode, nodesIn, nodesOf, type SyntaxNode } from '../syntax.ts'
import type { Template } from '../template.ts'
import { figurePart, galleryPart, videoPart } from '../uses.ts'
import { type Names, namesIn, type Read, type Scope, type Value } from './bound.ts'
import { kinOf } from './kin.ts'
import { ANYTHING, DATA, itemOf, keysOf, memberOf, partsOf, ROOTS, type Shape } from './shapes.ts'

/** What names are looked for in: the portal's data files, and the functions of templates. */
export interface There {
  readonly data: readonly string[]
  readonly globals: ReadonlySet<string>
}

/**
 * Names and keys that never have a value, whatever page is made: inside `if`, `for` or `default` nothing else would tell, and a
 * part of the page would be empty. Only what is certain; what macros are given, and `extra`, and what is in data files, is not.
 */
export function misnamedIn(
  templates: ReadonlyMap<string, Template>,
  there: There,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const facts = new Map([...templates].flatMap(([name, { facts }]) => (facts === null ? [] : [[name, facts] as const])))
  // Of what cannot be read, or is computed, nobody knows which names it brings.
  const isWhole =
    facts.size === templates.size &&
    [...facts.values()].every(({ references }) => references.every(({ name }) => name !== null))
  const names = new Map(
    [...templates].flatMap(([name, { tree }]) => (tree === null ? [] : [[name, namesIn(tree)] as const])),
  )
  const used = new Set([...facts.values()].flatMap(({ references }) => references.map(({ name }) => name)))
  const faults = [...templates.values()].map((template) => {
    const look = isWhole ? lookFrom(template.name, facts, names, there) : null
    const isShown = !template.name.includes('/') || used.has(template.name) || DRAWN.has(template.name)
    const found = look === null ? NOTHING : faultsOf(template, names.get(template.name), look, isShown)
    return [template, found] as const
  })
  // Where one template asks whether a data file is there, those it includes, or that extend it, need not ask again.
  const provided = new Set(faults.flatMap(([, { provided: some }]) => some))
  return new Map(
    faults.map(([{ name, text }, { found }]) => [
      name,
      found.filter(({ why, key }) => why !== 'data' || !provided.has(key)).map((one) => told(one, text)),
    ]),
  )
}

/** What was found in one template, and the data files that it does not count on. */
interface Faults {
  readonly found: readonly Found[]
  readonly provided: readonly string[]
}

const NOTHING: Faults = { found: [], provided: [] }

/** What is drawn for the pictures of bodies is given these. */
const DRAWN: ReadonlyMap<string, Readonly<Record<string, Shape>>> = new Map([
  [figurePart, { image: 'ImageView', number: '' }],
  [galleryPart, { images: 'ImageView[]', caption: '' }],
  [videoPart, { video: 'VideoView' }],
])

/** What the template language itself brings. */
const OWN: ReadonlySet<string> = new Set(['loop', 'super', 'caller', 'self', 'undefined'])

/** What can be told of names from one template. */
interface Look extends There {
  shapeOf(node: SyntaxNode, scope: Scope): Shape
  /** Whether the name may have a value at all. */
  has(name: string): boolean
  readonly known: readonly string[]
}

function lookFrom(
  template: string,
  facts: ReadonlyMap<string, Facts>,
  names: ReadonlyMap<string, Names>,
  there: There,
): Look {
  const bound = new Map<string, Value[]>()
  const add = (name: string, values: readonly Value[]) => bound.set(name, [...(bound.get(name) ?? []), ...values])
  for (const one of kinOf(template, facts)) {
    for (const [name, values] of names.get(one)?.bound ?? []) add(name, values)
    for (const [name, shape] of Object.entries(DRAWN.get(one) ?? {})) add(name, [{ kind: 'shape', shape }])
  }
  const free = new Map<string, Shape>()
  const freeShape = (name: string): Shape => {
    const before = free.get(name)
    if (before !== undefined) return before
    // What leads back to itself is not known.
    free.set(name, ANYTHING)
    const root = ROOTS.get(name)
    const shapes = new Set([...(bound.get(name) ?? []).map(valueShape), ...(root === undefined ? [] : [root])])
    const [shape = ANYTHING] = shapes.size === 1 ? shapes : []
    free.set(name, shape)
    return shape
  }
  const valueShape = (value: Value): Shape => {
    if (value.kind === 'shape') return value.shape
    const shape = shapeOf(value.of, value.scope)
    return value.kind === 'all' ? shape : itemOf(shape)
  }
  const shapeOf = (node: SyntaxNode, scope: Scope): Shape => {
    const [first] = nodesIn(isNode(node.args) ? node.args.children : node.children)
    if (node.typename === 'Group') return first === undefined ? ANYTHING : shapeOf(first, scope)
    if (node.typename === 'Symbol') {
      const value = scope.get(String(node.value))
      return value === undefined ? freeShape(String(node.value)) : valueShape(value)
    }
    if (node.typename === 'LookupVal') {
      const { target, val } = node
      if (!isNode(target) || !isNode(val) || val.typename !== 'Literal') return ANYTHING
      return memberOf(shapeOf(target, scope), val.value, there.data) ?? ANYTHING
    }
    if (node.typename !== 'Filter' || first === undefined || !isNode(node.name)) return ANYTHING
    const filter = String(node.name.value)
    if (SAME.has(filter)) return shapeOf(first, scope)
    return filter === 'first' || filter === 'last' ? itemOf(shapeOf(first, scope)) : ANYTHING
  }
  return {
    ...there,
    shapeOf,
    has: (name) => bound.has(name) || ROOTS.has(name) || there.globals.has(name) || OWN.has(name),
    known: [...ROOTS.keys(), ...bound.keys(), ...there.globals],
  }
}

/** Filters that give a list of the same. */
const SAME: ReadonlySet<string> = new Set(['reverse', 'sort', 'vi_sort', 'selectattr', 'rejectattr'])

function faultsOf({ tree }: Template, names: Names | undefined, look: Look, isShown: boolean): Faults {
  if (tree === null || names === undefined) return NOTHING
  const said = expectedIn(tree)
  const found = names.reads.flatMap(({ node, scope }): readonly Found[] => {
    if (node.typename !== 'Symbol') return missingKey({ node, scope }, look)
    const name = String(node.value)
    if (!isShown || scope.has(name) || look.has(name) || said.names.has(name)) return []
    return [{ node, key: name, why: 'name', nearest: nearest(name, look.known), known: [...ROOTS.keys()] }]
  })
  const whole = names.printed.flatMap(({ node, scope }): readonly Found[] => {
    const known = partsOf(look.shapeOf(node, scope))
    return known === null ? [] : [{ node, key: '', why: 'parts', nearest: null, known }]
  })
  const tested = found.flatMap(({ node, key }) => (said.tested.has(node) ? [key] : []))
  return { found: [...found, ...whole], provided: [...tested, ...said.sought] }
}

function told({ node, why, nearest: near, known }: Found, text: string): Diagnostic {
  const detail = writtenAs(node)
  const meant = near === null ? null : writtenAs(node, near)
  return diagnose('template/undefined', { detail, page: null, why, nearest: meant, known }, spotOf(node, text, detail))
}

/** A name, or the key behind one, that is nowhere. */
interface Found {
  readonly node: SyntaxNode
  readonly key: string
  readonly why: 'name' | 'data' | 'parts'
  readonly nearest: string | null
  readonly known: readonly string[]
}

function missingKey({ node, scope }: Read, look: Look): readonly Found[] {
  const { target, val } = node
  if (!isNode(target) || !isNode(val) || val.typename !== 'Literal') return []
  const shape = look.shapeOf(target, scope)
  if (memberOf(shape, val.value, look.data) !== null) return []
  const known = keysOf(shape, look.data) ?? []
  const key = String(val.value)
  return [{ node, key, why: shape === DATA ? 'data' : 'name', nearest: nearest(key, known), known }]
}

/**
 * Names that a template says it may not have (`default`, `is defined`), what it tests before it uses it, or hands on under another name,
 * which may be tested there, and the keys it looks for with `in`.
 */
function expectedIn(tree: SyntaxNode): {
  readonly names: ReadonlySet<string>
  readonly tested: ReadonlySet<SyntaxNode>
  readonly sought: readonly string[]
} {
  const names = new Set<string>()
  const tested = new Set<SyntaxNode>()
  const sought: string[] = []
  const test = (value: unknown) => {
    for (const node of nodesIn(value).flatMap(nodesOf)) tested.add(node)
  }
  for (const node of nodesOf(tree)) {
    const { typename } = node
    if (typename === 'If' || typename === 'InlineIf') test(node.cond)
    if (typename === 'And' || typename === 'Or') test([node.left, node.right])
    if (typename === 'Set') test(node.value)
    if (typename === 'FunCall') test(node.args)
    if (typename === 'In' && isNode(node.left) && node.left.typename === 'Literal') sought.push(String(node.left.value))
    const subject = subjectOf(node)
    if (subject === null) continue
    test(subject)
    if (subject.typename === 'Symbol') names.add(String(subject.value))
  }
  return { names, tested, sought }
}

/** What `… | default(…)` or `… is defined` is asked of. */
function subjectOf({ typename, name, args, left }: SyntaxNode): SyntaxNode | null {
  if (typename === 'Is') return isNode(left) ? left : null
  const isDefault = typename === 'Filter' && isNode(name) && (name.value === 'default' || name.value === 'd')
  return isDefault && isNode(args) ? (nodesIn(args.children)[0] ?? null) : null
}

/** `site.links`, `site.data['can-bo']`; last: with another last name. */
function writtenAs(node: SyntaxNode, last?: string): string {
  if (node.typename === 'Symbol') return last ?? String(node.value)
  if (node.typename !== 'LookupVal' || !isNode(node.target) || !isNode(node.val)) return '…'
  const before = writtenAs(node.target)
  const key = last ?? (node.val.typename === 'Literal' ? node.val.value : null)
  if (typeof key !== 'string') return `${before}[${key ?? '…'}]`
  return /^[a-z_]\w*$/i.test(key) ? `${before}.${key}` : `${before}['${key}']`
}

/** Where an expression begins, with its length where it is written as it is shown. */
function spotOf(node: SyntaxNode, text: string, detail: string): Place {
  const place = placeOf(beginningOf(node))
  const rest = (text.split('\n')[place.line - 1] ?? '').slice(place.column - 1)
  return rest.startsWith(detail) ? { ...place, length: detail.length } : place
}

function beginningOf(node: SyntaxNode): SyntaxNode {
  const first = node.typename === 'LookupVal' ? node.target : node.typename === 'Symbol' ? null : childrenOf(node)[0]
  return isNode(first) ? beginningOf(first) : node
}
