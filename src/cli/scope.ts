import { isAbsolute, relative, resolve, sep } from 'node:path'
import { type Diagnostic, diagnose, type Located } from '../core/diagnostic.ts'
import { isThere } from './disk.ts'
import { formatAnnotation } from './report/github.ts'
import type { Setup } from './setup.ts'
import type { Shell } from './shell.ts'

/** Whether a path, '' for all, is a file or a folder it stands in. */
export const covers = (path: string, file: string): boolean =>
  path === '' || file === path || file.startsWith(`${path}/`)

/** Paths as sources have them; no path is the whole portal. One that is not there is a slip, not a clean bill. */
export function pathsOf(args: readonly string[], { root }: Setup, { machine }: Shell): readonly string[] | Diagnostic {
  const paths: string[] = []
  for (const given of args) {
    const path = [machine.cwd, root]
      .map((from) => resolve(from, given.replaceAll('\\', '/')))
      .filter((disk) => isThere(disk))
      .map((disk) => relative(root, disk).split(sep).join('/').normalize('NFC'))
      .find((way) => way !== '..' && !way.startsWith('../') && !isAbsolute(way))
    if (path === undefined)
      return diagnose('usage/option-argument', { name: 'paths', given, expected: 'content/bulletins/2023' })
    paths.push(path)
  }
  return paths.length === 0 ? [''] : paths
}

/** Prints problems as GitHub's annotations. Paths count from the checkout, in which the portal may be a folder. */
export function annotate({ machine, language, print }: Shell, shown: readonly Located[], root: string): void {
  const way = machine.env.GITHUB_WORKSPACE === undefined ? '' : relative(machine.env.GITHUB_WORKSPACE, root)
  const prefix = way === '' || way.startsWith('..') ? '' : `${way.split(sep).join('/')}/`
  for (const located of shown) print(formatAnnotation(located, language, prefix))
}
