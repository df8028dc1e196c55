import { join } from 'node:path'
import { LONG_TITLE } from '../core/bulletin.ts'
import type { Category } from '../core/config.ts'
import { type Diagnostic, diagnose } from '../core/diagnostic.ts'
import type { FillInLabels } from '../messages/vocabulary.ts'
import { toFill } from '../text/proof/to-fill.ts'
import { slug as slugOf } from '../text/slug.ts'
import { copyNew, makeWhole, namesIn, writeNew } from './disk.ts'
import { type FrontMatterField, markdownFile } from './markdown-file.ts'
import type { NewDate } from './new/answers.ts'
import type { NewPhoto } from './new/photos.ts'

/** A bulletin to begin, everything in it understood. */
export interface NewBulletin {
  /** One line. */
  readonly title: string
  readonly date: NewDate
  readonly category: Category
  readonly authors: readonly string[]
  /** The name of its folder. */
  readonly slug: string
  readonly photos: readonly NewPhoto[]
}

/**
 * Begins a bulletin, as a draft with places to fill in; gives its folder below the portal's and how many
 * places wait to be filled in, or `new/taken`. Whole or not at all.
 */
export function startBulletin(
  bulletin: NewBulletin,
  root: string,
  words: FillInLabels,
): { readonly folder: string; readonly waiting: number } | Diagnostic {
  const { slug, date, photos } = bulletin
  const shelf = `content/bulletins/${date.day.slice(0, 4)}`
  // A folder `Hội nghị` and a file `hoi-nghi.md` have the address of `hoi-nghi`.
  const taken = new Map(namesIn(join(root, shelf)).map((name) => [slugOf(name.replace(/\.md$/i, '')), name]))
  const inTheWay = taken.get(slug)
  if (inTheWay !== undefined) {
    return diagnose('new/taken', { folder: `${shelf}/${inTheWay}`, free: freeSlug(slug, taken) })
  }
  const text = markdownFile(declared(bulletin, words), words.body)
  makeWhole(join(root, shelf, slug), (folder) => {
    for (const { from, name } of photos) copyNew(from, join(folder, name))
    writeNew(join(folder, 'index.md'), text)
  })
  return { folder: `${shelf}/${slug}`, waiting: toFill(text).length }
}

/** The fields in the order of the contract. A draft, so that nothing half-written is published, whoever builds meanwhile. */
function declared(
  { title, date, category, authors, photos }: NewBulletin,
  words: FillInLabels,
): readonly FrontMatterField[] {
  return [
    { key: 'title', value: title },
    ...(title.length > LONG_TITLE ? [{ key: 'shortTitle', value: words.shortTitle }] : []),
    { key: 'date', value: date.written },
    { key: 'category', value: category.id },
    { key: 'authors', value: authors },
    { key: 'summary', value: words.summary },
    {
      key: 'images',
      value: photos.map(
        ({ name }) =>
          [
            ['src', name],
            ['caption', words.caption],
            ['alt', words.alt],
          ] as const,
      ),
    },
    { key: 'draft', value: true },
  ]
}

function freeSlug(slug: string, taken: ReadonlyMap<string, string>): string {
  let n = 2
  while (taken.has(`${slug}-${n}`)) n += 1
  return `${slug}-${n}`
}
