import type { Finding } from './finding.ts'

/** The longest phrase, in syllables, that is looked for twice. */
const LONGEST = 4

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

/** Whether words that may be the same follow each other as a repetition does: most lines need no second look. */
function mayRepeat(text: string): boolean {
  const small = text.toLowerCase()
  const words = /[\t\u00A0]| {2}/.test(small) ? small.split(/[ \t\u00A0]+/) : small.split(' ')
  for (let size = 1; size <= LONGEST; size += 1) {
    let run = 0
    for (let at = 0; at + size < words.length; at += 1) {
      const [first = '', second = ''] = [words[at], words[at + size]]
      // Signs may stand before the first of them and behind the last.
      run = isFollowed(first, second) ? run + 1 : 0
      if (run === size) return true
    }
  }
  return false
}

/** Whether the second may be the first again; most pairs differ in their first and last letters. */
function isFollowed(first: string, second: string): boolean {
  if (first.charCodeAt(0) === second.charCodeAt(0) && second.startsWith(first)) return true
  if (first.charCodeAt(first.length - 1) === second.charCodeAt(second.length - 1) && first.endsWith(second)) return true
  return first === '' || second === ''
}

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
