import type { Digest } from '../../core/digest.ts'
import type { OutputPath, SourcePath } from '../../core/path.ts'
import type { PageJob } from '../../core/plan.ts'

/** What is known of a page of a list before anything is put together. */
export type ListRow = readonly [
  path: OutputPath,
  digest: Digest,
  phase: PageJob['phase'],
  of: SourcePath | null,
  template: string,
  shows: PageJob['shows'],
]
