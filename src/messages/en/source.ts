import { amount, isOnlyDashes, line, pair, quote, singleQuoted, withLines } from '../quote.ts'
import { type YamlTrouble, yamlTrouble } from '../trouble.ts'
import type { Area, Words } from '../words.ts'

const saveAsUtf8 = 'save it as UTF-8 (Notepad: “Save as”, Encoding “UTF-8”)'

const encodings: { readonly [likely: string]: Words } = {
  'UTF-16': {
    what: 'This file is in “UTF-16”, so its text cannot be read.',
    remedy: `Open the file and ${saveAsUtf8}.`,
  },
  'Windows-1258': {
    what: 'This file seems to be in the old code page “Windows-1258”, so its text cannot be read.',
    remedy: `Open it in Word with the encoding “Vietnamese (Windows)”, copy the text to a new file and ${saveAsUtf8}.`,
  },
  TCVN3: {
    what: 'This file seems to be in the old encoding “TCVN3” (.VnTime fonts), so its text cannot be read.',
    remedy: `Convert the text with the UniKey toolkit (Ctrl+Shift+F6) from “TCVN3 (ABC)” to “Unicode”, paste it into a new file and ${saveAsUtf8}.`,
  },
  VISCII: {
    what: 'This file seems to be in the old encoding “VISCII”, so its text cannot be read.',
    remedy: `Convert the text with the UniKey toolkit (Ctrl+Shift+F6) from “VISCII” to “Unicode”, paste it into a new file and ${saveAsUtf8}.`,
  },
  binary: {
    what: 'This is not a text file; perhaps a Word file, picture or archive that was renamed.',
    remedy: `Open the original in its own program, copy the text to a new file and ${saveAsUtf8}.`,
  },
}

const unknownEncoding: Words = {
  what: 'Some bytes of this file are not UTF-8.',
  why: 'Only UTF-8 shows Vietnamese correctly everywhere.',
  remedy: `Type the broken text at this place again and ${saveAsUtf8}.`,
}

const sample = "unit: 'Trung tâm VHTT: Đội tuyên truyền'"

/** What lies behind a line that cannot be read, and the way out. */
const troubles: { readonly [T in YamlTrouble]: Words } = {
  quote: {
    what: 'The value opens with a quote that is never closed.',
    remedy: withLines('Close it at the end of the value with the same quote:', sample),
  },
  indent: {
    what: 'This line is not indented like the others of its group.',
    remedy: 'Indent it with blanks, in line with the others of its group above.',
  },
  'colon-in-value': {
    what: 'This line has a second colon, so it reads like two fields.',
    remedy: withLines('Put the whole value in quotes:', sample),
  },
  'no-colon': {
    what: 'This line is not of the form “name: value” (a colon may be missing, or the blank behind it).',
    remedy: withLines('Write the name, a colon, a blank and the value:', 'date: 13/01/2023'),
  },
  'sign-first': {
    what: 'The value starts with a sign that has a meaning of its own and must stand in quotes.',
    remedy: withLines('Put the whole value in quotes:', "credit: '@khaccuong'"),
  },
  brackets: {
    what: 'A comma or a closing bracket is missing.',
    remedy: withLines('Check commas and brackets, for example:', 'authors: [Lê Thơ, Khắc Cường]'),
  },
  remark: {
    what: 'A “#” behind a blank within brackets makes a remark of all that follows, the closing bracket too.',
    remedy: withLines('Put the words with “#” in quotes, for example:', "tags: ['Nghị quyết #5', kinh tế]"),
  },
  behind: {
    what: 'There are words behind the closing bracket.',
    remedy: 'Put them inside the brackets or delete them; nothing is written behind.',
  },
  continued: {
    what: 'The value goes on in the line below, whose colon makes it look like another field.',
    remedy: withLines('Write the whole value on one line and in quotes, for example:', sample),
  },
  backslash: {
    what: 'The “\\” inside double quotes has a meaning of its own.',
    remedy: withLines('Use single quotes instead:', "unit: 'Phòng A\\B'"),
  },
  'second-document': {
    what: 'There is another “---” or “...” line inside the front matter.',
    remedy: 'Delete it; only one “---” opens the front matter and one closes it.',
  },
  other: {
    what: 'This line cannot be read as YAML.',
    remedy: withLines('Write “name: value”, and put values with special signs in quotes, for example:', sample),
  },
}

/** The bytes of a file, and its front matter as a block. */
export const block: Area<'text' | 'front-matter'> = {
  'text/encoding': ({ likely }) => encodings[likely] ?? unknownEncoding,
  'text/nul': () => ({
    what: 'This file contains a NUL character; it was probably damaged while being copied.',
    remedy: `Copy the file again from its origin, or move the good text to a new file and ${saveAsUtf8}.`,
  }),
  'text/invisible': ({ count }) => ({
    what: `This file contains ${amount(count, 'en')} invisible ${count === 1 ? 'character' : 'characters'}, as copying from Zalo or web pages leaves behind.`,
    why: 'They keep search from finding words and break lines in odd places.',
    remedy: 'Delete the text at this place and type it again.',
  }),
  'front-matter/missing': ({ declared }) => ({
    what: declared ? 'The line “---” above the front matter is missing.' : 'This bulletin has no front matter.',
    why: 'Title, date and category are taken from it.',
    remedy: declared
      ? withLines('Put a line of three dashes at the top of the file, and leave the others as they are:', '---')
      : withLines(
          'Put these lines at the top of the file and fill them in (a standing page needs only “title”):',
          '---',
          "title: '[fill in: the title]'",
          'date: 13/01/2023',
          'category: tin-tuc-su-kien',
          '---',
        ),
  }),
  'front-matter/not-first': () => ({
    what: 'There are blanks or blank lines before the “---” that opens the front matter.',
    why: 'The whole front matter would be taken for text of the bulletin.',
    remedy: 'Delete everything before “---”, so that it stands at the start of the first line.',
  }),
  'front-matter/unclosed': () => ({
    what: 'The front matter has no closing “---” line.',
    why: 'Without it nobody can tell where the text begins.',
    remedy: withLines('Add this line below the last field, before the text:', '---'),
  }),
  'front-matter/opening': ({ text }) => ({
    what: `The line that opens the front matter must be “---” alone, but has ${quote(text)}.`,
    why: isOnlyDashes(text)
      ? 'Word turns hyphens into dashes by itself.'
      : 'Only plain YAML is read; code in content is never run.',
    remedy: withLines('Change this line to:', '---'),
  }),
  'front-matter/closing': ({ text }) => ({
    what: `The line that closes the front matter must be “---” alone, but has ${quote(text)}.`,
    ...(isOnlyDashes(text)
      ? {
          why: 'Word turns hyphens into dashes by itself.',
          remedy: withLines('Change this line to three hyphens with nothing before them:', '---'),
        }
      : {
          why: 'Words after “---” would be lost or end up in the text.',
          remedy: withLines('Move the words to the next line and change this one to:', '---'),
        }),
  }),
}

/** How YAML is written, in bulletins and registers alike. */
export const yaml: Area<'yaml'> = {
  'yaml/syntax': ({ detail, suggestion }) => {
    const kind = yamlTrouble(detail)
    const trouble = troubles[kind]
    const what =
      kind === 'other' && detail.trim() !== '' ? `This line cannot be read as YAML: ${quote(detail)}.` : trouble.what
    const pasted = line(suggestion)
    if (pasted !== null && detail === 'continued')
      return {
        ...trouble,
        remedy: withLines('Change this line to what follows and delete the lines below that went on:', pasted),
      }
    return { ...trouble, what, ...(pasted === null ? {} : { remedy: withLines('This line may be meant:', pasted) }) }
  },
  'yaml/tab': () => ({
    what: 'This line is indented with a tab.',
    why: 'YAML only knows blanks.',
    remedy: 'Replace the tab with two blanks for each level.',
  }),
  'yaml/alias': ({ text }) => ({
    what: `YAML anchors and aliases (“&”, “*”) are not accepted: ${quote(text)}.`,
    remedy: withLines('If it is meant as text, put the whole value in quotes:', line(singleQuoted(text))),
  }),
  'yaml/tag': ({ tag }) => ({
    what: `YAML tags (“!”) are not accepted: ${quote(tag)}.`,
    remedy: withLines(
      'Delete the tag; if it is meant as text, put the whole value in quotes, for example:',
      "title: '!Thông báo khẩn'",
    ),
  }),
  'yaml/duplicate-key': ({ key, firstLine, merged }) => ({
    what: `The field ${quote(key)} is given twice (first on line ${firstLine}).`,
    why: 'Nobody can tell which one is meant.',
    remedy:
      merged === null
        ? 'Keep one of the lines and delete the other.'
        : withLines(`Put both into one: change line ${firstLine} to what follows and delete this one:`, line(merged)),
  }),
  'yaml/forbidden-key': ({ key }) => ({
    what: `A field must not be called ${quote(key)}.`,
    remedy: 'Delete this line or choose another name.',
  }),
  'yaml/too-deep': ({ max }) => ({
    what: `The values are nested too deeply (at most ${amount(max, 'en')} levels).`,
    remedy: 'Use fewer levels, and look for brackets that were opened and never closed.',
  }),
  'yaml/too-long': ({ bytes, max }) => ({
    what: `The front matter is ${amount(bytes / 1024, 'en')} KB long; at most ${amount(max / 1024, 'en')} KB are read.`,
    remedy: 'Check that a “---” line closes it; the text of the bulletin belongs below that line.',
  }),
  'yaml/not-a-map': ({ expected, example }) =>
    expected === 'map'
      ? {
          what: 'Lines of the form “name: value” are needed here.',
          remedy: withLines('Write it like this:', line(example ?? 'title: Tiêu đề của bài')),
        }
      : {
          what: 'A list is needed here, each entry starting with “-”.',
          remedy: withLines('Write it like this:', '- id: kinh-te', '  name: Kinh tế'),
        },
  'yaml/literal': ({ key, quoted, where }) => {
    const pasted = line(where === 'list' ? quoted : pair(key, quoted))
    const to = where === 'line' ? ' to the end of the line' : ''
    return {
      what: `The value of ${quote(key)} has special signs, so it was read literally${to}.`,
      remedy:
        pasted === null
          ? 'Nothing has to be done. To make it plain, put the whole value in quotes.'
          : withLines(
              `Nothing has to be done. To make it plain, change ${where === 'line' ? 'the line' : 'this part within the brackets'} to:`,
              pasted,
            ),
    }
  },
}
