import { join } from 'node:path'
import { readableBelow, readWhole, replaceText } from './disk.ts'
import { type Change, differenceOf } from './fix/difference.ts'
import { mend } from './fix/mend.ts'

/** A document that can be put right. */
export interface Fixable {
  /** Relative to the portal, `/` between names. */
  readonly file: string
  readonly text: string
  readonly changes: readonly Change[]
}

/** The documents of a portal that `mend` would change, among those asked for. What is no UTF-8 or cannot be read is left to `check`. */
export function findFixable(root: string, asked: (file: string) => boolean): readonly Fixable[] {
  return ['content/bulletins', 'content/pages']
    .flatMap((folder) => readableBelow(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((file) => /\.md$/i.test(file) && asked(file.normalize('NFC')))
    .flatMap((file) => {
      const before = readWhole(join(root, file))
      const text = before === null ? null : mend(before)
      return text === null || text === before ? [] : [{ file, text, changes: differenceOf(before ?? '', text) }]
    })
}

/** Writes them, each whole or not at all. */
export function applyFixes(root: string, fixes: readonly Fixable[]): void {
  for (const { file, text } of fixes) replaceText(join(root, file), text)
}
