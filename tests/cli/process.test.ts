import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { silentMachine } from '../../src/cli/machine.ts'
import { bulletin, REPOSITORY } from '../portal.ts'
import { until } from '../serve/preview.ts'
import { make } from './made.ts'
import { snapshot } from './run.ts'

// The command as users run it: bin/tx-portal.js over the compiled lib/.
const BIN = join(REPOSITORY, 'bin/tx-portal.js')
const env = { PATH: process.env.PATH ?? '', LANG: 'C' }

const tx = (argv: readonly string[], cwd: string, more: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], {
    cwd,
    encoding: 'utf8',
    env: { ...env, ...more },
  })
  return { exit: status, out: stdout, err: stderr }
}

/** Resolves with what was said as soon as it fits, or at the end. */
function said(child: ChildProcess, stream: 'stdout' | 'stderr', pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    child[stream]?.on('data', (chunk) => {
      text += chunk
      if (pattern.test(text)) resolve(text)
    })
    child.on('close', () => resolve(text))
  })
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode)
    else child.on('close', (code) => resolve(code))
  })

describe('the command', () => {
  it('builds, exits with 0, 1, 2 as the contract says, and prints no colours into a pipe whatever is wished', () => {
    const one = make()
    expect(tx(['build'], one.root)).toMatchObject({ exit: 0 })
    expect(existsSync(join(one.root, 'dist/2023/hoi-nghi/index.html'))).toBe(true)
    one.write('content/bulletins/2023/sai.md', bulletin('Sai').replace('13/01/2023', 'hôm qua'))
    const { exit, out, err } = tx(['build'], one.root, { FORCE_COLOR: '1' })
    expect(exit).toBe(1)
    expect(err).toContain('content/bulletins/2023/sai.md:3:7  lỗi  date/form')
    expect(out + err).not.toContain('\x1b')
    expect(tx(['build', '--khong-co'], one.root).exit).toBe(2)
    expect(tx(['build'], tmpdir()).exit).toBe(2)
  })

  it('says all of it before it ends, to whoever reads slowly', async () => {
    const text = Array.from({ length: 2000 }, (_, n) => `[trang ${n}](khong-co-${n}.md)`).join('\n\n')
    const { root } = make({ 'content/bulletins/2023/nhieu-loi.md': bulletin('Nhiều lỗi', '', text) })
    const child = spawn(process.execPath, [BIN, 'check', '--json'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const out = said(child, 'stdout', /(?!)/)
    expect(await ended(child)).toBe(1)
    expect(Buffer.byteLength(await out)).toBeGreaterThan(500_000)
    expect(JSON.parse(await out).diagnostics.length).toBeGreaterThanOrEqual(2000)
  })

  it('keeps on working when whoever reads its output goes away', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`content/bulletins/2023/bai-${n}.md`, bulletin(`Bài ${n}`)]),
    )
    const { root } = make(files)
    // Closed before the command has begun: whatever it writes comes too late.
    const deaf = async (argv: readonly string[]) => {
      const child = spawn(process.execPath, [BIN, ...argv], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
      child.stdout.destroy()
      const errors = said(child, 'stderr', /(?!)/)
      expect(await ended(child)).toBe(0)
      expect(await errors).not.toMatch(/EPIPE|Error/)
    }
    await deaf(['list', 'all'])
    await deaf(['build', '--json'])
    expect(existsSync(join(root, 'dist/index.html'))).toBe(true)
  })
})

describe('the launcher', () => {
  it('loads what every command needs as one file', () => {
    const run = join(REPOSITORY, 'lib/run')
    const importedBy = (file: string) =>
      [...readFileSync(join(run, file), 'utf8').matchAll(/^(?:import|\}) ?(?:from )?"\.\/([^"]+)";$/gm)].map(
        ([, name]) => name ?? '',
      )
    const [atOnce = '', ...more] = importedBy('main.js')
    expect(more).toEqual([])
    expect(importedBy(atOnce)).toEqual([])
  })

  it('says in one sentence that the tool is not compiled yet', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chưa dịch '))
    cpSync(BIN, join(folder, 'bin/tx-portal.mjs'))
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin/tx-portal.mjs')], {
      encoding: 'utf8',
    })
    rmSync(folder, { recursive: true })
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toContain('npm run build:tool')
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('says in one sentence which Node it needs', () => {
    const old = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"18.19.1"}})'
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', old, BIN], { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/20\.19.*18\.19\.1.*https:\/\/nodejs\.org\//)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

// Windows has no signals that a process could hear.
describe.skipIf(process.platform === 'win32')('signals', () => {
  it('stop a build in the middle: dist as before, no lock, 130', async () => {
    const one = make()
    tx(['build'], one.root)
    const before = snapshot(join(one.root, 'dist'))
    const photo = readFileSync(
      join(REPOSITORY, 'content/bulletins/2021/mua-gat-tren-canh-dong-ven-song-chu/DSC_0112.JPG'),
    )
    const images = Array.from({ length: 24 }, (_, n) => `anh ${n}.jpg`)
    const folder = 'content/bulletins/2023/nhieu-anh'
    // The same picture with another last byte is another picture.
    for (const [n, name] of images.entries()) one.write(`${folder}/${name}`, Buffer.concat([photo, Buffer.from([n])]))
    one.write(`${folder}/index.md`, bulletin('Nhiều ảnh', '', images.map((name) => `![Ảnh](${name})\n`).join('\n')))
    const child = spawn(process.execPath, [BIN, 'build', '--verbose'], {
      cwd: one.root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const text = said(child, 'stderr', /(?!)/)
    // This line comes when the first picture is done; twenty-three are left.
    await said(child, 'stderr', /đang đọc bài/)
    child.kill('SIGINT')
    expect(await ended(child)).toBe(130)
    expect(await text).toContain('Đã dừng theo yêu cầu.')
    expect(snapshot(join(one.root, 'dist'))).toEqual(before)
    expect(readdirSync(join(one.root, 'dist'))).not.toContain('.tx-portal')
  })

  /** A preview of a portal with a draft, ended by a signal: what it said, and what it answered for the draft. */
  async function previewed(signal: 'SIGINT' | 'SIGTERM', argv: readonly string[]) {
    const one = make({ 'content/bulletins/2023/nhap.md': bulletin('Bản nháp', 'draft: true\n') })
    const child = spawn(process.execPath, [BIN, 'serve', '--port', '0', ...argv], {
      cwd: one.root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const notes = said(child, 'stderr', /(?!)/)
    const url = /http:\/\/\S+/.exec(await said(child, 'stdout', /\n/))?.[0] ?? ''
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const draft = await fetch(`${url}2023/nhap/`)
    const html = await draft.text()
    // A page that listens stays for ever: who waited for it would not end.
    const token = /data-token="([^"]+)"/.exec(html)?.[1] ?? ''
    const listening = await fetch(`${url}__portal/events?${new URLSearchParams({ token, page: '/' })}`)
    expect(listening.status).toBe(200)
    child.kill(signal)
    const code = await ended(child)
    await listening.body?.cancel().catch(() => undefined)
    expect(existsSync(join(one.root, 'dist'))).toBe(false)
    return { code, status: draft.status, html, notes: await notes }
  }

  it('SIGINT ends a preview at once, which shows drafts', async () => {
    const { code, status, html } = await previewed('SIGINT', [])
    expect([code, status]).toEqual([130, 200])
    expect(html).toContain('Bản nháp')
  })

  it('a preview shows what one person saves while the file of another is faulty, which stays as it was', async () => {
    const [mine, theirs] = ['content/bulletins/2023/cua-toi.md', 'content/bulletins/2023/cua-ban.md']
    const one = make({
      [mine]: bulletin('Bài của tôi'),
      [theirs]: bulletin('Bài của bạn', '', 'Đoạn chưa ai mở xem.\n'),
    })
    const child = spawn(process.execPath, [BIN, 'serve', '--port', '0'], {
      cwd: one.root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const url = /http:\/\/\S+/.exec(await said(child, 'stdout', /\n/))?.[0] ?? ''
    const page = async (slug: string) => (await fetch(`${url}2023/${slug}/`)).text()
    one.write(theirs, '---\ntitle: Bài viết dở\n')
    await until('the error', async () => (await page('cua-toi')).includes('tx-portal-problems'))
    one.write(mine, bulletin('Bài của tôi đã sửa'))
    await until('what was saved', async () => (await page('cua-toi')).includes('<h1>Bài của tôi đã sửa</h1>'))
    const other = await page('cua-ban')
    child.kill('SIGINT')
    await ended(child)
    expect(other).toContain('<h1>Bài của bạn</h1>')
    expect(other).toContain('Đoạn chưa ai mở xem.')
    expect(other).toContain(`<code>${theirs}`)
  })

  it('SIGTERM ends one at once, which hides drafts with --no-drafts, and says when others can see it', async () => {
    const { code, status, notes } = await previewed('SIGTERM', ['--no-drafts', '--host', '0.0.0.0'])
    expect([code, status]).toEqual([143, 404])
    expect(notes).toContain('người khác cùng mạng cũng xem được')
  })
})

describe.runIf(process.platform === 'linux')('what Linux says of processes', () => {
  it('names the start of the machine with the container, and when a process began', () => {
    const { space, startOf } = silentMachine()
    expect(space()).toMatch(/^[0-9a-f-]{36} pid:\[\d+\]$/)
    expect(startOf(process.pid)).toMatch(/^\d+$/)
    expect(startOf(process.pid)).toBe(startOf(process.pid))
    expect(startOf(2 ** 30)).toBeNull()
  })
})
