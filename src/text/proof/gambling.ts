import { everydayLooks, lookAt, OTHER, PARTING, readAs } from '../look-alike.ts'
import { EVERYDAY, IN_WORD, isPairAt, kindAt, unitAt } from '../signs.ts'
import type { Finding } from './finding.ts'

// Names under which such houses advertise on pages of agencies they broke into. No word that a police report needs (đánh bạc, số đề).
// A hyphen stands where such a name is cut in two.
const houses =
  'ku-bet|ku-win|kuwinok|8x-bet|789-bet|789-club|98-win|78-win|33-win|fb88|w88|188-bet|12-bet|m88|go88|sun-win|hit-club|b52-club|rik-vip|' +
  'gem-win|fun88|five88|lucky88|hello88|bk8|bong88|mu88|sh-bet|new88|hi88|jun88|qh88|ok-vip|f8-bet|i9-bet|ee88|vn88|ae888|sv388|tha-bet|' +
  'thien-ha-bet|dafa-bet|xoso66|nohu|xoc-dia|casino'
const phrases =
  'tài xỉu|nổ hũ|nhà cái|cá cược|cá độ|soi cầu|game bài|bài đổi thưởng|lô đề online|xóc đĩa online|link vào nhà'
/** As they are written without marks, apart and joined. Left out is what means something else: `2 ca do tiếp xúc gần`. */
const bare =
  'tai xiu|nha cai|ca cuoc|soi cau|game bai|bai doi thuong|lo de online|xoc dia online|ca do bong da|link vao nha'
/** Joined with other words, too: `nhacaiuytin`, `topkubet`. Nothing else is spelled so. */
const inWords = /^(?:taixiu|nhacai|cacuoc|soicau|gamebai|baidoithuong|kubet|8xbet|789bet|thabet)$/

interface Needle {
  /** Letter by letter, with their marks. */
  readonly letters: readonly string[]
  /** Before which letters a new part begins. */
  readonly joints: ReadonlySet<number>
  /** Whether blanks may part it, or only marks. */
  readonly blanks: boolean
  readonly inWords: boolean
}

const needleOf = (written: string): Needle => {
  const joints = new Set<number>()
  const letters: string[] = []
  for (const sign of written)
    if (/[ -]/.test(sign)) joints.add(letters.length)
    else letters.push(sign)
  return { letters, joints, blanks: written.includes(' '), inWords: inWords.test(letters.join('')) }
}

/** All needles at once (Aho and Corasick, 1975): from each state by each class to the next, and the needles that end there. */
interface Machine {
  readonly next: Uint16Array
  readonly ends: readonly (readonly Needle[] | undefined)[]
}

const WIDTH = 64
let made: Machine | null = null

function machine(): Machine {
  made ??= machineOf(`${houses}|${phrases}|${bare}`.normalize('NFC').split('|').map(needleOf))
  return made
}

function machineOf(needles: readonly Needle[]): Machine {
  const rows: Map<number, number>[] = [new Map()]
  const ends: (readonly Needle[] | undefined)[] = []
  for (const needle of needles) {
    let state = 0
    for (const letter of needle.letters) {
      const look = lookAt(letter, 0)
      const next = rows[state]?.get(look) ?? rows.push(new Map()) - 1
      rows[state]?.set(look, next)
      state = next
    }
    ends[state] = [...(ends[state] ?? []), needle]
  }
  const next = new Uint16Array(rows.length * WIDTH)
  const fallback = new Uint16Array(rows.length)
  // In the order of depth: what a state falls back upon is whole before it.
  const queue = [0]
  for (const state of queue) {
    const back = fallback[state] ?? 0
    if (state !== 0 && ends[back] !== undefined) ends[state] = [...(ends[state] ?? []), ...ends[back]]
    for (let look = 0; look < OTHER; look += 1) {
      const child = rows[state]?.get(look)
      const else_ = state === 0 ? 0 : (next[back * WIDTH + look] ?? 0)
      next[state * WIDTH + look] = child ?? else_
      if (child === undefined) continue
      fallback[child] = else_
      queue.push(child)
    }
  }
  return { next, ends }
}

/** Goes through a text once, whatever parts or disguises its letters, and hands on what is found; found tells whether that is enough. */
function search(text: string, found: (finding: Finding) => boolean): void {
  const { next, ends } = machine()
  const looks = everydayLooks()
  const { length } = text
  let state = 0
  for (let at = 0; at < length; at += 1) {
    const unit = unitAt(text, at)
    const look = unit < EVERYDAY ? looks[unit]! : lookAt(text, at)
    if (unit >= EVERYDAY && isPairAt(text, at)) at += 1
    if (look === PARTING) continue
    state = next[state * WIDTH + look]!
    const needles = ends[state]
    if (needles === undefined) continue
    for (const needle of needles) {
      const finding = findingAt(text, at + 1, needle)
      if (finding !== null && found(finding)) return
    }
  }
}

/** Whether a text holds such words: most have none. */
export function mayBeGambling(text: string): boolean {
  let any = false
  search(text, () => {
    any = true
    return true
  })
  return any
}

/** Words of gambling houses in a text (NFC). A report on the fight against them has them too. */
export function gambling(text: string): readonly Finding[] {
  const all: Finding[] = []
  search(text, (finding) => {
    all.push(finding)
    return false
  })
  let end = 0
  return all
    .sort((a, b) => a.at - b.at || b.length - a.length)
    .filter(({ at, length }) => {
      const apart = at >= end
      if (apart) end = at + length
      return apart
    })
}

/** Several marks or blanks on end, no more: more part what does not belong together. */
const GAP = 3

/** What stands before an offset, if it is a needle by its marks, by what parts its letters, and by what is around it. */
function findingAt(text: string, end: number, needle: Needle): Finding | null {
  const signs = signsBefore(text, end, needle.letters.length)
  const [first] = signs
  if (first === undefined || !isRead(signs, needle) || !holdTogether(signs, needle)) return null
  const finding = { at: first.at, length: end - first.at }
  const joined = signs.every(({ gap }) => gap === '')
  if (joined && needle.inWords) {
    const word = wordAround(text, finding)
    if (/^[a-z0-9]+$/.test(word.text)) return { at: word.at, length: word.text.length }
  }
  if (isInWord(text, first.at - 1)) return null
  const name = !needle.blanks || joined
  const digits =
    name && !/\d/.test(needle.letters.at(-1) ?? '') ? (/^\d{1,4}/.exec(text.slice(end, end + 4))?.[0] ?? '') : ''
  return isInWord(text, end + digits.length) ? null : { at: finding.at, length: finding.length + digits.length }
}

/** A letter of what was found, and what stands between it and the one before. */
interface Sign {
  readonly at: number
  readonly letter: string
  readonly gap: string
}

function signsBefore(text: string, end: number, count: number): readonly Sign[] {
  const places: { readonly at: number; readonly until: number }[] = []
  for (let at = end; at > 0 && places.length < count; ) {
    const start = at > 1 && isPairAt(text, at - 2) ? at - 2 : at - 1
    if (lookAt(text, start) !== PARTING) places.unshift({ at: start, until: at })
    at = start
  }
  return places.map(({ at, until }, index) => {
    const before = places[index - 1]?.until ?? at
    return { at, letter: readAs(text.slice(at, until)), gap: text.slice(before, at).replace(unseen, '') }
  })
}

/** What is not seen parts nothing; marks of their own (t̲à̲i̲) stand upon a letter. */
const unseen = /[\p{Cf}\p{M}\u115F\u1160]+/gu

/** With all its marks or with none: `nhà cai` is something else (nghiện). */
const isRead = (signs: readonly Sign[], { letters }: Needle): boolean =>
  signs.every(({ letter }, index) => letter === letters[index])

/** As one word, in its parts, or letter by letter. */
function holdTogether(signs: readonly Sign[], { joints, blanks }: Needle): boolean {
  const gaps = signs.slice(1).map(({ gap }) => gap)
  if (gaps.every((gap) => gap === '')) return true
  if (gaps.some((gap) => gap.length > GAP)) return false
  if (gaps.length >= GAP && gaps.every((gap) => gap !== '')) return true
  return gaps.every((gap, index) =>
    joints.has(index + 1)
      ? /^[^\s\u2800\u3164]{0,2}$/.test(gap) || (blanks && /^[\s\u2800\u3164]+$/.test(gap))
      : gap === '',
  )
}

const isInWord = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && (kindAt(text, isPairAt(text, at - 1) ? at - 1 : at) & IN_WORD) !== 0

/** No word is longer: what is, is looked at around each find. */
const LONGEST = 64

function wordAround(text: string, { at, length }: Finding): { readonly at: number; readonly text: string } {
  let [from, to] = [at, at + length]
  while (at - from < LONGEST && isInWord(text, from - 1)) from -= 1
  while (to - at < LONGEST && isInWord(text, to)) to += 1
  return { at: from, text: plainWord(text.slice(from, to)) }
}

/** As it is read, as long as it was typed; what is no single unit stays what it is. */
const plainWord = (word: string): string => word.replace(/[\s\S]/g, readAs)
