import type { Located } from '../core/diagnostic.ts'
import type { Job } from '../core/plan.ts'
import { labels } from '../messages/labels.ts'
import { wordsOf } from '../messages/words-of.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import type { Current } from './current.ts'
import { pasteBlock, type Telling } from './overlay.ts'
import { OWN } from './own.ts'

/** So many are told on the page: the others by `check`. */
const SHOWN = 20

/** A style sheet is of every page. */
const isOfAllPages = ({ diagnostic: { code } }: Located): boolean => code === 'style/ignored'

/**
 * A small strip that opens: what `build` would stop with, what `check` would say of the file behind a page, other ways to look at the
 * page (tools: links, as markup), and the way to the list of all.
 */
export function strip(
  { of }: Job,
  { warnings, lost }: Pick<Current, 'warnings' | 'lost'>,
  tools: string,
  telling: Telling,
): string {
  const { language } = telling
  const own = warnings.filter((one) => one.file !== null && (one.file === of || isOfAllPages(one)))
  const { strip: words } = labels[language].overlay
  const titles = [
    ...(lost.length === 0 ? [] : [words.lost(lost.length)]),
    ...(own.length === 0 ? [] : [words.title(own.length)]),
  ]
  const items = [
    ...lost.slice(0, SHOWN).map((one) => item(one, words.stops, telling)),
    ...own.slice(0, SHOWN).map((one) => item(one, whereIn(one, of, telling), telling)),
  ]
  const title = titles.length === 0 ? labels[language].look.title : titles.join(' · ')
  return [
    `<details class="tx-portal-strip${titles.length === 0 ? '' : ' tx-portal-warns'}" lang="${language}"><summary>${escapeMarkup(title)}</summary>`,
    ...(items.length === 0 ? [] : [`<ul>${items.join('')}</ul>`]),
    ...(tools === '' ? [] : [`<p>${tools}</p>`]),
    `<p><a href="${OWN}" target="_top">${escapeMarkup(words.all)}</a></p></details>`,
    '',
  ].join('\n')
}

interface Where {
  /** null: it is the file behind the page. */
  readonly file: string | null
  readonly at: string
}

function whereIn({ file, diagnostic: { place } }: Located, of: Job['of'], { language }: Telling): Where {
  const { line } = labels[language].overlay.strip
  return { file: file === of ? null : file, at: place === null ? '' : line(place.line) }
}

/** One of them: lines that are to be pasted stay lines. */
function item({ diagnostic }: Located, where: Where | string, { language }: Telling): string {
  const { what, remedy } = wordsOf(diagnostic, language)
  const { file, at } = typeof where === 'string' ? { file: null, at: where } : where
  const [advice = '', ...pasted] = (remedy ?? '').split('\n')
  return [
    '<li>',
    file === null ? '' : `<code>${escapeMarkup(file)}</code> `,
    at === '' ? '' : `<strong>${escapeMarkup(at)}</strong> `,
    escapeMarkup(what),
    advice === '' ? '' : ` ${escapeMarkup(advice)}`,
    pasteBlock(pasted),
    '</li>',
  ].join('')
}
