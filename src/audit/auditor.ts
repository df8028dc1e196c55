import { type Diagnostic, diagnose, type Located } from '../core/diagnostic.ts'
import { groupBy } from '../core/group.ts'
import type { OutputPath, SourcePath } from '../core/path.ts'
import type { PageJob, Plan, Sink } from '../core/plan.ts'
import { checks, listElements } from './checks.ts'
import { readDocument } from './document.ts'
import type { Finding } from './finding.ts'
import { linksOf, resolver, type Target } from './links.ts'
import { spotOf } from './spot.ts'

/** What pages were made from. */
export interface Origin {
  /** The lines of a source or template; null where it cannot be read. */
  linesOf(file: SourcePath): readonly string[] | null
  /** The names of a template and of all it uses. */
  templatesOf(template: string): readonly string[]
}

/** A sink that only reads what is put into it, and what it has to say once a plan was gone through. */
export interface Auditor {
  readonly sink: Sink
  conclude(plan: Plan, origin: Origin): readonly Located[]
}

/** What is kept of a page: no HTML. */
interface Page {
  readonly ids: ReadonlySet<string>
  readonly links: readonly { readonly href: string; readonly shape: string }[]
  readonly findings: readonly Finding[]
}

/** Opens an auditor for one run. Each page is parsed once; of all others nothing is looked at. */
export function openAuditor(): Auditor {
  const pages = new Map<OutputPath, Page>()
  return {
    sink: {
      holds: () => false,
      put(path, _stamp, _phase, bytes) {
        if (path.endsWith('.html')) pages.set(path, readPage(new TextDecoder().decode(bytes)))
      },
      finish: async (paths) => ({ made: paths, changed: [], kept: 0, removed: [] }),
      async abandon() {
        pages.clear()
      },
    },
    conclude: (plan, origin) => told(plan, pages, origin),
  }
}

/** Links of the frame of a portal are the same on every page: one object for all. */
const shared = new Map<string, Page['links'][number]>()

function readPage(html: string): Page {
  const elements = listElements(readDocument(html))
  const links = linksOf(elements).map((link) => {
    const key = `${link.href} ${link.shape}`
    const known = shared.get(key)
    if (known !== undefined) return known
    if (shared.size < MOST_SHARED) shared.set(key, link)
    return link
  })
  return {
    ids: new Set(
      elements.flatMap(({ attributes }) => [attributes.get('id') ?? [], attributes.get('name') ?? []]).flat(),
    ),
    links,
    findings: checks.flatMap((check) => check(elements)),
  }
}

const MOST_SHARED = 10_000

/** A fault with the pages that have it. */
interface Fault extends Finding {
  readonly first: PageJob
  readonly pages: Set<OutputPath>
  readonly templates: Set<string>
}

function told(plan: Plan, pages: ReadonlyMap<OutputPath, Page>, origin: Origin): readonly Located[] {
  const faults = new Map<string, Fault>()
  const files = new Set<string>(plan.jobs.map(({ path }) => path))
  const resolve = resolver(plan.site.config.baseUrl)
  for (const job of plan.jobs) {
    const page = pages.get(job.path)
    if (job.kind !== 'page' || page === undefined) continue
    const dead = page.links.flatMap(({ href, shape }) => deadLink(href, shape, resolve(href, job.path), files, pages))
    for (const finding of [...page.findings, ...dead]) {
      const isWord = finding.code === 'audit/leftover' || finding.code === 'audit/gambling'
      if (isWord && isOfContent(job, finding.shown, origin)) continue
      if (finding.origin !== undefined && isAllowed(finding.origin, finding.code, plan.site.config)) continue
      const key = `${finding.code} ${finding.key}`
      const fault = faults.get(key) ?? { ...finding, first: job, pages: new Set(), templates: new Set() }
      fault.pages.add(job.path)
      fault.templates.add(job.template)
      faults.set(key, fault)
    }
  }
  return [...groupBy([...faults.values()], ({ code, shape }) => `${code} ${shape}`).values()].flatMap((alike) =>
    alike.length > FEW ? [locatedOf(alike, origin)] : alike.map((fault) => locatedOf([fault], origin)),
  )
}

/** More faults of one kind at one spot than these come from one line of a template, and are told once. */
const FEW = 3

function deadLink(
  href: string,
  shape: string,
  target: Target | null,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<OutputPath, Page>,
): readonly Finding[] {
  if (target === null) return []
  const { file, fragment } = target
  if (file === null || !(files.has(file) || files.has(`${file}/index.html`)))
    return [{ code: 'audit/dead-link', key: file ?? href, shape, shown: href }]
  const page = pages.get(file as OutputPath)
  // The top of a page is always there (HTML Standard, scroll to the fragment).
  if (page === undefined || fragment === '' || fragment.toLowerCase() === 'top' || page.ids.has(fragment)) return []
  const own = href.startsWith('#')
  return [{ code: 'audit/dead-anchor', key: own ? href : `${file}#${fragment}`, shape, shown: href }]
}

/** Hosts that pages may ask all the same. */
const isAllowed = (origin: string, code: Finding['code'], config: Plan['site']['config']): boolean =>
  origin === config.origin || (code === 'audit/blocked' && config.measurement?.script.includes(origin) === true)

/** Whether the content says a word itself: then the rules for texts tell of it, or it was accepted there. */
function isOfContent({ view, bodies }: PageJob, word: string, { linesOf }: Origin): boolean {
  const says = (source: SourcePath) => linesOf(source)?.some((line) => holds(line, word)) === true
  return bodies.some(({ ref }) => says(ref.source)) || hasText(view, word)
}

function hasText(value: unknown, word: string): boolean {
  if (typeof value === 'string') return holds(value, word)
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => hasText(part, word))
}

/** Whether a text says a word that is a fault; `date` is one only by itself. */
const holds = (text: string, word: string): boolean => (word === 'date' ? text.trim() === word : text.includes(word))

function locatedOf(alike: readonly Fault[], { linesOf, templatesOf }: Origin): Located {
  const [fault] = alike
  if (fault === undefined) throw new Error('no fault to tell of')
  const { code, shown, first } = fault
  const pages = new Set(alike.flatMap((one) => [...one.pages]))
  const templates = new Set(alike.flatMap((one) => [...one.templates]))
  const params = {
    shown,
    page: `/${first.path.replace(/(^|\/)index\.html$/, '$1')}`,
    source: first.of,
    pages: pages.size,
    templates: [...templates].sort(),
    others: alike.length - 1,
  }
  const written = templatesOf(first.template).flatMap((name) => {
    const file = fileOf(name)
    const lines = linesOf(file)
    return lines === null ? [] : [{ file, text: lines.join('\n') }]
  })
  const spot = spotOf(fault, written)
  const diagnostic: Diagnostic = diagnose(code, params, spot?.place ?? null)
  return { file: spot?.file ?? fileOf(first.template), diagnostic }
}

const fileOf = (template: string): SourcePath => `templates/${template}` as SourcePath
