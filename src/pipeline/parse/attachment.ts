import type { Burden, FileFacts, FileKind, Unseen } from '../../core/file-facts.ts'
import { neverOf } from '../../core/never.ts'
import { basename } from '../../core/path.ts'
import { tellsPlace } from './attachment/place.ts'
import { type Limit, unzip, type ZipEntry, zipEntries } from './attachment/zip.ts'
import { sniff } from './sniff.ts'

/** Enough of a file for what it is, where nothing can be hidden in it. */
export const FILE_HEAD = 4096

/** What a file that is given along is, and what it carries that nobody sees. */
export function fileFacts(bytes: Uint8Array, reach: Reach = ALONE): FileFacts {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const is = kindOf(view)
  if (is === 'pdf') return { is, carries: runsPdf(view) ? ['script'] : [] }
  // The folder of macros in a compound file, as its directory names it ([MS-OVBA] 2.2.1).
  if (is === 'old-office')
    return { is, carries: view.includes(Buffer.from('_VBA_PROJECT', 'utf16le')) ? ['macros'] : [] }
  return is === 'zip' ? zipFacts(view, reach) : { is, carries: [] }
}

/** The same, told by its beginning; null: only the whole can tell. */
export function fileFactsByHead(head: Uint8Array): FileFacts | null {
  const is = kindOf(Buffer.from(head.buffer, head.byteOffset, head.byteLength))
  return is === 'pdf' || is === 'zip' || is === 'old-office' ? null : { is, carries: [] }
}

/** By the first bytes; readers of PDF look for its mark among the first 1024 (ISO 32000-1, annex H, note 13). */
function kindOf(view: Buffer): FileKind {
  if (view.length === 0) return 'empty'
  const head = view.toString('latin1', 0, 1024)
  const known = SIGNATURES.find(([start]) => head.startsWith(start))
  if (known !== undefined) return known[1]
  const kind = sniff(view.subarray(0, FILE_HEAD))
  if (kind.is !== 'no-picture') return 'picture'
  if (kind.name === 'HTML') return 'html'
  return head.includes('%PDF-') ? 'pdf' : 'unknown'
}

const SIGNATURES: readonly (readonly [string, FileKind])[] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['\xD0\xCF\x11\xE0', 'old-office'],
  ['{\\rtf', 'rtf'],
  ['Rar!', 'rar'],
  ['7z\xBC\xAF', '7z'],
  ['MZ', 'program'],
  ['\x7FELF', 'program'],
  ['\xCA\xFE\xBA\xBE', 'program'],
  ['#!', 'program'],
]

/** Scripts and programs that a PDF starts (ISO 32000-1, 12.6.4.5 and 12.6.4.16), where they are not packed. */
const runsPdf = (view: Buffer): boolean =>
  ['/S/JavaScript', '/S /JavaScript', '/S/Launch', '/S /Launch'].some((name) => view.includes(name)) ||
  ['/JS(', '/JS ('].some((name) => {
    const at = view.indexOf(name)
    return at >= 0 && /^[\x20-\x7e\s]{8}/.test(view.toString('latin1', at + name.length, at + name.length + 8))
  })

/** The folder that tells what an Office document is (ECMA-376, part 2), and how ODF says it (OpenDocument 1.3, part 2, 3.3). */
const FOLDERS = [
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
] as const
const MIME = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/
const ODF = { text: 'odt', spreadsheet: 'ods', presentation: 'odp' } as const

function zipFacts(view: Buffer, reach: Reach): FileFacts {
  const entries = zipEntries(view)
  if (entries === null) return { is: 'cut-zip', carries: [] }
  const folder = entries.some(({ name }) => name === '[Content_Types].xml')
    ? FOLDERS.find(([start]) => entries.some(({ name }) => name.startsWith(start)))
    : undefined
  if (folder !== undefined) return { is: folder[1], carries: carriedBy(view, entries, reach) }
  const type = entries.find(({ name }) => name === 'mimetype')
  const said = type === undefined ? null : unzip(view, type, { packed: 200, whole: 200 })
  const odf = MIME.exec(said?.toString('latin1') ?? '')?.[1] as keyof typeof ODF | undefined
  if (odf === undefined && reach === WITHIN) return { is: 'zip', carries: [] }
  return odf === undefined ? archiveFacts(view, entries) : { is: ODF[odf], carries: carriedByOdf(view, entries, reach) }
}

/** What is in an archive, one level deep: what is never published by itself, and what documents and photos in it carry. */
function archiveFacts(view: Buffer, entries: readonly ZipEntry[]): FileFacts {
  const files = entries.filter(({ name }) => !isByTheWay.test(name))
  const [holds] = files.flatMap(({ name }) => {
    const why = neverOf(basename(name))
    return why === null || why === 'server' ? [] : [{ name: basename(name), why }]
  })
  const within: Burden[] = []
  const unseen: { name: string; why: Unseen }[] = []
  let [documents, left] = [LOOKED_AT, UNPACKED]
  for (const entry of files) {
    const isDocument = INNER.test(entry.name)
    const why = entry.locked ? 'locked' : ARCHIVES.test(entry.name) ? 'archive' : null
    const isBeyond = isDocument && why === null && (documents === 0 || left === 0)
    const content = isDocument && why === null && !isBeyond ? unzip(view, entry, bounded(left)) : null
    const facts = content === null ? null : fileFacts(content, WITHIN)
    documents -= content === null ? 0 : 1
    left = Math.max(0, left - (content?.length ?? 0))
    within.push(...(facts?.carries ?? []))
    if (why !== null || (isDocument && (facts === null || facts.is === 'cut-zip')))
      unseen.push({ name: basename(entry.name), why: why ?? (isBeyond ? 'many' : 'packed') })
  }
  const [first] = unseen
  const readable = files.filter(({ locked }) => !locked)
  const carries = ORDER.filter(
    (burden) =>
      within.includes(burden) || (burden === 'place' && anyOf(view, readable, PHOTOS, PICTURE, ALONE, tellsPlace)),
  )
  return {
    is: 'zip',
    carries,
    ...(holds === undefined ? {} : { holds }),
    ...(first === undefined ? {} : { unseen: { ...first, others: unseen.length - 1 } }),
  }
}

/** What Windows and macOS put into archives by themselves. */
const isByTheWay = /(?:^|\/)(?:Thumbs\.db|desktop\.ini|\.DS_Store|__MACOSX\/.*)$/i
const INNER = /\.(?:pdf|doc|docx|docm|xls|xlsx|xlsm|ppt|pptx|pptm|odt|ods|odp)$/i
/** An archive in an archive is not unpacked. */
const ARCHIVES = /\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz|iso|cab)$/i
const PHOTOS = /\.(?:jpe?g|jfif|png|tiff?|webp)$/i
const ORDER: readonly Burden[] = ['macros', 'script', 'comments', 'changes', 'place']

/** Texts of a document are read whole up to this, of pictures the beginning. */
const TEXT = { packed: 32 * 1024 * 1024, whole: 32 * 1024 * 1024 }
/** Of all documents of an archive together. */
const UNPACKED = 256 * 1024 * 1024
const bounded = (left: number): Limit => ({ ...TEXT, whole: Math.min(TEXT.whole, left) })
const PICTURE = { packed: 64 * 1024, whole: 512 * 1024 }
/** More texts or pictures of one document, or documents of an archive, are not looked at. */
const LOOKED_AT = 50

/** How far it is looked into a document: of one in an archive less far, as there may be many. */
interface Reach {
  readonly text: Limit
  readonly most: number
}
const ALONE: Reach = { text: TEXT, most: LOOKED_AT }
const WITHIN: Reach = { text: { packed: 4 * 1024 * 1024, whole: 4 * 1024 * 1024 }, most: 4 }

/** Where comments are, in Word, Excel (old and new) and PowerPoint, with what begins one. */
const COMMENTS =
  /^(?:word\/comments\d*\.xml|xl\/(?:comments\d*|threadedComments\/[^/]+)\.xml|ppt\/comments\/[^/]+\.xml)$/
const COMMENT = /<(?:\w+:)?(?:comment|threadedComment|cm)[\s>]/
/** Where Word keeps texts, and how it marks what was put in, taken out and moved (ECMA-376, part 1, 17.13.5). */
const TEXTS = /^word\/(?:document|header|footer|footnotes|endnotes)\d*\.xml$/
const CHANGE = /<w:(?:ins|del|moveFrom)[\s>]/
const PICTURES = /^(?:word|xl|ppt)\/media\/[^/]+\.(?:jpe?g|jfif|png|tiff?|webp)$/i

function carriedBy(view: Buffer, entries: readonly ZipEntry[], reach: Reach): readonly Burden[] {
  return burdens({
    macros: entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$/i.test(name)),
    comments: anyOf(view, entries, COMMENTS, reach.text, reach, (text) => COMMENT.test(text.toString('latin1'))),
    changes: anyOf(view, entries, TEXTS, reach.text, reach, (text) => CHANGE.test(text.toString('latin1'))),
    place: anyOf(view, entries, PICTURES, PICTURE, reach, tellsPlace),
  })
}

/** Where LibreOffice keeps texts, and how it marks comments and what was changed (OpenDocument 1.3, part 3, 5.5, 9.9 and 14.1). */
const ODF_TEXTS = /^(?:content|styles)\.xml$/
const ODF_COMMENT = /<office:annotation[\s/>]/
const ODF_CHANGE = /<(?:text:changed-region|table:(?:cell-content-change|insertion|deletion|movement))[\s/>]/
const ODF_PICTURES = /^Pictures\/[^/]+\.(?:jpe?g|jfif|png|tiff?|webp)$/i
/** Modules of Basic and scripts of other languages; lists of libraries are there without any. */
const ODF_MACROS = /^(?:Basic\/[^/]+\/(?!script-l[bc]\.xml$)[^/]+|Scripts\/.*[^/])$/

function carriedByOdf(view: Buffer, entries: readonly ZipEntry[], reach: Reach): readonly Burden[] {
  const says = (mark: RegExp) =>
    anyOf(view, entries, ODF_TEXTS, reach.text, reach, (text) => mark.test(text.toString('latin1')))
  return burdens({
    macros: entries.some(({ name }) => ODF_MACROS.test(name)),
    comments: says(ODF_COMMENT),
    changes: says(ODF_CHANGE),
    place: anyOf(view, entries, ODF_PICTURES, PICTURE, reach, tellsPlace),
  })
}

const burdens = (found: Readonly<Partial<Record<Burden, boolean>>>): readonly Burden[] =>
  (['macros', 'comments', 'changes', 'place'] as const).filter((burden) => found[burden])

/** Whether one of these files in a ZIP is so, of those looked at. */
const anyOf = (
  view: Buffer,
  entries: readonly ZipEntry[],
  names: RegExp,
  limit: Limit,
  { most }: Reach,
  test: (content: Buffer) => boolean,
): boolean =>
  entries
    .filter(({ name }) => names.test(name))
    .slice(0, most)
    .some((entry) => {
      const content = unzip(view, entry, limit)
      return content !== null && test(content)
    })
