import { type Bulletin, type Draft, LONG_TITLE, type RawMap } from '../../core/bulletin.ts'
import type { Category, Config, Day } from '../../core/config.ts'
import { diagnose, type Place } from '../../core/diagnostic.ts'
import { type Digest, digestBytes } from '../../core/digest.ts'
import { type UrlPath, urlPath } from '../../core/path.ts'
import { existsOn, unitOn } from '../../core/unit.ts'
import { isRole } from '../../text/byline.ts'
import { formatDay, localOf, yearOf } from '../../text/day.ts'
import { oneLine } from '../../text/normalize.ts'
import { titlePrint } from '../parse/address-book.ts'
import { bylines, hasNoLetters, isId, type Person, sayNoEntry } from './bylines.ts'
import type { Context } from './context.ts'
import { admitShared, documentShape, slugOf } from './document.ts'
import {
  type Decoder,
  dayOnly,
  decodeMap,
  endOf,
  line,
  listOf,
  type Moment,
  mapOf,
  moment,
  names,
  namesOf,
  optional,
  type Placed,
  placed,
  placeOf,
  rawOf,
  required,
  type Say,
  textOr,
  type Values,
  webUrl,
  yesNo,
} from './fields.ts'
import { leadsAstray } from './gambling.ts'
import type { Home } from './home.ts'
import { findCategory, nearestCategory } from './registers.ts'
import { judgeSummary } from './summary.ts'

const maybe = (example: string) => optional<string | null>(line, null, example)
const maybePlaced = (example: string) => optional<Placed<string> | null>(placed(line), null, example)

const person = { name: required(names('never'), 'Lê Thơ'), role: maybe('Ảnh'), unit: maybePlaced('Trung tâm VHTT') }
const gallery = { caption: maybe('Một số hình ảnh tại hội nghị'), photos: optional(listOf(placed(line)), [], 'all') }

/** `{name: Lê Thơ, role: Ảnh}`; `Lê Thơ: Ảnh` says the same, where the key is a name and no misspelt field. */
const personOf: Decoder<Person> = (raw, named, say) => {
  const [entry, ...others] = raw.kind === 'map' ? raw.entries : []
  if (entry?.value.kind !== 'text' || others.length > 0 || !(isRole(entry.key) || /[^\x21-\x7e]/.test(entry.key)))
    return mapOf(person)(raw, named, say)
  const { key, keyPlace, value } = entry
  return {
    name: [{ value: oneLine(key), place: keyPlace }],
    role: oneLine(value.text) || null,
    unit: null,
    form: 'pair',
  }
}

/** The table of a bulletin's front matter: a key with its decoder, what holds without it, an example. */
export const bulletinShape = (zone: string) => ({
  ...documentShape(zone),
  date: required(moment(zone), '13/01/2023'),
  category: required(placed(line), 'thong-bao'),
  authors: optional(
    listOf(
      textOr<Person>((raw, named, say) => {
        const name = names('never')(raw, named, say)
        return name === undefined ? undefined : { name, role: null, unit: null, form: 'text' }
      }, personOf),
    ),
    [],
    '[Lê Thơ, Khắc Cường]',
  ),
  unit: maybePlaced('Trung tâm VHTT, TT&DL huyện'),
  summary: maybe('…'),
  gallery: optional(mapOf(gallery), null, '{caption: …, photos: all}'),
  cover: maybePlaced('THO 2.png'),
  shortTitle: maybe('Hội nghị tổng kết năm 2022'),
  tags: optional(namesOf, [], '[nông thôn mới]'),
  draft: optional(yesNo, false, 'true'),
  publishAt: optional<Moment | null>(moment(zone), null, '14/01/2023 07:00'),
  expireAt: optional<Placed<Moment> | null>(placed(moment(zone)), null, '31/12/2023'),
  eventDate: optional<string | null>(dayOnly(zone), null, '12/01/2023'),
  featuredUntil: optional<string | null>(dayOnly(zone), null, '20/01/2023'),
  source: optional(
    mapOf({ name: required(line, 'Báo Thanh Hóa'), url: optional<string | null>(webUrl, null, 'https://…') }),
    null,
    '{name: …}',
  ),
  corrections: optional(
    listOf(mapOf({ date: required(placed(dayOnly(zone)), '15/01/2023'), text: required(line, '…') })),
    [],
    '[{date: 15/01/2023, text: …}]',
  ),
  withdrawn: optional(
    mapOf({ date: required(placed(dayOnly(zone)), '15/01/2023'), reason: required(line, '…') }),
    null,
    '{date: 15/01/2023, reason: …}',
  ),
})

/** The table of the zone that was asked for last: a portal has one zone and thousands of bulletins. */
const shapeIn = (() => {
  let last: { readonly zone: string; readonly shape: ReturnType<typeof bulletinShape> } | null = null
  return (zone: string) => {
    if (last?.zone !== zone) last = { zone, shape: bulletinShape(zone) }
    return last.shape
  }
})()

/** A folder of a year, as `bulletins/2026/`, says which year is meant: in January everybody types the last. */
function sayOtherYear(day: Day, { folder }: Home, place: Place, say: Say): void {
  const [, year] = /^content\/bulletins\/((?:19|20)\d\d)(?:\/|$)/.exec(folder) ?? []
  if (year !== undefined && yearOf(day) !== year)
    say(
      diagnose('date/year', { given: formatDay(day), folder: year, meant: formatDay(`${year}${day.slice(4)}`) }, place),
    )
}

/** From a draft to a bulletin in which everything means something; null after saying all that is wrong. */
export function admitBulletin(draft: Draft, home: Home, context: Context, say: Say): Bulletin | null {
  const { config } = context
  const v = decodeMap(draft.fields, shapeIn(config.timeZone), say)
  const names = v.gallery?.photos ?? []
  const all = names.length === 1 && names[0]?.value === 'all'
  const pictures = {
    cover: v.cover ?? null,
    gallery: v.gallery
      ? { caption: v.gallery.caption ?? null, all, names: all ? [] : names, place: placeOf(draft.fields, 'gallery') }
      : null,
  }
  const shared = admitShared(v, draft, pictures, home, context, say)
  const category = v.category === undefined ? null : knownCategory(v.category, config, say)
  const ownSlug = slugOf(home.name, say)
  if (v.title !== undefined && v.title.length > LONG_TITLE && !v.shortTitle) {
    say(diagnose('title/long', { length: v.title.length, max: LONG_TITLE }, placeOf(draft.fields, 'title')))
  }
  for (const { value, place } of v.tags ?? [])
    if (hasNoLetters(value)) say(diagnose('name/empty', { what: 'tag', given: value }, place))
  judgeSummary(v.summary ?? '', v.title ?? '', placeOf(draft.fields, 'summary'), say)
  if (v.title === undefined || v.date === undefined || category === null || ownSlug === '') return null
  const { day, time } = v.date
  sayOtherYear(day, home, placeOf(draft.fields, 'date'), say)
  const publishAt = (v.publishAt ?? v.date).start
  const expireAt = v.expireAt ? endOf(v.expireAt.value, config.timeZone) : null
  if (expireAt !== null && v.expireAt && expireAt <= publishAt)
    say(diagnose('date/order', { first: v.publishAt ? 'publishAt' : 'date', second: 'expireAt' }, v.expireAt.place))
  const shownAt = Math.min(publishAt, v.date.start)
  if (v.source?.url && leadsAstray(v.source.url, config.linkHosts))
    say(diagnose('link/gambling', { href: v.source.url }, urlPlace(draft.fields)))
  sayEarlier(v, localOf(shownAt, config.timeZone).day, draft.fields, say)
  const unitNamed = (unit: Placed<string>) => knownUnit(unit, day, config, say).name
  const bulletin: Omit<Bulletin, 'front' | 'titlePrint'> = {
    kind: 'bulletin',
    slug: ownSlug,
    address: addressOf(config.permalink, day, category.id, ownSlug),
    title: v.title,
    shortTitle: v.shortTitle ?? null,
    date: day,
    time,
    category: category.id,
    authors: bylines(v.authors ?? [], unitNamed, config, say, rawOf(draft.fields, 'unit') !== null),
    unit: v.unit ? knownUnit(v.unit, day, config, say) : null,
    summary: v.summary ?? null,
    tags: (v.tags ?? []).map(({ value }) => value),
    cover: shared.cover,
    draft: v.draft ?? false,
    publishAt,
    expireAt,
    eventDate: v.eventDate ?? null,
    featuredUntil: v.featuredUntil ?? null,
    origin: v.source?.name === undefined ? null : { name: v.source.name, url: v.source.url ?? null },
    corrections: (v.corrections ?? []).flatMap(({ date, text }) =>
      date === undefined || text === undefined ? [] : [{ date: date.value, text }],
    ),
    withdrawn:
      v.withdrawn?.date === undefined || v.withdrawn.reason === undefined
        ? null
        : { date: v.withdrawn.date.value, reason: v.withdrawn.reason },
    // Last: what is written behind a spread is put in key by key, a hundred times as slowly.
    ...shared.document,
  }
  return { front: frontOf(bulletin), titlePrint: titlePrint(bulletin.title), ...bulletin }
}

/** Where the address of a source stands. */
function urlPlace(fields: RawMap): Place {
  const source = rawOf(fields, 'source')
  return source?.kind === 'map' ? placeOf(source, 'url') : placeOf(fields, 'source')
}

/** What became of a bulletin cannot have been before the day on which it was first to be seen. */
function sayEarlier(
  { updated, corrections, withdrawn }: Values<ReturnType<typeof bulletinShape>>,
  day: Day,
  fields: RawMap,
  say: Say,
): void {
  const days = [
    ...(updated ? [{ second: 'updated', value: updated, place: placeOf(fields, 'updated') }] : []),
    ...(corrections ?? []).flatMap(({ date }) => (date === undefined ? [] : [{ second: 'corrections', ...date }])),
    ...(withdrawn?.date === undefined ? [] : [{ second: 'withdrawn', ...withdrawn.date }]),
  ]
  for (const { second, value, place } of days)
    if (value < day) say(diagnose('date/order', { first: 'date', second }, place))
}

const ofTheText: ReadonlySet<string> = new Set<keyof Bulletin>([
  'body',
  'blank',
  'facts',
  'bodyPhotos',
  'retold',
  'bodyLinks',
  'leads',
])

/** Names what lists say of a bulletin: they take the first words of a text that has no summary. */
function frontOf(bulletin: Omit<Bulletin, 'front' | 'titlePrint'>): Digest {
  const told = Object.entries(bulletin).filter(([key]) => !ofTheText.has(key))
  return digestBytes(JSON.stringify([told, bulletin.summary === null ? bulletin.facts.opening : null]))
}

/** Of more sections there are than a message names, one more is told than are named. */
const NAMED = 13

function knownCategory({ value, place }: Placed<string>, { categories }: Config, say: Say): Category | null {
  const found = findCategory(value, categories)
  if (found !== null) return found
  const near = nearestCategory(value, categories)
  const [nearestId, nearestName] = [near?.id ?? null, near?.name ?? null]
  const known = categories.slice(0, NAMED).map(({ name }) => name)
  say(diagnose('category/unknown', { given: value, nearest: nearestId, nearestName, known }, place))
  return null
}

/**
 * A unit by id or name; one that is in no register is just a name. An id means what that unit was on the bulletin's day, by the
 * name it had then; a name stays as it was written.
 */
function knownUnit(
  { value: given, place }: Placed<string>,
  day: Day,
  { units }: Config,
  say: Say,
): NonNullable<Bulletin['unit']> {
  const byId = units.find(({ id }) => id === given)
  if (byId !== undefined) {
    const then = unitOn(given, units, day) ?? byId
    return { id: then.id, name: then.shortName ?? then.name }
  }
  const named = units.filter(({ name, shortName }) => given === name || given === shortName)
  const unit = named.find((one) => existsOn(one, day)) ?? named[0]
  if (unit === undefined && isId(given)) sayNoEntry('unit', { value: given, place }, units, say)
  return { id: unit?.id ?? null, name: given }
}

/** The address by portal.yml's pattern. */
function addressOf(permalink: string, day: string, category: string, slug: string): UrlPath {
  const [year = '', month = '', date = ''] = day.split('-')
  const parts: Record<string, string> = { year, month, day: date, category, slug }
  return urlPath(permalink.replace(/:(year|month|day|category|slug)/g, (_, key: string) => parts[key] ?? ''))
}
