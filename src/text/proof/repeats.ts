import { EVERYDAY, everydayKinds, IN_WORD, unitAt } from '../signs.ts'
import { type Finding, VEIL } from './finding.ts'

/** The longest phrase, in syllables, that is looked for twice. */
const LONGEST = 4
const veil = VEIL.charCodeAt(0)

/**
 * Words and phrases of one to four syllables written twice on end, the second with its place. Vietnamese doubles words to say something
 * (`xanh xanh`, `ngày ngày`, `luôn luôn`, `từng bước từng bước`): of single syllables only those that never double are told. Text is NFC, one line.
 */
export function repeats(text: string): readonly Finding[] {
  if (!mayRepeat(text)) return []
  const found: Finding[] = []
  for (const run of runsOf(text)) {
    let at = 0
    while (at < run.length) {
      const size = repeatedAt(run, at)
      if (size > 0) {
        const first = run[at + size]!
        const last = run[at + 2 * size - 1]!
        found.push({ at: first.at, length: last.at + last.word.length - first.at })
      }
      at += size > 0 ? size * 2 : 1
    }
  }
  return found
}

/**
 * Whether words are followed by as many that look the same, and a single one is none that doubles: most lines need no second look. Words
 * are compared by a number made of their letters, without taking them out of the line: a tenth of the time. Signs that are not of every
 * day are always looked at twice.
 */
function mayRepeat(text: string): boolean {
  const kinds = everydayKinds()
  small ??= tableOfSmall()
  doubled ??= new Set([...neverDoubled].map(numberOf))
  // Words since the run began, the last four of them, and by the size of a phrase how many on end were the same as so many before.
  let length = 0
  let [one, two, three, four] = [0, 0, 0, 0]
  let [same1, same2, same3, same4] = [0, 0, 0, 0]
  let word = 0
  const end = text.length
  for (let at = 0; at <= end; at += 1) {
    const unit = at < end ? unitAt(text, at) : veil
    if (unit < EVERYDAY) {
      if ((kinds[unit]! & IN_WORD) !== 0) {
        word = next(word, small[unit]!)
        continue
      }
    } else if (unit !== veil) return true
    if (word !== 0) {
      same1 = length >= 1 && word === one ? same1 + 1 : 0
      same2 = length >= 2 && word === two ? same2 + 1 : 0
      same3 = length >= 3 && word === three ? same3 + 1 : 0
      same4 = length >= 4 && word === four ? same4 + 1 : 0
      if (same2 >= 2 || same3 >= 3 || same4 >= 4 || (same1 > 0 && doubled.has(word))) return true
      four = three
      three = two
      two = one
      one = word
      length += 1
      word = 0
    }
    // Anything but a blank ends the run.
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0xa0) length = 0
  }
  return false
}

/** The number of a word with one more letter; never 0, which is that of none. */
const next = (word: number, unit: number): number => (Math.imul(word, 31) + unit) | 0 || 1

function numberOf(word: string): number {
  let number = 0
  for (let at = 0; at < word.length; at += 1) number = next(number, word.charCodeAt(at))
  return number
}

/** The small letter of every sign of every day, and the numbers of words that never double: made when first asked for. */
let small: Uint16Array | null = null
let doubled: ReadonlySet<number> | null = null

const tableOfSmall = (): Uint16Array =>
  Uint16Array.from({ length: EVERYDAY }, (_, unit) => String.fromCharCode(unit).toLowerCase().charCodeAt(0))

interface Word {
  readonly word: string
  readonly at: number
}

/** Words parted by nothing but blanks: a comma, a dash or a bracket ends a run. */
function runsOf(text: string): readonly (readonly Word[])[] {
  const runs: Word[][] = []
  let end = -1
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const run = runs.at(-1)
    if (run !== undefined && end >= 0 && /^[ \t\u00A0]+$/.test(text.slice(end, index)))
      run.push({ word: word.toLowerCase(), at: index })
    else runs.push([{ word: word.toLowerCase(), at: index }])
    end = index + word.length
  }
  return runs
}

function repeatedAt(run: readonly Word[], at: number): number {
  for (let size = Math.min(LONGEST, Math.floor((run.length - at) / 2)); size > 0; size -= 1) {
    const words = run.slice(at, at + size).map(({ word }) => word)
    if (words.every((word, offset) => run[at + size + offset]?.word === word) && isSlip(words)) return size
  }
  return 0
}

function isSlip(words: readonly string[]): boolean {
  if (words.some((word) => /\p{N}/u.test(word))) return false
  if (words.length === 1) return neverDoubled.has(words[0] ?? '')
  // `xanh xanh xanh xanh` is a song, `từng bước từng bước` a manner.
  return new Set(words).size > 1 && !words.some((word) => inManners.has(word))
}

// Small words and a few nouns of offices that no reduplication uses. Not: từ từ, trong trong, là là, này này, dần dần, ra ra, đều đều.
const neverDoubled: ReadonlySet<string> = new Set(
  'và của các những cho được với tại bằng theo trên để do vào khi nếu thì đến về bởi cùng hoặc như đang sẽ bị việc sự huyện tỉnh xã'.split(
    ' ',
  ),
)

// Words with which a doubled phrase means “one by one”, “more and more”, or cries.
const inManners: ReadonlySet<string> = new Set(
  'từng mỗi rất càng dần nữa mãi lần một ngày đời muôn năm vạn tuế ơi à ạ nhé ha hò'.split(' '),
)
