import type { Body, BodyFacts, ImageRef, LinkRef } from '../../core/bulletin.ts'
import type { Diagnostic, Place } from '../../core/diagnostic.ts'
import { digestBytes } from '../../core/digest.ts'
import { acronymsIn } from '../../text/acronym.ts'
import { excerpt } from '../../text/excerpt.ts'
import { countSyllables } from '../../text/fold.ts'
import { VEIL } from '../../text/proof/finding.ts'
import { mayHoldMarks } from '../../text/proof/marks.ts'
import { mayNamePhotos, photoNames } from '../../text/proof/photo-names.ts'
import { asTyped } from './markdown/as-typed.ts'
import { type Blocks, isWordless, writeBlocks } from './markdown/blocks.ts'
import type { Mark } from './markdown/engine.ts'
import { headingsOf } from './markdown/headings.ts'
import type { Line } from './markdown/line.ts'
import { linesOf } from './markdown/lines.ts'
import { locatorOf } from './markdown/locate.ts'
import { tellLost } from './markdown/lost.ts'
import { writeNoteReturns } from './markdown/note-links.ts'
import { type Note, partNotes } from './markdown/notes.ts'
import { plainText, type Registry } from './markdown/phrases.ts'
import { type Reference, referenceOf } from './markdown/references.ts'
import { markup } from './markdown/rules.ts'
import { tellStrayMarks } from './markdown/stray-marks.ts'
import { tellSwallowed } from './markdown/swallowed.ts'
import { newWriter, type Writer } from './markdown/writer.ts'

/** The longest opening, in UTF-16 units. */
const openingLength = 300

/**
 * A body of Markdown (NFC, \n) as HTML with holes, and what there is to know of it. Whatever is typed gives a body: there are no errors.
 * firstLine is the line of the file on which the body begins. Nothing in the pieces depends on it. lines are its lines by kind, for who has them.
 */
export function parseMarkdown(
  body: string,
  firstLine: number,
  lines: readonly Line[] = linesOf(body),
): { readonly facts: BodyFacts; readonly body: Body; readonly diagnostics: readonly Diagnostic[] } {
  const { flow, notes } = partNotes(markup(asTyped(lines)))
  const writer = newWriter()
  const { registry, images, links, acronyms } = newRegistry(body, firstLine)
  const headings = headingsOf([...flow, ...notes.flatMap(({ marks }) => marks)].flatMap(typedHeading))
  const said: string[] = []
  const opening: string[] = []
  const others: string[] = []
  let tables = 0
  const blocks: Blocks = {
    writer,
    registry,
    headings: headings[Symbol.iterator](),
    nextTable: () => ++tables,
    say(text, isOpening, lead = text) {
      if (text !== '') said.push(text)
      if (lead !== '') (isOpening ? opening : others).push(lead)
    },
  }
  writeBlocks(flow, blocks)
  writeNotes(notes, blocks, writer)
  const text = said.join('\n')
  // Tabs are blanks by then.
  const isSuspect = mayHoldMarks(text) || body.includes('\t')
  const all = [...flow, ...notes.flatMap(({ marks }) => marks)]
  return {
    facts: {
      digest: digestBytes(body),
      images,
      links,
      headings,
      strayNames: strayNames(body, firstLine, text, images),
      opening: excerpt(firstWords(opening.length > 0 ? opening : others), openingLength),
      syllables: countSyllables(text),
      acronyms: [...acronyms],
    },
    body: { pieces: writer.pieces(), text },
    diagnostics: [
      ...(isSuspect ? tellStrayMarks(all, body, firstLine) : []),
      ...tellSwallowed(lines, all, body, firstLine),
      ...tellLost(all, body, firstLine),
    ],
  }
}

/**
 * Names like `THO 3 (1).png`, alone on a line or in a sentence, code included: a reader should never see one. text: what readers
 * see, in which a name may stand that nobody sees in a line as it is typed (`anh&#46;webp`).
 */
function strayNames(
  body: string,
  firstLine: number,
  text: string,
  images: readonly ImageRef[],
): BodyFacts['strayNames'] {
  const lines = body.split('\n')
  const typed = lines.flatMap((line, number) => namesIn(line, firstLine + number))
  if (!mayNamePhotos(text)) return typed
  const told = new Set([...typed.map(({ name }) => name), ...images.map(({ words }) => words)])
  const shown = photoNames(text).map(({ at, length }) => text.slice(at, at + length))
  const hidden = [...new Set(shown)].filter((name) => !told.has(name)).slice(0, MOST_HIDDEN)
  const isPart = (name: string) => [...told].some((one) => one.includes(name) || (one !== '' && name.includes(one)))
  const read = hidden.length === 0 ? [] : lines.map((line) => line.replace(WRITTEN_DOT, '.'))
  return [
    ...typed,
    ...hidden
      .filter((name) => !isPart(name))
      .map((name) => ({ name, place: placeOf(name, { typed: lines, read }, firstLine) })),
  ]
}

/** Nobody hides more of them; each is looked for in every line. */
const MOST_HIDDEN = 20

const WRITTEN_DOT = /\\\.|&#46;|&#x2e;|&period;/gi

/** The line that has a name once its dots are read as dots, else one with the letters before its ending; the first, where none has them. */
function placeOf(
  name: string,
  { typed, read }: { readonly typed: readonly string[]; readonly read: readonly string[] },
  firstLine: number,
): Place {
  const stem = name.slice(0, name.lastIndexOf('.'))
  const wholly = read.findIndex((line) => line.includes(name))
  const number = Math.max(0, wholly < 0 ? typed.findIndex((line) => line.includes(stem)) : wholly)
  return { line: firstLine + number, column: Math.max(0, typed[number]?.indexOf(stem) ?? 0) + 1 }
}

function namesIn(line: string, number: number): BodyFacts['strayNames'] {
  if (!mayNamePhotos(line)) return []
  const placed = (name: string, at: number) => ({
    name,
    place: { line: number, column: at + 1, length: name.length },
  })
  const name =
    /^[\s>*_(+-]*([^\s>*_(+\-![\]][^![\]|]{0,100}\.(?:png|jpe?g|jfif|webp|gif|heic|bmp|tiff?))[\s)*_.]*$/i.exec(
      line,
    )?.[1]
  // A name alone has few words; in a sentence only its own last words can be told.
  if (name !== undefined && !name.includes('://') && name.split(/\s+/).length <= 5)
    return [placed(name, line.indexOf(name))]
  const spoken = line.replace(namedCaption, (whole) => `${VEIL.repeat(whole.length - 1)}]`)
  return photoNames(spoken).map(({ at, length }) => placed(spoken.slice(at, at + length), at))
}

/** `![THO 3.png](THO 3.png)`: the caption is told of where the picture is looked for. */
const namedCaption = /!\[[^[\]\n]*\.[a-z]{3,4}\s*\](?=[([])/gi

/** As many of the first blocks as can matter for an opening. */
function firstWords(blocks: readonly string[]): string {
  let words = ''
  for (const block of blocks) {
    if (words.length > openingLength) break
    words += `${words === '' ? '' : ' '}${block.slice(0, openingLength * 4)}`
  }
  return words
}

function typedHeading(mark: Mark, at: number, marks: readonly Mark[]): readonly { typed: number; text: string }[] {
  if (mark.type !== 'heading_open' || isWordless(marks[at + 1])) return []
  return [{ typed: Number(mark.tag.slice(1)), text: plainText(marks[at + 1]?.children ?? []) }]
}

function newRegistry(body: string, firstLine: number) {
  const images: ImageRef[] = []
  const links: LinkRef[] = []
  const acronyms = new Set<string>()
  const locate = locatorOf(body, firstLine)
  const registry: Registry = {
    image(mark, lines) {
      return images.push(imageAt(referenceOf(mark, ''), (typed) => locate(typed, lines))) - 1
    },
    link(mark, shown, lines) {
      const { target, raw, readings } = referenceOf(mark, shown)
      return links.push({ target, ...(readings && { readings }), words: shown, place: locate(raw, lines) }) - 1
    },
    mayExplain(text) {
      const found = acronymsIn(text)
      for (const acronym of found) acronyms.add(acronym)
      return found.length > 0
    },
  }
  return { registry, images, links, acronyms }
}

/** A picture with the places of what was typed for it, in the order in which it was typed. */
function imageAt(
  { target, readings, raw, words, description, typed }: Reference,
  locate: (typed: string) => Place,
): ImageRef {
  const brackets = typed === undefined || typed.label === '' ? null : locate(`![${typed.label}]`)
  const label = brackets?.length === undefined ? null : within(brackets, 2, 1)
  const place = locate(raw)
  const title = typed?.title ? locate(typed.title) : null
  const wordsPlace = title ?? label
  return {
    target,
    ...(readings && { readings }),
    words,
    ...(description !== undefined && { description }),
    place,
    ...(wordsPlace?.length !== undefined && { wordsPlace }),
    ...(description !== undefined && label !== null && { descriptionPlace: label }),
  }
}

/** A place without so many signs at its beginning and end. */
const within = ({ line, column, length = 0 }: Place, before: number, behind: number): Place => ({
  line,
  column: column + before,
  length: length - before - behind,
})

function writeNotes(notes: readonly Note[], blocks: Blocks, writer: Writer): void {
  if (notes.length === 0) return
  writer.html('<section class="footnotes" role="doc-endnotes" aria-label="')
  writer.hole({ hole: 'word', word: 'notes', number: 0, time: 1 })
  writer.html('">\n<ol>\n')
  for (const [index, { marks, count }] of notes.entries()) {
    writer.html(`<li id="chu-thich-${index + 1}">`)
    writeBlocks(marks, { ...blocks, say: (text, _, lead) => blocks.say(text, false, lead) })
    writer.before('</p>\n', () => writeNoteReturns(index + 1, count, writer))
    writer.html('</li>\n')
  }
  writer.html('</ol>\n</section>\n')
}
