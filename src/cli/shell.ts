import { type Diagnostic, type Located, locate } from '../core/diagnostic.ts'
import { type Labels, labels } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import type { Machine, Stream } from './machine.ts'
import { type Paint, paintFor } from './paint.ts'
import type { LinesOf } from './report/problem.ts'
import { NOTHING_DONE, type Outcome } from './report/run.ts'
import { visibleLines } from './report/width.ts'

/** How a command speaks: to whom, in which language, how much. */
export interface Shell {
  readonly machine: Machine
  readonly language: Language
  readonly labels: Labels
  /** stdout holds one JSON document and nothing else. */
  readonly json: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  readonly paint: { readonly out: Paint; readonly err: Paint }
  /** A line of result, on stdout; on a terminal and elsewhere, what cannot be seen in it is shown. */
  print(line: string): void
  /** A line beside the result, on stderr; not with --quiet. */
  note(line: string): void
  /** Problems in full, with the lines they stand in. */
  show(problems: readonly Located[], to: 'out' | 'err', linesOf: LinesOf): Promise<void>
  /** The one JSON document of a run; `more` adds to it. */
  document(outcome: Outcome, more?: object): Promise<void>
  /** Says why nothing was done, of a file where it is one, and gives the exit code. */
  refuse(problem: Diagnostic, file?: Located['file']): Promise<number>
}

/** What the person typed that decides how to speak. */
export interface Manner {
  readonly language: Language
  readonly json: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  readonly noColor: boolean
}

const noLines: LinesOf = () => null

/** Opens a shell on a machine. */
export function openShell(machine: Machine, { language, json, quiet, verbose, noColor }: Manner): Shell {
  const { env, stdout, stderr } = machine
  const colour = ({ isTTY }: Stream): boolean => isTTY && !noColor && !env.NO_COLOR && env.TERM !== 'dumb'
  const paint = { out: paintFor(colour(stdout)), err: paintFor(colour(stderr)) }
  const shell: Shell = {
    machine,
    language,
    labels: labels[language],
    json,
    quiet,
    verbose,
    paint,
    // A document is for programs: it escapes what would steer a terminal itself, or must keep it.
    print: (line) => stdout.write(`${json ? line : visibleLines(line)}\n`),
    note: (line) => {
      if (!quiet) stderr.write(`${visibleLines(line)}\n`)
    },
    // The words of problems are half of all that a run would load, and most have none.
    async show(problems, to, linesOf) {
      if (problems.length === 0) return
      const { showProblems } = await import('./report/show.ts')
      showProblems(shell, problems, to, linesOf)
    },
    async document(outcome, more) {
      const { formatJson } = await import('./report/json.ts')
      shell.print(formatJson(outcome, language, more))
    },
    async refuse(problem, file = null) {
      const problems = locate(file, [problem])
      if (json) await shell.document({ ...NOTHING_DONE, diagnostics: problems })
      else await shell.show(problems, 'err', noLines)
      return exitOf(problems)
    },
  }
  return shell
}

const machineFails = /^(disk|lock)\/|^out\/(?:foreign-file|record|other-portal|differs)$|^source\/changing$/
const wrongUse = /^(?:usage|new|eject)\/|^out\/refused$/

/** 0 nothing wrong · 1 content must be mended · 2 the command line is wrong · 3 the machine failed. */
export function exitOf(problems: readonly Located[]): number {
  const codes = problems.flatMap(({ diagnostic: { severity, code } }) => (severity === 'error' ? [code] : []))
  if (codes.length === 0) return 0
  if (codes.some((code) => machineFails.test(code))) return 3
  return codes.some((code) => wrongUse.test(code)) ? 2 : 1
}
