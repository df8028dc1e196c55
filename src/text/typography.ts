import { fold } from './fold.ts'
import { grouped } from './grouped.ts'
import { oneLine } from './normalize.ts'
import { CAPITAL, EVERYDAY, everydayKinds, isPairAt, kindAt, LETTER, unitAt } from './signs.ts'

/**
 * Whether a caption is only the name a phone, Zalo, Word or a clerk gave a file ("IMG_2034", "THO 3 (1).png"), and so says nothing to a reader.
 * Meant for whole captions: a sentence that mentions "ảnh 1" or ends with a date is none.
 */
export function looksLikeFileName(s: string): boolean {
  const typed = oneLine(s)
  if (typed === '' || typed.length > longestName) return false
  const folded = fold(typed)
  if (withExtension.test(folded)) return true
  const name = folded.replace(copyMark, '')
  const plain = !/[^\0-\x7F]/.test(typed) || name !== folded
  return anyLetters.some((form) => form.test(name)) || (plain && onlyAscii.some((form) => form.test(name)))
}

/** Whether a text is in capitals as a whole: at least 20 letters, over 60 % of them capitals. */
export function shouting(s: string): boolean {
  const kinds = everydayKinds()
  let letters = 0
  let capitals = 0
  const { length } = s
  for (let at = 0; at < length; ) {
    const stop = Math.min(length, at + STRETCH)
    for (; at < stop; at += 1) {
      const unit = unitAt(s, at)
      const kind = unit < EVERYDAY ? kinds[unit]! : kindAt(s, at)
      // Sums of bits, not questions: a line is gone through in half the time.
      letters += (kind & LETTER) >> 2
      capitals += (kind & CAPITAL) >> 1
      if (unit >= EVERYDAY && isPairAt(s, at)) at += 1
    }
    // Whatever follows, it cannot be capitals enough.
    if (capitals + length - at <= 1.5 * (letters - capitals)) return false
  }
  return letters >= 20 && capitals > 0.6 * letters
}

/** So many signs of a line are gone through before it is asked whether the rest can matter. */
const STRETCH = 64

/** The size of a file for readers: "812 KB", "1,4 MB"; 1 KB = 1024 bytes. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${Math.round(bytes)} byte`
  const kilo = Math.round(bytes / 1024)
  if (kilo < 1024) return `${kilo} KB`
  const mega = Math.round((bytes / 1024 ** 2) * 10) / 10
  return mega < 1024 ? `${numberVi(mega)} MB` : `${numberVi(Math.round((bytes / 1024 ** 3) * 10) / 10)} GB`
}

/** A finite number as Vietnamese write it, to two decimals at most: 1.234.567,89. Own rules, so that no version of ICU changes a page. */
export function numberVi(n: number): string {
  const [whole = '0', decimals = ''] = Math.abs(n).toFixed(2).split('.')
  const rest = decimals.replace(/0+$/, '')
  const size = rest === '' ? grouped(whole, '.') : `${grouped(whole, '.')},${rest}`
  return n < 0 && size !== '0' ? `-${size}` : size
}

const longestName = 120

const withExtension =
  /\S\.(?:png|jpe|jpe?g|jfif|gif|webp|avif|hei[cf]|bmp|tiff?|svg|psd|dng|cr2|nef|pdf|docx?|xlsx?|pptx?|odt|mp[34]|m4a|wav|mov|avi|zip|rar)(?: ?\(\d+\))?$/

// What Windows adds when a file is copied.
const copyMark = / ?- ?(?:copy|sao chep|ban sao)(?: ?\(\d+\))?$/

// What devices and programs write after the word of their choice: counters, dates, times.
const counter = String.raw`(?:[\d\s_.-]|\(\d+\)|at|luc|am|pm|sa|ch|copy|edited|burst|hdr)*`

/** Forms in which Vietnamese letters may stand. */
const anyLetters = [
  new RegExp(`^(?:anh|hinh) (?:chup )?man hinh${counter}$`),
  // One token joined by low lines, not an address.
  /^[^\s@/:]*_[^\s@/:]*$/,
  // Only a counter, a date or a number of the program's.
  /^[\d\s_().-]+$/,
]

/** Forms that are file names only when no letter has a mark: "THO 3" is one, "Quý 3" is not. */
const onlyAscii = [
  new RegExp(
    `^(?:img|dsc[nf]?|dcim|pxl|p?image|images|photo|pic|picture|scan|screen ?shot|whatsapp image|zalo|messenger|fb_img|received|unnamed|untitled|download|clipboard|capture|thumbnail)${counter}$`,
  ),
  // One short word and its number, or a few words and the number of a copy.
  /^(?!covid)[a-z]{1,12}[\s_-]?\d{1,4}$/,
  /^[a-z0-9][a-z0-9\s_-]{0,40} ?\(\d+\)$/,
  // Zalo's z4032176543210, hashes and UUIDs.
  /^[a-z]{0,4}\d{6,}[a-z0-9_-]*$/,
  /^(?=[a-z-]*\d)[0-9a-f]{8}[0-9a-f-]{8,}$/,
  // A slug.
  /^[a-z0-9]+(?:-[a-z0-9]+){2,}$/,
]
