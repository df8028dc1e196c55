import { diagnose, type Located } from '../core/diagnostic.ts'
import { type FirstLook, readFirst } from '../pipeline/first-look.ts'
import { type Listed, listed, type Prepared, prepareListed } from '../pipeline/prepare.ts'
import { prepareOne } from '../pipeline/prepare-one.ts'
import { SourceChanged, type World } from '../pipeline/world.ts'
import { setAside } from './aside.ts'
import { type Aside, type Attempt, errorsOf, type Good, goodOf } from './current.ts'

const TRIES = 5
const PAUSE_MS = 40

/** What is done with what can be shown of a portal while most of it is still to be read; called once at most. */
export interface Early {
  readonly first: FirstLook | undefined
  show(part: Good): void
}

/** Prepares until no file changes under its hands; never throws. good: what is shown until then. */
export async function attempt(open: () => World, good: Good | null, early: Early | null = null): Promise<Attempt> {
  for (let turn = 1; ; turn += 1) {
    try {
      const world = open()
      const listing = await listed(world)
      if (early !== null && turn === 1) await showEarly(listing, world, early)
      const prepared = await prepareListed(listing, world)
      return { prepared, world, aside: await aside(listing, prepared, good, world) }
    } catch (error) {
      const path = unsettled(error)
      if (path === null) return { bug: error }
      if (turn === TRIES) return { problem: changing(path) }
      await new Promise((done) => setTimeout(done, PAUSE_MS * turn))
    }
  }
}

/** What can be shown beside the errors; null where there are none, or that cannot be had. What was read in part is no state to go back to. */
async function aside(listing: Listed, prepared: Prepared, good: Good | null, world: World): Promise<Aside | null> {
  const errors = errorsOf(prepared)
  if (errors.length === 0) return null
  try {
    return await setAside(listing, errors, good !== null && good.unread === 0 ? good : null, world)
  } catch (error) {
    if (unsettled(error) === null) throw error
    return null
  }
}

async function showEarly(listing: Listed, world: World, early: Early): Promise<void> {
  const first = readFirst(listing.homes, world, early.first)
  if (first === null) return
  const part = goodOf({ prepared: await prepareListed(listing, world, first), world })
  if (part !== null) early.show({ ...part, unread: listing.homes.documents.size - first.size })
}

/** What is good with this file (a path of the disk) as it is now, if that can be had without the whole; never throws. */
export async function attemptOne(file: string, good: Good, open: () => World): Promise<Good | null> {
  const source = good.sources.all.find(({ disk }) => disk === file)
  if (source === undefined) return null
  try {
    const world = open()
    const made = await prepareOne(good, good, source, world)
    return made === null ? null : { ...good, ...made, world }
  } catch {
    // Whatever it is, the whole will meet it too and tell of it.
    return null
  }
}

/** A preparation with what was shown ahead of it on top: these files were saved while it went on. */
export async function withSaved(made: Attempt, files: readonly string[]): Promise<Attempt> {
  let good = goodOf(made)
  if (good === null || !('prepared' in made)) return made
  for (const file of files) good = (await attemptOne(file, good, () => made.world)) ?? good
  return { ...made, prepared: { ...made.prepared, plan: good.plan, sources: good.sources } }
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
