import type { Place } from '../../core/diagnostic.ts'

/**
 * A tag that was opened and not closed: name is `if`, `for`…, or `{{`, `{%`, `{#` where the tag itself has no end. stray: an end
 * of nothing that is open.
 */
export interface Unclosed {
  readonly name: string
  readonly place: Place
  readonly stray: boolean
}

/**
 * Finds what is not closed in a template: a block without its end, or a tag without its closing signs. The engine notices only
 * at the end of the file, or at the first end that does not fit, and cannot say where it began. Null if all is closed.
 */
export function findUnclosed(text: string): Unclosed | null {
  const open: (Unclosed & { readonly end: string })[] = []
  for (const match of text.matchAll(tag)) {
    const [whole, name, rest = ''] = match
    const place = placeAt(text, match.index, whole.length)
    if (whole === '{{' || whole === '{%' || whole === '{#') return { name: whole, place, stray: false }
    if (name === undefined) continue
    const innermost = open.at(-1)
    if (innermost?.end === name) open.pop()
    else if (name.startsWith('end')) {
      // What stands around it was closed by it too early; else it closes nothing at all.
      const closesOuter = innermost !== undefined && open.some(({ end }) => end === name)
      return closesOuter ? innermost : { name, place, stray: true }
    } else if (name === 'set' ? !rest.includes('=') : blocks.has(name))
      open.push({ name, place, stray: false, end: `end${name}` })
  }
  return open.at(-1) ?? null
}

// A raw block is one match: what stands in it is not for the engine.
const tag = new RegExp(
  [
    String.raw`\{#[\s\S]*?#\}`,
    String.raw`\{%-?\s*(?:raw|verbatim)\s*-?%\}[\s\S]*?\{%-?\s*end(?:raw|verbatim)\s*-?%\}`,
    String.raw`\{%-?\s*(\w+)((?:"[^"]*"|'[^']*'|(?!%\}|\{%)[\s\S])*)%\}`,
    String.raw`\{\{(?:"[^"]*"|'[^']*'|(?!\}\}|\{\{|\{%)[\s\S])*\}\}`,
    String.raw`\{\{|\{%|\{#`,
  ].join('|'),
  'g',
)

const blocks = new Set(['if', 'for', 'block', 'macro', 'call', 'filter', 'switch', 'raw', 'verbatim'])

function placeAt(text: string, index: number, length: number): Place {
  const before = text.slice(0, index)
  const column = index - before.lastIndexOf('\n')
  return { line: before.split('\n').length, column, length: Math.min(length, lineAt(text, index).length) }
}

function lineAt(text: string, index: number): string {
  const end = text.indexOf('\n', index)
  return text.slice(index, end === -1 ? text.length : end)
}
