import { createRequire } from 'node:module'
import type nunjucksPackage from 'nunjucks'
import { Spending, type Spent } from './spending.ts'
import { keepStringMethods } from './string-methods.ts'
import { beginning, copyOf, type SyntaxNode } from './syntax.ts'
import { type Failure, MOST_STEPS, messageOf, Trace } from './trace.ts'

keepStringMethods()
const nunjucks = createRequire(import.meta.url)('nunjucks') as typeof nunjucksPackage

// Templates are code: nunjucks is no sandbox, and `''.constructor` in a template reaches all that Node can do. Whoever may edit
// templates may run programs. Content therefore never comes here as a template.

/** A filter or global of templates; values come as templates have them. */
export type TemplateFunction = (...args: readonly unknown[]) => unknown

/** The template language with our filters and globals, over templates that were compiled before. */
export interface Engine {
  readonly filters: ReadonlySet<string>
  readonly tests: ReadonlySet<string>
  readonly globals: ReadonlySet<string>
  /**
   * Compiles a parsed template and keeps it under its name; throws what the compiler throws. lasting: it says the same for one
   * `site` and one `page.kind`, so where others include it it is made once.
   */
  add(name: string, tree: SyntaxNode, lasting?: boolean): void
  /** The same of one that is known to compile: it is parsed and compiled when it is first rendered. */
  addLate(name: string, tree: () => SyntaxNode | null, lasting?: boolean): void
  /** Text, or the first failure. Templates may render others through filters meanwhile. */
  render(name: string, context: object): { readonly text: string } | { readonly failure: Failure }
  /** What was spent since this was last asked; null without a clock. */
  spent(): Spent | null
}

/** Where the parser stopped; line and column count from 1, 0 where it cannot say. */
export class SyntaxProblem extends Error {
  readonly line: number
  readonly column: number
  constructor(message: string, line: number, column: number) {
    super(message)
    this.line = line
    this.column = column
  }
}

/** Marks text as markup that was escaped already. */
export const asMarkup = (text: string): unknown => new nunjucks.runtime.SafeString(text)

/** Parses a template; throws SyntaxProblem. */
export function parseTemplate(text: string): SyntaxNode {
  try {
    return inside.parser.parse(text, [], layout)
  } catch (error) {
    throw asSyntaxProblem(error)
  }
}

/**
 * Opens the engine without any template. There is no loader but the memory: templates cannot reach files. most: how many steps
 * one page may take. With a clock (ms) it keeps what templates take.
 */
export function openEngine(
  filters: Functions,
  globals: Functions,
  most = MOST_STEPS,
  clock: (() => number) | null = null,
): Engine {
  const spending = clock === null ? null : new Spending(clock)
  const compiled = new Map<string, () => Code | undefined>()
  const loader = { getSource: (name: string) => sourceOf(name, compiled.get(name)?.()) }
  const environment = new nunjucks.Environment(loader, { autoescape: true, throwOnUndefined: true, ...layout })
  const trace = new Trace(most, spending)
  Object.assign(environment, { trace })
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter)
  for (const [name, value] of Object.entries(globals)) environment.addGlobal(name, value)
  // The same sources give the same bytes: nothing random.
  const { filters: all, tests, globals: functions } = environment as unknown as Registers
  delete all.random
  return {
    filters: new Set(Object.keys(all)),
    tests: new Set(Object.keys(tests)),
    globals: new Set(Object.keys(functions)),
    add(name, tree, lasting = false) {
      try {
        const code = codeOf(name, tree, lasting)
        compiled.set(name, () => code)
      } catch (error) {
        throw asSyntaxProblem(error)
      }
    },
    addLate(name, tree, lasting = false) {
      let code: Code | undefined
      compiled.set(name, () => {
        const make = () => {
          const parsed = tree()
          return parsed === null ? undefined : codeOf(name, parsed, lasting)
        }
        code ??= spending === null ? make() : spending.compiling(name, make)
        return code
      })
    },
    render: (name, context) => trace.during(name, () => environment.render(name, context)),
    spent: () => spending?.read() ?? null,
  }
}

interface Functions {
  readonly [name: string]: TemplateFunction
}

// Of nunjucks 3.2.4, exactly pinned: what it exports without types, and the one step of its compiler that it does not export.
const inside = nunjucks as unknown as Inside
const { transform } = createRequire(import.meta.url)('nunjucks/src/transformer.js') as Transformer

/** The compiler of nunjucks, with a note before each statement, call and turn of a loop, and errors noted where they rise. */
class TracingCompiler extends inside.compiler.Compiler {
  override compile(node: SyntaxNode, frame?: unknown): void {
    if (statements.has(node.typename) && !isBareText(node)) this._emit(`${this.#note(node)};`)
    super.compile(node, frame)
  }

  override compileFunCall(node: SyntaxNode, frame: unknown): void {
    this._emit(`(${this.#note(node)},`)
    super.compileFunCall(node, frame)
    this._emit(')')
  }

  /** `loop` is set as one, not name by name, each of which nunjucks takes apart at its point in every turn. */
  override _emitLoopBindings(node: SyntaxNode, _items: string, at: string, length: string): void {
    const index = `index: ${at} + 1, index0: ${at}, revindex: ${length} - ${at}, revindex0: ${length} - ${at} - 1`
    const ends = `first: ${at} === 0, last: ${at} === ${length} - 1, length: ${length}`
    this._emitLine(`${this.#note(node)}; frame.set("loop", { ${index}, ${ends} });`)
  }

  override _emitFuncEnd(noReturn?: boolean): void {
    if (!noReturn) this._emitLine(`cb(null, ${this.buffer});`)
    this._closeScopeLevels()
    this._emitLine('} catch (e) { cb(env.trace.failed(e)); } }')
    this.buffer = null
  }

  #note(node: SyntaxNode): string {
    const { line, column } = beginning(node)
    return `env.trace.at(${JSON.stringify(this.templateName)},${line + 1},${column + 1})`
  }
}

const statements = new Set('Output If For Set Switch Block Extends Include Import FromImport'.split(' '))

const isBareText = ({ typename, children }: SyntaxNode): boolean =>
  typename === 'Output' && Array.isArray(children) && children.every((child) => child.typename === 'TemplateData')

/** What a tree was compiled to, under the name it has in notes: the code holds nothing of an engine, which comes with each call. */
const compiledBefore = new WeakMap<SyntaxNode, { readonly name: string; readonly code: Code }>()

/** What a template is compiled to. */
interface Code {
  readonly root: Root
}

type Root = (
  environment: unknown,
  context: unknown,
  frame: unknown,
  runtime: { contextOrFrameLookup(context: unknown, frame: unknown, name: string): unknown },
  done: (error: unknown, text?: string) => void,
) => void

/** The same, with its text kept for each site and kind of page. */
function madeOnce(root: Root): Root {
  const made = new WeakMap<object, Map<unknown, string>>()
  return (environment, context, frame, runtime, done) => {
    const [site, page] = ['site', 'page'].map((name) => runtime.contextOrFrameLookup(context, frame, name))
    if (typeof site !== 'object' || site === null || typeof page !== 'object' || page === null)
      return root(environment, context, frame, runtime, done)
    const texts = made.get(site) ?? new Map<unknown, string>()
    made.set(site, texts)
    const kind: unknown = Reflect.get(page, 'kind')
    const before = texts.get(kind)
    if (before !== undefined) return done(null, before)
    root(environment, context, frame, runtime, (error, text) => {
      if (!error && text !== undefined) texts.set(kind, text)
      done(error, text)
    })
  }
}

function codeOf(name: string, tree: SyntaxNode, lasting: boolean): Code {
  const code = compiledOnce(name, tree)
  return lasting ? { ...code, root: madeOnce(code.root) } : code
}

function compiledOnce(name: string, tree: SyntaxNode): Code {
  const before = compiledBefore.get(tree)
  if (before?.name === name) return before.code
  const code = compile(name, tree)
  compiledBefore.set(tree, { name, code })
  return code
}

function compile(name: string, tree: SyntaxNode): Code {
  const compiler = new TracingCompiler(name, true)
  // It writes into the tree it is given, where a block names super(): the tree is looked at again when a theme is opened anew.
  compiler.compile(transform(copyOf(tree), [], name))
  return new Function(compiler.getCode())() as Code
}

// The engine takes compiled code in place of the text, and null for a name it does not know.
const sourceOf = (name: string, obj: unknown): nunjucksPackage.LoaderSource =>
  (obj === undefined
    ? null
    : { src: { type: 'code', obj }, path: name, noCache: false }) as unknown as nunjucksPackage.LoaderSource

function asSyntaxProblem(error: unknown): SyntaxProblem {
  const { lineno, colno } = error as { readonly lineno?: number; readonly colno?: number }
  return new SyntaxProblem(messageOf(error), lineno ?? 0, lineno === undefined ? 0 : (colno ?? 0))
}

const layout = { trimBlocks: true, lstripBlocks: true }

interface Registers {
  readonly filters: { [name: string]: unknown }
  readonly tests: { [name: string]: unknown }
  readonly globals: { [name: string]: unknown }
}

interface Inside {
  readonly parser: { parse(text: string, extensions: readonly never[], options: typeof layout): SyntaxNode }
  readonly compiler: { readonly Compiler: new (name: string, throwOnUndefined: boolean) => InsideCompiler }
}

interface InsideCompiler {
  readonly templateName: string
  buffer: string | null
  compile(node: SyntaxNode, frame?: unknown): void
  compileFunCall(node: SyntaxNode, frame: unknown): void
  getCode(): string
  _emit(code: string): void
  _emitLine(code: string): void
  _emitFuncEnd(noReturn?: boolean): void
  _emitLoopBindings(node: SyntaxNode, items: string, at: string, length: string): void
  _closeScopeLevels(): void
}

interface Transformer {
  transform(tree: SyntaxNode, asyncFilters: readonly never[], name: string): SyntaxNode
}
