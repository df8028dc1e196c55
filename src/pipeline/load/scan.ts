import { join } from 'node:path'
import { type Digest, digestPieces } from '../../core/digest.ts'
import { type DiskFacts, factsAt, namesIn, native } from './files.ts'
import { isJunk } from './kinds.ts'

/**
 * The files below a folder and what the disk says of each: enough to see that nothing has changed. Where nothing has, ten thousand answers
 * are looked at once and thrown away, so that they are numbers side by side, and no object for each.
 */
export interface Scan {
  /** Paths from root on, as sources have them, without what systems leave behind. */
  readonly files: readonly string[]
  /** false: there is more there than these files (a link, a name that is no text, a folder that cannot be read), and only a walk can say what. */
  readonly isWhole: boolean
  /** What the disk said of the file with that number. */
  factsOf(number: number): DiskFacts
  /** When the youngest of them was touched, in ms. */
  readonly touched: number
  /** Names and facts of all files in one; null where these are not all. */
  mark(): Digest | null
}

/** Looks through root/folder, where it is; none of its files is opened. */
export function scan(root: string, folder: string): Scan {
  const base = join(root, 'x').slice(0, -1)
  const files: string[] = []
  let numbers = new BigUint64Array(FEW * FACTS)
  let youngest = 0n
  let isWhole = true

  function take(path: string, { size, mtimeNs, ctimeNs, ino }: DiskFacts): void {
    const at = files.length * FACTS
    if (at === numbers.length) {
      const more = new BigUint64Array(at * 2)
      more.set(numbers)
      numbers = more
    }
    numbers[at] = size
    numbers[at + 1] = mtimeNs
    numbers[at + 2] = ctimeNs
    numbers[at + 3] = ino
    files.push(path)
    if (mtimeNs > youngest) youngest = mtimeNs
    if (ctimeNs > youngest) youngest = ctimeNs
  }

  function enter(path: string): void {
    const names = namesIn(base + native(path))
    if (typeof names === 'string') {
      // A portal need not have templates of its own.
      if (names === 'refused' || path !== folder) isWhole = false
      return
    }
    for (const name of names) {
      const below = `${path}/${name}`
      const mayBeJunk = isJunk(below)
      if (mayBeJunk && isJunk(`${below}/x`)) continue
      const facts = factsAt(base + native(below))
      // What editors leave behind are files: a folder of such a name has been made by somebody.
      if (mayBeJunk && facts !== 'folder') continue
      if (facts === null || ODD.test(name)) isWhole = false
      else if (facts === 'folder') enter(below)
      else take(below, facts)
    }
  }

  enter(folder)
  return {
    files,
    isWhole,
    touched: Number(youngest / 1_000_000n),
    factsOf(number) {
      const [size = 0n, mtimeNs = 0n, ctimeNs = 0n, ino = 0n] = numbers.subarray(number * FACTS, (number + 1) * FACTS)
      // Times before 1970 are below zero.
      return { size, mtimeNs: BigInt.asIntN(64, mtimeNs), ctimeNs: BigInt.asIntN(64, ctimeNs), ino }
    },
    mark: () => (isWhole ? markOf(base, files, numbers.subarray(0, files.length * FACTS)) : null),
  }
}

/** Ends of lines, and what stands for bytes that are no text. */
const ODD = /[\n\r\u2028\u2029\uFFFD]/

/** size, mtime, ctime and number of a file. */
const FACTS = 4
/** For so many files there is room at first. */
const FEW = 1024

/** No name has a zero in it. */
const markOf = (base: string, files: readonly string[], numbers: BigUint64Array): Digest =>
  digestPieces([`${base}\0${files.join('\0')}`, new Uint8Array(numbers.buffer, 0, numbers.byteLength)])
