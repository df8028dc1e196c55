import { diagnose, type Located } from '../../core/diagnostic.ts'
import { basename, dirname, type SourcePath, sourcePath } from '../../core/path.ts'
import type { Source } from '../../core/source.ts'

/**
 * Names that are told apart by capitals alone: Windows and macOS keep one of two. Of folders once, not of each file in them. Of what is
 * published as it is, its address tells the same.
 */
export function caseTwins(byPath: ReadonlyMap<SourcePath, Source>): readonly Located[] {
  const seen = new Map<string, SourcePath>()
  const capital = [...byPath.keys()].filter((path) => hasCapital(path) && !path.startsWith('content/static/')).sort()
  const twinFolder = twinFolders(byPath, capital)
  const told = new Set<string>()
  return capital.flatMap((path) => {
    const folder = twinFolder(dirname(path))
    if (folder !== null) {
      if (told.has(folder.path)) return []
      told.add(folder.path)
      return [{ file: folder.path, diagnostic: diagnose('file/twins', { other: `${folder.other}/` }) }]
    }
    const small = path.toLowerCase() as SourcePath
    const other = byPath.has(small) ? small : seen.get(small)
    if (other === undefined) seen.set(small, path)
    return other === undefined ? [] : [{ file: path, diagnostic: diagnose('file/twins', { other }) }]
  })
}

const hasCapital = (path: string): boolean => path !== path.toLowerCase()

interface TwinFolder {
  readonly path: SourcePath
  readonly other: string
}

/** Of a folder the outermost on its way that has a twin. Folders are gone through only where one of them has a capital: few have. */
function twinFolders(
  byPath: ReadonlyMap<SourcePath, Source>,
  capital: readonly SourcePath[],
): (folder: string) => TwinFolder | null {
  if (!capital.some((path) => hasCapital(dirname(path)))) return () => null
  const folders = new Set<string>()
  for (const path of byPath.keys())
    for (let folder = dirname(path); folder !== '' && !folders.has(folder); folder = dirname(folder))
      folders.add(folder)
  // By names that lie in one folder: where two folders are twins, what lies in them is theirs.
  const firsts = new Map<string, string>()
  for (const folder of [...folders].filter(hasCapital).sort()) {
    const small = lastSmall(folder)
    if (!firsts.has(small)) firsts.set(small, folders.has(small) ? small : folder)
  }
  const found = new Map<string, TwinFolder | null>()
  const find = (folder: string): TwinFolder | null => {
    if (!hasCapital(folder)) return null
    const known = found.get(folder)
    if (known !== undefined) return known
    const other = firsts.get(lastSmall(folder)) ?? folder
    const twin = find(dirname(folder)) ?? (other === folder ? null : { path: sourcePath(folder), other })
    found.set(folder, twin)
    return twin
  }
  return find
}

/** A path whose last name has no capitals. */
const lastSmall = (path: string): string => `${dirname(path)}/${basename(path).toLowerCase()}`
