import type { Phase } from '../../core/plan.ts'
import type { Sums } from './manifest.ts'
import { foldersOf } from './names.ts'
import type { OutDisk, Sight } from './out-disk.ts'
import { foreignFile } from './out-problem.ts'
import { keptBy } from './removal.ts'

/** An output that waits in the staging folder. */
export interface Staged {
  readonly path: string
  readonly phase: Phase
  /** Where it waits, relative to the published folder. */
  readonly waits: string
}

/** What a build is going to do to the published folder, in the order in which it will be done. */
export interface Changes {
  /** Files of ours that must go first because something else will stand in their place. */
  readonly blocking: readonly string[]
  readonly folders: readonly string[]
  readonly added: readonly Staged[]
  readonly replaced: readonly Staged[]
  readonly removed: readonly string[]
}

const phases: readonly Phase[] = ['asset', 'page', 'front']

/** Of what nobody remembers: pages name feeds, data and assets; feeds and data may name assets. */
const guessed = (path: string): Phase =>
  path.endsWith('.html') ? 'front' : /\.(xml|json|txt)$/.test(path) ? 'page' : 'asset'

/**
 * Weighs what stands in the published folder against what is to stand there. Throws OutProblem, before anything is
 * touched, where a file of somebody else is in the way. `known` says the phase of outputs of earlier builds.
 */
export function weigh(
  out: OutDisk,
  owned: Sums,
  staged: readonly Staged[],
  wanted: ReadonlySet<string>,
  known: (path: string) => Phase | undefined,
): Changes {
  const stale = new Set([...owned.keys()].filter((path) => !wanted.has(path)))
  const blocking = new Set<string>()
  const folders = new Set<string>()
  const added: Staged[] = []
  const replaced: Staged[] = []
  for (const each of inOrder(staged)) {
    const sight = out.look(each.path)
    const obstacles = obstaclesOf(out, each.path, sight, owned, stale)
    for (const path of obstacles) blocking.add(path)
    if (sight.kind === 'file' && obstacles.length === 0) replaced.push(each)
    else added.push(each)
    for (const folder of foldersOf(each.path)) {
      if (!folders.has(folder) && out.look(folder).kind !== 'folder') folders.add(folder)
    }
  }
  const removed = [...stale].filter((path) => !blocking.has(path))
  return { blocking: [...blocking], folders: [...folders].sort(), added, replaced, removed: leaving(removed, known) }
}

/** The files of ours that must go before an output can take its place. */
function obstaclesOf(
  out: OutDisk,
  path: string,
  sight: Sight,
  owned: Sums,
  stale: ReadonlySet<string>,
): readonly string[] {
  if (sight.kind === 'absent') return []
  if (sight.kind === 'foreign') throw foreignFile(sight.at)
  if (sight.kind === 'blocked') {
    if (!stale.has(sight.at)) throw foreignFile(sight.at)
    return [sight.at]
  }
  if (sight.kind === 'folder') {
    const keeper = keptBy(out, path, stale)
    if (keeper !== null) throw foreignFile(keeper)
    return [...stale].filter((other) => other.startsWith(`${path}/`))
  }
  if (owned.has(path)) return []
  const twin = caseTwin(out, path, stale)
  if (twin === null) throw foreignFile(path)
  return [twin]
}

/** Where names do not keep case, the file of ours that stands at this path under another spelling; else null. */
export function caseTwin(out: OutDisk, path: string, ours: Iterable<string>): string | null {
  const here = out.look(path)
  if (here.kind !== 'file') return null
  for (const other of ours) {
    if (other === path || other.toLowerCase() !== path.toLowerCase()) continue
    const there = out.look(other)
    if (there.kind === 'file' && there.stats.ino === here.stats.ino && there.stats.dev === here.stats.dev) return other
  }
  return null
}

/** What is named before what names it: by phase, and the home page after what lies deeper. */
const inOrder = (staged: readonly Staged[]): readonly Staged[] =>
  [...staged].sort(
    (a, b) => rankOf(a.phase) - rankOf(b.phase) || depth(b.path) - depth(a.path) || byName(a.path, b.path),
  )

/** What names others leaves before what it names. */
const leaving = (paths: readonly string[], known: (path: string) => Phase | undefined): readonly string[] =>
  paths
    .map((path) => ({ path, rank: rankOf(known(path) ?? guessed(path)) }))
    .sort((a, b) => b.rank - a.rank || depth(a.path) - depth(b.path) || byName(a.path, b.path))
    .map(({ path }) => path)

const rankOf = (phase: Phase): number => phases.indexOf(phase)
const depth = (path: string): number => path.split('/').length
const byName = (a: string, b: string): number => (a < b ? -1 : 1)
