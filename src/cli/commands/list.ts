import type { Command } from '../command.ts'
import { setUp } from '../setup.ts'
import { exitOf } from '../shell.ts'

/** Lists bulletins by state: what is published and what is waiting, or as asked. */
export const list: Command = {
  name: 'list',
  takes: [{ name: 'filter', kind: 'optional' }],
  options: ['root', 'now', 'json'],
  async run(shell, [filter], options) {
    const { chosen, documentOfList, passedOver, statesFor, tableOf } = await import('../listing.ts')
    const asked = statesFor(filter)
    if ('code' in asked) return shell.refuse(asked)
    const setup = setUp(shell, options)
    if ('code' in setup) return shell.refuse(setup)
    const { look } = await import('../look.ts')
    const { prepared, counts, linesOf, ms } = await look(shell, setup)
    const { site, diagnostics } = prepared
    const standings = chosen(site, asked.states)
    if (shell.json) {
      await shell.document(...documentOfList(standings, prepared, counts, ms))
      return exitOf(diagnostics)
    }
    const errors = diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error')
    await shell.show(errors, 'err', linesOf)
    if (standings.length === 0 || site === null) shell.note(shell.labels.list.empty)
    else {
      for (const line of tableOf(standings, site, shell)) shell.print(line)
      shell.note(shell.labels.list.count(standings.length, passedOver(site, asked.states)))
    }
    return exitOf(diagnostics)
  },
}
