import { type Finding, findAll, VEIL } from './finding.ts'

const extensions = String.raw`\.(?:png|jpe?g|jfif|webp|gif|hei[cf]|bmp|tiff?|avif|svg)`
// What names are made of, percent escapes of blanks and brackets included: `THO%203%20(1).png`.
const sign = String.raw`[\p{L}\p{M}\p{N}_%.()~+-]`
const wordSign = String.raw`[\p{L}\p{M}\p{N}_-]`
/** Not within a word; behind a bracket one begins: `![](anh.webp` was never closed. */
const start = String.raw`(?<![\p{L}\p{M}\p{N}_%.)~+-])`
const name = new RegExp(
  `${start}(?:${wordSign}{1,40}[ \\u00A0])?(?:${wordSign}{0,40}[ \\u00A0]?\\(\\d{1,4}\\)|\\d{1,4})${extensions}(?![\\p{L}\\p{N}])` +
    `|${start}[\\p{L}\\p{N}_%]${sign}{0,120}${extensions}(?![\\p{L}\\p{N}])`,
  'giu',
)
const anyExtension = new RegExp(extensions, 'i')

/** Whether a text has the ending of a picture file's name: most have none. */
export const mayNamePhotos = (text: string): boolean => anyExtension.test(text)

/** Names of picture files in a text (NFC): `THO 3 (1).png`, `IMG_2034.JPG`, `THO%203.png`. Not those in targets of pictures and links or in addresses. */
export function photoNames(text: string): readonly Finding[] {
  if (!mayNamePhotos(text)) return []
  return findAll(
    text.replace(elsewhere, (found) => VEIL.repeat(found.length)),
    name,
  )
}

/** Names with a bracket that is never opened, or never closed, are told by their ending, as the reader of targets tells them. */
const elsewhere = new RegExp(
  [
    String.raw`(?<=\]\()[^()\n]*(?<!\.[a-z][a-z0-9]{1,4})\)[^()[\],;:!?\n]{0,40}${extensions}(?=>?\s*\))`,
    String.raw`(?<=\]\()[^()\n]*(?:\([^()\n]*\)[^()\n]*){0,4}(?=\))`,
    String.raw`(?<=\]\()[^()\n]*\([^()\n]{0,100}${extensions}(?=>?\s*\))`,
    String.raw`(?:https?:\/\/|www\.)[^\s<>“”"]+`,
  ].join('|'),
  'gi',
)
