import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeWhole } from '../../src/authoring/disk.ts'
import { markdownFile } from '../../src/authoring/markdown-file.ts'
import { splitFrontMatter } from '../../src/pipeline/parse/front-matter.ts'
import { toJson } from '../../src/pipeline/validate/fields.ts'
import { make } from '../cli/made.ts'
import { run, snapshot } from '../cli/run.ts'
import { REPOSITORY } from '../portal.ts'

const PHOTOS = join(REPOSITORY, 'tests/fixtures/photos')
const now = Date.UTC(2026, 10, 23, 17, 30)
const drawer = mkdtempSync(join(tmpdir(), 'ảnh của Lan '))
afterAll(() => rmSync(drawer, { recursive: true }))

/** A photo under a name of one's own, outside the portal. */
const photo = (name: string, from = 'Portrait_5.jpg'): string => {
  const path = join(drawer, name)
  cpSync(join(PHOTOS, from), path)
  return path
}
const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')

describe('new', () => {
  it('begins a draft with today in the zone of the portal, and says what to do next', async () => {
    const { root } = make()
    const { exit, out, err } = await run(['new', 'Lễ hội đầu xuân', '--category', 'thông báo'], { cwd: root, now })
    const file = 'content/bulletins/2026/le-hoi-dau-xuan/index.md'
    expect({ exit, out }).toEqual({ exit: 0, out: `Đã tạo bài mới: ${file}\n` })
    expect(read(root, file)).toBe(
      [
        '---',
        'title: Lễ hội đầu xuân',
        'date: 24/11/2026',
        'category: thong-bao',
        "summary: '[điền: một, hai câu nói gọn ai làm gì, ở đâu, khi nào]'",
        'draft: true',
        '---',
        '',
        '[điền: nội dung bài, cách một dòng trống là sang đoạn mới]',
        '',
      ].join('\n'),
    )
    expect(err).toContain('thay 2 chỗ “[điền: …]”')
    expect(err).toContain('npx tx-portal serve')
  })

  it('takes authors by id or name, the forms of a date, and asks about a name that is almost known', async () => {
    const { root } = make({ 'content/authors.yml': '- {id: le-tho, name: Lê Thơ}\n' })
    const argv = ['new', 'Tin', '--category', 'thong-bao', '--date', '2025-1-3 16h20', '--author', 'le-tho']
    const { err } = await run([...argv, '--author', 'Lê Tho; "Ba" Cường'], { cwd: root, now })
    const text = read(root, 'content/bulletins/2025/tin/index.md')
    expect(text).toContain(`date: 03/01/2025 16:20\n`)
    expect(text).toContain(`authors: [Lê Thơ, Lê Tho, '"Ba" Cường']\n`)
    expect(err).toContain('Có phải ý anh/chị là “Lê Thơ”?')
  })

  it('writes the id of one of two people with one name', async () => {
    const people = '- {id: an-mam-non, name: Nguyễn Văn An}\n- {id: an-cong-an, name: Nguyễn Văn An}\n'
    const { root } = make({ 'content/authors.yml': people })
    await run(['new', 'Tin', '--category', 'thong-bao', '--author', 'an-cong-an'], { cwd: root, now })
    const text = read(root, 'content/bulletins/2026/tin/index.md')
    expect(text).toContain('authors: [an-cong-an]\n')
  })

  it('copies photos under their names, composed, and one that has the name of another beside it', async () => {
    const { root } = make()
    const nfd = photo('Ảnh hội nghị 1.jpg'.normalize('NFD'))
    const folder = mkdtempSync(join(drawer, 'b '))
    cpSync(nfd, join(folder, 'ẢNH hội nghị 1.JPG'))
    cpSync(nfd, join(folder, 'ghi chú.docx'))
    const phone = photo('z4032176543210_abc', 'HTC Desire.jpg')
    const argv = ['new', 'Hội nghị: sơ kết', '--category', 'tin-tuc', '--images', nfd, phone, folder]
    const { exit, err } = await run(argv, { cwd: root, now })
    expect(exit).toBe(0)
    const names = ['index.md', 'z4032176543210_abc.jpg', 'ẢNH hội nghị 1 (2).JPG', 'Ảnh hội nghị 1.jpg']
    expect(readdirSync(join(root, 'content/bulletins/2026/hoi-nghi-so-ket')).sort()).toEqual(names)
    expect(err).toContain('đã chép ảnh ẢNH hội nghị 1.JPG, đổi tên thành ẢNH hội nghị 1 (2).JPG')
    expect(err).toContain('không chép, vì không phải ảnh: ghi chú.docx.')
    const text = read(root, 'content/bulletins/2026/hoi-nghi-so-ket/index.md')
    expect(text).toContain("title: 'Hội nghị: sơ kết'\n")
    expect(text.match(/^ {2}- src: .*/gm)).toEqual([names[3], names[1], names[2]].map((name) => `  - src: ${name}`))
    expect(text).toContain("    caption: '[điền: ")
    const check = await run(['check'], { cwd: root, now })
    expect(check.exit).toBe(0)
    expect(check.out).toContain('hoi-nghi-so-ket/index.md:8:15  gợi ý  words/to-fill-later')
    expect(check.out.match(/image\/[a-z-]+/g)).toEqual(['image/portrait-cover', 'image/repeated'])
  })

  it('cuts the address of a long title at a word and asks for a short one', async () => {
    const { root } = make()
    const title = `${'Ban Chỉ huy Quân sự huyện tổ chức hội nghị '.repeat(4)}năm`
    expect(title.length).toBeGreaterThan(171)
    const { err } = await run(['new', title, '--category', 'tin-tuc'], { cwd: root, now })
    expect(err).toContain(`Tiêu đề dài ${title.length} ký tự`)
    const slug = readdirSync(join(root, 'content/bulletins/2026'))[0] ?? ''
    expect(slug).toBe('ban-chi-huy-quan-su-huyen-to-chuc-hoi-nghi-ban-chi-huy-quan-su-huyen-to-chuc-hoi')
    expect(read(root, `content/bulletins/2026/${slug}/index.md`)).toMatch(/^shortTitle: '\[điền: /m)
  })

  const good = ['--category', 'tin-tuc']
  it.each([
    [['new'], 2, 'new/incomplete', 'tiêu đề bài và chuyên mục'],
    [['new', 'Tin'], 2, 'new/incomplete', 'Quốc phòng - An ninh (quoc-phong-an-ninh) – Tin về quân sự, công an'],
    [['new', '   ', ...good], 2, 'new/incomplete', 'tiêu đề bài.'],
    [['new', 'Tin', '--category', 'quoc-phong-an-nin'], 2, 'category/unknown', '“quoc-phong-an-ninh”'],
    [['new', '新年快乐 🎉', ...good], 2, 'new/no-slug', '--slug'],
    [['new', '新年快乐', ...good, '--slug', 'Năm mới!'], 2, 'new/slug-form', '--slug nam-moi'],
    [['new', 'Tin', ...good, '--date', '31/02/2026'], 2, 'date/no-such-day', '31/02/2026'],
    [['new', 'Tin', ...good, '--date', 'hôm qua'], 2, 'date/form', 'hôm qua'],
    [['new', 'Tin', ...good, '--images', 'THO 9.jpg'], 2, 'new/photo-missing', 'THO 9.jpg'],
    [['new', 'Tin', ...good, '--images', join(PHOTOS, 'Portrait_6.jpg')], 2, 'new/photo-missing', 'Portrait_5.jpg'],
    [['new', 'Tin', ...good, '--images', join(PHOTOS, 'README.md')], 2, 'image/not-image', 'README.md'],
    [['new', 'Hội nghị', ...good, '--date', '1/2/2023'], 2, 'new/taken', '--slug hoi-nghi-2'],
    [['new', 'Hội', 'nghị', ...good], 2, 'usage/too-many', 'ngoặc kép'],
  ] as const)('%j is refused with the way out, and makes nothing', async (argv, code, what, said) => {
    const { root } = make()
    const before = snapshot(join(root, 'content'))
    const { exit, out, err } = await run(argv, { cwd: root, now })
    expect(err).toContain(`lỗi  ${what}\n`)
    expect(err).toContain(said)
    expect({ exit, out }).toEqual({ exit: code, out: '' })
    expect(snapshot(join(root, 'content'))).toEqual(before)
  })

  it('tells all that is wrong in one run, in English too', async () => {
    const { root } = make()
    writeFileSync(join(drawer, 'vẽ.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    const argv = [
      'new',
      'Tin',
      '--category',
      'x',
      '--date',
      '1/1/26',
      '--lang',
      'en',
      '--images',
      join(drawer, 'vẽ.svg'),
    ]
    const { err } = await run([...argv, 'no.jpg'], { cwd: root, now })
    expect(err.match(/^error {2}\S+/gm)?.map((line) => line.slice(7))).toEqual([
      'category/unknown',
      'date/short-year',
      'new/photo-missing',
      'image/svg',
    ])
  })

  it('names the portal’s trouble where its categories cannot be read, and init where there is no portal', async () => {
    const { root } = make({ 'content/categories.yml': '- id: a\n\tname: b\n' })
    const broken = await run(['new', 'Tin', '--category', 'a'], { cwd: root, now })
    expect(broken.exit).toBe(1)
    expect(broken.err).toMatch(/^content\/categories\.yml:2:1 {2}lỗi {2}yaml\/tab\n {2}2 │ /m)
    const outside = await run(['new', 'Tin'], { cwd: drawer, now })
    expect(outside.exit).toBe(2)
    expect(outside.err).toContain('tx-portal init cong-moi')
  })

  it('leaves nothing where the disk refuses', async () => {
    const { root } = make({ 'content/bulletins/2026': 'a file where a folder should be' })
    const before = snapshot(join(root, 'content'))
    const { exit, err } = await run(['new', 'Tin', '--category', 'tin-tuc'], { cwd: root, now })
    expect(exit, err).toBe(3)
    expect(snapshot(join(root, 'content'))).toEqual(before)
  })

  it('asks on a terminal, each thing until it can be used', async () => {
    const { root } = make()
    const path = photo('THO 1.jpg')
    const answers = [
      '',
      '🎉',
      'tin tứk',
      '2',
      'hoi xuan!',
      'hoi-xuan',
      'Lê Thơ, Khắc Cường',
      '40/1',
      '',
      'x.jpg',
      `'${path}'`,
      '',
    ]
    const { exit, err } = await run(['new'], { cwd: root, now, answers })
    expect(exit).toBe(0)
    expect(err).toContain('  2. Quốc phòng - An ninh (quoc-phong-an-ninh) – ')
    for (const code of ['category/unknown', 'new/slug-form', 'date/form', 'new/photo-missing'])
      expect(err.split(code)).toHaveLength(2)
    expect(read(root, 'content/bulletins/2026/hoi-xuan/index.md')).toMatch(
      /^---\ntitle: 🎉\ndate: 24\/11\/2026\ncategory: quoc-phong-an-ninh\nauthors: \[Lê Thơ, Khắc Cường\]\n[\s\S]*src: THO 1\.jpg\n/,
    )
  })

  it('asks only for what is missing, and makes nothing if the person leaves', async () => {
    const { root } = make()
    const left = await run(['new'], { cwd: root, now, answers: ['Tin'] })
    expect(left.exit).toBe(130)
    expect(left.err).toContain('chưa có gì được ghi')
    expect(existsSync(join(root, 'content/bulletins/2026'))).toBe(false)
    expect((await run(['new', 'Tin'], { cwd: root, now, answers: ['thong-bao'] })).exit).toBe(0)
  })
})

describe('what waits to be filled in', () => {
  it('stops the build once the bulletin is no draft, at its place, and never reaches a page', async () => {
    const one = make()
    await run(['new', 'Lễ hội', '--category', 'tin-tuc', '--images', photo('a.jpg')], { cwd: one.root, now })
    const file = 'content/bulletins/2026/le-hoi/index.md'
    expect((await one.build({ now })).ok).toBe(true)
    one.write(file, read(one.root, file).replace('draft: true\n', ''))
    expect(await one.says({ now })).toEqual([
      `${file}:5:11 words/to-fill`,
      `${file}:8:15 words/to-fill`,
      `${file}:9:11 words/to-fill`,
      `${file}:12:1 words/to-fill`,
    ])
    one.write(file, read(one.root, file).replace(/'?\[điền: [^\]]*\]'?/g, 'Người dân dự hội ở sân đình'))
    expect(await one.says({ now })).toEqual([])
  })
})

describe('a front matter that was written', () => {
  it('is read back to the letter', () => {
    const texts = [
      'Ban CHQS huyện: Hội nghị',
      'Số 1 # ghi chú',
      '“Hội nghị” tổng kết',
      '"Hội nghị" tổng kết',
      "'Một' và 'hai'",
      'Nó nói: "được" và \'không\'',
      '- gạch đầu dòng',
      '[trong ngoặc]',
      '{a: b}',
      '@ubnd',
      '100%',
      '%',
      '*đậm*',
      'null',
      '~',
      'true',
      '2023-01-13',
      '0123',
      'C:\\Ảnh\\x',
      'kết thúc:',
      '--- ',
      '&neo',
      '!thẻ',
      '| khối',
      '> khối',
      '? hỏi',
      'a: b: c # d',
      '#thẻ',
      'a, b',
      '👍 Chúc mừng',
    ].map((text) => text.trim())
    for (const text of texts) {
      const images = [
        [
          ['src', text],
          ['caption', text],
        ] as const,
      ]
      const fields = ['title', 'summary', 'category'].map((key) => ({ key, value: text }))
      const file = markdownFile(
        [...fields, { key: 'authors', value: [text, 'b'] }, { key: 'images', value: images }],
        'x',
      )
      const { value, diagnostics } = splitFrontMatter(file)
      expect(diagnostics, file).toEqual([])
      expect(value && toJson(value.fields), file).toEqual({
        title: text,
        summary: text,
        category: text,
        authors: [text, 'b'],
        images: [{ src: text, caption: text }],
      })
    }
  })
})

describe('a folder that is made whole', () => {
  it('is not there, nor the folders above it, if filling it fails', () => {
    const base = mkdtempSync(join(drawer, 'trọn '))
    const broken = () =>
      makeWhole(join(base, 'a/b/c'), (temporary) => {
        writeFileSync(join(temporary, 'x'), '1')
        throw new Error('disk')
      })
    expect(broken).toThrow('disk')
    expect(readdirSync(base)).toEqual([])
    makeWhole(join(base, 'a/b/c'), (temporary) => writeFileSync(join(temporary, 'x'), '1'))
    expect(() => makeWhole(join(base, 'a/b/c'), (temporary) => writeFileSync(join(temporary, 'y'), '2'))).toThrow()
    expect(readdirSync(base, { recursive: true }).sort()).toEqual(
      ['a', 'a/b', 'a/b/c', 'a/b/c/x'].map((name) => join(name)),
    )
  })
})
