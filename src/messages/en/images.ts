import type { There } from '../../core/diagnostic.ts'
import type { Burden, FileKind, Unseen } from '../../core/file-facts.ts'
import { ARCHIVES, PICTURES, UNPLAYED } from '../../core/media-type.ts'
import { amount, asNamed, inStatic, line, quote, withLines } from '../quote.ts'
import type { Area, Words } from '../words.ts'
import { withItem } from './offer.ts'

const intoFolder = 'Copy the picture into the folder of the bulletin and give its file name alone'
const asJpg = 'save it as JPG, put that in place of the old file and change the name wherever the picture is named'

/** What stands where a caption is to be written: `words/to-fill` stops it. */
const caption = '[fill in: whom it shows, doing what, where]'

/** Words for photos, in `images:` that may be there already. */
function withPhotos(names: readonly string[], there: There | null): string {
  const captioned = `caption: '${caption}'`
  if (there !== null && there.dashes === null)
    return withItem(
      'Write a caption for it:',
      'images',
      names.map((src) => `{src: ${JSON.stringify(src)}, ${captioned}}`).join(', '),
      there,
    )
  const indent = ' '.repeat((there?.dashes ?? 3) - 1)
  const item = names.flatMap((src) => [line(`${indent}- src: ${src}`), `${indent}  ${captioned}`])
  return there === null
    ? withLines(
        'Write a caption for it under “images” of the front matter, as “Đại biểu dự hội nghị”:',
        'images:',
        ...item,
      )
    : withLines('Write it under the “images” that are there, in line with the others:', ...item)
}

/** Photos: whether they are there, are photos, and have words. */
export const images: Area<'image'> = {
  'image/missing': ({ src, nearest, where }) => {
    if (where === 'folder')
      return {
        what: `${quote(src)} in the folder of the bulletin is a folder, not a picture.`,
        remedy:
          nearest === null
            ? 'Copy the picture into the folder of the bulletin and write its name.'
            : withLines('To use the picture in that folder, change the name to:', line(nearest)),
      }
    if (where === 'refused')
      return {
        what: `${quote(src)} is in the folder of the bulletin, but is no common file and cannot be read.`,
        remedy: `See what is said of ${quote(src)} itself, then put the picture in its place.`,
      }
    const what = `The picture ${quote(src)} is not in ${where === 'static' ? 'the portal’s folder “content/static”' : 'the folder of the bulletin'}.`
    if (nearest !== null)
      return {
        what: `${what} Did you mean ${quote(nearest)}?`,
        remedy: withLines('If so, change the name to:', line(nearest)),
      }
    return {
      what,
      remedy:
        where === 'static'
          ? withLines(
              'Pictures of the whole portal stand in “content/static”. Copy it there and write its name like this, or delete the entry:',
              line(inStatic(src)),
            )
          : `${intoFolder}, or take it out of the text.`,
    }
  },
  'image/case': ({ src, actual }) => ({
    what: `The picture is written ${quote(src)}, but the file is called ${quote(actual)} (upper and lower case differ).`,
    why: 'Some machines find it, others do not.',
    remedy: withLines('Change the name to:', line(actual)),
  }),
  'image/outside': ({ src }) => ({
    what: `The picture ${quote(src)} is outside the folder of the bulletin.`,
    why: 'A bulletin keeps its pictures beside it, so that none is lost when it moves.',
    remedy: `${intoFolder}.`,
  }),
  'image/remote': ({ src }) =>
    /^\s*data:/i.test(src)
      ? {
          what: `The picture ${quote(src)} is pasted into the text itself.`,
          why: 'It makes the file of the bulletin very long and cannot be made smaller for phones.',
          remedy: `Save it as a file. ${intoFolder}.`,
        }
      : {
          what: `The picture ${quote(src)} comes from another site.`,
          why: 'It disappears when that site removes it, and that site learns who reads the bulletin.',
          remedy: `If you may use it, download it. ${intoFolder}.`,
        },
  'image/unused': ({ name, fit }) => ({
    what: `The picture ${quote(name)} lies beside the bulletin but is not used, so it is not published.`,
    remedy: fit
      ? withLines('Delete or move it; or show it in the text:', line(`![${caption}](${name})`))
      : withLines(
          'Delete or move it. As it is it cannot be shown: open it, save it as JPG (or PNG) in place of this file, and show that in the text:',
          line(`![${caption}](${asNamed(name, 'jpg')})`),
        ),
  }),
  'image/twice': ({ src }) => ({
    what: `The picture ${quote(src)} is listed twice under “images”.`,
    why: 'Nobody can tell which caption is meant.',
    remedy: 'Keep one entry and delete the other.',
  }),
  'image/empty': ({ name }) => ({
    what: `The picture file ${quote(name)} is empty.`,
    remedy: 'Copy it again from the camera or phone, and run again when copying has ended.',
  }),
  'image/not-image': ({ name, likely }) => ({
    what:
      likely === null
        ? `The file ${quote(name)} is not a picture.`
        : `The file ${quote(name)} is not a picture but probably ${quote(likely)}.`,
    remedy: 'Open the original, save it as JPG or PNG and put that in its place. Renaming the ending is not enough.',
  }),
  'image/heic': ({ name }) => ({
    what: `The HEIC photo ${quote(name)} cannot be read.`,
    why: 'It was copied only in part, is damaged, or is of another kind of HEIC than iPhones take.',
    remedy: `Copy the original from the phone again. If that does not help, open it and ${asJpg}. iPhones take JPG with Settings, Camera, Formats, “Most Compatible”.`,
  }),
  'image/svg': ({ name }) => ({
    what: `The picture ${quote(name)} is an SVG drawing, which bulletins cannot use.`,
    why: 'SVG files can carry code that runs on the reader’s machine.',
    remedy: 'Open it in a drawing program or browser, save it as PNG and use that.',
  }),
  'image/animated': ({ name }) => ({
    what: `The picture ${quote(name)} is animated, which bulletins cannot use.`,
    why: 'Moving pictures are heavy and disturb reading.',
    remedy: 'Save one frame as JPG or PNG; attach a film as mp4.',
  }),
  'image/format': ({ name, format }) => ({
    what: `The picture ${quote(name)} is in the format ${quote(format)}, which cannot be used.`,
    remedy: `Open it and ${asJpg} (JPG, PNG, WebP, GIF and iPhones’ HEIC work).`,
  }),
  'image/too-large': ({ name, megapixels, max }) => ({
    what: `The picture ${quote(name)} has ${amount(megapixels, 'en')} megapixels (at most ${amount(max, 'en')}).`,
    remedy: 'Reduce it to about 4,000 pixels in width and save it again.',
  }),
  'image/broken': ({ name }) => ({
    what: `The picture ${quote(name)} is damaged or was copied only in part.`,
    why: 'Readers would see an empty space.',
    remedy: 'Copy it again from the camera or phone; if it opens, save it anew as JPG.',
  }),
  'image/metadata': ({ name }) => ({
    what: `The picture ${quote(name)} carries hidden data (place, camera, names…) that the tool cannot take out.`,
    why: 'Whoever saves the picture can read them, the coordinates of the place too.',
    remedy:
      'Open it, save it as JPG or PNG and put that in its place; hidden data of JPG and PNG are taken out when publishing.',
  }),
  'image/no-alt': ({ src, where, others }, there) => ({
    what:
      others.length === 0
        ? `The picture ${quote(src)} has neither caption nor description.`
        : `${amount(others.length + 1, 'en')} pictures have neither caption nor description: ${[src, ...others].map(quote).join(', ')}.`,
    why: 'People who cannot see it hear the description instead.',
    remedy:
      where === 'text'
        ? withLines('Write a caption between the brackets, as “Đại biểu dự hội nghị”:', line(`![${caption}](${src})`))
        : where === 'images'
          ? withLines(
              'Add a caption where “images” names the picture, as “Đại biểu dự hội nghị”:',
              `caption: '${caption}'`,
            )
          : withPhotos([src, ...others], there),
  }),
  'image/name-in-text': ({ name }) => ({
    what: `The name of a picture, ${quote(name)}, stands in the text as words.`,
    why: 'Readers would see the file name and no picture.',
    remedy: withLines(
      'Take it out of the sentence. To place the picture here, write on a line of its own:',
      line(`![${caption}](${name})`),
    ),
  }),
  'image/small': ({ name, width, least }) => ({
    what: `The picture ${quote(name)} is only ${amount(width, 'en')} pixels wide; its place is up to ${amount(least, 'en')} wide.`,
    why: 'A small picture drawn wide is blurred; as a cover, Zalo and Facebook will not show it large.',
    remedy:
      'Use the file from the camera or phone in place of a cutting of the screen or a download from Zalo; over Zalo, send it as “HD” or as a file.',
  }),
  'image/portrait-cover': ({ name, better }) => ({
    what: `The cover ${quote(name)} is higher than it is wide.`,
    why: 'In lists and where the page is shared the cover is cut broad: heads or feet of people may be lost.',
    remedy:
      better === null
        ? 'If there is a broad picture of the event, name it under “cover”. If there is none, leave it so.'
        : withLines(
            'Choose a broad picture with a line at the beginning (in place of a “cover” that is there):',
            line(`cover: ${better}`),
          ),
  }),
  'image/repeated': ({ name, other, times }) => {
    const often = times === 2 ? 'twice' : `${times} times`
    return {
      what:
        name === other
          ? `The picture ${quote(name)} stands in the text ${often}.`
          : `The pictures ${quote(name)} and ${quote(other)} are the same.`,
      why: `Readers see one picture ${often}; in one of the places another may have been meant.`,
      remedy:
        times === 2
          ? 'Take one of them away, or put the picture there that was meant.'
          : 'Leave it in one place; in the others take it away, or put the picture there that was meant.',
    }
  },
  'image/caption-like-name': ({ src, given }) => ({
    what: `The caption ${quote(given)} of the picture ${quote(src)} looks like a name given by a camera, a phone or Zalo.`,
    why: 'A file name tells readers nothing.',
    remedy: withLines('Say what the picture shows, as “Đại biểu dự hội nghị”:', line(`![${caption}](${src})`)),
  }),
  'image/caption-is-name': ({ src, given }) => ({
    what: `The caption ${quote(given)} of the picture ${quote(src)} is only a file name.`,
    why: 'A file name tells readers nothing and must not appear on the page.',
    remedy: withLines('Say what the picture shows, as “Đại biểu dự hội nghị”:', line(`![${caption}](${src})`)),
  }),
}

/** What the bytes of a file are, in words people know. */
const kinds: Readonly<Record<Exclude<FileKind, 'unknown'>, string>> = {
  empty: 'an empty file',
  pdf: 'a PDF',
  docx: 'a Word file (docx)',
  xlsx: 'an Excel file (xlsx)',
  pptx: 'a PowerPoint file (pptx)',
  odt: 'a text of LibreOffice (odt)',
  ods: 'a spreadsheet of LibreOffice (ods)',
  odp: 'a presentation of LibreOffice (odp)',
  zip: 'a ZIP file',
  'cut-zip': 'a Word, Excel, PowerPoint or ZIP file that is broken or was copied in part',
  'old-office': 'an old Word, Excel or PowerPoint file, or one with a password',
  rtf: 'a text in RTF',
  picture: 'a picture',
  html: 'a web page',
  program: 'a program',
  rar: 'a RAR archive',
  '7z': 'a 7z archive',
}
const unseen: { readonly [U in Unseen]: string } = {
  archive: 'it is an archive itself',
  locked: 'it has a password',
  packed: 'it is broken, too large, or packed in a rare way',
  many: 'there are too many documents in the archive',
}

const lookedAt = 'If you have looked at it and want to keep it, add to the front matter:'
/** Programs of LibreOffice, whose menus are other ones. */
const libre: Readonly<Record<string, 'Writer' | 'Calc' | 'Impress'>> = { odt: 'Writer', ods: 'Calc', odp: 'Impress' }
const programOf = (extension: string): 'Word' | 'Excel' | 'PowerPoint' =>
  extension.startsWith('xls') ? 'Excel' : extension.startsWith('ppt') ? 'PowerPoint' : 'Word'
/** With what the file is opened. */
const openedWith = (extension: string): string => {
  const program = libre[extension]
  return program === undefined ? programOf(extension) : `LibreOffice ${program}`
}
const modern = (extension: string): string =>
  ({ Word: 'docx', Excel: 'xlsx', PowerPoint: 'pptx' })[programOf(extension)]

/** Where each program takes all comments out. */
const withoutComments = (extension: string): string => {
  const program = libre[extension]
  return program === undefined ? withoutOfficeComments(extension) : libreComments[program]
}
const libreComments = {
  Writer: 'Choose Edit → Comments → Delete All Comments.',
  Calc: 'Choose Sheet → Cell Comments → Delete All Comments.',
  Impress: 'Click on a comment with the right button and choose Delete All Comments.',
}
const withoutOfficeComments = (extension: string): string =>
  programOf(extension) === 'Excel'
    ? 'Choose File → Info → Check for Issues → Inspect Document, press Inspect, then Remove All beside Comments.'
    : programOf(extension) === 'PowerPoint'
      ? 'Choose Review → Delete → Delete All Comments in This Presentation.'
      : 'Choose Review → Delete → Delete All Comments in Document.'

/** What a document or a photo in an archive carries. */
const carried: Readonly<Record<Burden, string>> = {
  macros: 'a document with macros, code that runs on the machine of who opens it',
  script: 'a PDF with code or commands that run when it is opened',
  comments: 'a document with comments of those who wrote or reviewed it',
  changes: 'a document with tracked changes, which tell what was deleted',
  place: 'a photo that tells where it was taken',
}

function inArchive(src: string, burden: Burden): Words {
  const way =
    burden === 'place'
      ? 'Unpack it. Photos are better placed in the text: their coordinates are taken out. To keep the archive, right-click each photo, choose Properties → Details → Remove Properties, and pack it again.'
      : 'Unpack it, put that document right as if it were attached by itself, pack it again and put it in the place of this one.'
  return {
    what: `In the archive ${quote(src)} is ${carried[burden]}.`,
    why: 'Whoever downloads it can open all that is in it.',
    remedy: withLines(`${way} ${lookedAt}`, line(`accept: [attachment/${burden}]`)),
  }
}

/** Documents, sound and video for readers to take with them. */
export const attachments: Area<'attachment'> = {
  'attachment/missing': ({ src, nearest }) =>
    nearest === null
      ? {
          what: `The attachment ${quote(src)} is not in the folder of the bulletin.`,
          remedy: 'Copy the file into the folder of the bulletin, or delete this entry.',
        }
      : {
          what: `The attachment ${quote(src)} is not in the folder of the bulletin. Did you mean ${quote(nearest)}?`,
          remedy: withLines('If so, change the name to:', line(nearest)),
        },
  'attachment/outside': ({ src }) => ({
    what: `The attachment ${quote(src)} is outside the folder of the bulletin.`,
    remedy: 'Copy the file into the folder of the bulletin and give its file name alone.',
  }),
  'attachment/kind': ({ src, extension }) => ({
    what:
      extension.trim() === ''
        ? `The file ${quote(src)} has no ending, so its kind is not known.`
        : `Files of the kind ${quote(extension)} cannot be attached (${quote(src)}).`,
    why: PICTURES.has(extension)
      ? 'A picture stands in the text, where everybody sees it.'
      : UNPLAYED.has(extension)
        ? 'Many readers’ machines cannot play films or sounds of this kind.'
        : 'Only kinds that are safe for readers are published.',
    remedy: PICTURES.has(extension)
      ? 'Write “![caption](…)” to place it in the text.'
      : UNPLAYED.has(extension)
        ? 'Turn the film into mp4 (a sound into mp3) with a program that plays it, and attach that.'
        : ARCHIVES.has(extension)
          ? 'Unpack it and pack it as a ZIP (right-click the folder, Compress to ZIP file), or attach the documents one by one.'
          : 'Save the document as PDF (or Word, Excel, PowerPoint, mp3, mp4) and attach that.',
  }),
  'attachment/unused': ({ name }, there) => ({
    what: `The file ${quote(name)} lies beside the bulletin but is not mentioned, so it is not published.`,
    remedy: withItem(
      'Move it away; or, for readers to download it,',
      'attachments',
      `{src: ${JSON.stringify(name)}, title: '[fill in: title of the document]'}`,
      there,
    ),
  }),
  'attachment/title-is-name': ({ src, given }) => ({
    what: `The title ${quote(given)} is only the name of the file ${quote(src)}.`,
    why: 'Readers want to know what a document is about before they download it.',
    remedy: withLines(
      'Give it a title, as “Kế hoạch tổ chức hội nghị tổng kết năm 2022”:',
      "title: '[fill in: title of the document]'",
    ),
  }),
  'attachment/empty': ({ src }) => ({
    what: `The attached file ${quote(src)} is empty.`,
    remedy: 'Copy the file again, wait until it is copied, and run the command again.',
  }),
  'attachment/not-kind': ({ src, extension, likely }) => ({
    what:
      likely === 'unknown'
        ? `The file ${quote(src)} is no ${quote(extension)} file, as its name says.`
        : `The file ${quote(src)} is no ${quote(extension)} file, as its name says, but probably ${kinds[likely]}.`,
    why: 'Readers could not open it; a file under a false name may also harm the machine of who opens it.',
    remedy:
      likely === 'program'
        ? 'Do not open it. Delete it, get the document from its sender again, and scan this machine for viruses.'
        : likely === 'picture'
          ? 'A picture belongs in the text: give its name the right ending (jpg, png) and write “![caption](…)”. A photo of a document: paste it into Word and save it as PDF.'
          : 'Open the original in the program that made it, save it as what it is meant to be (PDF, Word, Excel, PowerPoint; without a password) and put that in its place. To change the ending of its name is not enough.',
  }),
  'attachment/holds': ({ src, name, why }) => ({
    what: `In the archive ${quote(src)} is ${quote(name)}: files of this kind are never published.`,
    why:
      why === 'machine'
        ? 'It runs on the machine of who opens it; viruses spread so.'
        : 'It may hold passwords, keys or a copy of data.',
    remedy: 'Unpack the archive, delete that file, pack it again and put it in the place of this one.',
  }),
  'attachment/unseen': ({ src, name, why, others }) => ({
    what: `In the archive ${quote(src)}, ${quote(name)}${others === 0 ? '' : ` and ${amount(others, 'en')} others`} could not be looked into: ${unseen[why]}.`,
    why: 'Macros, comments, deleted text or photos that tell a place may be in it, and nobody would know.',
    remedy: withLines(
      `${
        why === 'many'
          ? 'Divide it into smaller archives, or open each file yourself.'
          : 'Unpack it, attach the files one by one or pack them again without a password and without an archive inside.'
      } ${lookedAt}`,
      line('accept: [attachment/unseen]'),
    ),
  }),
  'attachment/macros': ({ src, extension }) =>
    extension === 'zip'
      ? inArchive(src, 'macros')
      : {
          what: `The file ${quote(src)} has macros: code that runs on the machine of who opens it.`,
          why: 'Viruses spread by macros; many offices block such files.',
          remedy: withLines(
            `${
              extension in libre
                ? 'Open it in LibreOffice, choose File → Export as PDF, and attach the PDF.'
                : `Open it in ${programOf(extension)}, choose File → Save As, the type “.${modern(extension)}”, answer Yes when asked whether macros may go, and attach the new file. Or save it as PDF.`
            } ${lookedAt}`,
            line('accept: [attachment/macros]'),
          ),
        },
  'attachment/script': ({ src, extension }) =>
    extension === 'zip'
      ? inArchive(src, 'script')
      : {
          what: `The PDF ${quote(src)} has code or commands that run when it is opened.`,
          why: 'An ordinary PDF needs none; this is where malicious code is hidden.',
          remedy: withLines(
            `Open it in a browser (Edge, Chrome), choose Print, then “Save as PDF” as the printer, and attach the new file. ${lookedAt}`,
            line('accept: [attachment/script]'),
          ),
        },
  'attachment/comments': ({ src, extension }) =>
    extension === 'zip'
      ? inArchive(src, 'comments')
      : {
          what: `The file ${quote(src)} still carries comments of those who wrote or reviewed it.`,
          why: 'Whoever downloads it can read them, and who wrote them.',
          remedy: withLines(
            `Open it in ${openedWith(extension)}. ${withoutComments(extension)} Save it and put it in the place of this one. ${lookedAt}`,
            line('accept: [attachment/comments]'),
          ),
        },
  'attachment/changes': ({ src, extension }) =>
    extension === 'zip'
      ? inArchive(src, 'changes')
      : {
          what: `The file ${quote(src)} still carries tracked changes: words that were deleted or put in, and by whom.`,
          why: 'Whoever downloads it can read what stood there before.',
          remedy: withLines(
            `${
              extension in libre
                ? `Open it in ${openedWith(extension)}, choose Edit → Track Changes → Accept All. Save it and put it in the place of this one.`
                : 'Open it in Word, choose Review → Accept → Accept All Changes and Stop Tracking. Save it and put it in the place of this one.'
            } ${lookedAt}`,
            line('accept: [attachment/changes]'),
          ),
        },
  'attachment/place': ({ src, extension }) =>
    extension === 'zip'
      ? inArchive(src, 'place')
      : {
          what: `A photo in the file ${quote(src)} tells where it was taken.`,
          why: 'Whoever downloads the file can read the coordinates, also those of somebody’s home.',
          remedy: withLines(
            `Open it in ${openedWith(extension)}, click on each photo taken with a phone, cut it (Ctrl+X) and paste it by Paste Special (${extension in libre ? 'Ctrl+Shift+V' : 'Ctrl+Alt+V'}) as “Picture (PNG)”: what is pasted has no coordinates. Save it and put it in the place of this one. ${lookedAt}`,
            line('accept: [attachment/place]'),
          ),
        },
}
