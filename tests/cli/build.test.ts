import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeLock } from '../../src/pipeline/write.ts'
import { atEnd } from '../closing.ts'
import { bulletin, CATEGORIES_YML, PORTAL_YML, REPOSITORY, type TestPortal } from '../portal.ts'
import { make } from './made.ts'
import { run, snapshot } from './run.ts'

const at = (one: TestPortal): string => join(one.root, 'dist')
const buildJson = async (one: TestPortal, ...argv: string[]) => {
  const ran = await run(['build', '--json', ...argv], { cwd: one.root })
  return { ...ran, json: JSON.parse(ran.out) }
}

describe('build', () => {
  it('publishes and says so in one line', async () => {
    const one = make()
    const { exit, out, err } = await run(['build'], { cwd: one.root })
    expect(err).toMatch(
      /^Các trang nằm trong thư mục dist\.\nĐã lập sổ địa chỉ “content\/urls\.lock” \(\d+ địa chỉ\)\. Hãy lưu tệp này cùng nội dung của cổng\.\n$/,
    )
    expect(out).toMatch(
      /^Đã xuất trang: 1 bài, \d+ trang, 0 ảnh; \d+ tệp mới hoặc đổi, 0 tệp giữ nguyên, 0 tệp bỏ đi; /,
    )
    expect(out.split('\n')).toHaveLength(2)
    expect(exit).toBe(0)
    expect(readFileSync(join(at(one), '2023/hoi-nghi/index.html'), 'utf8')).toContain('Hội nghị tổng kết')
    expect(existsSync(join(at(one), '.tx-portal'))).toBe(false)
  })

  it('speaks English with --lang, with TX_LANG, or as portal.yml says', async () => {
    const one = make()
    expect((await run(['build', '--lang', 'en'], { cwd: one.root })).out).toMatch(/^Built: 1 bulletin/)
    expect((await run(['--lang=en', 'build'], { cwd: one.root })).out).toMatch(/^Built/)
    expect((await run(['build'], { cwd: one.root, env: { TX_LANG: 'en' } })).out).toMatch(/^Built/)
    expect((await run(['build', '--lang', 'vi'], { cwd: one.root, env: { TX_LANG: 'en' } })).out).toMatch(/^Đã/)
    one.write('content/portal.yml', `${PORTAL_YML}language: en\n`)
    expect((await run(['build', '--root', one.root], { cwd: '/' })).out).toMatch(/^Built/)
  })

  it('finds the portal by --root and publishes where --out says from here', async () => {
    const one = make()
    expect((await run(['build', '--root', one.root], { cwd: '/' })).exit).toBe(0)
    expect(existsSync(join(at(one), 'index.html'))).toBe(true)
    const { exit, err } = await run(['build', '--root', '.', '--out', 'ra/đây'], { cwd: one.root })
    expect(exit).toBe(0)
    expect(err).toContain('ra/đây')
    expect(existsSync(join(one.root, 'ra/đây/index.html'))).toBe(true)
  })

  it('takes --now as a day or a time of the portal, and says what waits', async () => {
    const one = make({ 'content/bulletins/2024/sap-toi.md': bulletin('Sắp tới', 'publishAt: 20/01/2024 07:30\n') })
    const before = await buildJson(one, '--now', '20/01/2024 07:29')
    expect(before.json.stats.bulletins).toBe(1)
    expect(before.json.excluded).toEqual([
      { file: 'content/bulletins/2024/sap-toi.md', state: 'scheduled', at: '2024-01-20T07:30:00+07:00' },
    ])
    expect(before.json.nextDue).toBe('2024-01-20T07:30:00+07:00')
    const words = await run(['build', '--now', '2024-01-20T00:29:00Z'], { cwd: one.root })
    expect(words.err).toContain('content/bulletins/2024/sap-toi.md – hẹn giờ đăng lúc 07:30, 20/01/2024')
    expect((await buildJson(one, '--now', '2024-01-20T00:30:00Z')).json).toMatchObject({ excluded: [], nextDue: null })
    expect((await buildJson(one, '--now', '2024-01-21')).json.stats.bulletins).toBe(2)
    expect((await buildJson(one, '--now', '2024-01-01', '--drafts')).json.stats.bulletins).toBe(2)
  })

  it('takes --base-url in place of the one in portal.yml', async () => {
    const one = make()
    await run(['build', '--base-url', 'https://khac.example.vn/sub/'], { cwd: one.root })
    const page = readFileSync(join(at(one), 'index.html'), 'utf8')
    expect(page).toContain('https://khac.example.vn/sub/')
    expect(page).not.toContain('//xuanhoa.example.vn')
  })

  it('counts warnings, and tells where to read them', async () => {
    const one = make({ 'content/bulletins/2023/lac.docx': 'x', 'content/bulletins/2023/lac-2.docx': 'x' })
    const { exit, err } = await run(['build'], { cwd: one.root })
    expect(exit).toBe(0)
    expect(err).toContain('Có 2 cảnh báo. Xem từng cảnh báo bằng lệnh “npx tx-portal check”.')
    expect(err).not.toContain('lac.docx')
  })

  it('says only results with --quiet', async () => {
    const one = make({ 'content/bulletins/2023/nhap.md': bulletin('Nháp', 'draft: true\n') })
    expect((await run(['build', '--quiet'], { cwd: one.root })).err).toBe('')
    expect((await run(['build'], { cwd: one.root })).err).toContain('Chưa đăng 1 bài')
  })
})

/** Twelve files, each broken in its own way, with what is said of it. */
const broken: Readonly<Record<string, readonly [text: string, said: string]>> = {
  'a.md': [bulletin('A').replace('tin-tuc', 'tin-tucc'), ':4:11  lỗi  category/unknown'],
  'b.md': [bulletin('B').replace('13/01/2023', '31/02/2023'), ':3:7  lỗi  date/no-such-day'],
  'c.md': [bulletin('C').replace('title: C\n', ''), '  lỗi  field/missing'],
  'd.md': [bulletin('D', 'tilte: x\n'), ':6:1  lỗi  field/unknown'],
  'e.md': [bulletin('E').replace('---\n', '---js\n'), ':1:1  lỗi  front-matter/opening'],
  'f.md': ['Không có phần khai báo.\n', '  lỗi  front-matter/missing'],
  'g.md': [bulletin('G', '', '![Quang cảnh](khong-co.jpg)\n'), '  lỗi  image/missing'],
  'h.md': [bulletin('H', '', '[bài cũ](khong-co.md)\n'), '  lỗi  link/broken'],
  'i.md': [bulletin('I', '', '[bấm](javascript:alert(1))\n'), '  lỗi  link/unsafe'],
  'k.md': [bulletin('K', 'title: K\n'), '  lỗi  yaml/duplicate-key'],
  'l.md': [bulletin('L').replace('13/01/2023', '13/01/23'), ':3:7  lỗi  date/short-year'],
  'm.md': [bulletin('M', 'tags: [a, b\n'), '  lỗi  yaml/syntax'],
}

describe('a content error', () => {
  it('is told for each of twelve broken files in one run, and dist stays bit for bit', async () => {
    const one = make()
    await run(['build'], { cwd: one.root })
    const before = snapshot(at(one))
    for (const [name, [text]] of Object.entries(broken)) one.write(`content/bulletins/2023/${name}`, text)
    const { exit, out, err } = await run(['build'], { cwd: one.root })
    expect(exit).toBe(1)
    expect(out).toBe('')
    for (const [name, [, said]] of Object.entries(broken)) {
      const line = err.split('\n').find((each) => each.startsWith(`content/bulletins/2023/${name}`))
      expect(line?.slice(`content/bulletins/2023/${name}`.length), err).toContain(said)
    }
    expect(err.match(/^content\/.* {2}lỗi {2}/gm)).toHaveLength(12)
    expect(err).toContain('Chưa xuất trang: còn 12 lỗi cần sửa.')
    expect(snapshot(at(one))).toEqual(before)
    const json = await buildJson(one)
    expect(json.json.diagnostics.filter((each: { severity: string }) => each.severity === 'error')).toHaveLength(12)
  })

  it('is shown with its line, its caret and its remedy', async () => {
    const one = make({
      'content/categories.yml': CATEGORIES_YML.replace('Quốc phòng - An ninh', 'Quốc phòng – An ninh'),
      'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị').replace('tin-tuc', 'quoc-phong-an-nin'),
    })
    const { err } = await run(['build'], { cwd: one.root })
    expect(err).toBe(
      `${[
        'content/bulletins/2023/hoi-nghi.md:4:11  lỗi  category/unknown',
        '  4 │ category: quoc-phong-an-nin',
        '    │           ^^^^^^^^^^^^^^^^^',
        '  Chưa có chuyên mục “quoc-phong-an-nin”. Có phải ý anh/chị là “quoc-phong-an-ninh” (Quốc phòng – An ninh)?',
        '  Bài chưa thể đăng vì chưa rõ thuộc chuyên mục nào. Xem danh sách trong tệp content/categories.yml.',
        '',
        'Chưa xuất trang: còn 1 lỗi cần sửa. Những trang đã đăng trước đó vẫn nguyên vẹn.',
      ].join('\n')}\n`,
    )
  })

  it('is told twice for the same text in two files, and again in the next run', async () => {
    const text = bulletin('Sai').replace('13/01/2023', 'hôm qua')
    const one = make({ 'content/bulletins/2023/mot.md': text, 'content/bulletins/2023/hai.md': text })
    for (const turn of [1, 2]) {
      const { err } = await run(['build'], { cwd: one.root })
      expect(err.match(/date\/form/g), `turn ${turn}`).toHaveLength(2)
      expect(err).toContain('content/bulletins/2023/mot.md:3:7')
      expect(err).toContain('content/bulletins/2023/hai.md:3:7')
    }
  })

  it('leaves no dist where there was none', async () => {
    const one = make({ 'content/bulletins/2023/sai.md': bulletin('Sai').replace('13/01/2023', 'hôm qua') })
    expect((await run(['build'], { cwd: one.root })).exit).toBe(1)
    expect(existsSync(at(one))).toBe(false)
  })

  it('in a template names template, line and bulletin', async () => {
    const own = readFileSync(join(REPOSITORY, 'templates/bulletin.njk'), 'utf8')
    const one = make()
    await run(['build'], { cwd: one.root })
    const before = snapshot(at(one))
    one.write('templates/bulletin.njk', `${own}\n{{ bulletin.extra.khongCo.gi }}\n`)
    const { exit, err } = await run(['build'], { cwd: one.root })
    expect(exit).toBe(1)
    expect(err).toMatch(new RegExp(`templates/bulletin\\.njk:${own.split('\n').length + 1}:\\d+ {2}lỗi {2}template/`))
    expect(err).toContain('│ {{ bulletin.extra.khongCo.gi }}')
    expect(err).toContain('content/bulletins/2023/hoi-nghi.md')
    expect(snapshot(at(one))).toEqual(before)
  })
})

describe('--json', () => {
  it('prints the one document of the contract and nothing else on stdout', async () => {
    const one = make()
    const { exit, json, err } = await buildJson(one)
    expect(exit).toBe(0)
    expect(err).toBe('')
    expect(Object.keys(json)).toEqual(['ok', 'diagnostics', 'stats', 'excluded', 'nextDue'])
    expect(json).toMatchObject({ ok: true, diagnostics: [], excluded: [], nextDue: null })
    expect(json.stats).toMatchObject({ bulletins: 1, images: 0, changed: 0, kept: 0, removed: 0, encoded: 0 })
    for (const key of ['pages', 'read', 'parsed', 'rendered', 'made', 'ms']) expect(json.stats[key]).toBeGreaterThan(0)
  })

  it('names severity, code, file, line, column, message and hint of each problem', async () => {
    const one = make({ 'content/bulletins/2023/sai.md': bulletin('Sai').replace('13/01/2023', 'hôm qua') })
    const { exit, json } = await buildJson(one)
    expect(exit).toBe(1)
    expect(json.ok).toBe(false)
    expect(json.diagnostics).toHaveLength(1)
    expect(json.diagnostics[0]).toEqual({
      severity: 'error',
      code: 'date/form',
      file: 'content/bulletins/2023/sai.md',
      line: 3,
      column: 7,
      message: expect.stringContaining('hôm qua'),
      hint: expect.stringContaining('13/01/2023'),
    })
  })

  it('is a document for a wrong command line and for a folder that is no portal too', async () => {
    const wrong = await run(['build', '--json', '--khong-co'], { cwd: '/' })
    expect(JSON.parse(wrong.out)).toMatchObject({ ok: false, diagnostics: [{ code: 'usage/unknown-option' }] })
    expect(wrong).toMatchObject({ exit: 2, err: '' })
    const nowhere = await run(['build', '--json'], { cwd: REPOSITORY.slice(0, REPOSITORY.lastIndexOf('/')) || '/' })
    expect(JSON.parse(nowhere.out)).toMatchObject({ ok: false, diagnostics: [{ code: 'usage/not-a-portal' }] })
    expect(nowhere).toMatchObject({ exit: 2, err: '' })
  })
})

describe('a second build', () => {
  const many = () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [
        `content/bulletins/2023/bai-${n}.md`,
        bulletin(`Bài ${n}`).replace('13/01', `${(n % 28) + 1}/02`),
      ]),
    )
    return make({ ...files, 'content/bulletins/2022/cu.md': bulletin('Bài cũ').replace('13/01/2023', '01/02/2022') })
  }

  it('reads, parses and renders nothing when nothing has changed', async () => {
    const one = many()
    const first = await buildJson(one)
    expect(first.json.stats.read).toBe(44)
    const second = await buildJson(one)
    expect(second.json.stats).toMatchObject({
      read: 0,
      parsed: 0,
      rendered: 0,
      made: 0,
      changed: 0,
      removed: 0,
      kept: first.json.stats.made,
    })
    const words = await run(['build'], { cwd: one.root })
    expect(words.err).toContain('Không có gì thay đổi')
  })

  it('reads one file, renders one page and writes it and its words in the search index when one old body was edited', async () => {
    const one = many()
    await buildJson(one)
    await buildJson(one)
    one.write(
      'content/bulletins/2022/cu.md',
      bulletin('Bài cũ', '', 'Đoạn đã sửa.\n').replace('13/01/2023', '01/02/2022'),
    )
    const { json } = await buildJson(one)
    expect(json.stats).toMatchObject({ read: 1, parsed: 1, rendered: 1, made: 0, changed: 2, removed: 0 })
  })

  it('makes the same bytes without its cache, and reads everything again with --thorough and in CI', async () => {
    const one = many()
    const { json } = await buildJson(one)
    const before = snapshot(at(one))
    one.remove('.tx-portal')
    expect((await buildJson(one)).json.stats).toMatchObject({ read: 44, made: 0, changed: 0, kept: json.stats.made })
    expect(snapshot(at(one))).toEqual(before)
    expect((await buildJson(one, '--thorough')).json.stats).toMatchObject({ read: 44, parsed: 0, rendered: 0 })
    const ci = await run(['build', '--json'], { cwd: one.root, env: { CI: 'true' } })
    expect(JSON.parse(ci.out).stats).toMatchObject({ read: 44, parsed: 0 })
    for (const [CI, read] of [
      ['1', 44],
      ['woodpecker', 44],
      ['false', 0],
      ['0', 0],
      ['', 0],
    ] as const) {
      const said = await run(['build', '--json'], { cwd: one.root, env: { CI } })
      expect(JSON.parse(said.out).stats, CI).toMatchObject({ read })
    }
  })

  it('takes what was made along in --cache-dir, to a checkout elsewhere too', async () => {
    const [one, elsewhere] = [many().remove('.tx-portal'), many().remove('.tx-portal')]
    const folder = mkdtempSync(join(tmpdir(), 'bộ nhớ '))
    atEnd(() => rmSync(folder, { recursive: true }))
    const kept = ['--cache-dir', join(folder, 'ảnh')]
    expect((await buildJson(one, ...kept)).json.stats.parsed).toBeGreaterThan(0)
    expect(existsSync(join(one.root, '.tx-portal/cache'))).toBe(false)
    expect((await buildJson(one, ...kept)).json.stats).toMatchObject({ parsed: 0, rendered: 0, changed: 0 })
    expect((await buildJson(elsewhere, ...kept)).json.stats).toMatchObject({ parsed: 0, encoded: 0 })
    const manifest = (of: TestPortal) => readFileSync(join(at(of), 'manifest.sha256'), 'utf8')
    expect(manifest(elsewhere)).toBe(manifest(one))
  })

  it.each(['.', '..', 'content', 'content/cache', 'templates', 'dist', 'dist/cache'])(
    'does not keep its cache in what is read or published, or around it: %s',
    async (folder) => {
      const one = many()
      const { exit, err } = await run(['build', '--cache-dir', folder], { cwd: one.root })
      expect([exit, err]).toEqual([2, expect.stringContaining('--cache-dir')])
      expect(existsSync(at(one))).toBe(false)
    },
  )

  it.each(['--out', '--cache-dir'])('makes no folder with the name ~ of %s, which no shell has read', async (flag) => {
    const one = many()
    for (const given of ['~', '~/thu-muc']) {
      const { exit, err } = await run(['build', `${flag}=${given}`], { cwd: one.root })
      expect([exit, err]).toEqual([2, expect.stringContaining(given === '~' ? `“${flag}”` : 'thu-muc')])
    }
    expect(existsSync(join(one.root, '~'))).toBe(false)
  })

  it('says of a folder around the portal that it is that, not the portal', async () => {
    const { exit, err } = await run(['build', '--out', '..'], { cwd: many().root })
    expect([exit, err]).toEqual([2, expect.stringContaining('chứa cả cổng')])
  })

  it('names the folder of a cache that cannot be written as it was given', async () => {
    const one = many()
    one.write('tệp', 'không phải thư mục')
    const { exit, err } = await run(['build', '--cache-dir', join(one.root, 'tệp')], { cwd: one.root })
    expect([exit, err]).toEqual([0, expect.stringContaining(`“${join(one.root, 'tệp')}”`)])
  })

  it.each(['cu.tmp', 'anh.new', 'table.docx', 'bodies.pack'])(
    'takes no folder for its cache in which there is something else: %s',
    async (name) => {
      const one = many()
      const folder = mkdtempSync(join(tmpdir(), 'tài liệu '))
      atEnd(() => rmSync(folder, { recursive: true }))
      writeFileSync(join(folder, name), 'của tôi')
      utimesSync(join(folder, name), 1e9, 1e9)
      const { exit, err } = await run(['build', '--cache-dir', folder], { cwd: one.root })
      expect([exit, err]).toEqual([2, expect.stringContaining('usage/not-a-cache')])
      expect([existsSync(at(one)), readdirSync(folder)]).toEqual([false, [name]])
    },
  )

  it('removes what is no longer made, and nothing that it did not make', async () => {
    const one = many()
    await buildJson(one)
    writeFileSync(join(at(one), 'CNAME'), 'x')
    // Nobody has cited it yet: with its book an address would not go without a word.
    one.remove('content/bulletins/2022/cu.md').write('content/urls.lock', '')
    const { json } = await buildJson(one)
    expect(json.stats.removed).toBeGreaterThan(0)
    expect(existsSync(join(at(one), '2022'))).toBe(false)
    expect(existsSync(join(at(one), 'CNAME'))).toBe(true)
  })

  it('warns of a damaged cache and makes the same', async () => {
    const one = many()
    await buildJson(one)
    const before = snapshot(at(one))
    const cache = join(one.root, '.tx-portal/cache')
    for (const name of readdirSync(cache)) if (name !== 'photos') writeFileSync(join(cache, name), 'hỏng')
    const { exit, json } = await buildJson(one)
    expect(exit).toBe(0)
    expect(json.diagnostics.map(({ code }: { code: string }) => code)).toContain('cache/dropped')
    expect(snapshot(at(one))).toEqual(before)
  })
})

describe('--dry-run', () => {
  it('writes nothing at all and says what would change', async () => {
    const one = make()
    const empty = snapshot(one.root)
    const first = await buildJson(one, '--dry-run')
    expect(first.json.stats.made).toBeGreaterThan(5)
    expect(snapshot(one.root)).toEqual(empty)
    await buildJson(one)
    const built = snapshot(one.root)
    one.write('content/bulletins/2023/hoi-nghi.md', bulletin('Hội nghị tổng kết', '', 'Đã sửa.\n'))
    one.write('content/bulletins/2023/moi.md', bulletin('Bài mới'))
    const { json } = await buildJson(one, '--dry-run')
    expect(json.stats.made).toBe(1)
    expect(json.stats.changed).toBeGreaterThan(1)
    const after = snapshot(one.root)
    expect(
      Object.keys(after)
        .filter((name) => after[name] !== built[name])
        .sort(),
    ).toEqual(['content/bulletins/2023/hoi-nghi.md', 'content/bulletins/2023/moi.md'])
    const words = await run(['build', '--dry-run'], { cwd: one.root })
    expect(words.out).toMatch(/^Chạy thử, chưa ghi gì: /)
    const real = await buildJson(one)
    expect(real.json.stats).toMatchObject({ made: json.stats.made, changed: json.stats.changed })
  })
})

describe('what cannot be written to', () => {
  it.each([
    ['content', 'content'],
    ['.', 'root'],
    ['content/bulletins', 'content'],
  ])('--out %s is refused before anything is written', async (out) => {
    const one = make()
    const before = snapshot(one.root)
    const { exit, err } = await run(['build', '--out', out], { cwd: one.root })
    expect(exit).toBe(2)
    expect(err).toContain('out/refused')
    expect(snapshot(one.root)).toEqual(before)
  })

  it('is a folder of somebody else', async () => {
    const one = make({ 'dist/cua-toi.txt': 'x' })
    const { exit } = await run(['build'], { cwd: one.root })
    expect(exit).toBe(2)
    expect(readdirSync(at(one))).toEqual(['cua-toi.txt'])
  })

  it('is a folder that another build holds: exit 3, who and since when', async () => {
    const one = make()
    const held = {
      out: at(one),
      now: Date.UTC(2025, 6, 1, 9, 20),
      pid: 4711,
      host: 'may-thu',
      user: 'lan',
      alive: () => true,
    }
    const lock = takeLock(held)
    if ('code' in lock) throw new Error(lock.code)
    const { exit, err } = await run(['build'], { cwd: one.root, alive: () => true, now: held.now + 1000 })
    expect(exit).toBe(3)
    expect(err).toContain('lock/held')
    expect(err).toContain('16:20, 01/07/2025')
    expect(err).toContain('may-thu')
    expect(err).toContain('“dist/.tx-portal/lock”')
    const elsewhere = await run(['build', '--root', one.root], { cwd: '/', alive: () => true, now: held.now + 1000 })
    expect(elsewhere.err).toContain(`“${at(one)}/.tx-portal/lock”`.replace('“/', '“'))
    lock.release()
    expect((await run(['build'], { cwd: one.root, now: held.now + 2000 })).exit).toBe(0)
  })
})

describe('being asked to stop', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s leaves dist as it was, gives the lock back and exits with %i', async (signal, code) => {
    const one = make()
    await run(['build'], { cwd: one.root })
    const before = snapshot(at(one))
    for (let n = 0; n < 30; n += 1) one.write(`content/bulletins/2023/bai-${n}.md`, bulletin(`Bài ${n}`))
    const { exit, out, err } = await run(['build'], { cwd: one.root, columns: 80, stopAfterFirstNote: signal })
    expect(exit).toBe(code)
    expect(out).toBe('')
    expect(err).toContain('Đã dừng theo yêu cầu.')
    expect(snapshot(at(one))).toEqual(before)
    expect((await run(['build'], { cwd: one.root })).exit).toBe(0)
  })
})

describe('progress', () => {
  it('is one line on a terminal, rewritten and wiped', async () => {
    const one = make()
    const { err } = await run(['build', '--no-color'], { cwd: one.root, columns: 60 })
    expect(err).toMatch(/^\r\x1b\[2Kđang đọc bài: 0\//)
    expect(err).toMatch(/\r\x1b\[2KCác trang nằm trong/)
  })

  it('is silent elsewhere, and plain lines with --verbose', async () => {
    const one = make()
    const { err } = await run(['build', '--verbose'], { cwd: one.root })
    expect(err).toMatch(/^đang đọc bài: \d+\/\d+\nđang làm trang: \d+\/\d+\nđang ghi trang: \d+\/\d+\n/)
    expect(err).not.toContain('\x1b')
  })
})

describe('colours', () => {
  const colour = /\x1b\[[\d;]*m/

  it('are for a terminal alone, and NO_COLOR, --no-color and TERM=dumb turn them off', async () => {
    const one = make({ 'content/bulletins/2023/sai.md': bulletin('Sai').replace('13/01/2023', 'hôm qua') })
    const err = async (argv: readonly string[], options: Parameters<typeof run>[1]) =>
      (await run(['build', ...argv], { cwd: one.root, ...options })).err
    expect(await err([], { columns: 80 })).toMatch(colour)
    expect(await err([], {})).not.toMatch(colour)
    expect(await err([], { columns: 80, env: { NO_COLOR: '1' } })).not.toMatch(colour)
    expect(await err(['--no-color'], { columns: 80 })).not.toMatch(colour)
    expect(await err([], { columns: 80, env: { TERM: 'dumb' } })).not.toMatch(colour)
  })
})
