import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
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

  it('stops a build that would lose one, before anything is published, and check too; a lost book is begun anew', async () => {
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
    rmSync(join(one.root, 'content/urls.lock'))
    expect((await run(['build'], { cwd: one.root })).err).toContain('Đã lập sổ địa chỉ')
    expect(existsSync(join(one.root, 'dist/2023/hoi-nghi/index.html'))).toBe(false)
  })
})
