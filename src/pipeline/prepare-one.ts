import type { Bulletin } from '../core/bulletin.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Job, Plan } from '../core/plan.ts'
import type { Site } from '../core/site.ts'
import type { Source, Sources } from '../core/source.ts'
import { newestFirst, stateOf } from './model.ts'
import { bulletinAlone } from './plan/bulletins.ts'
import type { Prepared } from './prepare.ts'
import { admit } from './validate/admit.ts'
import type { Context } from './validate/context.ts'
import type { World } from './world.ts'

/** A plan in which the outputs of one bulletin are new, and the sources they are made from. */
export interface Ahead {
  readonly plan: Plan
  readonly sources: Sources
}

/**
 * The outputs of one bulletin as its file is now, planned again by themselves; all others as they were: for who looks at that
 * page while the whole is prepared, which always follows. null where it is not so simple: the file is no bulletin of the
 * plan, something in it is wrong, or it changed its place among the others.
 */
export async function prepareOne(
  { means }: Pick<Prepared, 'means'>,
  { plan, sources }: Ahead,
  source: Source,
  world: World,
): Promise<Ahead | null> {
  if (means === null) return null
  const { desk, context } = means
  const place = placesOf(desk.site).get(source.path)
  const standing = place === undefined ? undefined : desk.site.standings[place]
  const now = world.door.look(source)
  if (place === undefined || standing === undefined || now === null) return null
  if (sources.byPath.get(source.path)?.digest === now.digest) return { plan, sources }
  const bulletin = admitted(now, { ...context, read: world.steps.document.run })
  if (bulletin === null || !staysAt(standing.bulletin, bulletin)) return null
  if (stateOf(bulletin, world.now) !== standing.state) return null
  return {
    plan: { ...plan, jobs: withThese(plan.jobs, bulletinAlone(desk, place, bulletin)) },
    sources: {
      all: sources.all.map((one) => (one.path === now.path ? now : one)),
      byPath: new Map(sources.byPath).set(now.path, now),
    },
  }
}

const isSound = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.every(({ severity }) => severity !== 'error')

function admitted(source: Source, context: Context): Bulletin | null {
  const home = context.homes.documents.get(source.path)
  if (home === undefined) return null
  const { document, read, diagnostics } = admit({ ...home, source }, context)
  return document?.kind === 'bulletin' && isSound(read) && isSound(diagnostics) ? document : null
}

/** Whether a bulletin is still found where it was: by its address, and between the same others. */
const staysAt = (before: Bulletin, now: Bulletin): boolean =>
  now.address === before.address && now.category === before.category && newestFirst(before, now) === 0

/** Jobs with others in the place of those that have their paths; those that are new come first. */
function withThese(jobs: readonly Job[], own: readonly Job[]): readonly Job[] {
  const left = new Map(own.map((job) => [job.path, job]))
  const all = jobs.map((job) => {
    const other = left.get(job.path)
    if (other === undefined) return job
    left.delete(job.path)
    return other
  })
  return left.size === 0 ? all : [...left.values(), ...all]
}

const places = new WeakMap<Site, ReadonlyMap<string, number>>()

/** Where each bulletin stands, by its source: gone through once for each site. */
function placesOf(site: Site): ReadonlyMap<string, number> {
  const known = places.get(site) ?? new Map(site.standings.map(({ bulletin }, place) => [bulletin.source, place]))
  places.set(site, known)
  return known
}
