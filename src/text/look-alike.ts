import { EVERYDAY, isPairAt, unitAt } from './signs.ts'

/** Classes of signs by the letter they look like: a blank or a mark that parts letters, `a` to `z`, `0` to `9`, and all else. */
export const PARTING = 0
/** The class of the letter `a`; that of `b` follows. */
export const LETTER_A = 1
/** The class of the digit `0`. */
export const DIGIT_0 = 27
/** The class of what is none of them. */
export const OTHER = 37

/** Letters of other scripts, and Latin ones without a decomposition, each before the one it is drawn for. */
const alike =
  'αa βb γy εe ζz ηn θo ιi κk μu νv ορ ρp τt υu χx ωw Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx ΐi ϊi όo οo σo ' +
  'аa вb еe ёe зe кk мm нh оo рp сc тt уu хx ѕs іi їi јj ԁd һh ԛq ԝw ґr гr пn иu АA ' +
  'ıi ɑa ɡg đd ðd ɖd øo łl ħh ŧt ƙk ɩi ʙb ʜh ɴn ʏy ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ɪi ʟl ʀr'
const parting = '\t -_.*~|+=/\\\xA0\xAD·•‧\u034F\u061C\u115F\u1160\u180E'

let table: Uint8Array | null = null

/** The class of every unit below EVERYDAY. For loops over whole texts, which hold the table themselves. */
export function everydayLooks(): Uint8Array {
  table ??= tableOfLooks()
  return table
}

function tableOfLooks(): Uint8Array {
  const looks = new Uint8Array(EVERYDAY).fill(OTHER)
  for (let unit = 0; unit < 0x80; unit += 1) looks[unit] = asciiLook(String.fromCharCode(unit))
  for (const [from, to] of [
    [0xa0, 0x250],
    [0x1e00, 0x1f00],
  ] as const)
    for (let unit = from; unit < to; unit += 1) looks[unit] = asciiLook(String.fromCharCode(unit).normalize('NFKD'))
  for (const [from = '', to = ''] of alike.split(' ').map((pair) => [...pair]))
    for (const sign of [from, from.toUpperCase()]) {
      const unit = sign.charCodeAt(0)
      if (sign.length === 1 && looks[unit] === OTHER) looks[unit] = asciiLook(to)
    }
  for (const sign of parting) looks[sign.charCodeAt(0)] = PARTING
  looks.fill(PARTING, 0x300, 0x370).fill(PARTING, 0x2000, 0x2016).fill(PARTING, 0x202a, 0x2030)
  return looks.fill(PARTING, 0x205f, 0x2070)
}

/** The class of the first sign, where it is ASCII. */
function asciiLook(text: string): number {
  const unit = text.toLowerCase().charCodeAt(0)
  if (unit >= 0x61 && unit <= 0x7a) return LETTER_A + unit - 0x61
  return unit >= 0x30 && unit <= 0x39 ? DIGIT_0 + unit - 0x30 : OTHER
}

const shownBlank: ReadonlySet<number> = new Set([0x2800, 0x3000, 0x3164, 0xfeff, 0xffa0])

/** The class of what stands at an offset; of a pair of units at its first. */
export function lookAt(text: string, at: number): number {
  const unit = unitAt(text, at)
  if (unit < EVERYDAY) return everydayLooks()[unit]!
  if (unit >= 0xff01 && unit <= 0xff5e) return everydayLooks()[unit - 0xfee0]!
  // Blanks, and what shows as one.
  if (shownBlank.has(unit) || (unit >= 0xfe00 && unit <= 0xfe0f)) return PARTING
  if (unit > 0x2fff && !isPairAt(text, at)) return OTHER
  const point = text.codePointAt(at) ?? unit
  for (const first of [0x1f150, 0x1f170, 0x1f1e6])
    if (point >= first && point < first + 26) return LETTER_A + point - first
  // ⒦ comes apart into brackets.
  return asciiLook(String.fromCodePoint(point).normalize('NFKD').replace(/^\(/, ''))
}

/** A sign as it is read: small, with the marks it has, else the letter it looks like. */
export function readAs(sign: string): string {
  const small = sign.toLowerCase()
  const marked = small === 'đ' || /^[a-z]\p{M}+$/u.test(small.normalize('NFD'))
  return marked ? small : (letterOf(lookAt(sign, 0)) ?? small)
}

const letterOf = (look: number): string | null =>
  look === PARTING || look === OTHER
    ? null
    : look >= DIGIT_0
      ? String(look - DIGIT_0)
      : String.fromCharCode(0x60 + look)

/** A text in the Latin letters it looks like, small and without marks: `Kυbet` → `kubet`. */
export function plainLook(text: string): string {
  let plain = ''
  for (const sign of text) plain += letterOf(lookAt(sign, 0)) ?? sign.toLowerCase()
  return plain
}
