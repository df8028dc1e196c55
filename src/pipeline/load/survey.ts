import { join } from 'node:path'
import { type Diagnostic, diagnose, type Located } from '../../core/diagnostic.ts'
import { type Digest, digestBytes } from '../../core/digest.ts'
import { type SourcePath, sourcePath } from '../../core/path.ts'
import type { Source, Sources } from '../../core/source.ts'
import type { Listing, Survey } from '../world.ts'
import { type Describing, describe, YOUNG } from './describe.ts'
import { type DiskFacts, native, statOf } from './files.ts'
import { isJunk } from './kinds.ts'
import { type Scan, scan } from './scan.ts'
import { caseTwins } from './twins.ts'
import type { Found } from './walk.ts'

/** Where a portal is, and how it is looked through. */
export interface Surveying extends Describing {
  /** The folder with content/ and templates/, absolute. */
  readonly root: string
  /** The folder with the tool's own templates/, absolute. */
  readonly toolRoot: string
  /** The machine's clock when listing begins, in ms: files younger than two seconds are not remembered (git's racy rule). */
  readonly clock: () => number
  /** Folders are walked, whatever a scan says of them: whoever verifies a build does not take its word for what is there. */
  readonly walks?: boolean
}

/** A folder below which files of a build are, and what was found there. */
interface Place {
  readonly root: string
  readonly folder: string
  readonly scanned: Scan
}

const placeAt = (root: string, folder: string): Place => ({ root, folder, scanned: scan(root, folder) })

/** Looks through all that a build may see; none of it is opened until it is listed. */
export function survey(options: Surveying): Survey {
  const { root, toolRoot } = options
  const at = options.clock()
  const own = [placeAt(root, 'content'), placeAt(root, 'templates')]
  const tool = toolRoot === root ? [] : [placeAt(toolRoot, 'templates')]
  const scans = [...own, ...tool].map(({ scanned }) => scanned)
  let mark: Digest | null = null
  let listing: Promise<Listing> | null = null
  return {
    mark() {
      mark ??= markOf(scans)
      return mark
    },
    settled: scans.every(({ touched }) => touched < at - YOUNG),
    count: scans.reduce((sum, { files }) => sum + files.length, 0),
    list() {
      listing ??= list(options, own, tool, at)
      return listing
    },
  }
}

function markOf(scans: readonly Scan[]): Digest | null {
  const marks = scans.flatMap(({ mark }) => mark() ?? [])
  return marks.length === scans.length ? digestBytes(marks.join(' ')) : null
}

/** tool: the tool's own templates, where these are others. at: when it was looked at all of them, in ms since 1970. */
async function list(options: Surveying, own: readonly Place[], tool: readonly Place[], at: number): Promise<Listing> {
  options.hand.clear()
  const diagnostics: Located[] = []
  const byPath = new Map<SourcePath, Source>()
  const [ours, theirs] = await Promise.all([seenIn(options, own), seenIn(options, tool)])
  const sourceOf = ({ disk, facts }: Seen, path: SourcePath): Source | Diagnostic | null =>
    describe(options, path, disk, facts ?? (() => statOf(disk)), at)
  const admit = (seen: Seen, path: SourcePath) => {
    if (seen.problem !== null) diagnostics.push({ file: path, diagnostic: seen.problem })
    else {
      const source = sourceOf(seen, path)
      if (source === null) return
      if ('code' in source) diagnostics.push({ file: path, diagnostic: source })
      else byPath.set(path, source)
    }
  }
  for (const seen of ours) {
    const path = sourcePath(seen.path)
    if (byPath.has(path))
      diagnostics.push({ file: path, diagnostic: seen.problem ?? diagnose('file/twins', { other: path }) })
    else admit(seen, path)
  }
  diagnostics.push(...caseTwins(byPath))
  const overrides = new Map<SourcePath, Source | null>()
  // In one order, in whichever the disk gave them: a build is named by them.
  const overriding = [...byPath.keys()].filter((path) => path.startsWith('templates/')).sort()
  for (const path of overriding) overrides.set(path, null)
  for (const seen of theirs) {
    const path = sourcePath(seen.path)
    if (!byPath.has(path)) admit(seen, path)
    const behind = overrides.has(path) ? sourceOf(seen, path) : null
    if (behind !== null && 'digest' in behind) overrides.set(path, behind)
  }
  return { sources: arrange(byPath), overrides, diagnostics }
}

/** What was found, where it stands, and what the disk said of it if it was asked already. */
interface Seen extends Found {
  readonly disk: string
  readonly facts: (() => DiskFacts) | null
}

/** The files of some places, as they were scanned, or walked, if there is more to say of one; without what systems leave behind. */
async function seenIn({ walks }: Surveying, places: readonly Place[]): Promise<readonly Seen[]> {
  const seen = await Promise.all(
    places.map(async ({ root, folder, scanned }) => {
      const base = below(root)
      const files = scanned.files.map((path, number): Seen => {
        return { path, problem: null, disk: base + native(path), facts: () => scanned.factsOf(number) }
      })
      if (scanned.isWhole && walks !== true) return files
      const known = new Map(files.map(({ path, facts }) => [path, facts]))
      const { walk } = await import('./walk.ts')
      const found = (await walk(root, folder)).filter(({ path }) => !isJunk(path))
      return found.map((one): Seen => ({ ...one, disk: base + native(one.path), facts: known.get(one.path) ?? null }))
    }),
  )
  return seen.flat()
}

/** A folder as it stands before the names in it: to put ten thousand of them behind it is cheaper than to join them. */
const below = (folder: string): string => join(folder, 'x').slice(0, -1)

/** Sorts by path (code points, the same everywhere). */
const arrange = (byPath: ReadonlyMap<SourcePath, Source>): Sources => ({
  all: [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  byPath,
})
