import type { Digest } from '../core/digest.ts'
import type { SourceRow, SourceTable } from '../core/remembered.ts'
import { type KeptRows, openRows } from './kept-rows.ts'
import type { Shape } from './lines.ts'
import type { CacheFiles } from './sealed.ts'

const shape: Shape<SourceRow> = {
  facts: 5,
  factsOf: ({ size, mtimeNs, ctimeNs, ino, digest }) => [size, mtimeNs, ctimeNs, ino, digest],
  rowOf: (facts) => ({
    size: Number(facts[0]),
    mtimeNs: facts[1] ?? '',
    ctimeNs: facts[2] ?? '',
    ino: facts[3] ?? '',
    digest: facts[4] as Digest,
  }),
}

/** Opens the table of sources. */
export const openTable = (files: CacheFiles): SourceTable & Pick<KeptRows<SourceRow>, 'save'> =>
  openRows(files, 'table', shape)
