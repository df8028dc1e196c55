import { line, quote, quoteList, withLines } from '../quote.ts'
import type { Area } from '../words.ts'

const during = (page: string | null): string => (page === null ? '' : ` (while making ${quote(page)})`)

/** Templates: read by the web person. */
export const templates: Area<'template' | 'layout'> = {
  'template/syntax': ({ detail, page }) => ({
    what: `This template has a syntax error${during(page)}: ${quote(detail)}.`,
    remedy: 'Check that every “{%” has its “%}”, and every “{% if %}”, “{% for %}”, “{% block %}” its end tag.',
  }),
  'template/undefined': ({ detail, page }) => ({
    what: `The template uses a name that has no value${during(page)}: ${quote(detail)}.`,
    remedy: 'Correct the name; where a value may be absent, put the place inside “{% if … %}”.',
  }),
  'template/filter': ({ name, page }) => ({
    what: `The template uses the unknown filter ${quote(name)}${during(page)}.`,
    remedy: 'Correct the name; the guide for template designers lists all filters.',
  }),
  'template/missing': ({ name, page }) => ({
    what: `There is no template ${quote(name)}${during(page)}.`,
    remedy: 'Correct the name, or put the file into the portal’s “templates” folder.',
  }),
  'template/circle': ({ chain }) => ({
    what: `These templates call each other in a circle: ${quoteList(chain)}.`,
    remedy: 'Remove one “include”, “extends” or “import” of the circle.',
  }),
  'template/dynamic': ({ text }) => ({
    what: `The template name in ${quote(text)} must be written out in quotes, not computed.`,
    why: 'So it is known beforehand which pages a change of a template touches.',
    remedy: 'Name the file, as in “{% include "parts/footer.njk" %}”; to choose, use “{% if %}”.',
  }),
  'template/failed': ({ detail, page }) => ({
    what: `The template failed${during(page)}: ${quote(detail)}.`,
    remedy: 'Look at this line of the template; if it was copied from an older version, compare it with the original.',
  }),
  'template/endless': ({ page }) => ({
    what: `The template goes on for ever${during(page)}.`,
    why: 'The tool stopped so that the computer does not hang; nothing was published.',
    remedy:
      'Look at this line and at each “{% for %}” around it: no list may grow while it is gone through, no “range(…)” be enormous, no macro call itself again and again.',
  }),
  'template/moved-on': ({ template, since, gone }) => ({
    what: gone
      ? `The portal’s own ${quote(template)} was copied from version ${quote(since)} of the tool, which has no such template any more.`
      : `The portal’s own ${quote(template)} was copied from version ${quote(since)} of the tool, and the original has changed since.`,
    why: 'What was mended in the original does not reach the pages of the portal.',
    remedy: gone
      ? 'See whether the pages are still right; if it is not needed, delete the file from “templates” and its line from “templates/ejected.yml”.'
      : withLines(
          'See the difference with the first command, bring the copy up to date (or delete it), then say that it was looked at with the second:',
          line(`npx tx-portal eject ${template} --diff`),
          line(`npx tx-portal eject ${template} --keep`),
        ),
  }),
  'layout/unknown': ({ given, nearest }) => ({
    what: `There is no template ${quote(given)} (field “layout”).${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
    remedy:
      nearest === null
        ? 'Delete the “layout” line to use the usual template, or put this one into “templates”.'
        : `Change it to ${quote(nearest)}, or delete the “layout” line to use the usual template.`,
  }),
}
