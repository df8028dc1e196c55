import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { VIEW_VERSION } from '../../src/core/view.ts'
import { REPOSITORY } from '../portal.ts'

const source = readFileSync(join(REPOSITORY, 'src/core/view.ts'), 'utf8')

interface Member {
  readonly key: string
  readonly type: string
  readonly note: string
}

/** The members of an interface's text, each with the comment above it; what lies deeper belongs to its type. */
function membersOf(body: string): readonly Member[] {
  const member =
    /(?:^ {2}\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?^ {2}readonly (\w+\??):\s*([\s\S]*?)(?=\n {2}(?:readonly|\/\*\*)|$(?![\s\S]))/gm
  return [...body.matchAll(member)].map(([, note = '', key = '', type = '']) => ({
    key,
    type: type
      .replace(/\/\*\*[\s\S]*?\*\//g, '')
      .replace(/(?<![{|,;\n\s])\s*\n\s*(?=readonly \w+\??:)/g, '; ')
      .replace(/\breadonly /g, '')
      .replace(/\s+/g, ' ')
      .trim(),
    note: plain(note),
  }))
}

const plain = (note: string): string =>
  note
    .replace(/\n\s*\*?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const cell = (text: string): string => text.replaceAll('|', '\\|')

const views = [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport interface (\w+) \{\n([\s\S]*?)\n\}/g)].map(
  ([, note = '', name = '', body = '']) => ({ name, note: plain(note), members: membersOf(body) }),
)

const linked = (type: string): string =>
  `\`${cell(type)}\`${[...new Set(type.match(/\b\w+View\b/g) ?? [])].map((name) => ` → [${name}](#${name.toLowerCase()})`).join('')}`

it('docs/guide/views.md describes every key of core/view.ts', async () => {
  const keys = source.match(/^ {2}readonly \w+\??:/gm) ?? []
  expect(views.flatMap(({ members }) => members)).toHaveLength(keys.length)
  const parts = [...views].reverse().map(({ name, note, members }) => {
    const rows = members.map(({ key, type, note: about }) => `| \`${key}\` | ${linked(type)} | ${cell(about)} |`)
    return `## ${name}\n\n${note}\n\n| key | type | |\n|---|---|---|\n${rows.join('\n')}`
  })
  const text = [
    '<!-- Made by this command: npm run docs:views -->',
    '# What templates see',
    `Version ${VIEW_VERSION} of the views (\`site.version\`). A template gets one \`View\`: \`site\` and \`page\` always, and the part of its kind of page. \`?\`: only there on such pages; \`null\`: there, but empty. See [what counts as breaking](../release.md#what-counts-as-breaking).`,
    ...parts,
  ].join('\n\n')
  await expect(`${text}\n`).toMatchFileSnapshot(`${REPOSITORY}/docs/guide/views.md`)
})

type Table = Map<string, Map<string, string>>

/** What stands behind a key, as render/names/contract.ts has it; the keys of an object that has no name go into the table under `at`. */
function shapeOf(type: string, at: string, table: Table): string {
  const parts = splitAt(type, '|').filter((part) => part !== '' && part !== 'null')
  const [only = ''] = parts
  if (parts.length > 1) {
    expect(parts.filter((part) => /[{[]|View/.test(part))).toEqual([])
    return ''
  }
  if (only.endsWith('[]')) return `${shapeOf(only.slice(0, -2), at, table)}[]`
  const [, view = '', key = ''] = /^(\w+View)\['(\w+)'\]$/.exec(only) ?? []
  if (view !== '') return table.get(view)?.get(key) ?? expect.fail(`${only} stands below its use`)
  if (/^\{ \[\w+: string\]/.test(only) || only === 'unknown') return '*'
  if (!only.startsWith('{')) return /^\w+View$/.test(only) ? only : ''
  const members = splitAt(only.slice(1, -1), ';').filter((member) => member !== '')
  const keys = members.map((member): [string, string] => {
    const [, name = '', of = ''] = /^(\w+)\??: (.+)$/s.exec(member) ?? []
    return [name, shapeOf(of, `${at}.${name}`, table)]
  })
  table.set(at, new Map(keys))
  return at
}

/** The parts between signs that stand in no bracket. */
function splitAt(text: string, sign: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const letter of text) {
    if ('{[('.includes(letter)) depth += 1
    if ('}])'.includes(letter)) depth -= 1
    if (letter === sign && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.trim())
}

it('render/names/contract.ts knows every key of core/view.ts', async () => {
  const table: Table = new Map()
  for (const { name, members } of views) {
    const keys = new Map<string, string>()
    table.set(name, keys)
    for (const { key, type } of members) keys.set(key.replace('?', ''), shapeOf(type, `${name}.${key}`, table))
  }
  const rows = [...table].map(([name, keys]) => {
    const lines = [...keys].map(([key, shape]) => `    ${key}: '${shape}',\n`)
    return `  ${name.includes('.') ? `'${name}'` : name}: {\n${lines.join('')}  },\n`
  })
  const text = [
    '// Made by this command: npm run docs:views',
    "/** Of each view its keys, and what stands behind them: '' a plain value, * anything, another view; [] a list of such. */",
    'export const CONTRACT: { readonly [view: string]: { readonly [key: string]: string } } = {',
  ].join('\n')
  await expect(`${text}\n${rows.join('')}}\n`).toMatchFileSnapshot(
    `${REPOSITORY}/src/pipeline/render/names/contract.ts`,
  )
})
