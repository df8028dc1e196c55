import { diagnose, type Place } from '../../core/diagnostic.ts'
import { everySyllable, fold } from '../../text/fold.ts'
import type { Say } from './fields.ts'

/** In characters: more is cut where bulletins are shared. */
const longest = 300

/** In percent of the summary's syllables that the title has too. */
const mostOfTitle = 70

/** A summary that is there, is short, and says more than the title. */
export function judgeSummary(summary: string, title: string, place: Place, say: Say): void {
  if (summary === '') {
    say(diagnose('summary/missing', {}, { line: 1, column: 1 }))
    return
  }
  if (summary.length > longest) say(diagnose('summary/long', { length: summary.length, max: longest }, place))
  const said = new Set(everySyllable(fold(title)))
  const own = everySyllable(fold(summary))
  const percent = Math.round((own.filter((syllable) => said.has(syllable)).length / Math.max(1, own.length)) * 100)
  if (percent > mostOfTitle) say(diagnose('summary/like-title', { percent }, place))
}
