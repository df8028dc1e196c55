import type { Raw, RawMap, RawText } from '../../../core/bulletin.ts'
import type { Place } from '../../../core/diagnostic.ts'

/** A text of the front matter that readers see, under the last key on the way to it. */
export interface SpokenField {
  /** The first key on the way: `images` for a caption of a picture. */
  readonly top: string
  readonly key: string
  readonly text: string
  readonly placeAt: (at: number, length: number) => Place
}

/** The keys whose values are read by people as they stand; what names files, addresses and dates is none. */
const spokenKeys: ReadonlySet<string> = new Set(
  'title shortTitle summary unit caption alt credit reason text name role tags authors'.split(' '),
)

/** Every text of a front matter that is shown, with the way to its places. `extra:` is data for templates. */
export function spokenFields(fields: RawMap): readonly SpokenField[] {
  return fields.entries.flatMap(({ key, value }) => (key === 'extra' ? [] : textsOf(key, key, value)))
}

function textsOf(top: string, key: string, raw: Raw): readonly SpokenField[] {
  if (raw.kind === 'map') return raw.entries.flatMap((entry) => textsOf(top, entry.key, entry.value))
  if (raw.kind === 'list') return raw.items.flatMap((item) => textsOf(top, key, item))
  return spokenKeys.has(key) && raw.text !== '' ? [{ top, key, text: raw.text, placeAt: placesOf(raw) }] : []
}

/** A part of a scalar where it was typed on one line without escapes; else the whole scalar. */
export const placesOf =
  ({ text, place }: RawText): SpokenField['placeAt'] =>
  (at, length) => {
    const quotes = (place.length ?? 0) - text.length
    if (text.includes('\n') || (quotes !== 0 && quotes !== 2)) return place
    return { line: place.line, column: place.column + quotes / 2 + at, length: Math.max(1, length) }
  }
