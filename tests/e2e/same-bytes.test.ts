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

function build(at: string, env: NodeJS.ProcessEnv = {}, umask?: string): ReadonlyMap<string, string> {
  const { status, stderr } = txPortal(['build', ...NOW], at, env, umask)
  expect(status, stderr).toBe(0)
  return hashes(join(at, 'dist'))
}

/** test:all makes every picture anew and changes one thing at a time; npm test makes some of them, and changes several at once. */
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

/** The sample in another folder, made in another order: its files come back from the disk in another order. */
function inAnotherOrder(): string {
  const other = join(folder('x'), 'b')
  cpSync(join(root, '.tx-portal/cache/photos'), join(other, '.tx-portal/cache/photos'), { recursive: true })
  const years = join(REPOSITORY, 'content/bulletins')
  const names = readdirSync(join(REPOSITORY, 'content')).sort().reverse()
  for (const name of names.filter((one) => one !== 'bulletins'))
    cpSync(join(REPOSITORY, 'content', name), join(other, 'content', name), { recursive: true })
  for (const year of readdirSync(years).sort().reverse()) {
    cpSync(join(years, year), join(other, 'content/bulletins', `${year}-x`), { recursive: true })
    renameSync(join(other, 'content/bulletins', `${year}-x`), join(other, 'content/bulletins', year))
  }
  return other
}

/** A machine abroad, whose person has no home and lets nobody read their files. */
const ABROAD = { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: '', USERPROFILE: '' }

describe('the same bytes', () => {
  it('in a second build', () => {
    expect(build(root)).toEqual(wanted)
  })

  it.runIf(everything)('with the cache deleted', () => {
    forget(() => true)
    expect(build(root)).toEqual(wanted)
  })

  it.runIf(everything)(
    'into an emptied folder, with what an earlier build made gone, and what others put there kept',
    () => {
      rmSync(join(root, 'dist'), { recursive: true })
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
    },
  )

  it('in another folder filled in another order, under America/Los_Angeles and Turkish, without a home, under another umask', () => {
    const other = inAnotherOrder()
    expect(build(other, ABROAD, '077')).toEqual(wanted)
    expect(readFileSync(join(other, 'dist', SEED), 'utf8')).toContain('>13/01/2023</time>')
  })

  const settings: readonly (readonly [string, NodeJS.ProcessEnv, umask?: string])[] = [
    ['America/Los_Angeles and Turkish, without a home', ABROAD],
    ['UTC and C', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }],
    ['another umask', {}, '077'],
  ]
  it.runIf(everything).for(settings)('under %s', ([, env, umask]) => {
    forget(() => false)
    rmSync(join(root, 'dist'), { recursive: true, force: true })
    expect(build(root, env, umask)).toEqual(wanted)
  })

  it('as the manifest says', () => {
    const lines = readFileSync(join(root, 'dist/manifest.sha256'), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(wanted.size - 1)
    if (process.platform === 'linux')
      expect(spawnSync('sha256sum', ['--quiet', '-c', 'manifest.sha256'], { cwd: join(root, 'dist') }).status).toBe(0)
  })
})
