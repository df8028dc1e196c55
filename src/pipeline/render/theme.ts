import type { BodyRef, Markup } from '../../core/bulletin.ts'
import { inReadingOrder, type Located, locate } from '../../core/diagnostic.ts'
import { type Digest, digestBytes, digestOf } from '../../core/digest.ts'
import type { PageJob } from '../../core/plan.ts'
import type { View } from '../../core/view.ts'
import { xmlSafe } from '../../text/normalize.ts'
import { closureOf, type Graph } from './closure.ts'
import { asMarkup, type Engine, openEngine, SyntaxProblem } from './engine.ts'
import { type Draw, fill } from './fill.ts'
import { filtersFor, globalsFor, type Strings, worded } from './filters.ts'
import { freeze } from './frozen.ts'
import { lastingAmong } from './lasting.ts'
import { circleProblems, nameProblems, renderProblem, syntaxProblem } from './problems.ts'
import { readTemplate, type Template, type TemplateFile } from './template.ts'

/** What a theme is opened from, plain: after a portal's own templates took the place of the tool's. */
export interface ThemeParts {
  readonly files: readonly TemplateFile[]
  readonly language: 'vi' | 'en'
  /** The theme's words in that language. */
  readonly strings: Strings
}

/** What rendering sees of a job. */
export type Page = Pick<PageJob, 'template' | 'of' | 'view' | 'bodies'>

/** The templates of a portal, ready to render. */
export interface Theme {
  /** What it was opened from: a theme opened from it again says the same. */
  readonly parts: ThemeParts
  /** Everything wrong with any template, found before rendering: with an error here nothing should be rendered. */
  readonly diagnostics: readonly Located[]
  has(template: string): boolean
  /** A template and all it uses, sorted: what it names, they name in turn, and what the pictures of bodies are drawn with. */
  templatesOf(template: string): readonly string[]
  /** Names what a template's output depends on beside its view: all templates it uses, the theme's words, the language. */
  digestOf(template: string): Digest
  /** The text of a page. The same page and bodies, the same text. */
  render(page: Page, bodyOf: (ref: BodyRef) => Markup): { readonly text: string } | { readonly problem: Located }
}

/**
 * Opens templates, after a portal's own took the place of the tool's. strings are the theme's words in that language; sound: they
 * were opened before and nothing was wrong with them, so each is compiled when it is first needed; most: the steps that one
 * page may take.
 */
export function openTheme(
  files: readonly TemplateFile[],
  language: 'vi' | 'en',
  strings: Strings,
  sound = false,
  most?: number,
): Theme {
  const problems: Located[] = []
  const templates = new Map<string, Template>()
  for (const file of files.filter(({ name }) => name.endsWith('.njk'))) {
    const { template, problem } = readTemplate(file)
    templates.set(file.name, template)
    if (problem !== null) problems.push(...locate(file.source, [syntaxProblem(template.text, problem)]))
  }
  let drawing: Drawing | null = null
  const needs = { language, strings, asMarkup, body: (number: number) => bodyOf(engine, drawing, number, strings) }
  const engine = openEngine(filtersFor(needs), globalsFor(needs), most)
  const graph = graphOf(templates)
  for (const template of templates.values()) {
    problems.push(...locate(template.source, nameProblems(template, templates, { ...engine, strings })))
  }
  const closure = closer(templates, graph)
  problems.push(...circleProblems(graph, templates))
  const lasting = lastingAmong(new Map([...templates].map(([name, { facts }]) => [name, facts])))
  for (const template of templates.values())
    compileInto(engine, template, { lasting: lasting.has(template.name), late: sound }, problems)
  return {
    parts: { files, language, strings },
    diagnostics: inReadingOrder(problems),
    has: (name) => templates.has(name),
    templatesOf: closure,
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

// Drawn for the pictures of bodies, which no template names.
const figurePart = 'parts/figure.njk'
const galleryPart = 'parts/gallery.njk'
const videoPart = 'parts/video.njk'

const pageOf = ({ of, view }: Page): string => of ?? view.page.href

function compileInto(
  engine: Engine,
  { name, source, text, tree }: Template,
  { lasting, late }: { readonly lasting: boolean; readonly late: boolean },
  problems: Located[],
): void {
  if (tree === null) return
  if (late) {
    engine.addLate(name, tree, lasting)
    return
  }
  try {
    engine.add(name, tree, lasting)
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error
    const known = problems.some(({ file, diagnostic }) => file === source && diagnostic.code === 'template/syntax')
    if (!known) problems.push(...locate(source, [syntaxProblem(text, error)]))
  }
}

function graphOf(templates: ReadonlyMap<string, Template>): Graph {
  const named = ({ facts }: Template): readonly string[] => facts?.references.flatMap(({ name }) => name ?? []) ?? []
  return new Map([...templates].map(([name, template]) => [name, named(template)]))
}

type Closure = (name: string) => readonly string[]

function closer(templates: ReadonlyMap<string, Template>, graph: Graph): Closure {
  const drawsBodies = (name: string): boolean =>
    templates.get(name)?.facts?.filters.some(({ name: filter }) => filter === 'html' || filter === 'json') === true
  return (name) => {
    const own = closureOf(graph, [name])
    return own.some(drawsBodies) ? closureOf(graph, [name, figurePart, galleryPart, videoPart]) : own
  }
}

function digester(templates: ReadonlyMap<string, Template>, closure: Closure, words: Digest): (name: string) => Digest {
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
