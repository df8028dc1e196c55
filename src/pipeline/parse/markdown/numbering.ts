import type { Line, NumberedLine } from './line.ts'

interface Group {
  readonly indent: number
  readonly members: { readonly index: number; readonly number: number }[]
}

/**
 * The numbered lines that are items of a list, by index. `13. Chiều 12/01, …` at the beginning of a paragraph is text unless the
 * number before or after it stands in the same block; `1986. Năm …` does not join a list that is at 2.
 */
export function numberedItems(lines: readonly Line[]): ReadonlySet<number> {
  const meant = new Set<number>()
  let open: Group[] = []
  const close = (isOver: (group: Group) => boolean) => {
    for (const group of open) if (isOver(group)) settle(group, meant)
    open = open.filter((group) => !isOver(group))
  }
  const kindOf = (group: Group) => lines[group.members[0]?.index ?? -1]
  let afterBlank = false
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'blank') {
      afterBlank = true
      continue
    }
    const { indent } = line
    if (line.kind === 'number') {
      close((group) => group.indent > indent + 1)
      const same = open.find((group) => Math.abs(group.indent - indent) < 2 && sameDelimiter(kindOf(group), line))
      if (same === undefined) open.push({ indent, members: [{ index, number: line.number }] })
      else same.members.push({ index, number: line.number })
    } else if (line.kind === 'bullet') {
      close((group) => group.indent > indent + 1 || (afterBlank && group.indent >= indent))
    } else if (line.kind === 'block' || line.kind === 'note') {
      close((group) => group.indent >= indent - 1)
    } else if (afterBlank) {
      close((group) => group.indent >= indent - 1)
    }
    afterBlank = false
  }
  close(() => true)
  return meant
}

const sameDelimiter = (line: Line | undefined, other: NumberedLine): boolean =>
  line?.kind === 'number' && line.marker.at(-1) === other.marker.at(-1)

/** Adds those members that follow or are followed. A 1 begins anew; a year among small numbers does not break their row. */
function settle({ members }: Group, meant: Set<number>): void {
  let fromOne = false
  let last: Group['members'][number] | null = null
  for (const [at, member] of members.entries()) {
    const isNext = last !== null && follows(last.number, member.number, fromOne)
    if (last !== null && isNext) meant.add(last.index).add(member.index)
    if (member.number === 1) fromOne = true
    else if (last === null) fromOne = false
    const after = members[at + 1]
    const isStray = last !== null && !isNext && after !== undefined && follows(last.number, after.number, fromOne)
    if (!isStray || member.number === 1) last = member
  }
}

/** The next number or the same again; a list that began with 1 may leave some out. */
const follows = (number: number, next: number, fromOne: boolean): boolean =>
  next === number || next === number + 1 || (fromOne && next > number && next <= number + 9)
