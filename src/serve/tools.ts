import type { PageJob } from '../core/plan.ts'
import { labels } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import { COPY, PHONE, PRINT, toolFor } from './own.ts'

/** A page that is a document of its own: it can be sent to whoever approves it. */
export const isDocument = ({ shows }: PageJob): boolean => shows === 'bulletin' || shows === 'page'

/** Links to the other ways of looking at a page at an address (ready to follow): on a phone, printed, as a file to send. */
export function toolLinks(job: PageJob, href: string, language: Language): string {
  const words = labels[language].look
  const link = (tool: string, text: string): string =>
    `<a href="${escapeMarkup(toolFor(tool, href))}" target="_top">${escapeMarkup(text)}</a>`
  return [
    link(PHONE, words.phone),
    link(PRINT, words.print),
    // Without `download`: browsers would not show the page that says why there is none.
    ...(isDocument(job) ? [link(COPY, words.copy)] : []),
  ].join('<span> · </span>')
}
