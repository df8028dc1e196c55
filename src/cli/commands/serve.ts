import type { Command } from '../command.ts'
import { portOf, textOf } from '../options.ts'
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
    const { preview } = await import('../preview.ts')
    const host = textOf(options, 'host') ?? '127.0.0.1'
    const now = textOf(options, 'now') === null ? null : setup.now
    return preview(shell, { ...setup, drafts: options.drafts !== false }, { host, port: port.port, now })
  },
}
