import { diagnose, type Located } from '../../core/diagnostic.ts'
import { isReservedName } from '../../core/path.ts'
import type { Context } from './context.ts'

/** Signs that no name on Windows has, and those that would break lines of what is written about files. */
const UNFIT = /[<>:"|?*\\\x00-\x1f\x7f]/

/** Names that Windows cannot have: the portal could not be copied there. Each folder is told once; of `static/` its addresses tell the rest. */
export function unfitNames(_: unknown, { sources }: Context): readonly Located[] {
  const told = new Map<string, Located>()
  for (const { path, kind } of sources.all) {
    if (!path.startsWith('content/') || !isUnfit(path)) continue
    if (kind === 'static' && !/[<>"|?*]/.test(path)) continue
    const names = path.split('/')
    const at = names.findIndex(isUnfit)
    const [file, name = ''] = [names.slice(0, at + 1).join('/') as Located['file'], names[at]]
    told.set(`${file}`, {
      file,
      diagnostic: UNFIT.test(name) ? diagnose('file/name', { name }) : diagnose('file/reserved-name', { name }),
    })
  }
  return [...told.values()]
}

const isUnfit = (path: string): boolean => UNFIT.test(path) || isReservedName(path)
