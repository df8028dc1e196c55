import { diagnose, hasErrors, inReadingOrder, type Located } from '../core/diagnostic.ts'
import { groupBy } from '../core/group.ts'
import type { Job, PhotoJob, Plan, Sink, SinkReport } from '../core/plan.ts'
import type { Site } from '../core/site.ts'
import type { Stage } from '../core/step.ts'
import { type Prepared, prepare } from './prepare.ts'
import type { Theme } from './render.ts'
import { bytesOf, renderJob, renderPhotos } from './render-job.ts'
import { faultsOfTemplates, oncePerSpot } from './trial.ts'
import { SourceChanged, type World } from './world.ts'

export { type Prepared, prepare } from './prepare.ts'

/** Those photos in bytes: as they were taken, and what readers load who see each at its largest, in the lightest format. */
export interface Weight {
  readonly taken: number
  readonly shown: number
}

/** What a build did, in counts that do not flake. */
export interface Report {
  readonly ok: boolean
  readonly diagnostics: readonly Located[]
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

const WEIGHTLESS: Weight = { taken: 0, shown: 0 }
const NOTHING: SinkReport = { made: [], changed: [], kept: 0, removed: [] }
const TRIES = 3

/** prepare → render → write. Nothing is put anywhere unless the plan stands; nothing is published unless all was made. */
export async function build(world: World, openSink: () => Sink): Promise<Report> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const prepared = await prepare(world)
      if (prepared.plan === null)
        return stopped(
          prepared,
          inReadingOrder([...prepared.diagnostics, ...(await faultsOfTemplates(prepared, world))]),
        )
      return await make(prepared, world, openSink())
    } catch (error) {
      if (!(error instanceof SourceChanged)) throw error
      if (attempt < TRIES) continue
      const problem = { file: null, diagnostic: diagnose('source/changing', { path: error.path }) }
      return stopped({ site: null, plan: null }, [problem])
    }
  }
}

const stopped = ({ site, plan }: Pick<Prepared, 'site' | 'plan'>, diagnostics: readonly Located[]): Report => ({
  ok: false,
  diagnostics,
  site,
  plan,
  theme: null,
  rendered: 0,
  photos: 0,
  weight: WEIGHTLESS,
  files: NOTHING,
})

/** Renders what the sink does not hold yet: photos a few at a time, then pages in order. */
async function make(prepared: Prepared, world: World, sink: Sink): Promise<Report> {
  const { plan, theme, sources } = prepared
  if (plan === null || theme === null) throw new Error('nothing to make')
  try {
    const problems: Located[] = []
    const wanted = plan.jobs.filter((job) => !sink.holds(job.path, job.digest))
    const photos = groupBy(
      wanted.filter((job): job is PhotoJob => job.kind === 'photo'),
      ({ source }) => source,
    )
    const others = wanted.filter((job) => job.kind !== 'photo')
    const one = async (job: Job) => {
      const rendered = await world.timed(stageOf(job), whatOf(job), () => renderJob(job, sources, theme, world))
      if ('problem' in rendered) problems.push(rendered.problem)
      else await world.timed('write', null, () => sink.put(job.path, job.digest, job.phase, rendered.bytes))
    }
    let done = 0
    let weight = WEIGHTLESS
    await world.each([...photos], async ([source, jobs]) => {
      const rendered = await world.timed('photos', source, () => renderPhotos(jobs, sources, world))
      if ('problem' in rendered) problems.push(rendered.problem)
      else {
        for (const [index, job] of jobs.entries())
          await sink.put(job.path, job.digest, job.phase, bytesOf(rendered.all, index))
        weight = {
          taken: weight.taken + (sources.byPath.get(source)?.size ?? 0),
          shown: weight.shown + shownOf(jobs, rendered.all),
        }
      }
      done += 1
      await world.progress({ phase: 'photos', done, total: photos.size })
    })
    for (const [index, job] of others.entries()) {
      if (index % 100 === 0) await world.progress({ phase: 'rendering', done: index, total: others.length })
      await one(job)
    }
    const diagnostics = inReadingOrder([...prepared.diagnostics, ...oncePerSpot(problems)])
    if (hasErrors(diagnostics)) {
      await sink.abandon()
      return stopped(prepared, diagnostics)
    }
    await world.progress({ phase: 'publishing', done: 0, total: wanted.length })
    const files = await world.timed('publish', null, () => sink.finish(plan.jobs.map(({ path }) => path)))
    const pages = others.filter(({ kind }) => kind === 'page').length
    return {
      ok: true,
      diagnostics,
      site: prepared.site,
      plan,
      theme,
      rendered: pages,
      photos: photos.size,
      weight,
      files,
    }
  } catch (error) {
    await sink.abandon()
    throw error
  }
}

const STAGES: Readonly<Record<Job['kind'], Stage>> = {
  page: 'render',
  data: 'render',
  photo: 'photos',
  poster: 'photos',
  copy: 'copy',
  search: 'search',
}
const stageOf = ({ kind }: Job): Stage => STAGES[kind]

/** Pages by their template: a slow one is slow on all of them. */
const whatOf = (job: Job): string | null => (job.kind === 'page' ? job.template : job.of)

/** The bytes of the lightest of the largest variants. */
function shownOf(jobs: readonly PhotoJob[], all: readonly Uint8Array[]): number {
  const whole = jobs.filter(({ recipe }) => !recipe.crop)
  const widest = Math.max(...whole.map(({ recipe }) => recipe.width))
  const sizes = jobs.flatMap(({ recipe }, number) =>
    !recipe.crop && recipe.width === widest ? [bytesOf(all, number).length] : [],
  )
  return sizes.length === 0 ? 0 : Math.min(...sizes)
}
