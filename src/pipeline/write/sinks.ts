import { sha256 } from '../../core/digest.ts'
import type { OutputPath } from '../../core/path.ts'
import type { Sink } from '../../core/plan.ts'

/** A sink that keeps what `keep` makes of each output; nothing is on a disk. */
function keepingSink<V>(keep: (bytes: Uint8Array) => V): Sink & { readonly files: Map<OutputPath, V> } {
  const files = new Map<OutputPath, V>()
  return {
    files,
    holds: () => false,
    put: (path, _stamp, _phase, bytes) => void files.set(path, keep(bytes)),
    async finish(paths) {
      const wanted = new Set(paths)
      for (const path of files.keys()) if (!wanted.has(path)) files.delete(path)
      return { made: [...files.keys()].sort(), changed: [], kept: 0, removed: [] }
    },
    async abandon() {
      files.clear()
    },
  }
}

/** Keeps every output in memory: for tests, and for looking at a portal without publishing it. */
export const memorySink = (): Sink & { readonly files: Map<OutputPath, Uint8Array> } =>
  keepingSink((bytes) => new Uint8Array(bytes))

/** Keeps the SHA-256 of every output, in hexadecimal. */
export const hashSink = (): Sink & { readonly files: Map<OutputPath, string> } => keepingSink(sha256)

/** Takes everything and keeps nothing: a build for its report alone. */
export const nullSink = (): Sink => keepingSink(() => null)
