import { oneLine } from '../../../text/normalize.ts'
import { isLostReference } from '../../../text/proof/encodings.ts'
import { type Destination, readDestination, readingsOf, targetOf } from './destination.ts'
import type { Instance, Mark, StateInline } from './engine.ts'

/** What a link or picture refers to. raw is its target just as the source has it; words and description are a picture's only. */
export type Reference = {
  readonly target: string
  readonly raw: string
  readonly words: string
  /** What the brackets say where the words are a title's. */
  readonly description?: string
  /** All that the target may mean, where that is more than one thing. */
  readonly readings?: readonly string[]
  /** A picture's brackets and title just as the source has them. */
  readonly typed?: { readonly label: string; readonly title: string | null }
}

/** Reads links and pictures as people type them: names with blanks and brackets, without any `[reference]: …`. */
export function referencesAsTyped(instance: Instance): void {
  instance.inline.ruler.at('link', link)
  instance.inline.ruler.at('image', image)
  instance.inline.ruler.before('entity', 'lost_reference', lostReference)
}

/** The reference of a link_open or image mark. `after` is the text a bare address shows. */
export function referenceOf(mark: Mark, after: string): Reference {
  if (typeof mark.meta === 'object' && mark.meta !== null && 'raw' in mark.meta) return mark.meta as Reference
  const href = mark.attrs?.find(([name]) => name === 'href')?.[1]
  return { target: targetOf(String(href ?? '')), raw: after, words: '' }
}

/** A reference to no sign shows nothing: a reader would see a mark of a broken text. */
function lostReference(state: StateInline, _silent: boolean): boolean {
  if (state.src[state.pos] !== '&') return false
  const [written] = reference.exec(state.src.slice(state.pos, state.pos + 12)) ?? []
  if (written === undefined || !isLostReference(written)) return false
  state.pos += written.length
  return true
}

const reference = /^&#x?[0-9a-f]{1,7};/i

function link(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src[pos] !== '[' || !mayHold(state, '](')) return false
  const labelEnd = state.md.helpers.parseLinkLabel(state, pos, true)
  if (labelEnd < 0 || src[labelEnd + 1] !== '(') return false
  const destination = readDestination(src, labelEnd + 2, posMax)
  if (destination === null || destination.raw === '') return false
  if (!silent) {
    const reference: Reference = { ...meant(destination), words: '' }
    state.pos = pos + 1
    state.posMax = labelEnd
    state.push('link_open', 'a', 1).meta = reference
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.push('link_close', 'a', -1)
  }
  state.pos = destination.end + 1
  state.posMax = posMax
  return true
}

function image(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src[pos] !== '!' || src[pos + 1] !== '[') return false
  const label = endOfWords(src, pos + 2, posMax)
  if (label === null) return false
  const destination = readDestination(src, label.target, posMax)
  if (destination === null || destination.raw === '' || (label.isApart && !isPicture(destination.raw))) return false
  if (!silent) {
    const typed = { label: src.slice(pos + 2, label.end), title: destination.title }
    const inBrackets = plainWords(state, typed.label)
    const words = destination.title === null ? inBrackets : plainWords(state, destination.title)
    const reference: Reference = {
      ...meant(destination),
      words,
      typed,
      ...(words === inBrackets || inBrackets === '' ? {} : { description: inBrackets }),
    }
    state.push('image', 'img', 0).meta = reference
  }
  state.pos = destination.end + 1
  return true
}

/** The target as it is found again, and all it may mean. */
function meant({ raw }: Destination): Pick<Reference, 'target' | 'raw' | 'readings'> {
  const readings = readingsOf(raw)
  return { target: targetOf(raw), raw, ...(readings === undefined ? {} : { readings }) }
}

/** Longer captions are text. */
const longestWords = 2000

/** Where a picture's words end, and where its target begins; isApart: a blank stands between the brackets, as people type it. */
interface WordsEnd {
  readonly end: number
  readonly target: number
  readonly isApart: boolean
}

/** The end of the words is where their brackets balance, else at the first `](` of the line. Null if there is none. */
function endOfWords(source: string, start: number, max: number): WordsEnd | null {
  const text = source.slice(start, Math.min(max, start + longestWords)).split('\n', 1)[0] ?? ''
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '[') depth += 1
    else if (text[at] === ']') {
      const gap = depth <= 0 ? /^\][ \t]?\(/.exec(text.slice(at, at + 3)) : null
      if (gap !== null) return { end: start + at, target: start + at + gap[0].length, isApart: gap[0].length > 2 }
      depth -= 1
    }
  }
  const end = text.indexOf('](')
  return end < 0 || text.slice(0, end).includes('![')
    ? null
    : { end: start + end, target: start + end + 2, isApart: false }
}

const isPicture = (target: string): boolean => /\.(?:png|jpe?g|jfif|gif|webp|hei[cf])$/i.test(target)

/** A caption without its marks: `**Ông** [A](x.md)` → `Ông A`. */
function plainWords({ md }: StateInline, label: string): string {
  const bare = label
    .replace(/&#x?[0-9a-f]{1,7};/gi, (written) => (isLostReference(written) ? '' : written))
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/(\*\*|__|~~|\*|`)(?=\S)([^*_~`]*[^*_~`\s])\1/g, '$2')
    .replace(/(\*\*|\*)(?=\S)([^*]*[^*\s])\1/g, '$2')
  return oneLine(md.utils.unescapeAll(bare))
}

/** Whether the text ahead can hold these two signs at all: thousands of `[` without any `](` are then passed over quickly. */
export function mayHold(state: StateInline, signs: '](' | ']{'): boolean {
  const known = lasts[signs]
  let last = known.get(state)
  if (last === undefined) {
    last = state.src.lastIndexOf(signs)
    known.set(state, last)
  }
  return last > state.pos
}

const lasts = { '](': new WeakMap<StateInline, number>(), ']{': new WeakMap<StateInline, number>() }
