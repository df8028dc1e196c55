import { isUtf8 } from 'node:buffer'
import { BOOK } from '../core/address-book.ts'
import { append } from '../core/append.ts'
import type { Bulletin, StandingPage } from '../core/bulletin.ts'
import { diagnose, hasErrors, inReadingOrder, type Located, locate, type Untold } from '../core/diagnostic.ts'
import { digestBytes, digestOf } from '../core/digest.ts'
import { basename, type SourcePath } from '../core/path.ts'
import type { Plan } from '../core/plan.ts'
import type { Site } from '../core/site.ts'
import type { Source, Sources } from '../core/source.ts'
import { anyTextOf } from '../core/utf8.ts'
import { localOf } from '../text/day.ts'
import { ahead } from './model/ahead.ts'
import { overdue } from './model/overdue.ts'
import { model } from './model.ts'
import { parseAddressBook } from './parse/address-book.ts'
import { encodingFault } from './parse/decode.ts'
import { parseAll } from './parse-all.ts'
import { parseStyles } from './parse-styles.ts'
import type { Desk } from './plan/desk.ts'
import { whereMoved } from './plan/moved-links.ts'
import { plan } from './plan.ts'
import { openTheme, type Theme } from './render.ts'
import { admitOutlined } from './validate/admit.ts'
import { atSections } from './validate/at-sections.ts'
import type { Context, Homes } from './validate/context.ts'
import { EJECTED, movedOn, readEjected } from './validate/ejected.ts'
import type { Home } from './validate/home.ts'
import { findHomes } from './validate/homes.ts'
import { tellNames } from './validate/no-photo.ts'
import { atAliases } from './validate/rules.ts'
import { askedIn, type Words, wordsIn, wordsOver } from './validate/strings.ts'
import { isSureUnread, isUnread } from './validate/unread.ts'
import { unusedTemplates } from './validate/unused-templates.ts'
import { type Drafts, prepareGrounds, validate, withoutAccepted } from './validate.ts'
import type { Listing, World } from './world.ts'

/** Up to the plan: nothing was made yet. plan is null if an error stops the build; site as far as it could be known. */
export interface Prepared {
  readonly plan: Plan | null
  /** What would be planned but for those errors, as far as it stands: to look for more that is wrong, never to be made. */
  readonly stopped: Plan | null
  /** Documents with errors of their own that could be read all the same. */
  readonly broken: readonly (Bulletin | StandingPage)[]
  readonly site: Site | null
  readonly theme: Theme | null
  readonly sources: Sources
  /** In reading order. */
  readonly diagnostics: readonly Located[]
  /** What is not among them. */
  readonly untold: Untold
  /** Of a preview with drafts: the addresses that readers would lose. Built for them it would stop with these. */
  readonly lost: readonly Located[]
  /** What documents were judged and planned with: enough to do it again with one of them. null where plan is. */
  readonly means: Means | null
}

/** What a document is judged with, and what it is planned with. */
export interface Means {
  readonly context: Context
  readonly desk: Desk
}

/** A portal's files, and which documents they make. */
export interface Listed extends Listing {
  readonly homes: Homes
  /** Of files that belong to no document. */
  readonly strays: readonly Located[]
}

/** load → parse → validate → model → plan: what this portal would publish, and everything that is wrong with it. */
export const prepare = async (world: World): Promise<Prepared> => prepareListed(await listed(world), world)

/** The first step: names and digests. */
export async function listed(world: World): Promise<Listed> {
  const listing = await world.timed('list', null, () => world.door.list())
  const { homes, diagnostics: strays } = findHomes(listing.sources)
  return { ...listing, homes, strays }
}

/** A listing with other sources, in their order. */
export function withSources(listing: Listed, all: readonly Source[]): Listed {
  const sources = { all, byPath: new Map(all.map((source) => [source.path, source])) }
  const { homes, diagnostics: strays } = findHomes(sources)
  return { ...listing, sources, homes, strays }
}

/**
 * The other steps. part: the documents that are read, where others are left for later: then pages say nothing of those, links
 * to them lead nowhere, and what is wrong is not told to the end.
 */
export async function prepareListed(
  { sources, overrides, homes, strays, diagnostics: ofNames }: Listed,
  world: World,
  part: ReadonlySet<Home> | null = null,
): Promise<Prepared> {
  const { drafts, diagnostics: parsed } = await parseAll(sources, homes, world, (home) => part?.has(home) ?? true)
  const grounds = prepareGrounds(drafts, sources, homes, world.options.baseUrl, world.known)
  const outlined = admitOutlined(drafts.documents, grounds.context)
  await world.ahead(drafts.documents, grounds.context, outlined)
  const {
    config,
    language,
    bulletins,
    pages,
    refused,
    broken,
    accepted,
    context,
    diagnostics: judged,
    untold,
  } = world.timed('validate', null, () => validate(drafts.documents, grounds, outlined, world.options.listed))
  const ofDocuments = tellNames(judged, ofNames, homes, sources)
  const said = [...ofNames, ...strays, ...parsed, ...ofDocuments, ...movedOn(drafts.yaml.get(EJECTED), overrides)]
  said.push(...(await parseStyles({ sources, overrides }, world)))
  const nothing = { plan: null, stopped: null, site: null, theme: null, lost: [], means: null }
  const unready = { ...nothing, broken, sources, untold }
  const theme = await readTheme(language, { sources, overrides }, drafts, world, (located) => said.push(located))
  const unread = isUnread(ofNames)
  const isSure = (located: Located): boolean => !unread || isSureUnread(located)
  if (config === null || context === null)
    return {
      ...unready,
      diagnostics: inReadingOrder(withoutAccepted([...said, ...(theme?.diagnostics ?? [])].filter(isSure), accepted)),
    }
  if (ofNames.length === 0 && sources.all.every(({ kind }) => kind !== 'bulletin' && kind !== 'page'))
    said.push({ file: null, diagnostic: diagnose('content/none', {}) })
  const site = world.timed('model', null, () => model(bulletins, pages, config, world.now, world.options.drafts))
  const { day: today } = localOf(world.now, config.timeZone)
  append(said, ahead(bulletins, { now: world.now, today }, context))
  append(said, overdue(pages, today, context))
  if (theme !== null) said.push(...theme.diagnostics.map((located) => onAPage(located, theme, site)))
  // A plan without what cannot be read would name every address lost that it has.
  if (theme === null || unread)
    return { ...unready, site, diagnostics: inReadingOrder(withoutAccepted(said.filter(isSure), accepted)) }
  // Of documents that are left for later nobody knows what they ask for, of a template that cannot be read what it uses.
  const isSound = !hasErrors(theme.diagnostics)
  if (part === null && isSound && overrides.size > 0) {
    const asked = [...bulletins, ...pages, ...broken].flatMap(({ layout }) =>
      layout === null ? [] : [`${layout}.njk`],
    )
    const copies = new Set(copiesIn(drafts))
    said.push(...unusedTemplates({ sources, overrides }, theme, { language, layouts: new Set(asked), copies }))
  }
  const styles = textsOf(sources, /^templates\/assets\/css\/[^/]+\.css$/, world)
  // What is left for later is not lost, and only the whole could say where it is.
  const { book, diagnostics: misread } = part === null ? readBook(sources, world) : NO_BOOK
  said.push(...misread)
  const isNow = !world.options.anotherTime && part === null
  const loses = !isNow ? 'silently' : world.options.drafts ? 'aside' : 'never'
  const { tool, known } = world
  const planned = world.timed('plan', null, () =>
    plan({
      site,
      sources,
      refused,
      broken,
      theme,
      styles,
      scripts: scriptsOf({ sources, overrides }, world),
      tool,
      known: known.digests,
      lists: known.lists,
      book,
      published: part === null && !sources.byPath.has(BOOK as SourcePath) ? world.published() : [],
      loses,
    }),
  )
  const placed = atSections(atAliases(planned.diagnostics, context), drafts.yaml.get(config.files.categories))
  const led = whereMoved(said, planned.plan.jobs)
  const diagnostics = inReadingOrder(withoutAccepted([...led, ...placed.filter(isNews(said))], accepted))
  const isStopped = hasErrors(diagnostics)
  return {
    plan: isStopped ? null : planned.plan,
    // With templates that cannot be read nothing is tried.
    stopped: isStopped && isSound ? planned.plan : null,
    broken,
    site,
    theme,
    sources,
    diagnostics,
    untold,
    lost: planned.lost,
    means: isStopped ? null : { context, desk: planned.desk },
  }
}

/** null where the words of the theme cannot be read: that is told, and every template would miss every word. */
async function readTheme(
  language: 'vi' | 'en',
  { sources, overrides }: Pick<Listing, 'sources' | 'overrides'>,
  drafts: Drafts,
  world: World,
  say: (located: Located) => void,
): Promise<Theme | null> {
  const path = `templates/strings/${language}.yml` as SourcePath
  if (!drafts.yaml.has(path) && sources.byPath.has(path)) return null
  const templates = textsOf(sources, /^templates\/.+\.njk$/, world)
  for (const { source, fault } of templates) if (fault !== null) say({ file: source.path, diagnostic: fault })
  const files = templates.map(({ source, text }) => ({
    name: source.path.slice('templates/'.length),
    text,
    source: source.path,
  }))
  const ownTemplates = files.filter(({ source }) => overrides.has(source)).map(({ text }) => text)
  const words = await wordsOf(path, overrides, ownTemplates, drafts, world, say)
  const texts = Object.fromEntries(words)
  const named = files.map((file) => [file.name, digestBytes(file.text)])
  const data = dataIn(sources)
  const key = digestOf([world.tool.digest, language, texts, named, data])
  const uses = world.known.themes.get(THEME, key)
  const theme = openTheme(
    { files, language, strings: texts, data, ...(uses === undefined ? {} : { uses }) },
    undefined,
    world.rendering?.clock,
  )
  if (uses === undefined && theme.diagnostics.length === 0) world.known.themes.set(THEME, key, theme.parts.uses)
  return theme
}

/** What `site.data` has, also of files that cannot be read: that is told by itself. */
const dataIn = ({ all }: Sources): readonly string[] =>
  all.flatMap(({ path, kind }) => (kind === 'data' ? [basename(path).replace(/\.yml$/, '')] : []))

/** The theme's words: of a portal that has some of its own, these over the tool's. */
async function wordsOf(
  path: SourcePath,
  overrides: Listing['overrides'],
  ownTemplates: readonly string[],
  { yaml }: Drafts,
  world: World,
  say: (located: Located) => void,
): Promise<Words> {
  const own = yaml.get(path) ?? null
  const behind = overrides.get(path) ?? null
  if (own === null || behind === null) return wordsIn(own)
  const isCopy = copiesIn({ yaml }).some((name) => `templates/${name}` === path)
  const { value } = await world.steps.yaml.run(behind)
  const { words, diagnostics } = wordsOver(own, wordsIn(value), askedIn(ownTemplates), isCopy)
  for (const located of locate(path, diagnostics)) say(located)
  return words
}

/** The templates that were copied from the tool, by their names below templates/. */
const copiesIn = ({ yaml }: Pick<Drafts, 'yaml'>): readonly string[] =>
  readEjected(yaml.get(EJECTED) ?? null).map(({ template }) => template)

/** Under what is remembered what templates use with which nothing is wrong. */
const THEME = 'theme'

const NO_BOOK: ReturnType<typeof parseAddressBook> = { book: { lines: [], text: null }, diagnostics: [] }

/** Every address ever published; the book is empty before the first build. */
function readBook(sources: Sources, world: World): ReturnType<typeof parseAddressBook> {
  const source = sources.byPath.get(BOOK as SourcePath)
  if (source === undefined) return NO_BOOK
  return parseAddressBook(anyTextOf(world.door.read(source)))
}

/** The text of all sources whose path fits: templates and style sheets are read each time, they are few. */
const textsOf = (sources: Sources, pattern: RegExp, world: World) =>
  sources.all
    .filter(({ path }) => pattern.test(path))
    .map((source) => {
      const bytes = world.door.read(source)
      const text = new TextDecoder().decode(bytes).normalize('NFC').replace(/\r\n?/g, '\n')
      return { source, text, fault: encodingFault(bytes) }
    })

/** Scripts of the portal's own that Windows ended the lines of, with \n: the same script has one name, whoever saved it. */
const scriptsOf = ({ sources, overrides }: Pick<Listing, 'sources' | 'overrides'>, world: World) =>
  new Map(
    sources.all.flatMap((source): readonly (readonly [SourcePath, string])[] => {
      if (!overrides.has(source.path) || !/^templates\/assets\/js\/.+\.m?js$/.test(source.path)) return []
      const bytes = world.door.read(source)
      if (!isUtf8(bytes) || !bytes.includes(RETURN)) return []
      return [[source.path, anyTextOf(bytes).replace(/\r\n?/g, '\n')]]
    }),
  )

const RETURN = 13

/** A fault found in a template before rendering, with a page that would have been made with it: people know their pages. */
function onAPage(located: Located, theme: Theme, site: Site): Located {
  const { file, diagnostic } = located
  if (file === null || !('page' in diagnostic.params) || diagnostic.params.page !== null) return located
  const name = file.slice('templates/'.length)
  const first = [...site.standings.map(({ bulletin }) => bulletin), ...site.pages].find(({ kind, layout }) =>
    theme.templatesOf(`${layout ?? kind}.njk`).includes(name),
  )
  if (first === undefined) return located
  return {
    file,
    diagnostic: { ...diagnostic, params: { ...diagnostic.params, page: first.source } } as typeof diagnostic,
  }
}

/** A collision that was told of a file is not told again of its outputs. */
const isNews =
  (said: readonly Located[]) =>
  ({ file, diagnostic: { code } }: Located): boolean =>
    code !== 'address/collision' || !said.some((one) => one.file === file && /^address\//.test(one.diagnostic.code))
