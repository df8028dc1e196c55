import { BOOK } from '../core/address-book.ts'
import { diagnose, hasErrors, inReadingOrder, type Located } from '../core/diagnostic.ts'
import type { SourcePath } from '../core/path.ts'
import type { Plan } from '../core/plan.ts'
import type { Site } from '../core/site.ts'
import type { Sources } from '../core/source.ts'
import { model } from './model.ts'
import { parseAddressBook } from './parse/address-book.ts'
import { parseAll } from './parse-all.ts'
import type { Desk } from './plan/desk.ts'
import { plan } from './plan.ts'
import { openTheme, type Theme } from './render.ts'
import type { Context } from './validate/context.ts'
import { EJECTED, movedOn } from './validate/ejected.ts'
import { toJson } from './validate/fields.ts'
import { findHomes } from './validate/homes.ts'
import { type Drafts, validate, withoutAccepted } from './validate.ts'
import type { World } from './world.ts'

/** Up to the plan: nothing was made yet. plan is null if an error stops the build; site as far as it could be known. */
export interface Prepared {
  readonly plan: Plan | null
  /** What would be planned but for those errors, as far as it stands: to look for more that is wrong, never to be made. */
  readonly stopped: Plan | null
  readonly site: Site | null
  readonly theme: Theme | null
  readonly sources: Sources
  /** In reading order. */
  readonly diagnostics: readonly Located[]
  /** What documents were judged and planned with: enough to do it again with one of them. null where plan is. */
  readonly means: Means | null
}

/** What a document is judged with, and what it is planned with. */
export interface Means {
  readonly context: Context
  readonly desk: Desk
}

/** load → parse → validate → model → plan: what this portal would publish, and everything that is wrong with it. */
export async function prepare(world: World): Promise<Prepared> {
  const { sources, overrides, diagnostics: listed } = await world.timed('list', null, () => world.door.list())
  const { homes, diagnostics: strays } = findHomes(sources)
  const { drafts, diagnostics: parsed } = await parseAll(sources, homes, world)
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
  } = world.timed('validate', null, () =>
    validate(drafts, sources, homes, world.options.baseUrl, world.known.documents),
  )
  const said = [...listed, ...strays, ...parsed, ...judged, ...movedOn(drafts.yaml.get(EJECTED), overrides)]
  const unready = { plan: null, stopped: null, site: null, theme: null, sources, means: null }
  const theme = readTheme(language, sources, drafts, world)
  if (config === null || context === null)
    return { ...unready, diagnostics: inReadingOrder(withoutAccepted([...said, ...theme.diagnostics], accepted)) }
  if (listed.length === 0 && sources.all.every(({ kind }) => kind !== 'bulletin' && kind !== 'page'))
    said.push({ file: null, diagnostic: diagnose('content/none', {}) })
  const site = world.timed('model', null, () => model(bulletins, pages, config, world.now, world.options.drafts))
  said.push(...theme.diagnostics.map((located) => onAPage(located, theme, site)))
  if (hasErrors(theme.diagnostics)) return { ...unready, site, diagnostics: inReadingOrder(said) }
  const styles = textsOf(sources, /^templates\/assets\/css\/[^/]+\.css$/, world)
  const { book, diagnostics: misread } = readBook(sources, world)
  said.push(...misread)
  const loses = world.options.drafts || world.options.anotherTime
  const { tool, known } = world
  const planned = world.timed('plan', null, () =>
    plan({ site, sources, refused, broken, theme, styles, tool, known: known.digests, book, loses }),
  )
  const diagnostics = inReadingOrder(withoutAccepted([...said, ...planned.diagnostics.filter(isNews(said))], accepted))
  const isStopped = hasErrors(diagnostics)
  return {
    plan: isStopped ? null : planned.plan,
    stopped: isStopped ? planned.plan : null,
    site,
    theme,
    sources,
    diagnostics,
    means: isStopped ? null : { context, desk: planned.desk },
  }
}

function readTheme(language: 'vi' | 'en', sources: Sources, drafts: Drafts, world: World): Theme {
  const raw = drafts.yaml.get(`templates/strings/${language}.yml` as SourcePath)
  const strings = raw === undefined ? {} : toJson(raw)
  const words = typeof strings === 'object' && strings !== null && !Array.isArray(strings) ? strings : {}
  const files = textsOf(sources, /^templates\/.+\.njk$/, world).map(({ source, text }) => ({
    name: source.path.slice('templates/'.length),
    text,
    source: source.path,
  }))
  return openTheme(
    files,
    language,
    Object.fromEntries(Object.entries(words).map(([key, value]) => [key, String(value)])),
  )
}

/** Every address ever published; the book is empty before the first build. */
function readBook(sources: Sources, world: World): ReturnType<typeof parseAddressBook> {
  const source = sources.byPath.get(BOOK as SourcePath)
  if (source === undefined) return { book: { lines: [] }, diagnostics: [] }
  return parseAddressBook(new TextDecoder().decode(world.door.read(source)))
}

/** The text of all sources whose path fits: templates and style sheets are read each time, they are few. */
const textsOf = (sources: Sources, pattern: RegExp, world: World) =>
  sources.all
    .filter(({ path }) => pattern.test(path))
    .map((source) => ({ source, text: new TextDecoder().decode(world.door.read(source)).normalize('NFC') }))

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
