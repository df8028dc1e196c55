import { type Finding, findAll } from './finding.ts'

/** References to signs that no text may have (`&#1;`, `&#xFFFE;`): what they stood for is lost. */
const reference = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi

/** Whether such a reference means no sign: a control, half a pair, a noncharacter. */
export function isLostReference(reference: string): boolean {
  const [, hex, decimal = ''] = /^&#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(reference) ?? []
  const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
  if (Number.isNaN(code)) return false
  return (
    code > 0x10ffff ||
    /^[\0-\x08\v\x0E-\x1F\x7F-\x9F\p{Cs}\p{Noncharacter_Code_Point}]$/u.test(String.fromCodePoint(code))
  )
}

/** UTF-8 that was read as Windows-1252 somewhere on its way (`Ã¡`, `á»™`, `Ä‘`), and U+FFFD, the grave of a byte. Text is NFC. */
export function mojibake(text: string): readonly Finding[] {
  if (!mayBeMojibake(text)) return []
  if (text.includes('&#')) {
    const lost = findAll(text, reference).filter(({ at, length }) => isLostReference(text.slice(at, at + length)))
    if (lost.length > 0) return lost
  }
  // In « » a word may end with á: « … cá ».
  return findAll(text, text.includes('«') ? withoutGuillemets : broken)
}

/** Whether a text can hold such letters at a glance: most have none. */
export const mayBeMojibake = (text: string): boolean => /[ÃÄÆÂ\uFFFD]|á[º»]|â€|&#/.test(text)

const latin =
  'Ã[\\u00A1-\\u00BF\\u2019\\u201C\\u0192]|Ä[‘\\u0090\\u0192\\u00A8\\u00A9]|Æ[\\u00A0\\u00A1\\u00AF\\u00B0]|â€[\\u2122\\u0153\\u009D\\u201C\\u02DC\\u00A6]?|Â[\\u00A0-\\u00BF]|\\uFFFD+'
const broken = new RegExp(`(?:${latin}|á[º»][^\\s\\p{L}\\p{P}]?)`, 'gu')
const withoutGuillemets = new RegExp(latin, 'gu')

/** Which old font a text was typed in. */
export type OldFont = 'TCVN3' | 'VISCII' | 'VNI'

/**
 * Text typed in an old 8-bit font (.VnTime, VNI-Times) and pasted as letters: `Héi nghÞ tæng kÕt c«ng t¸c`, `Hoäi nghò toång keát`.
 * It is valid Unicode and says nothing. The words that give it away, the first with its place; null where there are too few of them.
 */
export function oldFont(text: string): (Finding & { readonly font: OldFont }) | null {
  for (const [font, { quick, word, least }] of Object.entries(fonts) as readonly [OldFont, FontSigns][]) {
    if (!quick.test(text)) continue
    const words = findAll(text, word)
    const first = words[0]
    if (first !== undefined && words.length >= least)
      return { ...first, font: font === 'TCVN3' && isViscii(text) ? 'VISCII' : font }
  }
  return null
}

/** đ at the beginning of a word, ệ ồ ổ ỗ ắ ằ ặ ấ ầ ẩ ậ ố within one, and â, which is itself (RFC 1456). */
const viscii = /(?<!\p{L})[ðÐ]\p{L}|\p{L}[®°±²¡-§¯](?=\p{L})|â[cmnpty]/gu
/** đ at the beginning of a word, and â (TCVN 5712:1993). */
const tcvn3 = /(?<!\p{L})[®§]\p{L}|©[cmnpty]/gu

/** Whether letters of an old Vietnamese code, read one byte a letter, are VISCII rather than TCVN3: the two use the same signs, for other letters. */
export const isViscii = (text: string): boolean => (text.match(viscii)?.length ?? 0) > (text.match(tcvn3)?.length ?? 0)

/** Whether a text can be typed in such a font at a glance: most have none of its signs. */
export const mayBeOldFont = (text: string): boolean => Object.values(fonts).some(({ quick }) => quick.test(text))

interface FontSigns {
  /** Without one of these it is nothing of the kind. */
  readonly quick: RegExp
  /** A word that no one writes otherwise. */
  readonly word: RegExp
  /** A foreign name may look like one such word, or like two. */
  readonly least: number
}

const letters = '[\\p{L}\\p{M}¨©ª«¬®µ¶·¸¹»¼½¾×]'
const fonts: { readonly [F in OldFont]: FontSigns } = {
  TCVN3: {
    quick: /[¨©ª«¬®µ¶·¸¹¼½¾ÞßþæÆ]/,
    word: new RegExp(
      `(?<!${letters})(?:®\\p{L}|\\p{L}{1,4}[¨©ª«¬µ¶·¸¹»¼½¾]\\p{L}|\\p{L}{0,3}[¸¹µ¶·]c(?!\\p{L})|\\p{L}{1,3}[Þßþ]|\\p{L}{1,3}æ\\p{L})${letters}*`,
      'gu',
    ),
    least: 2,
  },
  VISCII: {
    quick: /[®°±²¡-§¯ð]/,
    word: /(?<!\p{L})(?:\p{L}{1,4}[®°±²¡-§¯]\p{L}+|ð\p{L}+)/gu,
    least: 2,
  },
  VNI: {
    // Noël, Citroën and señor have but ë, ï and ñ.
    quick: /[aeoyöô][ùøûäå]|[ae][âõ]|oõ|oâ/i,
    word: /(?<!\p{L})\p{L}{0,4}(?:[aeoyöô][ùøûïäåë]|[aeo]õ|[aeo]â|ñ[aeiouyöô])\p{L}*/giu,
    least: 3,
  },
}
