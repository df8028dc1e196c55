import type { Bulletin, StandingPage } from '../../core/bulletin.ts'
import type { Diagnostic, Untold } from '../../core/diagnostic.ts'

/** What became of one document, and all there is to say of it; null where it cannot even be read as one. */
export interface Admission {
  readonly document: Bulletin | StandingPage | null
  /** Of its text as such. */
  readonly read: readonly Diagnostic[]
  /** Of what it means in this portal. */
  readonly diagnostics: readonly Diagnostic[]
  /** What there is to say of it, where that is not at hand; then it has no errors. */
  readonly untold?: Untold
}
