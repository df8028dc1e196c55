import type { Mark } from './engine.ts'

/** A stretch of a paragraph: text with its marks closed, or pictures that stand in a row. */
export type Segment =
  | { readonly kind: 'text'; readonly marks: readonly Mark[] }
  | { readonly kind: 'pictures'; readonly marks: readonly Mark[] }

/**
 * Parts the marks of a paragraph where pictures stand; bold and the like are closed before a picture and opened again behind it.
 * A picture inside a link is the link's content and stays in the text. Stretches that show nothing are left out.
 */
export function segmentsOf(marks: readonly Mark[]): readonly Segment[] {
  if (!marks.some(({ type }) => type === 'image')) return isVisible(marks) ? [{ kind: 'text', marks }] : []
  const segments: Segment[] = []
  let pictures: Mark[] = []
  let open: Mark[] = []
  let current: Mark[] = []
  let links = 0
  const endText = () => {
    const text = trimmed([...current, ...open.toReversed().map(closing)])
    if (isVisible(text)) segments.push({ kind: 'text', marks: text })
    current = [...open]
  }
  for (const mark of marks) {
    if (mark.type === 'image' && links === 0) {
      endText()
      if (segments.at(-1)?.kind !== 'pictures') {
        pictures = []
        segments.push({ kind: 'pictures', marks: pictures })
      }
      pictures.push(mark)
      continue
    }
    if (mark.type === 'link_open') links += 1
    if (mark.type === 'link_close') links -= 1
    if (mark.nesting === 1) open.push(mark)
    if (mark.nesting === -1) open = open.slice(0, -1)
    current.push(mark)
  }
  endText()
  return segments
}

const closing = (mark: Mark): Mark => ({ ...mark, type: mark.type.replace('_open', '_close'), nesting: -1 })

const isVisible = (marks: readonly Mark[]): boolean =>
  marks.some(
    ({ type, content }) =>
      (type === 'text' && /\S/.test(content)) ||
      type === 'code_inline' ||
      type === 'footnote_ref' ||
      type === 'image' ||
      type === 'link_open',
  )

/** Without line breaks and blanks at its ends, and without marks that hold nothing. */
function trimmed(marks: readonly Mark[]): readonly Mark[] {
  const kept: Mark[] = []
  for (const mark of marks) {
    const isEmptyPair = mark.nesting === -1 && kept.at(-1)?.nesting === 1 && mark.type !== 'link_close'
    if (isEmptyPair) kept.pop()
    else kept.push(mark)
  }
  while (kept.length > 0 && isGap(kept[0]!)) kept.shift()
  while (kept.length > 0 && isGap(kept.at(-1)!)) kept.pop()
  const first = kept.findIndex(({ nesting }) => nesting !== 1)
  if (kept[first]?.type === 'text') kept[first] = { ...kept[first], content: kept[first].content.trimStart() }
  const last = kept.findLastIndex(({ nesting }) => nesting !== -1)
  if (kept[last]?.type === 'text') kept[last] = { ...kept[last], content: kept[last].content.trimEnd() }
  return kept
}

const isGap = ({ type, content }: Mark): boolean =>
  type === 'softbreak' || type === 'hardbreak' || (type === 'text' && content.trim() === '')
