import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bulletin, REPOSITORY } from '../portal.ts'
import { make } from './made.ts'
import { run, snapshot } from './run.ts'

const wrong = bulletin('Sai').replace('13/01/2023', 'hôm qua')
/** A hint and a warning, nothing else. */
const mild = bulletin('Nhẹ: có hai chấm', '', 'Xem [trang ngoài](https://la.example.com/).\n')

describe('check', () => {
  it('says that all is well, and writes nothing but its cache', async () => {
    const one = make()
    const before = snapshot(one.root)
    const { exit, out, err } = await run(['check'], { cwd: one.root })
    expect(exit).toBe(0)
    expect(err).toBe('')
    expect(out).toMatch(/^Đã kiểm tra 1 bài, \d+ trang: không có lỗi, 0 cảnh báo, 0 gợi ý; hết .* giây\.\n$/)
    const after = snapshot(one.root)
    expect(Object.keys(after).filter((name) => after[name] !== before[name] && !name.startsWith('.tx-portal'))).toEqual(
      [],
    )
  })

  it('counts drafts among what was checked', async () => {
    const one = make({ 'content/bulletins/2023/nhap.md': bulletin('Bản nháp', 'draft: true\n') })
    const { out } = await run(['check'], { cwd: one.root })
    expect(out).toMatch(/^Đã kiểm tra 2 bài, /m)
  })

  it('shows errors, warnings and hints, each with its line, on stdout', async () => {
    const one = make({ 'content/bulletins/2023/sai.md': wrong, 'content/bulletins/2023/nhe.md': mild })
    const { exit, out } = await run(['check'], { cwd: one.root })
    expect(exit).toBe(1)
    expect(out).toMatch(/sai\.md:3:7 {2}lỗi {2}date\/form\n {2}3 │ date: hôm qua\n {4}│ {7}\^{7}\n/)
    expect(out).toMatch(/nhe\.md:\d+:\d+ {2}cảnh báo {2}link\/host/)
    expect(out).toMatch(/nhe\.md:2:8 {2}gợi ý {2}yaml\/literal/)
    expect(out).toContain(': 1 lỗi, 1 cảnh báo, 1 gợi ý;')
  })

  it('mends with --fix what is safe, shows it first with --dry-run, and only in the paths asked for', async () => {
    const loose = bulletin('Lỏng', '', 'Dự họp có ông A ( Thượng tá ) , ông B.\n')
    const [a, b] = ['content/bulletins/2023/a.md', 'content/bulletins/2023/b.md']
    const one = make({ [a]: loose, [b]: loose.replace('Lỏng', 'Khác') })
    const text = (path: string) => readFileSync(join(one.root, path), 'utf8')
    expect((await run(['check'], { cwd: one.root })).err).toContain('Có thể sửa giúp 2 tệp')
    const shown = await run(['check', a, '--fix', '--dry-run'], { cwd: one.root })
    expect(shown.out).toContain(
      `--- ${a}\n+++ ${a}\n@@ 7 @@\n-Dự họp có ông A ( Thượng tá ) , ông B.\n+Dự họp có ông A (Thượng tá), ông B.\n`,
    )
    expect(text(a)).toBe(loose)
    const fixed = await run(['check', a, '--fix', '--json'], { cwd: one.root })
    expect(JSON.parse(fixed.out)).toMatchObject({ ok: true, diagnostics: [], fixed: [a] })
    expect(text(a)).toBe(loose.replace('( Thượng tá ) ,', '(Thượng tá),'))
    expect(text(b)).toContain('( Thượng tá ) ,')
    const { exit, err } = await run(['check', a, '--fix'], { cwd: one.root })
    expect([exit, err]).toEqual([0, 'Không có gì để sửa giúp.\n'])
  })

  it('says once of how many lines only marks typed apart are composed, and shows the others', async () => {
    const at = 'content/bulletins/2023/a.md'
    const typed = bulletin('Hội nghị', '', 'Dự họp có ông Đỗ.\n\nÔng B ( Thượng tá ) cũng dự.\n').normalize('NFD')
    const one = make({ [at]: typed })
    const { out } = await run(['check', at, '--fix', '--dry-run'], { cwd: one.root })
    const changed = typed.split('\n').filter((line) => line !== line.normalize('NFC')).length - 1
    const diff = out.slice(out.indexOf('+++'), out.indexOf('\n\n'))
    expect(diff.normalize('NFC').split('\n').slice(1)).toEqual([
      '@@ 9 @@',
      '-Ông B ( Thượng tá ) cũng dự.',
      '+Ông B (Thượng tá) cũng dự.',
      `${changed} dòng: chữ và dấu gõ rời nhau (lối tổ hợp) → chữ có dấu liền (dựng sẵn); nhìn không khác.`,
    ])
    expect(changed).toBeGreaterThan(2)
    await run(['check', at, '--fix'], { cwd: one.root })
    expect(readFileSync(join(one.root, at), 'utf8')).toBe(
      typed.normalize('NFC').replace('( Thượng tá )', '(Thượng tá)'),
    )
  })

  it('renders every page, so that a template which fails is found', async () => {
    const own = readFileSync(join(REPOSITORY, 'templates/bulletin.njk'), 'utf8')
    const one = make({ 'templates/bulletin.njk': `${own}\n{{ bulletin.extra.khongCo.gi }}\n` })
    const { exit, out } = await run(['check'], { cwd: one.root })
    expect(exit).toBe(1)
    expect(out).toContain('templates/bulletin.njk:')
  })

  it('makes every picture, so that a broken one is found at the line that names it', async () => {
    const photo = readFileSync(
      join(REPOSITORY, 'content/bulletins/2021/mua-gat-tren-canh-dong-ven-song-chu/DSC_0112.JPG'),
    )
    const folder = 'content/bulletins/2023/co-anh'
    const one = make({
      [`${folder}/index.md`]: bulletin('Có ảnh', '', '![Cánh đồng](a.jpg)\n'),
      [`${folder}/a.jpg`]: photo.subarray(0, photo.length / 3),
    })
    const { exit, out } = await run(['check'], { cwd: one.root })
    expect(exit).toBe(1)
    expect(out).toMatch(/co-anh\/index\.md:7:\d+ {2}lỗi {2}image\/broken/)
  })

  it('stops on warnings with --strict', async () => {
    const one = make({ 'content/bulletins/2023/nhe.md': mild })
    expect((await run(['check'], { cwd: one.root })).exit).toBe(0)
    const strict = await run(['check', '--strict'], { cwd: one.root })
    expect(strict.exit).toBe(1)
    expect(strict.err).toContain('--strict')
    const json = await run(['check', '--strict', '--json'], { cwd: one.root })
    expect(json.exit).toBe(1)
    expect(JSON.parse(json.out).ok).toBe(false)
  })

  it('shows only what concerns the given paths, from here or from the portal', async () => {
    const one = make({
      'content/bulletins/2022/sai.md': wrong,
      'content/bulletins/2023/sai.md': wrong,
      'content/bulletins/2023-cu/sai.md': wrong,
    })
    const files = async (cwd: string, ...paths: string[]) => {
      const { out } = await run(['check', '--json', '--root', one.root, ...paths], { cwd })
      return JSON.parse(out).diagnostics.map(({ file }: { file: string }) => file)
    }
    expect(await files('/')).toHaveLength(3)
    expect(await files('/', 'content/bulletins/2023')).toEqual(['content/bulletins/2023/sai.md'])
    expect(await files(join(one.root, 'content'), 'bulletins/2022/')).toEqual(['content/bulletins/2022/sai.md'])
    expect(await files('/', 'content\\bulletins\\2022\\sai.md', 'content/bulletins/2023')).toHaveLength(2)
    expect(await files('/', join(one.root, 'content/bulletins/2022'))).toHaveLength(1)
    const clean = await run(['check', 'content/bulletins/2023/hoi-nghi.md'], { cwd: one.root })
    expect(clean.exit).toBe(0)
  })

  it('does not call a slip in a path clean', async () => {
    const one = make()
    for (const path of ['content/bulletins/2024', '..']) {
      const { exit, err } = await run(['check', path], { cwd: one.root })
      expect(exit, path).toBe(2)
      expect(err).toContain('usage/no-such-path')
      expect(err).not.toContain('Tùy chọn')
    }
  })

  it('tells the nearest path there is', async () => {
    const one = make({ 'content/bulletins/2023/sai.md': wrong })
    for (const [typed, meant] of [
      ['content/bulletin/2023/sai.md', 'content/bulletins/2023/sai.md'],
      ['conten', 'content'],
      [join(one.root, 'content/bulletins/2032'), 'content/bulletins/2023'],
    ] as const) {
      const { err } = await run(['check', typed], { cwd: one.root })
      expect(err).toContain(`Có phải ý anh/chị là “${meant}”?`)
      expect(err).toContain(`\n    npx tx-portal check ${meant}\n`)
    }
    const elsewhere = await run(['check', '../conten', '--root', one.root], { cwd: join(one.root, 'content') })
    expect(elsewhere.err).not.toContain('Có phải ý')
    const { err } = await run(['check', 'khong-co'], { cwd: one.root })
    expect(err).toContain('Không có tệp hay thư mục nào là “khong-co”.\n')
    expect((await run(['check', '..'], { cwd: one.root })).err).toContain('nằm ngoài thư mục của cổng')
  })

  it('writes annotations for GitHub, with paths from the checkout', async () => {
    const one = make({ 'content/bulletins/2023/sai.md': wrong })
    const plain = await run(['check', '--github'], { cwd: one.root })
    expect(plain.exit).toBe(1)
    expect(plain.out).toMatch(
      /^::error file=content\/bulletins\/2023\/sai\.md,line=3,col=7,endColumn=14,title=date\/form::/,
    )
    const above = join(one.root, '..')
    const inside = await run(['check', '--github'], { cwd: one.root, env: { GITHUB_WORKSPACE: above } })
    expect(inside.out).toContain(`file=${one.root.slice(above.length + 1)}/content/bulletins/2023/sai.md,`)
  })
})
