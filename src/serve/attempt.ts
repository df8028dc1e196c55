import { diagnose, type Located } from '../core/diagnostic.ts'
import { prepare } from '../pipeline/build.ts'
import { prepareOne } from '../pipeline/prepare-one.ts'
import { SourceChanged, type World } from '../pipeline/world.ts'
import type { Attempt, Good } from './current.ts'

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

/** What is good with this file (a path of the disk) as it is now, if that can be had without the whole; never throws. */
export async function attemptOne(file: string, good: Good, world: World): Promise<Good | null> {
  const source = good.sources.all.find(({ disk }) => disk === file)
  if (source === undefined) return null
  try {
    const made = await prepareOne(good, good, source, world)
    return made === null ? null : { ...good, ...made, world }
  } catch {
    // Whatever it is, the whole will meet it too and tell of it.
    return null
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
