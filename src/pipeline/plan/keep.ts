import { BOOK, type Entry, type Line, type NextBook } from '../../core/address-book.ts'
import type { Bulletin, StandingPage } from '../../core/bulletin.ts'
import { diagnose, type Located } from '../../core/diagnostic.ts'
import { groupBy } from '../../core/group.ts'
import { addressAt, type SourcePath, type UrlPath, urlPath } from '../../core/path.ts'
import type { Job, PageJob } from '../../core/plan.ts'
import type { Standing } from '../../core/site.ts'
import { nearest } from '../../text/nearest.ts'
import { slug } from '../../text/slug.ts'
import { formatAddressBook } from '../parse/address-book.ts'
import { categoryAddress } from './categories.ts'
import type { Desk } from './desk.ts'
import { isOfFile, keepFiles } from './kept-files.ts'
import { type Prints, printsOf } from './prints.ts'
import { type Goal, redirectJob } from './redirect.ts'
import { heirOf, renamedSections } from './renamed-sections.ts'
import { replacedDocuments } from './replaced.ts'

/** What keeps every published address: redirect pages, the book as it will be, and what would be lost. */
export interface Kept {
  readonly jobs: readonly Job[]
  readonly book: NextBook
  readonly diagnostics: readonly Located[]
  /** What would be lost to readers, and does not stop this build: it is not theirs. */
  readonly lost: readonly Located[]
}

/**
 * Answers every address of the book (content/urls.lock). One that no page stands at any more leads to where its document
 * was recognised, or where the book says it went; an emptied list leads to the nearest list above it. What nothing answers is
 * an error where it is what readers get; else it is told aside, or at another moment not at all (desk.loses).
 */
export function keepAddresses(desk: Desk, jobs: readonly Job[]): Kept {
  const pages = new Map(jobs.filter(isPage).map((job) => [addressOf(job), job]))
  const [ofFiles, ofPages] = [desk.book.lines.filter(isOfFile), desk.book.lines.filter((line) => !isOfFile(line))]
  const known = groupBy(ofPages, ({ address }) => address)
  const documents = publishedDocuments(desk)
  const arrivals = documents.filter(
    ({ address }) => !known.get(address)?.some(({ entry }) => entry.kind === 'document'),
  )
  let told: readonly Arrival[] | null = null
  const seek: Seek = {
    desk,
    pages,
    known,
    // Asked for only where an address has no page any more.
    get arrivals() {
      told ??= arrivals.map((document) => ({ document, ...printsOf(document) }))
      return told
    },
  }
  const redirects = new Map<UrlPath, Goal>()
  const lost: Line[] = []
  for (const [address, lines] of known) {
    if (pages.has(address)) continue
    const goal = goalOf(address, lines, seek, new Set())
    const [first] = lines
    if (goal !== null) redirects.set(address, goal)
    else if (first !== undefined) lost.push(first)
  }
  const made = redirects.size === 0 ? [] : redirectJobs(desk, redirects, jobs)
  const withdrawn = withdrawnIn(desk)
  const files = keepFiles(ofFiles, made.length === 0 ? jobs : [...jobs, ...made], isTheirs(desk), (old) => {
    const page = pages.get(old)
    const goal = page === undefined ? redirects.get(old) : goalAt(page)
    return goal === undefined ? null : { ...goal, isWithdrawn: withdrawn.has(goal.address) }
  })
  return {
    jobs: [...made, ...files.jobs],
    book: nextBook(desk, { known, documents, pages, redirects, lost, files: files.entries }),
    diagnostics: [
      ...(desk.loses === 'never' ? files.diagnostics : []),
      ...(desk.loses === 'never' ? lost.flatMap((line) => lossOf(line, seek)) : []),
      ...(desk.loses === 'silently' ? [] : replacedDocuments(documents, seek)),
      ...(desk.loses === 'silently' ? [] : renamedSections(desk.site, known, pages)),
    ],
    lost: desk.loses === 'aside' ? lostToReaders(seek).flatMap((line) => lossOf(line, seek)) : [],
  }
}

/** What nothing would answer if this were built for readers: the pages of drafts and scheduled bulletins are not there then. */
function lostToReaders(seek: Seek): readonly Line[] {
  const areTheirs = isTheirs(seek.desk)
  const gone = [...seek.known].filter(([address]) => {
    const page = seek.pages.get(address)
    return page === undefined || !areTheirs(page)
  })
  if (gone.length === 0) return []
  const theirs: Seek = {
    desk: seek.desk,
    known: seek.known,
    pages: new Map([...seek.pages].filter(([, page]) => areTheirs(page))),
    arrivals: seek.arrivals,
  }
  return gone.flatMap(([address, lines]) =>
    goalOf(address, lines, theirs, new Set()) === null ? lines.slice(0, 1) : [],
  )
}

/** Tells what readers have: nothing of drafts and of what is not due. */
function isTheirs(desk: Desk): (job: Job) => boolean {
  const waiting = new Set(waitingOf(desk).map(({ bulletin }) => bulletin.source))
  return ({ of }) => of === null || !waiting.has(of)
}

const withdrawnIn = ({ site }: Desk): ReadonlySet<UrlPath> =>
  new Set(site.standings.flatMap(({ bulletin, state }) => (state === 'withdrawn' ? [bulletin.address] : [])))

/** A page for each redirect, where nothing else stands. */
function redirectJobs(desk: Desk, redirects: ReadonlyMap<UrlPath, Goal>, jobs: readonly Job[]): readonly Job[] {
  const taken = new Set(jobs.map(({ path }) => path.toLowerCase()))
  return [...redirects]
    .map(([address, goal]) => redirectJob(desk, address, goal))
    .filter(({ path }) => !taken.has(path.toLowerCase()))
}

interface Seek {
  readonly desk: Desk
  /** Pages of this build by address. */
  readonly pages: ReadonlyMap<UrlPath, PageJob>
  /** Lines of the book by address: mostly one each, several after a merge. */
  readonly known: ReadonlyMap<UrlPath, readonly Line[]>
  /** Documents whose address is new: each may be an old one that has moved. */
  readonly arrivals: readonly Arrival[]
}

interface Arrival extends Prints {
  readonly document: Bulletin | StandingPage
}

const isPage = (job: Job): job is PageJob => job.kind === 'page' && job.path.endsWith('.html')

const addressOf = ({ path }: Job): UrlPath => addressAt(path)

/** Those that readers have: drafts and scheduled ones, in a preview, are not published. */
const publishedDocuments = ({ site }: Desk): readonly (Bulletin | StandingPage)[] => [
  ...site.standings.filter((standing) => !isWaiting(standing)).map(({ bulletin }) => bulletin),
  ...site.pages,
]

const isWaiting = ({ state }: Standing): boolean => state === 'draft' || state === 'scheduled'

/** The bulletins that readers do not have yet: left out, or in a preview among the others. */
const waitingOf = ({ site }: Desk): readonly Standing[] => [...site.excluded, ...site.standings.filter(isWaiting)]

/** Where an address that has no page of its own leads; null if nowhere. seen: the addresses on the way, against circles. */
function goalOf(address: UrlPath, lines: readonly Line[], seek: Seek, seen: Set<UrlPath>): Goal | null {
  const page = seek.pages.get(address)
  if (page !== undefined) return goalAt(page)
  if (seen.has(address)) return null
  seen.add(address)
  for (const { entry } of lines) {
    const goal =
      entry.kind === 'moved'
        ? goalOf(entry.to, seek.known.get(entry.to) ?? [], seek, seen)
        : entry.kind === 'document'
          ? arrivalOf(entry, seek)
          : above(address, seek)
    if (goal !== null) return goal
  }
  return null
}

/** A page as a goal; what is itself a redirect leads on to its own goal, so that there are no chains. */
const goalAt = (page: PageJob): Goal => ({
  address: urlPath(`/${page.view.page.canonical.slice(page.view.site.baseUrl.length)}`),
  title: page.view.redirect?.title ?? page.view.page.heading,
  source: page.of,
})

/** The one new document that is recognised: by title and text, else by title, else by text. Two alike are not guessed at. */
function arrivalOf({ title, text }: Prints, { arrivals, pages }: Seek): Goal | null {
  const signs: readonly ((arrival: Arrival) => boolean)[] = [
    (arrival) => arrival.title === title && arrival.text === text,
    (arrival) => arrival.title === title,
    (arrival) => arrival.text === text && text !== '-',
  ]
  for (const sign of signs) {
    const [first, second] = arrivals.filter(sign)
    if (first === undefined) continue
    const page = pages.get(first.document.address)
    return second === undefined && page !== undefined ? goalAt(page) : null
  }
  return null
}

/** The nearest page above a list that has gone; of a section with another id that has it as its alias, the same year or month comes first. */
function above(address: UrlPath, { desk, pages }: Seek): Goal | null {
  const [, id, shelf] = /^\/chuyen-muc\/([^/]+)\/(.*)$/.exec(address) ?? []
  const heir = id === undefined ? null : heirOf(id, desk.site)
  const front = heir === null ? '' : categoryAddress(heir.id)
  const page = pages.get(`${front}${shelf}` as UrlPath) ?? pages.get(front as UrlPath)
  if (page !== undefined) return goalAt(page)
  for (let at = address.replace(/[^/]+\/$/, ''); at !== ''; at = at.replace(/[^/]+\/$/, '')) {
    const upper = pages.get(urlPath(at))
    if (upper !== undefined && upper.shows !== 'redirect') return goalAt(upper)
    if (at === '/') break
  }
  return null
}

/** What to tell of an address that nothing answers: why its document has no page, or which new one it may have become. */
function lossOf({ address, place }: Line, { desk, arrivals }: Seek): readonly Located[] {
  const name = address.split('/').findLast((part) => part !== '') ?? ''
  // A document that was refused has errors of its own, and will be back with them mended.
  if (desk.refused.some((home) => slug(home.name.split('/').at(-1) ?? '') === name)) return []
  const hidden = waitingOf(desk).find(({ bulletin }) => bulletin.address === address)
  const bySlug = new Map(arrivals.map(({ document }) => [document.slug, document]))
  const alike =
    nearest(name, bySlug.keys()) ?? [...bySlug.keys()].find((one) => one.includes(name) || name.includes(one))
  const near = bySlug.get(alike ?? '') ?? null
  const file = hidden?.bulletin.source ?? near?.source ?? null
  const params = {
    address,
    file,
    state: hidden?.state ?? null,
    aliases: hidden === undefined ? (near?.aliases ?? []) : [],
  }
  return [{ file: BOOK as SourcePath, diagnostic: diagnose('address/lost', params, place) }]
}

/** What the book is made of. */
interface Recorded {
  readonly known: Seek['known']
  readonly documents: readonly (Bulletin | StandingPage)[]
  readonly pages: Seek['pages']
  readonly redirects: ReadonlyMap<UrlPath, Goal>
  readonly lost: readonly Line[]
  readonly files: ReadonlyMap<UrlPath, Entry>
}

/** The book after this build: what it was, with what is new and what has moved. */
function nextBook(desk: Desk, { known, documents, pages, redirects, lost, files }: Recorded): NextBook {
  const entries = new Map<UrlPath, Entry | { readonly kind: 'document'; readonly of: Bulletin | StandingPage }>()
  for (const [address, job] of pages) {
    if (job.shows === 'redirect') entries.set(address, { kind: 'moved', to: goalAt(job).address })
    else if (job.of === null && LISTS.has(job.shows)) entries.set(address, { kind: 'list' })
  }
  for (const document of documents) entries.set(document.address, { kind: 'document', of: document })
  for (const [address, { address: to }] of redirects) {
    // An emptied list may fill again: it stays what it was.
    entries.set(address, known.get(address)?.at(-1)?.entry.kind === 'list' ? { kind: 'list' } : { kind: 'moved', to })
  }
  for (const { address, entry } of lost) entries.set(address, entry)
  const ofFiles = new Set(files.size === 0 ? [] : desk.book.lines.filter(isOfFile).map(({ address }) => address))
  for (const [address, entry] of files) if (!entries.has(address)) entries.set(address, entry)
  const added = [...entries.keys()].filter((address) => !known.has(address) && !ofFiles.has(address)).length
  const moved = [...redirects.keys()].filter((address) => known.get(address)?.at(-1)?.entry.kind === 'document').length
  let text: string | null = null
  return {
    // Not every build writes the book.
    get text() {
      text ??= formatAddressBook(entries, (one) => ('of' in one ? entryOf(one.of) : one), desk.book)
      return text
    },
    recorded: entries.size,
    added,
    moved,
  }
}

const entryOf = (document: Bulletin | StandingPage): Entry => ({ kind: 'document', ...printsOf(document) })

/** The kinds of pages that come and go with what they list. */
const LISTS: ReadonlySet<string> = new Set(['category', 'category-index', 'period', 'author', 'tag'])
