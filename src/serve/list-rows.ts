import type { Instant } from '../core/config.ts'
import type { Located } from '../core/diagnostic.ts'
import { groupBy } from '../core/group.ts'
import type { PageJob, Plan } from '../core/plan.ts'
import type { Standing } from '../core/site.ts'
import { labels } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import { newestFirst } from '../pipeline/model.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import { formatDay } from '../text/day.ts'
import { fold } from '../text/fold.ts'
import type { Current, Good } from './current.ts'
import type { Choice } from './list-filter.ts'
import { hiddenAt } from './lost.ts'
import { hrefOf } from './saved.ts'
import { standingsOf, stateNote } from './state-note.ts'
import { toolLinks } from './tools.ts'
import { instantInWords } from './viewpoint.ts'

/** One bulletin of the list. */
export interface Entry {
  readonly standing: Standing
  /** Its page; null where it has none at this moment. */
  readonly job: PageJob | null
  readonly found: readonly Located[]
}

/** The bulletins of a choice, in its order. */
export function chosen(current: Current & { readonly good: Good }, choice: Choice): readonly Entry[] {
  const { good, problems, warnings, lost } = current
  const pages = pagesOf(good.plan)
  const byFile = groupBy([...problems, ...warnings, ...lost], (one) => hiddenAt(one) ?? one.file)
  const wanted = fold(choice.words).trim()
  const fits = ({ bulletin, state }: Standing): boolean =>
    (choice.state === null || choice.state === state) &&
    (wanted === '' || fold(`${bulletin.title} ${bulletin.source}`).includes(wanted))
  const standings = [...standingsOf(good.plan).values()].filter(fits)
  return inOrder(standings, good, choice.byChange).map((standing) => ({
    standing,
    job: pages.get(standing.bulletin.source) ?? null,
    found: byFile.get(standing.bulletin.source) ?? [],
  }))
}

function inOrder(standings: readonly Standing[], good: Good, byChange: boolean): readonly Standing[] {
  if (!byChange) return standings.toSorted((a, b) => newestFirst(a.bulletin, b.bulletin))
  const changed = new Map(standings.map((one) => [one, changedAt(one, good) ?? 0]))
  return standings.toSorted((a, b) => (changed.get(b) ?? 0) - (changed.get(a) ?? 0))
}

function changedAt({ bulletin }: Standing, { sources, world }: Good): Instant | null {
  const source = sources.byPath.get(bulletin.source)
  return source === undefined ? null : world.door.changedAt(source)
}

function pagesOf(plan: Plan): ReadonlyMap<string, PageJob> {
  const pages = new Map<string, PageJob>()
  for (const job of plan.jobs) {
    if (job.kind === 'page' && job.shows === 'bulletin' && job.of !== null) pages.set(job.of, job)
  }
  return pages
}

/** A bulletin as a row of the table. */
export function row({ standing, job, found }: Entry, good: Good, language: Language): string {
  const { bulletin, state } = standing
  const words = labels[language]
  const { timeZone } = good.plan.site.config
  const title = escapeMarkup(bulletin.title)
  const href = job === null ? null : hrefOf(job, good.plan)
  const note = stateNote(standing, good, language)
  const changed = changedAt(standing, good)
  const cells = [
    escapeMarkup(formatDay(bulletin.date)),
    `<strong>${escapeMarkup(words.state[state])}</strong>${note === null ? '' : `<br><small>${escapeMarkup(note)}</small>`}`,
    href === null ? title : `<a href="${escapeMarkup(href)}">${title}</a>`,
    // A long path breaks between its folders.
    escapeMarkup(bulletin.source).replaceAll('/', '/<wbr>'),
    changed === null ? '' : escapeMarkup(instantInWords(changed, timeZone)),
    escapeMarkup(countsOf(found, language)),
    job === null || href === null ? '' : toolLinks(job, href, language),
  ]
  const names = words.desk.columns
  return `<tr>${cells.map((cell, number) => `<td data-name="${escapeMarkup(names[number] ?? '')}">${cell}</td>`).join('')}</tr>`
}

/** `1 lỗi, 2 cảnh báo`, or nothing. */
function countsOf(found: readonly Located[], language: Language): string {
  const words = labels[language].desk
  const errors = found.filter(({ diagnostic }) => diagnostic.severity === 'error').length
  const others = found.length - errors
  return [errors === 0 ? [] : [words.problems(errors)], others === 0 ? [] : [words.warnings(others)]].flat().join(', ')
}
