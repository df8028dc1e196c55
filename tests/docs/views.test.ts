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
