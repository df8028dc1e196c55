import type { BodyRef, Markup } from '../../core/bulletin.ts'
import { inReadingOrder, type Located, locate } from '../../core/diagnostic.ts'
import { type Digest, digestBytes, digestOf } from '../../core/digest.ts'
import type { PageJob } from '../../core/plan.ts'
import type { View } from '../../core/view.ts'
import { xmlSafe } from '../../text/normalize.ts'
import { blockProblems } from './blocks.ts'
import { asMarkup, type Engine, openEngine, SyntaxProblem } from './engine.ts'
import { type Draw, fill } from './fill.ts'
import { filtersFor, globalsFor, type Strings, worded } from './filters.ts'
import { freeze } from './frozen.ts'
import { misnamedIn } from './names/misnamed.ts'
import { circleProblems, nameProblems, renderProblem, syntaxProblem } from './problems.ts'
import type { Spent } from './spending.ts'
import { plain, readTemplate, type Template, type TemplateFile } from './template.ts'
import { type Closure, closer, figurePart, galleryPart, graphOf, type ThemeUses, usesOf, videoPart } from './uses.ts'

/** What a theme is opened from, plain: after a portal's own templates took the place of the tool's. */
export interface ThemeParts {
  readonly files: readonly TemplateFile[]
  readonly language: 'vi' | 'en'
  /** The theme's words in that language. */
  readonly strings: Strings
  /** The portal's data files by their names. Where they are told, names that no page has are looked for. */
  readonly data?: readonly string[]
  /** What its templates use, of a theme that was opened before and with which nothing was wrong: then none is read until it is rendered. */
  readonly uses?: ThemeUses
}

/** What rendering sees of a job. */
export type Page = Pick<PageJob, 'template' | 'of' | 'view' | 'bodies'>

/** The templates of a portal, ready to render. */
export interface Theme {
  /** What it was opened from, with what its templates use: a theme without errors that is opened from it again renders the same. */
  readonly parts: ThemeParts & { readonly uses: ThemeUses }
  /** Everything wrong with any template, found before rendering: with an error here nothing should be rendered. */
  readonly diagnostics: readonly Located[]
  has(template: string): boolean
  /** A template and all it uses, sorted: what it names, they name in turn, and what the pictures of bodies are drawn with. */
  templatesOf(template: string): readonly string[]
  /** Names what a template's output depends on beside its view: all templates it uses, the theme's words, the language. */
  digestOf(template: string): Digest
  /** The text of a page. The same page and bodies, the same text. */
  render(page: Page, bodyOf: (ref: BodyRef) => Markup): { readonly text: string } | { readonly problem: Located }
  /** What the page rendered last took; null where the theme was opened without a clock. */
  spent(): Spent | null
}

/**
 * Opens templates, after a portal's own took the place of the tool's. most: the steps that one page may take. With `uses` nothing
 * is said of what is wrong with templates. clock (ms): what pages take is kept.
 */
export function openTheme(theme: ThemeParts, most?: number, clock: (() => number) | null = null): Theme {
  const { files, language, strings } = theme
  let drawing: Drawing | null = null
  const needs = { language, strings, asMarkup, body: (number: number) => bodyOf(engine, drawing, number, strings) }
  const engine = openEngine(filtersFor(needs), globalsFor(needs), most, clock)
  const templates = new Map(
    files.flatMap((file) => (file.name.endsWith('.njk') ? [[file.name, plain(file)] as const] : [])),
  )
  const { uses, diagnostics } =
    theme.uses === undefined ? addAll(engine, templates, theme) : { uses: theme.uses, diagnostics: [] }
  if (theme.uses !== undefined) addLate(engine, theme.uses, templates)
  const closure = closer(uses)
  return {
    parts: { files, language, strings, uses },
    diagnostics,
    has: (name) => templates.has(name),
    templatesOf: closure,
    spent: engine.spent,
    digestOf: digester(
      templates,
      closure,
      digestOf({ language, strings: Object.entries(strings).sort(([a], [b]) => (a < b ? -1 : 1)) }),
    ),
    render(job, bodyOf) {
      drawing = { job, bodyOf }
      freeze(job.view)
      try {
        const result = engine.render(job.template, job.view)
        if ('failure' in result) return { problem: renderProblem(result.failure, templates, pageOf(job)) }
        return { text: job.template.endsWith('.xml.njk') ? xmlSafe(result.text) : result.text }
      } finally {
        drawing = null
      }
    },
  }
}

/** What filters need to know of the page being rendered. */
interface Drawing {
  readonly job: Page
  readonly bodyOf: (ref: BodyRef) => Markup
}

const pageOf = ({ of, view }: Page): string => of ?? view.page.href

type TemplateFiles = ReadonlyMap<string, TemplateFile>

/** Reads and compiles all templates, and tells everything that is wrong with any. */
function addAll(
  engine: Engine,
  files: TemplateFiles,
  { strings, data }: ThemeParts,
): Pick<Theme, 'diagnostics'> & { readonly uses: ThemeUses } {
  const problems: Located[] = []
  const templates = new Map<string, Template>()
  for (const file of files.values()) {
    const { template, problem } = readTemplate(file)
    templates.set(file.name, template)
    if (problem !== null) problems.push(...locate(file.source, [syntaxProblem(template.text, problem)]))
  }
  for (const template of templates.values()) {
    problems.push(...locate(template.source, nameProblems(template, templates, { ...engine, strings })))
    problems.push(...locate(template.source, blockProblems(template, templates)))
  }
  for (const [name, misnamed] of data === undefined ? [] : misnamedIn(templates, { data, globals: engine.globals }))
    problems.push(...locate(templates.get(name)?.source ?? null, misnamed))
  const uses = usesOf(templates)
  problems.push(...circleProblems(graphOf(uses), templates))
  const lasting = new Set(lastingIn(uses))
  for (const template of templates.values()) compileInto(engine, template, lasting.has(template.name), problems)
  return { uses, diagnostics: inReadingOrder(problems) }
}

function compileInto(
  engine: Engine,
  { name, source, text, tree }: Template,
  lasting: boolean,
  problems: Located[],
): void {
  if (tree === null) return
  try {
    engine.add(name, tree, lasting)
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error
    const known = problems.some(({ file, diagnostic }) => file === source && diagnostic.code === 'template/syntax')
    if (!known) problems.push(...locate(source, [syntaxProblem(text, error)]))
  }
}

/** Templates with which nothing was wrong: each is read and compiled when it is first rendered. */
function addLate(engine: Engine, uses: ThemeUses, files: TemplateFiles): void {
  const lasting = new Set(lastingIn(uses))
  for (const file of files.values()) {
    engine.addLate(file.name, () => readTemplate(file).template.tree, lasting.has(file.name))
  }
}

const lastingIn = (uses: ThemeUses): readonly string[] =>
  uses.flatMap(({ template, lasting }) => (lasting ? template : []))

function digester(templates: TemplateFiles, closure: Closure, words: Digest): (name: string) => Digest {
  const known = new Map<string, Digest>()
  const texts = new Map([...templates].map(([name, { text }]) => [name, digestBytes(text)]))
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const digest = digestOf([words, closure(name).map((each) => [each, texts.get(each)])])
    known.set(name, digest)
    return digest
  }
}

function bodyOf(engine: Engine, drawing: Drawing | null, number: number, strings: Strings): string {
  // A page without text has no body: of a withdrawn bulletin nothing is left.
  if (number === -1) return ''
  const use = drawing?.job.bodies[number]
  if (drawing === null || use === undefined) throw new Error(`html: this page has no body ${number}`)
  return fill(drawing.bodyOf(use.ref), use, drawWith(engine, drawing.job.view, strings))
}

function drawWith(engine: Engine, view: View, strings: Strings): Draw {
  const part = (name: string, more: object): string => {
    const result = engine.render(name, { ...view, ...more })
    if ('failure' in result) throw new Error(result.failure.message)
    return result.text
  }
  return {
    figure: (image, number) => part(figurePart, { image, number }),
    gallery: (images) => part(galleryPart, { images, caption: null }),
    video: (video) => part(videoPart, { video }),
    word: (word, values) => worded(strings, `body.${word}`, values),
  }
}
