import type { Command } from '../command.ts'
import { isOn } from '../options.ts'
import { formatJson } from '../report/json.ts'
import { reportBuild } from '../report.ts'
import { setUp, shortPath } from '../setup.ts'
import { exitOf } from '../shell.ts'

/** Makes the portal and publishes it into a folder. */
export const build: Command = {
  name: 'build',
  takes: [],
  options: ['root', 'out', 'now', 'drafts', 'baseUrl', 'dryRun', 'thorough', 'threads', 'json'],
  async run(shell, _args, options) {
    const setup = setUp(shell, options)
    if ('code' in setup) return shell.refuse(setup)
    const { publish } = await import('../publish.ts')
    const dryRun = isOn(options, 'dryRun')
    const done = await publish(shell, setup, dryRun)
    if ('code' in done) return shell.refuse(done)
    const { outcome, linesOf } = done
    if (shell.json) shell.print(formatJson(outcome, shell.language))
    else reportBuild(shell, outcome, linesOf, dryRun ? null : shortPath(setup.out, shell.machine.cwd))
    return exitOf(outcome.diagnostics)
  },
}
