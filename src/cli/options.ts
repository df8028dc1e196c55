import { type Diagnostic, diagnose } from '../core/diagnostic.ts'
import type { OptionName } from '../messages/labels.ts'
import { parseWhen, startOf } from '../text/day.ts'

/** What the second build of `--verify` takes from the cache: pictures, whose checksums are looked at, or nothing. */
export type Verification = 'pages' | 'all'

/** How an option is typed: its flag, the kind of value it takes, what holds without it. */
export interface OptionForm {
  readonly flag: string
  readonly short?: string
  readonly value?:
    | 'folder'
    | 'time'
    | 'url'
    | 'port'
    | 'host'
    | 'language'
    | 'number'
    | 'category'
    | 'name'
    | 'day'
    | 'files'
    | 'file'
  /** each: may be given several times; following: takes all words up to the next option too. */
  readonly many?: 'each' | 'following'
  readonly fallback?: string
  /** A word that may stand behind it: `--verify=all`. */
  readonly word?: string
}

/** Every option there is; a command names those it takes. */
export const optionForms: { readonly [O in OptionName]: OptionForm } = {
  root: { flag: '--root', value: 'folder', fallback: '.' },
  out: { flag: '--out', value: 'folder', fallback: 'dist' },
  outFile: { flag: '--out', value: 'file' },
  now: { flag: '--now', value: 'time' },
  drafts: { flag: '--drafts' },
  dryRun: { flag: '--dry-run' },
  thorough: { flag: '--thorough' },
  cacheDir: { flag: '--cache-dir', value: 'folder' },
  threads: { flag: '--threads', value: 'number' },
  verify: { flag: '--verify', word: 'all' },
  profile: { flag: '--profile' },
  json: { flag: '--json' },
  baseUrl: { flag: '--base-url', value: 'url' },
  port: { flag: '--port', value: 'port', fallback: '4000' },
  host: { flag: '--host', value: 'host', fallback: '127.0.0.1' },
  noDrafts: { flag: '--no-drafts' },
  github: { flag: '--github' },
  strict: { flag: '--strict' },
  fix: { flag: '--fix' },
  example: { flag: '--example' },
  category: { flag: '--category', value: 'category' },
  author: { flag: '--author', value: 'name', many: 'each' },
  date: { flag: '--date', value: 'day' },
  images: { flag: '--images', value: 'files', many: 'following' },
  slug: { flag: '--slug', value: 'name' },
  diff: { flag: '--diff' },
  keep: { flag: '--keep' },
  lang: { flag: '--lang', value: 'language' },
  quiet: { flag: '--quiet' },
  verbose: { flag: '--verbose' },
  noColor: { flag: '--no-color' },
  version: { flag: '--version', short: '-V' },
  help: { flag: '--help', short: '-h' },
}

/** Accepted with every command. */
export const commonOptions: readonly OptionName[] = ['lang', 'quiet', 'verbose', 'noColor', 'version', 'help']

/** Options as they were typed: text for those with a value, true for the others; `--no-x` is x: false. */
export type Options = Readonly<Record<string, unknown>>

/** The text of an option, null if it was not given. */
export const textOf = (options: Options, name: OptionName): string | null => {
  const value = options[name]
  return typeof value === 'string' ? value : null
}

/** The texts of an option that may have several, in order. */
export const textsOf = (options: Options, name: OptionName): readonly string[] => {
  const value = options[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** Whether a switch was given. */
export const isOn = (options: Options, name: OptionName): boolean => options[name] === true

/** A refusal of an option's value. */
export const refuse = (name: OptionName, given: string, expected: string): Diagnostic =>
  diagnose('usage/option-argument', { name: optionForms[name].flag, given, expected })

/** What is said of a day or time that is none; null: that it is not written like one. */
const noSuch = { form: null, 'no-such-day': 'day', 'no-such-time': 'time', 'short-year': 'short-year' } as const

/** The clock of a build: `--now` as a day or a time (in the portal's zone where it names none), else the machine's. */
export function nowOf(options: Options, zone: string, clock: number): { readonly now: number } | Diagnostic {
  const given = textOf(options, 'now')
  if (given === null) return { now: clock }
  const parsed = parseWhen(given)
  if (!parsed.ok) {
    const why = noSuch[parsed.why]
    if (why === null) return refuse('now', given, '28/02/2025 16:20')
    return diagnose('usage/no-such-time', { name: optionForms.now.flag, given, why })
  }
  return { now: startOf(parsed.when, zone) }
}

/** The address that replaces baseUrl of portal.yml, null if none was given. */
export function baseUrlOf(options: Options): { readonly baseUrl: string | null } | Diagnostic {
  const given = textOf(options, 'baseUrl')
  if (given === null) return { baseUrl: null }
  const url = /^https?:\/\//i.test(given) && URL.canParse(given) ? new URL(given) : null
  const plain = url !== null && url.search === '' && url.hash === '' && url.username === ''
  return plain && /^[\w./~-]*$/.test(url.pathname)
    ? { baseUrl: given }
    : refuse('baseUrl', given, 'https://xa.tinh.gov.vn/')
}

/** The port of the preview. */
export function portOf(options: Options): { readonly port: number; readonly chosen: boolean } | Diagnostic {
  const given = textOf(options, 'port')
  if (given === null) return { port: Number(optionForms.port.fallback), chosen: false }
  const port = /^\d{1,5}$/.test(given) ? Number(given) : -1
  return port >= 0 && port <= 65_535 ? { port, chosen: true } : refuse('port', given, '4000')
}

/** The address at which the preview listens. An empty one (`--host "$UNSET"`) would be all that the machine has. */
export function hostOf(options: Options): { readonly host: string } | Diagnostic {
  const given = textOf(options, 'host') ?? String(optionForms.host.fallback)
  return given.trim() === '' ? refuse('host', given, String(optionForms.host.fallback)) : { host: given }
}

/** Whether a build is to be verified, and what from. */
export function verificationOf(options: Options): { readonly verification: Verification | null } | Diagnostic {
  const given = options.verify
  if (given === undefined) return { verification: null }
  if (isOn(options, 'dryRun'))
    return diagnose('usage/not-together', { idle: optionForms.verify.flag, because: optionForms.dryRun.flag })
  if (given === true) return { verification: 'pages' }
  return given === 'all' ? { verification: 'all' } : refuse('verify', String(given), '--verify=all')
}

/** How many threads may work, this one included: as told, else one for each core. */
export function threadsOf(options: Options, cores: number): { readonly threads: number } | Diagnostic {
  const given = textOf(options, 'threads')
  if (given === null) return { threads: cores }
  return /^[1-9]\d?$/.test(given) ? { threads: Number(given) } : refuse('threads', given, '2')
}
