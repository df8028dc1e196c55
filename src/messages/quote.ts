import type { There } from '../core/diagnostic.ts'

const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu

const codePoint = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`

/** A text with the code point (`⟨U+200B⟩`) in the place of every sign that cannot be seen or would steer a terminal. */
export const showUnseen = (text: string): string => text.replace(unprintable, codePoint)

/** One line of at most max characters, in NFC: blanks and line ends become one blank, what cannot be seen its code point. */
export function shorten(text: string, max = 80): string {
  const line = showUnseen(
    text
      .slice(0, max * 8)
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  const characters = [...line]
  return characters.length <= max && text.length <= max * 8 ? line : `${characters.slice(0, max - 1).join('')}…`
}

/** A given value in Vietnamese and English quotes: “Kinh tế”. */
export const quote = (text: string): string => `“${shorten(text)}”`

/** Up to twelve values in quotes, separated by commas; the rest are left out with an ellipsis. */
export const quoteList = (texts: readonly string[]): string =>
  texts.slice(0, 12).map(quote).join(', ') + (texts.length > 12 ? '…' : '')

/** The longest line offered for pasting: past this it would not fit a screen, and cutting it would lose text. */
const longest = 1000

/** A line to paste, whole and free of what cannot be seen; null when there is none or it is too long to offer. */
export function line(text: string | null): string | null {
  if (text === null || text.length > longest) return null
  const clean = text.normalize('NFC').replace(/\s/g, ' ').replace(unprintable, '').trimEnd()
  return clean.trim() === '' ? null : clean
}

/** Nothing but dashes of whatever length. */
export const isOnlyDashes = (text: string): boolean => /^[-–—_=*\s]+$/.test(text)

/** A day whose year is none that is taken: before 1900, after 2199. */
export const isFarYear = (day: string): boolean =>
  /(?<!\d)(?:[01][0-8]\d\d|0\d{3}|2[2-9]\d\d|[3-9]\d{3})(?!\d)/.test(day)

/** The last name in a key's path: `agency.phone` → `phone`, `images[2].src` → `src`. */
export const lastKey = (key: string): string =>
  key
    .replace(/\[\d+\]/g, '')
    .split('.')
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .at(-1) ?? key

/** Whether a line is an item of a list, with its dash. */
export const isItem = (pasted: string): boolean => /^ *- /.test(pasted)

/** The line `key: value`; a value that already says its key, or is an item with its dash, stands as it is. */
export const pair = (key: string, value: string): string =>
  isItem(value) || value.trimStart().startsWith(`${lastKey(key)}:`) ? value : `${lastKey(key)}: ${value}`

/** The name under which portal.yml finds a picture, whatever way to it was typed: `C:\\Anh\\tet.jpg` → `static/tet.jpg`. */
export const inStatic = (typed: string): string =>
  `static/${
    typed
      .replace(/[?#].*$/, '')
      .split(/[/\\]/)
      .findLast((part) => part !== '') ?? 'anh.jpg'
  }`

/** The name of a file saved in another format: `so do.tif` as `jpg` → `so do.jpg`. */
export const asNamed = (name: string, extension: string): string => `${name.replace(/\.[^./\\]*$/, '')}.${extension}`

/** A list of the front matter with one more item: the line of the whole list, or that of the item where each has its own. */
export const merged = (key: string, item: string, { items, dashes }: There): string =>
  dashes === null ? `${key}: [${items === '' ? item : `${items}, ${item}`}]` : `${' '.repeat(dashes - 1)}- ${item}`

/** Lines to paste with each lone `…` as the place to fill in that is stopped where it would be published: `[điền: …]`, quoted. */
export const withPlaces = (pasted: string, place: string): string =>
  pasted.replace(/(?<=: )…(?=[,}\]]|$)/g, singleQuoted(place))

/** A path as a command line takes it: in double quotes where it has blanks. */
export const typed = (path: string): string => (/\s/.test(path) ? `"${path}"` : path)

/** Text in single quotes as YAML reads it back. */
export const singleQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A text as it can stand within braces. */
export const inBraces = (text: string): string => (/[[\]{},:#"'&*!|>%@`]/.test(text) ? singleQuoted(text) : text)

/** Prose with the lines to paste under it; where there are none, prose that ends as a sentence. */
export function withLines(prose: string, ...lines: readonly (string | null)[]): string {
  const pasted = lines.filter((item) => item !== null)
  return pasted.length === 0 ? prose.replace(/:$/, '.') : [prose, ...pasted].join('\n')
}

/**
 * A number of 0 or more as the language writes it, with at most one decimal: 1.600 and 2,5 in Vietnamese. By own rules: to make the first
 * Intl.NumberFormat of a process takes 20 ms, a fortieth of a build of ten thousand bulletins that has nothing to make.
 */
export function amount(value: number, language: 'vi' | 'en'): string {
  const [point, comma] = language === 'vi' ? ['.', ','] : [',', '.']
  // Of the number as it is written, half and more go up: 2.15 is a little less in the machine.
  const tenths = value < 0.05 ? 0 : Math.round(Number(`${value}e1`))
  const digits = String(Math.floor(tenths / 10)).replace(/\d(?=(?:\d{3})+$)/g, `$&${point}`)
  return tenths % 10 === 0 ? digits : `${digits}${comma}${tenths % 10}`
}

/** Bytes in MB of 1024 × 1024, never less than 0.1: `6,3 MB`; whole ones from ten. */
export function megabytes(bytes: number, language: 'vi' | 'en'): string {
  const size = Math.max(0.1, bytes / 1024 ** 2)
  return `${amount(size < 10 ? size : Math.round(size), language)} MB`
}

/** `13/01/23` with the century staff meant: `13/01/2023`; the fixed example where it does not read so. */
export function wholeYear(given: string): string {
  const found = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})(?!\d)/.exec(given)
  return found ? `${found[1]}/${found[2]}/20${found[3]}` : '13/01/2023'
}
