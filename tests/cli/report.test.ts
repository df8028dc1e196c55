import { describe, expect, it } from 'vitest'
import { paintFor } from '../../src/cli/paint.ts'
import { frameOf } from '../../src/cli/report/frame.ts'
import { formatAnnotation } from '../../src/cli/report/github.ts'
import { formatProblem } from '../../src/cli/report/problem.ts'
import { cut, visible, widthOf, wrap } from '../../src/cli/report/width.ts'
import { formatTable } from '../../src/cli/table.ts'
import { diagnose, type Located } from '../../src/core/diagnostic.ts'
import { sourcePath } from '../../src/core/path.ts'

const file = sourcePath('content/bulletins/2023/hoi-nghi/index.md')
const unknown: Located = {
  file,
  diagnostic: diagnose(
    'category/unknown',
    { given: 'quoc-phong-an-nin', nearest: 'quoc-phong-an-ninh', nearestName: 'Quốc phòng – An ninh', known: [] },
    { line: 4, column: 11, length: 17 },
  ),
}
const source = ['---', 'title: Hội nghị', 'date: 13/01/2023', 'category: quoc-phong-an-nin', '---']
const plain = { paint: paintFor(false), width: null, linesOf: () => source }

describe('a message', () => {
  it('is that of the contract, word for word', () => {
    expect(formatProblem(unknown, { ...plain, language: 'vi' })).toBe(
      [
        'content/bulletins/2023/hoi-nghi/index.md:4:11  lỗi  category/unknown',
        '  4 │ category: quoc-phong-an-nin',
        '    │           ^^^^^^^^^^^^^^^^^',
        '  Chưa có chuyên mục “quoc-phong-an-nin”. Có phải ý anh/chị là “quoc-phong-an-ninh” (Quốc phòng – An ninh)?',
        '  Bài chưa thể đăng vì chưa rõ thuộc chuyên mục nào. Xem danh sách trong tệp content/categories.yml.',
      ].join('\n'),
    )
  })

  it('is in English when asked', () => {
    const text = formatProblem(unknown, { ...plain, language: 'en' })
    expect(text).toMatch(/index\.md:4:11 {2}error {2}category\/unknown\n {2}4 │ category: quoc-phong-an-nin\n/)
    expect(text).not.toMatch(/[ạậữỉộ]/u)
  })

  it('has neither place nor line where no file is to blame', () => {
    const text = formatProblem({ file: null, diagnostic: diagnose('content/none', {}) }, { ...plain, language: 'vi' })
    expect(text.split('\n')[0]).toBe('lỗi  content/none')
    expect(text).not.toContain('│')
  })

  it('names the file without a frame where the line cannot be had', () => {
    const text = formatProblem(unknown, { ...plain, language: 'vi', linesOf: () => null })
    expect(text).toContain('index.md:4:11')
    expect(text).not.toContain('│')
  })

  it('lets no control through in what was given', () => {
    const located = { file, diagnostic: diagnose('disk/failed', { path: 'a\x1b[2J', detail: 'E\x1b]0;x\x07' }) }
    for (const language of ['vi', 'en'] as const)
      expect(formatProblem(located, { ...plain, language })).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/)
  })

  it('sets what is to be pasted apart', () => {
    const located = {
      file,
      diagnostic: diagnose('field/missing', { key: 'date', example: '13/01/2023', inside: null }),
    }
    expect(formatProblem(located, { ...plain, language: 'vi' })).toMatch(/\n {4}date: 13\/01\/2023$/)
  })

  it('uses colours only when they are on, and breaks prose for a terminal', () => {
    const text = formatProblem(unknown, { ...plain, language: 'vi', paint: paintFor(true), width: 60 })
    expect(text).toContain('\x1b[1;31mlỗi\x1b[0m')
    const lines = text.replaceAll(/\x1b\[[\d;]*m/g, '').split('\n')
    expect(Math.max(...lines.slice(1).map(widthOf))).toBeLessThanOrEqual(60)
  })

  it('shows what cannot be seen in a file name', () => {
    const located = { ...unknown, file: sourcePath('content/bulletins/a\x1b[31m\n.md') }
    const [first] = formatProblem(located, { ...plain, language: 'vi' }).split('\n')
    expect(first).toContain('a⟨U+001B⟩[31m⟨U+000A⟩.md:4:11')
  })
})

describe('a frame', () => {
  const frame = (line: string, column: number, length: number, width: number | null = null) =>
    frameOf([line], { line: 1, column, length }, width)

  it('counts columns of the composed text, whatever the file has', () => {
    const decomposed = 'tác giả: Hội'.normalize('NFD')
    expect(frame(decomposed, 10, 3)).toEqual({ number: 1, line: 'tác giả: Hội', underline: '         ^^^' })
  })

  it('aligns after tabs and wide signs', () => {
    expect(frame('\ta: b', 2, 1)).toEqual({ number: 1, line: '    a: b', underline: '    ^' })
    expect(frame('ab\tc', 4, 1)?.underline).toBe('    ^')
    expect(frame('漢字: x', 5, 1)?.underline).toBe('      ^')
    expect(frame('😀 x', 4, 1)?.underline).toBe('   ^')
  })

  it('counts columns in the text without what is invisible, as places do', () => {
    expect(frame('a\x07b', 2, 1)).toEqual({ number: 1, line: 'ab', underline: ' ^' })
    expect(frame('\uFEFFt\u200Bi\u202Etle: SAI', 8, 3)).toEqual({
      number: 1,
      line: 'title: SAI',
      underline: '       ^^^',
    })
    expect(frame('x\x1b[2J', 2, 1)?.line).toBe('x[2J')
  })

  it('makes visible what stays and cannot be seen, and underlines it whole', () => {
    expect(frame('a\uE000b', 2, 1)).toEqual({ number: 1, line: 'a⟨U+E000⟩b', underline: ' ^^^^^^^^' })
  })

  it('underlines at least one sign, also behind the end of the line', () => {
    expect(frame('abc', 4, 1)?.underline).toBe('   ^')
    expect(frame('abc', 40, 9)?.underline).toBe('   ^')
    expect(frame('', 1, 5)).toEqual({ number: 1, line: '', underline: '^' })
    expect(frameOf(['abc'], { line: 1, column: 2 }, null)?.underline).toBe(' ^')
  })

  it('does not underline beyond the line', () => {
    expect(frame('category: x', 11, 500)?.underline).toBe('          ^')
  })

  it('has none for a line that is not there', () => {
    expect(frameOf(['a'], { line: 2, column: 1 }, null)).toBeNull()
  })

  it('goes through a text on one line once, however many problems it has', () => {
    const word = 'xã Xuân Hòa '
    const text = word.repeat(100_000)
    for (let at = 0; at < 500; at += 1) {
      const shown = frame(text, word.length * at * 200 + 4, 8, 60)
      const start = shown?.underline.indexOf('^') ?? -1
      expect(shown?.line.slice(start, start + 8)).toBe('Xuân Hòa')
      expect([shown?.line.startsWith('…'), shown?.line.endsWith('…')]).toEqual([at > 0, true])
    }
  })

  it.each([0, 40, 900, 1989])('shows a long line around the place at %i', (at) => {
    const words = `${'x'.repeat(at)}SAI${'y'.repeat(1990 - at)}`
    const shown = frame(words, at + 1, 3, 60)
    expect(widthOf(shown?.line ?? '')).toBeLessThanOrEqual(60)
    const start = shown?.underline.indexOf('^') ?? -1
    expect(shown?.line.slice(start, start + 3)).toBe('SAI')
    expect(shown?.line.startsWith('…')).toBe(at > 20)
    expect(shown?.underline).toMatch(/^ *\^\^\^$/)
  })
})

describe('widths', () => {
  it('are those of a terminal', () => {
    expect(widthOf('Hội nghị')).toBe(8)
    expect(widthOf('Hội nghị'.normalize('NFD'))).toBe(8)
    expect(cut('Hội nghị tổng kết', 9)).toBe('Hội nghị…')
    expect(cut('Hội', 9)).toBe('Hội')
    expect(wrap('một hai ba bốn', 7)).toEqual(['một hai', 'ba bốn'])
    expect(visible('a\nb')).toBe('a⟨U+000A⟩b')
  })

  it('show what cannot be seen in a table', () => {
    expect(formatTable(['Tệp'], [['a\x1b[31m\n.md']], 0, null)[1]).toBe('a⟨U+001B⟩[31m⟨U+000A⟩.md')
  })

  it('align a table and cut only its flexible column', () => {
    const rows = [
      ['01/01/2023', 'Một tiêu đề rất dài không vừa màn hình nào cả', 'a.md'],
      ['02/01/2023', 'Ngắn', 'thu-muc/b.md'],
    ]
    const free = formatTable(['Ngày', 'Tiêu đề', 'Tệp'], rows, 1, null)
    expect(new Set(free.map((line) => line.search(/(Tệp|a\.md|thu-muc)/))).size).toBe(1)
    expect(free[1]).toContain('màn hình nào cả')
    const tight = formatTable(['Ngày', 'Tiêu đề', 'Tệp'], rows, 1, 60)
    expect(Math.max(...tight.map(widthOf))).toBeLessThanOrEqual(60)
    expect(tight[1]).toContain('…')
  })
})

describe('an annotation for GitHub', () => {
  it('stands on its line, with everything escaped', () => {
    const located: Located = {
      file: sourcePath('content/bulletins/a,b: 100%.md'),
      diagnostic: diagnose(
        'field/missing',
        { key: 'date', example: '13/01/2023', inside: null },
        { line: 2, column: 3, length: 4 },
      ),
    }
    const text = formatAnnotation(located, 'vi', 'cổng/')
    expect(text).toMatch(
      /^::error file=cổng\/content\/bulletins\/a%2Cb%3A 100%25\.md,line=2,col=3,endColumn=7,title=field\/missing::/,
    )
    expect(text).not.toContain('\n')
    expect(text).toMatch(/%0Adate: 13\/01\/2023$/)
  })

  it('has the three levels of GitHub', () => {
    const level = (diagnostic: Located['diagnostic']) =>
      /^::(\w+)/.exec(formatAnnotation({ file, diagnostic }, 'en', ''))?.[1]
    expect(level(diagnose('config/contact', { key: 'agency.phone' }))).toBe('warning')
    expect(level(diagnose('summary/missing', {}))).toBe('notice')
    expect(formatAnnotation({ file: null, diagnostic: diagnose('content/none', {}) }, 'en', '')).toMatch(
      /^::error title=content\/none::/,
    )
  })
})
