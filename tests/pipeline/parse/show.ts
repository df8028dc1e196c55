import type { Body, BodyFacts, Hole } from '../../../src/core/bulletin.ts'

/** A body as one text: holes in braces with what stands in them; it ends with a line end. */
export function show({ pieces }: Body, { images, links }: BodyFacts): string {
  const picture = (number: number) => `${images[number]?.target} “${images[number]?.words}”`
  const shown = (piece: Hole): string => {
    if (piece.hole === 'link') return `{a ${links[piece.link]?.target}}`
    if (piece.hole === 'gallery') return `{gallery ${piece.images.map(picture).join(' | ')}}\n`
    return piece.hole === 'figure' ? `{figure ${picture(piece.image)}}\n` : `{image ${picture(piece.image)}}`
  }
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : shown(piece))).join('')
  return text.endsWith('\n') ? text : `${text}\n`
}
