import type { Located } from '../core/diagnostic.ts'
import { basename, dirname, type SourcePath } from '../core/path.ts'
import type { Source, Sources } from '../core/source.ts'
import { type Listed, prepareListed, withSources } from '../pipeline/prepare.ts'
import type { World } from '../pipeline/world.ts'
import { type Aside, errorsOf, type Good, goodOf } from './current.ts'

/** A document that is set aside may be missed by another: then that one too, and so on, so often. */
const ROUNDS = 3

/**
 * What can be shown of a portal with errors, so that one faulty file does not keep everybody from seeing what they saved: all is as it is
 * now, only each file of a document in which an error stands is as it was when all was right (good), and one that came since is left out.
 * That is a portal too, prepared like any other, or the one that is shown already; good is null where there was none yet, and then each
 * is left out. null: it has errors itself, or an error stands where nothing can be set aside: in configuration, registers or templates,
 * which are of all pages, or in a file that has not changed.
 */
export async function setAside(
  listing: Listed,
  errors: readonly Located[],
  good: Good | null,
  world: World,
): Promise<Aside | null> {
  const files = new Set<SourcePath>()
  let [left, found] = [listing, errors]
  for (let round = 1; round <= ROUNDS; round += 1) {
    const next = without(left, found, good?.sources ?? null)
    if (next === null) return null
    for (const { file } of found) if (file !== null) files.add(file)
    if (good !== null && isSame(next.sources, good.sources) && isSeenAlike(world, good)) return { good, files }
    const prepared = await prepareListed(next, world)
    const made = goodOf({ prepared, world })
    if (made !== null) return { good: made, files }
    left = next
    found = errorsOf(prepared)
  }
  return null
}

/** The listing without what these errors stand in; null if that is not all of documents, or is no other listing. */
function without(listing: Listed, errors: readonly Located[], good: Sources | null): Listed | null {
  const before = good?.byPath ?? new Map<SourcePath, Source>()
  const files = new Set<SourcePath>()
  const folders: string[] = []
  for (const { file } of errors) {
    if (file === null || !isOfDocument(listing.sources.byPath.get(file))) return null
    files.add(file)
    // Without its index.md what lies beside it would belong to nothing.
    if (basename(file) === 'index.md' && !before.has(file)) folders.push(`${dirname(file)}/`)
  }
  const isAside = ({ path }: Source): boolean =>
    files.has(path) || (!before.has(path) && folders.some((folder) => path.startsWith(folder)))
  const all = listing.sources.all.flatMap((source) => (isAside(source) ? (before.get(source.path) ?? []) : source))
  const next = withSources(listing, all)
  return isSame(next.sources, listing.sources) ? null : next
}

const isOfDocument = (source: Source | undefined): boolean =>
  source !== undefined && /^content\/(?:bulletins|pages)\//.test(source.path)

const isSame = ({ all: some }: Sources, { all: others }: Sources): boolean =>
  some.length === others.length &&
  some.every(({ path, digest }, at) => path === others[at]?.path && digest === others[at].digest)

const isSeenAlike = ({ now, options }: World, { plan, world: other }: Good): boolean =>
  options.drafts === other.options.drafts &&
  options.anotherTime === other.options.anotherTime &&
  (options.anotherTime ? now === other.now : (plan.site.nextDue ?? Number.POSITIVE_INFINITY) > now)
