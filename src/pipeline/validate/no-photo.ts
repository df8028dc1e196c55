import { type Codes, diagnose, type Located } from '../../core/diagnostic.ts'
import { resolvePath, withSlashes } from '../../core/path.ts'
import type { Sources } from '../../core/source.ts'
import type { Homes } from './context.ts'

/**
 * Photos that were not found among the files though the name is there: a folder, or what was refused when names were listed. Documents are
 * judged by their own files alone, so it is told apart here.
 */
export function tellNames(
  found: readonly Located[],
  refused: readonly Located[],
  { documents }: Homes,
  sources: Sources,
): readonly Located[] {
  const names = new Set(refused.map(({ file }) => file as string))
  return found.map((located) => {
    const { file, diagnostic } = located
    const home = diagnostic.code === 'image/missing' ? documents.get(file ?? '') : undefined
    if (home === undefined) return located
    const { src } = diagnostic.params as Codes['image/missing']
    const path = resolvePath(home.folder, withSlashes(src.trim().normalize('NFC')))
    const told = (nearest: string | null, where: 'refused' | 'folder') => ({
      file,
      diagnostic: diagnose('image/missing', { src, nearest, where }, diagnostic.place),
    })
    if (path === null) return located
    if (names.has(path)) return told(null, 'refused')
    const below = sources.all.filter((source) => source.path.startsWith(`${path}/`))
    if (below.length === 0) return located
    const photo = below.find(({ kind }) => kind === 'photo')
    return told(photo === undefined ? null : photo.path.slice(home.folder.length + 1), 'folder')
  })
}
