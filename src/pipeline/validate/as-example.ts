import type { Raw, RawText } from '../../core/bulletin.ts'
import { parseWhen } from '../../text/day.ts'
import { oneLine } from '../../text/normalize.ts'
import { whenMeant } from '../../text/when-meant.ts'
import { readYesNo } from '../../text/yes-no.ts'
import { inBraces } from '../parse/yaml/braces.ts'

/** The keys of a map, and those that must be there. */
export interface MapKeys {
  readonly all: readonly string[]
  readonly required: readonly string[]
}

/**
 * The example of a field that is a map, or a list of maps, with what was typed instead of one: `Báo Thanh Hóa` for `{name: …}` is
 * `{name: Báo Thanh Hóa}`. Of a list, all its items: the line is to be pasted over the whole.
 */
export function asExample(example: string, items: readonly Raw[], keys: MapKeys): string {
  const [, open = '', one = '', close = ''] = /^(\[?)(\{.*\})(\]?)$/.exec(example) ?? []
  const typed = items.filter((item) => item.kind !== 'text' || oneLine(item.text) !== '')
  if (one === '' || typed.length === 0 || typed.some(({ kind }) => kind === 'list')) return example
  return `${open}${typed.map((item) => (item.kind === 'text' ? filled(one, item, keys) : inBraces(item))).join(', ')}${close}`
}

/** The first item of an example of a list, on a line of its own with its dash in this column. */
export function asItem(example: string, dash: number): string {
  const inside = /^\[(.*)\]$/.exec(example)?.[1] ?? example
  return `${' '.repeat(dash - 1)}- ${inside.startsWith('{') ? inside : inside.replace(/,.*$/, '')}`
}

function filled(example: string, raw: RawText, { all, required }: MapKeys): string {
  const typed = inBraces(raw)
  if (/^https?:\/\//i.test(raw.text.trim())) {
    if (all.includes('href')) return put(example, 'href', typed)
    if (all.includes('url') && !required.includes('url')) return example.replace(/\}$/, () => `, url: ${typed}}`)
  }
  // A yes or no is no reason and no name: the example keeps its place to fill in.
  if (readYesNo(raw.text) !== null) return example
  // A day typed alone is its day; anything else is what the thing is.
  const day = parseWhen(raw.text).ok ? typed : whenMeant(raw.text)
  if (day !== null && required.includes('date')) return put(example, 'date', day)
  const key = required.find((one) => one !== 'date')
  if (key === undefined) return example
  const file = /^(.*[/\\])?(.+)\.\w+$/.exec(oneLine(raw.text))?.[2]
  const named = key === 'src' && file !== undefined ? put(example, 'title', inBraces({ ...raw, text: file })) : example
  return put(named, key, typed)
}

const put = (example: string, key: string, value: string): string =>
  example.replace(new RegExp(`(?<=[{ ]${key}: )[^,}]*`), () => value)
