import { diagnose, type Located } from '../../core/diagnostic.ts'
import { neverOf } from '../../core/never.ts'
import { basename } from '../../core/path.ts'
import type { Context } from './context.ts'

/** Programs, keys and dumps in `static/`: it is published as it is. */
export const neverPublished = (_: unknown, { sources }: Context): readonly Located[] =>
  sources.all.flatMap(({ kind, path }) => {
    if (kind !== 'static') return []
    const name = basename(path)
    const why = neverOf(name)
    return why === null ? [] : [{ file: path, diagnostic: diagnose('file/never', { name, why }) }]
  })
