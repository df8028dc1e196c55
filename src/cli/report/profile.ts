import type { Stage } from '../../core/step.ts'
import type { Single } from '../../messages/vocabulary.ts'
import type { Profile, Spent } from '../../speed/profile.ts'
import type { Shell } from '../shell.ts'
import { cut, pad, visible, widthOf } from './width.ts'

/** Of what single things are named: there a template, a part of one, a bulletin or a photo can be to blame. */
const TELLING: readonly (Stage | Single)[] = ['render', 'template', 'page', 'parse', 'photos']
const WIDEST = 100

/** Tells where the time of a build went; null: there was nothing to do. */
export function reportProfile(shell: Shell, profile: Profile | null): void {
  const words = shell.labels.report.profile
  if (profile === null) {
    shell.print(words.nothing)
    return
  }
  const stageOf = (name: string) => words.stages[name as Stage] ?? name
  table(
    shell,
    words.heading,
    profile.stages.map((spent) => ({ ...spent, name: stageOf(spent.name) })),
  )
  for (const name of TELLING) {
    const heading = isSingle(name) ? words.singles[name] : words.dearest(stageOf(name))
    table(shell, heading, profile.dearest[name] ?? [])
  }
}

const isSingle = (name: Stage | Single): name is Single => name === 'template' || name === 'page'

function table(shell: Shell, heading: string, rows: readonly Spent[]): void {
  if (rows.length === 0) return
  const names = rows.map(({ name }) => cut(visible(name), WIDEST))
  const width = Math.max(...names.map(widthOf))
  shell.print(heading)
  for (const [index, { count, ms }] of rows.entries()) {
    const time = `${Math.round(ms)} ms`.padStart(10)
    const times = count === 1 ? '' : `  (${count} ${shell.labels.report.profile.count})`
    shell.print(`  ${pad(names[index] ?? '', width)}${time}${times}`)
  }
}
