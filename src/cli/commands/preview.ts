import { basename, dirname, resolve } from 'node:path'
import { diagnose } from '../../core/diagnostic.ts'
import { isWithin } from '../../core/within.ts'
import type { Command } from '../command.ts'
import { optionForms, textOf } from '../options.ts'
import { setUp } from '../setup.ts'

/** Writes one bulletin as a single file, for whoever approves it. */
export const preview: Command = {
  name: 'preview',
  takes: [{ name: 'target', kind: 'required' }],
  options: ['root', 'outFile', 'now', 'cacheDir'],
  async run(shell, [target = ''], options) {
    const out = textOf(options, 'out')
    // A page written over a bulletin's own file would be a loss that nobody meant.
    if (out !== null && !/\.html?$/i.test(out))
      return shell.refuse(diagnose('usage/option-argument', { name: '--out', given: out, expected: 'bai.html' }))
    const { cwd } = shell.machine
    const folder = out === null ? '' : dirname(out)
    const { isFolder } = await import('../../authoring/disk.ts')
    if (out !== null && !isFolder(resolve(cwd, folder)))
      return shell.refuse(diagnose('usage/no-folder', { folder, file: basename(out) }))
    const setup = setUp(shell, options)
    if ('code' in setup) return shell.refuse(setup)
    // Neither a published page nor what is read.
    const { root } = setup
    const taken = [resolve(root, optionForms.out.fallback ?? ''), resolve(root, 'content'), resolve(root, 'templates')]
    if (out !== null && taken.some((each) => isWithin(resolve(cwd, out), each)))
      return shell.refuse(diagnose('usage/option-argument', { name: '--out', given: out, expected: 'bai.html' }))
    const { review } = await import('../review.ts')
    return review(shell, { ...setup, drafts: true }, target, (name) => resolve(cwd, out ?? name))
  },
}
