import type { Answer } from '../authoring/new/answer.ts'
import {
  type NewAuthor,
  type NewDate,
  readAuthors,
  readCategory,
  readDate,
  readSlug,
} from '../authoring/new/answers.ts'
import { leftIn, type NewPhoto, readPhotos } from '../authoring/new/photos.ts'
import { startBulletin } from '../authoring/new.ts'
import type { Category } from '../core/config.ts'
import { type Diagnostic, diagnose } from '../core/diagnostic.ts'
import { labels } from '../messages/labels.ts'
import type { Registers } from '../pipeline/validate/registers.ts'
import { localOf } from '../text/day.ts'
import { oneLine } from '../text/normalize.ts'
import { nowOf, type Options, textOf, textsOf } from './options.ts'
import { findPortal, glimpse } from './portal.ts'
import type { Shell } from './shell.ts'

/** What is known of a bulletin that is being begun; null or empty: not said yet. */
export interface Begun {
  readonly title: string | null
  readonly category: Category | null
  readonly date: NewDate | null
  readonly authors: readonly NewAuthor[]
  /** Paths of photos and folders, as typed; each was looked at. */
  readonly images: readonly string[]
  readonly slug: string | null
}

/** The portal in which it is begun. today: in its zone, `2026-11-23`. */
export interface Setting {
  readonly root: string
  readonly zone: string
  readonly today: string
  /** Of what is written into content, whatever the command line speaks. */
  readonly language: 'vi' | 'en'
}

/** Finds the portal and its day. */
export function settingOf({ machine }: Shell, options: Options): Setting | Diagnostic {
  const found = findPortal(textOf(options, 'root'), machine.cwd)
  if ('code' in found) return found
  const { zone, language } = glimpse(found.root)
  const clock = nowOf(options, zone, machine.now())
  if ('code' in clock) return clock
  return { root: found.root, zone, today: localOf(clock.now, zone).day, language: language ?? 'vi' }
}

/** What the command line says of a bulletin, or everything that is wrong with it. */
export async function begin(
  given: string | undefined,
  options: Options,
  { zone }: Setting,
  { categories, authors }: Registers,
  cwd: string,
): Promise<Answer<Begun>> {
  const title = oneLine(given ?? '') || null
  const images = textsOf(options, 'images')
  const [category, date, slug] = (['category', 'date', 'slug'] as const).map((name) => textOf(options, name))
  const answers = {
    category: category == null ? null : readCategory(category, categories),
    date: date == null ? null : readDate(date, zone),
    slug: title === null || (slug == null && hasNoName(title)) ? null : readSlug(slug ?? null, title),
    photos: await readPhotos(images, cwd),
  }
  const problems = Object.values(answers).flatMap((one) => (one !== null && 'problems' in one ? one.problems : []))
  if (problems.length > 0) return { problems }
  return {
    value: {
      title,
      category: heldBy(answers.category),
      date: heldBy(answers.date),
      authors: readAuthors(textsOf(options, 'author'), authors),
      images,
      slug: heldBy(answers.slug),
    },
  }
}

/** Whether no name of a folder can be made of a title. */
export const hasNoName = (title: string): boolean => 'problems' in readSlug(null, title)

const heldBy = <T>(answer: Answer<T> | null): T | null => (answer !== null && 'value' in answer ? answer.value : null)

/** What is missing where nobody can be asked; null if nothing is. */
export function missingIn({ title, category, slug }: Begun, { categories }: Registers): Diagnostic | null {
  const missing = [
    ...(title === null ? (['title'] as const) : []),
    ...(category === null ? (['category'] as const) : []),
  ]
  if (missing.length > 0) return diagnose('new/incomplete', { missing, category: categories.at(-1)?.id ?? 'thong-bao' })
  return slug === null ? diagnose('new/no-slug', { title: title ?? '' }) : null
}

/** A bulletin that was begun: its file below the portal's folder, and the photos that were copied. */
export interface Made {
  readonly file: string
  readonly photos: readonly NewPhoto[]
  /** What else lies in folders of photos, by name. */
  readonly left: readonly string[]
  /** How many places wait to be filled in. */
  readonly waiting: number
}

/** Makes the files of a bulletin of which everything was said; all that is wrong if that cannot be. */
export async function make(
  { title, category, date, authors, images, slug }: Begun,
  { root, zone, today, language }: Setting,
  cwd: string,
): Promise<Answer<Made>> {
  if (title === null || category === null || slug === null) throw new Error('new: not everything was said')
  const day = date === null ? readDate(today, zone) : { value: date }
  const photos = await readPhotos(images, cwd)
  if ('problems' in day) return day
  if ('problems' in photos) return photos
  const names = authors.map(({ name }) => name)
  const bulletin = { title, category, date: day.value, authors: names, slug, photos: photos.value }
  const begun = startBulletin(bulletin, root, labels[language].new.fillIn)
  if ('code' in begun) return { problems: [begun] }
  return {
    value: {
      file: `${begun.folder}/index.md`,
      photos: photos.value,
      left: leftIn(images, cwd),
      waiting: begun.waiting,
    },
  }
}
