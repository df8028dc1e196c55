import { BOOK, type Entry, type Line } from '../../core/address-book.ts'
import { diagnose, type Located } from '../../core/diagnostic.ts'
import { groupBy } from '../../core/group.ts'
import { addressAt, basename, dirname, fileOf, type SourcePath, type UrlPath, urlPath } from '../../core/path.ts'
import type { CopyJob, Job } from '../../core/plan.ts'

/** What keeps the addresses of documents that are given along. */
export interface KeptFiles {
  /** The same document at its old address too: no host can lead from a PDF to another by a page. */
  readonly jobs: readonly CopyJob[]
  /** What the book will say of them. */
  readonly entries: ReadonlyMap<UrlPath, Entry>
  readonly diagnostics: readonly Located[]
}

/** What became of a page: where it is now, and whether its documents are still given along. */
export interface PageNow {
  readonly address: UrlPath
  readonly source: SourcePath | null
  readonly isWithdrawn: boolean
}

/** Whether a line of the book is of a document that was given along, or of one that has moved: addresses of pages end in `/`. */
export const isOfFile = ({ entry }: Line): boolean =>
  entry.kind === 'file' || (entry.kind === 'moved' && !entry.to.endsWith('/'))

/**
 * Answers every address of a document that was given along (`/2026/hop/ke-hoach.pdf`): where a folder was renamed or a title corrected, the
 * document is known again by its bytes, or by its name below the page that its own became. What was taken away or replaced is told once:
 * a document may go. jobs: all there are; isTheirs: what readers have; pageAt: what became of the page at an address.
 */
export function keepFiles(
  lines: readonly Line[],
  jobs: readonly Job[],
  isTheirs: (job: Job) => boolean,
  pageAt: (address: UrlPath) => PageNow | null,
): KeptFiles {
  const now = new Map(
    jobs.flatMap((job) =>
      job.kind === 'copy' && job.print !== undefined && isTheirs(job) ? [[addressAt(job.path), job] as const] : [],
    ),
  )
  const entries = new Map<UrlPath, Entry>([...now].map(([at, { print = '' }]) => [at, { kind: 'file', print }]))
  if (lines.length === 0) return { jobs: [], entries, diagnostics: [] }
  const known = groupBy(lines, ({ address }) => address)
  const byPrint = groupBy([...now], ([, { print }]) => print ?? '')
  const taken = new Set(jobs.map(({ path }) => path.toLowerCase()))

  /** Where the document of an address is now; seen: the addresses on the way, against circles. */
  function goalOf(address: UrlPath, seen: Set<UrlPath>): UrlPath | null {
    if (now.has(address)) return address
    if (seen.has(address)) return null
    seen.add(address)
    for (const { entry } of known.get(address) ?? []) {
      const goal =
        entry.kind === 'moved' ? goalOf(entry.to, seen) : entry.kind === 'file' ? alike(address, entry.print) : null
      if (goal !== null) return goal
    }
    const page = pageAt(folderOf(address))
    const below = page === null ? null : urlPath(page.address + basename(address))
    return below !== null && now.has(below) ? below : null
  }

  /** A document of the same bytes, of several the one of the same name. */
  function alike(address: UrlPath, print: string): UrlPath | null {
    const same = (byPrint.get(print) ?? []).map(([at]) => at)
    return same.find((at) => basename(at) === basename(address)) ?? same[0] ?? null
  }

  const kept: CopyJob[] = []
  const diagnostics: Located[] = []
  for (const [address, [line]] of known) {
    if (now.has(address) || line === undefined) continue
    const page = pageAt(folderOf(address))
    // Of what is withdrawn nothing is left, though another bulletin may bring along the same.
    const goal = page?.isWithdrawn === true ? null : goalOf(address, new Set())
    const job = goal === null ? undefined : now.get(goal)
    if (goal !== null && job !== undefined) {
      entries.set(address, { kind: 'moved', to: goal })
      if (!taken.has(fileOf(address).toLowerCase())) kept.push({ ...job, path: fileOf(address) })
    } else if (taken.has(fileOf(address).toLowerCase())) entries.set(address, line.entry)
    else if (page !== null && !page.isWithdrawn)
      diagnostics.push({
        file: page.source ?? (BOOK as SourcePath),
        diagnostic: diagnose('address/file-gone', { address }, page.source === null ? line.place : null),
      })
  }
  return { jobs: kept, entries, diagnostics }
}

const folderOf = (address: UrlPath): UrlPath => urlPath(`${dirname(address)}/`)
