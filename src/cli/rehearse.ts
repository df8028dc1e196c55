import { openAuditor } from '../audit/auditor.ts'
import { inReadingOrder, type Located } from '../core/diagnostic.ts'
import { openWorkshop } from './compose.ts'
import { type Done, make } from './make.ts'
import type { Setup } from './setup.ts'
import type { Shell } from './shell.ts'

/** Makes every page and picture, reads the pages as browsers would, and throws all away: for what goes wrong on the way. */
export async function rehearse(shell: Shell, setup: Setup): Promise<Done> {
  const workshop = openWorkshop(setup, shell.machine, true)
  const auditor = openAuditor()
  const done = await make(shell, setup, workshop, {
    openSink: () => auditor.sink,
    listed: true,
    onSuccess: (plan, theme) =>
      auditor.conclude(plan, { linesOf: workshop.linesOf, templatesOf: theme?.templatesOf ?? (() => []) }),
  })
  const diagnostics = inReadingOrder(done.outcome.diagnostics.filter(isNews(done.outcome.diagnostics)))
  return { ...done, outcome: { ...done.outcome, diagnostics } }
}

/** A link to a heading that is not there was told where its bulletin has it: not again of the page. */
const isNews =
  (said: readonly Located[]) =>
  ({ diagnostic: { code, params } }: Located): boolean => {
    if (code !== 'audit/dead-anchor' || !('source' in params)) return true
    const fragment = 'shown' in params ? params.shown.replace(/^[^#]*/, '') : ''
    return !said.some(
      ({ file, diagnostic: one }) =>
        file === params.source &&
        one.code === 'link/anchor' &&
        'href' in one.params &&
        one.params.href.endsWith(fragment),
    )
  }
