import type { Located } from '../core/diagnostic.ts'
import type { Job } from '../core/plan.ts'
import { labels } from '../messages/labels.ts'
import { wordsOf } from '../messages/words-of.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import type { Telling } from './overlay.ts'
import { OWN } from './own.ts'

/** So many are told on the page: the others by `check`. */
const SHOWN = 20

/** What `check` would say of the file behind a page, in a small strip that opens, with the way to the list of all; empty text if nothing. */
export function strip({ of }: Job, warnings: readonly Located[], { language }: Telling): string {
  const own = warnings.filter(({ file }) => file !== null && file === of)
  if (own.length === 0) return ''
  const words = labels[language].overlay.strip
  const lines = own.slice(0, SHOWN).map(({ diagnostic }) => {
    const { what, remedy } = wordsOf(diagnostic, language)
    const at = diagnostic.place === null ? '' : `<strong>${escapeMarkup(words.line(diagnostic.place.line))}</strong> `
    return `<li>${at}${escapeMarkup(what)}${remedy ? ` ${escapeMarkup(remedy.replaceAll('\n', ' '))}` : ''}</li>`
  })
  return [
    `<details class="tx-portal-strip" lang="${language}"><summary>${escapeMarkup(words.title(own.length))}</summary>`,
    `<ul>${lines.join('')}</ul>`,
    `<p><a href="${OWN}">${escapeMarkup(words.all)}</a></p></details>`,
    '',
  ].join('\n')
}
