import type { Body, BodyRef } from '../core/bulletin.ts'
import { diagnose, type Located } from '../core/diagnostic.ts'
import { basename, type SourcePath } from '../core/path.ts'
import type { Job } from '../core/plan.ts'
import type { Source, Sources } from '../core/source.ts'
import type { Theme } from './render.ts'
import { PhotoBroken, type World } from './world.ts'

/** The bytes of an output, or why it cannot be made. */
export type Rendered = { readonly bytes: Uint8Array } | { readonly problem: Located }

/** Makes one output of a plan: the only way an output comes to be, in build, check and serve alike. */
export async function renderJob(job: Job, sources: Sources, theme: Theme, world: World): Promise<Rendered> {
  switch (job.kind) {
    case 'page': {
      const rendered = theme.render(job, (ref) => bodyOf(ref, sources, world))
      return 'text' in rendered ? { bytes: Buffer.from(rendered.text, 'utf8') } : rendered
    }
    case 'data':
      return { bytes: Buffer.from(job.text, 'utf8') }
    case 'copy':
      return { bytes: world.door.read(sourceOf(job.source, sources)) }
    case 'photo':
      try {
        return {
          bytes: await world.steps.encode.run({
            source: sourceOf(job.source, sources),
            recipe: job.recipe,
            digest: job.digest,
          }),
        }
      } catch (error) {
        if (!(error instanceof PhotoBroken)) throw error
        return {
          problem: { file: job.of, diagnostic: diagnose('image/broken', { name: basename(job.source) }, job.place) },
        }
      }
  }
}

function sourceOf(path: SourcePath, sources: Sources): Source {
  const source = sources.byPath.get(path)
  if (source === undefined) throw new Error(`not listed: ${path}`)
  return source
}

/** The pieces of a body: where they rest, else parsed again. */
function bodyOf(ref: BodyRef, sources: Sources, world: World): Body {
  const known = world.bodies.get(ref.digest)
  if (known !== undefined) return known
  const body = world.steps.body.run(sourceOf(ref.source, sources))
  if (body === null || body instanceof Promise) throw new Error(`no body in ${ref.source}`)
  world.bodies.put(ref.digest, body)
  return body
}
