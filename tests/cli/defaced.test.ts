import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { bulletin, portal, type TestPortal } from '../portal.ts'
import { run } from './run.ts'

const PAGE = 'content/bulletins/2023/hoi-nghi.md'
let one: TestPortal
afterEach(() => one.close())

const at = (path: string): string => join(one.root, 'dist', path)
const put = (path: string, text: string): void => {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), text)
}

/** Builds; what was told of the published folder. */
async function told(...argv: readonly string[]): Promise<readonly string[]> {
  const { exit, out } = await run(['build', '--json', ...argv], { cwd: one.root })
  expect(exit).toBe(0)
  const { diagnostics } = JSON.parse(out) as {
    readonly diagnostics: readonly { readonly code: string; readonly message: string }[]
  }
  return diagnostics.flatMap(({ code, message }) => {
    const [, path, more = 0] = /“(.+?)”(?: và (\d+))?/.exec(message) ?? []
    return code.startsWith('out/') ? [`${code} ${path} ${more}`] : []
  })
}

describe('a published folder that somebody else wrote to', () => {
  it('is put right, and that is told once', async () => {
    one = portal({ [PAGE]: bulletin('Hội nghị'), 'content/static/lich.txt': 'Lịch tiếp dân\n' })
    expect(await told()).toEqual([])
    const clean = readFileSync(at('index.html'), 'utf8')
    for (const path of ['index.html', 'lich.txt', '2023/hoi-nghi/index.html'])
      put(path, `${readFileSync(at(path), 'utf8')}<a href="https://example.com/">…</a>`)
    expect(await told()).toEqual(['out/edited 2023/hoi-nghi/index.html 2'])
    expect(readFileSync(at('index.html'), 'utf8')).toBe(clean)
    expect(await told()).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('is found out by --thorough where length and time were kept', async () => {
    one = portal({ [PAGE]: bulletin('Hội nghị') })
    await told()
    const page = at('2023/hoi-nghi/index.html')
    const clean = readFileSync(page, 'utf8')
    spawnSync('cp', ['-p', page, join(one.root, 'cũ')])
    writeFileSync(page, clean.replace('<h1>', '<h2>'))
    spawnSync('touch', ['-r', join(one.root, 'cũ'), page])
    expect(await told()).toEqual([])
    expect(await told('--thorough')).toEqual(['out/edited 2023/hoi-nghi/index.html 0'])
    expect(readFileSync(page, 'utf8')).toBe(clean)
    expect(await told('--thorough')).toEqual([])
  })

  it('is not said to be where another machine has published since, or a build is taken back', async () => {
    one = portal({ [PAGE]: bulletin('Hội nghị') })
    await told()
    const folder = mkdtempSync(join(tmpdir(), 'máy khác '))
    one.write(PAGE, bulletin('Hội nghị', '', 'Sửa ở máy khác.\n'))
    expect(await told('--cache-dir', folder)).toEqual([])
    one.write(PAGE, bulletin('Hội nghị'))
    expect(await told()).toEqual([])
    one.write(PAGE, bulletin('Hội nghị', '', 'Sửa ở đây.\n'))
    expect(await told()).toEqual([])
    rmSync(folder, { recursive: true })
  })

  it.each([['--thorough'], ['--verify']])(
    'has its strangers named by %s, but not what rightly lies there',
    async (how) => {
      one = portal({ [PAGE]: bulletin('Hội nghị') })
      await told()
      for (const path of ['.well-known/security.txt', '.git/config', 'CNAME', '.nojekyll', '2023/.DS_Store'])
        put(path, 'x')
      expect(await told(how)).toEqual([])
      for (const path of ['kubet/index.html', 'kubet/a/b.html', 'shell.php', '.x.php', '2023/hoi-nghi/khuyen-mai.html'])
        put(path, 'x')
      expect(await told(how)).toEqual(['out/stranger .x.php 3'])
      expect(await told()).toEqual([])
      // They are somebody's: named, never removed.
      expect(existsSync(at('kubet/a/b.html'))).toBe(true)
    },
  )
})
