import { diagnose, type Located } from '../../core/diagnostic.ts'
import { groupBy } from '../../core/group.ts'
import { PICTURES, PROCESSED } from '../../core/media-type.ts'
import { basename, dirname, extname, sourcePath } from '../../core/path.ts'
import type { Source, Sources } from '../../core/source.ts'
import { fold } from '../../text/fold.ts'
import type { Homes } from './context.ts'
import type { Home } from './home.ts'

const ROOMS = { bulletin: 'content/bulletins', page: 'content/pages' } as const
const isIndex = (source: Source): boolean => /^index\.md$/i.test(basename(source.path))

/** `index.md.txt`, `index - Copy.md`, `index (1).md`, `Index - Sao chép.md`: what Windows makes of index.md. */
const isAlmostIndex = (name: string): boolean =>
  // Of ten thousand names few begin so: only these are folded.
  /^[i\u0080-\uffff]/i.test(name) &&
  /^index\b/.test(fold(name)) &&
  !/^index\.md$/i.test(name) &&
  !PICTURES.has(extname(name))

/** A second one beside index.md; a Word file there is its draft, or is given along. */
export const isSpareIndex = (name: string): boolean => isAlmostIndex(name) && !PROCESSED.has(extname(name))

/**
 * Finds the documents and whom every other file belongs to. A folder with index.md is one document with all that lies
 * below it; any other Markdown file is a document by itself. Nothing here is ignored without a word.
 */
export function findHomes(sources: Sources): { readonly homes: Homes; readonly diagnostics: readonly Located[] } {
  const diagnostics: Located[] = []
  const documents = new Map<string, Home>()
  const owners = new Map<string, Home | null>()
  for (const kind of ['bulletin', 'page'] as const) {
    const room = ROOMS[kind]
    const files = sources.all.filter((source) => source.path.startsWith(`${room}/`))
    const roots = new Map<string, Source>()
    for (const source of files) {
      const folder = dirname(source.path)
      if (isIndex(source) && folder !== room) roots.set(folder, source)
    }
    const byRoot = new Map<string, Source[]>([...roots.keys()].map((folder) => [folder, []]))
    const loose: Source[] = []
    for (const source of files) {
      const root = rootOf(dirname(source.path), roots, room)
      if (root === null) loose.push(source)
      else byRoot.get(root)?.push(source)
    }
    for (const [folder, own] of byRoot) {
      const index = roots.get(folder)
      if (index === undefined) continue
      const home = {
        source: index,
        kind,
        folder,
        name: nameOf(folder, room, kind),
        files: own.filter((source) => source !== index),
      }
      documents.set(index.path, home)
      const beside = home.files.filter(({ path }) => isText(path) && dirname(path) === folder)
      // A folder that is called by a year is one of bulletins, not one bulletin.
      const many = isYear(folder, room) ? beside : []
      if (many.length > 0) diagnostics.push(indexOfMany(index, folder, many.length))
      for (const source of home.files) {
        owners.set(source.path, home)
        if (many.includes(source)) continue
        if (/\.md$/i.test(source.path) || isSpareIndex(basename(source.path)))
          diagnostics.push(strayText(source, dirname(source.path) === folder))
      }
    }
    diagnostics.push(...settleLoose(loose, room, kind, documents, owners))
  }
  return { homes: { documents, owners }, diagnostics }
}

/** The nearest folder above that is a document, or null. */
function rootOf(folder: string, roots: ReadonlyMap<string, Source>, room: string): string | null {
  for (let at = folder; at.length > room.length; at = dirname(at)) if (roots.has(at)) return at
  return null
}

const nameOf = (path: string, room: string, kind: Home['kind']): string =>
  kind === 'page' ? path.slice(room.length + 1) : basename(path)

const isText = (path: string): boolean => /\.md$/i.test(path) && !isAlmostIndex(basename(path))

const indexOfMany = (index: Source, folder: string, count: number): Located => ({
  file: index.path,
  diagnostic: diagnose('file/index-of-many', { folder, count }),
})

/** beside: its folder has an index.md. */
const strayText = (source: Source, beside: boolean): Located => ({
  file: source.path,
  diagnostic: isAlmostIndex(basename(source.path))
    ? diagnose('file/almost-index', { name: basename(source.path), beside })
    : diagnose('file/stray', { name: basename(source.path), where: 'text' }),
})

/** Files of folders without index.md: single-file documents, what lies beside them, and folders nobody wrote for. */
function settleLoose(
  loose: readonly Source[],
  room: string,
  kind: Home['kind'],
  documents: Map<string, Home>,
  owners: Map<string, Home | null>,
): readonly Located[] {
  const diagnostics: Located[] = []
  const unwritten: (readonly [folder: string, files: readonly Source[]])[] = []
  for (const [folder, files] of groupBy(loose, (source) => dirname(source.path))) {
    const texts: Source[] = []
    const others: Source[] = []
    for (const source of files) (isText(source.path) ? texts : others).push(source)
    for (const source of texts) {
      const name = nameOf(source.path.replace(/\.md$/i, ''), room, kind)
      documents.set(source.path, { source, kind, folder, name, files: others })
    }
    const almost = others.filter((source) => isAlmostIndex(basename(source.path)))
    for (const source of almost) diagnostics.push(strayText(source, false))
    const nobody = texts.length === 0 && almost.length === 0
    if (nobody) unwritten.push([folder, others])
    else for (const source of others) if (!almost.includes(source)) owners.set(source.path, null)
  }
  for (const [folder, files] of unwritten) {
    if (isOfMany(folder, room, documents)) for (const { path } of files) owners.set(path, null)
    else diagnostics.push({ file: sourcePath(folder), diagnostic: diagnose('file/no-index', { folder }) })
  }
  return diagnostics
}

/** Whether a folder holds documents, or is there to: an index.md of its own would make one document of them all. */
const isOfMany = (folder: string, room: string, documents: ReadonlyMap<string, Home>): boolean =>
  folder === room || isYear(folder, room) || [...documents.keys()].some((path) => path.startsWith(`${folder}/`))

const isYear = (folder: string, room: string): boolean => room === ROOMS.bulletin && /^\d{4}$/.test(basename(folder))
