import { type Codes, type Diagnostic, diagnose, type Located, type Place } from '../../core/diagnostic.ts'
import { basename } from '../../core/path.ts'
import { nearest } from '../../text/nearest.ts'
import { circlesIn, type Graph } from './closure.ts'
import type { SyntaxProblem } from './engine.ts'
import type { Reference, Use } from './inspect.ts'
import type { Template, TemplateFile } from './template.ts'
import { ENDLESS, type Failure } from './trace.ts'
import { findUnclosed } from './unclosed.ts'
import { lackIn } from './vi-sort.ts'

/** What the engine and the theme know by name. */
export interface Known {
  readonly filters: ReadonlySet<string>
  readonly tests: ReadonlySet<string>
  readonly strings: { readonly [key: string]: string }
}

/** What is wrong with a template that does not parse or compile. */
export function syntaxProblem(text: string, { message, line, column }: SyntaxProblem): Diagnostic {
  // An end that does not fit mostly means that something before it was not closed.
  const unclosed = line === 0 || misfit.test(message) ? findUnclosed(text) : null
  if (unclosed?.stray === true) return broken('stray', `{% ${unclosed.name} %}`, unclosed.place)
  if (unclosed !== null) return broken('unclosed', neverClosed(unclosed.name), unclosed.place)
  const place = line === 0 ? null : { line, column: Math.max(1, column) }
  const tag = /^unknown block tag: (\w+)$/.exec(message)?.[1]
  if (tag === undefined) return broken('engine', message, place)
  if (TAGS.includes(tag)) return broken('stray', `{% ${tag} %}`, place)
  const meant = nearest(tag, TAGS)
  return broken('tag', `{% ${tag} %}`, place, meant === null ? null : `{% ${meant} %}`)
}

type Why = Codes['template/syntax']['why']

const broken = (why: Why, detail: string, place: Place | null, nearest: string | null = null): Diagnostic =>
  diagnose('template/syntax', { detail, page: null, why, nearest }, place)

/** The tags of nunjucks 3.2.4, with those that end or part others. */
const TAGS: readonly string[] = [
  ...'if elif elseif else endif for endfor block endblock extends include import from set endset macro endmacro'.split(
    ' ',
  ),
  ...'call endcall filter endfilter switch case default endswitch raw endraw verbatim endverbatim'.split(' '),
  ...'asyncEach endeach asyncAll endall ifAsync'.split(' '),
]

/** What is wrong with the names a template uses: all that would fail when it is rendered. */
export function nameProblems(
  { text, facts }: Template,
  templates: ReadonlyMap<string, Template>,
  known: Known,
): readonly Diagnostic[] {
  if (facts === null) return []
  const unknown = (uses: readonly Use[], names: ReadonlySet<string>, prefix: string): readonly Diagnostic[] =>
    uses
      .filter(({ name }) => !names.has(name))
      .map(({ name, place }) => {
        const near = nearest(name, names)
        const meant = near === null ? null : prefix + near
        return diagnose('template/filter', { name: prefix + name, page: null, nearest: meant }, place)
      })
  const strings = facts.strings
    .filter(({ name }) => !Object.hasOwn(known.strings, name))
    .map(({ name, place }) => {
      const near = nearest(name, Object.keys(known.strings))
      return nowhere('word', `t('${name}')`, place, near === null ? null : `t('${near}')`)
    })
  const doubles = facts.blocks
    .filter(({ name }, index) => facts.blocks.findIndex((block) => block.name === name) < index)
    .map(({ name, place }) => broken('twice', `{% block ${name} %}`, place))
  return [
    ...facts.references.flatMap((reference) => referenceProblems(reference, text, templates)),
    ...unknown(facts.filters, known.filters, ''),
    ...unknown(facts.tests, known.tests, 'is '),
    ...strings,
    ...doubles,
  ]
}

const nowhere = (
  why: Codes['template/undefined']['why'],
  detail: string,
  place: Place | null,
  nearest: string | null = null,
  known: readonly string[] = [],
  page: string | null = null,
): Diagnostic => diagnose('template/undefined', { detail, page, why, nearest, known }, place)

/** Templates that include themselves, told where the circle closes. */
export function circleProblems(graph: Graph, templates: ReadonlyMap<string, Template>): readonly Located[] {
  return circlesIn(graph).map((chain) => {
    const template = templates.get(chain.at(-2) ?? '')
    const reference = template?.facts?.references.find(({ name }) => name === chain.at(-1))
    return {
      file: template?.source ?? null,
      diagnostic: diagnose('template/circle', { chain }, reference?.place ?? null),
    }
  })
}

/** What stopped the rendering of a page. */
export function renderProblem(
  { spot, message }: Failure,
  templates: ReadonlyMap<string, TemplateFile>,
  page: string | null,
): Located {
  const template = spot === null ? undefined : templates.get(spot.template)
  const expression = spot === null || template === undefined ? '' : expressionAt(template.text, spot)
  const length = expression.split('\n')[0]?.length ?? 0
  const place = spot === null ? null : { line: spot.line, column: spot.column, ...(length > 0 ? { length } : {}) }
  return { file: template?.source ?? null, diagnostic: failure(message, expression, place, page) }
}

/** What is said where something that is frozen would be changed. */
const CHANGING = /read only property|object is not extensible|Cannot delete property|Cannot redefine property/

function failure(message: string, expression: string, place: Place | null, page: string | null): Diagnostic {
  // A macro that calls itself fills the stack before it has taken its steps.
  if (message === ENDLESS || message === 'Maximum call stack size exceeded')
    return diagnose('template/endless', { page }, place)
  if (message === 'attempted to output null or undefined value') {
    return nowhere('value', expression, place, null, [], page)
  }
  if (CHANGING.test(message)) return diagnose('template/changes', { detail: expression, page }, place)
  const callee = /^Unable to call `(.+)`, which is undefined or falsey$/.exec(message)?.[1]
  if (callee !== undefined) {
    const name = callee.replace(/\["(.+?)"\]/g, '.$1')
    return nowhere('value', `${name}()`, place, null, [], page)
  }
  const sorting = lackIn(message)
  if (sorting !== null) return nowhere('key', sorting.detail, place, sorting.nearest, sorting.known, page)
  const missing = /^template not found: (.+)$/.exec(message)?.[1]
  if (missing !== undefined) return diagnose('template/missing', { name: missing, page, nearest: null }, place)
  return diagnose('template/failed', { detail: message, page }, place)
}

function referenceProblems(
  { name, place, optional, imports }: Reference,
  text: string,
  templates: ReadonlyMap<string, Template>,
): readonly Diagnostic[] {
  if (name === null) return [diagnose('template/dynamic', { text: expressionAt(text, place) }, place)]
  const template = templates.get(name)
  if (template === undefined) {
    const near = templateLike(name, [...templates.keys()])
    return optional ? [] : [diagnose('template/missing', { name, page: null, nearest: near }, place)]
  }
  if (template.facts === null) return []
  const { exports } = template.facts
  return imports
    .filter((wanted) => !exports.includes(wanted.name))
    .map((wanted) => nowhere('name', wanted.name, wanted.place, nearest(wanted.name, exports), exports))
}

/** The template whose name, but for folder and ending, is nearly that, in its folder; else the one of that name in another. */
function templateLike(name: string, all: readonly string[]): string | null {
  const folderOf = (one: string) => one.slice(0, one.lastIndexOf('/') + 1)
  const stemOf = (one: string) => basename(one).replace(/\.njk$/, '')
  const beside = all.filter((one) => folderOf(one) === folderOf(name))
  const near = nearest(stemOf(name), beside.map(stemOf))
  const meant = near === null ? undefined : beside.find((one) => stemOf(one) === near)
  return meant ?? all.find((one) => stemOf(one) === stemOf(name)) ?? null
}

/** The text of an expression or tag from a spot on, as far as its closing signs. */
function expressionAt(text: string, { line, column }: { readonly line: number; readonly column: number }): string {
  const rest = text
    .split('\n')
    .slice(line - 1)
    .join('\n')
    .slice(column - 1)
  return (/^[\s\S]*?(?=\s*-?[}%]\})/.exec(rest)?.[0] ?? '').slice(0, longestExpression)
}

const longestExpression = 200

const misfit = /^(?:unknown block tag: (?:end|el)|expected (?:variable|block) end)/

const neverClosed = (name: string): string =>
  ({ '{{': '{{ … }}', '{%': '{% … %}', '{#': '{# … #}' })[name] ?? `{% ${name} %} … {% end${name} %}`
