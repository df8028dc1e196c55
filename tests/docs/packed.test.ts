import { spawnSync } from 'node:child_process'
import { dirname, posix } from 'node:path'
import { expect, it } from 'vitest'
import { REPOSITORY } from '../portal.ts'
import { linksIn, pages } from './pages.ts'

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

/** What the pages of the package link to that is not in it, by its path in the repository. */
function missing(names: ReadonlySet<string>): readonly string[] {
  const has = (path: string) => names.has(path) || [...names].some((name) => name.startsWith(`${path}/`))
  const linked = pages
    .filter(({ path }) => names.has(path) && !path.startsWith('docs/messages/'))
    .flatMap(({ path, text }) =>
      linksIn(text)
        .filter((link) => !/^(?:[a-z]+:|#)/i.test(link))
        .map((link) => posix.join(dirname(path), decodeURIComponent(link.split('#')[0] ?? ''))),
    )
  expect(linked.length).toBeGreaterThan(50)
  return [...new Set(linked.map((path) => path.replace(/\/$/, '')).filter((path) => !has(path)))].sort()
}

it('the package holds what its pages link to, but for the large pictures and the source of the views', () => {
  const names = new Set(packed())
  expect(missing(names)).toEqual(['docs/screenshots/README.md', 'src/core/view.ts'])
  expect([...names].filter((name) => name.startsWith('docs/screenshots/'))).toEqual([])
  expect([...names].filter((name) => name.startsWith('src/'))).toEqual(['src/README.md'])
}, 60_000)
