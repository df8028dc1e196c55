import type { Raw, RawMap } from '../../core/bulletin.ts'
import type { Agency, Category, Config, Host, Instant, MenuItem, Span, Unit } from '../../core/config.ts'
import { diagnose, type Place } from '../../core/diagnostic.ts'
import type { Json } from '../../core/digest.ts'
import type { SourcePath } from '../../core/path.ts'
import { isZone } from '../../text/day.ts'
import { nearest } from '../../text/nearest.ts'
import { contrastProblem } from './contrast.ts'
import {
  beginning,
  colorOr,
  count,
  type Decoder,
  decodeMap,
  ending,
  type Field,
  host,
  href,
  id,
  isPlaceholder,
  line,
  listOf,
  mail,
  mapOf,
  oneOf,
  optional,
  origin,
  type Placed,
  placed,
  placeOf,
  rawOf,
  required,
  type Say,
  type Shape,
  sayMissing,
  type Values,
  webUrl,
  yesNo,
} from './fields.ts'
import { nearestCategory, type Registers, registerFiles } from './registers.ts'
import { isReserved } from './reserved.ts'
import { bannerPicture, type Statics, staticPicture } from './static-picture.ts'

/** An id with its place, for checks against a register. */
type PlacedId = Placed<string>

const span = (zone: string) => ({
  from: optional<Instant | null>(beginning(zone), null, '01/01/2025'),
  until: optional<Instant | null>(ending(zone), null, '31/12/2025'),
})

const text = (example: string): Field<string> => optional(line, '', example)

const agency = (statics: Statics) => ({
  name: required(line, 'Ủy ban nhân dân xã …'),
  unit: optional<PlacedId | null>(placed(id), null, 'ubnd-xa'),
  person: text('Ông Nguyễn Văn A, Chủ tịch UBND xã'),
  address: text('Thôn 1, xã …, tỉnh …'),
  phone: text('0237 000 0000'),
  email: optional(mail, '', 'ubnd@xa.tinh.gov.vn'),
  emblem: optional<string | null>(staticPicture(statics), null, 'static/emblem.png'),
})

const menuEntry = {
  title: text('Giới thiệu'),
  href: optional<string | null>(href, null, '/gioi-thieu/'),
  category: optional<PlacedId | null>(placed(id), null, 'thong-bao'),
}

const menuShape = {
  ...menuEntry,
  children: optional(listOf(lowest(leading(menuEntry))), [], '[{category: thong-bao}]'),
}

/** An entry that leads somewhere and says where: to a section by its own name, to an address by its title, to entries below it. */
function leading<S extends typeof menuEntry>(shape: S): Decoder<Values<S>> {
  const asked = {
    ...shape,
    title: required(line, shape.title.example),
    href: required(href, shape.href.example),
  }
  return (raw, named, say) => {
    const values = mapOf(shape)(raw, named, say)
    // What is misspelt or of no use was told.
    const isTold = raw.kind !== 'map' || raw.entries.some(({ key }) => !Object.hasOwn(shape, key))
    if (values === undefined || isTold) return values
    const { title, href: to, category, children } = values as Partial<Values<typeof menuShape>>
    if (category !== null) return values
    const leadsNowhere = to === null && (children === undefined || children.length === 0) && !refusedIn(raw, 'children')
    const lacks = title === '' ? 'title' : leadsNowhere ? 'href' : null
    if (lacks !== null) sayLacking(raw, asked, lacks, named.key, say)
    return values
  }
}

/** An entry with none below it: menus have two levels, which keyboards and telephones can go through. */
function lowest<T>(decode: Decoder<T>): Decoder<T> {
  return (raw, named, say) => {
    const below = raw.kind === 'map' ? raw.entries.find(({ key }) => key === 'children') : undefined
    if (below === undefined) return decode(raw, named, say)
    say(diagnose('config/menu-depth', {}, below.keyPlace))
    return undefined
  }
}

/** Whether entries stand below a menu entry, of which none could be used. */
const refusedIn = (map: RawMap, key: string): boolean => {
  const below = rawOf(map, key)
  return below?.kind === 'list' ? below.items.length > 0 : below?.kind === 'map'
}

/** Says of a key that it is not there, or says nothing. */
function sayLacking(map: RawMap, shape: Shape, key: string, of: string, say: Say): void {
  const raw = rawOf(map, key)
  if (raw === null) sayMissing(map, shape, key, of, say)
  else say(diagnose('field/empty', { key, example: shape[key]?.example ?? '' }, raw.place))
}

const namedLink = { title: required(line, 'Cổng Dịch vụ công'), href: required(href, 'https://dichvucong.gov.vn/') }

const HOSTS: readonly Host[] = ['nginx', 'apache', 'iis', 'pages']

/** The table of portal.yml. The zone is read first: days depend on it. */
/** The table of portal.yml. */
export const portalShape = (zone: string, statics: Statics) => ({
  version: required(line, '1'),
  title: required(line, 'Cổng thông tin điện tử xã …'),
  baseUrl: required(line, 'https://xa.tinh.gov.vn/'),
  language: optional(oneOf('vi', 'en'), 'vi' as const, 'vi'),
  timeZone: optional(line, 'Asia/Ho_Chi_Minh', 'Asia/Ho_Chi_Minh'),
  sample: optional(yesNo, false, 'true'),
  agency: required(mapOf(agency(statics)), '{name: Ủy ban nhân dân xã …}'),
  parent: optional(
    mapOf({ name: required(line, 'Cổng … tỉnh'), url: required(webUrl, 'https://tinh.gov.vn/') }),
    null,
    "{name: Cổng … tỉnh, url: 'https://tinh.gov.vn/'}",
  ),
  slogan: optional(mapOf({ text: required(line, '…'), ...span(zone) }), null, '{text: …, until: 31/12/2030}'),
  banners: optional(
    listOf(
      mapOf({
        image: required(bannerPicture(statics), 'static/tet.jpg'),
        alt: required(line, '…'),
        href: menuEntry.href,
        ...span(zone),
      }),
    ),
    [],
    '[{image: static/tet.jpg, alt: …}]',
  ),
  notices: optional(
    listOf(mapOf({ text: required(line, '…'), href: menuEntry.href, ...span(zone) })),
    [],
    '[{text: …}]',
  ),
  menu: optional(listOf(leading(menuShape)), [], '[{title: Giới thiệu, href: /gioi-thieu/}]'),
  home: optional(
    mapOf({
      blocks: optional(
        listOf(mapOf({ category: required(placed(id), 'thong-bao'), count: optional(count, 5, '5') })),
        [],
        '[{category: thong-bao, count: 5}]',
      ),
    }),
    { blocks: [] },
    '{blocks: []}',
  ),
  links: optional(listOf(mapOf(namedLink)), [], '[{title: …, href: …}]'),
  permalink: optional(line, '/:year/:slug/', '/:year/:slug/'),
  theme: optional(
    mapOf({ primary: colorOr('#b3131b'), accent: colorOr('#f2c200') }),
    { primary: '#b3131b', accent: '#f2c200' },
    "{primary: '#b3131b'}",
  ),
  linkHosts: optional(listOf(host), ['gov.vn', 'edu.vn'], '[gov.vn, edu.vn]'),
  photos: optional(mapOf({ avif: optional(yesNo, false, 'true') }), { avif: false }, '{avif: true}'),
  search: optional(yesNo, true, 'false'),
  cards: optional(oneOf('category', 'title', 'none'), 'category' as const, 'title'),
  print: optional(mapOf({ qr: optional(yesNo, false, 'true') }), { qr: false }, '{qr: true}'),
  originals: optional(yesNo, false, 'true'),
  measurement: optional(
    mapOf({
      script: optional(listOf(origin), [], '[https://dem.tinh.gov.vn]'),
      connect: optional(listOf(origin), [], '[https://dem.tinh.gov.vn]'),
    }),
    null,
    '{script: [https://dem.tinh.gov.vn]}',
  ),
  hosting: optional(
    mapOf({
      for: optional(listOf(oneOf(...HOSTS)), HOSTS, '[nginx]'),
      hsts: optional(yesNo, false, 'true'),
    }),
    { for: HOSTS, hsts: false },
    '{for: [nginx], hsts: true}',
  ),
  api: optional(mapOf({ fullText: optional(yesNo, false, 'true') }), { fullText: false }, '{fullText: true}'),
})

/** What portal.yml says; where it is not whole, an error was told, and the rest of the portal can be looked through all the same. */
export interface Decoded {
  readonly config: Config
  readonly whole: boolean
}

const NOBODY: Agency = { name: '…', unit: null, person: '', address: '', phone: '', email: '', emblem: null }
const NOWHERE = { baseUrl: 'https://portal.invalid/', origin: 'https://portal.invalid', basePath: '/' }

/** Decodes portal.yml against the registers. */
export function decodeConfig(
  portal: RawMap,
  registers: Registers,
  data: Config['data'] & { readonly [name: string]: Json },
  baseUrl: string | null,
  files: { readonly portal: SourcePath; readonly categories: SourcePath },
  statics: Statics,
  say: Say,
): Decoded {
  const zoneText = portal.entries.find((entry) => entry.key === 'timeZone')?.value
  const zone = zoneText?.kind === 'text' && isZone(zoneText.text.trim()) ? zoneText.text.trim() : 'Asia/Ho_Chi_Minh'
  sayPlaceholders(portal, '', say)
  const v = decodeMap(portal, portalShape(zone, statics), say)
  const known = new Map(registers.categories.map((category) => [category.id, category]))
  const base = decodeBase(baseUrl ?? v.baseUrl, portal, say)
  if (v.version !== undefined && v.version !== '1')
    say(diagnose('config/version', { given: v.version }, placeOf(portal, 'version')))
  if (v.timeZone !== undefined && !isZone(v.timeZone))
    say(diagnose('config/zone', { given: v.timeZone }, placeOf(portal, 'timeZone')))
  if (v.hosting?.hsts === true && base !== null && !base.baseUrl.startsWith('https:'))
    say(diagnose('config/hsts', { baseUrl: base.baseUrl }, placeOf(portal, 'hosting')))
  sayContrast(v.theme?.primary, portal, say)
  const permalink = decodePermalink(v.permalink, portal, say)
  for (const key of ['slogan', 'notices', 'banners'] as const) checkSpans(v[key], placeOf(portal, key), say)
  const menu = (v.menu ?? []).flatMap((item) => menuItem(item, known, say))
  const blocks = (v.home?.blocks ?? []).flatMap((block) =>
    block.category === undefined || !checkCategory(block.category, known, say)
      ? []
      : [{ category: block.category.value, count: block.count ?? 5 }],
  )
  const owner = v.agency === undefined ? null : decodeAgency(v.agency, registers.units, portal, say)
  const whole = v.title !== undefined && base !== null && permalink !== null && owner !== null
  const config: Config = {
    title: v.title ?? '…',
    ...(base ?? NOWHERE),
    language: v.language ?? 'vi',
    timeZone: zone,
    sample: v.sample ?? false,
    agency: owner ?? NOBODY,
    parent:
      v.parent?.name !== undefined && v.parent.url !== undefined ? { name: v.parent.name, url: v.parent.url } : null,
    slogan:
      v.slogan?.text === undefined
        ? null
        : { text: v.slogan.text, from: v.slogan.from ?? null, until: v.slogan.until ?? null },
    banners: (v.banners ?? []).flatMap(({ image, alt, href: to, from, until }) =>
      image === undefined || alt === undefined
        ? []
        : [{ ...image, alt, href: to ?? null, from: from ?? null, until: until ?? null }],
    ),
    notices: (v.notices ?? []).flatMap(({ text: words, href: to, from, until }) =>
      words === undefined ? [] : [{ text: words, href: to ?? null, from: from ?? null, until: until ?? null }],
    ),
    menu,
    home: { blocks },
    links: (v.links ?? []).flatMap((link) =>
      link.title !== undefined && link.href !== undefined ? [{ title: link.title, href: link.href }] : [],
    ),
    permalink: permalink ?? '/:year/:slug/',
    theme: { primary: v.theme?.primary ?? '#b3131b', accent: v.theme?.accent ?? '#f2c200' },
    linkHosts: v.linkHosts ?? [],
    measurement:
      v.measurement == null ? null : { script: v.measurement.script ?? [], connect: v.measurement.connect ?? [] },
    hosting: { for: v.hosting?.for ?? HOSTS, hsts: v.hosting?.hsts ?? false },
    api: { fullText: v.api?.fullText ?? false },
    print: { qr: v.print?.qr ?? false },
    photos: { avif: v.photos?.avif ?? false },
    search: v.search ?? true,
    cards: v.cards ?? 'category',
    originals: v.originals ?? false,
    ...registers,
    data,
    files,
    hrefPlaces: hrefPlacesIn(portal),
  }
  return { config, whole }
}

/** Where each address of portal.yml stands, for messages. */
function hrefPlacesIn(raw: Raw): Config['hrefPlaces'] {
  if (raw.kind === 'text') return raw.text.trim().startsWith('/') ? { [raw.text.trim()]: raw.place } : {}
  const inner = raw.kind === 'list' ? raw.items : raw.entries.map(({ value }) => value)
  return Object.assign({}, ...inner.map(hrefPlacesIn)) as Config['hrefPlaces']
}

/** A period must not end before it begins: it would never be shown. */
function checkSpans(values: unknown, place: Place, say: Say): void {
  const spans = Array.isArray(values) ? values : [values]
  for (const { from = null, until = null } of spans.filter(
    (one): one is Partial<Span> => one !== null && one !== undefined,
  )) {
    if (from !== null && until !== null && until <= from)
      say(diagnose('date/order', { first: 'from', second: 'until' }, place))
  }
}

/** `https://host/sub/` in its parts; a path gets its trailing slash. */
function decodeBase(given: string | undefined, portal: RawMap, say: Say) {
  if (given === undefined) return null
  // That it must be filled in was said; with any address the rest can be checked in the same run.
  if (isPlaceholder(given) || given.includes('…')) return NOWHERE
  const url = /^https?:\/\//i.test(given) && URL.canParse(given) ? new URL(given) : null
  if (
    url === null ||
    url.search !== '' ||
    url.hash !== '' ||
    url.username !== '' ||
    !/^[\w./~-]*$/.test(url.pathname)
  ) {
    say(diagnose('config/base-url', { given }, placeOf(portal, 'baseUrl')))
    return null
  }
  // A stroke too many, and `//assets/…` would be asked of a host called “assets”.
  const basePath = `${url.pathname}/`.replace(/\/{2,}/g, '/')
  return { baseUrl: url.origin + basePath, origin: url.origin, basePath }
}

function sayContrast(primary: string | undefined, portal: RawMap, say: Say): void {
  const theme = rawOf(portal, 'theme')
  if (primary === undefined || theme?.kind !== 'map') return
  const problem = contrastProblem(primary, placeOf(theme, 'primary'))
  if (problem !== null) say(problem)
}

function decodePermalink(given: string | undefined, portal: RawMap, say: Say): string | null {
  if (given === undefined) return null
  const isForm = /^(\/(:year|:month|:day|:category|[a-z0-9-]+))*\/:slug\/$/.test(given)
  if (isForm && !isReserved(given)) return given
  const why = isForm ? 'reserved' : 'form'
  say(diagnose('config/permalink', { given, why }, placeOf(portal, 'permalink')))
  return null
}

function decodeAgency(
  v: {
    readonly [K in keyof ReturnType<typeof agency>]: ReturnType<typeof agency>[K] extends Field<infer T>
      ? T | undefined
      : never
  },
  units: readonly Unit[],
  portal: RawMap,
  say: Say,
): Agency | null {
  const place = placeOf(portal, 'agency')
  for (const key of ['person', 'address', 'phone', 'email'] as const) {
    if (v[key] === '') say(diagnose('config/contact', { key: `agency.${key}` }, place))
  }
  if (v.name === undefined) return null
  return {
    name: v.name,
    unit: v.unit == null ? null : knownUnit(v.unit, units, say),
    person: v.person ?? '',
    address: v.address ?? '',
    phone: v.phone ?? '',
    email: v.email ?? '',
    emblem: v.emblem ?? null,
  }
}

/** The id of a unit of the register; null after saying that there is none. */
function knownUnit({ value, place }: PlacedId, units: readonly Unit[], say: Say): string | null {
  const ids = units.map(({ id: known }) => known)
  if (ids.includes(value)) return value
  const near = nearest(value, ids)
  say(diagnose('register/unknown', { key: 'unit', given: value, nearest: near, file: registerFiles.units }, place))
  return null
}

/** Where a message's example may have been pasted as it stands: `Ủy ban nhân dân xã …`. */
const identity = /^(title|baseUrl|agency\..+)$/

/** Says of every text of portal.yml that still waits to be filled in. */
function sayPlaceholders(raw: Raw, key: string, say: Say): void {
  if (raw.kind === 'list') for (const item of raw.items) sayPlaceholders(item, key, say)
  else if (raw.kind === 'map')
    for (const entry of raw.entries) sayPlaceholders(entry.value, key === '' ? entry.key : `${key}.${entry.key}`, say)
  else if (isPlaceholder(raw.text) || (identity.test(key) && raw.text.includes('…')))
    say(diagnose('config/placeholder', { key, given: raw.text }, raw.place))
}

function checkCategory({ value, place }: PlacedId, known: ReadonlyMap<string, Category>, say: Say): boolean {
  if (known.has(value)) return true
  const near = nearestCategory(value, [...known.values()])?.id ?? null
  say(
    diagnose(
      'register/unknown',
      { key: 'category', given: value, nearest: near, file: registerFiles.categories },
      place,
    ),
  )
  return false
}

function menuItem(
  item: {
    readonly title: string | undefined
    readonly href: string | null | undefined
    readonly category: PlacedId | null | undefined
    readonly children?: readonly Parameters<typeof menuItem>[0][] | undefined
  },
  known: ReadonlyMap<string, Category>,
  say: Say,
): readonly MenuItem[] {
  const category = item.category ?? null
  if (category !== null && !checkCategory(category, known, say)) return []
  const name = category === null ? '' : (known.get(category.value)?.name ?? '')
  return [
    {
      title: item.title || name,
      href: category === null ? (item.href ?? null) : `/chuyen-muc/${category.value}/`,
      children: (item.children ?? []).flatMap((child) => menuItem(child, known, say)),
    },
  ]
}
