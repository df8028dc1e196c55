import { resolve } from 'node:path'
import { languageOf } from './cli/language.ts'
import { silentMachine } from './cli/machine.ts'
import type { Done } from './cli/make.ts'
import type { Options } from './cli/options.ts'
import { publish } from './cli/publish.ts'
import { rehearse } from './cli/rehearse.ts'
import { documentOf } from './cli/report/json.ts'
import { NOTHING_DONE, type Stats } from './cli/report/run.ts'
import { type Setup, setUp } from './cli/setup.ts'
import { openShell, type Shell } from './cli/shell.ts'
import { refusalOf } from './cli/trouble.ts'
import { type Located, locate, type Diagnostic as Problem } from './core/diagnostic.ts'

/** What to build. Paths count from the process's own folder. */
export interface BuildOptions {
  /** The folder of the portal; the process's own if not given. */
  readonly root?: string
  /** The published folder; `dist` of the portal if not given. */
  readonly out?: string
  /** Act as at this moment: a day or time as in `--now`. */
  readonly now?: string
  /** Drafts and scheduled bulletins too. */
  readonly drafts?: boolean
  /** Replaces baseUrl of portal.yml. */
  readonly baseUrl?: string
  /** The language of messages; if not given, as on the command line: TX_LANG, else `language` of portal.yml, else Vietnamese. */
  readonly language?: 'vi' | 'en'
}

/** What a run did: the document that `--json` prints. */
export type Result = ReturnType<typeof documentOf>

/** One problem: where it stands (file is null where it is of none), what is wrong, and how to put it right. */
export type Diagnostic = Result['diagnostics'][number]

/** A bulletin that has no page, and why. */
export type Excluded = Result['excluded'][number]

export type { Stats }

/**
 * Builds a portal and publishes it into a folder; prints nothing. Problems are in the result, a throw is a bug. Of the process it
 * sets FONTCONFIG_FILE alone: sharp draws letters with the tool's fonts from then on.
 */
export async function build(options: BuildOptions = {}): Promise<Result> {
  return run(options, (shell, setup) => publish(shell, setup, { dry: false, verification: null }))
}

/** Finds everything that is wrong with a portal; every page and picture is made, nothing is published. */
export async function check(options: BuildOptions = {}): Promise<Result> {
  return run(options, rehearse)
}

type Work = (shell: Shell, setup: Setup) => Promise<Done | Problem>

async function run(options: BuildOptions, work: Work): Promise<Result> {
  const machine = silentMachine()
  const language = options.language ?? languageOf(options.root === undefined ? [] : ['--root', options.root], machine)
  const shell = openShell(machine, { language, json: true, quiet: true, verbose: false, noColor: true })
  const setup = setUp(shell, typed(options))
  const done = 'code' in setup ? setup : await work(shell, setup).catch(refused)
  if ('outcome' in done) return documentOf(done.outcome, language)
  const diagnostics = 'code' in done ? locate(null, [done]) : [done]
  return documentOf({ ...NOTHING_DONE, diagnostics }, language)
}

/** What the machine refuses is a problem like others. */
async function refused(error: unknown): Promise<Located> {
  const refusal = await refusalOf(error)
  if (refusal === null) throw error
  return refusal
}

const typed = ({ root, out, now, drafts, baseUrl }: BuildOptions): Options => ({
  ...(root === undefined ? {} : { root: resolve(root) }),
  ...(out === undefined ? {} : { out: resolve(out) }),
  now,
  drafts,
  baseUrl,
})
