import type { Byline } from '../../core/bulletin.ts'
import type { Config } from '../../core/config.ts'
import { diagnose, type Place } from '../../core/diagnostic.ts'
import {
  behindTitle,
  continuesUnit,
  isRole,
  looksLikePerson,
  looksLikeUnit,
  originIn,
  peopleBeside,
  peopleIn,
  roleBefore,
  unitIn,
} from '../../text/byline.ts'
import { nearest } from '../../text/nearest.ts'
import { slug } from '../../text/slug.ts'
import type { Placed, Say } from './fields.ts'
import { registerFiles } from './registers.ts'

/** An entry of `authors:` as it was written. */
export interface Person {
  readonly name: readonly Placed<string>[] | undefined
  readonly role: string | null | undefined
  readonly unit: Placed<string> | null | undefined
  /** A text by itself, or `Lê Thơ: Ảnh`: what it means is seen from its words. */
  readonly form?: 'text' | 'pair'
}

type Part = Placed<string> & { readonly role: string | null; readonly unit: Placed<string> | null }
type Known = (name: string) => Config['authors'][number] | undefined

/** A name, a role or both as they stood between commas, before it is seen which. */
type Token = Part & { readonly form: 'text' | 'pair' | 'map' }

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
  const known: Known = (value) => authorCalled(value, authors)
  const parts = attributed(rejoined(people.flatMap(tokensOf)), known, say)
  sayUnits(parts, known, hasUnit, say)
  return parts.map(({ value, place, role, unit }) => {
    const author = known(value)
    if (author === undefined && hasNoLetters(value))
      say(diagnose('name/empty', { what: 'author', given: value }, place))
    if (author === undefined) sayMeant({ value, role, place }, say)
    if (author !== undefined && author.id !== value) sayShared({ value, place }, authors, say)
    if (author === undefined && fieldTight.test(value)) say(diagnose('field/type', { ...byline, given: value }, place))
    if (author === undefined && isId(value)) sayNoEntry('authors', { value, place }, authors, say)
    return { id: author?.id ?? null, name: author?.name ?? value, role, unit: unit ? unitNamed(unit) : null }
  })
}

/** A name that is no one person's, though no comma divides it: its page would be for ever. */
function sayMeant({ value, role, place }: Placed<string> & { readonly role: string | null }, say: Say): void {
  const whole = role === null ? value : `${value}: ${role}`
  const origin = originIn(whole)
  const people = peopleBeside(role === null ? value : `${value} (${role})`)
  const titled = behindTitle(whole)
  if (origin !== null) say(diagnose('name/byline', { why: 'source', given: whole, meant: origin }, place))
  else if (people.length > 0)
    say(diagnose('name/byline', { why: 'several', given: value, meant: people.join(', ') }, place))
  else if (titled !== null)
    say(diagnose('name/byline', { why: 'title', given: whole, meant: `${titled.name} (${titled.title})` }, place))
}

/** An entry of the register by its id, which is one person's alone, or by a name. */
export const authorCalled = (value: string, authors: Config['authors']): Config['authors'][number] | undefined =>
  authors.find(({ id }) => id === value) ?? authors.find(({ name }) => name === value)

/** Two people may have one name: nobody is taken for the first of them. */
function sayShared({ value, place }: Placed<string>, authors: Config['authors'], say: Say): void {
  const people = authors.flatMap(({ id, name, unit }) => (name === value ? [{ id, unit }] : []))
  if (people.length > 1) say(diagnose('name/shared', { given: value, people }, place))
}

/** Several names in a field `name` are read as they are on a line. */
function tokensOf({ name = [], role = null, unit = null, form }: Person): readonly Token[] {
  const as = form ?? (name.length > 1 ? 'text' : 'map')
  return name.map((one) => ({ ...one, role, unit, form: as }))
}

/** What commas cut within round brackets is one again: `Bế Văn Đàn (Tin, Ảnh)`. Without a bracket that closes it stays as it is. */
function rejoined(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = []
  let open: Token[] = []
  for (const token of tokens) {
    const isText = token.form !== 'pair'
    if (open.length > 0 && (!isText || token.value.includes('('))) joined.push(...open.splice(0))
    if (open.length > 0) {
      open.push(token)
      if (token.value.includes(')')) joined.push(asOne(open.splice(0)))
    } else if (isText && token.value.lastIndexOf('(') > token.value.lastIndexOf(')')) open = [token]
    else joined.push(token)
  }
  return [...joined, ...open]
}

function asOne(tokens: readonly Token[]): Token {
  const [first, last] = [tokens[0] as Token, tokens.at(-1) as Token]
  return { ...first, value: tokens.map(({ value }) => value).join(', '), place: spanning(first.place, last.place) }
}

const spanning = (first: Place, last: Place): Place =>
  last.line === first.line ? { ...first, length: last.column + (last.length ?? 0) - first.column } : first

/** Names with their roles. A role by itself is of the name before it, or of that which follows a colon; without one it is refused. */
function attributed(tokens: readonly Token[], known: Known, say: Say): readonly Part[] {
  const parts: Part[] = []
  // Roles that have no name yet, and whether some went to the name before.
  let front: Token[] = []
  let isBehind = false
  for (const token of tokens) {
    const last = parts.at(-1)
    const isOnlyRole = token.form === 'text' && isRole(token.value) && known(token.value) === undefined
    if (isOnlyRole && last === undefined) front.push(token)
    else if (isOnlyRole && last !== undefined) parts[parts.length - 1] = withRoles(last, [last.role, token.value])
    else {
      const said = peopleOf(token, known)
      // Of `Lê Thơ, tin, ảnh: Khắc Cường` nobody can say whose the first role is.
      if (said === null || (said.isFront && isBehind)) refuse([...front, token], say)
      else if (front.length > 0 && !said.isFront) refuse(front, say)
      else parts.push(...said.people.map((one) => withRoles(one, [...front.map(({ value }) => value), one.role])))
      front = []
    }
    isBehind = isOnlyRole && last !== undefined
  }
  // A role that is all there is may be how somebody is called.
  if (tokens.length === 1) return [...parts, ...front]
  refuse(front, say)
  return parts
}

function withRoles(part: Part, roles: readonly (string | null)[]): Part {
  const said = roles.filter((role) => role !== null)
  return { ...part, role: said.length === 0 ? null : said.join(', ') }
}

function refuse(tokens: readonly Token[], say: Say): void {
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first === undefined || last === undefined) return
  const given = tokens.map(({ value, form, role }) => (form === 'pair' ? `${value}: ${role ?? ''}` : value)).join(', ')
  say(diagnose('field/type', { ...byline, given }, spanning(first.place, last.place)))
}

const byline = { key: 'authors', expected: 'byline', example: 'Lê Thơ (Tin, ảnh)' } as const

/** `[name:Lê Thơ]`: without a blank behind its colon a field is a text to YAML. */
const fieldTight = /^(?:name|role|unit)[:：]\S/i

/** The people of a token; isFront: their role stood before them. null where it names a role and then nobody. */
function peopleOf(token: Token, known: Known): { readonly people: readonly Part[]; readonly isFront: boolean } | null {
  const front = known(token.value) === undefined ? frontOf(token) : null
  if (front === null) return { people: token.form === 'pair' ? [token] : divided(token, known), isFront: false }
  const people = divided({ ...token, ...front, role: null }, known)
  const isSure = people.every(({ value }) => known(value) || looksLikePerson(value) || looksLikeUnit(value))
  return isSure ? { people: people.map((one) => withRoles(one, [front.role, one.role])), isFront: true } : null
}

/** A role with the name behind it: `Ảnh: Nguyễn Văn An`, as one text or as YAML reads it. */
function frontOf({ value, form, role, place }: Token): (Placed<string> & { readonly role: string }) | null {
  if (form === 'pair') return isRole(value) ? { value: role ?? '', role: value, place } : null
  const front = form === 'text' ? roleBefore(value) : null
  if (front === null) return null
  return {
    value: front.name,
    role: front.role,
    place: { ...place, column: place.column + front.at, length: front.name.length },
  }
}

function divided({ value, place, role: given, unit }: Token, known: Known): readonly Part[] {
  if (known(value) !== undefined) return [{ value, place, role: given, unit }]
  const people = peopleIn(value)
  return people.map(({ name, role, at, length }) => ({
    value: name,
    role: given ?? role,
    unit,
    place: people.length === 1 ? place : { ...place, column: place.column + at, length },
  }))
}

/** A unit with commas in its name is told once, as a whole. */
function sayUnits(parts: readonly Part[], known: Known, hasUnit: boolean, say: Say): void {
  for (const [number, part] of parts.entries()) {
    const unit = known(part.value) === undefined ? unitIn(part.value) : null
    const before = parts[number - 1]
    if (unit === null || (before !== undefined && goesOn(before, part, known))) continue
    // Whoever stands before it in its part stays.
    const at = part.value.lastIndexOf(unit)
    const own =
      unit === part.value ? part.place : { ...part.place, column: part.place.column + at, length: unit.length }
    const rest = part.value.endsWith(unit) ? restOf(parts, number, known) : []
    const given = [unit, ...rest.map(({ value }) => value)].join(', ')
    say(diagnose('name/unit', { given, hasUnit, id: slug(given) }, spanning(own, rest.at(-1)?.place ?? own)))
  }
}

/** The parts behind one that are of its name. */
function restOf(parts: readonly Part[], from: number, known: Known): readonly Part[] {
  let to = from
  for (let next = parts[to + 1]; next !== undefined && goesOn(parts[to] as Part, next, known); next = parts[to + 1])
    to += 1
  return parts.slice(from + 1, to + 1)
}

const goesOn = (before: Part, { value, place, role }: Part, known: Known): boolean =>
  before.role === null && role === null && place.line === before.place.line && !known(value) && continuesUnit(value)

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
