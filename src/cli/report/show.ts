import type { Located } from '../../core/diagnostic.ts'
import type { Language } from '../../messages/words-of.ts'
import type { Machine } from '../machine.ts'
import type { Paint } from '../paint.ts'
import { formatProblem, type LinesOf } from './problem.ts'

/** To whom problems are told, and how: the part of a shell that this needs. */
interface Listener {
  readonly machine: Pick<Machine, 'stdout' | 'stderr'>
  readonly language: Language
  readonly paint: { readonly out: Paint; readonly err: Paint }
}

/** Problems in full, with the lines they stand in. */
export function showProblems(
  { machine, language, paint }: Listener,
  problems: readonly Located[],
  to: 'out' | 'err',
  linesOf: LinesOf,
): void {
  const stream = to === 'out' ? machine.stdout : machine.stderr
  const width = stream.isTTY ? stream.columns : null
  for (const problem of problems) {
    stream.write(`${formatProblem(problem, { language, width, paint: paint[to], linesOf })}\n\n`)
  }
}
