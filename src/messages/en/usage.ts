import { line, quote, withLines } from '../quote.ts'
import type { Area } from '../words.ts'

const maybe = (nearest: string | null): string => (nearest === null ? '' : ` Did you mean ${quote(nearest)}?`)

/** The command line. */
export const usage: Area<'usage' | 'why' | 'serve'> = {
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
  'usage/node': ({ given, needed }) => ({
    what: `This machine runs Node ${quote(given)}, but tx-portal needs ${quote(needed)} or later.`,
    remedy: withLines('Install the current LTS version of Node from:', 'https://nodejs.org/'),
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
  'why/unknown': ({ given, nearest }) => ({
    what: `There is no page or file ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines(
      'Give an address of the portal or the path of a file, for example:',
      line(`tx-portal why ${nearest ?? '/2023/hoi-nghi-tong-ket/'}`),
    ),
  }),
  'serve/port': ({ port }) => ({
    what: `Port ${port} is used by another program.`,
    remedy: withLines(
      'Open the preview at the address that is printed. To choose another port:',
      `tx-portal serve --port ${port < 65_000 ? port + 100 : 4100}`,
    ),
  }),
}
