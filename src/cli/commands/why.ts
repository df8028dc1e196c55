import type { Command } from '../command.ts'
import { visible } from '../report/width.ts'
import { setUp } from '../setup.ts'
import { exitOf } from '../shell.ts'
import { toolRoot } from '../tool.ts'

/** Tells where a page comes from, and whether and why a bulletin is published. */
export const why: Command = {
  name: 'why',
  takes: [{ name: 'target', kind: 'required' }],
  options: ['root', 'out', 'now', 'drafts'],
  async run(shell, [target = ''], options) {
    const setup = setUp(shell, options)
    if ('code' in setup) return shell.refuse(setup)
    const { look } = await import('../look.ts')
    const { findSubject } = await import('../why.ts')
    const { explain } = await import('../explain.ts')
    const { prepared, linesOf } = await look(shell, setup)
    const { root, out } = setup
    const subject = findSubject(target, prepared, { root, out, cwd: shell.machine.cwd })
    const errors = prepared.diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error')
    if ('code' in subject) {
      await shell.show(errors, 'err', linesOf)
      return shell.refuse(subject)
    }
    const about = 'job' in subject ? subject.job.of : subject.source.path
    const own = errors.filter(({ file }) => file === about || file === null)
    for (const line of explain(subject, prepared, toolRoot, shell.labels)) shell.print(visible(line))
    // Without a plan nothing is published at all, whatever this one file is like.
    await shell.show(own.length > 0 || prepared.plan !== null ? own : errors, 'err', linesOf)
    return prepared.plan === null ? exitOf(errors) : 0
  },
}
