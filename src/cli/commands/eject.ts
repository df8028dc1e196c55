import type { Command } from '../command.ts'
import { isOn, textOf } from '../options.ts'
import { findPortal } from '../portal.ts'
import { visible } from '../report/width.ts'
import { toolRoot, toolVersion } from '../tool.ts'

/** Copies a template of the tool into the portal, to be changed there; or says how the portal's differs. */
export const eject: Command = {
  name: 'eject',
  takes: [{ name: 'template', kind: 'optional' }],
  options: ['root', 'diff', 'keep'],
  async run(shell, [given], options) {
    const found = findPortal(textOf(options, 'root'), shell.machine.cwd)
    if ('code' in found) return shell.refuse(found)
    const authoring = await import('../../authoring/eject.ts')
    const templates = { root: found.root, toolRoot, toolVersion: toolVersion() }
    const words = shell.labels.eject
    if (given === undefined) {
      shell.note(words.listHeading)
      for (const { name, own } of authoring.listTemplates(templates))
        shell.print(own ? `${name}  (${words.own})` : name)
      return 0
    }
    const template = authoring.findTemplate(given, templates)
    if ('code' in template) return shell.refuse(template)
    const { name } = template
    if (isOn(options, 'diff')) {
      const difference = authoring.differenceFrom(template, templates)
      if ('code' in difference) return shell.refuse(difference)
      shell.note(difference.patch === null ? words.same(name) : words.difference(name))
      for (const line of difference.patch?.split('\n') ?? []) shell.print(visible(line))
      return 0
    }
    const keep = isOn(options, 'keep')
    const problem = keep ? authoring.keep(template, templates) : authoring.eject(template, templates)
    if (problem !== null) return shell.refuse(problem)
    if (keep) {
      shell.print(words.kept(name))
      return 0
    }
    const { uses, usedBy } = authoring.neighboursOf(name, templates)
    shell.print(words.copied(`templates/${name}`))
    shell.note(words.recorded)
    if (uses.length > 0) shell.note(words.uses(uses.join(', ')))
    if (usedBy.length > 0) shell.note(words.usedBy(usedBy.join(', ')))
    shell.note(words.next)
    return 0
  },
}
