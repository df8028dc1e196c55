import { diagnose, type Located } from '../core/diagnostic.ts'
import { prepare } from '../pipeline/build.ts'
import { SourceChanged, type World } from '../pipeline/world.ts'
import type { Attempt } from './current.ts'

const TRIES = 5
const PAUSE_MS = 40

/** Prepares until no file changes under its hands; never throws. */
export async function attempt(open: () => World): Promise<Attempt> {
  for (let turn = 1; ; turn += 1) {
    try {
      const world = open()
      return { prepared: await prepare(world), world }
    } catch (error) {
      const path = unsettled(error)
      if (path === null) return { bug: error }
      if (turn === TRIES) return { problem: changing(path) }
      await new Promise((done) => setTimeout(done, PAUSE_MS * turn))
    }
  }
}

/** The file that is just being written, moved, removed or held by another program, if that is what an error means. */
export function unsettled(error: unknown): string | null {
  if (error instanceof SourceChanged) return error.path
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null
  return HELD.has(String(error.code)) ? String(error.path) : null
}

/** Windows answers EBUSY, EPERM or EACCES while another program writes. */
const HELD: ReadonlySet<string> = new Set(['ENOENT', 'EBUSY', 'EPERM', 'EACCES'])

/** The words for a file that does not come to rest. */
export const changing = (path: string): Located => ({ file: null, diagnostic: diagnose('source/changing', { path }) })
