import { POSTER_SIZE, type Poster } from '../../core/poster.ts'

/** A field of one colour, in pixels from the upper left. */
export interface Field {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly colour: string
}

/** Words in white within a field: in the first of the sizes (pixels) in which they fit, else cut. */
export interface Lettering {
  readonly words: string
  readonly bold: boolean
  readonly sizes: readonly [number, ...number[]]
  readonly left: number
  readonly width: number
  readonly height: number
  /** Where the words touch: `top` of the field, its `foot`, or its `middle`. */
  readonly at: 'top' | 'middle' | 'foot'
  readonly top: number
}

/** A picture of colours and words. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly fields: readonly [Field, ...Field[]]
  readonly letterings: readonly Lettering[]
}

const MARGIN = 84
const LINE = 12
const { width: WIDTH, height: HEIGHT } = POSTER_SIZE
const INNER = WIDTH - 2 * MARGIN

/** Signs that no font for letters has: they would stand there as empty boxes. */
const WITHOUT_LETTERS = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F/gu
const lettersOf = (words: string): string =>
  words.normalize('NFC').replace(WITHOUT_LETTERS, '').replace(/\s+/g, ' ').trim()

/** How a poster is laid out: portal, a line in the accent, heading, foot. Apps cut its edges, so all stays well inside. */
export function layOut({ portal, heading, foot, primary, accent }: Poster): Drawing {
  const row = { left: MARGIN, width: INNER } as const
  return {
    width: WIDTH,
    height: HEIGHT,
    fields: [
      { left: 0, top: 0, width: WIDTH, height: HEIGHT, colour: primary },
      { left: MARGIN, top: 164, width: 120, height: 8, colour: accent },
      { left: 0, top: HEIGHT - LINE, width: WIDTH, height: LINE, colour: accent },
    ],
    letterings: [
      { ...row, words: lettersOf(portal), bold: false, sizes: [36, 32], top: 52, height: 92, at: 'foot' },
      {
        ...row,
        words: lettersOf(heading),
        bold: true,
        sizes: [88, 76, 66, 58, 50],
        top: 196,
        height: 300,
        at: 'middle',
      },
      { ...row, words: lettersOf(foot), bold: false, sizes: [32, 28], top: 522, height: 56, at: 'foot' },
    ],
  }
}
