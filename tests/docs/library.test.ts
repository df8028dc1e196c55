import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/index.ts'
import { atEnd } from '../closing.ts'
import { bulletin, PORTAL_YML, portal, REPOSITORY, type TestPortal } from '../portal.ts'

const COMPILER = join(REPOSITORY, 'node_modules/typescript/bin/tsc')
const OPTIONS = '--strict --target es2022 --module nodenext --skipLibCheck false --types node'.split(' ')

const make = (files: Parameters<typeof portal>[0]): TestPortal => {
  const one = portal(files)
  atEnd(() => one.close())
  return one
}

/** Runs Node in a folder; what it wrote, both ways. */
function node(cwd: string, ...argv: readonly string[]): string {
  const { TX_LANG: _, ...env } = process.env
  const { stdout, stderr } = spawnSync(process.execPath, argv, { cwd, encoding: 'utf8', env })
  return stdout + stderr
}

describe('the library', () => {
  it('does what the guide shows, and is typed as it says', () => {
    const guide = readFileSync(join(REPOSITORY, 'docs/guide/README.md'), 'utf8')
    const example = /^```ts\n([\s\S]*?)^```/m.exec(guide.slice(guide.indexOf('## From a program')))?.[1] ?? ''
    const one = make({ 'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị') })
    const home = join(one.root, 'chương trình')
    mkdirSync(join(home, 'node_modules/@types'), { recursive: true })
    symlinkSync(REPOSITORY, join(home, 'node_modules/tx-portal'), 'junction')
    symlinkSync(join(REPOSITORY, 'node_modules/@types/node'), join(home, 'node_modules/@types/node'), 'junction')
    writeFileSync(join(home, 'package.json'), '{"type":"module"}')
    symlinkSync(one.root, join(home, 'cong-xa'), 'junction')
    writeFileSync(join(home, 'example.ts'), example)
    expect(node(home, COMPILER, ...OPTIONS, 'example.ts')).toBe('')
    expect(node(home, 'example.js')).toBe('1 bulletins are published\n')
    one.write('content/bulletins/2023/hoi-nghi.md', bulletin('Hội nghị').replace('13/01/2023', '31/02/2023'))
    expect(node(home, 'example.js')).toMatch(/^Nothing was published\n.*hoi-nghi\.md:3 .*31\/02\/2023/)
  }, 120_000)

  it('speaks as the command line does, unless it is told otherwise', async () => {
    const wrong = bulletin('Hội nghị').replace('13/01/2023', '31/02/2023')
    const one = make({
      'content/portal.yml': `${PORTAL_YML}language: en\n`,
      'content/bulletins/2023/hoi-nghi.md': wrong,
    })
    const says = async (language?: 'vi' | 'en') =>
      (await build({ root: one.root, ...(language === undefined ? {} : { language }) })).diagnostics
        .map(({ message }) => message)
        .join('\n')
    expect(await says()).toMatch(/calendar/)
    expect(await says('vi')).toMatch(/Ngày/)
  })
})
