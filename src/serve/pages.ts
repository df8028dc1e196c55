import { labels } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import { type Telling, type Troubles, told } from './overlay.ts'
import { SCRIPT, STYLE } from './own.ts'

/** What the preview puts into each of its pages: the way back to it. */
export interface Tag {
  /** Names what is shown now, and the server that shows it. */
  readonly revision: string
  readonly language: Language
}

/** The style of everything the preview adds, and the script that reloads the page when the revision is another one. */
export const tags = ({ revision, language }: Tag): string =>
  `<link rel="stylesheet" href="${STYLE}">
<script src="${SCRIPT}" defer data-revision="${escapeMarkup(revision)}" data-lang="${language}" data-lost="${escapeMarkup(labels[language].overlay.reconnecting)}"></script>
`

/** A page of the preview's own that only says something. */
export const noticePage = (text: string, language: Language): string =>
  page(language, text, `<h1>${escapeMarkup(text)}</h1>`, '')

/** What stands at an address that has no page to show: all that is wrong; it gives way when that is mended. */
export function problemPage(troubles: Troubles, telling: Telling, tag: Tag): string {
  const { title, body } = told(troubles, telling)
  const advice = troubles.bug === null ? `<p>${escapeMarkup(labels[telling.language].overlay.noPage)}</p>\n` : ''
  return page(telling.language, title, `<h1>${escapeMarkup(title)}</h1>\n${advice}${body}`, tags(tag))
}

/** A note at the foot of a page. */
export const ribbon = (text: string, language: Language): string =>
  `<p class="tx-portal-ribbon" lang="${language}">${escapeMarkup(text)}</p>\n`

const page = (language: Language, title: string, body: string, foot: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeMarkup(title)}</title>
${foot === '' ? `<link rel="stylesheet" href="${STYLE}">\n` : ''}</head>
<body class="tx-portal-page">
<main>
${body}
</main>
${foot}</body>
</html>
`
