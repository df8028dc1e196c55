import type { Drawing, Field } from './poster.ts'

const SIDE = 64

/** A house with a flag, in two colours and white: what /favicon.svg draws (plan/icons.ts), in fields. */
export function emblemOf({ primary, accent }: { readonly primary: string; readonly accent: string }): Drawing {
  const field = (left: number, top: number, width: number, height: number, colour: string): Field => ({
    ...{ left, top, width, height, colour },
  })
  const roof = Array.from({ length: 9 }, (_, row) => field(30 - 2 * row, 23 + row, 4 + 4 * row, 1, accent))
  return {
    width: SIDE,
    height: SIDE,
    fields: [
      field(0, 0, SIDE, SIDE, primary),
      field(30, 8, 4, 15, accent),
      field(34, 8, 10, 10, accent),
      ...roof,
      field(12, 32, 40, 5, accent),
      ...[16, 29, 42].map((left) => field(left, 39, 6, 12, '#ffffff')),
      field(12, 52, 40, 5, '#ffffff'),
    ],
    letterings: [],
  }
}
