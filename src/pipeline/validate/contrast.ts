import { type Colour, contrast, mix } from '../../core/colour.ts'
import { type Diagnostic, diagnose, type Place } from '../../core/diagnostic.ts'

/** Text at its ordinary size (WCAG 2.2, 1.4.3, level AA). */
const NEEDED = 4.5

/**
 * Where the theme sets text in the primary colour or upon it; the colours are those of templates/assets/css/02-tokens.css.
 * The accent colour never carries text. To add a use: a line here.
 */
const uses: readonly { readonly what: 'banner' | 'links' | 'links-dark'; ratio(primary: Colour): number }[] = [
  { what: 'banner', ratio: (primary) => contrast(primary, '#ffffff') },
  { what: 'links', ratio: (primary) => contrast(primary, '#f6f2ec') },
  { what: 'links-dark', ratio: (primary) => contrast(mix(primary, '#ffffff', 0.66), '#25211e') },
]

/** The warning that text in the primary colour or upon it cannot be read by all, with a darker one that can; null if it can. */
export function contrastProblem(primary: Colour, place: Place): Diagnostic | null {
  const [worst] = uses.map(({ what, ratio }) => ({ what, ratio: ratio(primary) })).sort((a, b) => a.ratio - b.ratio)
  if (worst === undefined || worst.ratio >= NEEDED) return null
  // Rounded down: 4.49 is not 4.5.
  const ratio = Math.floor(worst.ratio * 10) / 10
  return diagnose(
    'config/contrast',
    { given: primary, what: worst.what, ratio, needed: NEEDED, nearest: readable(primary) },
    place,
  )
}

/** The same hue, only as much darker as all uses need. */
function readable(primary: Colour): Colour {
  for (let percent = 1; percent < 100; percent += 1) {
    const darker = mix(primary, '#000000', percent / 100)
    if (uses.every(({ ratio }) => ratio(darker) >= NEEDED)) return darker
  }
  return '#000000'
}
