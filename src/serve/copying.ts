import type { Codes } from '../core/codes.ts'
import type { Located } from '../core/diagnostic.ts'
import { basename, dirname } from '../core/path.ts'
import type { Sources } from '../core/source.ts'

/** Which pictures are still on their way into the portal: what is cut short then is no mistake of anybody's. */
export interface Copying {
  /** These files (absolute paths) have just changed. */
  saw(files: readonly string[]): void
  /** Of these errors those that only say of such a picture that it is not whole. */
  among(errors: readonly Located[], sources: Sources): readonly Located[]
  /** So many milliseconds on, nothing that has changed until now is on its way any more. */
  left(): number
}

/** How long it is waited for a picture. */
export interface CopyingPatience {
  /** In ms, after it was last seen to grow: shares and phones pause. */
  readonly pause: number
  /** In ms, altogether: what grows for ever is no picture. */
  readonly most: number
}

const PATIENCE: CopyingPatience = { pause: 10_000, most: 120_000 }

/** What is said of half a picture, or of its first bytes. */
const CUT: ReadonlySet<string> = new Set(['image/broken', 'image/empty', 'image/not-image', 'image/heic'])

/** How many milliseconds ago something was written into a file. */
export type AgeOf = (disk: string) => number

/** Begins with none. clock: milliseconds that only grow. */
export function openCopying(clock: () => number, ageOf: AgeOf, { pause, most } = PATIENCE): Copying {
  const seen = new Map<string, { readonly first: number; readonly last: number }>()
  const endOf = ({ first, last }: { readonly first: number; readonly last: number }): number =>
    Math.min(last + pause, first + most)
  const isGrowing = (disk: string): boolean => {
    // What the watch has not told of yet, or came just before it began.
    const changed = clock() - ageOf(disk)
    const one = seen.get(disk) ?? { first: changed, last: changed }
    seen.set(disk, one)
    return endOf(one) > clock()
  }
  return {
    saw(files) {
      const now = clock()
      for (const [disk, { last }] of seen) if (last + pause <= now) seen.delete(disk)
      for (const disk of files) seen.set(disk, { first: seen.get(disk)?.first ?? now, last: now })
    },
    among: (errors, { all }) =>
      errors.filter(({ file, diagnostic }) => {
        if (file === null || !CUT.has(diagnostic.code)) return false
        const { name } = diagnostic.params as Codes['image/broken']
        const folder = `${dirname(file)}/`
        return all.some(({ path, disk }) => isGrowing(disk) && path.startsWith(folder) && basename(path) === name)
      }),
    left() {
      const last = [...seen.values()].reduce((latest, one) => Math.max(latest, endOf(one)), 0)
      return Math.max(0, last - clock())
    },
  }
}

/** Names of pictures, each once. */
export const picturesOf = (copying: readonly Located[]): readonly string[] => [
  ...new Set(copying.map(({ diagnostic }) => (diagnostic.params as Codes['image/broken']).name)),
]
