import type { FieldKind } from '../../core/codes.ts'
import {
  amount,
  isFarYear,
  isItem,
  lastKey,
  line,
  pair,
  quote,
  quoteList,
  wholeYear,
  withLines,
  withPlaces,
} from '../quote.ts'
import type { Area } from '../words.ts'
import { withField, withItem } from './offer.ts'

const kinds: { readonly [K in FieldKind]: string } = {
  text: 'one line of text',
  byline: 'names of people, each with what they did (if anything) behind it',
  list: 'a list',
  map: 'a group of “name: value” lines',
  'yes-no': '“true” or “false”',
  number: 'a number',
  url: 'a complete address starting with “https://”',
  host: 'the name of a site such as “thanhhoa.gov.vn”, without a path or “*”',
  origin: 'a host with “https://” and without a path, such as “https://dem.tinh.gov.vn”',
  mail: 'one mail address such as “ubnd@xa.tinh.gov.vn”',
  color: 'a colour such as “#b3131b”',
  id: 'an id of lower-case letters a–z, digits and hyphens',
  address: 'an address on the portal (starting with “/”) or a complete one (starting with “https://”)',
}

const shown = (pasted: string): string => withPlaces(pasted, '[fill in: …]')

/** The line of a day that is certain, though it was not written as days are. */
const mended = (key: string, meant: string): string =>
  withLines(
    'Write the day first, then month and year, with hours from 00 to 23. If this is what was meant, change it to:',
    line(`${lastKey(key)}: ${meant}`),
  )

/** What stands in a field, and what deserves a second look. */
export const fields: Area<'accept' | 'field' | 'date' | 'title' | 'summary'> = {
  'field/unknown': ({ key, nearest, free, where, pasted }) =>
    nearest === null
      ? {
          what: `There is no field called ${quote(key)}.`,
          why: 'A misspelt field would silently do nothing.',
          remedy: free
            ? 'Delete this line. Free data for templates belongs under “extra” of the bulletin.'
            : where === 'line'
              ? 'Delete it, or look its name up in the documents of the portal.'
              : "Delete it. If it is part of a sentence with commas inside {…}, put the whole sentence in quotes, as in “purpose: 'News, reports'”.",
        }
      : {
          what: `There is no field called ${quote(key)}. Did you mean ${quote(nearest)}?`,
          why: 'A misspelt field would silently do nothing.',
          remedy:
            pasted === null
              ? `Rename it to ${quote(nearest)}, or delete the line.`
              : withLines(
                  'The bulletin leads the home page until the day of this field is over. Check the day and change the line to:',
                  line(pasted),
                ),
        },
  'field/missing': ({ key, example, inside }) => ({
    what: `The field ${quote(key)} is missing${inside?.of == null ? '' : ` inside ${quote(inside.of)}`}.`,
    remedy:
      inside === null
        ? withLines('Add a line like this:', line(shown(pair(key, example))))
        : withLines(
            inside.beside === null
              ? 'Put this in place of the whole {…} on this line, braces included, and correct it:'
              : `Add this line right below, in line with the word ${quote(inside.beside)}, and correct it:`,
            line(shown(inside.pasted)),
          ),
  }),
  'field/empty': ({ key, example }) => ({
    what: `The field ${quote(key)} is empty.`,
    remedy: withLines('Fill it in, for example:', line(shown(pair(key, example)))),
  }),
  'field/type': ({ key, expected, given, example }) => ({
    what:
      given.trim() === ''
        ? `The field ${quote(key)} must be ${kinds[expected]}.`
        : `The field ${quote(key)} must be ${kinds[expected]}, but is ${quote(given)}.`,
    remedy: withLines(
      isItem(example) ? 'Write this line like this:' : 'Write it like this:',
      line(shown(pair(key, example))),
    ),
  }),
  'field/value': ({ key, given, allowed }) => ({
    what: `The field ${quote(key)} does not take the value ${quote(given)}.`,
    remedy: allowed.length === 0 ? 'Delete this line.' : `Choose one of: ${quoteList(allowed)}.`,
  }),
  'accept/unknown': ({ given, nearest }) => ({
    what: `There is no code ${quote(given)}.${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
    why: 'A misspelt code silences nothing.',
    remedy:
      nearest === null
        ? 'Delete it, or copy the code from the end of the first line of the warning, as “words/spacing”.'
        : withLines('If so, change it to:', line(nearest)),
  }),
  'date/form': ({ key, given, meant }) => ({
    what: isFarYear(given)
      ? `The year of ${quote(given)} in ${quote(key)} must be from 1900 to 2199.`
      : `${quote(given)} in ${quote(key)} cannot be read as a date.`,
    remedy:
      meant === null
        ? withLines(
            'Write 13/01/2023 (day first), 13-01-2023 or 2023-01-13, with 16:20 or 16h20 if a time is needed. For example:',
            line(`${lastKey(key)}: 13/01/2023`),
          )
        : mended(key, meant),
  }),
  'date/no-such-day': ({ key, given, meant }) => ({
    what: `The day ${quote(given)} in ${quote(key)} is not in the calendar.`,
    remedy:
      meant === null
        ? withLines('Check it; the day comes before the month. For example:', line(`${lastKey(key)}: 13/01/2023`))
        : mended(key, meant),
  }),
  'date/no-such-time': ({ key, given }) => ({
    what: `The time of day in ${quote(given)} (field ${quote(key)}) does not exist.`,
    remedy: withLines('Hours go from 00 to 23, minutes from 00 to 59:', line(`${lastKey(key)}: 13/01/2023 16:20`)),
  }),
  'date/short-year': ({ key, given }) => ({
    what: `The year in ${quote(given)} (field ${quote(key)}) has only two digits.`,
    why: 'Years later nobody can tell which one was meant.',
    remedy: withLines('Write all four digits:', line(`${lastKey(key)}: ${wholeYear(given)}`)),
  }),
  'date/order': ({ first, second }) => ({
    what: `${quote(first)}${first === 'date' ? ' (the day of the bulletin)' : ''} comes after the day of ${quote(second)}.`,
    remedy: `Correct the two dates so that ${quote(first)} comes before ${quote(second)}.`,
  }),
  'date/ahead': ({ key, given }) => ({
    what: `The day ${quote(given)} of ${quote(key)} is still to come.`,
    why: 'Updates, corrections and withdrawals hold from the next build on, whatever day they name; readers see a day to come.',
    remedy: 'Check day, month and year. If it is to happen on that day, take the line away and write it then.',
  }),
  'date/review': ({ given }) => ({
    what: `This page was to be looked at again by ${quote(given)}, which is over.`,
    why: 'Pages about offices and people grow old without anybody noticing; what changes must be put right at once.',
    remedy:
      'Read the page, put right what has changed, and write the next such day into “reviewBy” (or delete the line).',
  }),
  'date/year': ({ given, folder, meant }, there) => ({
    what: `The bulletin is of ${quote(given)}, but it lies in the folder of the year ${quote(folder)}.`,
    why: 'In January the last year is typed soon; the year is in the address, which is for ever once published.',
    remedy: withItem(
      `If it is a slip, write ${quote(`date: ${meant}`)}; if the day is right, move the bulletin into the folder of its year. To leave it so,`,
      'accept',
      'date/year',
      there,
    ),
  }),
  'title/long': ({ length, max }, there) => ({
    what: `The title has ${amount(length, 'en')} characters; about ${amount(max, 'en')} is a good length.`,
    why: 'Long titles are cut off on phones and by search engines.',
    remedy: withField(
      'The title may stay beside a short one for lists.',
      'Add the line:',
      "shortTitle: '[fill in: a short title]'",
      there,
    ),
  }),
  'summary/long': ({ length, max }, there) => ({
    what: `The summary has ${amount(length, 'en')} characters; ${amount(max, 'en')} are enough.`,
    why: 'Long summaries are cut off in lists and when the page is shared.',
    remedy: withItem('Shorten it. To keep it knowingly,', 'accept', 'summary/long', there),
  }),
  'summary/like-title': ({ percent }, there) => ({
    what: `The summary repeats the title (${percent} % of its syllables).`,
    why: 'The two stand together, and readers learn nothing more.',
    remedy: withItem('Say what the title does not. To keep it knowingly,', 'accept', 'summary/like-title', there),
  }),
  'summary/missing': (_, there) => ({
    what: 'This bulletin has no summary.',
    why: 'The summary is shown in lists and when the page is shared.',
    remedy: withField(
      '',
      'Add one or two sentences to the front matter:',
      "summary: '[fill in: who did what, where and when, and what came of it]'",
      there,
    ),
  }),
}
