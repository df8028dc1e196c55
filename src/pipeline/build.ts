import { ALL_TOLD, diagnose, hasErrors, inReadingOrder, type Located, type Untold } from '../core/diagnostic.ts'
import { sourcePath } from '../core/path.ts'
import type { Plan, Sink, SinkReport } from '../core/plan.ts'
import type { Site } from '../core/site.ts'
import { makeJobs, WEIGHTLESS, type Weight } from './make.ts'
import { type Prepared, prepare } from './prepare.ts'
import type { Theme } from './render.ts'
import { brokenPhotos, faultsOfTemplates, oncePerSpot } from './trial.ts'
import { SourceChanged, Unreadable, type World } from './world.ts'

export type { Weight } from './make.ts'
export { type Prepared, prepare } from './prepare.ts'

/** What a build did, in counts that do not flake. */
export interface Report {
  readonly ok: boolean
  readonly diagnostics: readonly Located[]
  /** What is not among them. */
  readonly untold: Untold
  readonly site: Site | null
  readonly plan: Plan | null
  /** The templates it was made with; null if an error stopped it. */
  readonly theme: Theme | null
  /** Pages rendered and photos asked for this time; the rest was there already. */
  readonly rendered: number
  readonly photos: number
  readonly weight: Weight
  readonly files: SinkReport
}

const NOTHING: SinkReport = { made: [], changed: [], kept: 0, removed: [] }
const TRIES = 3

/**
 * prepare → render → write. Nothing is put anywhere unless the plan stands; nothing is published unless all was made. ready: called
 * when it was, before any of it is published; where it throws, nothing is.
 */
export async function build(
  world: World,
  openSink: () => Sink,
  ready: (plan: Plan) => void = () => undefined,
): Promise<Report> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const prepared = await prepare(world)
      if (prepared.plan === null) {
        const tried = [...(await faultsOfTemplates(prepared, world)), ...(await brokenPhotos(prepared, world))]
        return stopped(prepared, inReadingOrder([...prepared.diagnostics, ...tried]))
      }
      return await make(prepared, world, openSink(), ready)
    } catch (error) {
      if (error instanceof Unreadable) return stopped(NOTHING_KNOWN, [refusedRead(error)])
      if (!(error instanceof SourceChanged)) throw error
      if (attempt < TRIES) continue
      const problem = { file: null, diagnostic: diagnose('source/changing', { path: error.path }) }
      return stopped(NOTHING_KNOWN, [problem])
    }
  }
}

const NOTHING_KNOWN = { site: null, plan: null, untold: ALL_TOLD }

/** A file that was known when it was listed, and could not be read when its bytes were wanted. */
const refusedRead = ({ path, code }: Unreadable): Located => ({
  file: sourcePath(path),
  diagnostic: diagnose('file/unreadable', { reason: code }),
})

const stopped = (
  { site, plan, untold }: Pick<Prepared, 'site' | 'plan' | 'untold'>,
  diagnostics: readonly Located[],
): Report => ({
  ok: false,
  diagnostics,
  untold,
  site,
  plan,
  theme: null,
  rendered: 0,
  photos: 0,
  weight: WEIGHTLESS,
  files: NOTHING,
})

/** Makes what the sink does not hold yet, and publishes it if all of it could be made. */
async function make(prepared: Prepared, world: World, sink: Sink, ready: (plan: Plan) => void): Promise<Report> {
  const { plan, theme } = prepared
  if (plan === null || theme === null) throw new Error('nothing to make')
  try {
    const wanted = plan.jobs.filter((job) => !sink.holds(job.path, job.digest))
    const { problems, photos, pages, weight } = await makeJobs(wanted, { ...prepared, theme }, world, sink)
    const diagnostics = inReadingOrder([...prepared.diagnostics, ...oncePerSpot(problems)])
    if (hasErrors(diagnostics)) {
      await sink.abandon()
      return stopped(prepared, diagnostics)
    }
    ready(plan)
    await world.progress({ phase: 'publishing', done: 0, total: wanted.length })
    const files = await world.timed('publish', null, () => sink.finish(plan.jobs.map(({ path }) => path)))
    const { site, untold } = prepared
    return { ok: true, diagnostics, untold, site, plan, theme, rendered: pages, photos, weight, files }
  } catch (error) {
    await sink.abandon()
    throw error
  }
}
