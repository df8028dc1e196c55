import { hasErrors, type Located } from '../core/diagnostic.ts'
import { digestBytes } from '../core/digest.ts'
import type { OutputPath, SourcePath } from '../core/path.ts'
import type { Job, Plan } from '../core/plan.ts'
import type { Sources } from '../core/source.ts'
import type { Prepared } from '../pipeline/build.ts'
import type { Means } from '../pipeline/prepare.ts'
import type { Theme } from '../pipeline/render.ts'
import type { World } from '../pipeline/world.ts'

/** A preparation without errors, and the world it was made in. */
export interface Good {
  readonly plan: Plan
  readonly theme: Theme
  readonly sources: Sources
  readonly world: World
  /** With which one bulletin can be prepared again by itself. */
  readonly means: Means
  /** So many documents are still to be read: no page says anything of them. */
  readonly unread: number
}

/** What can be shown beside errors. */
export interface Aside {
  readonly good: Good
  /** Files that stand in it as they were when all was right, or not at all. */
  readonly files: ReadonlySet<SourcePath>
}

/** What there is to show at one moment. */
export interface Current {
  /** The newest preparation without errors, if need be with faulty documents as they were before (aside.ts); null as long as there was none. */
  readonly good: Good | null
  /** The files that it has as they were before: all others are as they are now. null: there are none, or all of it may be older. */
  readonly aside: ReadonlySet<SourcePath> | null
  /** The errors of the newest preparation; [] if it is the good one as it is, or nothing is missing in it but what is still copied. */
  readonly problems: readonly Located[]
  /** What will be no error if the picture it is about comes in whole: it is waited for, and its document stands aside. */
  readonly copying: readonly Located[]
  /** Its warnings: what `check` says before it looks at rendered pages. */
  readonly warnings: readonly Located[]
  /** Addresses that readers would lose by it: `build` would stop with these, a preview of drafts goes on. */
  readonly lost: readonly Located[]
  /** What the newest preparation broke on, if that is nobody's mistake (a bug, a broken machine); else null. */
  readonly bug: unknown
  /** Grows whenever anything a browser shows has changed; 0 before the first preparation is over. */
  readonly revision: number
}

/** How one preparation ended. */
export type Attempt =
  /** aside: with errors, what can be shown of the newest without the documents that have them. */
  | { readonly prepared: Prepared; readonly world: World; readonly aside?: Aside | null }
  | { readonly problem: Located }
  | { readonly bug: unknown }

/** Before anything was prepared. */
export const NOTHING: Current = {
  good: null,
  aside: null,
  problems: [],
  copying: [],
  warnings: [],
  lost: [],
  bug: null,
  revision: 0,
}

/**
 * What there is to show after an attempt; the revision stays if a browser would see no difference. follows: the page that
 * changed was shown ahead, and what else comes of that is no news of its own, unless there are other problems. copied: which of the
 * errors are of pictures that are still being copied.
 */
export function after(before: Current, attempt: Attempt, copied: readonly Located[], follows = false): Current {
  const bug = 'bug' in attempt ? (attempt.bug ?? 'unknown') : null
  // What was shown of the newest before all was read is no state of the portal to go back to.
  const beside = asideOf(attempt)
  const aside = beside?.files ?? null
  const good = goodOf(attempt) ?? beside?.good ?? (before.good?.unread === 0 ? before.good : null)
  // Where there is nothing to show beside them they are all there is to be said.
  const copying = good === null ? [] : copied
  const problems = problemsOf(attempt).filter((problem) => !copying.includes(problem))
  const warnings = 'prepared' in attempt ? warningsOf(attempt.prepared) : before.warnings
  const lost = 'prepared' in attempt ? attempt.prepared.lost : before.lost
  const shown = follows ? { ...before, good } : before
  const same =
    before.revision > 0 &&
    printOf({ good, aside, problems, copying, bug }) === printOf(shown) &&
    (follows || areSame(warnings, before.warnings)) &&
    areSame(lost, before.lost)
  return { good, aside, problems, copying, warnings, lost, bug, revision: before.revision + (same ? 0 : 1) }
}

/** The same with what can be shown ahead of the whole. */
export const ahead = (before: Current, good: Good): Current => ({ ...before, good, revision: before.revision + 1 })

/** How many pages are new or other than before. */
export function pagesChanged(before: Good | null, now: Good | null): number {
  if (now === null) return 0
  const known = new Set(before?.plan.jobs.map(({ path, digest }) => `${path} ${digest}`))
  return now.plan.jobs.filter(({ kind, path, digest }) => kind === 'page' && !known.has(`${path} ${digest}`)).length
}

/** The outputs of a plan by path. */
export function jobsOf(plan: Plan): ReadonlyMap<OutputPath, Job> {
  const known = jobs.get(plan)
  if (known !== undefined) return known
  const byPath = new Map(plan.jobs.map((job) => [job.path, job]))
  jobs.set(plan, byPath)
  return byPath
}

const jobs = new WeakMap<Plan, ReadonlyMap<OutputPath, Job>>()

/** What an attempt has to show; null where there are errors. */
export function goodOf(attempt: Attempt): Good | null {
  if (!('prepared' in attempt)) return null
  const { prepared, world } = attempt
  const { plan, theme, sources, means } = prepared
  if (plan === null || theme === null || means === null || hasErrors(prepared.diagnostics)) return null
  return { plan, theme, sources, world, means, unread: 0 }
}

const asideOf = (attempt: Attempt): Aside | null => ('prepared' in attempt ? (attempt.aside ?? null) : null)

/** What stops a build. */
export const errorsOf = ({ diagnostics }: Pick<Prepared, 'diagnostics'>): readonly Located[] =>
  diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error')

function problemsOf(attempt: Attempt): readonly Located[] {
  if ('bug' in attempt) return []
  if ('problem' in attempt) return [attempt.problem]
  return errorsOf(attempt.prepared)
}

const warningsOf = ({ diagnostics }: Prepared): readonly Located[] =>
  diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'warning')

const plans = new WeakMap<Plan, string>()

type Printed = Pick<Current, 'good' | 'aside' | 'problems' | 'copying' | 'bug'>

function printOf({ good, aside, problems, copying, bug }: Printed): string {
  const older = aside === null ? null : [...aside]
  const broken = bug === null ? null : String(bug)
  return JSON.stringify([good === null ? null : planPrint(good.plan), older, problems, copying, broken])
}

/** Whether the same is said: of documents that did not change by the same objects, and of those there are thousands. */
const areSame = (some: readonly Located[], others: readonly Located[]): boolean =>
  some.length === others.length &&
  some.every(({ file, diagnostic }, at) => {
    const other = others[at]
    return (
      file === other?.file &&
      (diagnostic === other.diagnostic || JSON.stringify(diagnostic) === JSON.stringify(other.diagnostic))
    )
  })

function planPrint(plan: Plan): string {
  const known = plans.get(plan)
  if (known !== undefined) return known
  const print = digestBytes(plan.jobs.map(({ path, digest }) => `${path} ${digest}`).join('\n'))
  plans.set(plan, print)
  return print
}
