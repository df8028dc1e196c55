import type { Attachment } from '../../core/bulletin.ts'
import { diagnose, type Place } from '../../core/diagnostic.ts'
import { ATTACHABLE } from '../../core/media-type.ts'
import { basename, extname } from '../../core/path.ts'
import type { Source } from '../../core/source.ts'
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
export function openAttachments(entries: readonly AttachmentEntry[], home: Home, say: Say): AttachmentBox {
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
