import type { Located } from '../core/diagnostic.ts'
import type { Job } from '../core/plan.ts'
import { labels } from '../messages/labels.ts'
import { wordsOf } from '../messages/words-of.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import type { Telling } from './overlay.ts'
import { OWN } from './own.ts'

/** So many are told on the page: the others by `check`. */
const SHOWN = 20

/** A style sheet is of every page. */
const isOfAllPages = ({ diagnostic: { code } }: Located): boolean => code === 'style/ignored'

/**
 * A small strip that opens: what `check` would say of the file behind a page, other ways to look at the page (tools: links, as
 * markup), and the way to the list of all.
 */
export function strip({ of }: Job, warnings: readonly Located[], tools: string, { language }: Telling): string {
  const own = warnings.filter((one) => one.file !== null && (one.file === of || isOfAllPages(one)))
  const words = labels[language].overlay.strip
  const lines = own.slice(0, SHOWN).map(({ file, diagnostic }) => {
    const { what, remedy } = wordsOf(diagnostic, language)
    const at = diagnostic.place === null ? '' : `<strong>${escapeMarkup(words.line(diagnostic.place.line))}</strong> `
    const where = file === of ? '' : `<code>${escapeMarkup(file ?? '')}</code> `
    return `<li>${where}${at}${escapeMarkup(what)}${remedy ? ` ${escapeMarkup(remedy.replaceAll('\n', ' '))}` : ''}</li>`
  })
  const title = own.length === 0 ? labels[language].look.title : words.title(own.length)
  return [
    `<details class="tx-portal-strip${own.length === 0 ? '' : ' tx-portal-warns'}" lang="${language}"><summary>${escapeMarkup(title)}</summary>`,
    ...(own.length === 0 ? [] : [`<ul>${lines.join('')}</ul>`]),
    ...(tools === '' ? [] : [`<p>${tools}</p>`]),
    `<p><a href="${OWN}" target="_top">${escapeMarkup(words.all)}</a></p></details>`,
    '',
  ].join('\n')
}
