import { type Diagnostic, diagnose } from '../core/diagnostic.ts'
import { stopSignals } from './machine.ts'
import { Interrupted } from './progress.ts'
import { formatJson, NOTHING_DONE } from './report/json.ts'
import { visible, visibleLines } from './report/width.ts'
import type { Shell } from './shell.ts'
import { toolVersion } from './tool.ts'

/** What to say of a throw, and the exit code: stopped by a signal, a machine that refuses, else a bug (70). */
export async function whenItFails(error: unknown, shell: Shell): Promise<number> {
  if (error instanceof Interrupted) {
    if (shell.json) shell.print(formatJson(NOTHING_DONE, shell.language))
    shell.note(shell.labels.interrupted)
    return 128 + stopSignals[error.signal]
  }
  const refusal = await refusalOf(error)
  if (refusal !== null) return shell.refuse(refusal)
  if (shell.json) shell.print(formatJson(NOTHING_DONE, shell.language))
  shell.machine.stderr.write(`${bugLine(error, shell)}\n`)
  return 70
}

/** What a throw says of a machine that refuses: a full disk, somebody else's file in the way. null: it is a bug. */
export async function refusalOf(error: unknown): Promise<Diagnostic | null> {
  const { OutProblem } = await import('../pipeline/write.ts')
  if (error instanceof OutProblem) return error.diagnostic
  const machine = machineTrouble(error)
  return machine === null ? null : diagnose('disk/failed', machine)
}

/** What to tell of a bug, and what to send to whom: one line, with --verbose where it happened. */
export function bugLine(error: unknown, { labels, machine, verbose }: Shell): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const line = `tx-portal ${toolVersion()} · ${machine.platform} · ${visible(message.replace(/\s+/g, ' '))}`
  return labels.bug(verbose && stack !== undefined ? `${line}\n${visibleLines(stack)}` : line)
}

/** A call to the system that failed: it says which, and mostly at which path. */
function machineTrouble(error: unknown): { readonly path: string; readonly detail: string } | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null
  return { path: 'path' in error ? String(error.path) : String(error.syscall), detail: String(error.code) }
}
