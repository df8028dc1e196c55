import type { SourcePath } from '../core/path.ts'
import type { Job, Plan } from '../core/plan.ts'
import type { Standing } from '../core/site.ts'
import { labels } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import { formatDay } from '../text/day.ts'
import type { Current, Good } from './current.ts'
import { hiddenAt } from './lost.ts'
import { instantInWords } from './viewpoint.ts'

const standings = new WeakMap<Plan, ReadonlyMap<SourcePath, Standing>>()

/** The bulletins of a plan by their files. */
export function standingsOf(plan: Plan): ReadonlyMap<SourcePath, Standing> {
  const known = standings.get(plan)
  if (known !== undefined) return known
  const byFile = new Map([...plan.site.standings, ...plan.site.excluded].map((one) => [one.bulletin.source, one]))
  standings.set(plan, byFile)
  return byFile
}

/** What readers see of a page, and when, where that is not simply the page: lines for a ribbon. */
export function notesOn(job: Job, good: Good, lost: Current['lost'], language: Language): readonly string[] {
  const standing =
    job.kind === 'page' && job.shows === 'bulletin' && job.of !== null ? standingsOf(good.plan).get(job.of) : undefined
  const state = standing === undefined ? null : stateNote(standing, good, language)
  const search = job.kind === 'page' && job.shows === 'search' ? searchNote(good, language) : []
  return [...search, ...lossNote(standing, lost, language), state, momentNote(good, language)].filter(
    (note) => note !== null,
  )
}

/** That the search knows nothing of what readers do not have yet (docs/decisions/012): else it denies what is plainly there. */
function searchNote({ plan: { site } }: Good, language: Language): readonly string[] {
  const waiting = site.standings.some(({ state }) => state === 'draft' || state === 'scheduled')
  return waiting ? [labels[language].overlay.ribbon.search] : []
}

/** That this bulletin was published and must not be hidden as it is: else the first that is heard of it is an error of `build`. */
function lossNote(standing: Standing | undefined, lost: Current['lost'], language: Language): readonly string[] {
  const isHidden = standing !== undefined && lost.some((one) => hiddenAt(one) === standing.bulletin.source)
  return isHidden ? [labels[language].overlay.ribbon.lost] : []
}

/** That the portal is shown as of another moment; null in the present. */
function momentNote({ world, plan }: Good, language: Language): string | null {
  if (!world.options.anotherTime) return null
  return labels[language].overlay.ribbon.moment(instantInWords(world.now, plan.site.config.timeZone))
}

/** What readers see of a bulletin that is not simply published. */
export function stateNote(
  { bulletin, state }: Standing,
  { plan, world }: Pick<Good, 'plan' | 'world'>,
  language: Language,
): string | null {
  const words = labels[language].overlay.ribbon
  const inWords = (instant: number): string => instantInWords(instant, plan.site.config.timeZone)
  const { publishAt, expireAt, withdrawn } = bulletin
  switch (state) {
    case 'draft':
      return words.draft(publishAt > world.now ? inWords(publishAt) : null)
    case 'scheduled':
      return words.scheduled(inWords(publishAt))
    case 'expired':
      return words.expired(expireAt === null ? null : inWords(expireAt))
    case 'withdrawn':
      return words.withdrawn(withdrawn === null ? null : formatDay(withdrawn.date))
    case 'published':
      return expireAt === null ? null : words.expires(inWords(expireAt))
  }
}
