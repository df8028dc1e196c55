import type { Located } from '../core/diagnostic.ts'
import { groupBy } from '../core/group.ts'
import type { SourcePath } from '../core/path.ts'
import type { Job, PageJob, PhotoJob, Sink } from '../core/plan.ts'
import type { Stage } from '../core/step.ts'
import type { Prepared } from './prepare.ts'
import type { Theme } from './render.ts'
import { bodyJson, bytesOf, renderJob, renderPhotos } from './render-job.ts'
import type { World } from './world.ts'

/** Photos in bytes: as they were taken, and what readers load who see each at its largest, in the lightest format. */
export interface Weight {
  readonly taken: number
  readonly shown: number
}

/** None. */
export const WEIGHTLESS: Weight = { taken: 0, shown: 0 }

/** What is known when everything that could be made is with the sink. */
export interface Made {
  readonly problems: readonly Located[]
  /** Sources of photos, and pages. */
  readonly photos: number
  readonly pages: number
  readonly weight: Weight
}

/** The plan's jobs are made by these. */
type Ready = Prepared & { readonly theme: Theme }

/** What making works with, and what it has come to so far. */
interface Making {
  readonly prepared: Ready
  readonly world: World
  readonly sink: Sink
  readonly problems: { readonly job: Job; readonly problem: Located }[]
  weight: Weight
  /** Sources of photos: how many there are, and how many are made. */
  readonly photos: number
  made: number
  /** Pages that are with the sink, or are known to be impossible. */
  readonly rendered: Set<PageJob>
  /** Something was thrown: nothing new is begun. */
  failed: boolean
}

/** Puts these outputs into a sink. Pages are rendered while photos are encoded and the search index is built, which leaves the main thread idle. */
export async function makeJobs(wanted: readonly Job[], prepared: Ready, world: World, sink: Sink): Promise<Made> {
  const photos = [
    ...groupBy(
      wanted.filter((job): job is PhotoJob => job.kind === 'photo'),
      ({ source }) => source,
    ),
  ]
  const search = wanted.filter(({ kind }) => kind === 'search')
  const pages = wanted.filter((job): job is PageJob => job.kind === 'page')
  const others = wanted.filter(({ kind }) => kind !== 'photo' && kind !== 'search' && kind !== 'page')
  const making: Making = {
    prepared,
    world,
    sink,
    problems: [],
    weight: WEIGHTLESS,
    photos: photos.length,
    made: 0,
    rendered: new Set(),
    failed: false,
  }
  await together(making, [
    () => makePhotos(photos, making),
    () => makeSearch(search, making),
    () => makeOthers(others, making),
    // Last: where it is stopped by what failed elsewhere, that is told.
    () => makePages(pages, making),
  ])
  return {
    problems: inOrder(making.problems, wanted),
    photos: photos.length,
    pages: pages.length,
    weight: making.weight,
  }
}

/** What could not be made, as it was wanted: whatever was tried first by whom. */
function inOrder(problems: Making['problems'], wanted: readonly Job[]): readonly Located[] {
  if (problems.length === 0) return []
  const places = new Map(wanted.map((job, place) => [job, place]))
  const placeOf = (job: Job) => places.get(job) ?? 0
  return [...problems].sort((a, b) => placeOf(a.job) - placeOf(b.job)).map(({ problem }) => problem)
}

/** Waits for all works, also when one throws: nothing may be put any more when the sink is told to forget. */
async function together(making: Making, works: readonly (() => Promise<void>)[]): Promise<void> {
  const ends = await Promise.allSettled(
    works.map((work) =>
      work().catch((error: unknown) => {
        making.failed = true
        throw error
      }),
    ),
  )
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** A few photos at a time, each with all its variants. */
async function makePhotos(photos: readonly (readonly [SourcePath, readonly PhotoJob[]])[], making: Making) {
  const { world, sink, problems } = making
  const { sources } = making.prepared
  await world.each(photos, async ([source, jobs]) => {
    if (making.failed) return
    const rendered = await world.timed('photos', source, () => renderPhotos(jobs, sources, world))
    const [job] = jobs
    if ('problem' in rendered && job !== undefined) problems.push({ job, problem: rendered.problem })
    else if ('all' in rendered) {
      for (const [index, job] of jobs.entries())
        await sink.put(job.path, job.digest, job.phase, bytesOf(rendered.all, index))
      making.weight = {
        taken: making.weight.taken + (sources.byPath.get(source)?.size ?? 0),
        shown: making.weight.shown + shownOf(jobs, rendered.all),
      }
    }
    making.made += 1
    await world.progress({ phase: 'photos', done: making.made, total: making.photos })
  })
}

/** The search index: where it is built elsewhere, pages are rendered meanwhile. */
async function makeSearch(search: readonly Job[], making: Making): Promise<void> {
  for (const job of search) {
    if (making.failed) return
    await makeOne(job, making)
  }
}

/** How many outputs are made before others have their turn: photos wait for theirs all the time. */
const TURN = { photos: 8, alone: 100 }

/** Everything else but pages, in order. */
async function makeOthers(others: readonly Job[], making: Making): Promise<void> {
  for (const [index, job] of others.entries()) {
    if (index % TURN.photos === 0) await told(index, others.length, making)
    if (making.failed) return
    await makeOne(job, making)
  }
}

/** Pages: many of them may be rendered elsewhere, and what was not is rendered here, in order. */
async function makePages(pages: readonly PageJob[], making: Making): Promise<void> {
  const { prepared, world, sink, rendered } = making
  const { sources, theme } = prepared
  await world.renderAhead(pages, {
    theme: theme.parts,
    body: (ref) => bodyJson(ref, sources, world),
    here: (job) => makeOne(job, making),
    take(job, bytes) {
      world.timed('write', null, () => sink.put(job.path, job.digest, job.phase, bytes))
      rendered.add(job)
    },
    async progress(done) {
      await told(done, pages.length, making)
      if (making.failed) throw new Error('something else could not be made')
    },
  })
  for (const [index, job] of pages.entries()) {
    if (making.failed) return
    if (rendered.has(job)) continue
    if (index % (making.made < making.photos ? TURN.photos : TURN.alone) === 0) await told(index, pages.length, making)
    await makeOne(job, making)
  }
}

/** Says how far it is: with the photos, as long as there are some to be made. */
async function told(done: number, total: number, { world, made, photos }: Making): Promise<void> {
  await world.progress(
    made < photos ? { phase: 'photos', done: made, total: photos } : { phase: 'rendering', done, total },
  )
}

async function makeOne(job: Job, { prepared, world, sink, problems, rendered: over }: Making): Promise<void> {
  const { sources, theme } = prepared
  if (job.kind === 'page') over.add(job)
  const rendered = await world.timed(stageOf(job), whatOf(job), () => renderJob(job, sources, theme, world))
  if ('problem' in rendered) problems.push({ job, problem: rendered.problem })
  else await world.timed('write', null, () => sink.put(job.path, job.digest, job.phase, rendered.bytes))
}

const STAGES: Readonly<Record<Job['kind'], Stage>> = {
  page: 'render',
  data: 'render',
  photo: 'photos',
  poster: 'photos',
  icon: 'photos',
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
