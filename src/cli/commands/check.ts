import { relative, resolve, sep } from 'node:path'
import { type Diagnostic, diagnose, hasErrors } from '../../core/diagnostic.ts'
import type { Command } from '../command.ts'
import { isThere } from '../disk.ts'
import { isOn } from '../options.ts'
import { only } from '../report.ts'
import { formatAnnotation } from '../report/github.ts'
import { formatJson } from '../report/json.ts'
import { type Setup, setUp } from '../setup.ts'
import { exitOf, type Shell } from '../shell.ts'

/** Finds everything that is wrong: the content, then every page and picture, made and thrown away. */
export const check: Command = {
  name: 'check',
  takes: [{ name: 'paths', kind: 'rest' }],
  options: ['root', 'now', 'drafts', 'baseUrl', 'strict', 'github', 'thorough', 'json'],
  async run(shell, args, options) {
    const setup = setUp(shell, options)
    if ('code' in setup) return shell.refuse(setup)
    const paths = pathsOf(args, setup, shell)
    if ('code' in paths) return shell.refuse(paths)
    const { rehearse } = await import('../publish.ts')
    const { outcome, linesOf } = await rehearse(shell, setup)
    const shown = outcome.diagnostics.filter(({ file }) => file === null || paths.some((path) => covers(path, file)))
    const [errors, warnings, hints] = (['error', 'warning', 'hint'] as const).map((s) => only(shown, s).length)
    const stopped = isOn(options, 'strict') && (warnings ?? 0) > 0
    const { report } = shell.labels
    if (shell.json) {
      const ok = !hasErrors(shown) && !stopped
      shell.print(formatJson({ ...outcome, diagnostics: shown, ok }, shell.language))
    } else {
      if (isOn(options, 'github')) annotate(shell, shown, setup.root)
      else shell.show(shown, 'out', linesOf)
      const { bulletins, pages, ms } = outcome.stats
      const counts = { errors: errors ?? 0, warnings: warnings ?? 0, hints: hints ?? 0 }
      shell.print(report.checked({ bulletins, pages, ms, ...counts }))
      if (stopped) shell.note(report.strict(counts.warnings))
    }
    return exitOf(shown) || (stopped ? 1 : 0)
  },
}

const covers = (path: string, file: string): boolean => path === '' || file === path || file.startsWith(`${path}/`)

/** Paths as sources have them; no path is the whole portal. One that is not there is a slip, not a clean bill. */
function pathsOf(args: readonly string[], { root }: Setup, { machine }: Shell): readonly string[] | Diagnostic {
  const typed = args.map((arg) => arg.replaceAll('\\', '/'))
  const missing = typed.find((arg) => !isThere(resolve(machine.cwd, arg)) && !isThere(resolve(root, arg)))
  if (missing !== undefined)
    return diagnose('usage/option-argument', { name: 'paths', given: missing, expected: 'content/bulletins/2023' })
  if (typed.length === 0) return ['']
  return typed.map((arg) => {
    const disk = isThere(resolve(machine.cwd, arg)) ? resolve(machine.cwd, arg) : resolve(root, arg)
    return relative(root, disk).split(sep).join('/').normalize('NFC')
  })
}

/** On GitHub paths count from the checkout, in which the portal may be a folder. */
function annotate({ machine, language, print }: Shell, shown: Parameters<typeof only>[0], root: string): void {
  const way = machine.env.GITHUB_WORKSPACE === undefined ? '' : relative(machine.env.GITHUB_WORKSPACE, root)
  const prefix = way === '' || way.startsWith('..') ? '' : `${way.split(sep).join('/')}/`
  for (const located of shown) print(formatAnnotation(located, language, prefix))
}
