import { type Diagnostic, diagnose, type Place } from '../../../core/diagnostic.ts'
import { parseWhen } from '../../../text/day.ts'
import { countSyllables } from '../../../text/fold.ts'
import { mayBeMojibake, mayBeOldFont, mojibake, oldFont } from '../../../text/proof/encodings.ts'
import type { Finding } from '../../../text/proof/finding.ts'
import { gambling, mayBeGambling } from '../../../text/proof/gambling.ts'
import { isOnlyDots, leftovers, mayHoldLeftovers } from '../../../text/proof/leftovers.ts'
import { mayHoldMarks, strayMarks } from '../../../text/proof/marks.ts'
import { mayHoldLongNumber, privateNumbers } from '../../../text/proof/numbers.ts'
import { repeats } from '../../../text/proof/repeats.ts'
import { looseDashes, mayBeMisspaced, spacing } from '../../../text/proof/spacing.ts'
import { shouting } from '../../../text/typography.ts'
import { whenMeant } from '../../../text/when-meant.ts'
import { readYesNo } from '../../../text/yes-no.ts'

/** One line of text that readers see: of a field, or of a body. */
export interface Spoken {
  readonly text: string
  /** The same as it was typed, which is as long: what people are told of is quoted from it, addresses included. */
  readonly typed: string
  /** The last key on the way to a field; null for a line of the body. */
  readonly key: string | null
  /** The first of the lines with bars it stands among, as rows of a table do: it says what is in the columns. '' where there are none. */
  readonly head: string
}

/** What deserves a second look in a line, each with its place in it. */
type Find = (spoken: Spoken, placeAt: (at: number, length: number) => Place) => readonly Diagnostic[]

/** A check of the words. */
export interface ProofRule {
  /** Whether any line of a whole text can hold such a thing, at a glance: most texts hold next to none, and their lines need no going through. */
  readonly may: (text: string) => boolean
  readonly find: Find
}

/** For what is as quickly told by going through the lines. */
const always = (): boolean => true

/** A rule that tells what it found in the words it was found in. */
const telling =
  (
    code: 'words/leftover' | 'words/mojibake' | 'words/repeated' | 'words/dash',
    finder: (text: string) => readonly Finding[],
  ): Find =>
  ({ text }, placeAt) =>
    finder(text).map(({ at, length }) => diagnose(code, { text: text.slice(at, at + length) }, placeAt(at, length)))

const spaces: Find = ({ text, typed }, placeAt) =>
  spacing(text).map(({ at, length, right }) => {
    const start = text.lastIndexOf(' ', at - 1) + 1
    const end = /\S*/.exec(text.slice(at + length))?.[0].length ?? 0
    const [before, behind] = [typed.slice(start, at), typed.slice(at + length, at + length + end)]
    const given = before + typed.slice(at, at + length) + behind
    return diagnose('words/spacing', { text: given, right: before + right + behind }, placeAt(at, length))
  })

const oldFonts: Find = ({ text }, placeAt) => {
  const found = oldFont(text)
  if (found === null) return []
  const { font, at, length } = found
  return [diagnose('words/old-font', { font, text: text.slice(at, at + length) }, placeAt(at, length))]
}

const numbers: Find = ({ text, head }, placeAt) =>
  privateNumbers(text, head).map(({ kind, at, length }) =>
    diagnose('words/private-number', { what: kind, text: text.slice(at, at + length) }, placeAt(at, length)),
  )

const gamblingWords: Find = ({ text }, placeAt) =>
  gambling(text).map(({ at, length }) =>
    diagnose('words/gambling', { text: text.slice(at, at + length), where: 'document' }, placeAt(at, length)),
  )

/** A heading of a report may be in capitals; a paragraph, a title or a caption is not read so. */
const LONG_IN_CAPITALS = 20

const capitals: Find = ({ text, typed, key }, placeAt) =>
  shouting(text) && (key !== null || countSyllables(text) >= LONG_IN_CAPITALS)
    ? [diagnose('words/capitals', { text: typed }, placeAt(0, text.length))]
    : []

/** A field is no Markdown: its stars and tags readers see. Of bodies those are told that were not taken for any. */
const marksInFields: Find = ({ text, key }, placeAt) =>
  key === null
    ? []
    : strayMarks(text).flatMap(({ kind, at, length }) =>
        kind === 'bold' || kind === 'html' || kind === 'embed' || kind === 'symbol'
          ? [diagnose('words/mark', { what: kind, text: text.slice(at, at + length) }, placeAt(at, length))]
          : [],
      )

/** A field that has dots where words belong; and a `reason` or a correction that is a yes, a no or a day, which tells readers nothing. */
const unwritten: Find = ({ text, key }, placeAt) => {
  if (key === null) return []
  const isTold = key === 'reason' || key === 'text'
  const tellsNothing =
    isOnlyDots(text) || (isTold && (readYesNo(text) !== null || parseWhen(text).ok || whenMeant(text) !== null))
  return tellsNothing ? [diagnose('words/leftover', { text }, placeAt(0, text.length))] : []
}

/** The rules of proofreading, in the order they are told. To add one: a line here, what it finds in `text/proof/`. */
export const proofRules: readonly ProofRule[] = [
  { may: mayHoldLeftovers, find: telling('words/leftover', leftovers) },
  { may: always, find: unwritten },
  { may: mayHoldMarks, find: marksInFields },
  { may: mayBeMojibake, find: telling('words/mojibake', mojibake) },
  { may: mayBeOldFont, find: oldFonts },
  { may: always, find: telling('words/repeated', repeats) },
  { may: mayBeMisspaced, find: spaces },
  { may: always, find: telling('words/dash', looseDashes) },
  { may: always, find: capitals },
  { may: mayHoldLongNumber, find: numbers },
  { may: mayBeGambling, find: gamblingWords },
]
