import { encode } from 'uqr'
import { escapeMarkup } from './escape.ts'

/** Blank modules around a code, as scanners want them (ISO/IEC 18004: four). */
const QUIET = 4

/** A QR code of a text as inline SVG with a name for screen readers, all dark modules as one path; no style, no script. */
export function qrCode(text: string, label: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const runs = data.flatMap((row, y) => {
    const found: string[] = []
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue
      const from = x
      while (row[x + 1] === true) x += 1
      found.push(`M${from} ${y}h${x - from + 1}v1H${from}z`)
    }
    return found
  })
  return `<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeMarkup(label)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs.join('')}"/></svg>`
}
