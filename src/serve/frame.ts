import { labels } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import { contentPolicy } from '../pipeline/plan/content-policy.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import { qrCode } from '../pipeline/render/qr.ts'
import { AS_PRINTED, PHONE, toolFor } from './own.ts'
import { page } from './pages.ts'

/** A page of the portal that is to be seen in a frame. */
export interface Framed {
  /** Its address, ready to follow. */
  readonly href: string
  readonly title: string
  readonly language: Language
}

/** Phones as people have them, in CSS pixels; the first is the narrowest that pages are made for. */
const WIDTHS = [320, 360, 412, 768]
/** The text of an A4 page between its margins of 15 mm: 180 mm at 96 dots an inch. */
const PAPER = 680

/** What a page with a frame may load: pages of this server, too. */
export const FRAMING = `${contentPolicy(null)}; frame-src 'self'`

/** A page as a phone of some width shows it. phone: its address for phones in the same network; null where they do not reach it. */
export function phonePage({ href, title, language }: Framed, asked: number, phone: string | null): string {
  const words = labels[language].look
  const width = WIDTHS.includes(asked) ? asked : 360
  const choices = WIDTHS.map((one) => {
    const text = escapeMarkup(words.width(one))
    const link = `${toolFor(PHONE, href)}&width=${one}`
    return one === width ? `<strong>${text}</strong>` : `<a href="${escapeMarkup(link)}">${text}</a>`
  })
  const code =
    phone === null
      ? ''
      : `<p>${escapeMarkup(words.onPhone)} <a href="${escapeMarkup(phone)}">${escapeMarkup(phone)}</a></p>\n${qrCode(phone, words.onPhone)}\n`
  const heading = words.phoneTitle(title)
  return framePage({ href, title, language }, heading, `<p>${choices.join(' · ')}</p>`, {
    source: href,
    width,
    more: code,
  })
}

/** A page as it is on paper. */
export function printPage(framed: Framed): string {
  const words = labels[framed.language].look
  return framePage(framed, words.printTitle(framed.title), `<p>${escapeMarkup(words.printHint)}</p>`, {
    source: `${framed.href}?${AS_PRINTED}`,
    width: PAPER,
    more: '',
  })
}

function framePage(
  { href, language }: Framed,
  heading: string,
  note: string,
  { source, width, more }: { readonly source: string; readonly width: number; readonly more: string },
): string {
  const back = escapeMarkup(labels[language].look.back)
  const name = escapeMarkup(heading)
  return page(
    language,
    heading,
    [
      `<h1>${name}</h1>`,
      `<p><a href="${escapeMarkup(href)}">${back}</a></p>`,
      note,
      `<iframe class="tx-portal-frame" title="${name}" src="${escapeMarkup(source)}" width="${width}" height="720"></iframe>`,
      more,
    ].join('\n'),
  )
}
