import { type Diagnostic, diagnose } from '../../core/diagnostic.ts'
import { type DiskCalls, errorCode } from './disk.ts'

/** The published folder cannot be written: `out/foreign-file`, `out/record`, `out/other-portal`, or `disk/*` when the machine refuses. */
export class OutProblem extends Error {
  readonly diagnostic: Diagnostic
  constructor(diagnostic: Diagnostic, cause?: unknown) {
    super(`${diagnostic.code} ${JSON.stringify(diagnostic.params)}`, { cause })
    this.diagnostic = diagnostic
  }
}

/** Something that the tool did not make stands where an output must go. */
export const foreignFile = (path: string): OutProblem => new OutProblem(diagnose('out/foreign-file', { path }))

/** Of the published folder (as people know it) nobody can say which files this tool made. */
export const lostRecord = (out: string): OutProblem => new OutProblem(diagnose('out/record', { out }))

/** What stands in the published folder is another portal: `removed` of the pages that are there `before` would go. */
export const otherPortal = (out: string, before: number, removed: number): OutProblem =>
  new OutProblem(diagnose('out/other-portal', { out, before, removed }))

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const denied = new Set(['EACCES', 'EPERM', 'EROFS'])

/** What a refusal of the machine means to people; path as they know it. null if the throw is no system error. */
export function diskDiagnostic(error: unknown, path: string): Diagnostic | null {
  const code = errorCode(error)
  if (code === null) return null
  if (full.has(code)) return diagnose('disk/full', { path })
  if (denied.has(code)) return diagnose('disk/denied', { path })
  return diagnose('disk/failed', { path, detail: code })
}

/** Runs calls to the disk; a refusal of the machine is thrown as an OutProblem that names `path`. */
export function onDisk<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof OutProblem) throw error
    const diagnostic = diskDiagnostic(error, path)
    throw diagnostic === null ? error : new OutProblem(diagnostic, error)
  }
}

/** What passes by itself: too many open files, or a virus scanner or web server that holds the file for a moment. */
const passing = new Set(['EMFILE', 'ENFILE', 'EBUSY', 'EPERM', 'EACCES', 'EAGAIN'])
const waits = [5, 10, 20, 40, 80, 160, 320]

/** Tries again what may pass by itself, for about half a second; then throws the last error. */
export function patiently<T>(disk: DiskCalls, work: () => T): T {
  for (const wait of waits) {
    try {
      return work()
    } catch (error) {
      if (!passing.has(errorCode(error) ?? '')) throw error
      disk.wait(wait)
    }
  }
  return work()
}
