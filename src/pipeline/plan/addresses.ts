import type { Document } from '../../core/bulletin.ts'
import { diagnose, type Located } from '../../core/diagnostic.ts'
import { digestBytes } from '../../core/digest.ts'
import { addressAt, fileOf, isOutputName, isReservedName, urlPath } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import { nearest } from '../../text/nearest.ts'
import { slug } from '../../text/slug.ts'
import { type Desk, pathOf } from './desk.ts'

/**
 * Two outputs of one name (capitals do not count, a file is no folder), and links to addresses that no output answers. isOutput: whether
 * one of the jobs makes that path.
 */
export function checkAddresses(
  desk: Desk,
  jobs: readonly Job[],
  isOutput: (path: string) => boolean,
): readonly Located[] {
  return [...collisions(desk, jobs), ...deadLinks(desk, jobs, isOutput)]
}

/** Of the same paths it is known that they do not collide. */
function collisions({ known }: Desk, jobs: readonly Job[]): readonly Located[] {
  const key = digestBytes(jobs.map(({ path }) => path).join('\0'))
  if (known.get(APART, key) !== undefined) return []
  const problems = findCollisions(jobs)
  if (problems.length === 0) known.set(APART, key, key)
  return problems
}

const APART = 'collisions'

function findCollisions(jobs: readonly Job[]): readonly Located[] {
  const problems: Located[] = []
  const taken = new Map<string, Job>()
  const folders = new Set<string>()
  const complain = (job: Job, other: Job | undefined) =>
    problems.push({
      file: job.of,
      diagnostic: diagnose('address/collision', {
        address: `/${job.path}`,
        other: other?.of ?? other?.path ?? 'tx-portal',
        where: 'name',
      }),
    })
  for (const job of jobs) {
    if (!isOutputName(job.path)) problems.push({ file: job.of, diagnostic: diagnose('file/name', { name: job.path }) })
    else if (isReservedName(job.path))
      problems.push({ file: job.of, diagnostic: diagnose('file/reserved-name', { name: job.path }) })
    const key = job.path.toLowerCase()
    const other = taken.get(key)
    if (other !== undefined) complain(job, other)
    else taken.set(key, job)
    for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) {
      if (folders.has(key.slice(0, at))) break
      folders.add(key.slice(0, at))
    }
  }
  for (const [key, job] of taken) {
    if (!folders.has(key)) continue
    complain(
      job,
      [...taken.values()].find(({ path }) => path.toLowerCase().startsWith(`${key}/`)),
    )
  }
  return problems
}

/** So many get a suggestion: each is compared with every address, and whoever has more has one mistake made many times. */
const SUGGESTED = 100

/** Every path, and each page's address. */
const addressesOf = (jobs: readonly Job[]): ReadonlySet<string> =>
  new Set(jobs.flatMap(({ path }) => [`/${path}`, addressAt(path)]))

function deadLinks(desk: Desk, jobs: readonly Job[], isOutput: (path: string) => boolean): readonly Located[] {
  const { site } = desk
  const isAnswered = (address: string): boolean =>
    isOutput(address.slice(1)) || isOutput(fileOf(urlPath(address.endsWith('/') ? address : `${address}/`)))
  const awaited = new Set(desk.refused.map(({ name }) => slug(name.split('/').at(-1) ?? '')))
  let all: ReadonlySet<string> | null = null
  const nearestTo = (path: string): string | null => {
    all ??= addressesOf(jobs)
    return nearest(path, all)
  }
  const problems: Located[] = []
  const check = (href: string, file: Located['file'], place: Document['facts']['links'][number]['place'] | null) => {
    const path = pathOf(href)
    // Of what waits the page itself tells, which shows no link. The menu must have its page.
    if (file !== site.config.files.portal && desk.stateAt(href) !== null) return
    if (isAnswered(path) || awaited.has(path.split('/').findLast((part) => part !== '') ?? '')) return
    const near = problems.length < SUGGESTED ? nearestTo(path) : null
    problems.push({ file, diagnostic: diagnose('link/broken', { href, nearest: near }, place) })
  }
  const documents: readonly Document[] = [
    ...site.standings.map(({ bulletin }) => bulletin),
    ...site.pages,
    ...desk.broken,
  ]
  for (const document of documents) {
    if (!document.leads) continue
    const { bodyLinks, facts, source } = document
    bodyLinks.forEach((target, number) => {
      if (target.to === 'portal') check(target.path, source, facts.links[number]?.place ?? null)
    })
  }
  const { menu, links, notices, banners, files, hrefPlaces } = site.config
  const hrefs = [...menu.flatMap((item) => [item, ...item.children]), ...links, ...notices, ...banners].map(
    ({ href }) => href,
  )
  for (const href of hrefs) if (href?.startsWith('/')) check(href, files.portal, hrefPlaces[href] ?? null)
  return problems
}
