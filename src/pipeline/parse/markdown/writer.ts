import type { Hole } from '../../../core/bulletin.ts'

/** Collects the pieces of a body. Pictures wait until something else comes, so that those in a row become one gallery. */
export interface Writer {
  html(text: string): void
  hole(hole: Hole): void
  picture(image: number): void
  /** Lets something be written before the end tag that was written last (a footnote's way back stands in its last paragraph). */
  before(endTag: string, write: () => void): void
  pieces(): readonly (string | Hole)[]
}

/** An empty writer. */
export function newWriter(): Writer {
  const pieces: (string | Hole)[] = []
  let texts: string[] = []
  let waiting: number[] = []
  const endText = () => {
    if (texts.length > 0) pieces.push(texts.join(''))
    texts = []
  }
  const place = () => {
    const [image] = waiting
    if (image === undefined) return
    endText()
    pieces.push(waiting.length > 1 ? { hole: 'gallery', images: waiting } : { hole: 'figure', image })
    waiting = []
  }
  return {
    html(more) {
      if (more === '') return
      place()
      texts.push(more)
    },
    hole(hole) {
      place()
      endText()
      pieces.push(hole)
    },
    picture(image) {
      waiting.push(image)
    },
    before(endTag, write) {
      place()
      const last = texts.pop() ?? ''
      const isThere = last.endsWith(endTag)
      texts.push(isThere ? last.slice(0, -endTag.length) : last)
      write()
      if (isThere) texts.push(endTag)
    },
    pieces() {
      place()
      endText()
      return pieces
    },
  }
}

/** Text as HTML shows it, in content and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign) : text

const entities: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
