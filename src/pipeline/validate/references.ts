import { basename, resolvePath, withSlashes } from '../../core/path.ts'
import type { Source, Sources } from '../../core/source.ts'
import { fold } from '../../text/fold.ts'
import { nearest } from '../../text/nearest.ts'
import { oneLine } from '../../text/normalize.ts'
import type { Home } from './home.ts'

/** What a file name written by a person refers to. */
export type Found =
  | { readonly found: 'file'; readonly source: Source; readonly sameCase: boolean }
  | { readonly found: 'nothing'; readonly nearest: string | null }
  | { readonly found: 'outside' }
  | { readonly found: 'remote' }

/**
 * Looks a reference up among a document's own files: NFC and NFD alike, any blank for any other, capitals forgiven, nothing outside the
 * folder. readings: all that it may mean, the likeliest first.
 */
export function findFile(reference: string, home: Home, readings: readonly string[] = [reference]): Found {
  const name = nameIn(reference)
  if (/^(https?:|data:|\/\/)/i.test(name)) return { found: 'remote' }
  const paths = readings.flatMap((reading) => pathIn(home.folder, nameIn(reading)) ?? [])
  for (const path of paths) {
    const exact = home.files.find((source) => source.path === path)
    if (exact !== undefined) return { found: 'file', source: exact, sameCase: true }
  }
  for (const [same, sameCase] of [
    [evenBlanks, true],
    [evenCase, false],
  ] as const) {
    const wanted = paths.map(same)
    const alike = home.files.find((source) => wanted.includes(same(source.path)))
    if (alike !== undefined) return { found: 'file', source: alike, sameCase }
  }
  if (pathIn(home.folder, name) === null) return { found: 'outside' }
  return {
    found: 'nothing',
    nearest: nearest(
      name,
      home.files.map((source) => source.path.slice(home.folder.length + 1)),
    ),
  }
}

/** NFC, with `/` between names. */
const nameIn = (reference: string): string => withSlashes(reference.trim().normalize('NFC'))

/** Where a name leads from a folder; null out of it. */
function pathIn(folder: string, name: string): string | null {
  const path = /^[a-z][a-z0-9+.-]*:/i.test(name) ? null : resolvePath(folder, name)
  return path?.startsWith(`${folder}/`) === true ? path : null
}

/** Blanks look alike: macOS puts a narrow one into the names of screenshots, Word one that does not break. */
const evenBlanks = (path: string): string => oneLine(path)

const evenCase = (path: string): string => oneLine(path).toLowerCase()

/** Whether words are nothing but the name of a file, with or without its extension: they must never reach a reader. */
export function isNameOf(words: string, source: Source): boolean {
  const name = fold(oneLine(basename(source.path)))
  const stem = name.replace(/\.[a-z0-9]+$/, '')
  const said = fold(words).replace(/\s+/g, ' ').trim()
  return said === name || (said === stem && /\d|_/.test(stem)) || said.includes(name)
}

/** Whether words end like the name of a picture. */
export const endsLikeFile = (words: string): boolean =>
  /\S\.(png|jpe?g|jfif|webp|gif|heic|heif|bmp|tiff?|svg|avif)\s*$/i.test(words)

/** The Markdown source a relative link means: the file itself, or the index.md of a folder. */
export function findDocument(path: string, sources: Sources): Source | null {
  const candidates = [path, `${path}/index.md`, `${path}.md`]
  for (const candidate of candidates) {
    const source = sources.byPath.get(candidate as Source['path'])
    if (source !== undefined && (source.kind === 'bulletin' || source.kind === 'page')) return source
  }
  return null
}
