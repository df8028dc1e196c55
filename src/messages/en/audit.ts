import type { OnPages } from '../../core/codes.ts'
import { amount, quote, quoteList } from '../quote.ts'
import type { Area } from '../words.ts'

/** On which pages, by which templates, and how many more of the kind. */
function on({ page, source, pages, templates, others }: OnPages): string {
  const of = source === null ? '' : `, made from ${quote(source)}`
  const many = pages === 1 ? '' : `; on ${amount(pages, 'en')} pages`
  const shared = templates.length === 1 ? '' : ` of the templates ${quoteList(templates)}`
  const more = others === 0 ? '' : `; and ${amount(others, 'en')} more of the kind`
  return `(see the page ${quote(page)}${of}${many}${shared}${more})`
}

/** Pages as readers get them: read by whoever keeps the templates. */
export const audit: Area<'audit'> = {
  'audit/dead-link': (met) => ({
    what: `The link ${quote(met.shown)} leads to no page or file of the portal ${on(met)}.`,
    why: 'Readers who follow it meet the “not found” page.',
    remedy:
      'Correct the address in the template (with the base path, if the portal lives in a folder of its host), or remove the link.',
  }),
  'audit/dead-anchor': (met) => ({
    what: `The link ${quote(met.shown)} points to a spot that the page does not have ${on(met)}.`,
    why: 'Readers reach the page, but not the right place.',
    remedy: 'Correct what follows “#” to an “id” that exists, or add that “id” to the template.',
  }),
  'audit/id-twice': (met) => ({
    what: `The id ${quote(met.shown)} is used twice on one page ${on(met)}.`,
    why: 'Links and screen readers reach only the first place.',
    remedy: 'Give the second place another id in the template.',
  }),
  'audit/heading-missing': (met) => ({
    what: `The page has no main heading (“h1”) ${on(met)}.`,
    why: 'Screen readers and search engines cannot tell what it is about.',
    remedy: 'Put the page’s name into an “h1” in the template, as in “<h1>{{ page.heading }}</h1>”.',
  }),
  'audit/heading-twice': (met) => ({
    what: `The page has two main headings (“h1”); the second is ${quote(met.shown)} ${on(met)}.`,
    why: 'Screen readers and search engines cannot tell which one names the page.',
    remedy: 'Keep “h1” for the page’s name and make the other an “h2”.',
  }),
  'audit/heading-skipped': (met) => ({
    what: `A heading skips a level: ${quote(met.shown)} ${on(met)}.`,
    why: 'People who go from heading to heading with a screen reader will think a part is missing.',
    remedy: 'Use the level right below the heading before it; sizes belong into the style sheet.',
  }),
  'audit/no-alt': (met) => ({
    what: `The picture ${quote(met.shown)} has no “alt” attribute ${on(met)}.`,
    why: 'A screen reader will read out its file name.',
    remedy: 'Add “alt” to the tag in the template; for mere decoration write “alt=""”.',
  }),
  'audit/no-name': (met) => ({
    what: `The link or button ${quote(met.shown)} has no words ${on(met)}.`,
    why: 'A screen reader cannot say what it does.',
    remedy: 'Put words into the tag, or an “aria-label” that says what it does.',
  }),
  'audit/leftover': (met) => ({
    what: `The page shows ${quote(met.shown)}, which only programs use ${on(met)}.`,
    why: 'Readers will see it as it stands.',
    remedy: 'Find where the template prints it and put the right value there, or wrap it in “{% if … %}”.',
  }),
  'audit/blocked': (met) => ({
    what: `Browsers will not run or fetch ${quote(met.shown)} ${on(met)}.`,
    why: 'They are told to block code and style within pages, frames, and all that comes from other hosts, so that injected code can do nothing.',
    remedy:
      'Move code or style into a file in “templates/assets”, put there what comes from other hosts, make frames links. If nobody of yours wrote it, delete it and tell the administrator at once.',
  }),
  'audit/hidden-link': (met) => ({
    what: `The link ${quote(met.shown)} to another site is hidden from readers ${on(met)}.`,
    why: 'Attackers hide links so that search engines rank their sites higher.',
    remedy: 'Delete it from the template and find out who put it there; if it is needed, let it be seen.',
  }),
  'audit/gambling': (met) => ({
    what: `The page has words or an address of gambling houses: ${quote(met.shown)} ${on(met)}.`,
    why: 'No bulletin says so: somebody put it into the template.',
    remedy: 'Delete it from the template and find out who put it there.',
  }),
  'audit/no-title': (met) => ({
    what: `The page has no “title” in its head ${on(met)}.`,
    why: 'Browser tabs, bookmarks and search results will have no name for it.',
    remedy: 'Add to the template’s head: “<title>{{ page.title }}</title>”.',
  }),
  'audit/no-lang': (met) => ({
    what: `The page does not say its language: “html” has no “lang” ${on(met)}.`,
    why: 'Screen readers may read Vietnamese with a foreign voice.',
    remedy: 'Write in the template: “<html lang="{{ site.language }}">”.',
  }),
}
