import { videoSite } from '../../../core/video.ts'
import type { Mark } from './engine.ts'
import { areAddresses, plainText, type Registry } from './phrases.ts'
import { referenceOf } from './references.ts'
import type { Writer } from './writer.ts'

/** Writes a paragraph that is nothing but the link to a video as a card; false if it is something else. */
export function writeVideo(
  marks: readonly Mark[],
  lines: readonly [number, number],
  writer: Writer,
  registry: Registry,
): boolean {
  const [first] = marks
  if (first?.type !== 'link_open' || marks.findIndex(({ type }) => type === 'link_close') !== marks.length - 1)
    return false
  if (marks.some(({ type }) => type === 'image' || type === 'footnote_ref')) return false
  const said = plainText(marks)
  const { target } = referenceOf(first, said)
  const site = videoSite(target)
  if (site === null) return false
  // An address says nothing to people: the theme has words for it.
  const words = said === '' || areAddresses(said) ? null : said
  writer.hole({ hole: 'video', link: registry.link(first, said, lines), words, site })
  return true
}
