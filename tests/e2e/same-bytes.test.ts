import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { copySample, REPOSITORY } from '../portal.ts'
import { folder, hashes, txPortal } from './run.ts'

const SEED = '2023/hoi-nghi-tong-ket-dong-quan-canh-phong/index.html'
const NOW = ['--now', '2025-07-01']
const root = join(folder(), 'huyện Thọ Xuân & cổng')
let wanted: ReadonlyMap<string, string>

function build(at: string, env: NodeJS.ProcessEnv = {}): ReadonlyMap<string, string> {
  const { status, stderr } = txPortal(['build', ...NOW], at, env)
  expect(status, stderr).toBe(0)
  return hashes(join(at, 'dist'))
}

/** test:all makes every picture anew; npm test some of them. */
const everything = process.env['TX_EXHAUSTIVE'] !== undefined

/** Deletes the cache: all that was read and rendered, and of the pictures those that `picture` says. */
function forget(picture: (name: string) => boolean): void {
  const cache = join(root, '.tx-portal/cache')
  for (const name of readdirSync(cache)) if (name !== 'photos') rmSync(join(cache, name), { recursive: true })
  for (const file of readdirSync(join(cache, 'photos'), { recursive: true, withFileTypes: true }))
    if (file.isFile() && picture(file.name)) rmSync(join(file.parentPath, file.name))
}

beforeAll(() => {
  copySample(root)
  wanted = build(root)
})

describe('the same bytes', () => {
  it('in a second build, and with the cache deleted', () => {
    expect(build(root)).toEqual(wanted)
    forget(everything ? () => true : (name) => /^0[0-3]/.test(name))
    expect(build(root)).toEqual(wanted)
    rmSync(join(root, 'dist'), { recursive: true })
    expect(build(root)).toEqual(wanted)
  })

  it('with what an earlier build made gone, and what others put there kept', () => {
    const stale = join(root, 'content/bulletins/2024/sap-bo.md')
    writeFileSync(
      stale,
      '---\ntitle: Sắp bỏ\ndate: 01/02/2024\ncategory: thong-bao\nsummary: Bài sẽ bỏ.\n---\nNội dung.\n',
    )
    expect(build(root).has('2024/sap-bo/index.html')).toBe(true)
    rmSync(stale)
    writeFileSync(join(root, 'dist/của người khác.txt'), 'giữ lại')
    const after = new Map(build(root))
    expect(after.delete('của người khác.txt')).toBe(true)
    rmSync(join(root, 'dist/của người khác.txt'))
    expect(after).toEqual(wanted)
  })

  const abroad = { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: '', USERPROFILE: '' }
  const settings: readonly (readonly [string, NodeJS.ProcessEnv])[] = [
    ['America/Los_Angeles and Turkish, without a home', abroad],
    ['UTC and C', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }],
  ]
  it.each(settings.slice(0, everything ? 2 : 1))('under %s', (_, env) => {
    forget(() => false)
    rmSync(join(root, 'dist'), { recursive: true, force: true })
    const built = build(root, env)
    expect(built).toEqual(wanted)
    expect(readFileSync(join(root, 'dist', SEED), 'utf8')).toContain('>13/01/2023</time>')
  })

  it('in another folder, filled in another order', () => {
    const other = join(folder('x'), 'b')
    cpSync(join(root, '.tx-portal/cache/photos'), join(other, '.tx-portal/cache/photos'), { recursive: true })
    // Files made in another order come back from the disk in another order.
    for (const name of [
      'static',
      'pages',
      'glossary.yml',
      'authors.yml',
      'units.yml',
      'categories.yml',
      'portal.yml',
    ]) {
      cpSync(join(REPOSITORY, 'content', name), join(other, 'content', name), { recursive: true })
    }
    for (const year of readdirSync(join(REPOSITORY, 'content/bulletins')).sort().reverse()) {
      cpSync(join(REPOSITORY, 'content/bulletins', year), join(other, 'content/bulletins', `${year}-x`), {
        recursive: true,
      })
      renameSync(join(other, 'content/bulletins', `${year}-x`), join(other, 'content/bulletins', year))
    }
    expect(build(other)).toEqual(wanted)
  })

  it.skipIf(process.platform === 'win32')('under another umask', () => {
    rmSync(join(root, 'dist'), { recursive: true, force: true })
    const { status } = spawnSync(
      'sh',
      ['-c', `umask 077 && "${process.execPath}" "${join(REPOSITORY, 'bin/tx-portal.js')}" build --now 2025-07-01`],
      { cwd: root, env: { ...process.env, CI: '' } },
    )
    expect(status).toBe(0)
    expect(hashes(join(root, 'dist'))).toEqual(wanted)
  })

  it('as the manifest says', () => {
    const lines = readFileSync(join(root, 'dist/manifest.sha256'), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(wanted.size - 1)
    if (process.platform === 'linux')
      expect(spawnSync('sha256sum', ['--quiet', '-c', 'manifest.sha256'], { cwd: join(root, 'dist') }).status).toBe(0)
  })
})
