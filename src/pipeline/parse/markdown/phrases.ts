import { clean, oneLine } from '../../../text/normalize.ts'
import type { Mark } from './engine.ts'
import { languageOf } from './languages.ts'
import { writeNoteReference } from './note-links.ts'
import { referenceOf } from './references.ts'
import { escapeHtml, type Writer } from './writer.ts'

/** Numbers the pictures and links of a body as they come; lines are those of the body in which they were typed. */
export interface Registry {
  image(mark: Mark, lines: readonly [number, number]): number
  /** shown is what the link says: for a bare address that address. */
  link(mark: Mark, shown: string, lines: readonly [number, number]): number
  /** Whether running text may hold acronyms that readers should be told the meaning of. */
  mayExplain(text: string): boolean
}

/** Writes running text. Pictures in it stand within the line. */
export function writePhrases(
  marks: readonly Mark[],
  lines: readonly [number, number],
  writer: Writer,
  registry: Registry,
): void {
  let links = 0
  for (const [at, mark] of marks.entries()) {
    switch (mark.type) {
      case 'text': {
        const text = clean(mark.content)
        // What stands in a link is the link's name.
        if (links === 0 && registry.mayExplain(text)) writer.hole({ hole: 'text', text })
        else writer.html(escapeHtml(text))
        break
      }
      case 'softbreak':
      case 'hardbreak':
        writer.html('<br>\n')
        break
      case 'code_inline':
        writer.html(`<code>${escapeHtml(mark.content)}</code>`)
        break
      case 'image':
        writer.hole({ hole: 'inline-image', image: registry.image(mark, lines) })
        break
      case 'link_open': {
        const words = wordsOf(marks, at)
        links += 1
        writer.hole({ hole: 'link', link: registry.link(mark, words ?? '', lines) })
        // It must be possible to read it out and to click it.
        if (words === null) writer.hole({ hole: 'word', word: 'link', number: 0, time: 1 })
        break
      }
      case 'lang_open':
        writer.html(`<span lang="${escapeHtml(languageOf(mark) ?? '')}">`)
        break
      case 'footnote_ref':
        writeNoteReference(mark, writer)
        break
      default:
        if (mark.type === 'link_close') links -= 1
        if (mark.nesting !== 0) writer.html(mark.nesting === 1 ? `<${mark.tag}>` : `</${mark.tag}>`)
    }
  }
}

/** What the link that opens at `start` says: its text, or the words of a picture in it; null if it shows nothing. */
function wordsOf(marks: readonly Mark[], start: number): string | null {
  const length = marks.slice(start, start + 10_000).findIndex(({ type }) => type === 'link_close')
  const inside = marks.slice(start + 1, length < 0 ? marks.length : start + length)
  const pictures = inside.filter(({ type }) => type === 'image')
  const text = plainText(inside)
  if (text !== '') return text
  return pictures.length > 0 ? pictures.map((picture) => referenceOf(picture, '').words).join(' ') : null
}

/** The text of marks without pictures and footnote numbers; a line break is a blank. */
export function plainText(marks: readonly Mark[]): string {
  let text = ''
  for (const { type, content } of marks) {
    if (type === 'text' || type === 'code_inline') text += content
    else if (type === 'softbreak' || type === 'hardbreak') text += ' '
  }
  return oneLine(text)
}

/** Whether words are a bare address, or several, which say nothing to people. */
export const areAddresses = (words: string): boolean => ADDRESSES.test(words)
const ADDRESSES = /^(?:https?:\/\/|www\.)\S*(?: (?:https?:\/\/|www\.)\S*)*$/i
