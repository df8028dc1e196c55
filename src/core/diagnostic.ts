import { type Code, type Codes, type Severity, severities } from './codes.ts'
import type { SourcePath } from './path.ts'

export type { Code, Codes, FieldKind, Severity } from './codes.ts'

/** A place in a file: line and column count from 1, in UTF-16 units of the NFC text; length is what to underline. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly length?: number
}

/** A field that a remedy has a line for, and that is in the front matter already: pasted as well, its key would stand twice. */
export interface There {
  /** Its lines. */
  readonly first: number
  readonly last: number
  /** What is in it, as it could stand between the brackets of a list on one line; '' for nothing. */
  readonly items: string
  /** The column of the dashes, where each item has a line of its own. */
  readonly dashes: number | null
}

/** One problem, without its file: a remembered parse result may belong to several files with the same bytes. */
export interface Diagnostic<C extends Code = Code> {
  readonly severity: Severity
  readonly code: C
  readonly params: Codes[C]
  readonly place: Place | null
  /** Whether the field that its remedy offers is there already. */
  readonly there?: There
}

/** A problem with the file it stands in; null where no single file is to blame (the machine, the command line). */
export interface Located {
  readonly file: SourcePath | null
  readonly diagnostic: Diagnostic
}

/** Makes a diagnostic with the severity its code has in the table. */
export const diagnose = <C extends Code>(code: C, params: Codes[C], place: Place | null = null): Diagnostic<C> => ({
  severity: severities[code],
  code,
  params,
  place,
})

/** Puts a file to diagnostics that were found without one. */
export const locate = (file: SourcePath | null, diagnostics: readonly Diagnostic[]): readonly Located[] =>
  diagnostics.map((diagnostic) => ({ file, diagnostic }))

/** Whether anything among them stops the build. */
export const hasErrors = (located: readonly Located[]): boolean =>
  located.some(({ diagnostic }) => diagnostic.severity === 'error')

/** Warnings of the content beyond so many are a number to whoever does not ask for each. */
export const FEW_WARNINGS = 200

/** What there is to say beside a list of diagnostics: so many warnings; any: whether there is anything, hints too. */
export interface Untold {
  readonly warnings: number
  readonly any: boolean
}

/** Nothing. */
export const ALL_TOLD: Untold = { warnings: 0, any: false }

/** Orders problems as a person reads: by file, then line, column and code. */
export function inReadingOrder(located: readonly Located[]): readonly Located[] {
  const text = ({ file, diagnostic: { code } }: Located) => [file ?? '', code] as const
  return [...located].sort((a, b) => {
    const [fileA, codeA] = text(a)
    const [fileB, codeB] = text(b)
    if (fileA !== fileB) return fileA < fileB ? -1 : 1
    const line = (a.diagnostic.place?.line ?? 0) - (b.diagnostic.place?.line ?? 0)
    if (line !== 0) return line
    const column = (a.diagnostic.place?.column ?? 0) - (b.diagnostic.place?.column ?? 0)
    if (column !== 0) return column
    return codeA < codeB ? -1 : codeA > codeB ? 1 : 0
  })
}
