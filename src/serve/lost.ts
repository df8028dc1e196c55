import type { Codes } from '../core/codes.ts'
import type { Located } from '../core/diagnostic.ts'
import type { SourcePath } from '../core/path.ts'

/** The bulletin that stands at a lost address, but not for readers (a draft, dated ahead); null where there is none any more. */
export function hiddenAt({ diagnostic }: Located): SourcePath | null {
  if (diagnostic.code !== 'address/lost') return null
  const { file, state } = diagnostic.params as Codes['address/lost']
  return state === null ? null : (file as SourcePath | null)
}
