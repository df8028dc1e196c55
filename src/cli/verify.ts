import { join } from 'node:path'
import { BOOK } from '../core/address-book.ts'
import { type Diagnostic, diagnose, type Located, locate } from '../core/diagnostic.ts'
import { sha256 } from '../core/digest.ts'
import type { OutputPath } from '../core/path.ts'
import type { Source, Sources } from '../core/source.ts'
import { anyTextOf } from '../core/utf8.ts'
import { build } from '../pipeline/build.ts'
import { openDoor } from '../pipeline/load.ts'
import { bareSteps } from '../pipeline/steps.ts'
import { NO_ANSWERS, type Steps, type World } from '../pipeline/world.ts'
import { hashSink, manifestFile, parseManifest } from '../pipeline/write.ts'
import { buildSegment } from '../search/build.ts'
import { each } from '../speed/each.ts'
import { rememberEach } from '../speed/remember.ts'
import { byVariant, memoryBodies, untimed } from './compose.ts'
import { readBytes } from './disk.ts'
import type { Ground } from './ground.ts'
import type { Verification } from './options.ts'
import { watch } from './progress.ts'
import { ownCache, type Setup, shortPath } from './setup.ts'
import type { Shell } from './shell.ts'
import { toolRoot } from './tool.ts'

/** What verifying came to. */
export interface Verdict {
  /** Outputs that were compared. */
  readonly files: number
  /**
   * Outputs that are missing, or of other bytes than a build from nothing gives, or that it does not give; in order. Last the manifest, if
   * it says anything else than what stands there.
   */
  readonly differing: readonly string[]
  readonly diagnostics: readonly Located[]
}

/**
 * Builds a second time, from nothing and on one thread, into hashes alone, and compares them with the bytes that stand in
 * the published folder: the promise that what is remembered changes nothing, kept on this very portal.
 */
export async function verify(
  shell: Shell,
  setup: Setup,
  ground: Ground,
  kind: Verification,
  working: (now: number) => void,
): Promise<Verdict> {
  const watcher = watch(shell, working)
  try {
    const { world, listed } = bareWorld(setup, ground, kind, watcher.progress)
    const sink = hashSink()
    const report = await build(world, () => sink)
    const changed = changedBetween((await ground.found()?.list())?.sources ?? null, listed())
    if (changed !== null)
      return unverified([{ file: null, diagnostic: diagnose('source/changing', { path: changed }) }])
    return report.ok
      ? verdictOf(setup, shell.machine.cwd, sink.files, [...(ground.cache.outputs(setup.out)?.rows.keys() ?? [])])
      : unverified(report.diagnostics)
  } finally {
    watcher.close()
  }
}

const unverified = (diagnostics: readonly Located[]): Verdict => ({ files: 0, differing: [], diagnostics })

/** A world that remembers nothing but, if so asked, pictures; listed gives what its door listed last. */
function bareWorld(setup: Setup, ground: Ground, kind: Verification, progress: World['progress']) {
  const { root, now, drafts, baseUrl, anotherTime, threads } = setup
  const bodies = memoryBodies()
  const door = openDoor({ root, toolRoot, table: null, clock: () => now, walks: true, onRead: () => undefined })
  const bare = bareSteps(door, bodies)
  const encode: Steps['encode'] =
    kind === 'all' ? bare.encode : rememberEach(bare.encode, ground.cache.photos, byVariant)
  let last: Sources | null = null
  const world: World = {
    now,
    options: { drafts, baseUrl, anotherTime, listed: false },
    tool: ground.tool,
    door: {
      ...door,
      async list() {
        const listing = await door.list()
        last = listing.sources
        return listing
      },
    },
    steps: { ...bare, encode },
    bodies,
    known: NO_ANSWERS,
    published: () => [],
    each: each(threads),
    isNew: () => true,
    ahead: async () => undefined,
    renderAhead: async () => undefined,
    index: buildSegment,
    timed: untimed,
    rendering: null,
    progress,
  }
  return { world, listed: () => last }
}

/** A file that came, went or changed between two listings; the tool's own book of addresses may. */
function changedBetween(first: Sources | null, second: Sources | null): string | null {
  const differs = (one: Source, other: Sources | null) =>
    one.path !== BOOK && other?.byPath.get(one.path)?.digest !== one.digest
  const found = first?.all.find((one) => differs(one, second)) ?? second?.all.find((one) => differs(one, first))
  return found?.path ?? null
}

/** Whether a manifest says of every output what it is, and of nothing else. */
function namesAll(bytes: Uint8Array | null, wanted: ReadonlyMap<string, string>): boolean {
  const manifest = bytes === null ? null : parseManifest(anyTextOf(bytes))
  if (manifest === null) return false
  const said = new Map([...manifest.others, ...manifest.ours])
  return said.size === wanted.size && [...wanted].every(([path, sum]) => said.get(path) === sum)
}

function verdictOf(
  { out, root, cacheDir }: Setup,
  cwd: string,
  wanted: ReadonlyMap<OutputPath, string>,
  published: readonly string[],
): Verdict {
  const paths = [...new Set([...wanted.keys(), ...(published as readonly OutputPath[])])].sort()
  const outputs = paths.filter((path) => {
    const bytes = readBytes(join(out, path))
    return bytes === null || sha256(bytes) !== wanted.get(path)
  })
  const differing = [...outputs, ...(namesAll(readBytes(join(out, manifestFile)), wanted) ? [] : [manifestFile])]
  const [path] = differing
  const cache = cacheDir === ownCache(root) ? null : shortPath(cacheDir, cwd)
  const problems: readonly Diagnostic[] =
    path === undefined ? [] : [diagnose('out/differs', { path, more: differing.length - 1, cache })]
  return { files: paths.length, differing, diagnostics: locate(null, problems) }
}
