import { BOOK } from '../core/address-book.ts'
import { FEW_WARNINGS } from '../core/diagnostic.ts'
import { type Digest, digestBytes, digestOf } from '../core/digest.ts'
import { sourcePath } from '../core/path.ts'
import type { BesideFile, Plan } from '../core/plan.ts'
import type { Sources } from '../core/source.ts'
import type { Listing, Survey } from '../pipeline/world.ts'
import { type FolderSink, writeBeside } from '../pipeline/write.ts'
import type { Ground } from './ground.ts'
import { type Outcome, unshrunk } from './report/run.ts'
import { type Setup, writesBook } from './setup.ts'

/** What a build came to, as it is remembered. */
interface Result {
  readonly outcome: Outcome
  readonly beside: readonly BesideFile[]
}

/**
 * The outcome of a build that would make nothing: the same sources, tool and options as last time, nothing dated has
 * come due, and every output stands as it was left. null if that is not so, or not known. listed: every problem is asked for,
 * not only how many there are.
 */
export async function unchanged(
  setup: Setup,
  ground: Ground,
  openSink: () => FolderSink,
  listed: boolean,
): Promise<Outcome | null> {
  const found = ground.look()
  const table = ground.cache.outputs(setup.out)
  const held = table === null ? undefined : await heldOf(setup, ground, found)
  if (held === undefined) return null
  const { outcome, beside } = held as Result
  if (listed && !outcome.whole) return null
  const sink = openSink()
  const files = sink.finishAsLeft()
  if (files === null) {
    await sink.abandon()
    return null
  }
  const said = writeBeside(setup.out, beside)
  const work = {
    parsed: 0,
    rendered: 0,
    encoded: 0,
    made: 0,
    changed: 0,
    addressesAdded: 0,
    addressesMoved: 0,
    ...unshrunk,
  }
  const stats = { ...outcome.stats, ...work, read: ground.read(), kept: files.kept, removed: files.removed.length }
  return { ...outcome, diagnostics: [...outcome.diagnostics, ...said], stats }
}

/**
 * The receipt of a build from what was found: by the facts of its files alone, or else by what is in them, and then by these facts from
 * now on. undefined: there is none.
 */
async function heldOf(setup: Setup, ground: Ground, found: Survey): Promise<unknown> {
  const { receipts } = ground.cache
  const name = markOf(setup, ground, found)
  const held = name === null ? undefined : receipts.get(setup.out, 'mark', name, setup.now)
  if (held !== undefined) return held
  const listing = await ground.list(found)
  if (listing.diagnostics.length > 0) return undefined
  const again = receipts.get(setup.out, 'key', keyOf(setup, ground, listing, null), setup.now)
  if (again !== undefined && name !== null && found.settled) receipts.remark(setup.out, name)
  return again
}

/** Remembers what a build came to. Its own writing (the book of addresses) is part of what the next one finds. */
export function keepReceipt(setup: Setup, ground: Ground, plan: Plan, outcome: Outcome): void {
  const listing = ground.listing()
  if (listing === null) return
  const key = keyOf(setup, ground, listing, writesBook(setup) ? digestBytes(plan.book.text) : null)
  const lasting = writesBook(setup) ? withoutToldOnce(outcome) : outcome
  const result: Result = { outcome: inShort(lasting), beside: plan.beside }
  const found = ground.found()
  const mark = found?.settled ? markOf(setup, ground, found) : null
  ground.cache.receipts.set(setup.out, { key, mark, since: setup.now, until: plan.site.nextTold, result })
}

/** Without what the book of addresses says no more once it is written. */
const withoutToldOnce = (outcome: Outcome): Outcome => ({
  ...outcome,
  diagnostics: outcome.diagnostics.filter(({ diagnostic }) => !/^address\/(?:replaced|section)$/.test(diagnostic.code)),
})

/**
 * Without the warnings of the content where they are many: to write down ten thousand of them costs more than to find them again. What
 * was wrong with the cache or the published folder is mended, or looked for again.
 */
function inShort(whole: Outcome): Outcome {
  const outcome = {
    ...whole,
    diagnostics: whole.diagnostics.filter(({ diagnostic }) => !/^(?:cache|out)\//.test(diagnostic.code)),
  }
  const others = outcome.diagnostics.filter(
    ({ file, diagnostic }) => file === null || diagnostic.severity !== 'warning',
  )
  const unlisted = outcome.diagnostics.length - others.length
  return unlisted > FEW_WARNINGS
    ? { ...outcome, diagnostics: others, unlisted: outcome.unlisted + unlisted, whole: false }
    : outcome
}

const named = new WeakMap<Sources, Digest>()

/** Names all sources but the book: asked for before a build and after it. */
function digestOfAll(sources: Sources): Digest {
  const before = named.get(sources)
  if (before !== undefined) return before
  let lines = ''
  for (const { path, digest } of sources.all) if (path !== BOOK) lines += `${path} ${digest}\n`
  const made = digestBytes(lines)
  named.set(sources, made)
  return made
}

/** Names everything a build depends on but the moment. book: the digest of the book of addresses, if it is not the listed one. */
const keyOf = (setup: Setup, ground: Ground, { sources, overrides }: Listing, book: Digest | null): Digest =>
  digestOf({
    ...given(setup, ground),
    sources: digestOfAll(sources),
    overrides: [...overrides].map(([path, behind]) => [path, behind?.digest ?? null]),
    book: book ?? sources.byPath.get(sourcePath(BOOK))?.digest ?? null,
  })

/** The same by what the disk says of all files; null where something is the matter with one of them. */
function markOf(setup: Setup, ground: Ground, found: Survey): Digest | null {
  const files = found.mark()
  return files === null ? null : digestOf({ ...given(setup, ground), files })
}

/** published: a receipt of other outputs than those that stand there is of another run, which another process has written back. */
const given = ({ drafts, baseUrl, anotherTime, out }: Setup, { tool, cache }: Ground) => ({
  tool: tool.digest,
  options: { drafts, baseUrl, anotherTime },
  published: cache.outputs(out)?.manifest ?? null,
})
