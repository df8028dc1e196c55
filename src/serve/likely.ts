import type { PageJob, Plan } from '../core/plan.ts'
import { slug } from '../text/slug.ts'
import { addressesOf } from './addresses.ts'
import { hrefOf, type SavedPage } from './saved.ts'
import { isDocument } from './tools.ts'

/**
 * The page that somebody means who types the name of its folder as an address (`/2026/Gặp mặt đầu xuân/`, decoded); null if there is
 * none, or more than one.
 */
export function likelyPage(path: string, plan: Plan): SavedPage | null {
  if (isFileName(path)) return null
  const { home } = addressesOf(plan)
  const wanted = slugsOf(path.startsWith(home) ? path.slice(home.length) : path)
  const last = wanted.at(-1) ?? ''
  if (last === '') return null
  const alike = namedOf(plan).get(last) ?? []
  const exact = alike.find(({ names }) => names.join('/') === wanted.join('/'))
  const found = exact ?? (alike.length === 1 ? alike[0] : undefined)
  return found === undefined ? null : goalAt(found.job, plan)
}

interface Named {
  readonly job: PageJob
  readonly names: readonly string[]
}

/** Browsers ask for pictures, maps and icons by themselves: no folder is meant. */
const isFileName = (path: string): boolean => /\.[a-z][a-z0-9]*$/.test(path)

const named = new WeakMap<Plan, ReadonlyMap<string, readonly Named[]>>()

/** Documents by the name of their folder: of thousands it takes a while to find out. */
function namedOf(plan: Plan): ReadonlyMap<string, readonly Named[]> {
  const known = named.get(plan)
  if (known !== undefined) return known
  const byName = new Map<string, Named[]>()
  for (const job of plan.jobs) {
    if (job.kind !== 'page' || !isDocument(job) || job.of === null) continue
    const names = slugsOf(nameOf(job.of))
    const last = names.at(-1) ?? ''
    byName.set(last, [...(byName.get(last) ?? []), { job, names }])
  }
  named.set(plan, byName)
  return byName
}

const goalAt = (job: PageJob, plan: Plan): SavedPage => ({ href: hrefOf(job, plan), title: job.view.page.heading })

/** The parts of an address, or of the name of a folder, as addresses have them. */
export const slugsOf = (path: string): readonly string[] =>
  path.split('/').flatMap((part) => (part === '' ? [] : [slug(part)]))

/** `content/bulletins/2026/Gặp mặt/index.md` → `2026/Gặp mặt`. */
export const nameOf = (source: string): string =>
  source.replace(/^content\/(?:bulletins|pages)\//, '').replace(/(?:\/index)?\.md$/, '')
