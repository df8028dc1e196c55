import { describe, expect, it } from 'vitest'
import { yamlTrouble } from '../../../src/messages/trouble.ts'
import { parseYaml } from '../../../src/pipeline/parse/yaml.ts'
import { paramsOf, plain, told } from './marked.ts'

const read = (text: string) => plain(parseYaml(text, 1).value)

describe('parseYaml', () => {
  it('keeps scalars as they were typed', () => {
    const text = 'a: 0123\nb: 1.10\nc: 2023-01-13\nd: Không\ne: 12:30:45\nf: null\ng: ~\nh:\ni: 1_000\nj: yes'
    expect(read(text)).toEqual({
      a: '0123',
      b: '1.10',
      c: '2023-01-13',
      d: 'Không',
      e: '12:30:45',
      f: 'null',
      g: '~',
      h: '',
      i: '1_000',
      j: 'yes',
    })
  })

  it('tells what stood in quotes or blocks', () => {
    const { value } = parseYaml('a: "null"\nb: null\nc: |\n  x: y\n  z\ntitle: A: B', 1)
    const quoted =
      value?.kind === 'map' ? value.entries.map((entry) => entry.value.kind === 'text' && entry.value.quoted) : []
    expect(quoted).toEqual([true, false, true, false])
    expect(plain(value)).toEqual({ a: 'null', b: 'null', c: 'x: y\nz\n', title: 'A: B' })
  })

  it('gives each key and value its place in the file', () => {
    const { value } = parseYaml('title: Ban CHQS: Hội nghị\nimages:\n  - src: THO 2.png\n    alt: "Ảnh"', 2)
    expect(value).toMatchObject({
      kind: 'map',
      entries: [
        { keyPlace: { line: 2, column: 1, length: 5 }, value: { place: { line: 2, column: 8, length: 18 } } },
        {
          keyPlace: { line: 3, column: 1, length: 6 },
          value: {
            kind: 'list',
            items: [
              {
                entries: [
                  { keyPlace: { line: 4, column: 5, length: 3 }, value: { place: { line: 4, column: 10, length: 9 } } },
                  { keyPlace: { line: 5, column: 5, length: 3 }, value: { place: { line: 5, column: 10, length: 5 } } },
                ],
              },
            ],
          },
        },
      ],
    })
  })

  it('cleans what an escape spells', () => {
    expect(read('a: "x\\u202Ey\\0 e\\u0301"')).toEqual({ a: 'xy é' })
  })

  it('reads an empty text, and a map in braces as YAML does', () => {
    expect(read('')).toBe('')
    expect(read('- {id: x, name: Y - Z, purpose: Tin, báo cáo: z}')).toEqual([
      { id: 'x', name: 'Y - Z', purpose: 'Tin, báo cáo: z' },
    ])
  })

  it('reads flow and multi-line forms of text fields as YAML does', () => {
    const text = [
      'summary: >',
      '  title: a: b',
      '  dòng hai',
      'caption: "dòng một',
      '  title: hai: ba"',
      'agency: {',
      '  name: "Ủy ban",',
      '  url: x}',
      'unit: {id: a}',
      "alt: 'đã đóng' # ghi chú",
    ].join('\n')
    expect(parseYaml(text, 1)).toMatchObject({ diagnostics: [] })
    expect(read(text)).toEqual({
      summary: 'title: a: b dòng hai\n',
      caption: 'dòng một title: hai: ba',
      agency: { name: 'Ủy ban', url: 'x' },
      unit: { id: 'a' },
      alt: 'đã đóng',
    })
  })
})

describe('blanks that YAML knows nothing of', () => {
  it('are blanks around colons and dashes, and every place stays', () => {
    const text =
      'date:\u00a010/01/2026\nimages:\n\u00a0\u00a0-\u2007src:\u3000a.jpg\u00a0\nsource: {name:\u202fBáo\u00a0A}'
    const { value, diagnostics } = parseYaml(text, 1)
    expect(diagnostics).toEqual([])
    expect(plain(value)).toEqual({ date: '10/01/2026', images: [{ src: 'a.jpg' }], source: { name: 'Báo\u00a0A' } })
    expect(value).toMatchObject({ entries: [{ value: { place: { line: 1, column: 7, length: 10 } } }, {}, {}] })
  })

  it('hide no other fault', () => {
    expect(told(parseYaml('date:\u00a0@1\ntags:\u00a0`b', 1).diagnostics)).toEqual([
      'yaml/syntax 1:7',
      'yaml/syntax 2:7',
    ])
  })
})

describe('one-line text fields', () => {
  it.each([
    ['Ban CHQS huyện: Hội nghị', "'Ban CHQS huyện: Hội nghị'"],
    ['Kết luận:', "'Kết luận:'"],
    ['Kế hoạch #2', "'Kế hoạch #2'"],
    ['#ThọXuân', "'#ThọXuân'"],
    ['"Ngày hội" toàn dân', '\'"Ngày hội" toàn dân\''],
    ['"chưa đóng', "'\"chưa đóng'"],
    ["'đơn' giản", '"\'đơn\' giản"'],
    ['“Ngày hội” toàn dân', "'“Ngày hội” toàn dân'"],
    ['[Ảnh] Hội nghị', "'[Ảnh] Hội nghị'"],
    ['{{ 7*7 }}', "'{{ 7*7 }}'"],
    ['& và *', "'& và *'"],
    ['*Khẩn', "'*Khẩn'"],
    ['!Khẩn', "'!Khẩn'"],
    ['| kẻ', "'| kẻ'"],
    ['> 100 đại biểu', "'> 100 đại biểu'"],
    ['100% @', null],
    ['%5', "'%5'"],
    ['@thoxuan', "'@thoxuan'"],
    ['`mã`', "'`mã`'"],
    [', phẩy', "', phẩy'"],
    ['? hỏi', "'? hỏi'"],
    ['- gạch', "'- gạch'"],
    ['-5 độ', null],
    ['https://x.vn/#a', null],
    ['"Đã đóng: đủ"', null],
  ])('reads %s to the end of the line', (typed, quoted) => {
    const { value, diagnostics } = parseYaml(`date: 1\ntitle: ${typed}  \nunit: x`, 1)
    const bare = quoted === null && typed.startsWith('"') ? typed.slice(1, -1) : typed
    expect(plain(value)).toEqual({ date: '1', title: bare, unit: 'x' })
    const hint = { code: 'yaml/literal', place: { line: 2, column: 8, length: typed.length } }
    expect(diagnostics).toMatchObject(quoted === null ? [] : [{ ...hint, params: { key: 'title', quoted } }])
  })

  it('quotes in a way that YAML reads back without a hint', () => {
    for (const typed of ['A: B', '"a" b', "it's: 'x'", 'a\\b: "c"']) {
      const { quoted } = paramsOf('yaml/literal', parseYaml(`title: ${typed}`, 1).diagnostics)
      const again = parseYaml(`title: ${quoted}`, 1)
      expect([plain(again.value), again.diagnostics]).toEqual([{ title: typed }, []])
    }
  })

  it('are found at the beginning of list items, and only under their keys', () => {
    expect(read('images:\n  - caption: A: B\n    src: THO #2.png\n  - alt: “x: y”')).toEqual({
      images: [{ caption: 'A: B', src: 'THO #2.png' }, { alt: '“x: y”' }],
    })
    expect(told(parseYaml('category: A: B', 1).diagnostics)).toEqual(['yaml/syntax 1:11'])
  })

  it('leave a comment a comment', () => {
    expect(read('title: # bắt buộc\ndraft: true # đang viết')).toEqual({ title: '', draft: 'true' })
  })
})

describe('what YAML may not be', () => {
  it.each([
    ['a: *x', ['yaml/alias 1:4']],
    ['a: &x 1\nb: *x', ['yaml/alias 1:4', 'yaml/alias 2:4']],
    ['a: !!js/function x\nb: !x y', ['yaml/tag 1:4', 'yaml/tag 2:4']],
    ['a: [1, &b 2]', ['yaml/alias 1:8']],
    ['a: 1\n---\nb: 2', ['yaml/syntax 2:1']],
    ['a: 1\n...\nb: 2', ['yaml/syntax 2:1']],
    ['%YAML 1.2\n---\na: 1', ['yaml/syntax 1:1']],
    ['\ta: 1', ['yaml/tab 1:1']],
    ['a:\n  \tb: 1\nc: 2', ['yaml/tab 2:3']],
  ])('%j', (text, expected) => {
    const { value, diagnostics } = parseYaml(text, 1)
    expect(value).toBeNull()
    expect(told(diagnostics)).toEqual(expected)
  })

  it.each([
    ['<<: {a: 1}', ['yaml/forbidden-key 1:1'], {}],
    [
      '__proto__: x\na: {constructor: y, c: d}\nb:\n  - prototype: z',
      ['yaml/forbidden-key 1:1', 'yaml/forbidden-key 2:5', 'yaml/forbidden-key 4:5'],
      { a: { c: 'd' }, b: [{}] },
    ],
    ['a: 1\nb: 2\na: {b: 3, b: 4}', ['yaml/duplicate-key 3:1'], { a: '1', b: '2' }],
  ])('%j is read without the keys that may not be', (text, expected, rest) => {
    const { value, diagnostics } = parseYaml(text, 1)
    expect(told(diagnostics)).toEqual(expected)
    expect(plain(value)).toEqual(rest)
  })

  it('tells the first line of a key that stands twice, and the whole value behind a sign', () => {
    expect(parseYaml('title: a\ntitle: b', 2).diagnostics).toMatchObject([{ params: { key: 'title', firstLine: 2 } }])
    expect(parseYaml('tags: *Tin nóng', 1).diagnostics).toMatchObject([{ params: { text: '*Tin nóng' } }])
  })

  it('more than 16 KB in front matter', () => {
    const { diagnostics } = parseYaml(`a: ${'x'.repeat(16_382)}`, 2)
    expect(diagnostics).toMatchObject([
      { code: 'yaml/too-long', params: { bytes: 16_385, max: 16_384 }, place: { line: 2 } },
    ])
    expect(parseYaml(`a: ${'x'.repeat(16_381)}`, 2).diagnostics).toEqual([])
  })

  it.each([
    ['brackets', '['.repeat(16_000)],
    ['braces', '{a: '.repeat(4_000)],
    ['dashes', '- '.repeat(8_000)],
    ['questions', '? '.repeat(8_000)],
    ['colons', ': '.repeat(8_000)],
    ['indentation', Array.from({ length: 100 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['dashes and brackets', `${'- '.repeat(12)}${'['.repeat(12)}`],
  ])('nested too deep: %s', (_, text) => {
    const { value, diagnostics } = parseYaml(text, 1)
    expect(value).toBeNull()
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml/too-deep'])
  })

  it('is not a long list of short things', () => {
    const text = Array.from({ length: 800 }, (_, index) => `- k${index}: [a, {b: c}]`).join('\n')
    expect(parseYaml(text, 1, 1_000_000).diagnostics).toEqual([])
  })

  it.each([
    ['many tags', '!a '.repeat(5_000)],
    ['many aliases', 'a: &x [*x, *x]\n'.repeat(1_000)],
    ['many quotes', 'a: "'.repeat(3_000)],
    ['many open braces', 'a: {\n'.repeat(2_000)],
    ['many colons', 'a: b: '.repeat(2_500)],
  ])('ends with %s', (_, text) => {
    expect(parseYaml(text, 1).value).toBeNull()
  })
})

describe('mistakes in YAML', () => {
  it.each([
    ['title Hội nghị\ndate: 1', '1:1', 'no-colon', 'title: Hội nghị'],
    ['title:Hội nghị\ndate: 1', '1:1', 'no-colon', 'title: Hội nghị'],
    ['title：Hội nghị\ndate: 1', '1:1', 'no-colon', 'title: Hội nghị'],
    ['title: x\ndate 13/01/2023\nunit: y', '2:1', 'no-colon', 'date: 13/01/2023'],
    ['category: Tin: mới', '1:11', 'colon-in-value', "category: 'Tin: mới'"],
    ['home.newest: Tin: mới', '1:14', 'colon-in-value', "home.newest: 'Tin: mới'"],
    ['home.newest:Tin mới\ndate: 1', '1:1', 'no-colon', 'home.newest: Tin mới'],
    ['category: "Tin tức\ndate: 1', '1:11', 'quote', "category: 'Tin tức'"],
    ['category: "Tin" tức\ndate: 1', '1:11', 'sign-first', 'category: \'"Tin" tức\''],
    ['category: @tin\ndate: 1', '1:11', 'sign-first', "category: '@tin'"],
    ['authors: [Lê Thơ, Khắc Cường\ndate: 1', '1:10', 'brackets', 'authors: [Lê Thơ, Khắc Cường]'],
    ['source: {id: a, b\ndate: 1', '1:9', 'brackets', 'source: {id: a, b}'],
    ['category: "C:\\hop"\ndate: 1', '1:14', 'backslash', "category: 'C:\\hop'"],
    ['title: x\n date: 1\nunit: y', '2:2', 'indent', 'date: 1'],
    [' title: x\ndate: 1', '1:1', 'indent', 'title: x'],
    ['images:\n  - src: a\n - src: b', '3:2', 'indent', '  - src: b'],
    ['agency:\n    id: b\n  email: c', '3:3', 'indent', '    email: c'],
    ['images:\n  - src: a\n   caption: x', '3:4', 'indent', '    caption: x'],
    ['images:\n  - src: a\n     caption: x', '3:6', 'indent', '    caption: x'],
    ['images:\n  - src: a\n caption: x', '3:2', 'indent', '    caption: x'],
    ['images:\n  - src: a\n    alt: b\n  src: c', '4:3', 'indent', '  - src: c'],
    ['authors:\n- Lê A\n - Lê B\nunit: x', '3:2', 'indent', '- Lê B'],
    ['authors:\n  - Lê A\n  Lê B', '3:3', 'indent', '  - Lê B'],
    ['summary: Một\n  dòng hai: ba\nunit: x', '1:10', 'continued', "summary: 'Một dòng hai: ba'"],
    ['summary: Một: a\n  dòng hai: ba\nunit: x', '1:10', 'continued', "summary: 'Một: a dòng hai: ba'"],
    ['images: [{src: a, alt: b\ndate: 1', '1:9', 'brackets', 'images: [{src: a, alt: b}]'],
    ['images: [{src: a, alt: b]\ndate: 1', '1:9', 'brackets', 'images: [{src: a, alt: b}]'],
    ['images: [{src: a alt: b}]', '1:16', 'brackets', 'images: [{src: a, alt: b}]'],
    ['extra: {a: x: y}', '1:12', 'colon-in-value', "extra: {a: 'x: y'}"],
    ['withdrawn: {date: 1,\n  reason: a: b}', '2:11', 'colon-in-value', "  reason: 'a: b'}"],
    ['withdrawn: {date: 1,\n  reason: "a" b}', '2:11', 'sign-first', '  reason: \'"a" b\'}'],
    ['tags: [a,\n  b #5, c]\nunit: x', '2:5', 'remark', "  'b #5', c]"],
    ['tags: [Nghị quyết #5, b\nunit: x', '1:7', 'brackets', 'tags: [Nghị quyết #5, b]'],
    ['authors: [Lê A] (ảnh)\nunit: x', '1:17', 'behind', null],
    ['a: 1\n...\nb: 2', '2:1', 'second-document', null],
    ['[a]: b', '1:1', 'other', null],
  ])('%j', (text, place, trouble, suggestion) => {
    const { value, diagnostics } = parseYaml(text, 1)
    expect(value).toBeNull()
    expect(told(diagnostics)).toEqual([`yaml/syntax ${place}`])
    const { detail, suggestion: given } = paramsOf('yaml/syntax', diagnostics)
    expect([yamlTrouble(detail), given]).toEqual([trouble, suggestion])
  })

  it('are told all at once, each on its line', () => {
    const text = 'category: @a\ndate: 1\nunit: x\ntags: `b\ndate: 2\nextra:\n  __proto__: 1'
    expect(told(parseYaml(text, 2).diagnostics)).toEqual([
      'yaml/syntax 2:11',
      'yaml/syntax 5:7',
      'yaml/duplicate-key 6:1',
      'yaml/forbidden-key 8:3',
    ])
  })

  it('suggest lines that are right', () => {
    for (const text of ['category: Tin: mới', 'tags: "a" b', 'tags: [a, b', 'category: "Tin']) {
      const { suggestion } = paramsOf('yaml/syntax', parseYaml(`${text}\ndate: 1`, 1).diagnostics)
      expect(parseYaml(`${suggestion}\ndate: 1`, 1).diagnostics).toEqual([])
    }
  })
})
