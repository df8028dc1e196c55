import { resolve } from 'node:path'
import { diagnose } from '../../core/diagnostic.ts'
import { localOf } from '../../text/day.ts'
import type { Command } from '../command.ts'
import { isOn } from '../options.ts'
import { visible } from '../report/width.ts'
import { beginsAtHome } from '../setup.ts'
import { toolRoot, toolVersion } from '../tool.ts'

/** Starts a portal: a blank one that asks to be filled in, or the sample one. */
export const init: Command = {
  name: 'init',
  takes: [{ name: 'folder', kind: 'optional' }],
  options: ['example'],
  async run(shell, [given = '.'], options) {
    if (given.trim() === '' || beginsAtHome(given))
      return shell.refuse(diagnose('usage/option-argument', { name: 'folder', given, expected: '../cong-moi' }))
    const { startPortal } = await import('../../authoring/init.ts')
    const { machine } = shell
    const folder = resolve(machine.cwd, given)
    const example = isOn(options, 'example')
    const today = localOf(machine.now(), 'Asia/Ho_Chi_Minh').day
    const started = startPortal({ folder, name: given, toolRoot, toolVersion: toolVersion(), today, example })
    if ('code' in started) return shell.refuse(started)
    const words = shell.labels.init
    const where = given === '.' ? folder : given
    shell.print(example ? words.createdExample(where) : words.created(where))
    for (const path of started.kept) shell.note(`  ${words.kept(visible(path))}`)
    if (shell.verbose || !example) for (const path of started.files) shell.note(`  ${words.file(visible(path))}`)
    const otherLanguage = words.otherLanguage()
    if (otherLanguage !== null) shell.note(`\n${otherLanguage}`)
    if (!example) {
      shell.note(`\n${words.fillInHeading}`)
      for (const line of words.fillIn) shell.note(`  - ${line}`)
    }
    shell.note(`\n${words.nextHeading}`)
    for (const { command, note } of words.next(given, started.files.includes('package.json')))
      shell.note(`  ${command}  # ${note}`)
    return 0
  },
}
