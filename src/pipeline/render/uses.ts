import { closureOf, type Graph } from './closure.ts'
import { lastingAmong } from './lasting.ts'
import type { Template } from './template.ts'

/** What is known of a template that can be read, without reading it again: plain, to be remembered and sent to threads. */
export interface Uses {
  /** The template's own name: `parts/card.njk`. */
  readonly template: string
  /** The templates it names. */
  readonly names: readonly string[]
  /** It puts bodies into its text, with the pictures in them. */
  readonly draws: boolean
  /** It says the same on every page of a kind (`lasting.ts`). */
  readonly lasting: boolean
}

/** The same of each template of a theme, in the order of its files. */
export type ThemeUses = readonly Uses[]

/** What templates use that were read. */
export function usesOf(templates: ReadonlyMap<string, Template>): ThemeUses {
  const lasting = lastingAmong(new Map([...templates].map(([name, { facts }]) => [name, facts])))
  return [...templates.values()].map(({ name, facts }) => ({
    template: name,
    names: facts?.references.flatMap(({ name }) => name ?? []) ?? [],
    draws: facts?.filters.some(({ name: filter }) => filter === 'html' || filter === 'json') === true,
    lasting: lasting.has(name),
  }))
}

/** Which templates each of a theme names. */
export const graphOf = (uses: ThemeUses): Graph => new Map(uses.map(({ template, names }) => [template, names]))

/** Drawn for the pictures of bodies, which no template names. */
export const figurePart = 'parts/figure.njk'
/** Drawn where pictures of a body stand together. */
export const galleryPart = 'parts/gallery.njk'
/** Drawn for films that stand elsewhere. */
export const videoPart = 'parts/video.njk'

/** By the name of a template: it and all it uses, sorted. */
export type Closure = (name: string) => readonly string[]

/** Answers what templates use in the end: what they name, that names in turn, and where bodies are put in what draws their pictures. */
export function closer(uses: ThemeUses): Closure {
  const graph = graphOf(uses)
  const drawing = new Set(uses.filter(({ draws }) => draws).map(({ template }) => template))
  return (name) => {
    const own = closureOf(graph, [name])
    return own.some((each) => drawing.has(each)) ? closureOf(graph, [name, figurePart, galleryPart, videoPart]) : own
  }
}
