import type { Raw, RawMap } from '../../core/bulletin.ts'
import type { Author, Category, Term, Unit } from '../../core/config.ts'
import { diagnose, type Located, type Place } from '../../core/diagnostic.ts'
import { type SourcePath, sourcePath } from '../../core/path.ts'
import { followersOf } from '../../core/unit.ts'
import { acronymsIn } from '../../text/acronym.ts'
import { nearest } from '../../text/nearest.ts'
import { oneLine } from '../../text/normalize.ts'
import { slug } from '../../text/slug.ts'
import {
  count,
  dayOnly,
  decodeMap,
  id,
  line,
  listOf,
  optional,
  placeOf,
  rawOf,
  required,
  type Say,
  type Shape,
  type Values,
  webUrl,
} from './fields.ts'

/** The four lists a portal keeps beside portal.yml. */
export interface Registers {
  /** By order, then as written. */
  readonly categories: readonly Category[]
  readonly units: readonly Unit[]
  readonly authors: readonly Author[]
  readonly glossary: readonly Term[]
}

/** Where each register stands. */
export const registerFiles = {
  categories: sourcePath('content/categories.yml'),
  units: sourcePath('content/units.yml'),
  authors: sourcePath('content/authors.yml'),
  glossary: sourcePath('content/glossary.yml'),
} as const

const optionalId = optional<string | null>(id, null, 'tin-tuc-su-kien')
const categoryShape = {
  id: required(id, 'thong-bao'),
  name: required(line, 'Thông báo'),
  purpose: optional(line, '', 'Thông báo của xã gửi tới người dân'),
  order: optional<number | null>(count, null, '10'),
  parent: optionalId,
  aliases: optional(listOf(line), [], '[Tin thông báo]'),
}
const unitShape = (zone: string) => ({
  id: required(id, 'ubnd-huyen'),
  name: required(line, 'Ủy ban nhân dân huyện …'),
  shortName: optional<string | null>(line, null, 'UBND huyện'),
  validFrom: optional<string | null>(dayOnly(zone), null, '01/01/2021'),
  validTo: optional<string | null>(dayOnly(zone), null, '30/06/2025'),
  successors: optional(listOf(id), [], '[ubnd-xa]'),
  url: optional<string | null>(webUrl, null, 'https://…'),
})
const authorShape = { id: required(id, 'le-tho'), name: required(line, 'Lê Thơ'), unit: optionalId }
const termShape = { short: required(line, 'UBND'), long: required(line, 'Ủy ban nhân dân') }

/** Decodes the registers that exist; refused entries are left out after saying why. */
export function decodeRegisters(
  raws: ReadonlyMap<SourcePath, Raw>,
  zone: string,
): { readonly registers: Registers; readonly diagnostics: readonly Located[] } {
  const diagnostics: Located[] = []
  const sayIn =
    (file: SourcePath): Say =>
    (diagnostic) =>
      diagnostics.push({ file, diagnostic })
  const read = <S extends Shape>(name: keyof typeof registerFiles, shape: S) =>
    rowsOf(raws.get(registerFiles[name]), shape, sayIn(registerFiles[name]))
  const units = unique(read('units', unitShape(zone)).flatMap(toUnit), 'id', sayIn(registerFiles.units))
  const authors = unique(read('authors', authorShape).flatMap(toAuthor), 'id', sayIn(registerFiles.authors))
  const glossary = read('glossary', termShape).flatMap((row) => toTerm(row, sayIn(registerFiles.glossary)))
  const categories = unique(
    typedFirst(withOrder(read('categories', categoryShape))).flatMap(toCategory),
    'id',
    sayIn(registerFiles.categories),
  )
  uniqueNames(categories, sayIn(registerFiles.categories))
  refer(
    categories,
    'parent',
    (row) => (row.parent === null ? [] : [row.parent]),
    categories,
    'content/categories.yml',
    sayIn(registerFiles.categories),
  )
  const tree = withoutCircles(categories, sayIn(registerFiles.categories))
  refer(units, 'successors', (row) => row.successors, units, 'content/units.yml', sayIn(registerFiles.units))
  checkTimes(units, sayIn(registerFiles.units))
  refer(
    authors,
    'unit',
    (row) => (row.unit === null ? [] : [row.unit]),
    units,
    'content/units.yml',
    sayIn(registerFiles.authors),
  )
  const plain = <T extends object>(rows: readonly (T & { readonly map: RawMap })[]): readonly T[] =>
    rows.map(({ map: _, ...row }) => row as unknown as T)
  return {
    registers: {
      categories: plain<Category>(tree).toSorted((a, b) => a.order - b.order),
      units: plain<Unit>(units),
      authors: plain<Author>(authors),
      glossary,
    },
    diagnostics,
  }
}

/** The register's category that was probably meant, by id, name or alias. */
export function nearestCategory(given: string, categories: readonly Category[]): Category | null {
  const words = new Map(
    categories.flatMap((category) => [category.id, category.name, ...category.aliases].map((word) => [word, category])),
  )
  const word = nearest(given, words.keys())
  return word === null ? begunBy(given, categories) : (words.get(word) ?? null)
}

/** The one category whose name goes on where this ends: `Văn hóa` of `Văn hóa - Xã hội`. */
function begunBy(given: string, categories: readonly Category[]): Category | null {
  const begun = slug(given)
  if (begun === '') return null
  const [first, second] = categories.filter(({ name, aliases }) =>
    [name, ...aliases].some((word) => slug(word).startsWith(`${begun}-`)),
  )
  return second === undefined ? (first ?? null) : null
}

/** The category of an id, name or alias, whatever its capitals and dashes; null if there is none. */
export function findCategory(given: string, categories: readonly Category[]): Category | null {
  const answers = asked.get(categories) ?? new Map<string, Category | null>()
  asked.set(categories, answers)
  const known = answers.get(given)
  if (known !== undefined) return known
  const key = slug(given)
  const found =
    categories.find(
      ({ id: own, name, aliases }) => own === given || [name, ...aliases].some((word) => slug(word) === key),
    ) ?? null
  answers.set(given, found)
  return found
}

/** Ten thousand bulletins name twenty sections. */
const asked = new WeakMap<readonly Category[], Map<string, Category | null>>()

interface Row<S extends Shape> {
  readonly map: RawMap
  readonly values: Values<S>
}
type WithMap<T> = T & { readonly map: RawMap }

function rowsOf<S extends Shape>(raw: Raw | undefined, shape: S, say: Say): readonly Row<S>[] {
  if (raw === undefined || (raw.kind === 'text' && raw.text === '')) return []
  if (raw.kind !== 'list') {
    say(diagnose('yaml/not-a-map', { expected: 'list', example: null }, raw.place))
    return []
  }
  const needed = Object.entries(shape)
    .flatMap(([key, field]) => (field.required ? [`${key}: ${field.example}`] : []))
    .join(', ')
  return raw.items.flatMap((item) => {
    if (item.kind === 'map') return [{ map: item, values: decodeMap(item, withOwnId(item, shape), say) }]
    say(diagnose('yaml/not-a-map', { expected: 'map', example: `- {${needed}}` }, item.place))
    return []
  })
}

/** The table with the entry's own name as the example of its id: pasted, that of another entry would make a twin. */
function withOwnId<S extends Shape>(map: RawMap, shape: S): S {
  const own = idMeant(map)
  return shape.id === undefined || own === '' ? shape : { ...shape, id: { ...shape.id, example: own } }
}

/** The id of an entry as it was typed, or as its name makes one; '' where neither does. */
const idMeant = (map: RawMap): string => slug(textAt(map, 'id')) || slug(textAt(map, 'name'))

function textAt(map: RawMap, key: string): string {
  const raw = rawOf(map, key)
  return raw?.kind === 'text' ? raw.text : ''
}

/** Where no order is written a section stands behind the one before it in the file. */
const withOrder = (
  rows: readonly Row<typeof categoryShape>[],
): readonly (readonly [Row<typeof categoryShape>, number])[] => {
  let last = 0
  return rows.map((row) => {
    last = row.values.order ?? last
    return [row, last] as const
  })
}

/** Of two with one id that which has it as it was typed is the right one. */
const typedFirst = (rows: ReturnType<typeof withOrder>): ReturnType<typeof withOrder> => [
  ...rows.filter(([{ values }]) => values.id !== undefined),
  ...rows.filter(([{ values }]) => values.id === undefined),
]

/** A section whose id was refused is kept under the one it is to have: that bulletins name it is no mistake besides. */
function toCategory([{ map, values: v }, order]: readonly [
  Row<typeof categoryShape>,
  number,
]): readonly WithMap<Category>[] {
  const own = v.id ?? idMeant(map)
  if (own === '' || v.name === undefined) return []
  const typed = v.id === undefined ? oneLine(textAt(map, 'id')) : ''
  return [
    {
      map,
      id: own,
      name: v.name,
      purpose: v.purpose ?? '',
      order,
      parent: v.parent ?? null,
      aliases: [...(v.aliases ?? []), ...(typed === '' ? [] : [typed])],
    },
  ]
}

const toUnit = ({ map, values: v }: Row<ReturnType<typeof unitShape>>): readonly WithMap<Unit>[] =>
  v.id === undefined || v.name === undefined
    ? []
    : [
        {
          map,
          id: v.id,
          name: v.name,
          shortName: v.shortName ?? null,
          validFrom: v.validFrom ?? null,
          validTo: v.validTo ?? null,
          successors: v.successors ?? [],
          url: v.url ?? null,
        },
      ]

const toAuthor = ({ map, values: v }: Row<typeof authorShape>): readonly WithMap<Author>[] =>
  v.id === undefined || v.name === undefined ? [] : [{ map, id: v.id, name: v.name, unit: v.unit ?? null }]

/** An entry whose acronym could never be recognised in a text is told, and kept: nothing else is wrong with it. */
function toTerm({ map, values: { short, long } }: Row<typeof termShape>, say: Say): readonly Term[] {
  if (short === undefined || long === undefined) return []
  if (acronymsIn(short).length === 0) say(diagnose('register/no-acronym', { given: short }, placeOf(map, 'short')))
  return [{ short, long }]
}

/** The rows whose id is new; of the others it is said where the first stands. */
function unique<T extends WithMap<{ readonly id: string }>>(rows: readonly T[], key: string, say: Say): readonly T[] {
  const seen = new Map<string, RawMap>()
  return rows.filter(({ id: given, map }) => {
    const first = seen.get(given)
    if (first === undefined) {
      seen.set(given, map)
      return true
    }
    say(diagnose('register/duplicate', { what: key, given, first: String(first.place.line) }, placeOf(map, key)))
    return false
  })
}

/** Two categories must differ in name too, or a name in a bulletin would mean both. */
function uniqueNames(rows: readonly WithMap<Category>[], say: Say): void {
  const seen = new Map<string, RawMap>()
  for (const { name, aliases, map } of rows) {
    const own = new Set<string>()
    for (const text of [name, ...aliases]) {
      const word = slug(text)
      if (own.has(word)) continue
      own.add(word)
      const first = seen.get(word)
      if (first === undefined) seen.set(word, map)
      else
        say(
          diagnose(
            'register/duplicate',
            { what: own.size === 1 ? 'name' : 'alias', given: text, first: String(first.place.line) },
            own.size === 1 ? placeOf(map, 'name') : aliasPlace(map, text),
          ),
        )
    }
  }
}

function aliasPlace(map: RawMap, alias: string): Place {
  const raw = rawOf(map, 'aliases')
  const items = raw === null ? [] : raw.kind === 'list' ? raw.items : [raw]
  return items.find((item) => item.kind === 'text' && oneLine(item.text) === alias)?.place ?? placeOf(map, 'aliases')
}

function refer<T>(
  rows: readonly WithMap<T>[],
  key: string,
  refs: (row: T) => readonly string[],
  targets: readonly { readonly id: string }[],
  file: string,
  say: Say,
): void {
  const ids = targets.map((target) => target.id)
  for (const row of rows) {
    for (const given of refs(row)) {
      if (ids.includes(given)) continue
      say(diagnose('register/unknown', { key, given, nearest: nearest(given, ids), file }, placeOf(row.map, key)))
    }
  }
}

/** Says which sections are their own ancestors, and takes their parent away so that nothing goes round for ever. */
function withoutCircles(rows: readonly WithMap<Category>[], say: Say): readonly WithMap<Category>[] {
  const parents = new Map(rows.map((row) => [row.id, row.parent]))
  return rows.map((row) => {
    const { id: start, map } = row
    let at = parents.get(start) ?? null
    for (let steps = 0; at !== null && at !== start && steps < rows.length; steps += 1) at = parents.get(at) ?? null
    if (at !== start) return row
    say(diagnose('register/circle', { key: 'parent', given: start }, placeOf(map, 'parent')))
    return { ...row, parent: null }
  })
}

/** A unit must not end before it begins, nor come after itself. */
function checkTimes(units: readonly WithMap<Unit>[], say: Say): void {
  for (const { id: own, validFrom, validTo, map } of units) {
    if (validFrom !== null && validTo !== null && validTo < validFrom)
      say(diagnose('date/order', { first: 'validFrom', second: 'validTo' }, placeOf(map, 'validTo')))
    if (followersOf([own], units).some(({ id: later }) => later === own))
      say(diagnose('register/circle', { key: 'successors', given: own }, placeOf(map, 'successors')))
  }
}
