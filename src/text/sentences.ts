/** A stretch of a text: from its first sign up to, without, the sign at `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

// A full stop after these ends no sentence: "TP. Thanh Hóa", "ThS. Lê Thơ", "Nguyễn Văn A." is taken for an initial.
const SHORT = /(?:^|[\s("“])(?:\p{Lu}|\p{Lu}\p{Ll}?\p{Lu}{0,2}|[Tt]r|[Ss]đt|v\.v|vv)$/u
const END = /(?:[.!?…;]+["”’»)\]]*(?=\s)|\n)\s*/gu

/**
 * The sentences of a text, blanks around them left out, in order. A semicolon and a line's end part too: official
 * prose has sentences of a hundred syllables, and nobody can listen to one without a breath.
 */
export function sentencesOf(text: string): readonly Stretch[] {
  const found: Stretch[] = []
  let from = 0
  const add = (to: number): void => {
    const start = from + (text.slice(from, to).length - text.slice(from, to).trimStart().length)
    const end = from + text.slice(from, to).trimEnd().length
    if (end > start && /[\p{L}\p{N}]/u.test(text.slice(start, end))) found.push({ from: start, to: end })
    from = to
  }
  const ends = new RegExp(END)
  // Not matchAll: phones of 2018 do not know it.
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    const next = end.index + end[0].length
    // "1. Về kinh tế", "TP. Thanh Hóa", "v.v. và".
    const opens = end[0].startsWith('.') && !end[0].includes('\n')
    if (
      opens &&
      (/^(?:\p{Ll})/u.test(text.slice(next)) ||
        SHORT.test(text.slice(from, end.index)) ||
        /^\s*\d{1,2}$/.test(text.slice(from, end.index)))
    )
      continue
    add(next)
  }
  add(text.length)
  return found
}
