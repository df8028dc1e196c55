/** How a row stands in a line: as so many facts, words without spaces. */
export interface Shape<R> {
  readonly facts: number
  /** The last fact is any text on one line, without a tab: it stands behind the name. */
  readonly tail?: true
  /** The facts are there until it returns. They are taken by number: to take a list apart costs more than all else that is done with it. */
  rowOf(facts: readonly string[]): R
  factsOf(row: R): readonly (string | number)[]
}

/** null: there is no row of that name any more. */
export type Row<R> = readonly [name: string, row: R | null]

/**
 * Facts by name as text, a line each: `fact fact … name`; a space and a name where there is no row any more. To read and write ten thousand
 * so costs a third of what JSON does. A name that would not stay on its line, or has a tab, is written as JSON does.
 */
export function linesOf<R>(rows: Iterable<Row<R>>, { factsOf, tail }: Shape<R>): string {
  const lines: string[] = []
  for (const [name, row] of rows) {
    const facts = row === null ? [''] : factsOf(row)
    const words = tail && row !== null ? facts.slice(0, -1) : facts
    lines.push(`${words.join(' ')} ${shown(name)}${words.length < facts.length ? `\t${facts.at(-1)}` : ''}\n`)
  }
  return lines.join('')
}

const shown = (name: string): string => (name.startsWith('"') || /[\n\t]/.test(name) ? JSON.stringify(name) : name)
const meant = (name: string): string => (name.charCodeAt(0) === QUOTE ? (JSON.parse(name) as string) : name)

/**
 * Reads what linesOf wrote, line by line; nothing of a row is kept but by who takes it. Who takes it is called: to hand ten thousand out
 * through iterators takes as long as to ask the disk of as many files.
 */
export function readLines<R>(
  text: string,
  { facts, rowOf, tail }: Shape<R>,
  take: (name: string, row: R | null) => void,
): void {
  const words = tail ? facts - 1 : facts
  // One for all lines: ten thousand would be thrown away.
  const found = new Array<string>(facts).fill('')
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at)
    const isGone = text.charCodeAt(at) === SPACE
    for (let number = 0; number < words && !isGone; number++) {
      const space = text.indexOf(' ', at)
      found[number] = text.slice(at, space)
      at = space + 1
    }
    const stop = tail && !isGone ? text.indexOf('\t', at) : end
    if (stop !== end) found[words] = text.slice(stop + 1, end)
    const name = meant(text.slice(isGone ? at + 1 : at, stop))
    take(name, isGone ? null : rowOf(found))
    at = end + 1
  }
}

/** Reads what linesOf wrote into rows that stand already. */
export function rowsOf<R>(text: string, shape: Shape<R>, rows: Map<string, R>): void {
  readLines(text, shape, (name, row) => {
    if (row === null) rows.delete(name)
    else rows.set(name, row)
  })
}

const SPACE = 32
const QUOTE = 34

/** The row of a name in what linesOf wrote, each name once; undefined where no line has it. */
export function rowIn<R>(text: string, { facts, rowOf, tail }: Shape<R>, name: string): R | null | undefined {
  if (tail) throw new Error('rows with a tail are not searched')
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
