import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { run } from '../cli/run.ts'
import { pages } from './pages.ts'

/** Every `tx-portal …` of code spans and fences: what people will type as it stands. */
const typed = pages
  .filter(({ path }) => !/^docs\/(messages|decisions)|^(docs\/messages|CHANGELOG)/.test(path))
  .flatMap(({ path, text }) =>
    [...text.matchAll(/(?:^|[`\s])tx-portal ([a-z]+)([^`\n#|]*)/gm)].map(([, command = '', rest = '']) => ({
      path,
      command,
      flags: rest.match(/(?<!\S)--[a-z-]+/g) ?? [],
    })),
  )

it('names only commands and options that exist', async () => {
  const helps = new Map<string, string>()
  const wrong: string[] = []
  for (const { path, command, flags } of typed) {
    if (!helps.has(command)) helps.set(command, (await run([command, '--help'], { cwd: tmpdir() })).out)
    const help = helps.get(command) ?? ''
    if (help === '') wrong.push(`${path}: tx-portal ${command}`)
    for (const flag of flags) if (!help.includes(flag)) wrong.push(`${path}: tx-portal ${command} ${flag}`)
  }
  expect(wrong).toEqual([])
  expect(typed.length).toBeGreaterThan(40)
})
