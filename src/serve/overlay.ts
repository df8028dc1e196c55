import type { Located, Place } from '../core/diagnostic.ts'
import { labels } from '../messages/labels.ts'
import { type Language, wordsOf } from '../messages/words-of.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import { clean } from '../text/normalize.ts'
import type { Current } from './current.ts'

/** What the words for problems are made with. */
export interface Telling {
  readonly language: Language
  /** A line of a source as it is now, without its end; null if it cannot be had. */
  lineOf(file: string, line: number): string | null
}

/** What is wrong: problems of the portal, or (bug not null) something that is nobody's mistake. */
export type Troubles = Pick<Current, 'problems' | 'bug'>

/** A page with a thousand errors is mended from the top. */
const SHOWN = 100
/** Signs to show on each side of a place in a long line. */
const AROUND = 80

/** What is wrong, over a page that is still the last good one (older), or as it is now beside others that are; empty text if nothing is. */
export function overlay(troubles: Troubles, telling: Telling, older = true): string {
  if (troubles.problems.length === 0 && troubles.bug === null) return ''
  const words = labels[telling.language].overlay
  const { title, body } = told(troubles, telling)
  return [
    `<section id="tx-portal-problems" role="dialog" aria-labelledby="tx-portal-title" lang="${telling.language}" tabindex="-1">`,
    `<button type="button" id="tx-portal-hide">${escapeMarkup(words.dismiss)}</button>`,
    `<h2 id="tx-portal-title">${escapeMarkup(title)}</h2>`,
    `<p>${escapeMarkup(older ? words.lastGood : words.othersNow)}</p>`,
    body,
    '</section>',
    `<button type="button" id="tx-portal-show" lang="${telling.language}" hidden>${escapeMarkup(words.show)}</button>`,
    '',
  ].join('\n')
}

/** What is wrong as a title and markup: mistakes of people, else what the program itself broke on. */
export function told({ problems, bug }: Troubles, telling: Telling): { readonly title: string; readonly body: string } {
  const words = labels[telling.language]
  if (problems.length > 0 || bug === null) {
    return { title: words.overlay.title(problems.length), body: problemList(problems, telling) }
  }
  const [title = '', ...lines] = words.bug(messageOf(bug)).split('\n')
  return { title, body: `<pre class="tx-portal-paste">${escapeMarkup(lines.join('\n'))}</pre>` }
}

/** An error in one line, without the way it took through the program. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error)

/** Problems in the words of the terminal, as a list: where, the line itself, what, why, how to put it right. */
export function problemList(problems: readonly Located[], telling: Telling): string {
  const items = problems.slice(0, SHOWN).map((problem) => `<li>${problemItem(problem, telling)}</li>`)
  const rest = problems.length - items.length
  const more = rest > 0 ? `<p>${escapeMarkup(labels[telling.language].overlay.more(rest))}</p>` : ''
  return `<ol class="tx-portal-list">\n${items.join('\n')}\n</ol>${more}`
}

function problemItem({ file, diagnostic }: Located, telling: Telling): string {
  const { language } = telling
  const { place, code, severity } = diagnostic
  const { what, why, remedy } = wordsOf(diagnostic, language)
  const [advice = '', ...pasted] = (remedy ?? '').split('\n')
  const at = [file, place?.line, place?.column].filter((part) => part !== null && part !== undefined).join(':')
  const line = file === null || place === null ? null : telling.lineOf(file, place.line)
  return [
    `<p class="tx-portal-place"><code>${escapeMarkup(at)}</code> <strong>${escapeMarkup(labels[language].severity[severity])}</strong> <code>${escapeMarkup(code)}</code></p>`,
    line === null || place === null ? '' : markedLine(line, place),
    ...[what, why ?? '', advice].map((text) => (text === '' ? '' : `<p>${escapeMarkup(text)}</p>`)),
    pasteBlock(pasted),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** Lines that are to be pasted, as they are to stand; nothing of none. */
export const pasteBlock = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<pre class="tx-portal-paste">${escapeMarkup(lines.join('\n'))}</pre>`

/** The line with its number, and a mark where the problem is; of a long line the part around it. */
function markedLine(text: string, { line, column, length = 1 }: Place): string {
  // Places count in the text as it is read: composed, without what is invisible.
  const whole = clean(text)
  const start = Math.min(column - 1, whole.length)
  const end = Math.min(start + Math.max(1, length), whole.length)
  const from = whole.length <= 2 * AROUND ? 0 : Math.max(0, start - AROUND)
  const to = whole.length <= 2 * AROUND ? whole.length : Math.min(whole.length, Math.min(end, start + AROUND) + AROUND)
  const marked = whole.slice(start, Math.min(end, to)) || ' '
  const before = (from > 0 ? '…' : '') + whole.slice(from, start)
  const behind = whole.slice(Math.min(end, to), to) + (to < whole.length ? '…' : '')
  const parts = `${escapeMarkup(before)}<mark>${escapeMarkup(marked)}</mark>${escapeMarkup(behind)}`
  return `<pre class="tx-portal-line">${line} │ ${parts}</pre>`
}
