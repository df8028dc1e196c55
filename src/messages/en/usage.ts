import { line, quote, withLines } from '../quote.ts'
import type { Area } from '../words.ts'

const maybe = (nearest: string | null): string => (nearest === null ? '' : ` Did you mean ${quote(nearest)}?`)

/** The command line. */
export const usage: Area<'usage' | 'new' | 'eject' | 'why'> = {
  'usage/unknown-command': ({ given, nearest }) => ({
    what: `There is no command ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines('See the commands with:', 'tx-portal --help'),
  }),
  'usage/unknown-option': ({ given, nearest }) => ({
    what: `There is no option ${quote(given)}.${maybe(nearest)}`,
    remedy: 'Add “--help” to the command to see its options.',
  }),
  'usage/missing-argument': ({ name }) => ({
    what: `The command lacks ${quote(name)}.`,
    remedy: 'Add “--help” to the command to see how it is written.',
  }),
  'usage/option-argument': ({ name, given, expected }) => ({
    what: `The option ${quote(name)} does not take the value ${quote(given)}.`,
    remedy: `It takes values like: ${quote(expected)}.`,
  }),
  'usage/too-many': ({ given }) => ({
    what: `This command does not take ${quote(given)} as well.`,
    remedy: 'Leave it out; put names with blanks in quotes.',
  }),
  'usage/not-a-portal': ({ folder }) => ({
    what: `The folder ${quote(folder)} is not a portal (it has no “content/portal.yml”).`,
    remedy: withLines(
      'Go to the right folder, or name it with the first command; the second one starts a new portal:',
      'tx-portal build --root "path/to/portal"',
      'tx-portal init new-portal',
    ),
  }),
  'usage/not-empty': ({ folder, file }) => ({
    what: `The folder ${quote(folder)} already has ${quote(file)}, so no new portal is made there.`,
    why: 'None of your files is replaced this way.',
    remedy: withLines('Choose an empty or new folder:', 'tx-portal init new-portal'),
  }),
  'new/incomplete': ({ missing, category }) => ({
    what: `“tx-portal new” lacks ${missing.map((one) => (one === 'title' ? 'the title' : 'the category')).join(' and ')}.`,
    why: 'There is no terminal to ask at, so the command must say it.',
    remedy: withLines(
      'Write the title in quotes and the category after “--category”, for example:',
      line(`tx-portal new "Hội nghị tổng kết năm" --category ${category}`),
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
  'new/photo-missing': ({ given, nearest }) => ({
    what: `There is no photo ${quote(given)}.${maybe(nearest)}`,
    remedy:
      'Drop the file (or a whole folder) on the terminal to get its path; put paths with blanks in quotes. The title stands right after “new”, before “--images”.',
  }),
  'eject/unknown': ({ given, nearest }) => ({
    what: `The tool has no template ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines('See the names of all templates with:', 'tx-portal eject'),
  }),
  'eject/taken': ({ template }) => ({
    what: `The portal has its own ${quote(`templates/${template}`)} already, so it was not copied over.`,
    why: 'What you have changed there stays as it is.',
    remedy: withLines(
      'See how it differs from the original with the command below; to begin anew, delete the file first:',
      line(`tx-portal eject ${template} --diff`),
    ),
  }),
  'eject/not-there': ({ template }) => ({
    what: `The portal has no ${quote(`templates/${template}`)} of its own.`,
    remedy: withLines('Copy the tool’s template into the portal with:', line(`tx-portal eject ${template}`)),
  }),
  'why/unknown': ({ given, nearest }) => ({
    what: `There is no page or file ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines(
      'Give an address of the portal or the path of a file, for example:',
      line(`tx-portal why ${nearest ?? '/2023/hoi-nghi-tong-ket/'}`),
    ),
  }),
}
