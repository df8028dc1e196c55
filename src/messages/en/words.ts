import { videoIn } from '../../core/video.ts'
import { amount, line, quote, withLines } from '../quote.ts'
import type { Area } from '../words.ts'
import { withField, withItem } from './offer.ts'

const lookedAt = 'To keep it knowingly,'

const persons: ReadonlyMap<string, readonly [name: string, why: string]> = new Map([
  ['identity', ['the number of an identity card', 'It is used to borrow money and open accounts in another name.']],
  [
    'account',
    ['the number of a bank account', 'Published account numbers are copied and changed to divert donations.'],
  ],
  ['phone', ['somebody’s own mobile number', 'Private numbers on the web are harvested for spam and fraud.']],
])
const privately = ['a private number', 'Private numbers on the web are misused.'] as const

/** What does the same as code to embed something; page: the address of the video it shows, if it is one. */
const toEmbed = (page: string | null): string =>
  page === null
    ? 'Delete the code. A link does instead, as “[The way to us](address)”.'
    : `Delete the code and write ${quote(page)} on a line of its own, with an empty line before and behind it: the page shows a card that leads to the video.`

/** What deserves a second look in the words themselves. */
export const proof: Area<'words'> = {
  'words/missing': (_, there) => ({
    what: 'The bulletin has nothing below its front matter: no words, no photo, no document.',
    why: 'Readers find a title alone, and an address that was published must be kept for ever.',
    remedy: withField(
      'Write it below the second “---”. To go on later, keep it a draft.',
      'Add this line to the front matter:',
      'draft: true',
      there,
    ),
  }),
  'words/twice': ({ other }, there) => ({
    what: `This bulletin is the same as ${quote(other)}: title, day and text.`,
    why: 'It may be a copy that Windows made (“… - Copy”). Once published, its address too must be kept for ever.',
    remedy: withItem(`Delete the copy. ${lookedAt}`, 'accept', 'words/twice', there),
  }),
  'words/to-fill': ({ text }, there) => ({
    what: `This still waits to be filled in: ${quote(text)}.`,
    why: 'The bulletin is to be published, and readers would see the reminder.',
    remedy: withField(
      'Write over the brackets (and quotes, if there are any), or delete the whole line. To go on later, keep the bulletin a draft.',
      'Add this line to the front matter:',
      'draft: true',
      there,
    ),
  }),
  'words/to-fill-later': ({ text }) => ({
    what: `The draft has a place to fill in: ${quote(text)}.`,
    why: 'Nobody sees a draft; but it cannot be published so.',
    remedy: 'Write over the brackets (and quotes, if there are any), or delete the whole line.',
  }),
  'words/leftover': ({ text }, there) => ({
    what: `${quote(text)} was left in the text: a place to fill in, or the trace of a program.`,
    why: 'Readers would see it just so.',
    remedy: withItem(`Fill it in or delete it. ${lookedAt}`, 'accept', 'words/leftover', there),
  }),
  'words/mark': ({ what, text }, there) => ({
    what: {
      bold: `The stars of ${quote(text)} make nothing bold.`,
      heading: `${quote(text)} is no heading.`,
      link: `${quote(text)} is no link.`,
      html: `HTML tags such as ${quote(text)} are not used in a text.`,
      embed: `Code to embed, such as ${quote(text)}, is not used in a text.`,
      table: `The line ${quote(text)} is no table.`,
      tab: `This seems to be a table pasted from Word, whose cells run into one another: ${quote(text)}.`,
      symbol: 'A sign of the fonts Wingdings or Symbol stands here, which Word alone can show.',
      row: `The line ${quote(text)} became a row of the table above it.`,
      cells: `The cell ${quote(text)} is not shown: this row has more cells than the first row of the table.`,
      fence: `The words ${quote(text)} behind “\`\`\`” are not shown.`,
      item: `The line ${quote(text)} became part of the last item of the list above it.`,
    }[what],
    why:
      what === 'row' || what === 'item'
        ? 'Behind a table and behind a list a single Enter begins no new paragraph.'
        : what === 'fence'
          ? 'These signs open a piece of code; readers do not see the words on their line.'
          : what === 'cells'
            ? 'The first row says how many columns there are; readers see no others.'
            : what === 'tab' || what === 'symbol'
              ? 'Readers do not see it as in Word.'
              : 'Readers see it just as it was typed.',
    remedy: withItem(
      `${
        {
          bold: 'Put the two stars close to the words at both ends, as in “**bold**”, or delete them.',
          heading: 'Put a blank behind the signs “#”, as in “## Results”.',
          link: 'Write it in one, with both brackets: “[words](address)”.',
          html: 'Delete the tag. Bold is “**bold**”, a new paragraph begins behind an empty line.',
          embed: toEmbed(videoIn(text)),
          table: 'Put a line of dashes below the first line of the table, with as many cells: “| --- | --- |”.',
          tab: 'Write it as a table: a line as “| Lập Lễ | 96 |” for each row, below the first one of dashes, “| --- | --- |”.',
          row: 'Leave an empty line between the table and this line.',
          cells:
            'Add cells to the first row and the line of dashes (they may be empty), or take the surplus out of this row.',
          fence: 'Delete the signs at both ends, or put the words on the next line.',
          item: 'Leave an empty line before this line. If it does belong to the item, begin it with two blanks.',
          symbol: 'Delete it or write words; an item of a list begins with “-” and a blank.',
        }[what]
      } ${lookedAt}`,
      'accept',
      'words/mark',
      there,
    ),
  }),
  'words/mojibake': ({ text }, there) => ({
    what: `The letters are broken here: ${quote(text)}.`,
    why: 'The text was read in a wrong encoding when it was copied.',
    remedy: withItem(
      `Copy the passage again from its original, or type it. ${lookedAt}`,
      'accept',
      'words/mojibake',
      there,
    ),
  }),
  'words/old-font': ({ font, text }, there) => ({
    what: `This seems to be typed for a font in the old encoding ${quote(font)}, for example ${quote(text)}.`,
    why: 'Without that font readers see strange signs.',
    remedy: withItem(
      `Convert it with the UniKey toolkit (Ctrl+Shift+F6) to Unicode and paste it again. ${lookedAt}`,
      'accept',
      'words/old-font',
      there,
    ),
  }),
  'words/repeated': ({ text }, there) => ({
    what: `${quote(text)} is written twice on end.`,
    why: 'It mostly remains from copying or rewriting a sentence.',
    remedy: withItem(`Delete one of them. ${lookedAt}`, 'accept', 'words/repeated', there),
  }),
  'words/spacing': ({ text, right }) => ({
    what: `A blank stands in the wrong place in ${quote(text)}.`,
    why: 'The sign may be torn off to the next line.',
    remedy: withLines('Run “npx tx-portal check --fix”, or write:', line(right)),
  }),
  'words/dash': ({ text }, there) => ({
    what: `The dash in ${quote(text)} has a blank on one side only.`,
    why: 'Only the writer knows whether these are one compound or two parts.',
    remedy: withItem(
      `Put blanks on both sides (“kinh tế - xã hội”) or on none (“Ê-đê”). ${lookedAt}`,
      'accept',
      'words/dash',
      there,
    ),
  }),
  'words/capitals': ({ text }, there) => ({
    what: `This is mostly in capitals: ${quote(text)}.`,
    why: 'Sentences in capitals are hard to read, and screen readers may spell them out.',
    remedy: withItem(`Write it in small letters. ${lookedAt}`, 'accept', 'words/capitals', there),
  }),
  'words/long-paragraph': ({ syllables, max }, there) => ({
    what: `This paragraph has ${amount(syllables, 'en')} syllables (better below ${amount(max, 'en')}).`,
    why: 'It fills several screens of a phone.',
    remedy: withItem(`Part it with blank lines. ${lookedAt}`, 'accept', 'words/long-paragraph', there),
  }),
  'words/private-number': ({ what, text }, there) => {
    const [name, why] = persons.get(what) ?? privately
    return {
      what: `${quote(text)} looks like ${name}.`,
      why,
      remedy: withItem('Delete or mask it. If it may be public,', 'accept', 'words/private-number', there),
    }
  },
  'words/gambling': ({ text, where }, there) => ({
    what: `${where === 'document' ? 'The text' : 'This file'} has words of gambling houses: ${quote(text)}.`,
    why: 'Attackers like to plant their advertisements on portals of the state.',
    remedy:
      where === 'portal'
        ? 'Delete it and tell the administrator at once, who finds out who put it here. If your agency wrote it, use other words (“online betting”).'
        : withItem(
            'If nobody of yours wrote it, delete it and tell the administrator at once. If it is a report against gambling,',
            'accept',
            'words/gambling',
            there,
          ),
  }),
}
