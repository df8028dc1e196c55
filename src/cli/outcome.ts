import { ALL_TOLD, hasErrors } from '../core/diagnostic.ts'
import type { Site, Standing } from '../core/site.ts'
import type { Report } from '../pipeline/build.ts'
import { isoOf, localOf } from '../text/day.ts'
import type { Excluded, Outcome } from './report/run.ts'

/** What the wrappers of the steps have counted. */
export interface Counts {
  readonly read: number
  readonly parsed: number
  readonly encoded: number
}

/** The report of a run that made nothing. */
export const NOTHING_BUILT: Report = {
  ok: true,
  diagnostics: [],
  untold: ALL_TOLD,
  site: null,
  plan: null,
  theme: null,
  rendered: 0,
  photos: 0,
  weight: { taken: 0, shown: 0 },
  files: { made: [], changed: [], kept: 0, removed: [] },
}

/** What is reported of a build: its report in counts, in the words of the contract. */
export function outcomeOf(report: Report, counts: Counts, ms: number): Outcome {
  const { site, plan, files } = report
  const jobs = plan?.jobs ?? []
  return {
    ok: report.ok && !hasErrors(report.diagnostics),
    diagnostics: report.diagnostics,
    unlisted: report.untold.warnings,
    whole: !report.untold.any,
    stats: {
      bulletins: site?.standings.length ?? 0,
      pages: jobs.filter(({ kind, path }) => kind === 'page' && path.endsWith('.html')).length,
      images: new Set(jobs.flatMap((job) => (job.kind === 'photo' ? [job.source] : []))).size,
      ...counts,
      rendered: report.rendered,
      shrunk: report.photos,
      shrunkFrom: report.weight.taken,
      shrunkTo: report.weight.shown,
      made: files.made.length,
      changed: files.changed.length,
      kept: files.kept,
      removed: files.removed.length,
      addresses: plan?.book.recorded ?? 0,
      addressesAdded: plan?.book.added ?? 0,
      addressesMoved: plan?.book.moved ?? 0,
      ms,
    },
    excluded: site === null ? [] : site.excluded.map((standing) => excludedOf(standing, site)),
    nextDue: site === null || site.nextDue === null ? null : isoAt(site.nextDue, site.config.timeZone),
  }
}

/** A bulletin that is left out, with the instant it will appear. */
export const excludedOf = ({ bulletin, state }: Standing, { config }: Site): Excluded => ({
  file: bulletin.source,
  state,
  at: state === 'scheduled' ? isoAt(bulletin.publishAt, config.timeZone) : null,
})

/** An instant for programs: `2023-01-13T16:20:00+07:00`. */
export function isoAt(instant: number, zone: string): string {
  const { day, time } = localOf(instant, zone)
  return isoOf(day, time, zone)
}

/** An ISO instant of a zone for people: `16:20, 13/01/2023`. */
export const inWords = (iso: string): string =>
  `${iso.slice(11, 16)}, ${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`
