import type { Codes, Ignored, Unclosed } from '../../core/codes.ts'
import { line, quote, quoteList, withLines } from '../quote.ts'
import type { Area } from '../words.ts'

const during = (page: string | null): string => (page === null ? '' : ` (while making ${quote(page)})`)

const unclosed: Readonly<Record<Unclosed, readonly [what: string, remedy: string]>> = {
  block: ['The block opened with “{” here is never closed with “}”.', 'Add “}” at the end of this block.'],
  string: ['The quote opened here is not closed on the same line.', 'Add the quote at the end of this text.'],
  comment: ['The comment opened with “/*” here is never closed with “*/”.', 'Add “*/” at the end of the comment.'],
  bracket: ['The bracket opened here is never closed.', 'Add the “)” or “]” that is missing on this line.'],
  brace: ['There is a “}” too many: no block is open here.', 'Delete this “}”, or add the “{” that is missing above.'],
}

const ignored: Readonly<Record<Ignored, readonly [what: (text: string) => string, remedy: string]>> = {
  colon: [
    (text) => `${text} is no “name: value”.`,
    'Mostly a colon is missing. Write it as “color: red;”, or delete the line.',
  ],
  colons: [(text) => `there are two colons before ${text}.`, 'Leave one colon between name and value.'],
  semicolon: [(text) => `a semicolon “;” is missing at ${text}.`, 'Add “;” at the end of the line before the next.'],
  outside: [
    (text) => `${text} stands outside every block “{ … }”.`,
    'Put the line into a block, as in “h1 { color: red; }”.',
  ],
  bracket: [(text) => `there is a closing bracket too many in ${text}.`, 'Delete the bracket that is too many.'],
  slashes: [(text) => `${text} begins with “//”, which is no comment in CSS.`, 'Write comments between “/*” and “*/”.'],
  quotes: [
    (text) => `${text} has a word processor’s curly quotes, which mean nothing in CSS.`,
    `Type straight quotes (${'"'} or ${"'"}) in their place.`,
  ],
  import: [
    (text) => `${text} asks for another file, but style sheets are put together into one, where this does nothing.`,
    'Delete the line. Every file in the portal’s `templates/assets/css` is part of the style sheet, in the order of names.',
  ],
}

const broken: Readonly<
  Record<Codes['template/syntax']['why'], readonly [what: (detail: string) => string, remedy: string]>
> = {
  engine: [
    (detail) => `${detail}.`,
    'Check that every “{%” has its “%}”, and every “{% if %}”, “{% for %}”, “{% block %}” its end tag.',
  ],
  unclosed: [
    (detail) => `${detail} is opened here and never closed.`,
    'Add what closes it: every “{%” has its “%}”, and every “{% if %}”, “{% for %}”, “{% block %}” its end tag.',
  ],
  stray: [
    (detail) => `the tag ${detail} belongs to nothing that is open here.`,
    'Delete this tag, or add the opening one that is missing above.',
  ],
  tag: [
    (detail) => `there is no tag ${detail}.`,
    'Correct the name; tags in common use are “if”, “for”, “set”, “block”, “include”, “extends”, “macro”.',
  ],
  twice: [(detail) => `${detail} is there twice in one template.`, 'Give the second block another name.'],
}

const nowhere: Readonly<Record<Codes['template/undefined']['why'], (detail: string, page: string) => string>> = {
  value: (detail, page) => `The template uses a name that has no value${page}: ${detail}.`,
  name: (detail, page) =>
    `The template uses ${detail}, which is nowhere${page}: that part of the page is always empty.`,
  data: (detail, page) => `The template uses ${detail}${page}, but there is no such file in “content/data”.`,
  word: (detail, page) => `The template uses a string that the theme does not have${page}: ${detail}.`,
  parts: (detail, page) =>
    `The template prints ${detail} whole${page}, which has parts and is no text: pages show signs that mean nothing.`,
  key: (detail, page) => `The filter ${detail} does not know what to sort by: a record has no value there${page}.`,
}

/** Templates: read by the web person. */
export const templates: Area<'template' | 'layout' | 'style'> = {
  'style/unclosed': ({ why }) => ({
    what: `This style sheet (CSS) is broken. ${unclosed[why][0]}`,
    why: 'Browsers drop such a place without a word, with right lines after it, and pages look wrong.',
    remedy: unclosed[why][1],
  }),
  'style/ignored': ({ why, text }) => ({
    what: `In this style sheet ${ignored[why][0](quote(text))}`,
    why: 'Browsers pass over it without a word.',
    remedy: ignored[why][1],
  }),
  'style/remote': ({ address }) => ({
    what: `This style sheet fetches ${quote(address)} from another machine.`,
    why: 'That machine would learn who reads the portal, so browsers are told to block it, and pages do not show the file.',
    remedy: withLines(
      'If you may use that file, download it into the portal’s “templates/assets” folder, or beside this file if that is in “content/static”, and name it:',
      line(`url("${address.replace(/[?#].*$/, '').replace(/^.*\//, '') || 'name'}")`),
    ),
  }),
  'template/syntax': ({ detail, page, why, nearest }) => ({
    what: `This template has a syntax error${during(page)}: ${broken[why][0](quote(detail))}${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
    remedy: nearest === null ? broken[why][1] : `Change it to ${quote(nearest)}.`,
  }),
  'template/undefined': ({ detail, page, why, nearest, known }) => ({
    what: `${nowhere[why](quote(detail), during(page))}${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
    remedy:
      nearest !== null
        ? `Change it to ${quote(nearest)}.`
        : known.length > 0
          ? `${why === 'parts' ? 'Name a part of it' : 'Correct the name'}; here there are ${quoteList(known)}.`
          : why === 'data'
            ? 'Put a “.yml” file of that name into “content/data”, or delete this place.'
            : why === 'value'
              ? 'Correct the name; where a value may be absent, put the place inside “{% if … %}”.'
              : 'Correct the name, or delete this place.',
  }),
  'template/filter': ({ name, page, nearest }) => ({
    what: `The template uses the unknown filter ${quote(name)}${during(page)}.${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
    remedy:
      nearest === null
        ? 'Correct the name; the guide for template designers lists all filters.'
        : `Change it to ${quote(nearest)}.`,
  }),
  'template/missing': ({ name, page, nearest }) => ({
    what: `There is no template ${quote(name)}${during(page)}.${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
    remedy:
      nearest === null
        ? 'Correct the name, or put the file into the portal’s “templates” folder.'
        : `Change it to ${quote(nearest)}, or put ${quote(name)} into the portal’s “templates” folder.`,
  }),
  'template/block': ({ name, parent, nearest, known }) => ({
    what: `The block ${quote(name)} is shown nowhere: ${quote(parent)} has no block of that name.${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
    why: 'All that stands in this block is dropped, and pages are empty there.',
    remedy:
      nearest !== null
        ? withLines('Change the line to:', line(`{% block ${nearest} %}`))
        : known.length === 0
          ? `${quote(parent)} has no blocks to fill; delete “{% extends %}”, or add a block there.`
          : `Use the name of a block that is there: ${quoteList(known)}.`,
  }),
  'template/outside': ({ text, parent }) => ({
    what: `${quote(text)} stands outside every “{% block %}” and is shown nowhere: of a template that extends ${quote(parent)} nothing but blocks goes into the page.`,
    remedy: 'Move it into a “{% block … %} … {% endblock %}”, or delete it. Notes go between “{#” and “#}”.',
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
  'template/changes': ({ detail, page }) => ({
    what: `A template changes what all pages share${during(page)}: ${quote(detail)}.`,
    why: 'Other pages would show it too, by which of them was made first.',
    remedy: 'Use a filter, which gives a list of its own: “| reverse”, “| sort”, “| vi_sort”.',
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
  'template/unused': ({ name, meant, language }) => ({
    what:
      language === null
        ? `The file ${quote(`templates/${name}`)} changes nothing: no page of the portal uses it.`
        : `The portal is in ${language === 'vi' ? 'Vietnamese' : 'English'}, and the words in ${quote(`templates/${name}`)} are not read.`,
    remedy:
      language !== null
        ? `Words of the portal belong in ${quote(`templates/strings/${language}.yml`)}; if this file is not needed, delete it.`
        : meant === null
          ? 'Templates end in “.njk” and are named by others in “include”; style sheets belong in “templates/assets/css”, words in “templates/strings”. If it is not needed, delete it.'
          : `To replace the tool’s file, give it this name exactly: ${quote(`templates/${meant}`)}. If it is not needed, delete it.`,
  }),
  'layout/unknown': ({ given, nearest }) => ({
    what: `There is no template ${quote(given)} for the text of this file (field “layout”).${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
    remedy:
      nearest === null
        ? 'Delete the “layout” line to use the usual template, or put this one into “templates”.'
        : `Change it to ${quote(nearest)}, or delete the “layout” line to use the usual template.`,
  }),
}
