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
  const { home } = addressesOf(plan)
  const wanted = slugsOf(path.startsWith(home) ? path.slice(home.length) : path)
  const last = wanted.at(-1) ?? ''
  if (last === '') return null
  const alike = plan.jobs.flatMap((job) => {
    if (job.kind !== 'page' || !isDocument(job) || job.of === null) return []
    const names = slugsOf(nameOf(job.of))
    return names.at(-1) === last ? [{ job, names }] : []
  })
  const exact = alike.find(({ names }) => names.join('/') === wanted.join('/'))
  const found = exact ?? (alike.length === 1 ? alike[0] : undefined)
  return found === undefined ? null : goalAt(found.job, plan)
}

const goalAt = (job: PageJob, plan: Plan): SavedPage => ({ href: hrefOf(job, plan), title: job.view.page.heading })

const slugsOf = (path: string): readonly string[] =>
  path.split('/').flatMap((part) => (part === '' ? [] : [slug(part)]))

/** `content/bulletins/2026/Gặp mặt/index.md` → `2026/Gặp mặt`. */
const nameOf = (source: string): string =>
  source.replace(/^content\/(?:bulletins|pages)\//, '').replace(/(?:\/index)?\.md$/, '')
