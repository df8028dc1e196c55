import type { Byline } from '../../core/bulletin.ts'
import type { Config } from '../../core/config.ts'
import { diagnose } from '../../core/diagnostic.ts'
import { peopleIn, unitIn } from '../../text/byline.ts'
import { nearest } from '../../text/nearest.ts'
import { slug } from '../../text/slug.ts'
import type { Placed, Say } from './fields.ts'
import { registerFiles } from './registers.ts'

/** An entry of `authors:` as it was written. */
interface Person {
  readonly name: readonly Placed<string>[] | undefined
  readonly role: string | null | undefined
  readonly unit: Placed<string> | null | undefined
}

/**
 * Who wrote. `Lê Thơ, Khắc Cường` on one line are two, and so is what papers put between names; ids and names of authors.yml are one
 * person each, whatever they look like. A unit is told: nobody is called so, and its page would be for ever.
 */
export function bylines(
  people: readonly Person[],
  unitNamed: (unit: Placed<string>) => string,
  { authors }: Pick<Config, 'authors'>,
  say: Say,
  hasUnit: boolean,
): readonly Byline[] {
  const known = (value: string) => authors.find(({ id, name }) => id === value || name === value)
  return people.flatMap(({ name = [], role, unit }) => {
    const parts = name.flatMap((whole) => (known(whole.value) ? [{ ...whole, role: null }] : divided(whole)))
    sayUnits(
      parts.filter(({ value }) => known(value) === undefined),
      hasUnit,
      say,
    )
    return parts.map(({ value, place, role: own }) => {
      const author = known(value)
      if (author === undefined && hasNoLetters(value))
        say(diagnose('name/empty', { what: 'author', given: value }, place))
      if (author === undefined && isId(value)) sayNoEntry('authors', { value, place }, authors, say)
      return {
        id: author?.id ?? null,
        name: author?.name ?? value,
        role: role ?? own,
        unit: unit ? unitNamed(unit) : null,
      }
    })
  })
}

type Part = Placed<string> & { readonly role: string | null }

function divided({ value, place }: Placed<string>): readonly Part[] {
  const people = peopleIn(value)
  return people.map(({ name, role, at, length }) => ({
    value: name,
    role,
    place: people.length === 1 ? place : { ...place, column: place.column + at, length },
  }))
}

/** A unit with commas in its name is told once. */
function sayUnits(parts: readonly Part[], hasUnit: boolean, say: Say): void {
  let run: Part[] = []
  const tell = () => {
    const [first, last] = [run[0], run.at(-1)]
    if (first === undefined || last === undefined) return
    const given = run.map(({ value }) => unitIn(value) ?? value).join(', ')
    const end = last.place.column + (last.place.length ?? 0)
    const length = last.place.line === first.place.line ? end - first.place.column : (first.place.length ?? 1)
    say(diagnose('name/unit', { given, hasUnit }, { ...first.place, length }))
    run = []
  }
  for (const part of parts) {
    if (unitIn(part.value) === null) tell()
    else run.push(part)
  }
  tell()
}

/** Whether a text is written as entries of registers are named (`ubnd-xa`), which no reader should see. */
export const isId = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(text)

/** Says that a register has no such entry. */
export function sayNoEntry(
  key: 'unit' | 'authors',
  { value, place }: Placed<string>,
  entries: readonly { readonly id: string }[],
  say: Say,
): void {
  const near = nearest(
    value,
    entries.map(({ id }) => id),
  )
  const file = key === 'unit' ? registerFiles.units : registerFiles.authors
  say(diagnose('register/unknown', { key, given: value, nearest: near, file }, place))
}

/** Whether no address can be made of a name: it has neither letters nor digits. */
export const hasNoLetters = (name: string): boolean => slug(name) === ''
