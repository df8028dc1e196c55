import { ATTACHABLE } from '../core/media-type.ts'
import { extname } from '../core/path.ts'

/** What usually lies behind a parser's complaint, as far as a person can act on it. */
export type YamlTrouble =
  | 'quote'
  | 'indent'
  | 'colon-in-value'
  | 'no-colon'
  | 'sign-first'
  | 'brackets'
  | 'remark'
  | 'behind'
  | 'continued'
  | 'backslash'
  | 'second-document'
  | 'other'

/** By the yaml package's error code or English message (yaml 2, errors.d.ts). */
const yamlSigns: readonly (readonly [RegExp, YamlTrouble])[] = [
  [/comment in brackets/, 'remark'],
  [/text behind/, 'behind'],
  [/continued/, 'continued'],
  [/closing ["']quote|missing closing/i, 'quote'],
  [/nested mappings|BLOCK_AS_IMPLICIT_KEY|compact mapping/i, 'colon-in-value'],
  [/implicit (map )?keys?|MULTILINE_IMPLICIT_KEY|KEY_OVER_1024|could not find expected ':'/i, 'no-colon'],
  [/flow (sequence|map|collection)|BLOCK_IN_FLOW|\bflow\b/i, 'brackets'],
  [/BAD_SCALAR_START|cannot start with/i, 'sign-first'],
  [/BAD_DQ_ESCAPE|escape sequence/i, 'backslash'],
  [/MULTIPLE_DOCS|multiple documents/i, 'second-document'],
  [/BAD_INDENT|indent|same column/i, 'indent'],
]

/** Tells what a parser's complaint (code or message) comes down to. */
export const yamlTrouble = (detail: string): YamlTrouble =>
  yamlSigns.find(([sign]) => sign.test(detail))?.[1] ?? 'other'

/** What the machine answered when a file could not be read or written. */
export type DiskTrouble =
  | 'denied'
  | 'busy'
  | 'gone'
  | 'folder'
  | 'name'
  | 'many'
  | 'loop'
  | 'broken'
  | 'read-only'
  | 'large'
  | 'other'

/** By Node's error codes; Windows answers EPERM or EBUSY where another program holds the file. */
const diskSigns: readonly (readonly [RegExp, DiskTrouble])[] = [
  [/\bEACCES\b|\bEPERM\b/, 'denied'],
  [/\bEBUSY\b|\bETXTBSY\b/, 'busy'],
  [/\bENOENT\b/, 'gone'],
  [/\bEISDIR\b|\bENOTDIR\b/, 'folder'],
  [/\bENAMETOOLONG\b|\bEINVAL\b|\bEILSEQ\b/, 'name'],
  [/\bEMFILE\b|\bENFILE\b/, 'many'],
  [/\bELOOP\b/, 'loop'],
  [/\bEIO\b|\bENXIO\b/, 'broken'],
  [/\bEROFS\b/, 'read-only'],
  [/\bERR_FS_FILE_TOO_LARGE\b/, 'large'],
]

/** Tells what the machine's answer (an error code or a message that holds one) comes down to. */
export const diskTrouble = (reason: string): DiskTrouble =>
  diskSigns.find(([sign]) => sign.test(reason))?.[1] ?? 'other'

/** What a link that leads nowhere was meant for: a site whose `https://` was left away, a document to take along, or another page. */
export type LinkTrouble = 'no-scheme' | 'document' | 'page'

/** The ends of hosts' names that staff link to; a file has none of them. */
const site = /^(?:www\.[^\s/]+\.[a-z]{2,}|(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|asia|be|ly|me))(?:[/?#:].*)?$/i

/** Tells what a link was meant for by how it is written. */
export function linkTrouble(href: string): LinkTrouble {
  if (href.startsWith('/')) return 'page'
  if (site.test(href)) return 'no-scheme'
  return ATTACHABLE.has(extname(href.replace(/[?#][^.]*$/, ''))) ? 'document' : 'page'
}

/** The name of the file that a link names on the machine of who wrote it, `D:\Văn bản\a.docx` or `file:///C:/a.docx`; null of any other. */
export function fileOnMachine(href: string): string | null {
  if (!/^(?:file:|[a-z]:[\\/])/i.test(href)) return null
  const name = href.split(/[\\/]/).at(-1) ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The path of a whole web address, as an old address is to be written: `/tin-cu/9/`; null where it is none. */
export function pathOf(address: string): string | null {
  const [, path] = /^https?:\/\/[\w.-]+(\/[A-Za-z0-9_~./-]+)$/i.exec(address) ?? []
  return path === undefined || path.includes('..') ? null : path
}
