import { join } from 'node:path'
import { type Diagnostic, locate } from '../../core/diagnostic.ts'
import type { Command } from '../command.ts'
import { readText } from '../disk.ts'
import { exitOf } from '../shell.ts'

/** Begins a bulletin: its folder, its front matter, its photos. What is not said is asked for, where there is somebody to ask. */
export const newBulletin: Command = {
  name: 'new',
  takes: [{ name: 'title', kind: 'optional' }],
  options: ['root', 'now', 'category', 'author', 'date', 'slug', 'images'],
  async run(shell, [given], options) {
    const { begin, make, missingIn, settingOf } = await import('../begin.ts')
    const { reportBegun } = await import('../begun.ts')
    const { interview, showCategories } = await import('../interview.ts')
    const { knownTo } = await import('../../authoring/new/known.ts')
    const { converse, cwd } = shell.machine
    const setting = settingOf(shell, options)
    if ('code' in setting) return shell.refuse(setting)
    const { registers, problems } = knownTo(setting.root, setting.zone)
    if (problems.length > 0) {
      await shell.show(problems, 'err', (file) => readText(join(setting.root, file))?.split(/\r\n|\r|\n/) ?? null)
      return exitOf(problems)
    }
    const refuse = async (wrong: readonly Diagnostic[]): Promise<number> => {
      await shell.show(locate(null, wrong), 'err', () => null)
      if (wrong.some(({ code }) => code === 'category/unknown' || code === 'new/incomplete'))
        showCategories(registers.categories, shell, false)
      // Whatever was refused was named on the command line.
      return 2
    }
    const said = await begin(given, options, setting, registers, cwd)
    if ('problems' in said) return refuse(said.problems)
    const missing = missingIn(said.value, registers)
    if (missing !== null && converse === null) return refuse([missing])
    const told =
      missing === null || converse === null
        ? said.value
        : await interview(said.value, setting, registers, shell, await converse())
    if (told === null) {
      shell.note(`\n${shell.labels.new.ask.stopped}`)
      return 130
    }
    const made = await make(told, setting, cwd)
    if ('problems' in made) return refuse(made.problems)
    reportBegun(told, made.value, setting, shell)
    return 0
  },
}
