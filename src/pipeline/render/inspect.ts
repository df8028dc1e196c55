import type { Place } from '../../core/diagnostic.ts'
import { readsOf } from './reads.ts'
import { childrenOf, isNode, nodesOf, type SyntaxNode } from './syntax.ts'

/** Another template that a template names; name is null where it is not a literal. */
export interface Reference {
  readonly name: string | null
  readonly place: Place
  /** `ignore missing` was said. */
  readonly optional: boolean
  /** Its macros and variables are taken, not its text. */
  readonly imported: boolean
  /** What `{% from … import … %}` takes out of it. */
  readonly imports: readonly { readonly name: string; readonly place: Place }[]
}

/** Something used by its name: a filter, a test (`is …`), a string (`t('…')`). */
export interface Use {
  readonly name: string
  readonly place: Place
}

/** A block; nested: it stands in another one of its template, and is new where it stands; isEmpty: blanks are all it has. */
export interface BlockUse extends Use {
  readonly nested: boolean
  readonly isEmpty: boolean
}

/** What can be said of a template without rendering it. */
export interface Facts {
  readonly references: readonly Reference[]
  readonly filters: readonly Use[]
  readonly tests: readonly Use[]
  readonly strings: readonly Use[]
  readonly blocks: readonly BlockUse[]
  /** The templates it extends; null for a name that is not a literal. */
  readonly parents: readonly (string | null)[]
  /** It always extends another, which alone says what is shown of it. */
  readonly isChild: boolean
  /** The first thing it would print outside of its blocks. */
  readonly loose: Use | null
  /** Macros and variables of its top level: what others can import. */
  readonly exports: readonly string[]
  /** What it takes from outside. */
  readonly reads: ReadonlySet<string>
}

/** Reads a parsed template. */
export function inspect(root: SyntaxNode): Facts {
  const nodes = nodesOf(root)
  const of = (...types: readonly string[]): SyntaxNode[] => nodes.filter(({ typename }) => types.includes(typename))
  return {
    references: of('Include', 'Extends', 'Import', 'FromImport').map(referenceOf),
    filters: of('Filter', 'FilterAsync').flatMap((node) => useOf(node.name)),
    tests: of('Is').flatMap(({ right }) => useOf(isNode(right) && isNode(right.name) ? right.name : right)),
    strings: of('FunCall').flatMap(stringOf),
    blocks: blocksIn(root, false),
    parents: of('Extends').map((node) => referenceOf(node).name),
    isChild: listOf(root.children).some(({ typename }) => typename === 'Extends'),
    loose: looseIn(root),
    exports: listOf(root.children).flatMap(exportsOf),
    reads: readsOf(root),
  }
}

/** The place of a node; length in characters where it is known. */
export function placeOf(node: SyntaxNode, length?: number): Place {
  const place = { line: (node.lineno ?? 0) + 1, column: (node.colno ?? 0) + 1 }
  return length === undefined ? place : { ...place, length }
}

function referenceOf(node: SyntaxNode): Reference {
  const template = isNode(node.template) ? node.template : node
  const literal = template.typename === 'Literal' && typeof template.value === 'string' ? template.value : null
  return {
    name: literal,
    place: literal === null ? placeOf(template) : placeOf(template, literal.length + 2),
    optional: node.ignoreMissing === true,
    imported: node.typename === 'Import' || node.typename === 'FromImport',
    imports: isNode(node.names)
      ? listOf(node.names.children).flatMap((name) => useOf(name.typename === 'Pair' ? name.key : name))
      : [],
  }
}

function stringOf({ name, args }: SyntaxNode): readonly Use[] {
  if (!isNode(name) || name.typename !== 'Symbol' || name.value !== 't' || !isNode(args)) return []
  const [key] = listOf(args.children)
  if (key?.typename !== 'Literal' || typeof key.value !== 'string') return []
  return [{ name: key.value, place: placeOf(key, key.value.length + 2) }]
}

function blocksIn(node: SyntaxNode, nested: boolean): readonly BlockUse[] {
  const isBlock = node.typename === 'Block'
  const own = isBlock ? useOf(node.name).map((use) => ({ ...use, nested, isEmpty: isEmpty(node) })) : []
  return [...own, ...childrenOf(node).flatMap((child) => blocksIn(child, nested || isBlock))]
}

/** Whether a block only takes away what stands in it above: blanks are all it has. */
const isEmpty = (block: SyntaxNode): boolean =>
  childrenOf(block)
    .filter((child) => child !== block.name)
    .flatMap(nodesOf)
    .every(
      ({ typename, value }) =>
        typename === 'NodeList' ||
        typename === 'Output' ||
        (typename === 'TemplateData' && String(value).trim() === ''),
    )

/** Text, what is included and what is printed; a call may be there for what it does. */
function looseIn(node: SyntaxNode): Use | null {
  if (KEPT.has(node.typename)) return null
  if (node.typename === 'TemplateData' && typeof node.value === 'string') return firstWords(node, node.value)
  if (node.typename === 'Include') return { name: 'include', place: placeOf(node) }
  for (const child of childrenOf(node)) {
    const found = looseIn(child)
    if (found !== null) return found
  }
  return null
}

/** What prints nothing where it stands. */
const KEPT: ReadonlySet<string> = new Set(['Block', 'Macro', 'Set', 'Capture', 'Caller'])

function firstWords(node: SyntaxNode, text: string): Use | null {
  const start = text.search(/\S/)
  if (start < 0) return null
  const lines = text.slice(0, start).split('\n')
  const name = /^.*/.exec(text.slice(start))?.[0].trimEnd() ?? ''
  const { line, column } = placeOf(node)
  const last = (lines.at(-1) ?? '').length
  const place = { line: line + lines.length - 1, column: lines.length === 1 ? column + last : last + 1 }
  return { name, place: { ...place, length: name.length } }
}

function exportsOf(node: SyntaxNode): readonly string[] {
  if (node.typename === 'Macro') return useOf(node.name).map(({ name }) => name)
  if (node.typename === 'Set') return listOf(node.targets).flatMap((target) => useOf(target).map(({ name }) => name))
  return []
}

function useOf(node: unknown): readonly Use[] {
  if (!isNode(node) || typeof node.value !== 'string') return []
  return [{ name: node.value, place: placeOf(node, node.value.length) }]
}

const listOf = (value: unknown): readonly SyntaxNode[] => (Array.isArray(value) ? value.filter(isNode) : [])
