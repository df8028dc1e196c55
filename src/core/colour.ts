/** A colour as portal.yml writes it: `#b3131b`. */
export type Colour = string

type Triple = readonly [number, number, number]

/** Linear light of red, green and blue, each 0 to 1 (sRGB, IEC 61966-2-1). */
function lightOf(colour: Colour): Triple {
  const part = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"); the order does not matter. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Colour): number {
  const [r, g, b] = lightOf(colour)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The first colour with this part (0 to 1) of the second in it, as `color-mix(in oklab, …)` mixes them. */
export function mix(colour: Colour, other: Colour, part: number): Colour {
  const [from, to] = [oklabOf(colour), oklabOf(other)]
  const at = (n: 0 | 1 | 2): number => from[n] + (to[n] - from[n]) * part
  return hexOf([at(0), at(1), at(2)])
}

// The matrices are Björn Ottosson's, as CSS Color 4 gives them.
function oklabOf(colour: Colour): Triple {
  const [r, g, b] = lightOf(colour)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function hexOf([lightness, a, b]: Triple): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const light = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const bytes = light.map((value) => {
    const clear = Math.min(1, Math.max(0, value))
    return Math.round(255 * (clear <= 0.0031308 ? clear * 12.92 : 1.055 * clear ** (1 / 2.4) - 0.055))
  })
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
