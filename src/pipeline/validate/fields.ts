import type { Raw, RawMap, RawText } from '../../core/bulletin.ts'
import type { Instant } from '../../core/config.ts'
import { type Diagnostic, diagnose, type FieldKind, type Place } from '../../core/diagnostic.ts'
import type { Json } from '../../core/digest.ts'
import { isReservedName } from '../../core/path.ts'
import { instantOf, isZone, nextDay, parseWhen, startOf, toZone } from '../../text/day.ts'
import { nearest } from '../../text/nearest.ts'
import { oneLine } from '../../text/normalize.ts'
import { slug } from '../../text/slug.ts'
import { whenMeant } from '../../text/when-meant.ts'
import { readYesNo } from '../../text/yes-no.ts'
import { partsOf } from '../parse/yaml/braces.ts'
import { asExample, asItem } from './as-example.ts'
import { insideOf } from './inside.ts'
import { keyMeantBy, lineMeant } from './meant-keys.ts'

/** Where a decoder leaves what it has to say. */
export type Say = (diagnostic: Diagnostic) => void

/** The name of a field and a right value of it, for messages. */
export interface Named {
  readonly key: string
  readonly example: string
  /** Of an item of a list: all its items. */
  readonly items?: readonly Raw[]
  /** The line its key stands in. */
  readonly line?: number
  /** Of an item that has a line of its own: the column of its dash. */
  readonly dash?: number | null
}

/** Turns a value as written into what it means; undefined after saying why it cannot. */
export type Decoder<T> = (raw: Raw, named: Named, say: Say) => T | undefined

/** One line in a table of fields. */
export interface Field<T> {
  readonly decoder: Decoder<T>
  readonly example: string
  readonly required: boolean
  /** `key:` with nothing after it is an error, not the default: `#0000ff` without quotes is a comment of YAML. */
  readonly filled?: boolean
  readonly fallback: T | undefined
}

/** A value with the place it stands at, for checks that come later. */
export interface Placed<T> {
  readonly value: T
  readonly place: Place
}

/** A day with, perhaps, a time, in the portal's zone. */
export interface Moment {
  readonly day: string
  readonly time: string | null
  /** When it begins, in ms since the epoch: of two equal hours (clocks going back) the one an offset names. */
  readonly start: number
}

/** A table of fields. */
export type Shape = Readonly<Record<string, Field<unknown>>>

/** What decoding a shape gives: undefined where a field was refused (it was said why). */
export type Values<S extends Shape> = { readonly [K in keyof S]: S[K] extends Field<infer T> ? T | undefined : never }

/** A field that must be there. */
export const required = <T>(decoder: Decoder<T>, example: string): Field<T> => ({
  decoder,
  example,
  required: true,
  fallback: undefined,
})

/** A field that may be missing or empty: then it has this value. */
export const optional = <T>(decoder: Decoder<T>, fallback: T, example: string): Field<T> => ({
  decoder,
  example,
  required: false,
  fallback,
})

/** A colour that may be missing, but not left empty. */
export const colorOr = (fallback: string): Field<string> => ({
  ...optional(color, fallback, `'${fallback}'`),
  filled: true,
})

/** Whether nothing was written after the colon. */
export const isEmpty = (raw: Raw): boolean => raw.kind === 'text' && !raw.quoted && /^(~|null|)$/i.test(raw.text.trim())

const isBlank = (raw: Raw): boolean => raw.kind === 'text' && oneLine(raw.text) === ''

/** The value of a key, or null. */
export const rawOf = (map: RawMap, key: string): Raw | null =>
  map.entries.find((entry) => entry.key === key)?.value ?? null

/** The place of a key's value, else of the map: what a message about that field underlines. */
export const placeOf = (map: RawMap, key: string): Place => rawOf(map, key)?.place ?? map.place

/** The text of a value, shortened for a message. */
const given = (raw: Raw): string => (raw.kind === 'text' ? raw.text : raw.kind === 'list' ? '[…]' : '{…}')

function refuse(raw: Raw, { key, example: whole, dash }: Named, expected: FieldKind, say: Say): undefined {
  // What is offered stands in the place of what is underlined: of an item on its own line, that line.
  const example = dash == null ? whole : asItem(whole, dash)
  say(diagnose('field/type', { key, example, expected, given: given(raw) }, raw.place))
  return undefined
}

/** Whether a map is written as `{…}`: its first key does not stand where it begins. */
export const isInBraces = ({ entries: [first], place }: RawMap): boolean =>
  first !== undefined && (first.keyPlace.line !== place.line || first.keyPlace.column !== place.column)

/** Decodes a map by a table; unknown keys are errors with the nearest known one. of: the field the map stands in. */
export function decodeMap<S extends Shape>(map: RawMap, shape: S, say: Say, of: string | null = null): Values<S> {
  const values: Record<string, unknown> = {}
  // What is there under another name is not told to be missing besides, and no key is to be there twice.
  const renamed = new Set<string>()
  const where = isInBraces(map) ? 'braces' : 'line'
  const there = new Set(map.entries.map(({ key }) => key))
  for (const { key, keyPlace, value } of map.entries) {
    if (Object.hasOwn(shape, key)) continue
    const known = Object.keys(shape).filter((one) => !there.has(one) && !renamed.has(one))
    const near = keyMeantBy(key, known) ?? nearest(key, known)
    if (near !== null) renamed.add(near)
    const pasted = near === null || where === 'braces' ? null : lineMeant(near, value, map)
    say(diagnose('field/unknown', { key, nearest: near, free: Object.hasOwn(shape, 'extra'), where, pasted }, keyPlace))
  }
  for (const [key, field] of Object.entries(shape)) {
    const entry = map.entries.find((one) => one.key === key)
    const raw = entry?.value ?? null
    const named = { key, example: field.example, ...(entry && { line: entry.keyPlace.line }) }
    const asked = field.required || field.filled === true
    // A title may be the word null, but not two blanks in quotation marks.
    const empty = raw !== null && (field.required ? isBlank(raw) : isEmpty(raw))
    if (raw === null && field.required && renamed.has(key)) continue
    if (raw === null && field.required) sayMissing(map, shape, key, of, say)
    else if (raw !== null && empty && asked) say(diagnose('field/empty', named, raw.place))
    else values[key] = raw === null || empty ? field.fallback : field.decoder(raw, named, say)
  }
  return values as Values<S>
}

/** Says that a map lacks a field of its table. of: the field the map stands in. */
export function sayMissing(map: RawMap, shape: Shape, key: string, of: string | null, say: Say): void {
  const place = isInBraces(map) ? map.place : { line: map.place.line, column: 1 }
  const example = shape[key]?.example ?? ''
  say(diagnose('field/missing', { key, example, inside: insideOf(map, shape, key, of) }, place))
}

/** One line of text: NFC, no controls, blanks as one. */
export const line: Decoder<string> = (raw, named, say) =>
  raw.kind === 'text' ? oneLine(raw.text) : refuse(raw, named, 'text', say)

/** The same, with its place. */
export const placed =
  <T>(decoder: Decoder<T>): Decoder<Placed<T>> =>
  (raw, named, say) => {
    const value = decoder(raw, named, say)
    return value === undefined ? undefined : { value, place: raw.place }
  }

/** Names in one line, `Lê Thơ, Khắc Cường`, each with its place. whole: quotes make one of what has commas. */
export const names =
  (whole: 'quoted' | 'never'): Decoder<readonly Placed<string>[]> =>
  (raw, named, say) => {
    if (raw.kind !== 'text') return refuse(raw, named, 'text', say)
    const parts = raw.quoted && whole === 'quoted' ? [raw] : partsOf(unquoted(raw)).map(unquoted)
    return parts.map(({ text, place }) => ({ value: oneLine(text), place }))
  }

/** `“Lê Thơ”` without the quotation marks that Word puts around it: to YAML they are letters, and nobody is called so. */
function unquoted(raw: RawText): RawText {
  const { text, place } = raw
  const marks = /^[“”]/.test(text) ? /[“”]/ : /^[‘’]/.test(text) ? /[‘’]/ : null
  const inside = text.slice(1, -1)
  if (raw.quoted || marks === null || !marks.test(text.slice(-1)) || marks.test(inside) || inside.trim() === '')
    return raw
  return { ...raw, text: inside, place: { ...place, column: place.column + 1, length: inside.length } }
}

/** A list of names, `[a, b]`, `a, b` or a line for each. */
export const namesOf: Decoder<readonly Placed<string>[]> = (raw, named, say) =>
  listOf(names('quoted'))(raw, named, say)?.flat()

/** Yes or no in the words people use. */
export const yesNo: Decoder<boolean> = (raw, named, say) => {
  const said = raw.kind === 'text' ? readYesNo(raw.text) : null
  return said ?? refuse(raw, named, 'yes-no', say)
}

/** A whole number from 0 on. */
export const count: Decoder<number> = (raw, named, say) =>
  raw.kind === 'text' && /^\d{1,6}$/.test(raw.text.trim()) ? Number(raw.text) : refuse(raw, named, 'number', say)

/** One of a few words. */
export const oneOf =
  <T extends string>(...allowed: readonly T[]): Decoder<T> =>
  (raw, named, say) => {
    const found = raw.kind === 'text' ? allowed.find((word) => word === raw.text.trim()) : undefined
    if (found === undefined) say(diagnose('field/value', { key: named.key, given: given(raw), allowed }, raw.place))
    return found
  }

/** A list; a single value is taken as a list of one. */
export const listOf =
  <T>(decoder: Decoder<T>): Decoder<readonly T[]> =>
  (raw, named, say) => {
    const items = raw.kind === 'list' ? raw.items : [raw]
    const dash = dashesOf(raw, named.line)
    return items.flatMap((item, at) => {
      if (isEmpty(item)) return []
      const { line } = item.place
      const isAlone = items[at - 1]?.place.line !== line && items[at + 1]?.place.line !== line
      const value = decoder(item, { ...named, items, dash: isAlone ? dash : null }, say)
      return value === undefined ? [] : [value]
    })
  }

/** The column of the dashes of a list whose items have lines of their own below its key; null of any other. */
function dashesOf(raw: Raw, line = Number.POSITIVE_INFINITY): number | null {
  if (raw.kind !== 'list' || raw.place.line <= line || raw.items[0]?.place.line !== raw.place.line) return null
  const { column } = raw.place
  return raw.items.every(({ place }) => place.column >= column + 2) ? column : null
}

/** A map decoded by a table. */
export const mapOf =
  <S extends Shape>(shape: S): Decoder<Values<S>> =>
  (raw, named, say) => {
    if (raw.kind === 'map') return decodeMap(raw, shape, say, named.key)
    const all = Object.keys(shape)
    const keys = { all, required: all.filter((key) => shape[key]?.required === true) }
    const items = named.dash == null ? (named.items ?? [raw]) : [raw]
    return refuse(raw, { ...named, example: asExample(named.example, items, keys) }, 'map', say)
  }

/** Tries one decoder for text and another for maps: `Lê Thơ` or `{name: Lê Thơ}`. */
export const textOr =
  <T>(text: Decoder<T>, map: Decoder<T>): Decoder<T> =>
  (raw, named, say) =>
    (raw.kind === 'text' ? text : map)(raw, named, say)

/** A day, with time if one was given, converted to the zone. */
export const moment =
  (zone: string): Decoder<Moment> =>
  (raw, named, say) => {
    if (raw.kind !== 'text') {
      say(diagnose('date/form', { key: named.key, given: given(raw), meant: null }, raw.place))
      return undefined
    }
    const parsed = parseWhen(raw.text)
    if (!parsed.ok) {
      say(diagnose(`date/${parsed.why}`, { key: named.key, given: raw.text, meant: whenMeant(raw.text) }, raw.place))
      return undefined
    }
    const known = isZone(zone) ? zone : 'UTC'
    const { day, time } = toZone(parsed.when, known)
    return { day, time, start: startOf(parsed.when, known) }
  }

/** When a moment begins, in ms since the epoch: a day alone at its first. */
export const beginning =
  (zone: string): Decoder<Instant> =>
  (raw, named, say) =>
    moment(zone)(raw, named, say)?.start

/** When it is over: a day alone counts whole. */
export const ending =
  (zone: string): Decoder<Instant> =>
  (raw, named, say) => {
    const end = moment(zone)(raw, named, say)
    return end === undefined ? undefined : endOf(end, isZone(zone) ? zone : 'UTC')
  }

/** The first instant behind a moment that ends something. */
export const endOf = ({ day, time, start }: Moment, zone: string): Instant =>
  time === null ? instantOf(nextDay(day), null, zone) : start

/** A day; a time is allowed and left away. */
export const dayOnly =
  (zone: string): Decoder<string> =>
  (raw, named, say) =>
    moment(zone)(raw, named, say)?.day

/** An absolute http(s) URL. */
export const webUrl: Decoder<string> = (raw, named, say) => {
  const text = raw.kind === 'text' ? raw.text.trim() : ''
  return /^https?:\/\//i.test(text) &&
    URL.canParse(text) &&
    new URL(text).username === '' &&
    new URL(text).password === ''
    ? new URL(text).href
    : refuse(raw, named, 'url', say)
}

/** A host by scheme and name alone, as a content security policy takes it: `https://dem.tinh.gov.vn`; no path, no `*`. */
export const origin: Decoder<string> = (raw, named, say) => {
  const text = raw.kind === 'text' ? raw.text.trim() : ''
  const known = /^https:\/\/[a-z0-9.-]+(:\d{1,5})?\/?$/i.test(text) && URL.canParse(text)
  return known ? new URL(text).origin : refuse(raw, named, 'origin', say)
}

/** The name of a host, as links have it: `gov.vn`. Of a whole address its host is taken; `*.` before it means no more. */
export const host: Decoder<string> = (raw, named, say) => {
  const text = raw.kind === 'text' ? raw.text.trim() : ''
  const url = /^https?:\/\//i.test(text) ? text : `https://${text.replace(/^\*?\./, '').replace(/\/$/, '')}`
  const found = URL.canParse(url) ? new URL(url) : null
  const isName = found !== null && /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z][a-z0-9-]*$/.test(found.hostname)
  const isWhole = url === text || found?.pathname === '/'
  return isName && isWhole ? found.hostname : refuse(raw, named, 'host', say)
}

/** An address on the portal (`/gioi-thieu/`) or an absolute http(s) URL. */
export const href: Decoder<string> = (raw, named, say) =>
  raw.kind === 'text' && /^\/(?![/\\])[^\s\\<>"]*$/.test(raw.text.trim())
    ? raw.text.trim()
    : raw.kind === 'text' && /^https?:/i.test(raw.text.trim())
      ? webUrl(raw, named, say)
      : refuse(raw, named, 'address', say)

/** One address of electronic mail, which pages link to (RFC 6068, without what is rare); what waits to be filled in is told as such. */
export const mail: Decoder<string> = (raw, named, say) => {
  const text = raw.kind === 'text' ? oneLine(raw.text) : ''
  const isMail = /^[^\s<>()[\],;:\\"@]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(text)
  return isMail || isPlaceholder(text) ? text : refuse(raw, named, 'mail', say)
}

/** What the blank portal of `init` holds where a person must write: `[tên cơ quan]`. */
export const isPlaceholder = (text: string): boolean => /^\[[^\]]*\]$/.test(text.trim())

/** A colour as `#rrggbb`. */
export const color: Decoder<string> = (raw, named, say) =>
  raw.kind === 'text' && /^#[0-9a-f]{6}$/i.test(raw.text.trim())
    ? raw.text.trim().toLowerCase()
    : refuse(raw, named, 'color', say)

/** The id of a register's entry: `a-z`, `0-9` and `-`. */
export const id: Decoder<string> = (raw, named, say) =>
  raw.kind === 'text' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(raw.text.trim())
    ? withoutDevices(raw.text.trim(), raw.place, say)
    : refuse(raw, { ...named, example: asIds(raw, named) }, 'id', say)

/** What was typed as ids, a name for each: `Chuyện thôn xóm` is `chuyen-thon-xom`; the example where nothing of it can stand in one. */
function asIds(raw: Raw, { example, items = [raw], dash }: Named): string {
  const isList = items[0] !== raw || items.length > 1
  const ids = (isList && dash == null ? items : [raw]).map((item) => (item.kind === 'text' ? slug(item.text) : ''))
  if (ids.some((one) => one === '')) return example
  return isList ? `[${ids.join(', ')}]` : ids.join()
}

function withoutDevices(name: string, place: Place, say: Say): string | undefined {
  if (!isReservedName(name)) return name
  say(diagnose('file/reserved-name', { name }, place))
  return undefined
}

/** Anything, as plain data of texts. */
export const free: Decoder<Json> = (raw) => toJson(raw)

/** A value of YAML as plain data: all scalars are text. */
export function toJson(raw: Raw): Json {
  if (raw.kind === 'text') return raw.text
  if (raw.kind === 'list') return raw.items.map(toJson)
  return Object.fromEntries(raw.entries.map(({ key, value }) => [key, toJson(value)]))
}
