import { labels } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import { qrCode } from '../pipeline/render/qr.ts'
import type { Current } from './current.ts'
import { type Choice, choiceOf, filterForm } from './list-filter.ts'
import { chosen, row } from './list-rows.ts'
import { momentForm } from './moment-form.ts'
import { overlay, problemList, type Telling } from './overlay.ts'
import { OWN } from './own.ts'
import { page, problemPage } from './pages.ts'
import { standingsOf } from './state-note.ts'

/** What the list is made from. */
export interface ListOf {
  readonly current: Current
  /** What of it is asked for. */
  readonly query: URLSearchParams
  readonly telling: Telling
  /** With it the page may ask for another moment; null for those who may not: they only read at which it is shown. */
  readonly token: string | null
  /** Where phones in the same network find the preview; null where they do not. */
  readonly phone: string | null
}

/** So many rows at once; all of them if asked for. */
const SHOWN = 300

/**
 * All bulletins with state, file, last change and problems, each to be opened, and the moment at which the portal is shown;
 * only what is wrong where there is no good plan.
 */
export function listPage({ current, query, telling, token, phone }: ListOf): string {
  const { good } = current
  const { language } = telling
  // As everywhere where there is nothing to show yet.
  if (good === null) return problemPage(current, telling)
  const words = labels[language].desk
  const title = words.title(standingsOf(good.plan).size)
  const parts = [
    '<div class="tx-portal-top">\n<div>',
    `<p><a href="${encodeURI(good.plan.site.config.basePath)}">${escapeMarkup(words.home)}</a></p>`,
    good.unread === 0 ? '' : `<p>${escapeMarkup(labels[language].overlay.ribbon.unread(good.unread))}</p>`,
    momentForm(good, token, language),
    '</div>',
    phoneCode(phone, words.phone),
    '</div>',
    lostOf(current, telling),
    filterForm(choiceOf(query), language),
    table({ ...current, good }, choiceOf(query), language),
  ]
  const body = [`<h1>${escapeMarkup(title)}</h1>`, ...parts, overlay(current, telling, current.aside === null)]
  return page(language, title, body.filter((part) => part !== '').join('\n'))
}

/** What `build` will stop with, though the preview goes on. */
function lostOf({ lost }: Current, telling: Telling): string {
  if (lost.length === 0) return ''
  const words = labels[telling.language].overlay
  return `<section class="tx-portal-lost">\n<h2>${escapeMarkup(words.strip.lost(lost.length))}</h2>\n<p>${escapeMarkup(words.lostWhy)}</p>\n${problemList(lost, telling)}\n</section>`
}

/** The way to the preview for a camera, and in letters. */
function phoneCode(address: string | null, words: string): string {
  if (address === null) return ''
  const href = escapeMarkup(address)
  return `<figure class="tx-portal-code">${qrCode(address, words)}<figcaption>${escapeMarkup(words)} <a href="${href}">${href}</a></figcaption></figure>`
}

function table(current: Parameters<typeof chosen>[0], choice: Choice, language: Language): string {
  const { columns, filter } = labels[language].desk
  const found = chosen(current, choice)
  if (found.length === 0) return `<p>${escapeMarkup(filter.none)}</p>`
  const shown = choice.all ? found : found.slice(0, SHOWN)
  const head = columns.map((name) => `<th scope="col">${escapeMarkup(name)}</th>`).join('')
  const rows = shown.map((entry) => row(entry, current.good, language))
  const more = filter.more(shown.length, found.length)
  const all = new URLSearchParams({ ...choice.query, all: '' })
  const rest =
    shown.length === found.length ? '' : `<p><a href="${OWN}?${escapeMarkup(`${all}`)}">${escapeMarkup(more)}</a></p>`
  return `<table class="tx-portal-list-of-all">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n${rest}`
}
