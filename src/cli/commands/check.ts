import { hasErrors } from '../../core/diagnostic.ts'
import type { Command } from '../command.ts'
import { isOn } from '../options.ts'
import { only } from '../report.ts'
import { annotate, covers, pathsOf } from '../scope.ts'
import { setUp } from '../setup.ts'
import { exitOf } from '../shell.ts'

/** Finds everything that is wrong: the content, then every page and picture, made and thrown away. */
export const check: Command = {
  name: 'check',
  takes: [{ name: 'paths', kind: 'rest' }],
  options: ['root', 'now', 'drafts', 'baseUrl', 'strict', 'fix', 'dryRun', 'github', 'thorough', 'cacheDir', 'json'],
  async run(shell, args, options) {
    const setup = setUp(shell, options)
    if ('code' in setup) return shell.refuse(setup)
    const paths = pathsOf(args, setup, shell)
    if ('code' in paths) return shell.refuse(paths)
    const { fix } = await import('../fix.ts')
    const fixes = isOn(options, 'fix')
    const fixed = fixes ? fix(shell, setup, paths, isOn(options, 'dryRun') ? 'show' : 'fix') : []
    const { rehearse } = await import('../rehearse.ts')
    const { outcome, linesOf } = await rehearse(shell, setup)
    const shown = outcome.diagnostics.filter(({ file }) => file === null || paths.some((path) => covers(path, file)))
    const [errors, warnings, hints] = (['error', 'warning', 'hint'] as const).map((s) => only(shown, s).length)
    const stopped = isOn(options, 'strict') && (warnings ?? 0) > 0
    const { report } = shell.labels
    if (shell.json) {
      const ok = !hasErrors(shown) && !stopped
      await shell.document({ ...outcome, diagnostics: shown, ok }, fixes ? { fixed } : {})
    } else {
      if (isOn(options, 'github')) await annotate(shell, shown, setup.root)
      else await shell.show(shown, 'out', linesOf)
      const { pages, ms } = outcome.stats
      // Drafts were checked too, and so was what is not due yet.
      const bulletins = outcome.stats.bulletins + outcome.excluded.length
      const counts = { errors: errors ?? 0, warnings: warnings ?? 0, hints: hints ?? 0 }
      shell.print(report.checked({ bulletins, pages, ms, ...counts }))
      if (!fixes) fix(shell, setup, paths, 'count')
      if (stopped) shell.note(report.strict(counts.warnings))
    }
    return exitOf(shown) || (stopped ? 1 : 0)
  },
}
