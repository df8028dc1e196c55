import type { Author, Category } from '../../core/config.ts'
import { diagnose } from '../../core/diagnostic.ts'
import { findCategory, nearestCategory } from '../../pipeline/validate/registers.ts'
import { formatDay, parseWhen, toZone } from '../../text/day.ts'
import { fold } from '../../text/fold.ts'
import { nearest } from '../../text/nearest.ts'
import { oneLine } from '../../text/normalize.ts'
import { slug } from '../../text/slug.ts'
import { whenMeant } from '../../text/when-meant.ts'
import { type Answer, refused, understood } from './answer.ts'

/** A category by its id, name or alias. */
export function readCategory(given: string, categories: readonly Category[]): Answer<Category> {
  const found = findCategory(oneLine(given), categories)
  if (found !== null) return understood(found)
  const near = nearestCategory(given, categories)
  const [id, name] = [near?.id ?? null, near?.name ?? null]
  // Who is refused is shown all sections with what they are for.
  return refused(diagnose('category/unknown', { given: oneLine(given), nearest: id, nearestName: name, known: [] }))
}

/** The day (`2023-01-13`, for the folder) and how the front matter writes it: `13/01/2023`, `13/01/2023 16:20`. */
export interface NewDate {
  readonly day: string
  readonly written: string
}

/** A date in any form that a front matter takes. */
export function readDate(given: string, zone: string): Answer<NewDate> {
  const parsed = parseWhen(given)
  if (!parsed.ok)
    return refused(diagnose(`date/${parsed.why}`, { key: 'date', given: oneLine(given), meant: whenMeant(given) }))
  const { day, time } = toZone(parsed.when, zone)
  return understood({ day, written: time === null ? formatDay(day) : `${formatDay(day)} ${time}` })
}

/** A writer as the front matter will name them; almost: one of the register they are perhaps meant to be. */
export interface NewAuthor {
  readonly name: string
  readonly almost: string | null
}

/** Writers by name or id, `Lê Thơ, Khắc Cường` too. A name that is in no register is a name all the same. */
export function readAuthors(given: readonly string[], known: readonly Author[]): readonly NewAuthor[] {
  const names = given
    .flatMap((text) => text.split(/\s*[,;]\s*/))
    .map(oneLine)
    .filter((name) => name !== '')
  return [...new Set(names)].map((name) => {
    const author = known.find(({ id }) => id === name) ?? known.find((one) => one.name === name)
    // Of two people with one name only the id says who is meant.
    const isShared = known.some((one) => one !== author && one.name === author?.name)
    if (author !== undefined) return { name: isShared ? name : author.name, almost: null }
    // Two names that differ by a tone mark are two people, so nobody is taken for another: it is only asked.
    const near = nearest(
      name,
      known.map((one) => one.name),
    )
    return { name, almost: near !== null && fold(near).length > 3 ? near : null }
  })
}

/** The name of a bulletin's folder: as given, else made of the title. */
export function readSlug(given: string | null, title: string): Answer<string> {
  const made = slug(given ?? title)
  if (made === '') return refused(diagnose('new/no-slug', { title: given ?? title }))
  return given === null || given === made
    ? understood(made)
    : refused(diagnose('new/slug-form', { given, suggestion: made }))
}
