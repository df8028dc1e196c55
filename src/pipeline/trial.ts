import type { Located } from '../core/diagnostic.ts'
import { groupBy } from '../core/group.ts'
import type { SourcePath } from '../core/path.ts'
import type { PageJob, PhotoJob, Plan } from '../core/plan.ts'
import { photoJobs } from './plan/photos.ts'
import type { Prepared } from './prepare.ts'
import { renderJob, renderPhotos } from './render-job.ts'
import type { World } from './world.ts'

/** Pages of one template that are tried: what is wrong with a template shows in the first ones. */
const TRIED = 20

/** Photos that are tried: more than anybody adds in a day, and of a portal of thousands no more than a few seconds' worth. */
const TRIED_PHOTOS = 200

/**
 * What only rendering can tell of templates, of a portal that something else keeps from being made: so that whoever mends it reads
 * of all faults in one run. Pages of documents with faults of their own are left alone, and nothing is put anywhere.
 */
export async function faultsOfTemplates(prepared: Prepared, world: World): Promise<readonly Located[]> {
  const { stopped, theme, sources, diagnostics } = prepared
  if (stopped === null || theme === null) return []
  const faulty = new Set(
    diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error').map(({ file }) => file),
  )
  const found: Located[] = []
  for (const job of triedOf(stopped, faulty)) {
    const rendered = await renderJob(job, sources, theme, world)
    if ('problem' in rendered) found.push(rendered.problem)
  }
  return oncePerSpot(found)
}

/**
 * Photos that are broken inside, of a portal that something else keeps from being made: only decoding tells. One variant of each is
 * asked for, the smallest, which is kept: what was made before is not decoded, and nothing twice for the same news.
 */
export async function brokenPhotos(prepared: Prepared, world: World): Promise<readonly Located[]> {
  const photos = triedPhotos(prepared)
  const found = new Map<SourcePath, Located>()
  await world.each(photos, async ([source, variants]) => {
    const least = variants.toSorted((a, b) => a.recipe.width - b.recipe.width).slice(0, 1)
    const made = await world.timed('photos', source, () => renderPhotos(least, prepared.sources, world))
    if ('problem' in made) found.set(source, made.problem)
  })
  return photos.flatMap(([source]) => found.get(source) ?? [])
}

/** With their variants: first those of documents with faults of their own, which are being worked on, then the newest. */
function triedPhotos({ stopped, broken, site }: Prepared): readonly (readonly [SourcePath, readonly PhotoJob[]])[] {
  if (stopped === null || site === null) return []
  const beside = broken.flatMap((document) =>
    document.photos.flatMap((photo) => photoJobs(site, document, photo, false)),
  )
  const planned = stopped.jobs.filter((job): job is PhotoJob => job.kind === 'photo')
  return [...groupBy([...beside, ...planned], ({ source }) => source)].slice(0, TRIED_PHOTOS)
}

function triedOf(plan: Plan, faulty: ReadonlySet<SourcePath | null>): readonly PageJob[] {
  const pages = plan.jobs.filter(
    (job): job is PageJob => job.kind === 'page' && (job.of === null || !faulty.has(job.of)),
  )
  return [...groupBy(pages, ({ template }) => template).values()].flatMap((alike) => alike.slice(0, TRIED))
}

/** One template fault met on a thousand pages is one fault: the first page stands for all. Pictures that are named at one place are each their own. */
export function oncePerSpot(problems: readonly Located[]): readonly Located[] {
  const seen = new Set<string>()
  return problems.filter(({ file, diagnostic: { code, place, params } }) => {
    const what = code.startsWith('template/') ? '' : JSON.stringify(params)
    const key = `${code} ${file} ${place?.line} ${place?.column} ${what}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
