/** One change, with the number of its line before; a line that was put in has no before. */
export interface Change {
  readonly line: number
  readonly before: string | null
  readonly after: string
}

/** What mending changed, line by line. It changes lines and puts in blank ones; it takes none away. */
export function differenceOf(before: string, after: string): readonly Change[] {
  const [old, made] = [before, after].map((text) => text.split(/\r?\n/)) as [string[], string[]]
  const changes: Change[] = []
  let at = 0
  for (const line of made) {
    const typed = old[at] ?? ''
    if (line === '' && typed !== '') changes.push({ line: at + 1, before: null, after: '' })
    else {
      if (line !== typed) changes.push({ line: at + 1, before: typed, after: line })
      at += 1
    }
  }
  return changes
}
