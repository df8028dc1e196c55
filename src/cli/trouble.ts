import { diagnose, type Located } from '../core/diagnostic.ts'
import { sourcePath } from '../core/path.ts'
import { stopSignals } from './machine.ts'
import { Interrupted } from './progress.ts'
import { NOTHING_DONE } from './report/run.ts'
import { visible, visibleLines } from './report/width.ts'
import type { Shell } from './shell.ts'
import { toolVersion } from './tool.ts'

/** What to say of a throw, and the exit code: stopped by a signal, a machine that refuses, else a bug (70). */
export async function whenItFails(error: unknown, shell: Shell): Promise<number> {
  if (error instanceof Interrupted) {
    if (shell.json) await shell.document(NOTHING_DONE)
    shell.note(shell.labels.interrupted)
    return 128 + stopSignals[error.signal]
  }
  const refusal = await refusalOf(error)
  if (refusal !== null) return shell.refuse(refusal.diagnostic, refusal.file)
  if (shell.json) await shell.document(NOTHING_DONE)
  shell.machine.stderr.write(`${bugLine(error, shell)}\n`)
  return 70
}

/** What a throw says of a machine that refuses: a full disk, somebody else's file in the way, a file that cannot be read. null: it is a bug. */
export async function refusalOf(error: unknown): Promise<Located | null> {
  const [{ diskDiagnostic, OutProblem }, { Unreadable }] = await Promise.all([
    import('../pipeline/write.ts'),
    import('../pipeline/world.ts'),
  ])
  if (error instanceof OutProblem) return { file: null, diagnostic: error.diagnostic }
  if (error instanceof Unreadable)
    return { file: sourcePath(error.path), diagnostic: diagnose('file/unreadable', { reason: error.code }) }
  if (!(error instanceof Error) || !('syscall' in error)) return null
  const diagnostic = diskDiagnostic(error, pathOf(error))
  return diagnostic === null ? null : { file: null, diagnostic }
}

/** What to tell of a bug, and what to send to whom: one line, with --verbose where it happened. */
export function bugLine(error: unknown, { labels, machine, verbose }: Shell): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const line = `tx-portal ${toolVersion()} · ${machine.platform} · ${visible(message.replace(/\s+/g, ' '))}`
  return labels.bug(verbose && stack !== undefined ? `${line}\n${visibleLines(stack)}` : line)
}

/** What a call to the system was about: of a copy, what was to be made. Some calls say only their own name. */
function pathOf(error: Error): string {
  const { dest, path, syscall } = error as { readonly dest?: string; readonly path?: string; readonly syscall?: string }
  return dest ?? path ?? String(syscall)
}
