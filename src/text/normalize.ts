/**
 * The composed form (NFC) that every text inside the tool has: "Thọ" typed on a Mac and on Windows become one string.
 * Of more than 30 marks on end the rest is dropped.
 */
export function nfc(s: string): string {
  return alreadyComposed.test(s) ? s : s.replace(overloaded, '$1').normalize('NFC')
}

/**
 * Text as a reader may get it: NFC; line ends are \n; without controls (\n and \t stay), bidi controls, zero-width and other
 * invisible characters, lone surrogates and noncharacters. The number of lines does not change. Emoji stay, but those joined of several come apart.
 */
export function clean(s: string): string {
  const lines = s.includes('\r') ? s.replace(/\r\n?/g, '\n') : s
  // What is not suspect is composed already.
  if (!suspect.test(lines)) return lines
  return nfc(lines.replace(separators, ' ').replace(invisible, ''))
}

/** `clean` on one line: every run of white space (line ends, tabs, no-break blanks) is one blank, none at the ends. */
export function oneLine(s: string): string {
  // Of nearly every text one look tells that only its ends may be blank.
  return (unevenOrSuspect.test(s) ? clean(s).replace(/\s+/g, ' ') : s).trim()
}

/** Drops what a document may not contain by XML 1.0, production 2 (Char), even escaped. */
export function xmlSafe(s: string): string {
  return s.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
}

// Below U+0300 nothing composes; the Vietnamese block and general punctuation are composed already.
const alreadyComposed = /^[\0-\u02FF\u1EA0-\u1EF9\u2010-\u2027]*$/

// Whatever `separators` or `invisible` could match is outside this everyday set.
const suspect = /[^\t\n\x20-\x7E\xA0-\xAC\xAE-\u02FF\u1EA0-\u1EF9\u2010-\u2027]/

/** The same set without white space that is no plain blank, or two blanks on end. */
const unevenOrSuspect = / {2}|[^\x20-\x7E\xA1-\xAC\xAE-\u02FF\u1EA0-\u1EF9\u2010-\u2027]/

// They part words (VT is Word's manual line break), so they leave a blank, not a gap; no line is added, so positions stay true.
const separators = /[\v\f\x85\u2028\u2029]/g

const invisible =
  /[\u034F\0-\x08\x0E-\x1F\x7F-\x9F\xAD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\p{Cs}\p{Noncharacter_Code_Point}]/gu

// 30 is what UAX #15 (Stream-Safe Text Format) allows any writing; ordering a hundred thousand marks takes quadratic time.
const overloaded = /(\p{M}{30})\p{M}+/gu
