import type { Located, Severity } from '../core/diagnostic.ts'
import type { LeftOut } from '../messages/labels.ts'
import { inWords } from './outcome.ts'
import type { LinesOf } from './report/problem.ts'
import type { Outcome } from './report/run.ts'
import { visible } from './report/width.ts'
import type { Shell } from './shell.ts'
import type { Verdict } from './verify.ts'

/** How many bulletins that are left out are named without --verbose. */
const NAMED = 20

/**
 * What a build wrote: into which folder (null: nowhere), and whether the book of addresses too; verdict, what comparing
 * it with a build from nothing came to. Only what was published is compared, so a verdict says that it was.
 */
export interface Written {
  readonly folder: string | null
  readonly book: boolean
  readonly verdict: Verdict | null
  /** The comparison made pictures again too. */
  readonly pictures: boolean
}

/**
 * Tells what a build did: errors in full, warnings of the content as a number (`check` shows them), those of
 * the machine in full (`check` may never meet them), what is left out and when something is due.
 */
export async function reportBuild(shell: Shell, outcome: Outcome, linesOf: LinesOf, written: Written): Promise<void> {
  const { report } = shell.labels
  const { diagnostics } = outcome
  const published = outcome.ok || written.verdict !== null
  await shell.show(only(diagnostics, 'error'), 'err', linesOf)
  if (published) reportMade(shell, outcome, written)
  else shell.machine.stderr.write(`${report.failed(only(diagnostics, 'error').length)}\n`)
  const warnings = only(diagnostics, 'warning')
  const ofContent = warnings.filter(({ file }) => file !== null).length + outcome.unlisted
  const ofMachine = warnings.filter(({ file }) => file === null)
  if (!shell.quiet) await shell.show(ofMachine, 'err', linesOf)
  if (ofContent > 0) shell.note(report.warnings(ofContent))
  if (published) reportWaiting(shell, outcome)
  if (written.verdict !== null) reportVerdict(shell, written.verdict, written.pictures)
}

/** What is in the published folder now, in counts. */
function reportMade(shell: Shell, { stats, ok }: Outcome, { folder, book }: Written): void {
  const { report } = shell.labels
  const files = { ...stats, made: stats.made + stats.changed }
  shell.print(folder === null ? report.dryRun(files) : report.built(files))
  if (files.made + files.removed > 0) {
    if (folder !== null) shell.note(report.writtenTo(folder))
  } else if (ok) shell.note(report.nothingChanged)
  if (stats.shrunk > 0) shell.note(report.shrunk(stats.shrunk, stats.shrunkFrom, stats.shrunkTo))
  if (stats.addressesMoved > 0) shell.note(report.moved(stats.addressesMoved))
  if (book && stats.addresses > 0 && stats.addresses === stats.addressesAdded)
    shell.note(report.bookBegun(stats.addresses))
}

/** Whether what is published is what a build from nothing gives; where it is not, as an error in spite of --quiet. */
function reportVerdict(shell: Shell, { files, differing, diagnostics }: Verdict, pictures: boolean): void {
  const { report } = shell.labels
  if (diagnostics.length === 0) shell.print(report.verified(files, pictures))
  else shell.machine.stderr.write(`${files === 0 ? report.uncompared : report.differing(differing.length, files)}\n`)
}

/** What has no page yet, and when that changes. */
function reportWaiting(shell: Shell, { excluded, nextDue }: Outcome): void {
  const { report } = shell.labels
  if (excluded.length > 0) shell.note(report.leftOutHeading(excluded.length))
  for (const item of shell.verbose ? excluded : excluded.slice(0, NAMED))
    shell.note(`  ${report.leftOut(leftOutOf(item))}`)
  if (!shell.verbose && excluded.length > NAMED) shell.note('  …')
  if (nextDue !== null) shell.note(report.nextDue(inWords(nextDue)))
}

/** A bulletin that is left out, in words. */
export const leftOutOf = ({ file, state, at }: Outcome['excluded'][number]): LeftOut => ({
  source: visible(file),
  state,
  when: at === null ? null : inWords(at),
})

/** The problems of one severity. */
export const only = (diagnostics: readonly Located[], severity: Severity): readonly Located[] =>
  diagnostics.filter(({ diagnostic }) => diagnostic.severity === severity)
