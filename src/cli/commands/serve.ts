import type { Command } from '../command.ts'
import { hostOf, portOf, textOf } from '../options.ts'
import { setUp } from '../setup.ts'

/** Shows the portal on this machine while it is being written. */
export const serve: Command = {
  name: 'serve',
  takes: [],
  options: ['root', 'port', 'host', 'noDrafts', 'now', 'cacheDir'],
  async run(shell, _args, options) {
    const setup = setUp(shell, options)
    if ('code' in setup) return shell.refuse(setup)
    const port = portOf(options)
    if ('code' in port) return shell.refuse(port)
    const host = hostOf(options)
    if ('code' in host) return shell.refuse(host)
    const { preview } = await import('../preview.ts')
    const now = textOf(options, 'now') === null ? null : setup.now
    return preview(shell, { ...setup, drafts: options.drafts !== false }, { ...host, ...port, now })
  },
}
