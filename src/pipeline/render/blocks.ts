import { type Diagnostic, diagnose } from '../../core/diagnostic.ts'
import { nearest } from '../../text/nearest.ts'
import type { Facts } from './inspect.ts'
import type { Template } from './template.ts'

type Templates = ReadonlyMap<string, Template>

/**
 * What a template that extends another would show nowhere: a block that none above it has, and what stands outside of blocks.
 * Nothing is said where a template above cannot be read.
 */
export function blockProblems({ facts }: Template, templates: Templates): readonly Diagnostic[] {
  const [parent] = facts?.parents ?? []
  if (facts === null || !facts.isChild || facts.parents.length > 1 || typeof parent !== 'string') return []
  const above = blocksAbove(facts, templates)
  if (above === null) return []
  const known = [...above].sort()
  const misnamed = facts.blocks.flatMap(({ name, nested, isEmpty, place }) => {
    // What takes away a part that is not there takes nothing away: a base of the portal's own need not have all parts.
    if (nested || isEmpty || above.has(name)) return []
    return [diagnose('template/block', { name, parent, nearest: nearest(name, known), known }, place)]
  })
  if (facts.loose === null) return misnamed
  return [...misnamed, diagnose('template/outside', { text: facts.loose.name, parent }, facts.loose.place)]
}

/** All blocks of the templates it extends, of those they extend, and so on; null where one of them is not known. */
function blocksAbove({ parents }: Facts, templates: Templates): ReadonlySet<string> | null {
  const names = new Set<string>()
  const seen = new Set<string>()
  const waiting = [...parents]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const facts = name === null ? null : (templates.get(name)?.facts ?? null)
    if (name === null || facts === null) return null
    if (seen.has(name)) continue
    seen.add(name)
    for (const block of facts.blocks) names.add(block.name)
    waiting.push(...facts.parents)
  }
  return names
}
