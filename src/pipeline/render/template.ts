import type { SourcePath } from '../../core/path.ts'
import { parseTemplate, SyntaxProblem } from './engine.ts'
import { type Facts, inspect } from './inspect.ts'
import type { SyntaxNode } from './syntax.ts'

/** A template as it lies there: its name below templates/ (`parts/figure.njk`), and the file to name in messages. */
export interface TemplateFile {
  readonly name: string
  readonly text: string
  readonly source: SourcePath
}

/** A template that was read: text with \n alone; facts and tree are null if it does not parse. */
export interface Template extends TemplateFile {
  readonly facts: Facts | null
  readonly tree: SyntaxNode | null
}

/** A template with what is wrong with it. */
interface Read {
  readonly template: Template
  readonly problem: SyntaxProblem | null
}

/** Each template as it was read last: a preview opens its theme with every save, and one of fifty has changed. */
const readBefore = new Map<string, { readonly file: TemplateFile; readonly read: Read }>()

/** Parses a template and looks at what it names. */
export function readTemplate(file: TemplateFile): Read {
  const before = readBefore.get(file.name)
  if (before !== undefined && before.file.text === file.text && before.file.source === file.source) return before.read
  const read = readAnew(file)
  readBefore.set(file.name, { file, read })
  return read
}

function readAnew(file: TemplateFile): Read {
  const template = plain(file)
  try {
    const tree = parseTemplate(template.text)
    return { template: { ...template, tree, facts: inspect(tree) }, problem: null }
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error
    return { template: { ...template, tree: null, facts: null }, problem: error }
  }
}

/** The same with \n alone, and no mark of a byte order. */
export function plain(file: TemplateFile): TemplateFile {
  return { ...file, text: file.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') }
}
