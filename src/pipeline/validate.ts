import { append } from '../core/append.ts'
import type { Bulletin, Parsed, PhotoFacts, Raw, RawMap, StandingPage } from '../core/bulletin.ts'
import type { Config } from '../core/config.ts'
import { diagnose, FEW_WARNINGS, type Located, locate, type Untold } from '../core/diagnostic.ts'
import { digestOf, type Json } from '../core/digest.ts'
import type { FileFacts } from '../core/file-facts.ts'
import { basename, type SourcePath, sourcePath } from '../core/path.ts'
import type { Sources } from '../core/source.ts'
import { isZone } from '../text/day.ts'
import type { Admission } from './validate/admission.ts'
import { admit } from './validate/admit.ts'
import { type Decoded, decodeConfig } from './validate/config.ts'
import type { Context, Homes } from './validate/context.ts'
import { rawOf, toJson } from './validate/fields.ts'
import { gamblingIn } from './validate/gambling.ts'
import type { Home } from './validate/home.ts'
import { decodeRegisters, registerFiles } from './validate/registers.ts'
import { rules } from './validate/rules.ts'
import { withThereAcross } from './validate/there.ts'
import type { World } from './world.ts'

/** Everything parsing gave, by source path; documents are read when they are asked for. */
export interface Drafts {
  /** The documents to be judged: all of them, or those that are looked at first. */
  readonly documents: readonly Home[]
  readonly yaml: ReadonlyMap<SourcePath, Raw>
  readonly read: Context['read']
  readonly photos: ReadonlyMap<SourcePath, Parsed<PhotoFacts>>
  readonly attachments: ReadonlyMap<SourcePath, FileFacts>
}

/** What may be published, and every problem of every file. config is null if it cannot be used; then nothing else may. */
export interface Validated {
  readonly config: Config | null
  /** Of the theme, also where config is null. */
  readonly language: Config['language']
  readonly bulletins: readonly Bulletin[]
  readonly pages: readonly StandingPage[]
  /** The codes of warnings that somebody has looked at, by document. */
  readonly accepted: ReadonlyMap<string, ReadonlySet<string>>
  /** Documents that were refused, or are left for later: what links to them is not to blame. */
  readonly refused: readonly Home[]
  /** Those of them that could be read as documents all the same. */
  readonly broken: readonly (Bulletin | StandingPage)[]
  readonly diagnostics: readonly Located[]
  /** What is not among them. */
  readonly untold: Untold
  /** What the documents were judged with; null without a config. */
  readonly context: Context | null
}

/** The documents that are not among the admitted ones. Mostly there is none, and then nothing is looked for. */
function refusedOf({ documents }: Homes, admitted: readonly (Bulletin | StandingPage)[]): readonly Home[] {
  if (documents.size === admitted.length) return []
  const sources = new Set<string>(admitted.map(({ source }) => source))
  return [...documents.values()].filter(({ source }) => !sources.has(source.path))
}

const PORTAL = sourcePath('content/portal.yml')

/** What documents are judged with, what is wrong with it, and whether the configuration may be used at all. */
export interface Grounds {
  readonly context: Context
  readonly whole: boolean
  readonly diagnostics: readonly Located[]
}

/** The first part: the configuration, from everything but documents. */
export function prepareGrounds(
  drafts: Drafts,
  sources: Sources,
  homes: Homes,
  baseUrl: string | null,
  known: World['known'],
): Grounds {
  const diagnostics: Located[] = []
  const { config, whole } = configure(drafts, sources, baseUrl, diagnostics)
  for (const [file, raw] of drafts.yaml) diagnostics.push(...locate(file, gamblingIn(raw, config.linkHosts)))
  const layouts = layoutsOf(sources)
  const base = digestOf({ config, layouts })
  const { read, photos, attachments } = drafts
  const { documents, outlines } = known
  const context = { config, sources, read, photos, attachments, homes, layouts, base, known: documents, outlines }
  return { context, whole, diagnostics }
}

/**
 * Draft → Bulletin: parse, don't validate. Past this nobody asks whether a title exists. outlined: what is known of some of them
 * already; listed: every warning is told.
 */
export function validate(
  documents: readonly Home[],
  { context, whole, diagnostics: before }: Grounds,
  outlined: ReadonlyMap<Home, Admission>,
  listed: boolean,
): Validated {
  const { config, homes } = context
  const ofTexts: Located[] = []
  const diagnostics: Located[] = [...before]
  const broken = new Set<SourcePath>()
  const guessed = new Set<SourcePath>()
  const bulletins: Bulletin[] = []
  const pages: StandingPage[] = []
  const late: { readonly file: SourcePath; readonly admission: Admission; readonly warnings: number }[] = []
  const tell = (file: SourcePath, { read, diagnostics: said }: Admission) => {
    append(ofTexts, locate(file, read))
    if (read.some(({ severity }) => severity === 'error')) guessed.add(file)
    for (const diagnostic of said) {
      if (diagnostic.severity === 'error') broken.add(file)
      diagnostics.push({ file, diagnostic })
    }
  }
  for (const home of documents) {
    const file = home.source.path
    const admission = outlined.get(home) ?? admit(home, context)
    const { document, untold } = admission
    if (untold === undefined) tell(file, admission)
    else if (untold.any) late.push({ file, admission, warnings: untold.warnings })
    if (document?.kind === 'bulletin') bulletins.push(document)
    else if (document?.kind === 'page') pages.push(document)
  }
  const many = late.reduce((sum, { warnings }) => sum + warnings, 0)
  // Where the configuration cannot be used, not all of it holds.
  const isTold = (warnings: number) => listed || !whole || (many <= FEW_WARNINGS && warnings > 0)
  for (const { file, admission, warnings } of late) if (isTold(warnings)) tell(file, admission)
  const left = late.filter(({ warnings }) => !isTold(warnings))
  const across = rules.flatMap((rule) => rule({ bulletins, pages, broken, guessed }, context))
  append(diagnostics, withThereAcross(across, [...bulletins, ...pages], context))
  const sound = <T extends Bulletin | StandingPage>(documents: readonly T[]) =>
    broken.size === 0 ? documents : documents.filter(({ source }) => !broken.has(source))
  const refused = refusedOf(homes, [...sound(bulletins), ...sound(pages)])
  const accepted = new Map(
    [...bulletins, ...pages].flatMap(({ source, accept }) =>
      accept.length === 0 ? [] : [[source as string, new Set(accept)] as const],
    ),
  )
  const unsound = [...bulletins, ...pages].filter(({ source }) => broken.has(source))
  return {
    config: whole ? config : null,
    language: config.language,
    bulletins: sound(bulletins),
    pages: sound(pages),
    refused,
    broken: unsound,
    accepted,
    diagnostics: [...ofTexts, ...(whole ? diagnostics : diagnostics.filter(isCertain))],
    untold: { warnings: left.reduce((sum, { warnings }) => sum + warnings, 0), any: left.length > 0 },
    context: whole ? context : null,
  }
}

/** What holds whatever will stand in portal.yml: not what hangs on addresses. */
const isCertain = ({ diagnostic: { code } }: Located): boolean =>
  !/^address\/|^link\/(?!unsafe|gambling|no-words|disguised)/.test(code)

/** Templates for documents, top-level ones: `templates/lanh-dao.njk` is the layout `lanh-dao`. */
const layoutsOf = (sources: Sources): readonly string[] =>
  sources.all.flatMap(({ path }) => {
    const name = /^templates\/([^/.]+)\.njk$/.exec(path)?.[1]
    return name === undefined || NOT_FOR_DOCUMENTS.has(name) ? [] : [name]
  })

/** The tool's templates of other pages: whose words stood in one of these would be nowhere. */
const NOT_FOR_DOCUMENTS: ReadonlySet<string> = new Set(
  'base categories category corrections home json not-found period redirect search'.split(' '),
)

function configure(drafts: Drafts, sources: Sources, baseUrl: string | null, diagnostics: Located[]): Decoded {
  const portal = portalIn(drafts, sources, diagnostics)
  const zone = rawOf(portal ?? NOTHING, 'timeZone')
  const zoneName = zone?.kind === 'text' && isZone(zone.text) ? zone.text : 'Asia/Ho_Chi_Minh'
  const { registers, diagnostics: said } = decodeRegisters(drafts.yaml, zoneName)
  diagnostics.push(...said)
  const data = Object.fromEntries(
    sources.all.flatMap(({ path, kind }): readonly (readonly [string, Json])[] => {
      const raw = kind === 'data' ? drafts.yaml.get(path) : undefined
      return raw === undefined ? [] : [[basename(path).replace(/\.yml$/, ''), toJson(raw)]]
    }),
  )
  const statics = new Map(
    sources.all.filter(({ kind }) => kind === 'static').map(({ path }) => [path, drafts.photos.get(path) ?? null]),
  )
  const files = { portal: PORTAL, categories: registerFiles.categories }
  return decodeConfig(portal ?? NOTHING, registers, data, baseUrl, files, statics, (diagnostic) => {
    if (portal !== null) diagnostics.push({ file: PORTAL, diagnostic })
  })
}

const NOTHING: RawMap = { kind: 'map', entries: [], place: { line: 1, column: 1 } }

/** portal.yml as it was read; null after saying why it was not. */
function portalIn(drafts: Drafts, sources: Sources, diagnostics: Located[]): RawMap | null {
  const portal = drafts.yaml.get(PORTAL)
  if (portal?.kind === 'map') return portal
  if (portal !== undefined)
    diagnostics.push({
      file: PORTAL,
      diagnostic: diagnose('yaml/not-a-map', { expected: 'map', example: null }, portal.place),
    })
  else if (!sources.byPath.has(PORTAL))
    diagnostics.push({ file: PORTAL, diagnostic: diagnose('config/missing', { file: PORTAL }) })
  return null
}

/** A warning a person has looked at is silenced by its code in `accept:`; errors never are. */
export const withoutAccepted = (diagnostics: readonly Located[], accepted: Validated['accepted']): readonly Located[] =>
  diagnostics.filter(
    ({ file, diagnostic: { severity, code } }) => severity === 'error' || !accepted.get(file ?? '')?.has(code),
  )
