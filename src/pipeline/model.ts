import type { Bulletin, StandingPage } from '../core/bulletin.ts'
import type { Config, Day, Instant, Span, Unit } from '../core/config.ts'
import type { Site, Standing, State } from '../core/site.ts'
import { followersOf, hasEnded, heirsOf, unitOf } from '../core/unit.ts'
import { compareVi } from '../text/collate.ts'
import { instantOf, localOf, nextDay } from '../text/day.ts'
import { daysAhead, tellsPast } from './model/ahead.ts'

/** The portal at one moment: what is published, what is not yet or no more, and when that changes next. */
export function model(
  bulletins: readonly Bulletin[],
  pages: readonly StandingPage[],
  config: Config,
  now: Instant,
  drafts: boolean,
): Site {
  const zone = config.timeZone
  const all = [...bulletins]
    .sort(newestFirst)
    .map((bulletin): Standing => ({ bulletin, state: stateOf(bulletin, now) }))
  const hidden = ({ state }: Standing) => !drafts && (state === 'draft' || state === 'scheduled')
  const today = localOf(now, zone).day
  const lasts = (span: Span) => (span.from ?? now) <= now && now < (span.until ?? Number.POSITIVE_INFINITY)
  const standings = all.filter((standing) => !hidden(standing))
  const current = standings.filter(({ state }) => state !== 'expired' && state !== 'withdrawn')
  const due = nextDue(bulletins, config, now, drafts)
  return {
    config,
    standings,
    lead: current.find(({ bulletin }) => (bulletin.featuredUntil ?? '') >= today) ?? current[0] ?? null,
    excluded: all.filter(hidden),
    pages: [...pages].sort((a, b) => a.order - b.order || compareVi(a.title, b.title)),
    slogan: config.slogan !== null && lasts(config.slogan) ? config.slogan.text : null,
    notices: config.notices.filter(lasts),
    banners: config.banners.filter(lasts),
    ended: endedOn(today, config.units),
    nextDue: due,
    nextTold: earliest([due, ...reviewsOf(pages, config)], now),
  }
}

const endedOn = (today: Day, units: readonly Unit[]): Site['ended'] =>
  Object.fromEntries(
    units
      .filter((unit) => hasEnded(unit, today))
      .map((unit) => [unit.id, { on: unit.validTo ?? today, heirs: heirsOf(unit, units, today) }]),
  )

/** What a bulletin is to readers at an instant. A withdrawal counts at once: what must go, goes. */
export function stateOf(bulletin: Bulletin, now: Instant): State {
  if (bulletin.draft) return 'draft'
  if (bulletin.publishAt > now) return 'scheduled'
  if (bulletin.withdrawn !== null) return 'withdrawn'
  return bulletin.expireAt !== null && bulletin.expireAt <= now ? 'expired' : 'published'
}

/** By day, then time (a day alone is its first moment), then slug. */
export function newestFirst(a: Bulletin, b: Bulletin): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1
  const [first, second] = [a.time ?? '00:00', b.time ?? '00:00']
  if (first !== second) return first < second ? 1 : -1
  return a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0
}

/** The next instant after now at which anything dated changes. drafts: what is not published yet is shown too. */
function nextDue(bulletins: readonly Bulletin[], config: Config, now: Instant, drafts: boolean): Instant | null {
  const begins = (day: string | null) => (day === null ? [] : [instantOf(day, null, config.timeZone)])
  const ends = (day: string | null) => (day === null ? [] : [instantOf(nextDay(day), null, config.timeZone)])
  const spans: readonly Span[] = [
    ...(config.slogan === null ? [] : [config.slogan]),
    ...config.notices,
    ...config.banners,
  ]
  const today = localOf(now, config.timeZone).day
  let next = Number.POSITIVE_INFINITY
  const consider = (instant: Instant) => {
    if (instant > now && instant < next) next = instant
  }
  for (const bulletin of bulletins) {
    const { draft, publishAt, expireAt, featuredUntil, withdrawn } = bulletin
    const isLive = !draft && withdrawn === null
    // Of a draft too it is told from then on what it says of days to come.
    if (!draft || tellsPast(bulletin)) consider(publishAt)
    if (isLive && expireAt !== null) consider(expireAt)
    // Shown before its time, it may lead the front page.
    if (isLive || drafts) for (const instant of ends(featuredUntil)) consider(instant)
    // Then no more is told of it.
    for (const { day } of daysAhead(bulletin, { now, today })) for (const instant of begins(day)) consider(instant)
  }
  const named = namedUnits(bulletins, config, drafts)
  const heirs = followersOf(named, config.units)
  for (const { id, validTo } of config.units)
    if (named.includes(id)) for (const instant of ends(validTo)) consider(instant)
  for (const { validFrom, validTo } of heirs)
    for (const instant of [...begins(validFrom), ...ends(validTo)]) consider(instant)
  for (const { from, until } of spans) for (const instant of [from, until]) if (instant !== null) consider(instant)
  return next === Number.POSITIVE_INFINITY ? null : next
}

/** When it is first told of each page that nobody has looked at it again. */
const reviewsOf = (pages: readonly StandingPage[], { timeZone }: Config): readonly Instant[] =>
  pages.flatMap(({ reviewBy }) => (reviewBy === null ? [] : [instantOf(nextDay(reviewBy), null, timeZone)]))

const earliest = (instants: readonly (Instant | null)[], now: Instant): Instant | null =>
  instants.reduce(
    (next, instant) => (instant === null || instant <= now || (next !== null && next <= instant) ? next : instant),
    null,
  )

/** The ids of the units of which a page says that they have ended. */
function namedUnits(bulletins: readonly Bulletin[], config: Config, drafts: boolean): readonly string[] {
  const named = new Set(config.agency.unit === null ? [] : [config.agency.unit])
  for (const bulletin of config.units.length === 0 ? [] : bulletins) {
    const unit = !drafts && (bulletin.draft || bulletin.withdrawn !== null) ? null : unitOf(bulletin, config)
    if (unit !== null) named.add(unit.id)
  }
  return [...named]
}
