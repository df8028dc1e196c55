import type { Raw, RawEntry, RawText } from '../../../core/bulletin.ts'
import { oneLine } from '../../../text/normalize.ts'
import { isMisread, quoteScalar } from './quote.ts'

/** A value as YAML within braces, on one line. */
export function inBraces(raw: Raw): string {
  if (raw.kind === 'list') return `[${raw.items.map(inBraces).join(', ')}]`
  if (raw.kind === 'map') return `{${raw.entries.map(({ key, value }) => `${key}: ${inBraces(value)}`).join(', ')}}`
  const text = oneLine(raw.text)
  const plain = text !== '' && !isMisread(text) && !/[,[\]{}]/.test(text) && !(raw.quoted && /^(?:~|null)$/i.test(text))
  return plain || (text === '' && !raw.quoted) ? text : quoteScalar(text)
}

/** Fields of documents that are lists of names or entries: `a, b` on a line without brackets are two of those that are names. */
const lists: ReadonlySet<string> = new Set(['accept', 'tags', 'authors', 'aliases', 'attachments', 'images'])
const names: ReadonlySet<string> = new Set(['accept', 'tags', 'authors'])

/** What is in a field, as it could stand between brackets. */
export function itemsIn(key: string, raw: Raw): readonly string[] {
  if (raw.kind === 'list') return raw.items.map(inBraces)
  if (raw.kind === 'map') return [inBraces(raw)]
  if (raw.text === '' && !raw.quoted) return []
  if (raw.quoted || !names.has(key)) return [inBraces(raw)]
  return partsOf(raw).map(inBraces)
}

/** The names of a text like `Lê Thơ, Khắc Cường`, each with its place. */
export function partsOf(raw: RawText): readonly RawText[] {
  const { line, column } = raw.place
  return [...raw.text.matchAll(/[^,;\s](?:[^,;]*[^,;\s])?/g)].map(({ 0: text, index }) => ({
    ...raw,
    text,
    place: { line, column: column + index, length: text.length },
  }))
}

/** A field that was written twice as one line with all that is in both; null where it is no list, or not written on one line each. */
export function mergedLine(key: string, lines: readonly RawEntry[]): string | null {
  if (!lists.has(key) || !lines.every(({ keyPlace, value }) => isOnLine(value, keyPlace.line))) return null
  const items = new Set(lines.flatMap(({ value }) => itemsIn(key, value)))
  return `${key}: [${[...items].join(', ')}]`
}

function isOnLine(raw: Raw, line: number): boolean {
  const parts = raw.kind === 'list' ? raw.items : raw.kind === 'map' ? raw.entries.map(({ value }) => value) : []
  return raw.place.line === line && parts.every((part) => isOnLine(part, line))
}
