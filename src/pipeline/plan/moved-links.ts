import type { Diagnostic, Located } from '../../core/diagnostic.ts'
import { basename, dirname, type SourcePath, wayTo } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import { slug } from '../../text/slug.ts'

/**
 * Links to documents that are not there, each with where its document is now: of a folder that was renamed a page at its old address tells
 * (content/urls.lock). Others are offered as they were.
 */
export function whereMoved(said: readonly Located[], jobs: readonly Job[]): readonly Located[] {
  if (!said.some(({ diagnostic }) => isBroken(diagnostic))) return said
  const moved = movedIn(jobs)
  return said.map((located) => {
    const { file, diagnostic } = located
    if (file === null || !isBroken(diagnostic)) return located
    const way = wayNow(diagnostic.params.href, file, moved)
    return way === null
      ? located
      : { file, diagnostic: { ...diagnostic, params: { ...diagnostic.params, nearest: way } } }
  })
}

const isBroken = (one: Diagnostic): one is Diagnostic<'link/broken'> => one.code === 'link/broken'

/** The documents that old addresses lead to, by the last part of the address, which is the slug of the old folder. */
function movedIn(jobs: readonly Job[]): ReadonlyMap<string, ReadonlySet<SourcePath>> {
  const moved = new Map<string, Set<SourcePath>>()
  for (const job of jobs) {
    if (job.kind !== 'page' || job.shows !== 'redirect' || job.of === null) continue
    const name = basename(dirname(job.path))
    const sources = moved.get(name) ?? new Set()
    moved.set(name, sources.add(job.of))
  }
  return moved
}

/** A way that leads to the only document whose folder was called so, written as the link is; null where there is none. */
function wayNow(href: string, file: SourcePath, moved: ReadonlyMap<string, ReadonlySet<SourcePath>>): string | null {
  const [path = ''] = href.split('#')
  if (path.startsWith('/') || path.includes(':')) return null
  const named = basename(path.replace(/\/$/, '').replace(/(?:\/index)?\.md$/i, ''))
  const [source, ...others] = moved.get(slug(named)) ?? []
  if (source === undefined || others.length > 0) return null
  return wayTo(dirname(file), /\.md$/i.test(path) ? source : source.replace(/(?:\/index)?\.md$/i, ''))
}
