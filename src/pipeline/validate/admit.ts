import type { Draft, Parsed } from '../../core/bulletin.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { type Digest, digestBytes, digestOf, seal, sealAs } from '../../core/digest.ts'
import { NOTHING_KNOWN } from '../../core/remembered.ts'
import type { Source } from '../../core/source.ts'
import type { Admission } from './admission.ts'
import { admitBulletin } from './bulletin.ts'
import type { Context } from './context.ts'
import type { Home } from './home.ts'
import { staysAtHome } from './links.ts'
import { admissionFrom, outlineOf } from './outline.ts'
import { admitPage } from './page.ts'
import { withThere } from './there.ts'

/**
 * Draft → document. One that names nothing beyond its own files depends on its bytes, on these files and on the configuration,
 * which together name it from then on (digestOf): it is told from what is known, and its draft is not even read.
 */
export function admit(home: Home, context: Context): Admission {
  const key = keyOf(home, context.base)
  const { admission, lasts } = admitWhole(home, context, key)
  const outline = lasts ? outlineOf(admission) : null
  if (outline !== null) context.outlines.set(home.source.path, key, outline)
  return admission
}

/** Of most bulletins the outline is enough: those that are told from it. */
export function admitOutlined(documents: readonly Home[], context: Context): ReadonlyMap<Home, Admission> {
  const { known, outlines } = context
  const found = new Map<Home, Admission>()
  for (const home of documents) {
    const { path } = home.source
    const key = keyOf(home, context.base)
    const outline = outlines.get(path, key)
    if (outline === undefined) continue
    known.keep(path, key)
    found.set(home, admissionFrom(outline, home, key, wholeIn(context)))
  }
  return found
}

/** One function for all documents of a run. */
function wholeIn(context: Context): (home: Home) => Admission {
  if (last?.context !== context)
    last = { context, whole: (home) => admitWhole(home, context, keyOf(home, context.base)).admission }
  return last.whole
}

let last: { readonly context: Context; readonly whole: (home: Home) => Admission } | null = null

/** The same with all there is to know. lasts: its key names it wherever it is asked for again. */
function admitWhole(
  home: Home,
  context: Context,
  key: Digest,
): { readonly admission: Admission; readonly lasts: boolean } {
  const { source } = home
  const before = context.known.get(source.path, key)
  if (before !== undefined) {
    if (before.document !== null) sealAs(before.document, key)
    return { admission: before, lasts: true }
  }
  const { value: draft, diagnostics: read } = context.read(source)
  if (draft === null) return { admission: { document: null, read, diagnostics: [] }, lasts: false }
  const { document, diagnostics } = judge(draft, home, context)
  const admission = {
    document,
    read: withThere(read, draft.fields),
    diagnostics: withThere(diagnostics, draft.fields),
  }
  const lasts = staysAtHome(draft.body.links)
  if (lasts) {
    context.known.set(source.path, key, admission)
    if (document !== null) sealAs(document, key)
  } else if (document !== null) seal(document)
  return { admission, lasts }
}

/** What it takes to judge a document that looks at nothing beyond its own files. */
export type Law = Pick<Context, 'config' | 'layouts' | 'base' | 'photos' | 'attachments'>

/** The same of one document whose draft is at hand, with the key it will be asked for by; null where it looks beyond its own files. */
export function judgeAlone(
  read: Parsed<Draft>,
  home: Home,
  law: Law,
): { readonly key: Digest; readonly admission: Admission } | null {
  if (read.value === null || !staysAtHome(read.value.body.links)) return null
  let known: { readonly key: Digest; readonly admission: Admission } | null = null
  admit(home, {
    ...law,
    read: () => read,
    known: {
      ...NOTHING_KNOWN,
      set(_, key, admission) {
        known = { key, admission }
      },
    },
    outlines: NOTHING_KNOWN,
    get sources(): never {
      throw new Error('a document that stays at home asked for the files of the portal')
    },
    get homes(): never {
      throw new Error('a document that stays at home asked for other documents')
    },
  })
  return known
}

function judge(draft: Draft, home: Home, context: Context): Omit<Admission, 'read'> {
  const diagnostics: Diagnostic[] = []
  const say = (diagnostic: Diagnostic) => {
    if (!draft.misread?.includes(diagnostic.place?.line ?? 0)) diagnostics.push(diagnostic)
  }
  const document =
    home.kind === 'bulletin' ? admitBulletin(draft, home, context, say) : admitPage(draft, home, context, say)
  return { document, diagnostics }
}

function keyOf({ source, kind, folder, name, files }: Home, base: Digest): Digest {
  // No name has a NUL in it.
  return digestBytes([base, source.path, source.digest, kind, folder, name, digestOfFiles(files)].join('\0'))
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
