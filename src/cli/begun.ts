import { basename, join } from 'node:path'
import { LONG_TITLE } from '../core/bulletin.ts'
import type { Begun, Made, Setting } from './begin.ts'
import { visible } from './report/width.ts'
import { shortPath } from './setup.ts'
import type { Shell } from './shell.ts'

/** Says what was made, and what to do next. */
export function reportBegun(
  { title, authors }: Begun,
  { file, photos, left, waiting }: Made,
  { root }: Setting,
  shell: Shell,
): void {
  const words = shell.labels.new
  const path = shortPath(join(root, file), shell.machine.cwd)
  shell.print(words.created(path))
  for (const { from, name } of photos) {
    const before = basename(from).normalize('NFC')
    shell.note(`  ${before === name ? words.photo(visible(name)) : words.renamed(visible(before), visible(name))}`)
  }
  if (left.length > 0) shell.note(`  ${words.left(left.map((name) => visible(name.normalize('NFC'))))}`)
  for (const { name, almost } of authors) if (almost !== null) shell.note(words.authorAlmost(name, almost))
  if (title !== null && title.length > LONG_TITLE) shell.note(words.longTitle(title.length))
  shell.note('')
  for (const line of words.steps(path, waiting)) shell.note(line)
}
