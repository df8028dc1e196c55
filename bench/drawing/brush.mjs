// The plainest strokes: every function returns a piece of SVG as text.

/** A repeatable source of numbers in [0, 1): the same name gives the same picture on every machine. */
export function dice(name) {
  let state = 2166136261
  for (const letter of name) state = Math.imul(state ^ letter.codePointAt(0), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A number between two bounds, drawn from `roll`. */
export const between = (roll, low, high) => low + (high - low) * roll()

/** Whole numbers 0 … count - 1. */
export const range = (count) => Array.from({ length: count }, (_, i) => i)

const one = (n) => String(Math.round(n * 10) / 10)

/** The colour `t` of the way from `a` to `b`, both written #rrggbb. */
export function mix(a, b, t) {
  const part = (colour, i) => Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16)
  const blend = (i) => Math.round(part(a, i) + (part(b, i) - part(a, i)) * Math.min(1, Math.max(0, t)))
  return `#${[0, 1, 2].map((i) => blend(i).toString(16).padStart(2, '0')).join('')}`
}

export const rect = (x, y, w, h, fill, extra = '') =>
  `<rect x="${one(x)}" y="${one(y)}" width="${one(w)}" height="${one(h)}" fill="${fill}" ${extra}/>`

export const ellipse = (x, y, rx, ry, fill, extra = '') =>
  `<ellipse cx="${one(x)}" cy="${one(y)}" rx="${one(rx)}" ry="${one(ry)}" fill="${fill}" ${extra}/>`

export const circle = (x, y, r, fill, extra = '') => ellipse(x, y, r, r, fill, extra)

export const poly = (points, fill, extra = '') =>
  `<polygon points="${points.map(([x, y]) => `${one(x)},${one(y)}`).join(' ')}" fill="${fill}" ${extra}/>`

export const path = (d, fill, extra = '') =>
  `<path d="${d.replace(/-?\d+\.\d+/g, (n) => one(Number(n)))}" fill="${fill}" ${extra}/>`

export const stroke = (d, colour, width, extra = '') =>
  path(d, 'none', `stroke="${colour}" stroke-width="${one(width)}" stroke-linecap="round" ${extra}`)

export const group = (pieces, extra = '') => `<g ${extra}>${[pieces].flat(9).join('')}</g>`

/** A gradient to be used as `url(#id)`: stops are [offset, colour, opacity = 1]; `across` turns it sideways. */
export function gradient(id, stops, across = false) {
  const marks = stops.map(
    ([at, colour, seen = 1]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${seen}"/>`,
  )
  const line = across ? 'x1="0" y1="0" x2="1" y2="0"' : 'x1="0" y1="0" x2="0" y2="1"'
  return `<defs><linearGradient id="${id}" ${line}>${marks.join('')}</linearGradient></defs>`
}

/** A soft light around a point, brightest in the middle. */
export function glow(id, x, y, r, colour, strength = 1) {
  const stops = [0, 0.35, 1].map(
    (at, i) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${strength * [1, 0.45, 0][i]}"/>`,
  )
  return `<defs><radialGradient id="${id}">${stops.join('')}</radialGradient></defs>${circle(x, y, r, `url(#${id})`)}`
}

/** What stands inside is out of focus by `amount` pixels. */
export const blurred = (id, amount, pieces) =>
  `<defs><filter id="${id}" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${amount}"/></filter></defs>${group(pieces, `filter="url(#${id})"`)}`

/**
 * The whole picture, with the words that say it is not a photograph. Cards and galleries show a part of it (a square, 3 : 2, 4 : 3,
 * 16 : 9, an upright one from a little above its middle): the words stand where each of them has them.
 */
export function picture(w, h, pieces) {
  const size = Math.round(Math.min(w, h) / 38)
  const box = { w: size * 8.4, h: size * 1.9 }
  const end = Math.round(h * (w > h ? 0.88 : 0.6))
  const words = [
    rect((w - box.w) / 2, end - box.h, box.w, box.h, '#10202a', `rx="${size * 0.95}" fill-opacity="0.58"`),
    `<text x="${w / 2}" y="${end - box.h * 0.33}" font-family="Be Vietnam Pro, DejaVu Sans, sans-serif" font-size="${size}" fill="#ffffff" fill-opacity="0.94" text-anchor="middle">Ảnh minh họa</text>`,
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${[pieces, words].flat(9).join('')}</svg>`
}
