import type { Body, BodyFacts, Hole } from '../../../src/core/bulletin.ts'
import { escapeHtml } from '../../../src/pipeline/parse/markdown/writer.ts'
import { worded } from '../../../src/pipeline/render/filters.ts'
import { stringsOf } from '../render/default-theme.ts'

const words = stringsOf('vi')

/** A body as one text: holes in braces with what stands in them, words of the theme in Vietnamese; it ends with a line end. */
export function show({ pieces }: Body, { images, links }: BodyFacts): string {
  const picture = (number: number) => `${images[number]?.target} “${images[number]?.words}”`
  const shown = (piece: Hole): string => {
    switch (piece.hole) {
      case 'link':
        return `{a ${links[piece.link]?.target}}`
      case 'gallery':
        return `{gallery ${piece.images.map(picture).join(' | ')}}\n`
      case 'figure':
        return `{figure ${picture(piece.image)}}\n`
      case 'inline-image':
        return `{image ${picture(piece.image)}}`
      case 'video':
        return `{video ${piece.site}: ${links[piece.link]?.target} “${piece.words ?? ''}”}\n`
      case 'word':
        return worded(words, `body.${piece.word}`, piece)
      case 'text':
        return escapeHtml(piece.text)
    }
  }
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : shown(piece))).join('')
  return text.endsWith('\n') ? text : `${text}\n`
}
