import { applyFixes, type Fixable, findFixable } from '../authoring/fix.ts'
import { nfc } from '../text/normalize.ts'
import { visible } from './report/width.ts'
import { covers } from './scope.ts'
import type { Setup } from './setup.ts'
import type { Shell } from './shell.ts'

/** What to do with documents that can be put right. */
export type FixMode = 'fix' | 'show' | 'count'

/** Puts right what is safe, showing each change; or (show) only shows it, or (count) only says how many files it concerns. */
export function fix(shell: Shell, { root }: Setup, paths: readonly string[], mode: FixMode): readonly string[] {
  const fixes = findFixable(root, (file) => paths.some((path) => covers(path, file)))
  const { report } = shell.labels
  if (mode === 'count') {
    if (fixes.length > 0) shell.note(report.canFix(fixes.length))
    return []
  }
  if (!shell.json) for (const one of fixes) showChanges(shell, one)
  if (mode === 'fix') applyFixes(root, fixes)
  shell.note(mode === 'fix' ? report.fixed(fixes.length) : report.wouldFix(fixes.length))
  return fixes.map(({ file }) => file)
}

function showChanges({ machine, paint: { out }, labels }: Shell, { file, changes }: Fixable): void {
  // Marks that were typed apart from their letters look the same before and after: how many lines says all there is to see.
  const seen = changes.filter(({ before, after }) => before === null || nfc(before) !== after)
  const unseen = changes.length - seen.length
  const lines = seen.flatMap(({ line, before, after }) => [
    out.faint(`@@ ${line} @@`),
    ...(before === null ? [] : [out.error(`-${visible(before)}`)]),
    out.hint(`+${visible(after)}`),
  ])
  machine.stdout.write(
    `${[out.strong(`--- ${visible(file)}`), out.strong(`+++ ${visible(file)}`), ...lines, ...(unseen === 0 ? [] : [out.faint(labels.report.composed(unseen))])].join('\n')}\n\n`,
  )
}
