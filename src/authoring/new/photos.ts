import { basename, dirname, join, resolve } from 'node:path'
import { type Diagnostic, diagnose } from '../../core/diagnostic.ts'
import { isJunk, kindOf } from '../../pipeline/load/kinds.ts'
import { photoFacts } from '../../pipeline/parse/photo.ts'
import { named } from '../../pipeline/validate/photos.ts'
import { compareVi } from '../../text/collate.ts'
import { nearest } from '../../text/nearest.ts'
import { oneLine } from '../../text/normalize.ts'
import { isFile, isFolder, namesIn, readBytes } from '../disk.ts'
import { type Answer, understood } from './answer.ts'

/** A photo to be taken along: where it is, absolute, and its name beside the bulletin. */
export interface NewPhoto {
  readonly from: string
  readonly name: string
}

const start = { line: 1, column: 1 }

/** Looks at every photo that was named (a folder names all in it): they are photos that can be published, or what is wrong with each. */
export async function readPhotos(given: readonly string[], cwd: string): Promise<Answer<readonly NewPhoto[]>> {
  const problems: Diagnostic[] = []
  const files = new Set<string>()
  for (const path of given) {
    const found = filesOf(resolve(cwd, path))
    if (found.length === 0) problems.push(missing(path, cwd))
    for (const file of found) files.add(file)
  }
  const photos: NewPhoto[] = []
  for (const from of files) {
    const { value, diagnostics } = await photoFacts(readBytes(from))
    const name = basename(from)
    if (value === null) problems.push(...diagnostics.map((one) => ({ ...named(one, name, start), place: null })))
    else photos.push({ from, name: freeName(photoName(name, value.format), photos) })
  }
  return problems.length > 0 ? { problems } : understood(photos)
}

/** The file itself, or the pictures of a folder as people sort them. */
function filesOf(path: string): readonly string[] {
  if (!isFolder(path)) return isFile(path) ? [path] : []
  return [...namesIn(path)]
    .filter((name) => kindOf(`content/bulletins/${name}`) === 'photo' && !isJunk(name))
    .sort(compareVi)
    .map((name) => join(path, name))
}

/** What a folder has besides pictures: it stays where it is. Folders in it too. */
export const leftIn = (given: readonly string[], cwd: string): readonly string[] =>
  given
    .map((path) => resolve(cwd, path))
    .filter(isFolder)
    .flatMap((path) =>
      [...namesIn(path)]
        .filter((name) => !isJunk(name) && kindOf(`content/bulletins/${name}`) !== 'photo')
        .sort(compareVi),
    )

function missing(given: string, cwd: string): Diagnostic {
  const folder = dirname(resolve(cwd, given))
  const why = isFolder(resolve(cwd, given)) ? 'no-photos' : 'gone'
  const near = why === 'gone' && isFolder(folder) ? nearest(basename(given), namesIn(folder)) : null
  return diagnose('new/photo-missing', {
    given,
    nearest: near === null ? null : join(dirname(given), near).replaceAll('\\', '/'),
    why,
  })
}

/** The name it has, in the letters and blanks a front matter can name; one that would be overlooked or taken for a document is mended. */
function photoName(name: string, format: string): string {
  const plain = oneLine(name).replace(/^[.~$]+/, '')
  const kept = isJunk(plain) || plain === '' ? `anh-${plain}` : plain
  return kindOf(`content/bulletins/${kept}`) === 'photo' ? kept : `${kept}.${format === 'jpeg' ? 'jpg' : format}`
}

/** `THO 1.jpg`, `THO 1 (2).jpg`: as Windows does. Names that differ by capitals alone are one on many machines. */
function freeName(name: string, others: readonly NewPhoto[]): string {
  const taken = new Set(others.map((other) => other.name.toLowerCase()))
  const dot = name.lastIndexOf('.')
  const numbered = (n: number) => (n === 1 ? name : `${name.slice(0, dot)} (${n})${name.slice(dot)}`)
  let n = 1
  while (taken.has(numbered(n).toLowerCase())) n += 1
  return numbered(n)
}
