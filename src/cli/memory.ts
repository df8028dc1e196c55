import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** When memory is given back. */
export interface TidyingOptions {
  /** So long after the last work, in ms: a person who saves again at once is not kept waiting. */
  readonly rest: number
  /** A smaller heap, in bytes, is not worth the tenth of a second that it takes. */
  readonly worth: number
}

const USUAL: TidyingOptions = { rest: 800, worth: 192 * 1024 * 1024 }

/** What gives memory back while there is nothing else to do. */
export interface Tidying {
  /** Something was done. */
  worked(): void
  close(): void
}

/**
 * For a process that stays: V8 lets a heap of 150 MB grow to a thousand before it looks what of that is needed, and a
 * preview beside other programs holds all of it. Asked for after each preparation, which leaves most of what it made behind.
 */
export function openTidying({ rest, worth }: TidyingOptions = USUAL): Tidying {
  let timer: NodeJS.Timeout | null = null
  let kept = 0
  const tidy = (): void => {
    timer = null
    if (process.memoryUsage().heapUsed < Math.max(worth, kept * 1.5)) return
    collect()
    kept = process.memoryUsage().heapUsed
  }
  const close = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return {
    worked() {
      close()
      timer = setTimeout(tidy, rest)
      timer.unref()
    },
    close,
  }
}

/**
 * Keeps the room for what has just been made as small as it is now (2 MB at first), or lets it grow to 32. To see that nothing has
 * changed makes much that is thrown away at once, ten thousand answers of the disk, and little that stays: it goes through the same pages
 * of memory again and again instead of through new ones, each of which the machine must find and empty. Who keeps much must not copy it
 * from there so often.
 */
export function makeRoom(much: boolean): void {
  setFlagsFromString(`--semi-space-growth-factor=${much ? 2 : 1}`)
}

/** From so many files on a heap is kept small; below, time is dearer. */
const MANY = 20_000

/**
 * For a build of very many files: V8 lets a heap grow to twice what was needed before it looks again; now by two fifths. Builds of
 * 100,000 bulletins must stay within 2.5 GB, and what it costs in time was less than what two runs differ by.
 */
export function growSlowly(files: number): void {
  if (files > MANY) setFlagsFromString('--heap-growing-percent=40')
}

/** The collection of garbage, which Node shows under a flag alone. */
function collect(): void {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as (() => void) | undefined
  setFlagsFromString('--no-expose-gc')
  gc?.()
}
