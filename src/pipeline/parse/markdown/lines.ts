import { classify, columns, type Line } from './line.ts'

/** Every line of a body with what it begins; lines inside fences are code. */
export function linesOf(body: string): readonly Line[] {
  const typed = body.split('\n')
  if (!/`{3}|~{3}/.test(body)) return inCompany(typed.map(classify))
  const closable = lastFences(typed)
  const lines: Line[] = []
  let fence: { readonly sign: string; readonly length: number } | null = null
  for (const [index, line] of typed.entries()) {
    if (fence !== null) {
      const run = closing.exec(line)?.[1] ?? ''
      lines.push(codeLine(line, false))
      if (run[0] === fence.sign && run.length >= fence.length) fence = null
      continue
    }
    const run = opening.exec(line)?.[1]
    if (run === undefined) lines.push(classify(line))
    else if (closable(index, run)) {
      fence = { sign: run[0] ?? '', length: run.length }
      lines.push(codeLine(line, true))
    } else {
      // Nothing closes it: it is a row of tildes, and must not swallow all that follows.
      const start = line.length - line.trimStart().length
      const text = [...run].map((sign) => `\\${sign}`).join('') + line.trimStart().slice(run.length)
      lines.push({ kind: 'text', indent: columns(line.slice(0, start)), text })
    }
  }
  return inCompany(lines)
}

const opening = /^[ \t]*(`{3,}(?!.*`)|~{3,})/
const closing = /^[ \t]*(`{3,}|~{3,})[ \t]*$/

function codeLine(line: string, opens: boolean): Line {
  const start = /^[ \t]*/.exec(line)![0]
  return { kind: 'code', indent: columns(start), text: line.slice(start.length), opens }
}

/** Tells whether a fence that opens on a line is closed below it: for each sign, the longest closing run from each line on. */
function lastFences(typed: readonly string[]): (index: number, run: string) => boolean {
  const longest: { readonly [sign: string]: number[] } = { '`': [], '~': [] }
  for (const lengths of Object.values(longest)) lengths[typed.length] = 0
  for (let index = typed.length - 1; index >= 0; index -= 1) {
    const run = closing.exec(typed[index] ?? '')?.[1] ?? ''
    for (const [sign, lengths] of Object.entries(longest)) {
      lengths[index] = Math.max(lengths[index + 1] ?? 0, run[0] === sign ? run.length : 0)
    }
  }
  return (index, run) => (longest[run[0] ?? '']?.[index + 1] ?? 0) >= run.length
}

/** Dots and dashes that stand alone are text: a lone `– Thưa đồng chí` is speech. Dots may have blank lines between them. */
function inCompany(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ kind }) => kind === 'dot' || kind === 'dash')) return lines
  const filled = [...lines.keys()].filter((index) => lines[index]?.kind !== 'blank')
  const company = new Set<number>()
  for (const [at, index] of filled.entries()) {
    const next = filled[at + 1] ?? lines.length
    const [a, b] = [lines[index], lines[next]]
    if (a === undefined || b === undefined || a.kind !== b.kind) continue
    if (a.kind === 'dot' || (a.kind === 'dash' && next === index + 1)) company.add(index).add(next)
  }
  return lines.map((line, index) => {
    if (line.kind !== 'dot' && line.kind !== 'dash') return line
    const { indent, text, marker } = line
    // Other signs than `-` has: a list of another sign is another list.
    return company.has(index)
      ? { kind: 'bullet', indent, text, marker: line.kind === 'dot' ? '*' : '+', rank: 1 }
      : { kind: 'text', indent, text: `${marker} ${text}` }
  })
}
