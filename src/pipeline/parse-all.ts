import { append } from '../core/append.ts'
import type { Parsed, PhotoFacts, Raw } from '../core/bulletin.ts'
import { type Located, locate } from '../core/diagnostic.ts'
import type { FileFacts } from '../core/file-facts.ts'
import { ATTACHABLE } from '../core/media-type.ts'
import { extname, type SourcePath } from '../core/path.ts'
import type { Source, Sources } from '../core/source.ts'
import type { Step } from '../core/step.ts'
import type { Homes } from './validate/context.ts'
import { EJECTED } from './validate/ejected.ts'
import type { Home } from './validate/home.ts'
import type { Drafts } from './validate.ts'
import type { World } from './world.ts'

/** What a banner of portal.yml may be: the size of each must be known. */
const PICTURE = /\.(jpe?g|jfif|png|webp|gif|avif|hei[cf]|svg|bmp|tiff?)$/i
const STRINGS = /^templates\/strings\/(?:vi|en)\.yml$/

/**
 * Parses every source that says something but documents, which are read when they are asked for; problems of pictures wait until a document
 * names them. isRead: of documents that are left for later nothing is looked at.
 */
export async function parseAll(
  sources: Sources,
  homes: Homes,
  world: World,
  isRead: (home: Home) => boolean = () => true,
): Promise<{ readonly drafts: Drafts; readonly diagnostics: readonly Located[] }> {
  const diagnostics: Located[] = []
  const yaml = new Map<SourcePath, Raw>()
  const photos = new Map<SourcePath, Parsed<PhotoFacts>>()
  const attachments = new Map<SourcePath, FileFacts>()
  const keep = async <T>(step: Step<Source, Parsed<T>>, source: Source, into: Map<SourcePath, T>) => {
    const result = world.timed('parse', source.path, () => step.run(source))
    const { value, diagnostics: said } = result instanceof Promise ? await result : result
    if (value !== null) into.set(source.path, value)
    append(diagnostics, locate(source.path, said))
  }
  const total = sources.all.length
  const documents = [...homes.documents.values()].filter(isRead)
  const left = (path: SourcePath): boolean => {
    const owner = homes.owners.get(path) ?? null
    return owner !== null && !isRead(owner)
  }
  for (const [index, source] of sources.all.entries()) {
    if (index % 500 === 0) await world.progress({ phase: 'reading', done: index, total })
    const { kind, path } = source
    if (kind === 'portal' || kind === 'register' || kind === 'data' || STRINGS.test(path) || path === EJECTED)
      await keep(world.steps.yaml, source, yaml)
    else if ((kind === 'photo' && !left(path)) || (kind === 'static' && PICTURE.test(path)))
      photos.set(path, await world.steps.photo.run(source))
    else if (kind === 'attachment' && ATTACHABLE.has(extname(path)) && !left(path))
      attachments.set(
        path,
        world.timed('parse', path, () => world.steps.attachment.run(source)),
      )
  }
  return { drafts: { documents, yaml, read: world.steps.document.run, photos, attachments }, diagnostics }
}
