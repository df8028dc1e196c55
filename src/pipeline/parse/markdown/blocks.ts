import type { Heading } from '../../../core/bulletin.ts'
import type { Mark } from './engine.ts'
import { areAddresses, plainText, type Registry, writePhrases } from './phrases.ts'
import { segmentsOf } from './segments.ts'
import { writeTable } from './table.ts'
import { writeVideo } from './video.ts'
import { escapeHtml, type Writer } from './writer.ts'

/** What writing blocks needs and tells. */
export interface Blocks {
  readonly writer: Writer
  readonly registry: Registry
  /** The headings with words, in order. */
  readonly headings: Iterator<Heading>
  /**
   * Takes the plain text of each block; isOpening: it is a paragraph of the body itself; lead: what of it can say what the body is
   * about, if not all.
   */
  readonly say: (text: string, isOpening: boolean, lead?: string) => void
  readonly nextTable: () => number
}

/** Whether a heading says anything: one without words is written as a paragraph. */
export const isWordless = (inline: Mark | undefined): boolean => plainText(inline?.children ?? []) === ''

/** Writes block marks as HTML. */
export function writeBlocks(marks: readonly Mark[], blocks: Blocks): void {
  const { writer } = blocks
  const numbers: Numbers[] = []
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at]!
    switch (mark.type) {
      case 'paragraph_open':
        writeParagraph(marks[at + 1], mark.hidden, mark.level === 0, blocks)
        at += 2
        break
      case 'heading_open':
        writeHeading(marks[at + 1], blocks)
        at += 2
        break
      case 'table_open': {
        const end = closeOf(marks, at)
        const rows = writeTable(marks.slice(at, end), blocks.nextTable(), writer, blocks.registry)
        for (const row of rows) blocks.say(row, false)
        at = end
        break
      }
      case 'fence':
        writer.html(`<pre tabindex="0"><code>${escapeHtml(mark.content)}</code></pre>\n`)
        blocks.say(mark.content.replace(/\s+/g, ' ').trim(), false)
        break
      case 'hr':
        writer.html('<hr>\n')
        break
      default:
        writeContainer(mark, numbers, writer)
    }
  }
}

/** Where a table ends: looked for from where it begins, since a body may have thousands. */
function closeOf(marks: readonly Mark[], open: number): number {
  let at = open + 1
  while (at < marks.length && marks[at]?.type !== 'table_close') at += 1
  return at
}

function writeParagraph(inline: Mark | undefined, isBare: boolean, isOpening: boolean, blocks: Blocks): void {
  const { writer, registry } = blocks
  const lines = inline?.map ?? [0, 1]
  const texts: string[] = []
  const leads: string[] = []
  for (const { kind, marks } of segmentsOf(inline?.children ?? [])) {
    if (kind === 'pictures') {
      for (const picture of marks) writer.picture(registry.image(picture, lines))
      continue
    }
    const text = plainText(marks)
    texts.push(text)
    if (isOpening && writeVideo(marks, lines, writer, registry)) continue
    if (!areAddresses(text)) leads.push(text)
    writer.html(isBare ? '' : '<p>')
    writePhrases(marks, lines, writer, registry)
    writer.html(isBare ? '' : '</p>\n')
  }
  blocks.say(texts.join(' '), isOpening, leads.join(' '))
}

function writeHeading(inline: Mark | undefined, blocks: Blocks): void {
  if (isWordless(inline)) {
    writeParagraph(inline, false, false, blocks)
    return
  }
  const { level, id, text } = blocks.headings.next().value as Heading
  blocks.writer.html(`<h${level} id="${id}">`)
  writePhrases(inline?.children ?? [], inline?.map ?? [0, 1], blocks.writer, plainly(blocks.registry))
  blocks.writer.html(`</h${level}>\n`)
  blocks.say(text, false)
}

/** In a heading nothing is explained: lists of contents repeat it. */
const plainly = (registry: Registry): Registry => ({ ...registry, mayExplain: () => false })

/** What an ordered list has counted so far. */
interface Numbers {
  next: number
  last: number | null
}

/** Lists and quotes. Numbers that were left out stay left out; the same number all the way down counts up. */
function writeContainer(mark: Mark, numbers: Numbers[], writer: Writer): void {
  if (mark.type === 'ordered_list_open') {
    const start = Number(mark.attrs?.find(([name]) => name === 'start')?.[1] ?? 1)
    numbers.push({ next: start, last: null })
    writer.html(start === 1 ? '<ol>\n' : `<ol start="${start}">\n`)
  } else if (mark.type === 'list_item_open' && mark.info !== '') {
    const counted = numbers.at(-1)
    const typed = Number(mark.info)
    const isJump = counted !== undefined && typed !== counted.next && typed !== counted.last
    writer.html(isJump ? `<li value="${typed}">` : '<li>')
    if (counted !== undefined) {
      counted.next = (isJump ? typed : counted.next) + 1
      counted.last = typed
    }
  } else if (mark.nesting === 1) {
    writer.html(mark.type === 'list_item_open' ? '<li>' : `<${mark.tag}>\n`)
  } else if (mark.nesting === -1) {
    if (mark.type === 'ordered_list_close') numbers.pop()
    writer.html(`</${mark.tag}>\n`)
  }
}
