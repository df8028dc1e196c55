import { amount, lastKey, line, pair, quote, quoteList, shorten, withLines } from '../quote.ts'
import type { Area } from '../words.ts'

/** What must stand in the footer of a state portal, by the last name of its key. */
const contacts: { readonly [key: string]: string } = {
  name: 'the name of the agency',
  person: 'the responsible person',
  address: 'the address of the agency',
  phone: 'the telephone number',
  email: 'the e-mail address',
}

/** What a register calls its entries; other words stand as they are, in quotes. */
const things: { readonly [what: string]: string } = {
  id: 'The id',
  name: 'The name',
  alias: 'The alias',
  category: 'The category',
  unit: 'The unit',
  author: 'The author',
  term: 'The acronym',
}

const named = (table: { readonly [key: string]: string }, key: string): string =>
  Object.hasOwn(table, key) ? (table[key] ?? quote(key)) : quote(key)

const uses = {
  banner: 'the white text of the banner',
  links: 'the text of links',
  'links-dark': 'the text of links on dark pages',
}

/** portal.yml and the registers. */
export const config: Area<'config' | 'register' | 'category'> = {
  'config/missing': ({ file }) => ({
    what: `The file ${quote(file)} is missing.`,
    why: 'The name, address and categories of the portal are taken from it.',
    remedy: withLines(
      'Restore it from a copy, or make a blank portal elsewhere and take it from there:',
      'npx tx-portal init new-portal',
    ),
  }),
  'config/version': ({ given }) => ({
    what: `“version” is ${quote(given)}, but only version “1” can be read.`,
    remedy: withLines('Change the line to this; if the file is really newer, update tx-portal:', 'version: 1'),
  }),
  'config/base-url': ({ given }) => ({
    what: `${quote(given)} in “baseUrl” is not the complete address of the portal.`,
    why: 'It goes into every link that is shared.',
    remedy: withLines('Write it from “https://” on, without “?” or “#”:', 'baseUrl: https://thoxuan.example.vn/'),
  }),
  'config/zone': ({ given }) => ({
    what: `There is no time zone called ${quote(given)}.`,
    remedy: withLines('For Vietnam write:', 'timeZone: Asia/Ho_Chi_Minh'),
  }),
  'config/permalink': ({ given, why }) =>
    why === 'reserved'
      ? {
          what: `The pattern ${quote(given)} of “permalink” begins with a name that the portal uses for its own pages.`,
          remedy: withLines(
            'Choose another name for its first part, or use the usual pattern:',
            'permalink: /:year/:slug/',
          ),
        }
      : {
          what: `The address pattern ${quote(given)} in “permalink” is not valid.`,
          remedy: withLines(
            'It starts with “/”, ends with “:slug/” and may use “:year”, “:month”, “:day”, “:category”:',
            'permalink: /:year/:slug/',
          ),
        },
  'config/hsts': ({ baseUrl }) => ({
    what: `“hosting.hsts” is on, but the portal's address ${quote(baseUrl)} does not begin with “https://”.`,
    why: 'Browsers told to use https alone could not reach a portal without it, so the setting was left out.',
    remedy:
      'Once the server has https, write “https://…” in “baseUrl” of content/portal.yml; until then remove “hsts: true”.',
  }),
  'config/menu-depth': () => ({
    what: 'Menus have two levels: an entry below another has none below it.',
    why: 'Three levels are hard to tap on a phone and to go through by keyboard.',
    remedy: 'Put these entries beside that one, or lead that one to a page with these links.',
  }),
  'config/contrast': ({ given, what, ratio, needed, nearest }) => ({
    what: `The colour ${quote(given)} makes ${uses[what]} hard to read: its contrast is ${amount(ratio, 'en')}, and ${amount(needed, 'en')} is needed.`,
    why: 'People with poor sight, or with a phone in the sun, could not read it.',
    remedy: withLines('The nearest colour that everybody can read:', line(`primary: '${nearest}'`)),
  }),
  'config/contact': ({ key }) => ({
    what: `The footer lacks ${named(contacts, lastKey(key))}.`,
    why: 'The footer of a state portal has to name the agency, the responsible person, address, telephone and e-mail.',
    remedy: `Fill in ${quote(key)} in content/portal.yml.`,
  }),
  'config/placeholder': ({ key, given }) => ({
    what: `${quote(key)} still has the placeholder ${quote(given)}.`,
    why: 'Readers must never see it.',
    remedy: 'Replace it with the real information of the agency and run again.',
  }),
  'register/duplicate': ({ what, given, first }) => ({
    what: `${named(things, what)} ${quote(given)} is already taken ${/^\d+$/.test(first) ? `on line ${first}` : `by ${quote(first)}`}.`,
    why: 'Nobody could tell which one a bulletin means.',
    remedy: 'Keep one; delete or rename the other.',
  }),
  'register/unknown': ({ key, given, nearest, file }) =>
    nearest === null
      ? {
          what: `${quote(given)} (field ${quote(key)}) is not in ${quote(file)}.`,
          remedy: `Check the spelling, or add it to ${quote(file)}.`,
        }
      : {
          what: `${quote(given)} (field ${quote(key)}) is not in ${quote(file)}. Did you mean ${quote(nearest)}?`,
          // Beside one author there may be others on the line.
          remedy:
            key === 'authors'
              ? `If so, write ${quote(nearest)} there; if not, add it to ${quote(file)}, or write the whole name: “Lê Thơ”.`
              : withLines(`If so, write this; if not, add it to ${quote(file)}:`, line(pair(key, nearest))),
        },
  'register/circle': ({ key, given }) => ({
    what: `${quote(key)} of ${quote(given)} leads back to itself.`,
    remedy: `Change ${quote(key)} so that nothing leads back to itself.`,
  }),
  'register/no-acronym': ({ given }) => ({
    what: `The acronym ${quote(given)} will not be explained in any text.`,
    why: 'An acronym is known by a word with at least two capitals, as in “UBND”, “TT&DL”, “Ban CHQS”.',
    remedy: 'Write “short” just as the acronym stands in texts; if it is no longer used, delete the entry.',
  }),
  'category/unknown': ({ given, nearest, nearestName, known }) => ({
    what:
      nearest === null
        ? `There is no category ${quote(given)}.`
        : `There is no category ${quote(given)}. Did you mean ${quote(nearest)}${nearestName === null ? '' : ` (${shorten(nearestName)})`}?`,
    why: 'A bulletin cannot be published without its category.',
    remedy:
      nearest !== null || known.length === 0
        ? 'See the list in content/categories.yml.'
        : `Choose one of those there are: ${quoteList(known)} – see content/categories.yml.`,
  }),
}
