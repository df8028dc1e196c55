import type { Document } from '../../core/bulletin.ts'
import { diagnose, type Located } from '../../core/diagnostic.ts'
import { isOutputName } from '../../core/path.ts'
import type { Job } from '../../core/plan.ts'
import { nearest } from '../../text/nearest.ts'
import { slug } from '../../text/slug.ts'
import type { Desk } from './desk.ts'

/** Two outputs of one name (capitals do not count, a file is no folder), and links to addresses that no output answers. */
export function checkAddresses(desk: Desk, jobs: readonly Job[]): readonly Located[] {
  return [...collisions(jobs), ...deadLinks(desk, jobs)]
}

function collisions(jobs: readonly Job[]): readonly Located[] {
  const problems: Located[] = []
  const taken = new Map<string, Job>()
  const folders = new Set<string>()
  const complain = (job: Job, other: Job | undefined) =>
    problems.push({
      file: job.of,
      diagnostic: diagnose('address/collision', {
        address: `/${job.path}`,
        other: other?.of ?? other?.path ?? 'tx-portal',
      }),
    })
  for (const job of jobs) {
    if (!isOutputName(job.path)) problems.push({ file: job.of, diagnostic: diagnose('file/name', { name: job.path }) })
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

/** `%C6%B0` and `ư` are one address. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return path
  }
}

/** So many get a suggestion: each is compared with every address, and whoever has more has one mistake made many times. */
const SUGGESTED = 100

/** Every path, and each page's address. */
function addressesOf(jobs: readonly Job[]): ReadonlySet<string> {
  const all = new Set<string>()
  for (const { path } of jobs) {
    all.add(`/${path}`)
    if (path === INDEX || path.endsWith(`/${INDEX}`)) all.add(`/${path.slice(0, -INDEX.length)}`)
  }
  return all
}

const INDEX = 'index.html'

function deadLinks(desk: Desk, jobs: readonly Job[]): readonly Located[] {
  const { site } = desk
  // Mostly nobody asks: few texts link to another page.
  let found: { readonly answered: ReadonlySet<string>; readonly awaited: ReadonlySet<string> } | null = null
  const lookUp = () => {
    found ??= {
      answered: addressesOf(jobs),
      awaited: new Set(desk.refused.map(({ name }) => slug(name.split('/').at(-1) ?? ''))),
    }
    return found
  }
  const problems: Located[] = []
  const check = (href: string, file: Located['file'], place: Document['facts']['links'][number]['place'] | null) => {
    const { answered, awaited } = lookUp()
    const path = decoded(href.replace(/[?#].*$/, ''))
    if (
      answered.has(path) ||
      answered.has(`${path}/`) ||
      awaited.has(path.split('/').findLast((part) => part !== '') ?? '')
    )
      return
    const near = problems.length < SUGGESTED ? nearest(path, answered) : null
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
