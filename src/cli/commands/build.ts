import type { Command } from '../command.ts'
import { isOn, verificationOf } from '../options.ts'
import { reportProfile } from '../report/profile.ts'
import { reportBuild } from '../report.ts'
import { setUp, shortPath, writesBook } from '../setup.ts'
import { exitOf } from '../shell.ts'

/** Makes the portal and publishes it into a folder. */
export const build: Command = {
  name: 'build',
  takes: [],
  options: [
    'root',
    'out',
    'now',
    'drafts',
    'baseUrl',
    'dryRun',
    'thorough',
    'cacheDir',
    'threads',
    'verify',
    'profile',
    'json',
  ],
  async run(shell, _args, options) {
    const setup = setUp(shell, options)
    if ('code' in setup) return shell.refuse(setup)
    const asked = verificationOf(options)
    if ('code' in asked) return shell.refuse(asked)
    const { publish } = await import('../publish.ts')
    const dryRun = isOn(options, 'dryRun')
    const done = await publish(shell, setup, { dry: dryRun, ...asked })
    if ('code' in done) return shell.refuse(done)
    const { outcome, linesOf, verdict, profile } = done
    const more = {
      ...(verdict === null ? {} : { verified: { files: verdict.files, differing: verdict.differing } }),
      ...(profile === null ? {} : { profile }),
    }
    if (shell.json) await shell.document(outcome, more)
    else {
      const folder = dryRun ? null : shortPath(setup.out, shell.machine.cwd)
      const book = !dryRun && writesBook(setup)
      await reportBuild(shell, outcome, linesOf, { folder, book, verdict, pictures: asked.verification === 'all' })
    }
    if (!shell.json && setup.profile) reportProfile(shell, profile)
    return exitOf(outcome.diagnostics)
  },
}
