import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { bulletin, type TestPortal } from '../portal.ts'
import { random } from '../random.ts'
import { make } from './made.ts'
import { run, snapshot } from './run.ts'

const EVERYTHING = process.env['TX_EXHAUSTIVE'] !== undefined
const photo = (color: string): Promise<Buffer> =>
  sharp({ create: { width: 700, height: 500, channels: 3, background: color } })
    .jpeg()
    .toBuffer()

const verified = async ({ root }: TestPortal, ...argv: readonly string[]) => {
  const { exit, out } = await run(['build', '--json', '--verify', ...argv], { cwd: root })
  return { exit, ...JSON.parse(out) }
}

describe('build --verify', () => {
  it('says that a build from nothing gives the same, and changes nothing', async () => {
    const one = make({ 'content/bulletins/2023/hoi-nghi/anh.jpg': await photo('#aa3300') })
      .remove('content/bulletins/2023/hoi-nghi.md')
      .write('content/bulletins/2023/hoi-nghi/index.md', bulletin('Hội nghị', '', 'Ảnh:\n\n![Hội trường](anh.jpg)\n'))
    const first = await run(['build', '--verify'], { cwd: one.root })
    expect(first.exit).toBe(0)
    expect(first.out).toMatch(/\nĐã dựng lại từ đầu để đối chiếu: \d+ tệp đều giống từng byte\.\n$/)
    const before = snapshot(join(one.root, 'dist'))
    for (const how of ['--verify', '--verify=all', '--thorough']) {
      const { exit, verified: seen, stats } = await verified(one, how)
      expect(exit).toBe(0)
      expect(seen).toEqual({
        files: Object.keys(before).filter((name) => !name.endsWith('/')).length - 1,
        differing: [],
      })
      expect(stats).toMatchObject({ rendered: 0, encoded: 0, made: 0, changed: 0 })
    }
    expect(snapshot(join(one.root, 'dist'))).toEqual(before)
    expect((await run(['build', '--verify=all', '--lang', 'en'], { cwd: one.root })).out).toMatch(/pictures too.*same/)
  })

  it('takes no other word, and has nothing to say of a build that stopped', async () => {
    const one = make()
    await run(['build'], { cwd: one.root })
    const { exit, err } = await run(['build', '--verify=xyz'], { cwd: one.root })
    expect(exit).toBe(2)
    expect(err).toContain('--verify=all')
    one.write('content/bulletins/2023/hong.md', '---\ntitle: [\n---\n')
    const broken = await verified(one)
    expect(broken.exit).toBe(1)
    expect(broken.verified).toBeUndefined()
  })

  it.skipIf(process.platform === 'win32')(
    'says which folder is to be deleted where another one is the cache',
    async () => {
      const one = make()
      const argv = ['build', '--verify', '--cache-dir', '../bộ nhớ tx']
      const cache = join(one.root, '../bộ nhớ tx')
      try {
        await run(argv, { cwd: one.root })
        const page = join(one.root, 'dist/2023/hoi-nghi/index.html')
        spawnSync('cp', ['-p', page, join(one.root, 'cũ')])
        writeFileSync(page, readFileSync(page, 'utf8').replace('<h1', '<h2'))
        spawnSync('touch', ['-r', join(one.root, 'cũ'), page])
        const { err } = await run(argv, { cwd: one.root })
        expect(err).toContain(`Xóa thư mục “${cache}” rồi xuất lại`)
        expect(err).toContain(`npx tx-portal build --verify --cache-dir "${cache}"`)
        rmSync(cache, { recursive: true })
        expect((await run(argv, { cwd: one.root })).exit).toBe(0)
      } finally {
        rmSync(cache, { recursive: true, force: true })
      }
    },
  )

  it.skipIf(process.platform === 'win32')(
    'says of a page that was changed by hand that the rest is published',
    async () => {
      const one = make({ 'content/bulletins/2023/moi.md': bulletin('Bài mới') })
      await run(['build'], { cwd: one.root })
      const page = join(one.root, 'dist/2023/hoi-nghi/index.html')
      // As long as before and with its old time: a build by the clock does not see it.
      spawnSync('cp', ['-p', page, join(one.root, 'cũ')])
      writeFileSync(page, readFileSync(page, 'utf8').replace('<h1', '<h2'))
      spawnSync('touch', ['-r', join(one.root, 'cũ'), page])
      one.write('content/bulletins/2023/moi.md', bulletin('Bài mới', '', 'Thêm một câu.\n'))
      const { exit, out, err } = await run(['build', '--verify'], { cwd: one.root })
      expect(exit).toBe(3)
      expect(readFileSync(join(one.root, 'dist/2023/moi/index.html'), 'utf8')).toContain('Thêm một câu')
      expect(out).toMatch(/^Đã xuất trang: \d+ bài, .* tệp mới hoặc đổi/)
      expect(err).toMatch(/Các trang nằm trong thư mục dist\.\n[\s\S]*đối chiếu: 1 trong \d+ tệp đang đăng không đúng/)
      expect(err).not.toMatch(/Chưa xuất|nguyên vẹn/)
      const again = await run(['build', '--verify', '--lang', 'en', '--quiet'], { cwd: one.root })
      expect(again.err).toMatch(/of \d+ published files, 1 is not as it should be/)
      expect(again.err).not.toMatch(/Nothing has changed|Not built/)
      // What the error says to do.
      rmSync(join(one.root, '.tx-portal'), { recursive: true })
      expect(await verified(one)).toMatchObject({ exit: 0, ok: true, verified: { differing: [] } })
    },
  )

  it('holds after random edits of every kind', async () => {
    const seed = Number(process.env['TX_SEED'] ?? (EVERYTHING ? Math.floor(Math.random() * 100_000) : 2023))
    if (seed !== 2023) console.info(`TX_SEED=${seed}`)
    const next = random(seed)
    const one = make()
    const there = new Set<string>()
    let made = 0
    const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
    const text = () =>
      bulletin(
        `Bài ${Math.floor(next() * 50)}`,
        pick(['', 'tags: [vụ xuân]\n', 'authors: [Lê Thơ]\n', 'draft: true\n', 'expireAt: 01/03/2023\n']),
        pick(['Họp.\n', '## Kết quả\n\nTốt.\n', 'Xem [bài kia](/2023/hoi-nghi/).\n', `${'Câu dài. '.repeat(40)}\n`]),
      ).replace('tin-tuc', pick(['tin-tuc', 'quoc-phong-an-ninh', 'thong-bao']))
    const edits: readonly (() => unknown)[] = [
      () => {
        const path = `content/bulletins/${pick(['2022', '2023', '2024'])}/bai-${made}.md`
        made += 1
        there.add(path)
        one.write(path, text())
      },
      () => there.size > 0 && one.write(pick([...there]), text()),
      () => {
        const gone = pick([...there])
        if (gone !== undefined && there.delete(gone)) one.remove(gone)
      },
      () => one.write('templates/parts/footer.njk', `<footer>${pick(['Một', 'Hai'])} {{ site.title }}</footer>\n`),
      () => rmSync(join(one.root, 'templates'), { recursive: true, force: true }),
      () => one.write('content/static/tep.txt', String(next())),
      () => one.write('content/data/so.yml', `so: ${Math.floor(next() * 9)}\n`),
      () => one.write('content/glossary.yml', pick(['[]\n', '- {short: UBND, long: Ủy ban nhân dân}\n'])),
    ]
    for (let round = 0; round < (EVERYTHING ? 60 : 4); round += 1) {
      for (let count = 0; count < 5; count += 1) pick(edits)()
      // Addresses go here without a word, as an empty book says: that they may not is tested elsewhere.
      one.write('content/urls.lock', '')
      const { exit, verified: seen, diagnostics } = await verified(one, ...(next() < 0.2 ? ['--drafts'] : []))
      expect({ exit, differing: seen?.differing }, `seed ${seed}: ${JSON.stringify(diagnostics)}`).toEqual({
        exit: 0,
        differing: [],
      })
    }
  })
})
