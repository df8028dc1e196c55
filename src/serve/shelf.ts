import type { Located } from '../core/diagnostic.ts'
import type { Digest } from '../core/digest.ts'
import type { OutputPath } from '../core/path.ts'
import type { Job } from '../core/plan.ts'
import { renderJob } from '../pipeline/render-job.ts'
import { unsettled } from './attempt.ts'
import type { Good } from './current.ts'

/** An output as far as it can be shown: with a problem, bytes are the last that were good, or null. */
export type Shown =
  | { readonly bytes: Uint8Array; readonly problem: null }
  | { readonly bytes: Uint8Array | null; readonly problem: Located }

/** Outputs that were rendered lately. */
export interface Shelf {
  /** The output of a job; stale: this file is not any more what the plan was made from. */
  render(job: Job, good: Good): Promise<Shown | { readonly stale: string }>
  /** The last good bytes at this path, whatever they were made from. */
  last(path: OutputPath): Uint8Array | null
}

/** Bytes kept: some thousand pages, or some hundred photos. */
const ROOM = 64 * 1024 * 1024

/** Renders each output once for each digest; the longest unused go when there is no room. */
export function openShelf(room = ROOM): Shelf {
  const kept = new Map<OutputPath, { readonly digest: Digest; readonly bytes: Uint8Array }>()
  const underWay = new Map<Digest, Promise<Shown | { readonly stale: string }>>()
  let used = 0
  const drop = (path: OutputPath): void => {
    used -= kept.get(path)?.bytes.length ?? 0
    kept.delete(path)
  }
  const keep = (path: OutputPath, digest: Digest, bytes: Uint8Array): void => {
    drop(path)
    // One film must not push out everything else.
    if (bytes.length > room / 4) return
    kept.set(path, { digest, bytes })
    used += bytes.length
    for (const oldest of kept.keys()) {
      if (used <= room) break
      drop(oldest)
    }
  }
  const last = (path: OutputPath): Uint8Array | null => kept.get(path)?.bytes ?? null
  const make = async (job: Job, { sources, theme, world }: Good): Promise<Shown | { readonly stale: string }> => {
    try {
      const rendered = await renderJob(job, sources, theme, world)
      if ('problem' in rendered) return { bytes: last(job.path), problem: rendered.problem }
      keep(job.path, job.digest, rendered.bytes)
      return { bytes: rendered.bytes, problem: null }
    } catch (error) {
      const stale = unsettled(error)
      if (stale === null) throw error
      return { stale }
    } finally {
      underWay.delete(job.digest)
    }
  }
  return {
    last,
    render(job, good) {
      const known = kept.get(job.path)
      if (known?.digest === job.digest) {
        kept.delete(job.path)
        kept.set(job.path, known)
        return Promise.resolve({ bytes: known.bytes, problem: null })
      }
      const begun = underWay.get(job.digest) ?? make(job, good)
      underWay.set(job.digest, begun)
      return begun
    },
  }
}
