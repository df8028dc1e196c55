import { isText, mediaTypeOf, PICTURES, UNPLAYED } from '../core/media-type.ts'
import { extname } from '../core/path.ts'

/** What is done with files that changed. */
export interface GatherOptions {
  /** A file has just changed, the first after a while: it may be half written, and more may follow. */
  onFirst?(file: string): void
  /** Files changed, came or went: absolute paths, at least one unless the watching itself began anew. */
  onChange(files: readonly string[]): void
  /** However much is copied meanwhile, what was saved is reported within so many milliseconds. */
  readonly patience?: number
}

/** Long enough for an editor that writes a file in several steps, short enough not to be felt. */
const GATHER_MS = 60
/** What is copied grows in steps that are seldom further apart; half of a photo would be told as a broken one. */
const COPY_MS = 250
const PATIENCE_MS = 5000

/** Reports a little after the first event, with all that came until then; while something large is copied, when that rests. */
export function gatherer({ onFirst, onChange, patience: most = PATIENCE_MS }: GatherOptions) {
  const files = new Set<string>()
  let gathering: NodeJS.Timeout | undefined
  let copying: NodeJS.Timeout | undefined
  let patience: NodeJS.Timeout | undefined
  const report = (): void => {
    for (const timer of [gathering, copying, patience]) clearTimeout(timer)
    gathering = copying = patience = undefined
    const all = [...files]
    files.clear()
    if (all.length > 0) onChange(all)
  }
  const rests = (): boolean => gathering === undefined && copying === undefined
  const after = (ms: number, over: () => void): NodeJS.Timeout =>
    setTimeout(() => {
      over()
      if (rests()) report()
    }, ms)
  return {
    add(file: string): void {
      if (files.size === 0) {
        onFirst?.(file)
        gathering = after(GATHER_MS, () => {
          gathering = undefined
        })
        patience = setTimeout(report, most)
      }
      files.add(file)
      if (!isLarge(file)) return
      clearTimeout(copying)
      copying = after(COPY_MS, () => {
        copying = undefined
      })
    },
    close(): void {
      files.clear()
      report()
    },
  }
}

/** Photos, films, documents: what is copied in, not written by an editor. */
function isLarge(file: string): boolean {
  const [type, extension] = [mediaTypeOf(file), extname(file)]
  if (type === 'image/svg+xml' || isText(type)) return false
  return type !== UNKNOWN || PICTURES.has(extension) || UNPLAYED.has(extension)
}

const UNKNOWN = mediaTypeOf('')
