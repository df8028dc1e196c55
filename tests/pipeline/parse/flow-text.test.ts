import { describe, expect, it } from 'vitest'
import type { Raw } from '../../../src/core/bulletin.ts'
import { parseYaml } from '../../../src/pipeline/parse/yaml.ts'
import { plain } from './marked.ts'

const fields = (raw: Raw | null): Record<string, readonly [string, number, number | undefined]> => {
  const map = raw?.kind === 'list' ? raw.items[0] : raw
  if (map?.kind !== 'map') return {}
  return Object.fromEntries(
    map.entries.map(({ key, value }) => [
      key,
      [value.kind === 'text' ? value.text : value.kind, value.place.column, value.place.length],
    ]),
  )
}

describe('a text that goes on over lines', () => {
  it.each([
    [
      'x: "gồm\n  [Nghị quyết: 5]\n  {title: một, hai}\n  và phụ lục."',
      'gồm [Nghị quyết: 5] {title: một, hai} và phụ lục.',
    ],
    ['x: "a:\n  [b #c]\n  d"', 'a: [b #c] d'],
    ["x: 'a\n  - [b #c]\n  d'", 'a - [b #c] d'],
    ['x: a\n  [b, c]\n  d', 'a [b, c] d'],
  ])('is no list and no map: %j', (text, expected) => {
    const { value, diagnostics } = parseYaml(text, 1)
    expect(diagnostics).toEqual([])
    expect(fields(value)['x']?.[0]).toBe(expected)
  })

  it('in brackets neither, but a list may begin on the next line', () => {
    const tags = (text: string) => plain(parseYaml(text, 1).value)
    expect(tags('tags: ["một\n  [hai #3]\n  ba"]')).toEqual({ tags: ['một [hai #3] ba'] })
    expect(tags('tags:\n  [Nghị quyết #5, hai]')).toEqual({ tags: ['Nghị quyết #5', 'hai'] })
  })
})

describe('a map on one line', () => {
  it('may have sentences with commas, and every place is that of the file', () => {
    const text = "- {id: quoc-phong, purpose: Tin, báo cáo về 'quân sự', công an, parent: tin-tuc, aliases: [a, b]}"
    const { value, diagnostics } = parseYaml(text, 1)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(fields(value)).toEqual({
      id: ['quoc-phong', text.indexOf('quoc-phong') + 1, 10],
      purpose: [
        "Tin, báo cáo về 'quân sự', công an",
        text.indexOf('Tin,') + 1,
        "Tin, báo cáo về 'quân sự', công an".length,
      ],
      parent: ['tin-tuc', text.indexOf('tin-tuc') + 1, 7],
      aliases: ['list', text.indexOf('[a') + 1, 6],
    })
  })

  it.each([
    ["{name: 'Lê Thơ, phóng viên', role: Ảnh}", { name: 'Lê Thơ, phóng viên', role: 'Ảnh' }],
    [
      '{src: a.png, caption: Đại biểu, khách mời và nhân dân}',
      { src: 'a.png', caption: 'Đại biểu, khách mời và nhân dân' },
    ],
    ['{text: Một, hai, href: /x/}', { text: 'Một, hai', href: '/x/' }],
  ])('%s', (text, expected) => {
    const { value } = parseYaml(text, 1)
    expect(Object.fromEntries(Object.entries(fields(value)).map(([key, [words]]) => [key, words]))).toEqual(expected)
  })

  it('leaves what is no sentence to YAML', () => {
    const { value } = parseYaml('{id: a, b, parent: c}', 1)
    expect(Object.keys(fields(value))).toEqual(['id', 'b', 'parent'])
  })
})

const read = (text: string) => plain(parseYaml(text, 1).value)
const hints = (text: string) => {
  const { diagnostics } = parseYaml(text, 1)
  return diagnostics.map(({ code, params, place }) => [
    code,
    'quoted' in params ? params.quoted : '',
    text.slice((place?.column ?? 1) - 1, (place?.column ?? 1) - 1 + (place?.length ?? 0)),
  ])
}

describe('what YAML would misread within brackets that are closed on their line', () => {
  it.each([
    ['images: [{src: a.jpg, caption: Ông A: khai mạc}]', { images: [{ src: 'a.jpg', caption: 'Ông A: khai mạc' }] }],
    [
      'withdrawn: {date: 14/01/2023, reason: Sai tên: ông A}',
      { withdrawn: { date: '14/01/2023', reason: 'Sai tên: ông A' } },
    ],
    [
      'corrections: {date: 14/01/2023, text: Sửa số 12 #2}',
      { corrections: { date: '14/01/2023', text: 'Sửa số 12 #2' } },
    ],
    ['gallery: {caption: Ảnh: hội nghị, photos: all}', { gallery: { caption: 'Ảnh: hội nghị', photos: 'all' } }],
    ['source: {name: Báo: TH, url: https://a.vn/b#c}', { source: { name: 'Báo: TH', url: 'https://a.vn/b#c' } }],
    [
      '- {src: a.jpg, caption: "Ông A" khai mạc, alt: Lễ [1]}',
      [{ src: 'a.jpg', caption: '"Ông A" khai mạc', alt: 'Lễ [1]' }],
    ],
    ['images: [{src: a #1.jpg, caption: b}]', { images: [{ src: 'a #1.jpg', caption: 'b' }] }],
    ['tags: [Nghị quyết #5, kinh tế]\nunit: a', { tags: ['Nghị quyết #5', 'kinh tế'], unit: 'a' }],
    ['tags: [#a, "b" c, Chuyên đề: d]', { tags: ['#a', '"b" c', 'Chuyên đề: d'] }],
    ['authors: [Lê A, {name: Lê B: con, role: Ảnh}]', { authors: ['Lê A', { name: 'Lê B: con', role: 'Ảnh' }] }],
    [
      'images: [\n  {src: a.jpg, caption: A: b},\n  {src: b.jpg, caption: c #1}]',
      {
        images: [
          { src: 'a.jpg', caption: 'A: b' },
          { src: 'b.jpg', caption: 'c #1' },
        ],
      },
    ],
  ])('is taken as it stands: %j', (text, expected) => {
    const { diagnostics } = parseYaml(text, 1)
    expect(read(text)).toEqual(expected)
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['yaml/literal']))
  })

  it.each([
    ['tags: [a, b] # xem [c]', { tags: ['a', 'b'] }],
    ['tags: [a, # xem\n  b]', { tags: ['a', 'b'] }],
    ['tags: ["a: b", \'c #1\']', { tags: ['a: b', 'c #1'] }],
    ['extra: {a: [b: c], d: {e: f}}', { extra: { a: [{ b: 'c' }], d: { e: 'f' } } }],
    ['source: {name: “Báo”, url: https://a.vn}', { source: { name: '“Báo”', url: 'https://a.vn' } }],
    ['extra: |\n  [Ảnh #1]\n  {text: a: b}', { extra: '[Ảnh #1]\n{text: a: b}\n' }],
  ])('but what YAML reads rightly is left to it: %j', (text, expected) => {
    expect([read(text), parseYaml(text, 1).diagnostics]).toEqual([expected, []])
  })

  it('is a hint at what was typed, with what can be written over it', () => {
    expect(hints('images: [{src: a, caption: Ông A: b}]')).toEqual([['yaml/literal', "'Ông A: b'", 'Ông A: b']])
    expect(hints("tags: [x, it's #5, y]")).toEqual([['yaml/literal', '"it\'s #5"', "it's #5"]])
  })

  it('keeps every place that of the file', () => {
    const text = "source: {name: 'A' b: c, url: https://a.vn}"
    const { value } = parseYaml(text, 1)
    const source = value?.kind === 'map' ? value.entries[0]?.value : null
    expect(fields(source ?? null)).toEqual({
      name: ["'A' b: c", text.indexOf("'A'") + 1, 8],
      url: ['https://a.vn', text.indexOf('https') + 1, 12],
    })
  })
})

describe('a list of texts on one line without brackets', () => {
  it.each([
    ['authors: Lê Thơ: Ảnh', [{ 'Lê Thơ': 'Ảnh' }]],
    ['authors: Lê Thơ: Ảnh, Khắc Cường  # hai người', [{ 'Lê Thơ': 'Ảnh' }, 'Khắc Cường']],
    ['tags: Nông thôn mới: nâng cao', ['Nông thôn mới: nâng cao']],
    ['tags: Nghị quyết #5, lúa', ['Nghị quyết #5', 'lúa']],
    ['tags: lúa # ghi chú', 'lúa'],
  ])('is read as within them: %s', (text, expected) => {
    const { value, diagnostics } = parseYaml(`title: x\n${text}\nunit: y`, 1)
    expect(plain(value)).toEqual({ title: 'x', [text.slice(0, text.indexOf(':'))]: expected, unit: 'y' })
    expect(diagnostics.filter(({ severity }) => severity !== 'hint')).toEqual([])
  })

  it.each([
    ['tags: Nông thôn mới: nâng cao', "'Nông thôn mới: nâng cao'"],
    ['tags: Nông thôn mới: nâng cao, lúa', "['Nông thôn mới: nâng cao', lúa]"],
  ])('is offered as a line that YAML reads so: %s', (text, quoted) => {
    expect(hints(text)).toEqual([['yaml/literal', quoted, text.slice(6)]])
    const again = parseYaml(`tags: ${quoted}`, 1)
    expect(again.diagnostics).toEqual([])
    expect([plain(again.value)].map((value) => JSON.stringify(value))).toEqual([
      JSON.stringify({ tags: quoted.startsWith('[') ? ['Nông thôn mới: nâng cao', 'lúa'] : quoted.slice(1, -1) }),
    ])
  })

  it('has every place where it was typed', () => {
    const { value } = parseYaml('tags: Nghị quyết #5, lúa mùa', 1)
    const tags = value?.kind === 'map' ? value.entries[0]?.value : null
    expect(tags).toMatchObject({
      place: { line: 1, column: 7, length: 22 },
      items: [{ place: { line: 1, column: 7, length: 13 } }, { place: { line: 1, column: 22, length: 7 } }],
    })
  })

  it('is left to YAML where it goes on below', () => {
    expect(parseYaml('authors: Lê Thơ: Ảnh\n  và: khác', 1).value).toBeNull()
  })
})
