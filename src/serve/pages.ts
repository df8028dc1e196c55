import { labels } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import type { LeftOut } from './left-out.ts'
import { problemList, type Telling, type Troubles, told } from './overlay.ts'
import { ICON, OWN, SCRIPT, STYLE } from './own.ts'
import { named } from './own-files.ts'
import type { SavedPage } from './saved.ts'

/** What the preview puts into each of its pages: the way back to it. */
export interface Tag {
  /** What only pages of this run of the server know: with it they may listen. */
  readonly token: string
  /** Names what is shown now, and the server that shows it. */
  readonly revision: string
  /** Names what is seen on this page. */
  readonly page: string
  readonly language: Language
}

/** The style of everything the preview adds, and the script that reloads the page when it is another one. */
export function tags({ token, revision, page, language }: Tag): string {
  const { reconnecting, news } = labels[language].overlay
  const data = {
    token,
    revision,
    page,
    lang: language,
    lost: reconnecting,
    other: news.other,
    go: news.go,
    hide: news.hide,
  }
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escapeMarkup(value)}"`)
  return `<link rel="stylesheet" href="${named(STYLE)}">\n<script src="${named(SCRIPT)}" defer${attributes.join('')}></script>\n`
}

/** A page of the preview's own that only says something. */
export const noticePage = (text: string, language: Language): string =>
  page(language, text, `<h1>${escapeMarkup(text)}</h1>`)

/** What stands at an address that has no page to show: all that is wrong; it gives way when that is mended. */
export function problemPage(troubles: Troubles, telling: Telling): string {
  const { title, body } = told(troubles, telling)
  const advice = troubles.bug === null ? `<p>${escapeMarkup(labels[telling.language].overlay.noPage)}</p>\n` : ''
  return page(telling.language, title, `<h1>${escapeMarkup(title)}</h1>\n${advice}${body}`)
}

/** What stands at the address of a document that is not shown yet: its file and its errors, then those of others; it gives way when they are mended. */
export function leftOutPage({ file, own, others }: LeftOut, telling: Telling): string {
  const words = labels[telling.language].overlay.leftOut
  const why = own.length > 0 ? words.own(own.length) : words.leads
  return page(
    telling.language,
    words.title,
    [
      `<h1>${escapeMarkup(words.title)}</h1>`,
      `<p><code>${escapeMarkup(file)}</code></p>`,
      `<p>${escapeMarkup(why)}</p>`,
      own.length > 0 ? problemList(own, telling) : '',
      own.length > 0 && others.length > 0 ? `<h2>${escapeMarkup(words.others)}</h2>` : '',
      others.length > 0 ? problemList(others, telling) : '',
      `<p><a href="${OWN}">${escapeMarkup(labels[telling.language].overlay.strip.all)}</a></p>`,
    ].join('\n'),
  )
}

/** Why a page is not given as a file to be sent: all that is wrong, and the way back to the page (ready to follow; null: there is none). */
export function noCopyPage(troubles: Troubles, back: string | null, telling: Telling): string {
  const { title, body } = told(troubles, telling)
  const words = labels[telling.language].look
  const link = back === null ? '' : `<p><a href="${escapeMarkup(back)}">${escapeMarkup(words.back)}</a></p>\n`
  const said = `<h1>${escapeMarkup(words.noCopy)}</h1>\n<p>${escapeMarkup(words.noCopyWhy)}</p>\n${link}`
  return page(telling.language, words.noCopy, `${said}<h2>${escapeMarkup(title)}</h2>\n${body}`)
}

/** What is noted at the foot of a page: a sentence, or one that ends with a link. */
export type Note = string | { readonly text: string; readonly link: SavedPage }

/**
 * Notes at the foot of a page: one line that opens to all of them, the first thing first, open where there is a link to follow; nothing
 * of none. The script adds a way to hide it, and takes the mark away where there is nothing to open.
 */
export function ribbon(notes: readonly Note[], language: Language): string {
  if (notes.length === 0) return ''
  const spans = notes.map((note) => `<span>${noteMarkup(note)}</span>`).join(' ')
  const open = notes.some((note) => typeof note !== 'string') ? ' open' : ''
  return `<div class="tx-portal-ribbon" lang="${language}"><details${open}><summary>${spans}</summary></details></div>\n`
}

function noteMarkup(note: Note): string {
  if (typeof note === 'string') return escapeMarkup(note)
  const { href, title } = note.link
  return `${escapeMarkup(note.text)} <a href="${escapeMarkup(href)}">${escapeMarkup(title)}</a>`
}

/** A whole page of the preview's own. */
export const page = (language: Language, title: string, body: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeMarkup(title)}</title>
<link rel="icon" href="${named(ICON)}" type="image/svg+xml">
<link rel="stylesheet" href="${named(STYLE)}">
</head>
<body class="tx-portal-page">
<main>
${body}
</main>
</body>
</html>
`
