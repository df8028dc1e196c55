import { join } from 'node:path'
import { createTwoFilesPatch } from 'diff'
import { type Diagnostic, diagnose } from '../core/diagnostic.ts'
import { digestBytes } from '../core/digest.ts'
import { sourcePath } from '../core/path.ts'
import { isJunk } from '../pipeline/load/kinds.ts'
import { parseYamlFile } from '../pipeline/parse.ts'
import { readTemplate } from '../pipeline/render/template.ts'
import { EJECTED, readEjected } from '../pipeline/validate/ejected.ts'
import { nearest } from '../text/nearest.ts'
import { copyNew, filesBelow, isTaken, readBytes, readText, replaceText, writeNew } from './disk.ts'

/** A portal whose templates are to be replaced, absolute, and the tool they come from. */
export interface Templates {
  readonly root: string
  readonly toolRoot: string
  readonly toolVersion: string
}

/** A template of the tool, by its name below templates/; own: the portal has a file of that name. */
export interface Listed {
  readonly name: string
  readonly own: boolean
}

/** Every template that can be copied, in order. */
export const listTemplates = ({ root, toolRoot }: Templates): readonly Listed[] =>
  filesBelow(join(toolRoot, 'templates'))
    .filter((name) => !isJunk(name))
    .map((name) => ({ name, own: isTaken(join(root, 'templates', name)) }))

/** The template a person means: `parts/card.njk`, `card`, `templates/parts/card.njk`. */
export function findTemplate(given: string, templates: Templates): Listed | Diagnostic {
  const all = listTemplates(templates)
  const name = given.replaceAll('\\', '/').replace(/^(?:\.\/)?templates\//, '')
  const bare = (one: string) => one.slice(one.lastIndexOf('/') + 1)
  const exact = all.find((one) => one.name === name || one.name === `${name}.njk`)
  const last = all.filter((one) => bare(one.name) === name || bare(one.name) === `${name}.njk`)
  const found = exact ?? (last.length === 1 ? last[0] : undefined)
  if (found !== undefined) return found
  const near =
    nearest(
      name,
      all.map((one) => one.name),
    ) ?? lastNearest(name, all)
  return diagnose('eject/unknown', { given, nearest: near })
}

const lastNearest = (name: string, all: readonly Listed[]): string | null => {
  const near = nearest(
    name,
    all.map((one) => one.name.replace(/^.*\/|\.njk$/g, '')),
  )
  return all.find((one) => near !== null && one.name.replace(/^.*\/|\.njk$/g, '') === near)?.name ?? null
}

/** Which other templates one includes or extends, and which name it: what a person must know before changing it. */
export function neighboursOf(
  name: string,
  { toolRoot }: Templates,
): { readonly uses: readonly string[]; readonly usedBy: readonly string[] } {
  const uses = new Map(
    filesBelow(join(toolRoot, 'templates'))
      .filter((one) => one.endsWith('.njk'))
      .map((one) => [one, namedIn(one, toolRoot)]),
  )
  return {
    uses: uses.get(name) ?? [],
    usedBy: [...uses].filter(([, named]) => named.includes(name)).map(([one]) => one),
  }
}

function namedIn(name: string, toolRoot: string): readonly string[] {
  const text = readText(join(toolRoot, 'templates', name))
  const { facts } = readTemplate({ name, text, source: sourcePath(`templates/${name}`) }).template
  return [...new Set(facts?.references.flatMap(({ name: named }) => named ?? []) ?? [])].sort()
}

/** Copies a template of the tool into the portal and writes down which version it was; `eject/taken` where there is one. */
export function eject({ name, own }: Listed, templates: Templates): Diagnostic | null {
  if (own) return diagnose('eject/taken', { template: name })
  // Written down first: an entry without its copy means nothing, a copy without its entry would never be warned of.
  const refused = record(name, templates)
  if (refused !== null) return refused
  copyNew(join(templates.toolRoot, 'templates', name), join(templates.root, 'templates', name))
  return null
}

/** Writes down that the portal's copy stays as it is, and that the tool's present original was looked at. */
export function keep({ name, own }: Listed, templates: Templates): Diagnostic | null {
  if (!own) return diagnose('eject/not-there', { template: name })
  return record(name, templates)
}

/** How the portal's copy differs from the tool's original, as a unified diff; null if it does not. */
export function differenceFrom(
  { name, own }: Listed,
  { root, toolRoot }: Templates,
): { readonly patch: string | null } | Diagnostic {
  if (!own) return diagnose('eject/not-there', { template: name })
  const [original, copy] = [toolRoot, root].map((one) => plain(readText(join(one, 'templates', name)))) as [
    string,
    string,
  ]
  if (original === copy) return { patch: null }
  // The first line only rules the page off from what stands before it.
  return {
    patch: createTwoFilesPatch(`tx-portal/${name}`, `templates/${name}`, original, copy).replace(/^=+\n/, '').trimEnd(),
  }
}

/** Editors on Windows end lines otherwise, and that is no difference. */
const plain = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

/**
 * One line a template, sorted: so two people who each copied one do not get in each other's way. `eject/record` where what is written there
 * cannot all be read: the other copies would be forgotten.
 */
function record(name: string, { root, toolRoot, toolVersion }: Templates): Diagnostic | null {
  const path = join(root, EJECTED)
  const digest = digestBytes(readBytes(join(toolRoot, 'templates', name)))
  const known = isTaken(path) ? recordedIn(readBytes(path)) : []
  if (known === null) return diagnose('eject/record', { file: EJECTED })
  const rows = [...known.filter((one) => one.template !== name), { template: name, version: toolVersion, digest }]
  const lines = rows
    .sort((a, b) => (a.template < b.template ? -1 : 1))
    .map((one) => `- {template: ${one.template}, version: ${one.version}, digest: ${one.digest}}`)
  const text = [...heading, ...lines, ''].join('\n')
  if (isTaken(path)) replaceText(path, text)
  else writeNew(path, text)
  return null
}

/** Every entry of the record; null where one cannot be read. */
function recordedIn(bytes: Uint8Array): ReturnType<typeof readEjected> | null {
  if (bytes.length === 0) return []
  const { value, diagnostics } = parseYamlFile.run(bytes)
  const known = readEjected(value)
  const written = value?.kind === 'list' ? value.items.length : 0
  const isWhole = !diagnostics.some(({ severity }) => severity === 'error') && known.length === written
  return isWhole && (value === null || value.kind === 'list') ? known : null
}

const heading = [
  '# Các mẫu trang đã chép từ chương trình để sửa riêng cho cổng (tx-portal eject), và chép từ bản nào.',
  '# Máy ghi tệp này; lưu nó vào kho cùng các mẫu. Bản gốc thay đổi thì lần xuất trang sau sẽ nhắc.',
]
