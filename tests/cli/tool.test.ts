import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestCode } from '../../src/cli/disk.ts'
import { toolDigest, toolRoot, toolVersion } from '../../src/cli/tool.ts'
import { build, check } from '../../src/index.ts'
import { bulletin, portal, REPOSITORY } from '../portal.ts'

const folders: string[] = []
const copy = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'chương trình '))
  folders.push(folder)
  cpSync(join(REPOSITORY, 'src/core'), folder, { recursive: true })
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

describe('the digest of the tool', () => {
  it('is that of its code and packages, wherever it is installed', () => {
    const [one, two] = [copy(), copy()]
    const digest = digestCode(one)
    expect(digestCode(two)).toBe(digest)
    writeFileSync(join(two, 'path.d.ts'), 'nothing that runs')
    expect(digestCode(two)).toBe(digest)
    writeFileSync(join(two, 'path.ts'), `${readFileSync(join(two, 'path.ts'), 'utf8')} `)
    expect(digestCode(two)).not.toBe(digest)
  })

  it('is noted when the code is compiled, so that it need not be read at every start', () => {
    const lib = join(REPOSITORY, 'lib')
    expect(readFileSync(join(lib, 'code.digest'), 'utf8')).toBe(digestCode(lib))
  })

  it('belongs to this repository', () => {
    expect(toolRoot).toBe(REPOSITORY)
    expect(toolVersion()).toBe(JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')).version)
    expect(toolDigest()).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('the tool as a library', () => {
  let one: ReturnType<typeof portal>
  beforeAll(() => {
    one = portal({ 'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị') })
  })
  afterAll(() => one.close())

  it('builds and checks, prints nothing, and hands over the document of --json', async () => {
    const built = await build({ root: one.root, now: '2024-01-01' })
    expect(built).toMatchObject({ ok: true, diagnostics: [], stats: { bulletins: 1 } })
    const out = join(one.root, 'ra')
    expect((await build({ root: one.root, out })).stats.made).toBe(built.stats.made)
    expect(await check({ root: one.root })).toMatchObject({ ok: true })
    one.write('content/bulletins/2023/sai.md', bulletin('Sai').replace('13/01/2023', 'hôm qua'))
    const wrong = await check({ root: one.root, language: 'en' })
    expect(wrong.ok).toBe(false)
    expect(wrong.diagnostics.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['date/form', 'content/bulletins/2023/sai.md', 3],
    ])
  })

  it('says what stands in its way, and what the machine refuses', async () => {
    const out = join(one.root, 'ra')
    one.remove('content/bulletins/2023/sai.md')
    await build({ root: one.root, out })
    one.write('content/bulletins/2023/moi.md', bulletin('Tin mới')).write('ra/2023/moi/index.html', 'của người khác')
    expect(await build({ root: one.root, out })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'out/foreign-file' }],
    })
    one.remove('ra').remove('content/urls.lock').write('content/urls.lock/a.txt', 'x')
    expect(await build({ root: one.root, out })).toMatchObject({ ok: false, diagnostics: [{ code: 'disk/failed' }] })
    one.remove('content/urls.lock').remove('content/bulletins/2023/moi.md')
  })

  it('says what is wrong with its options', async () => {
    expect(await build({ root: tmpdir() })).toMatchObject({ ok: false, diagnostics: [{ code: 'usage/not-a-portal' }] })
    const now = await build({ root: one.root, now: 'hôm qua' })
    expect(now).toMatchObject({ ok: false, diagnostics: [{ code: 'usage/option-argument' }] })
    const out = await build({ root: one.root, out: join(one.root, 'content') })
    expect(out).toMatchObject({ ok: false, diagnostics: [{ code: 'out/refused' }] })
  })
})
