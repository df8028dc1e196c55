import { basename, resolvePath } from '../../core/path.ts'
import type { Source, Sources } from '../../core/source.ts'
import { fold } from '../../text/fold.ts'
import { nearest } from '../../text/nearest.ts'
import type { Home } from './home.ts'

/** What a file name written by a person refers to. */
export type Found =
  | { readonly found: 'file'; readonly source: Source; readonly sameCase: boolean }
  | { readonly found: 'nothing'; readonly nearest: string | null }
  | { readonly found: 'outside' }
  | { readonly found: 'remote' }

/** Looks a reference up among a document's own files: NFC and NFD alike, capitals forgiven, nothing outside the folder. */
export function findFile(reference: string, home: Home): Found {
  const name = reference.trim().normalize('NFC')
  if (/^(https?:|data:|\/\/)/i.test(name)) return { found: 'remote' }
  const path = resolvePath(home.folder, name)
  if (path === null || /^[a-z][a-z0-9+.-]*:/i.test(name) || !path.startsWith(`${home.folder}/`))
    return { found: 'outside' }
  const exact = home.files.find((source) => source.path === path)
  if (exact !== undefined) return { found: 'file', source: exact, sameCase: true }
  const lower = path.toLowerCase()
  const alike = home.files.find((source) => source.path.toLowerCase() === lower)
  if (alike !== undefined) return { found: 'file', source: alike, sameCase: false }
  return {
    found: 'nothing',
    nearest: nearest(
      name,
      home.files.map((source) => source.path.slice(home.folder.length + 1)),
    ),
  }
}

/** Whether words are nothing but the name of a file, with or without its extension: they must never reach a reader. */
export function isNameOf(words: string, source: Source): boolean {
  const name = fold(basename(source.path)).trim()
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
