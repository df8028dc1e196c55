import type { Draft } from '../../core/bulletin.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { type Digest, digestOf, seal, sealAs } from '../../core/digest.ts'
import type { Source } from '../../core/source.ts'
import { admitBulletin } from './bulletin.ts'
import type { Admission, Context, Home } from './context.ts'
import { staysAtHome } from './links.ts'
import { admitPage } from './page.ts'

/**
 * Draft → document. One that names nothing beyond its own files is told from what is known: it depends on its bytes, on these
 * files and on the configuration, which together name it from then on (digestOf).
 */
export function admit(draft: Draft, home: Home, context: Context): Admission {
  if (!staysAtHome(draft.body.links)) {
    const judged = judge(draft, home, context)
    if (judged.document !== null) seal(judged.document)
    return judged
  }
  const key = keyOf(home, context.base)
  const before = context.known.get(home.source.path, key)
  const admission = before ?? judge(draft, home, context)
  if (before === undefined) context.known.set(home.source.path, key, admission)
  if (admission.document !== null) sealAs(admission.document, key)
  return admission
}

function judge(draft: Draft, home: Home, context: Context): Admission {
  const diagnostics: Diagnostic[] = []
  const say = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic)
  const document =
    home.kind === 'bulletin' ? admitBulletin(draft, home, context, say) : admitPage(draft, home, context, say)
  return { document, diagnostics }
}

function keyOf({ source, kind, folder, name, files }: Home, base: Digest): Digest {
  return digestOf([base, source.path, source.digest, kind, folder, name, digestOfFiles(files)])
}

/** The bulletins of a folder share the files beside them. */
function digestOfFiles(files: readonly Source[]): Digest {
  const known = ofFiles.get(files)
  if (known !== undefined) return known
  const made = digestOf(files.map(({ path, digest }) => [path, digest]))
  ofFiles.set(files, made)
  return made
}

const ofFiles = new WeakMap<readonly Source[], Digest>()
