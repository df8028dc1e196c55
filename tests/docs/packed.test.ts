import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { REPOSITORY } from '../portal.ts'

/** What the package would hold, by its path in it. */
function packed(): readonly string[] {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], {
    cwd: REPOSITORY,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 1 << 26,
  })
  const [{ files }] = JSON.parse(stdout) as readonly [{ readonly files: readonly { readonly path: string }[] }]
  return files.map(({ path }) => path)
}

it('the package holds the documents its README names, and none of the large pictures', () => {
  const names = new Set(packed())
  const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8')
  const links = [...readme.matchAll(/\]\((docs\/[^)#]*)/g)].flatMap(([, link = '']) => (link === 'docs/' ? [] : [link]))
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((link) => !names.has(link))).toEqual(['docs/screenshots/README.md'])
  expect([...names].filter((name) => name.startsWith('docs/screenshots/'))).toEqual([])
}, 60_000)
