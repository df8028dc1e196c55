import { extname } from './path.ts'

/** Extension in lower case → media type (RFC 6838): what the preview and every host answer with. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  txt: 'text/plain',
  csv: 'text/csv',
  sha256: 'text/plain',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
}

/** Media types of text: sent with `charset=utf-8`, and worth compressing. */
export const isText = (type: string): boolean =>
  type.startsWith('text/') || /^application\/(json|manifest\+json|xml)$/.test(type)

/** What a file is, told by its name; unknown ones are bytes to be saved. */
export const mediaTypeOf = (path: string): string => MEDIA_TYPES[extname(path)] ?? 'application/octet-stream'

/** Extensions of sound and film that browsers play. */
export const PLAYED: readonly string[] = ['mp3', 'm4a', 'ogg', 'wav', 'mp4', 'webm']

/** Extensions of pictures, also of those that are not published as they are. */
export const PICTURES: ReadonlySet<string> = new Set(
  'jpg jpeg jpe jfif png webp gif heic heif hif avif bmp tif tiff svg jp2 jxl ico'.split(' '),
)

/** Extensions of films and sounds that few browsers play. */
export const UNPLAYED: ReadonlySet<string> = new Set(
  'mov avi mkv wmv flv 3gp mpg mpeg m4v mts wma aac amr flac opus'.split(' '),
)

/** Extensions of archives that many readers cannot open: a ZIP does the same. */
export const ARCHIVES: ReadonlySet<string> = new Set('rar 7z tar gz tgz bz2 xz'.split(' '))

/** Extensions of documents that readers take along: hosts send them to be saved, never to be shown as a page. */
export const DOCUMENTS: readonly string[] = 'pdf doc docx xls xlsx ppt pptx odt ods odp csv zip'.split(' ')

/** Extensions of what readers may be given to take along; everything else could be run, or is a picture. */
export const ATTACHABLE: ReadonlySet<string> = new Set([...DOCUMENTS, 'txt', ...PLAYED])

/** Extensions under which texts come from word processors and scanners: no bulletin is read from them, whatever they are renamed to. */
export const PROCESSED: ReadonlySet<string> = new Set('doc docx odt rtf pdf'.split(' '))
