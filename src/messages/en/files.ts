import { ATTACHABLE, PROCESSED } from '../../core/media-type.ts'
import type { Never } from '../../core/never.ts'
import { extname } from '../../core/path.ts'
import { amount, inBraces, line, pair, quote, withLines } from '../quote.ts'
import { type DiskTrouble, diskTrouble, pathOf } from '../trouble.ts'
import type { Area } from '../words.ts'
import { withItem } from './offer.ts'

/** Why a file could not be read, and the way out. */
const unreadable: { readonly [T in DiskTrouble]: readonly [reason: string, remedy: string] } = {
  denied: ['no right to read it', 'Close the program that has it open, or have the right to read it granted.'],
  busy: ['another program holds it', 'Save and close it there, then run again.'],
  gone: ['it was deleted or moved just now', 'Check that it is still in its place, then run again.'],
  folder: ['a folder stands where a file is needed', 'Rename the folder or move it out of “content”.'],
  name: ['its name is too long or has odd characters', 'Give it a shorter name of letters, digits and hyphens.'],
  many: ['too many files are open', 'Close some programs and run again.'],
  loop: ['it is a link that leads back to itself', 'Put the real file in place of the link.'],
  broken: ['the disk reports a fault', 'Restore the file from a copy and have the disk checked.'],
  'read-only': ['the disk is read-only', 'Copy the folder to another disk and run again.'],
  large: ['the file is too large (over 2 GB)', 'Make it smaller; put a long film on a video site and link to it.'],
  other: ['the machine refused', 'Try to open it in another program; if that fails, restore it from a copy.'],
}

const renameExample = 'Rename the folder (or file) of the bulletin, for example “hoi-nghi-tong-ket”.'

/** What a file is that is never published. */
const never: Readonly<Record<Never, string>> = {
  server: 'is a program for servers',
  machine: 'is a program for readers’ machines',
  secret: 'may hold a key or a password',
  dump: 'may be a dump of a system’s data',
}

/** Files, their names, and the addresses that come of them. */
export const files: Area<'file' | 'slug' | 'address' | 'name' | 'content'> = {
  'file/stray': ({ name, where }, there) => ({
    what: {
      bulletin: `The file ${quote(name)} lies beside a bulletin that does not mention it, and is not published.`,
      text: `The text ${quote(name)} lies in the folder of another bulletin, and is not published.`,
      page: `The file ${quote(name)} lies beside a page that does not mention it, and is not published.`,
      between: `The file ${quote(name)} lies outside the folders of bulletins: none can use it, and it is not published.`,
      data: `The file ${quote(name)} among the data is no “.yml”, so nothing uses it.`,
      elsewhere: `Nothing uses the file ${quote(name)} in this place, and it is not published.`,
    }[where],
    remedy:
      where === 'data'
        ? 'Data for templates are “.yml” files in “content/data”. To publish the file as it is, move it to “content/static”; otherwise out of “content”.'
        : where === 'elsewhere'
          ? 'Bulletins belong in “content/bulletins”, pages in “content/pages”, files published as they are in “content/static”, data in “content/data”. If it is configuration, look at its name, as in “categories.yml”; otherwise move it out of “content”.'
          : where === 'between'
            ? 'Move it into the folder of its bulletin (beside “index.md”). To make a bulletin of it, create one with “npx tx-portal new”. Otherwise move it out of “content”.'
            : where === 'text'
              ? 'To publish it as a bulletin of its own, move it to another folder of “content/bulletins”; otherwise out of “content”.'
              : !ATTACHABLE.has(extname(name))
                ? 'Move it out of “content”. Files of this kind cannot be attached; if readers should have what is in it, save it as PDF (a film as mp4, a sound as mp3) and attach that.'
                : withItem(
                    'Move it out of “content”. If readers should have it,',
                    'attachments',
                    `{src: ${JSON.stringify(name)}, title: '[fill in: title of the document]'}`,
                    there,
                  ),
  }),
  'file/almost-index': ({ name, beside }) =>
    PROCESSED.has(extname(name))
      ? {
          what: `The file ${quote(name)} looks like a bulletin, but a bulletin is a plain text called “index.md”.`,
          why: 'Word and PDF files cannot be published as bulletins, whatever they are renamed to.',
          remedy:
            'Make a new file “index.md” in this folder (or begin one with “npx tx-portal new”), copy the text from the old file into it and move the old one out of “content”.',
        }
      : beside
        ? {
            what: `The file ${quote(name)} lies beside the bulletin “index.md”, and may be a copy of it.`,
            why: 'Only “index.md” is published; of two nobody knows which is right.',
            remedy:
              'Open both and see which is right. If “index.md” is, delete this file. If this one is, copy its text into “index.md” and delete it.',
          }
        : {
            what: `The file ${quote(name)} looks like a bulletin, but is not called “index.md”.`,
            why: 'Only “index.md” is published.',
            remedy:
              'Rename it to “index.md”, or delete it if it is a spare copy. Windows shows endings with “View”, “File name extensions”.',
          },
  'file/no-index': ({ folder }) => ({
    what: `The folder ${quote(folder)} has no “index.md”.`,
    why: 'Without it nothing in the folder is published.',
    remedy: 'Write an “index.md” there, or move the folder out of “content”.',
  }),
  'file/index-of-many': ({ folder, count }) => ({
    what: `“index.md” lies right in the folder ${quote(folder)}, beside ${count === 1 ? 'another bulletin' : `${count} other bulletins`}.`,
    why: 'A folder with an “index.md” is the folder of one bulletin, so the others would not be published.',
    remedy: withLines(
      'Make a folder of its own for this bulletin and move “index.md” and its photos there, for example:',
      line(`${folder}/ten-bai/index.md`),
    ),
  }),
  'file/twins': ({ other }) =>
    other.endsWith('/')
      ? {
          what: `This folder’s name equals that of the folder ${quote(other.slice(0, -1))}, but for upper and lower case.`,
          why: 'On many machines the two are one folder, and files of one name would replace each other.',
          remedy: 'Rename one of the two folders.',
        }
      : {
          what: `This name equals that of ${quote(other)}, but for upper and lower case or the way accents are stored.`,
          why: 'On many machines the two are one name, and one file would replace the other.',
          remedy: 'Rename one of the two files.',
        },
  'file/unreadable': ({ reason }) => {
    const trouble = diskTrouble(reason)
    const [words, remedy] = unreadable[trouble]
    const told = trouble === 'other' && reason.trim() !== '' ? `${words} (${quote(reason)})` : words
    return { what: `This file cannot be read: ${told}.`, remedy }
  },
  'file/link-out': ({ target, folder }) => ({
    what: `This is a link (${quote(target)}) that leads out of ${quote(folder)}, or nowhere.`,
    why: `From here only files inside ${quote(folder)} are published, so that nothing private gets out, and no draft.`,
    remedy: 'Put the real file in place of the link.',
  }),
  'file/special': () => ({
    what: 'This is neither an ordinary file nor a folder, so it is not read.',
    remedy: 'Move it out of “content”.',
  }),
  'file/never': ({ name, why }) => ({
    what: `The file ${quote(name)} ${never[why]}, so it is not published.`,
    why: 'All of “content/static” is published as it is, for anybody to download. Attackers put their programs here.',
    remedy:
      'If nobody of yours put it here, keep a copy as evidence, delete it here and tell the administrator at once. If it is yours, move it out of “content”; save a document as PDF.',
  }),
  'file/runs': ({ text }) => ({
    what: `This file has code that runs on readers’ machines: ${quote(text)}.`,
    why: 'Files in “content/static” are published as they are; attackers put code there that sends readers to other sites.',
    remedy:
      'If nobody of yours wrote it, delete the file and tell the administrator at once. If it is needed, save it without code (export a drawing anew, or as PNG).',
  }),
  'file/name': ({ name }) => ({
    what: `The name ${quote(name)} has characters that cannot be used, or is too long.`,
    remedy: 'Choose a short name of letters, digits, blanks and hyphens.',
  }),
  'file/reserved-name': ({ name }) => ({
    what: `Windows takes no file by the name ${quote(name)}.`,
    why: 'Windows keeps con, prn, aux, nul, com1…, lpt1… for itself, whatever their ending, and drops points and blanks at the end of a name. A portal with such a name cannot be copied to a Windows computer or server.',
    remedy: 'Choose another name, for example with a word behind it: “con-trang” instead of “con”.',
  }),
  'file/metadata': ({ name }) => ({
    what: `The film or sound ${quote(name)} cannot be read to its end, so hidden data (place, camera, names…) cannot be taken out.`,
    why: 'Whoever downloads it could read them, coordinates of the place included.',
    remedy:
      'Copy the file from the camera or phone again: perhaps only a part was copied. If it is still refused, open it in a player or an editor of films, export it as a new file (film: MP4, sound: MP3) and put that in its place.',
  }),
  'slug/empty': ({ name }) => ({
    what: `No address can be made from the name ${quote(name)}.`,
    why: 'The address of a bulletin is made from its folder name (or file name), without accents and signs.',
    remedy: renameExample,
  }),
  'name/unit': ({ given, hasUnit, id }) => {
    // Pasted as well, so whole.
    const entry = line(`- {id: ${id}, name: ${inBraces(given)}}`)
    const own =
      entry === null
        ? ''
        : `If the unit itself is the author, add “${entry}” to content/authors.yml and write “${id}” in “authors”.`
    return {
      what: `“authors” names people, but ${quote(given)} looks like the name of a unit.`,
      why: 'Each name in “authors” gets a page of its own, with an address for ever.',
      remedy: hasUnit
        ? `Take it out of “authors”: the bulletin has a “unit” already. ${own}`.trim()
        : withLines(
            `${own} If not, take it out of “authors” and write it on a line of its own:`.trim(),
            line(pair('unit', given)),
          ),
    }
  },
  'name/empty': ({ what, given }) => ({
    what: `The ${what === 'author' ? 'author' : 'tag'} ${quote(given)} has neither letters nor digits, so no address can be made of it.`,
    remedy: 'Write it again or delete it.',
  }),
  'name/byline': ({ why, given, meant }, there) => ({
    what: {
      several: `“authors” takes ${quote(given)} for one person, but these seem to be several.`,
      source: `${quote(given)} in “authors” is where the text comes from, not who wrote it.`,
      title: `“authors” takes ${quote(given)}, what somebody is and the name, for a name.`,
    }[why],
    why: 'Each name in “authors” gets a page of its own, with an address for ever.',
    remedy:
      why === 'source'
        ? withLines(
            'Take it out of “authors” and name the origin on a line of its own:',
            line(`source: {name: ${inBraces(meant)}}`),
          )
        : withItem(
            `Write it as ${quote(meant)}${why === 'several' ? '; if what follows is a place, leave that out' : ''}. If you have looked and it is one name,`,
            'accept',
            'name/byline',
            there,
          ),
  }),
  'name/shared': ({ given, people }) => ({
    what: `In content/authors.yml ${people.length} people are called ${quote(given)}.`,
    why: 'Each has a page of their own; nobody can guess whose bulletin this is.',
    remedy: withLines(
      'Write the id of the one who wrote it instead of the name:',
      ...people.map(({ id, unit }) => (unit === null ? id : `${id} # ${unit}`)),
    ),
  }),
  'name/alike': ({ what, why, given, other, suggestion }) =>
    what === 'author'
      ? {
          what:
            why === 'marks'
              ? `The authors ${quote(given)} and ${quote(other)} differ only in tone marks, so their pages would share one address.`
              : `The authors ${quote(given)} and ${quote(other)} differ only in signs, blanks or capitals, so their pages would share one address.`,
          why: 'Names with different marks are different people; one must not get the other’s bulletins.',
          remedy: withLines(
            'If they are one person, make the names the same. If not, add this one to content/authors.yml with an id of its own:',
            `- {id: ${suggestion}, name: ${inBraces(given)}}`,
          ),
        }
      : {
          what:
            why === 'marks'
              ? `The tags ${quote(given)} and ${quote(other)} differ only in tone marks, so their pages would share one address.`
              : `The tags ${quote(given)} and ${quote(other)} differ only in signs, blanks or capitals, so their pages would share one address.`,
          remedy: 'Make the two tags the same, or choose another one.',
        },
  'address/collision': ({ address, other, where }) => ({
    what: `The address ${quote(address)} already belongs to ${quote(other)}.`,
    why: 'Two pages cannot have one address.',
    remedy:
      where === 'alias'
        ? 'Delete it from “aliases”: an address that has a page cannot be the old one of another bulletin.'
        : 'Rename the folder (or file) of the newer bulletin, for example by adding the day or place.',
  }),
  'address/lost': ({ address, file, state, aliases }) => ({
    what: `The published address ${quote(address)} has no page any more${
      state === null ? '' : `: ${quote(file ?? '')} is ${state === 'draft' ? 'a draft' : 'scheduled'}`
    }.`,
    why: 'Whoever has saved, printed or cited this address will meet the page that says “not found”.',
    remedy:
      state === null
        ? withLines(
            file === null
              ? 'If the page has another address now, add the first line to its front matter (or the address to the “aliases” that are there); to take it off the portal, bring it back and add the second with the day of doing so (pages in “content/pages” can only take the first):'
              : `If it is now ${quote(file)}, add the first line to that front matter${aliases.length === 0 ? '' : ' (in place of the “aliases” that are there)'}; to take it off the portal, bring the old one back and add the second with the day of doing so (pages in “content/pages” can only take the first):`,
            line(`aliases: [${[...aliases, address].join(', ')}]`),
            "withdrawn: {date: 15/01/2023, reason: '[fill in: why it was withdrawn]'}",
          )
        : withLines(
            state === 'draft'
              ? 'Without “draft” it is published again; to take it off the portal, put this line in the place of that one, with the day of doing so:'
              : 'Set the date (“publishAt” or “date”) right and it is published again; to take it off the portal, add this line besides, with the day of doing so:',
            "withdrawn: {date: 15/01/2023, reason: '[fill in: why it was withdrawn]'}",
          ),
  }),
  'address/replaced': ({ address, elsewhere, aliases }) => ({
    what: `At the published address ${quote(address)} there is another bulletin now: the old one is in ${quote(elsewhere)}.`,
    why: 'Whoever has saved, printed or cited this address will open a bulletin they did not mean to read.',
    remedy: withLines(
      `Rename the folder (or file) of this bulletin, for example by adding the day, and add this line to the front matter of ${quote(elsewhere)}${aliases.length === 0 ? '' : ' (in place of the “aliases” that are there)'}, so that the old address leads to the old bulletin:`,
      line(`aliases: [${[...aliases, address].join(', ')}]`),
    ),
  }),
  'address/file-gone': ({ address }) => ({
    what: `The document published at ${quote(address)} is there no more.`,
    why: 'Whoever kept or cites the address meets a page that says not found.',
    remedy:
      'The address of a document is made of its “title” in “attachments”: if both the file and the title were changed, put the old title back. If the document was taken away on purpose, nothing is to be done: this is said once.',
  }),
  'address/section': ({ old, id, name, where, pasted }) => ({
    what: `No section stands at the published address ${quote(`/chuyen-muc/${old}/`)} any more, and there is a new one, ${quote(name)} (${quote(id)}).`,
    why: 'If only its “id” was changed, whoever has the old address meets the page of all sections and has to look for it; if not, there is nothing to do.',
    remedy: withLines(
      where === 'line'
        ? 'If it is that section, add this line below its “id”:'
        : where === 'braces'
          ? 'If it is that section, add before its “}”:'
          : where === 'list'
            ? 'If it is that section, make its “aliases”:'
            : 'If it is that section, add this line at the end of its “aliases”:',
      line(pasted),
    ),
  }),
  'address/book-gone': ({ address, more }) => ({
    what: `The book of addresses is not there any more: the published address ${quote(address)}${more === 0 ? '' : ` and ${amount(more, 'en')} others`} would have no page.`,
    why: 'Only this file knows where old addresses lead. With a new one, whoever has saved, printed or cited them will meet the page that says “not found”.',
    remedy: withLines(
      'Bring the file “urls.lock” back into the folder “content” from the recycle bin or the last copy (only to give up all old addresses, make an empty file of that name there). Where the content is kept with Git, run:',
      'git checkout content/urls.lock',
    ),
  }),
  'address/line': ({ text }) => ({
    what: `The line ${quote(text)} was not written by the tool.`,
    why: 'This file keeps every address ever published; nobody keeps the address of a line that cannot be read.',
    remedy: 'Take the old line from a backup or from version control; if somebody added it by hand, delete it.',
  }),
  'address/merge': ({ text }) => ({
    what: `A merge of two versions left the mark ${quote(text)}.`,
    why: 'It is not known which addresses are to be kept.',
    remedy: 'Delete the lines with “<<<<<<<”, “=======” and “>>>>>>>”, and keep every address line of both versions.',
  }),
  'address/reserved': ({ address, where }) => ({
    what: `The address ${quote(address)} is reserved for the portal itself.`,
    remedy:
      where === 'alias' ? 'Delete it from “aliases”: the portal has a page or file of its own there.' : renameExample,
  }),
  'address/form': ({ given }) => {
    if (/^[^?]*\?/.test(given))
      return {
        what: `The old address ${quote(given)} has a “?” and cannot be kept here.`,
        why: 'What stands behind “?” only the old server understands; pages that are published cannot tell it apart.',
        remedy:
          'Delete it. If the old server still runs, have each such address redirected there to the new one of its bulletin.',
      }
    const path = pathOf(given)
    return {
      what: `The address ${quote(given)} is not valid.`,
      remedy:
        path === null
          ? withLines(
              'An address on the portal starts with “/” and has no blanks and no “..”, for example:',
              '/2023/hoi-nghi-tong-ket/',
            )
          : withLines('Write what stands behind the name of the host alone:', path),
    }
  },
  'content/none': () => ({
    what: 'There is no bulletin in “content/bulletins”.',
    why: 'An empty portal must not replace the one that is there.',
    remedy: withLines(
      'Write the first bulletin, or check that this is the right folder:',
      'content/bulletins/2023/hoi-nghi/index.md',
    ),
  }),
}
