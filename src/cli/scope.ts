import { isAbsolute, relative, resolve, sep } from 'node:path'
import { type Diagnostic, diagnose, type Located } from '../core/diagnostic.ts'
import { nearest } from '../text/nearest.ts'
import { isThere, shownIn } from './disk.ts'
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
      .map((disk) => wayFrom(root, disk).normalize('NFC'))
      .find(leadsDown)
    if (path === undefined) return noSuchPath(given, machine.cwd, root)
    paths.push(path)
  }
  return paths.length === 0 ? [''] : paths
}

const wayFrom = (folder: string, path: string): string => relative(folder, path).split(sep).join('/')
const leadsDown = (way: string): boolean => way !== '..' && !way.startsWith('../') && !isAbsolute(way)

/** Says that a path is not there, with the nearest of the portal that is, or that it is not of the portal. */
function noSuchPath(given: string, cwd: string, root: string): Diagnostic {
  const path = given.replaceAll('\\', '/')
  const outside = [cwd, root].some((from) => isThere(resolve(from, path)))
  const near = [...(leadsDown(wayFrom(root, cwd)) ? [cwd] : []), root].map((from) => nearestPath(from, path))
  return diagnose('usage/no-such-path', { given, nearest: near.find((one) => one !== null) ?? null, outside })
}

/** The path below a folder with its first wrong name mended; null if no name there is near it. */
function nearestPath(from: string, path: string): string | null {
  const way = wayFrom(from, resolve(from, path))
  if (!leadsDown(way)) return null
  const parts = way.split('/')
  const wrong = parts.findIndex((_, at) => !isThere(resolve(from, ...parts.slice(0, at + 1))))
  const right = parts.slice(0, Math.max(0, wrong))
  const mended = nearest(parts[wrong] ?? '', shownIn(resolve(from, ...right)))
  if (mended === null) return null
  const whole = [...right, mended, ...parts.slice(wrong + 1)]
  return (isThere(resolve(from, ...whole)) ? whole : [...right, mended]).join('/')
}

/** Prints problems as GitHub's annotations. Paths count from the checkout, in which the portal may be a folder. */
export async function annotate(
  { machine, language, print }: Shell,
  shown: readonly Located[],
  root: string,
): Promise<void> {
  const { formatAnnotation } = await import('./report/github.ts')
  const way = machine.env.GITHUB_WORKSPACE === undefined ? '' : relative(machine.env.GITHUB_WORKSPACE, root)
  const prefix = way === '' || way.startsWith('..') ? '' : `${way.split(sep).join('/')}/`
  for (const located of shown) print(formatAnnotation(located, language, prefix))
}
