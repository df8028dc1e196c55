import type { Attachment } from '../../core/bulletin.ts'
import { diagnose, type Place } from '../../core/diagnostic.ts'
import type { FileFacts, FileKind } from '../../core/file-facts.ts'
import { ATTACHABLE } from '../../core/media-type.ts'
import { basename, extname } from '../../core/path.ts'
import type { Source } from '../../core/source.ts'
import type { Context } from './context.ts'
import type { Placed, Say } from './fields.ts'
import type { Home } from './home.ts'
import { findFile, isNameOf } from './references.ts'

/** An entry of `attachments:`. */
export interface AttachmentEntry {
  readonly src: Placed<string>
  readonly title: Placed<string>
}

/** The documents a bulletin gives along, gathered from its list and from links in its body. */
export interface AttachmentBox {
  readonly attachments: readonly Attachment[]
  /** The number of a file's attachment, taking it in under these words if it is new, named at a place; null if it may not be given. */
  take(source: Source, title: Placed<string>, place: Place, say: Say): number | null
}

/** Opens the box with what `attachments:` lists. */
export function openAttachments(
  entries: readonly AttachmentEntry[],
  home: Home,
  context: Pick<Context, 'attachments'>,
  say: Say,
): AttachmentBox {
  const attachments: Attachment[] = []
  const numbers = new Map<string, number>()
  const box: AttachmentBox = {
    attachments,
    take(source, title, place, tell) {
      const known = numbers.get(source.path)
      if (known !== undefined) return known
      const type = extname(source.path)
      const name = basename(source.path)
      if (!ATTACHABLE.has(type)) {
        tell(diagnose('attachment/kind', { src: name, extension: type }, place))
        return null
      }
      if (isNameOf(title.value, source)) {
        tell(diagnose('attachment/title-is-name', { src: name, given: title.value }, title.place))
        return null
      }
      const facts = context.attachments.get(source.path)
      const isFit = facts === undefined || judgeFile(facts, name, type, place, tell)
      if (!isFit) return null
      numbers.set(source.path, attachments.length)
      return (
        attachments.push({ source: source.path, digest: source.digest, title: title.value, type, size: source.size }) -
        1
      )
    },
  }
  for (const { src, title } of entries) {
    const answer = findFile(src.value, home)
    if (answer.found === 'file') box.take(answer.source, title, src.place, say)
    else if (answer.found === 'nothing')
      say(diagnose('attachment/missing', { src: src.value, nearest: answer.nearest }, src.place))
    else say(diagnose('attachment/outside', { src: src.value }, src.place))
  }
  return box
}

/** What may be in a file of an extension. Word opens texts of WordPad under `.doc`; what is not named may be anything that is not known for something else. */
const FITTING: { readonly [extension: string]: readonly FileKind[] } = {
  ...Object.fromEntries((['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'] as const).map((kind) => [kind, [kind]])),
  doc: ['old-office', 'rtf'],
  xls: ['old-office'],
  ppt: ['old-office'],
  zip: ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'],
  csv: ['unknown', 'html', 'program'],
  txt: ['unknown', 'html', 'program'],
}
const ANYTHING: readonly FileKind[] = ['unknown']

/** Says what is wrong with a file that is given along, and what it carries that nobody sees. false: it may not be published. */
function judgeFile(
  { is, carries, holds, unseen }: FileFacts,
  src: string,
  extension: string,
  place: Place,
  say: Say,
): boolean {
  if (is === 'empty') {
    say(diagnose('attachment/empty', { src }, place))
    return false
  }
  if (!(FITTING[extension] ?? ANYTHING).includes(is)) {
    say(diagnose('attachment/not-kind', { src, extension, likely: is }, place))
    return false
  }
  if (holds !== undefined) {
    say(diagnose('attachment/holds', { src, name: holds.name, why: holds.why }, place))
    return false
  }
  if (unseen !== undefined) say(diagnose('attachment/unseen', { src, ...unseen }, place))
  for (const burden of carries) say(diagnose(`attachment/${burden}`, { src, extension }, place))
  return true
}
