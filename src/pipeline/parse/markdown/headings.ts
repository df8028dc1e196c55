import type { Heading } from '../../../core/bulletin.ts'
import { slug } from '../../../text/slug.ts'

/**
 * The levels headings are shown at, by the numbers of `#` they were typed with: the smallest becomes h2 (the page has the one h1),
 * none is more than one step below the heading before it, and none deeper than h6.
 */
export function levelsOf(typed: readonly number[]): readonly number[] {
  const smallest = typed.reduce((least, level) => Math.min(least, level), 6)
  let before = 1
  return typed.map((level) => {
    before = Math.min(level - smallest + 2, before + 1, 6)
    return before
  })
}

/** Headings with ids for links to them: `muc-` and the slug of the words, each once. */
export function headingsOf(texts: readonly { readonly typed: number; readonly text: string }[]): readonly Heading[] {
  const levels = levelsOf(texts.map(({ typed }) => typed))
  const taken = new Map<string, number>()
  return texts.map(({ text }, index) => {
    const name = `muc-${slug(text, 60) || String(index + 1)}`
    let count = taken.get(name) ?? 0
    let id = name
    if (count > 0) {
      do count += 1
      while (taken.has(`${name}-${count}`))
      id = `${name}-${count}`
    }
    taken.set(name, Math.max(count, 1)).set(id, taken.get(id) ?? 1)
    return { level: levels[index] ?? 2, id, text }
  })
}
