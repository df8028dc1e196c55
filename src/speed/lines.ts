/** How a row stands in a line: as so many facts, words without spaces. */
export interface Shape<R> {
  readonly facts: number
  rowOf(facts: readonly string[]): R
  factsOf(row: R): readonly (string | number)[]
}

/** null: there is no row of that name any more. */
export type Row<R> = readonly [name: string, row: R | null]

/**
 * Facts by name as text, a line each: `fact fact … name`; a space and a name where there is no row any more. To read and write ten thousand
 * so costs a third of what JSON does. A name that would not stay on its line is written as JSON does.
 */
export function linesOf<R>(rows: Iterable<Row<R>>, { factsOf }: Shape<R>): string {
  const lines: string[] = []
  for (const [name, row] of rows) lines.push(`${row === null ? '' : factsOf(row).join(' ')} ${shown(name)}\n`)
  return lines.join('')
}

const shown = (name: string): string => (name.startsWith('"') || name.includes('\n') ? JSON.stringify(name) : name)
const meant = (name: string): string => (name.startsWith('"') ? (JSON.parse(name) as string) : name)

/** Reads what linesOf wrote into rows that stand already. */
export function rowsOf<R>(text: string, { facts, rowOf }: Shape<R>, rows: Map<string, R>): void {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at)
    if (text.startsWith(' ', at)) {
      rows.delete(meant(text.slice(at + 1, end)))
      at = end + 1
      continue
    }
    const found: string[] = []
    for (let number = 0; number < facts; number++) {
      const space = text.indexOf(' ', at)
      found.push(text.slice(at, space))
      at = space + 1
    }
    rows.set(meant(text.slice(at, end)), rowOf(found))
    at = end + 1
  }
}

/** The row of a name in what linesOf wrote, each name once; undefined where no line has it. */
export function rowIn<R>(text: string, { facts, rowOf }: Shape<R>, name: string): R | null | undefined {
  const sought = ` ${shown(name)}\n`
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    const begin = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
    if (begin === at) return null
    const words = text.slice(begin, at).split(' ')
    // With more words before it, it is the end of another name.
    if (words.length === facts && !text.startsWith(' ', begin)) return rowOf(words)
  }
  return undefined
}
