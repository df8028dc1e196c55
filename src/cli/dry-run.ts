import { join } from 'node:path'
import { sha256 } from '../core/digest.ts'
import type { OutputPath } from '../core/path.ts'
import type { Sink } from '../core/plan.ts'
import type { OutputTable } from '../core/remembered.ts'
import { type Manifest, manifestFile, parseManifest } from '../pipeline/write.ts'
import { readText } from './disk.ts'

const NOTHING: Manifest = { ours: new Map(), others: new Map() }

/** A sink that says what a build would do to a folder, told by the folder's own manifest, and does nothing. */
export function openDrySink(out: string, remembered: OutputTable | null): Sink {
  const { ours, others } = parseManifest(readText(join(out, manifestFile)) ?? '') ?? NOTHING
  const there = new Map([...others, ...ours])
  const sums = new Map<OutputPath, string>()
  return {
    holds(path, stamp) {
      const row = remembered?.rows.get(path)
      if (row === undefined || row.stamp !== stamp || there.get(path) !== row.sha256) return false
      sums.set(path, row.sha256)
      return true
    },
    put: (path, _stamp, _phase, bytes) => void sums.set(path, sha256(bytes)),
    async finish(paths) {
      const wanted = new Set<string>(paths)
      const made = paths.filter((path) => !there.has(path))
      const changed = paths.filter((path) => there.has(path) && there.get(path) !== sums.get(path))
      const removed = [...ours.keys()].filter((path) => !wanted.has(path)) as OutputPath[]
      return { made, changed, kept: paths.length - made.length - changed.length, removed }
    },
    async abandon() {
      sums.clear()
    },
  }
}
