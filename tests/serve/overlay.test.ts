import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { diagnose, type Located } from '../../src/core/diagnostic.ts'
import { sourcePath } from '../../src/core/path.ts'
import { decorate } from '../../src/serve/decorate.ts'
import { overlay, type Telling } from '../../src/serve/overlay.ts'
import { problemPage, tags } from '../../src/serve/pages.ts'

const file = sourcePath('content/bulletins/2023/hoi-nghi/index.md')
const telling = (line: string | null): Telling => ({ language: 'vi', lineOf: () => line })
const unknown = (given: string, column = 11, length = given.length): Located => ({
  file,
  diagnostic: diagnose(
    'category/unknown',
    { given, nearest: null, nearestName: null, known: [] },
    { line: 4, column, length },
  ),
})
const show = (problems: readonly Located[], line: string | null = null) =>
  overlay({ problems, bug: null }, telling(line))

describe('the overlay', () => {
  it('is nothing where nothing is wrong', () => {
    expect(show([])).toBe('')
  })

  it('says where, shows the line with its mark, what and how', () => {
    const html = show([unknown('quoc-phong')], 'category: quoc-phong')
    expect(html).toContain('<code>content/bulletins/2023/hoi-nghi/index.md:4:11</code>')
    expect(html).toContain('4 │ category: <mark>quoc-phong</mark></pre>')
    expect(html).toContain('Có 1 lỗi cần sửa')
    expect(html).toContain('“quoc-phong”')
    expect(html).toMatch(/role="dialog" aria-labelledby="tx-portal-title" lang="vi"/)
  })

  it('marks by columns of the text without what is invisible, as places count', () => {
    const html = show([unknown('quoc-phong')], '\uFEFFcate\u200Bgory: quoc-phong')
    expect(html).toContain('4 │ category: <mark>quoc-phong</mark></pre>')
  })

  it('offers lines to paste as they are', () => {
    const problem = {
      file,
      diagnostic: diagnose('field/missing', { key: 'date', example: 'date: 13/01/2023', inside: null }, null),
    }
    expect(show([problem as Located])).toMatch(/<pre class="tx-portal-paste">[^<]*date: 13\/01\/2023/)
  })

  it('lets no markup through: not from the words, the file, the line, the mark', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>&#60;b'
    const html = show([{ ...unknown(evil, 1), file: sourcePath(`content/${evil}.md`) }], `${evil}${evil}`)
    const names = new Set<string>()
    const visit = (node: { nodeName: string; childNodes?: unknown[] }): void => {
      names.add(node.nodeName)
      for (const child of node.childNodes ?? []) visit(child as typeof node)
    }
    visit(parseFragment(html))
    for (const name of ['script', 'img', 'b']) expect(names).not.toContain(name)
    expect(html).toContain('&lt;script&gt;')
  })

  it('shows of a long line the part around the mark', () => {
    const html = show([unknown('SAI', 5001)], `${'x'.repeat(5000)}SAI${'y'.repeat(5000)}`)
    expect(html).toMatch(/│ …x{80}<mark>SAI<\/mark>y{80}…</)
  })

  it('has a mark where the line is shorter than it was', () => {
    expect(show([unknown('SAI', 40)], 'ngắn')).toContain('ngắn<mark> </mark>')
  })

  it('goes without the line if it is gone', () => {
    expect(show([unknown('SAI')], null)).not.toContain('tx-portal-line')
  })

  it('shows a hundred, counts the others', () => {
    const html = show(Array.from({ length: 130 }, (_, index) => unknown(`sai-${index}`)))
    expect(html).toContain('Có 130 lỗi cần sửa')
    expect(html.match(/<li>/g)).toHaveLength(100)
    expect(html).toContain('Và 30 lỗi nữa.')
  })

  it('speaks English too', () => {
    const html = overlay({ problems: [unknown('x')], bug: null }, { language: 'en', lineOf: () => null })
    expect(html).toContain('1 error to be put right')
    expect(html).toContain('lang="en"')
  })

  it('says what the program broke on, escaped, without its trace', () => {
    const html = overlay({ problems: [], bug: new TypeError('<b>x') }, telling(null))
    expect(html).toContain('TypeError: &lt;b&gt;x')
    expect(html).not.toContain('overlay.test')
  })
})

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

describe('the page with the problems', () => {
  it('is whole, in its language, and waits for its end', () => {
    const html = problemPage({ problems: [unknown('x')], bug: null }, telling('category: x'))
    expect(html).toMatch(/^<!doctype html>\n<html lang="vi">/)
    expect(html).toContain('<h1>Có 1 lỗi cần sửa</h1>')
    const tag = { token: 't', revision: 'abc-1', page: 'p', language: 'vi' as const }
    expect(text(decorate(Buffer.from(html), tags(tag)))).toMatch(/ data-revision="abc-1" .*<\/script>\n<\/body>/)
  })
})

describe('decorate', () => {
  it('adds before the last end of body and leaves every byte as it is', () => {
    const page = Buffer.from('<body>Chữ </body> &amp; </body>\n</html>\n')
    expect(text(decorate(page, '<p>Thêm</p>'))).toBe('<body>Chữ </body> &amp; <p>Thêm</p></body>\n</html>\n')
  })

  it('adds at the end of a page without one', () => {
    expect(text(decorate(Buffer.from('chữ'), '!'))).toBe('chữ!')
  })
})
