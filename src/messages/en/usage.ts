import { line, quote, quoteList, typed, withLines } from '../quote.ts'
import type { Area } from '../words.ts'

const maybe = (nearest: string | null): string => (nearest === null ? '' : ` Did you mean ${quote(nearest)}?`)

/** The command line. */
export const usage: Area<'usage' | 'new' | 'eject' | 'why'> = {
  'usage/unknown-command': ({ given, nearest }) => ({
    what: `There is no command ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines('See the commands with:', 'npx tx-portal --help'),
  }),
  'usage/unknown-option': ({ given, nearest }) => ({
    what: `There is no option ${quote(given)}.${maybe(nearest)}`,
    remedy: 'Add “--help” to the command to see its options.',
  }),
  'usage/missing-argument': ({ name }) => ({
    what:
      name === 'target' ? 'The command lacks the address of a page or a file.' : `The command lacks ${quote(name)}.`,
    remedy: 'Add “--help” to the command to see how it is written.',
  }),
  'usage/option-argument': ({ name, given, expected }) => ({
    what:
      name !== 'folder'
        ? `The option ${quote(name)} does not take the value ${quote(given)}.`
        : given.trim() === ''
          ? 'The name of the folder is empty.'
          : `${quote(given)} cannot be the name of the folder.`,
    remedy: `It takes values like: ${quote(expected)}.`,
  }),
  'usage/no-such-time': ({ name, given, why }) => ({
    what: {
      day: `The day ${quote(given)} after ${quote(name)} is not in the calendar.`,
      time: `The time of day in ${quote(given)} after ${quote(name)} does not exist.`,
      'short-year': `The year in ${quote(given)} after ${quote(name)} has only two digits.`,
    }[why],
    remedy: withLines(
      'The day comes before the month, the year has four digits; with a time, put both in quotes, for example:',
      line(`${name} 28/02/2025`),
      line(`${name} "28/02/2025 16:20"`),
    ),
  }),
  'usage/not-together': ({ idle, because }) => ({
    what: `${quote(idle)} cannot be used together with ${quote(because)}.`,
    why: `With ${quote(because)} no page is written, so there is nothing for ${quote(idle)} to look at.`,
    remedy: 'Leave one of the two out and run again.',
  }),
  'usage/unknown-word': ({ given, nearest, known }) => ({
    what: `This command does not know the word ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines(
      `Choose one of: ${quoteList(known)}. For example:`,
      line(`npx tx-portal list ${nearest ?? known[0] ?? ''}`),
    ),
  }),
  'usage/no-such-path': ({ given, nearest, outside }) =>
    outside
      ? {
          what: `${quote(given)} is outside the folder of the portal.`,
          why: 'This command looks only at what belongs to the portal.',
          remedy: withLines(
            'Name a file or folder of the portal, for example:',
            'npx tx-portal check content/bulletins/2023',
          ),
        }
      : {
          what: `There is no file or folder ${quote(given)}.${maybe(nearest)}`,
          remedy: withLines(
            'Look at the path again; put names with blanks in quotes. For example:',
            line(`npx tx-portal check ${typed(nearest ?? 'content/bulletins/2023')}`),
          ),
        },
  'usage/no-folder': ({ folder, file }) => ({
    what: `There is no folder ${quote(folder)} to write the file ${quote(file)} into.`,
    why: 'Folders are not made on the way, so that a slip sends no file astray; nothing was written.',
    remedy: withLines('Make the folder first, or write the file right here with:', line(`--out ${typed(file)}`)),
  }),
  'usage/too-many': ({ given }) => ({
    what: `This command does not take ${quote(given)} as well.`,
    remedy: 'Leave it out; put names with blanks in quotes.',
  }),
  'usage/not-a-portal': ({ folder, above }) => ({
    what: `The folder ${quote(folder)} is not a portal (it has no “content/portal.yml”).`,
    remedy:
      above === null
        ? withLines(
            'Go to the folder of the portal with the first command and type yours again; the second one starts a new portal:',
            'cd "path/to/portal"',
            'npx tx-portal init new-portal',
          )
        : withLines('This folder lies within a portal. Go to that and type the command again:', line(`cd "${above}"`)),
  }),
  'usage/not-empty': ({ folder, file }) => ({
    what:
      file === null
        ? `${quote(folder)} is a file, not a folder, so no new portal can be made there.`
        : `The folder ${quote(folder)} already has ${quote(file)}, so no new portal is made there.`,
    why: 'None of your files is replaced this way.',
    remedy: withLines('Choose an empty or new folder:', 'npx tx-portal init new-portal'),
  }),
  'usage/not-a-cache': ({ folder, file }) => ({
    what: `The folder ${quote(folder)} has ${quote(file)}, which is not of a cache, so it is not taken for one.`,
    why: 'The tool replaces and removes files in that folder, and yours could be lost.',
    remedy: withLines('Choose an empty or new folder:', '--cache-dir ../tx-portal-cache'),
  }),
  'new/incomplete': ({ missing, category }) => ({
    what: `“npx tx-portal new” lacks ${missing.map((one) => (one === 'title' ? 'the title' : 'the category')).join(' and ')}.`,
    why: 'There is no terminal to ask at, so the command must say it.',
    remedy: withLines(
      'Write the title in quotes and the category after “--category”, for example:',
      line(`npx tx-portal new "Hội nghị tổng kết năm" --category ${category}`),
    ),
  }),
  'new/no-slug': ({ title }) => ({
    what: `The title ${quote(title)} gives no name for the bulletin’s folder: it has no Latin letter and no digit.`,
    why: 'The name of the folder stands in the address: letters without marks, digits and hyphens.',
    remedy: withLines('Name the folder yourself, for example by adding:', '--slug le-hoi-dau-xuan'),
  }),
  'new/slug-form': ({ given, suggestion }) => ({
    what: `The folder cannot be named ${quote(given)}.`,
    why: 'The name stands in the address: small letters without marks, digits and hyphens, at most 80.',
    remedy: withLines('You could write:', line(`--slug ${suggestion}`)),
  }),
  'new/taken': ({ folder, free }) => ({
    what: `There is a bulletin in ${quote(folder)} already, so none was made there.`,
    why: 'Two bulletins cannot have one address.',
    remedy: withLines(
      'If it is the one you mean, go on writing it. For another, name the folder otherwise by adding, for example:',
      line(`--slug ${free}`),
    ),
  }),
  'new/photo-missing': ({ given, nearest, why }) => ({
    what:
      why === 'gone'
        ? `There is no photo ${quote(given)}.${maybe(nearest)}`
        : `There are no photos in the folder ${quote(given)}.`,
    remedy:
      'Drop the file (or a whole folder) on the terminal to get its path; put paths with blanks in quotes. The title stands right after “new”, before “--images”.',
  }),
  'eject/unknown': ({ given, nearest }) => ({
    what: `The tool has no template ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines('See the names of all templates with:', 'npx tx-portal eject'),
  }),
  'eject/record': ({ file }) => ({
    what: `Something in ${quote(file)} cannot be read, so nothing is written into it.`,
    why: 'Written over, it would forget the other copies, and nobody would be told when their originals change.',
    remedy: withLines(
      'See what is wrong by the command below and put it right (delete the lines “<<<<<<<”, “=======”, “>>>>>>>” of Git), then run this again:',
      'npx tx-portal check',
    ),
  }),
  'eject/taken': ({ template }) => ({
    what: `The portal has its own ${quote(`templates/${template}`)} already, so it was not copied over.`,
    why: 'What you have changed there stays as it is.',
    remedy: withLines(
      'See how it differs from the original with the command below; to begin anew, delete the file first:',
      line(`npx tx-portal eject ${template} --diff`),
    ),
  }),
  'eject/not-there': ({ template }) => ({
    what: `The portal has no ${quote(`templates/${template}`)} of its own.`,
    remedy: withLines('Copy the tool’s template into the portal with:', line(`npx tx-portal eject ${template}`)),
  }),
  'why/unknown': ({ given, nearest, command }) => ({
    what: `There is no page or file ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines(
      'Give an address of the portal or the path of a file, for example:',
      line(`npx tx-portal ${command} ${typed(nearest ?? '/2023/hoi-nghi-tong-ket/')}`),
    ),
  }),
  'why/no-document': ({ given, example }) => ({
    what: `${quote(given)} is neither a bulletin nor a page of text.`,
    why: 'Only bulletins of “content/bulletins” and pages of “content/pages” can be made into a copy for approval.',
    remedy: withLines(
      'Give the address of the bulletin or the path of its “.md” file, for example:',
      line(`npx tx-portal preview ${typed(example ?? '/2023/hoi-nghi-tong-ket/')}`),
    ),
  }),
}
