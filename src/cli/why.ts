import { isAbsolute, relative, resolve, sep } from 'node:path'
import { type Diagnostic, diagnose } from '../core/diagnostic.ts'
import { dirname, type SourcePath } from '../core/path.ts'
import type { Job } from '../core/plan.ts'
import type { Source } from '../core/source.ts'
import type { Prepared } from '../pipeline/build.ts'
import { isDocument } from '../serve/tools.ts'
import { nearest } from '../text/nearest.ts'

/** What a person asked about: an output of the plan, or a source. */
export type Subject = { readonly job: Job } | { readonly source: Source }

/** Where things are, absolute: to understand paths as people type them. */
export interface Whereabouts {
  readonly root: string
  readonly out: string
  readonly cwd: string
}

/** Finds what is meant by an address, a URL, a published file or a source; else `why/unknown` with the nearest. command: who asks. */
export function findSubject(
  given: string,
  prepared: Prepared,
  where: Whereabouts,
  command: 'why' | 'preview' = 'why',
): Subject | Diagnostic {
  const text = given.trim().normalize('NFC').replaceAll('\\', '/')
  const source = findSource(text, prepared, where)
  if (source !== null) return { source }
  const jobs = new Map<string, Job>(prepared.plan?.jobs.map((job) => [job.path, job]))
  const found = outputNames(text, prepared, where).flatMap((name) => jobs.get(name) ?? [])[0]
  if (found !== undefined) return { job: found }
  const document = documentAt(text, prepared)
  if (document !== null) return { source: document }
  return diagnose('why/unknown', { given, nearest: nearest(text, candidates(prepared, command)), command })
}

/** The source of a typed path, from the portal's folder or from where the person stands; a folder means its index.md. */
function findSource(text: string, { sources }: Prepared, { root, cwd }: Whereabouts): Source | null {
  const typed = [text.replace(/^(\.\/)+/, ''), below(root, resolve(cwd, text))]
  for (const path of typed) {
    if (path === null) continue
    const bare = path.replace(/\/+$/, '')
    for (const name of [bare, `${bare}/index.md`]) {
      const source = sources.byPath.get(name.normalize('NFC') as SourcePath)
      if (source !== undefined) return source
    }
  }
  return null
}

/** The outputs a typed address or path may mean. */
function outputNames(text: string, prepared: Prepared, { out, cwd }: Whereabouts): readonly string[] {
  const address = addressOf(text, prepared)
  const disk = below(out, isAbsolute(text) ? text : resolve(cwd, text))
  return [address, disk]
    .filter((name) => name !== null)
    .flatMap((name) => {
      const bare = name.replace(/^\/+|\/+$/g, '')
      return bare === '' ? ['index.html'] : [bare, `${bare}/index.html`]
    })
}

/** The path of a typed address below the portal's own, without host, base path, query and fragment. */
function addressOf(text: string, { site }: Prepared): string {
  const base = site?.config.basePath ?? '/'
  const path = (/^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).pathname : text).replace(/[?#].*$/, '')
  const decoded = decode(path).normalize('NFC')
  return `${decoded}/`.startsWith(base) ? decoded.slice(base.length - 1) : decoded
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A path relative to a folder, `/` between names; null if it is not below. */
function below(folder: string, path: string): string | null {
  const way = relative(folder, path)
  return way.startsWith('..') || isAbsolute(way) ? null : way.split(sep).join('/').normalize('NFC')
}

/** The document at an address, also where no plan stands or the document has no page. */
function documentAt(text: string, prepared: Prepared): Source | null {
  const { site, sources } = prepared
  if (site === null) return null
  const bare = (address: string): string => address.replace(/^\/+|(index\.html)?\/*$/g, '')
  const wanted = bare(addressOf(text, prepared))
  const documents = [...site.standings, ...site.excluded].map(({ bulletin }) => bulletin)
  const found = [...documents, ...site.pages].find(({ address }) => bare(address) === wanted)
  return found === undefined ? null : (sources.byPath.get(found.source) ?? null)
}

/** What may be suggested to a command: a preview shows documents alone. */
const candidates = ({ plan, sources }: Prepared, command: 'why' | 'preview'): readonly string[] => [
  ...(plan?.jobs ?? [])
    .filter((job) => command === 'why' || (job.kind === 'page' && isDocument(job)))
    .map(({ path }) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`),
  ...sources.all
    .filter(({ kind }) => kind === 'bulletin' || kind === 'page')
    .flatMap(({ path }) => [path, dirname(path)]),
]
