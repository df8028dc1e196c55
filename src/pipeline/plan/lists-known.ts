import { type Digest, digestBytes, digestOf } from '../../core/digest.ts'
import type { OutputPath, SourcePath } from '../../core/path.ts'
import type { Job, PageJob } from '../../core/plan.ts'
import { frontsIn } from './cards.ts'
import type { Desk } from './desk.ts'
import type { ListRow } from './list-row.ts'

/**
 * A planner of pages that say nothing of texts: it is asked only when the front of a bulletin, a standing page, the configuration or a
 * template has changed since it was asked last, or when one of its pages must be rendered. name: under which its pages are known.
 */
export const ofFronts =
  (name: string, planner: (desk: Desk) => readonly Job[]) =>
  (desk: Desk): readonly Job[] => {
    const key = frontsOf(desk)
    const known = desk.lists.get(name, key)
    if (known === undefined) {
      const jobs = planner(desk)
      const rows = jobs.flatMap((job): readonly ListRow[] =>
        job.kind === 'page' ? [[job.path, job.digest, job.phase, job.of, job.template, job.shows]] : [],
      )
      if (rows.length === jobs.length) desk.lists.set(name, key, rows)
      return jobs
    }
    // What it would have asked for is wanted again when it is asked.
    desk.keepCards()
    let found: ReadonlyMap<string, PageJob> | null = null
    const planned = (path: OutputPath): PageJob => {
      found ??= new Map(
        planner(desk).flatMap((job) => (job.kind === 'page' ? [[job.path as string, job] as const] : [])),
      )
      const page = found.get(path)
      if (page === undefined) throw new Error(`no page any more: ${path}`)
      return page
    }
    return known.map((row) => {
      desk.known.keep(row[0], key)
      return new KnownPage(row, planned)
    })
  }

/** A page whose planner was not asked yet. */
class KnownPage implements PageJob {
  readonly kind = 'page'
  readonly path: OutputPath
  readonly digest: Digest
  readonly phase: PageJob['phase']
  readonly of: SourcePath | null
  readonly template: string
  readonly shows: PageJob['shows']
  readonly #planned: (path: OutputPath) => PageJob
  constructor([path, digest, phase, of, template, shows]: ListRow, planned: (path: OutputPath) => PageJob) {
    this.path = path
    this.digest = digest
    this.phase = phase
    this.of = of
    this.template = template
    this.shows = shows
    this.#planned = planned
  }
  get view(): PageJob['view'] {
    return this.#planned(this.path).view
  }
  get bodies(): PageJob['bodies'] {
    return this.#planned(this.path).bodies
  }
}

const named = new WeakMap<Desk, Digest>()

/** Names all that lists are made of. */
function frontsOf(desk: Desk): Digest {
  const before = named.get(desk)
  if (before !== undefined) return before
  const { site, theme, templates } = desk
  const drawn = templates.map((template) => (theme.has(template) ? theme.digestOf(template) : '-'))
  const pages = site.pages.map((page) => digestOf(page))
  const made = digestBytes([desk.base, ...drawn, ...pages, ...frontsIn(site.standings)].join(' '))
  named.set(desk, made)
  return made
}
