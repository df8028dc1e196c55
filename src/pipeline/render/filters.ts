import { formatDay, parseWhen } from '../../text/day.ts'
import { xmlSafe } from '../../text/normalize.ts'
import { numberVi } from '../../text/typography.ts'
import type { TemplateFunction } from './engine.ts'
import { escapeJson, escapeMarkup } from './escape.ts'
import { qrCode } from './qr.ts'
import { Endless, MOST_STEPS } from './trace.ts'
import { sortedVi } from './vi-sort.ts'

/** The words of the theme by key, with `{name}` where a value goes. */
export interface Strings {
  readonly [key: string]: string
}

/** What filters need from outside. */
export interface FilterNeeds {
  readonly language: 'vi' | 'en'
  readonly strings: Strings
  /** The HTML of one of the current page's bodies. */
  readonly body: (number: number) => string
  readonly asMarkup: (text: string) => unknown
}

/** The filters of templates beyond the engine's own. */
export function filtersFor({ language, body, asMarkup }: FilterNeeds): { readonly [name: string]: TemplateFunction } {
  return {
    /** `content | html`: the HTML of a ContentView. */
    html: (content) => asMarkup(body(bodyNumberOf(content))),
    /** `data | json_ld`: JSON for a script element of type application/ld+json. */
    json_ld: (value) => asMarkup(escapeJson(JSON.stringify(value ?? null))),
    /** `data | json`: a whole JSON document; a ContentView in it comes out as the HTML of that body. */
    json: (value) =>
      asMarkup(`${JSON.stringify(value, (_, part: unknown) => (isContent(part) ? body(part.body) : part), 2)}\n`),
    /** `text | xml`: for XML; markup comes out as text. */
    xml: (value) => asMarkup(escapeMarkup(xmlSafe(textOf(value)))),
    /** `address | qr(name)`: a QR code as SVG, with its name for those who do not see it. */
    qr: (text, label) => asMarkup(qrCode(textOf(text), textOf(label))),
    /** `list | vi_sort('name')`: in the order of Vietnamese names. */
    vi_sort: (list, key) => sortedVi(list, key),
    /** `'2023-01-13' | day`: 13/01/2023, as bulletins have it, however staff wrote it; an hour is left out. */
    day: (value) => day(textOf(value)),
    /** `1234.5 | number`: 1.234,5 in Vietnamese, 1,234.5 in English. */
    number: (value) => inLanguage(numberVi(Number(textOf(value))), language),
  }
}

/** The functions of templates beyond the engine's own. */
export function globalsFor({ strings }: FilterNeeds): { readonly [name: string]: TemplateFunction } {
  return {
    /** `t('key', {name: value})`: the theme's words. */
    t: (key, values) => worded(strings, textOf(key), values),
    /** `range(5)`, `range(2, 9, 3)`: as the engine's own, which would fill the memory with a list that is too long. */
    range: (...args) => range(args.map(Number)),
  }
}

function range([first = 0, end, by = 1]: readonly number[]): readonly number[] {
  const [start, stop] = end === undefined ? [0, first] : [first, end]
  const step = by === 0 ? 1 : by
  const length = Math.max(0, Math.ceil((stop - start) / step))
  if (length > MOST_STEPS) throw new Endless()
  return Array.from({ length }, (_, index) => start + index * step)
}

/** A word of the theme with its values in it; throws where the theme has none, or a value is not given. */
export function worded(strings: Strings, key: string, values: unknown): string {
  if (!Object.hasOwn(strings, key)) throw new Error(`t('${key}'): no such string`)
  return strings[key]!.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = isRecord(values) && Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined || value === null) throw new Error(`t('${key}'): {${name}} is not given`)
    return textOf(value)
  })
}

const isContent = (value: unknown): value is { readonly body: number } =>
  isRecord(value) && typeof value.body === 'number' && Object.keys(value).length === 1

function bodyNumberOf(content: unknown): number {
  const number = isRecord(content) ? content.body : undefined
  if (typeof number !== 'number') throw new Error('html: not the content of a bulletin or page')
  return number
}

function day(text: string): string {
  const parsed = parseWhen(text)
  if (!parsed.ok) throw new Error(`day: not a day: ${text}`)
  return formatDay(parsed.when.day)
}

function inLanguage(number: string, language: 'vi' | 'en'): string {
  return language === 'vi' ? number : number.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'))
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) throw new Error('a value is missing')
  return String(value)
}

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null
