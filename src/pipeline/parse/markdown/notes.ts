import type { Mark, Marked } from './engine.ts'

/** A footnote that is shown: its marks, and how often the text refers to it. */
export interface Note {
  readonly marks: readonly Mark[]
  readonly count: number
}

/** A body parted into what flows and its footnotes. A definition no one refers to, or given twice, stays in the text as typed. */
export function partNotes({ marks, notes }: Marked): {
  readonly flow: readonly Mark[]
  readonly notes: readonly Note[]
} {
  if (!marks.some(({ type }) => type === 'footnote_reference_open')) return { flow: marks, notes: [] }
  const used = new Set(notes.map(({ label }) => label))
  const defined = new Map<string, readonly Mark[]>()
  const flow = extract(marks, used, defined)
  return { flow, notes: notes.map(({ label, count }) => ({ marks: defined.get(label) ?? [], count })) }
}

function extract(
  marks: readonly Mark[],
  used: ReadonlySet<string>,
  defined: Map<string, readonly Mark[]>,
): readonly Mark[] {
  const flow: Mark[] = []
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at]!
    if (mark.type !== 'footnote_reference_open') {
      flow.push(mark)
      continue
    }
    const end = endOf(marks, at)
    const label = labelOf(mark)
    const inner = marks.slice(at + 1, end)
    if (used.has(label) && !defined.has(label)) {
      defined.set(label, [])
      defined.set(label, extract(inner, used, defined))
    } else {
      const [first, second, ...rest] = extract(inner, used, defined)
      if (first?.type === 'paragraph_open' && second !== undefined) flow.push(first, withLabel(second, label), ...rest)
      else flow.push(...paragraphOf(mark, label), ...[first, second].filter((each) => each !== undefined), ...rest)
    }
    at = end
  }
  return flow
}

function endOf(marks: readonly Mark[], start: number): number {
  let depth = 0
  for (let at = start; at < marks.length; at += 1) {
    if (marks[at]?.type === 'footnote_reference_open') depth += 1
    if (marks[at]?.type === 'footnote_reference_close') depth -= 1
    if (depth === 0) return at
  }
  return marks.length
}

const labelOf = ({ meta }: Mark): string =>
  typeof meta === 'object' && meta !== null && 'label' in meta ? String(meta.label) : ''

const withLabel = (inline: Mark, label: string): Mark => ({
  ...inline,
  children: [labelText(inline, label), ...(inline.children ?? [])],
})

const labelText = (like: Mark, label: string): Mark => ({
  ...like,
  type: 'text',
  nesting: 0,
  content: `[^${label}]: `,
  children: null,
})

function paragraphOf(like: Mark, label: string): readonly Mark[] {
  const paragraph = { ...like, tag: 'p', hidden: false }
  return [
    { ...paragraph, type: 'paragraph_open', nesting: 1 },
    { ...paragraph, type: 'inline', nesting: 0, map: null, children: [labelText(like, label)] },
    { ...paragraph, type: 'paragraph_close', nesting: -1 },
  ]
}
