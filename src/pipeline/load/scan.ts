import { join, sep } from 'node:path'
import { type Digest, digestPieces } from '../../core/digest.ts'
import { type DiskFacts, factsAt, namesIn } from './files.ts'
import { isJunk } from './kinds.ts'

/**
 * What the disk says of all files below a folder: enough to see that nothing has changed. Where nothing has, ten thousand answers are
 * looked at once and thrown away, so that they are numbers side by side, and no object for each.
 */
export interface Scan {
  /** Names and facts of all files in one; null where something is the matter with one of them, which listing them will tell. */
  mark(): Digest | null
  /** When the youngest of them was touched, in ms. */
  readonly touched: number
  readonly count: number
  /** The facts of the file at an absolute path, if they are known. */
  factsOf(disk: string): DiskFacts | undefined
}

/** Looks through root/folder, where it is; none of its files is opened. */
export function scan(root: string, folder: string): Scan {
  const base = join(root, 'x').slice(0, -1)
  const files: string[] = []
  let numbers = new BigUint64Array(FEW * FACTS)
  let youngest = 0n
  let isSound = true

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
    const names = namesIn(base + path)
    if (names === null && path !== folder) isSound = false
    for (const name of names ?? []) {
      const below = path + sep + name
      if (isJunk(sep === '/' ? below : below.replaceAll(sep, '/'))) continue
      const facts = factsAt(base + below)
      if (facts === null) isSound = false
      else if (facts === 'folder') enter(below)
      else take(below, facts)
    }
  }

  enter(folder)
  let places: Map<string, number> | null = null
  return {
    mark: () => (isSound ? markOf(base, files, numbers.subarray(0, files.length * FACTS)) : null),
    touched: Number(youngest / 1_000_000n),
    count: files.length,
    factsOf(disk) {
      places ??= new Map(files.map((path, number) => [base + path, number]))
      const place = places.get(disk)
      if (place === undefined) return undefined
      const [size = 0n, mtimeNs = 0n, ctimeNs = 0n, ino = 0n] = numbers.subarray(place * FACTS, (place + 1) * FACTS)
      // Times before 1970 are below zero.
      return { size, mtimeNs: BigInt.asIntN(64, mtimeNs), ctimeNs: BigInt.asIntN(64, ctimeNs), ino }
    },
  }
}

/** size, mtime, ctime and number of a file. */
const FACTS = 4
/** For so many files there is room at first. */
const FEW = 1024

/** No name has a zero in it. */
const markOf = (base: string, files: readonly string[], numbers: BigUint64Array): Digest =>
  digestPieces([`${base}\0${files.join('\0')}`, new Uint8Array(numbers.buffer, 0, numbers.byteLength)])
