import type { Postings } from './format.ts'

const SCORES = { title: 8, field: 3, text: [0, 1, 1.6, 2] } as const

/** What a place in a bulletin is worth, by its weight (`Postings`). */
export const worthOf = (weight: number): number =>
  (inTitle(weight) ? SCORES.title : 0) + (weight & 4 ? SCORES.field : 0) + (SCORES.text[weight & 3] || 0)

/** Whether a place is in the title. */
export const inTitle = (weight: number): boolean => (weight & 8) !== 0

/** How much of that is for title, summary or tags alone: in a text it would be worth the rest. */
export const aboveText = (weight: number): number =>
  weight < 4 ? 0 : worthOf(weight) - Math.max(1, SCORES.text[weight & 3] || 0)

/** How much more two words are worth side by side than each alone. */
export const BESIDE = 4

/** One step of postings has five bits a letter, the lowest first; each but the last has a sixth bit set. */
export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** What a letter is worth, by its code. */
const VALUES = new Uint8Array(128)
for (const [value, digit] of [...DIGITS].entries()) VALUES[digit.charCodeAt(0)] = value

/** The bulletins of postings, each with its weight, from the lowest number on. */
export function read(postings: Postings, take: (number: number, weight: number) => void): void {
  let at = -1
  let [step, unit] = [0, 1]
  for (let letter = 0; letter < postings.length; letter += 1) {
    const value = VALUES[postings.charCodeAt(letter)] || 0
    step += (value % 32) * unit
    unit *= 32
    if (value >= 32) continue
    at += Math.floor(step / 16)
    take(at, step % 16)
    step = 0
    unit = 1
  }
}
