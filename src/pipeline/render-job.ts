import type { Body, BodyRef, Markup } from '../core/bulletin.ts'
import { diagnose, type Located } from '../core/diagnostic.ts'
import { basename, type SourcePath } from '../core/path.ts'
import type { IconJob, Job, PhotoJob, SearchJob, SearchSegment } from '../core/plan.ts'
import type { Source, Sources } from '../core/source.ts'
import { utf8 } from '../core/utf8.ts'
import type { SearchDocument } from '../search/gather.ts'
import { sniff } from './parse/sniff.ts'
import { uprightCopy } from './picture.ts'
import { withoutMetadata } from './render/metadata.ts'
import type { Theme } from './render.ts'
import { PhotoBroken, type World } from './world.ts'

/** The bytes of an output, or why it cannot be made. */
export type Rendered = { readonly bytes: Uint8Array } | { readonly problem: Located }

/** Makes one output of a plan: the only way an output comes to be, in build, check and serve alike. */
export async function renderJob(job: Job, sources: Sources, theme: Theme, world: World): Promise<Rendered> {
  switch (job.kind) {
    case 'page': {
      const rendered = theme.render(job, (ref) => markupOf(ref, sources, world))
      const spent = theme.spent()
      if (spent !== null) world.rendering?.note(job.of ?? job.path, spent)
      return 'text' in rendered ? { bytes: utf8(rendered.text) } : rendered
    }
    case 'data':
      return { bytes: Buffer.from(job.text, 'utf8') }
    case 'search':
      return { bytes: await searchFile(job, sources, world) }
    case 'copy':
      return copyOf(sourceOf(job.source, sources), world)
    case 'poster':
      return { bytes: await world.steps.draw.run(job) }
    case 'icon':
      return { bytes: await iconOf(job, sources, world) }
    case 'photo':
      return renderPhotos([job], sources, world).then((made) =>
        'problem' in made ? made : { bytes: bytesOf(made.all, 0) },
      )
  }
}

const iconOf = (job: IconJob, sources: Sources, world: World): Uint8Array | Promise<Uint8Array> =>
  world.steps.icon.run({ job, source: job.source === null ? null : sourceOf(job.source, sources) })

/** The bytes of a source; of a picture without what its camera wrote into it, upright as that said. */
async function copyOf(source: Source, world: World): Promise<Rendered> {
  const bytes = world.door.read(source)
  const bare = withoutMetadata(bytes)
  if (bare === null) {
    const code = sniff(bytes).is === 'no-picture' ? 'file/metadata' : 'image/metadata'
    return { problem: { file: source.path, diagnostic: diagnose(code, { name: basename(source.path) }) } }
  }
  const upright = bare.length === bytes.length ? null : await uprightCopy(bytes)
  return { bytes: upright ?? bare }
}

/** Makes several variants of one source, from one decode; the problem is theirs together. */
export async function renderPhotos(
  jobs: readonly PhotoJob[],
  sources: Sources,
  world: World,
): Promise<{ readonly all: readonly Uint8Array[] } | { readonly problem: Located }> {
  const [first] = jobs
  if (first === undefined) return { all: [] }
  try {
    const variants = jobs.map(({ recipe, digest }) => ({ recipe, digest }))
    return { all: await world.steps.encode.run({ source: sourceOf(first.source, sources), variants }) }
  } catch (error) {
    if (!(error instanceof PhotoBroken)) throw error
    return {
      problem: { file: first.of, diagnostic: diagnose('image/broken', { name: basename(first.source) }, first.place) },
    }
  }
}

/** The bytes of one variant. */
export function bytesOf(all: readonly Uint8Array[], number: number): Uint8Array {
  const bytes = all[number]
  if (bytes === undefined) throw new Error(`variant ${number} was not made`)
  return bytes
}

function sourceOf(path: SourcePath, sources: Sources): Source {
  const source = sources.byPath.get(path)
  if (source === undefined) throw new Error(`not listed: ${path}`)
  return source
}

/** What pages show of a body: where it rests, else parsed again. */
const markupOf = (ref: BodyRef, sources: Sources, world: World): Markup =>
  world.bodies.get(ref.digest) ?? bodyOf(ref, sources, world)

/** A whole body, parsed again. */
function bodyOf(ref: BodyRef, sources: Sources, world: World): Body {
  const body = world.steps.body.run(sourceOf(ref.source, sources))
  if (body === null || body instanceof Promise) throw new Error(`no body in ${ref.source}`)
  world.bodies.put(ref.digest, body)
  return body
}

/** What pages show of a body as JSON in UTF-8, for another thread. */
export const bodyJson = (ref: BodyRef, sources: Sources, world: World): Uint8Array =>
  world.bodies.json(ref.digest) ?? utf8(JSON.stringify({ pieces: bodyOf(ref, sources, world).pieces } satisfies Markup))

/** The segment made last, in each world: its files are asked for one after the other. */
const lastSegment = new WeakMap<
  World,
  { readonly segment: SearchSegment; readonly files: ReturnType<World['index']> }
>()

async function searchFile({ segment, file }: SearchJob, sources: Sources, world: World): Promise<Uint8Array> {
  let last = lastSegment.get(world)
  if (last?.segment !== segment) {
    const { id, stamp, entries } = segment
    const files = world.index({ id, stamp, documents: documentsOf(segment, sources, world) }, entries.length)
    last = { segment, files }
    lastSegment.set(world, last)
  }
  const bytes = (await last.files).get(file)
  if (bytes === undefined) throw new Error(`no ${file} in the search index`)
  return bytes
}

/** One after the other: the texts of a period are never in memory together. */
function* documentsOf({ entries }: SearchSegment, sources: Sources, world: World): Iterable<SearchDocument> {
  for (const { card, unit, labels, body, beside } of entries) {
    const text = world.bodies.text(body.digest) ?? bodyOf(body, sources, world).text
    yield { card, unit, labels, text: [text, ...beside].join('\n') }
  }
}
