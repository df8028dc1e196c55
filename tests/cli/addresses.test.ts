import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bulletin, type TestPortal } from '../portal.ts'
import { make } from './made.ts'
import { run, snapshot } from './run.ts'

const lock = (one: TestPortal): string | null => {
  const path = join(one.root, 'content/urls.lock')
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

describe('the book of addresses', () => {
  it('is written by builds that readers get, and by no other', async () => {
    const one = make()
    for (const argv of [
      ['build', '--dry-run'],
      ['build', '--drafts', '--out', 'nhap'],
      ['build', '--now', '2024-01-01', '--out', 'khac'],
      ['check'],
    ]) {
      const { exit, err } = await run(argv, { cwd: one.root })
      expect(exit, argv.join(' ')).toBe(0)
      expect(lock(one), argv.join(' ')).toBeNull()
      expect(err, argv.join(' ')).not.toContain('sổ địa chỉ')
    }
    const { exit, err } = await run(['build'], { cwd: one.root })
    expect(exit).toBe(0)
    expect(err).toMatch(/Đã lập sổ địa chỉ “content\/urls\.lock” \(\d+ địa chỉ\)/)
    const first = lock(one)
    expect(first).toMatch(/^\/2023\/hoi-nghi\/ document [0-9a-f]{8} [0-9a-f]{8}$/m)
    const again = await run(['build', '--json'], { cwd: one.root })
    expect(JSON.parse(again.out).stats).toMatchObject({ addressesAdded: 0, addressesMoved: 0, rendered: 0 })
    expect(lock(one)).toBe(first)
  })

  it('gives a renamed bulletin its alias, says so, and tells it on asking', async () => {
    const one = make()
    await run(['build'], { cwd: one.root })
    one.rename('content/bulletins/2023/hoi-nghi.md', 'content/bulletins/2023/tong-ket-nam.md')
    const { exit, err } = await run(['build'], { cwd: one.root })
    expect(exit).toBe(0)
    expect(err).toContain('1 bài đã đổi địa chỉ; địa chỉ cũ tự dẫn sang địa chỉ mới.')
    expect(readFileSync(join(one.root, 'dist/2023/hoi-nghi/index.html'), 'utf8')).toContain('/2023/tong-ket-nam/')
    const why = await run(['why', '/2023/hoi-nghi/'], { cwd: one.root })
    expect(why.out).toContain('https://xuanhoa.example.vn/2023/tong-ket-nam/')
    expect(why.out).toContain('content/bulletins/2023/tong-ket-nam.md')
  })

  it('lets nothing be published that it cannot take', async () => {
    const [inTheWay, told] = ['content/urls.lock/giữ.txt', 'content/urls.lock']
    const one = make()
    await run(['build'], { cwd: one.root })
    const before = snapshot(join(one.root, 'dist'))
    rmSync(join(one.root, 'content/urls.lock'))
    one.write(inTheWay, 'x').write('content/bulletins/2023/moi.md', bulletin('Tin mới'))
    const { exit, err } = await run(['build'], { cwd: one.root })
    expect([exit, err]).toEqual([3, expect.stringContaining(told)])
    expect(snapshot(join(one.root, 'dist'))).toEqual(before)
    expect(existsSync(join(one.root, inTheWay))).toBe(true)
    one.remove(told)
    expect((await run(['build'], { cwd: one.root })).exit).toBe(0)
    expect(lock(one)).toContain('/2023/moi/')
    expect(readdirSync(join(one.root, 'content')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('is written beside what others left there, takes away what a killed build left, and keeps its rights', async () => {
    const one = make()
    await run(['build'], { cwd: one.root })
    chmodSync(join(one.root, 'content/urls.lock'), 0o664)
    one.write('content/urls.lock.tmp', 'x').write('content/.urls.lock.0.tmp', 'y')
    one.write('content/bulletins/2023/moi.md', bulletin('Tin mới'))
    expect((await run(['build'], { cwd: one.root })).exit).toBe(0)
    expect(lock(one)).toContain('/2023/moi/')
    expect(statSync(join(one.root, 'content/urls.lock')).mode & 0o777).toBe(0o664)
    expect(readFileSync(join(one.root, 'content/urls.lock.tmp'), 'utf8')).toBe('x')
    expect(existsSync(join(one.root, 'content/.urls.lock.0.tmp'))).toBe(false)
  })

  it('stops a build that would lose one, before anything is published, and check too; an empty book gives up all of them', async () => {
    const one = make({ 'content/bulletins/2023/khac.md': bulletin('Chuyện khác', '', 'Lời khác.\n') })
    await run(['build'], { cwd: one.root })
    const before = lock(one)
    one.remove('content/bulletins/2023/hoi-nghi.md')
    for (const command of ['build', 'check']) {
      const { exit, out, err } = await run([command], { cwd: one.root })
      expect(exit).toBe(1)
      expect(out + err).toContain('address/lost')
      expect(out + err).toContain('Địa chỉ đã đăng “/2023/hoi-nghi/” không còn trang nào.')
      expect(out + err).toContain('aliases: [/2023/hoi-nghi/]')
    }
    expect(existsSync(join(one.root, 'dist/2023/hoi-nghi/index.html'))).toBe(true)
    expect(lock(one)).toBe(before)
    one.write('content/urls.lock', '')
    expect((await run(['build'], { cwd: one.root })).err).toContain('Đã lập sổ địa chỉ')
    expect(existsSync(join(one.root, 'dist/2023/hoi-nghi/index.html'))).toBe(false)
  })
})

const OLD = 'content/bulletins/2023/hoi-nghi.md'
const NEW = 'content/bulletins/2023/tong-ket-nam.md'
const REDIRECT = 'dist/2023/hoi-nghi/index.html'

/** A portal whose bulletin was renamed between two builds: its old address leads to the new one. */
async function renamed(): Promise<TestPortal> {
  const one = make()
  await run(['build'], { cwd: one.root })
  one.rename(OLD, NEW)
  expect((await run(['build'], { cwd: one.root })).exit).toBe(0)
  expect(existsSync(join(one.root, REDIRECT))).toBe(true)
  return one
}

describe('a book of addresses that is gone', () => {
  it('stops builds and check while it was all that kept an address, and nothing is touched', async () => {
    const one = await renamed()
    const book = lock(one)
    const before = snapshot(join(one.root, 'dist'))
    one.remove('content/urls.lock')
    for (const argv of [['build'], ['build', '--drafts'], ['build', '--dry-run'], ['build', '--thorough'], ['check']]) {
      const { exit, out, err } = await run(argv, { cwd: one.root })
      expect(exit, argv.join(' ')).toBe(1)
      expect(out + err, argv.join(' ')).toContain('address/book-gone')
      expect(out + err).toContain('“/2023/hoi-nghi/” nay không còn trang nào')
      expect(out + err).toContain('git checkout content/urls.lock')
      expect(lock(one)).toBeNull()
      expect(snapshot(join(one.root, 'dist'))).toEqual(before)
    }
    // Also while there is more to publish.
    one.write('content/bulletins/2023/moi.md', bulletin('Tin mới', '', 'Lời mới.\n'))
    expect((await run(['build'], { cwd: one.root })).exit).toBe(1)
    one.write('content/urls.lock', book ?? '')
    expect((await run(['build'], { cwd: one.root })).exit).toBe(0)
    expect(existsSync(join(one.root, REDIRECT))).toBe(true)
    expect(lock(one)).toContain('/2023/hoi-nghi/ moved /2023/tong-ket-nam/')
  })

  it('says how many addresses it kept, and is begun anew where somebody made an empty one', async () => {
    const one = make({ 'content/bulletins/2023/khac.md': bulletin('Chuyện khác', '', 'Lời khác.\n') })
    await run(['build'], { cwd: one.root })
    one.remove('content/urls.lock')
    one.rename(OLD, NEW).rename('content/bulletins/2023/khac.md', 'content/bulletins/2023/chuyen-khac.md')
    const told = await run(['build'], { cwd: one.root })
    expect(told.err).toContain('“/2023/hoi-nghi/” và 1 địa chỉ khác')
    one.write('content/urls.lock', '')
    expect((await run(['build'], { cwd: one.root })).exit).toBe(0)
    expect(existsSync(join(one.root, REDIRECT))).toBe(false)
    // From then on the new one is kept like the first.
    one.remove('content/urls.lock').rename(NEW, OLD)
    expect((await run(['build'], { cwd: one.root })).err).toContain('address/book-gone')
  })

  it('is begun anew without a word more where all addresses have pages', async () => {
    const one = make()
    await run(['build'], { cwd: one.root })
    const book = lock(one)
    one.remove('content/urls.lock').write('content/bulletins/2023/moi.md', bulletin('Tin mới', '', 'Lời mới.\n'))
    const { exit, err } = await run(['build'], { cwd: one.root })
    expect([exit, err]).toEqual([0, expect.stringContaining('Đã lập sổ địa chỉ')])
    for (const line of (book ?? '').split('\n')) expect(lock(one)).toContain(line)
  })

  it.each([
    ['drafts', ['--drafts']],
    ['another day', ['--now', '2024-01-01']],
  ])('is not missed after a first build with %s, which wrote none', async (_, options) => {
    const one = make({ 'content/bulletins/2023/nhap.md': bulletin('Bản nháp', 'draft: true\n', 'Chưa xong.\n') })
    expect((await run(['build', ...options], { cwd: one.root })).exit).toBe(0)
    one.rename(OLD, NEW)
    expect((await run(['build'], { cwd: one.root })).exit).toBe(0)
    expect(lock(one)).toContain('/2023/tong-ket-nam/')
  })

  it('is missed again when a build with drafts has been there in between and left the same pages', async () => {
    const one = await renamed()
    expect((await run(['build', '--drafts'], { cwd: one.root })).exit).toBe(0)
    one.remove('content/urls.lock')
    expect((await run(['build'], { cwd: one.root })).err).toContain('address/book-gone')
  })

  it('is not missed after builds that failed, nor by errors of a bulletin', async () => {
    const one = make({ 'content/bulletins/2023/sai.md': '---\ntitle: Sai\n---\nLời.\n' })
    expect((await run(['build'], { cwd: one.root })).exit).toBe(1)
    one.remove('content/bulletins/2023/sai.md').rename(OLD, NEW)
    expect((await run(['build'], { cwd: one.root })).exit).toBe(0)
    one.remove('content/urls.lock').write(NEW, '---\ntitle: Sai\n---\nLời.\n')
    const broken = await run(['build'], { cwd: one.root })
    expect(broken.exit).toBe(1)
    expect(broken.err).not.toContain('address/book-gone')
  })

  it('is not missed where nothing is remembered, nor by a build into another folder', async () => {
    const one = await renamed()
    one.remove('content/urls.lock')
    expect((await run(['build', '--drafts', '--out', 'khac'], { cwd: one.root })).exit).toBe(0)
    one.remove('.tx-portal')
    expect((await run(['build'], { cwd: one.root })).exit).toBe(0)
    expect(lock(one)).toContain('/2023/tong-ket-nam/')
  })

  it('is not missed after a build that was killed when all was published and nothing written down', async () => {
    const one = make()
    const cache = join(one.root, '.tx-portal')
    const kept = join(one.root, 'kept')
    await run(['build'], { cwd: one.root })
    one.remove('content/urls.lock').remove('.tx-portal').rename(OLD, NEW)
    expect((await run(['build'], { cwd: one.root })).exit).toBe(0)
    const book = lock(one)
    cpSync(cache, kept, { recursive: true })
    one.write('content/bulletins/2023/moi.md', bulletin('Tin mới', '', 'Lời mới.\n'))
    await run(['build'], { cwd: one.root })
    one.write('content/urls.lock', book ?? '').remove('.tx-portal')
    cpSync(kept, cache, { recursive: true })
    expect((await run(['build'], { cwd: one.root })).exit).toBe(0)
    expect(lock(one)).toContain('/2023/moi/')
  })

  it('is no matter of previews', async () => {
    const one = await renamed()
    one.remove('content/urls.lock')
    const { err, out } = await run(['preview', NEW, '--out', 'ban-xem.html'], { cwd: one.root })
    expect(out + err).not.toContain('address/book-gone')
  })
})
