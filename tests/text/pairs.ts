import { readFileSync } from 'node:fs'

/** One line of a pair file: what goes in, what must come out, and where it stands ("slug.txt:12"). */
export type Pair = { readonly input: string; readonly output: string; readonly at: string }

/**
 * Reads tests/text/<name>.txt. A line is `input => output`; lines that begin with # and empty ones are skipped.
 * "Quotation marks" round a side keep its blanks (and "" is the empty text); \n, \t and \u{301} stand for the characters.
 */
export function pairs(name: string): readonly Pair[] {
  const lines = readFileSync(new URL(`./${name}.txt`, import.meta.url), 'utf8').split(/\r?\n/)
  const found = lines.flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const at = `${name}.txt:${index + 1}`
    const arrow = line.indexOf('=>')
    if (arrow < 0) throw new Error(`${at}: there is no => in this line`)
    return [{ input: side(line.slice(0, arrow)), output: side(line.slice(arrow + 2)), at }]
  })
  if (found.length === 0) throw new Error(`${name}.txt holds no pair`)
  return found
}

function side(text: string): string {
  const bare = text.trim()
  const inner = /^"(.*)"$/.exec(bare)?.[1] ?? bare
  return inner.replace(/\\(?:n|t|u\{([0-9A-Fa-f]{1,6})\})/g, (escaped, hex?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return escaped === '\\n' ? '\n' : '\t'
  })
}
