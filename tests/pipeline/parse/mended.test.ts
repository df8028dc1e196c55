import { describe, expect, it } from 'vitest'
import { mend } from '../../../src/authoring/fix/mend.ts'
import { splitFrontMatter } from '../../../src/pipeline/parse/front-matter.ts'
import { bulletin, portal } from '../../portal.ts'
import { plain, told } from './marked.ts'

const read = (text: string) => splitFrontMatter(`---\n${text}\n---\nLời bài\n`)

describe('front matter with faults that can be mended', () => {
  it.each([
    ['title:a\ndate:3/2/2025', ['yaml/syntax 2:1', 'yaml/syntax 3:1'], { title: 'a', date: '3/2/2025' }],
    [
      'title: a\nauthors:Lê Thơ\nunit:Ban: x\ncategory: c',
      ['yaml/syntax 3:1', 'yaml/syntax 4:1'],
      { title: 'a', authors: 'Lê Thơ', unit: 'Ban: x', category: 'c' },
    ],
    ['category:Tin: x\ntags:[a, b]', ['yaml/syntax 2:10', 'yaml/syntax 3:1'], { category: 'Tin: x', tags: ['a', 'b'] }],
    [
      'images:\n  - src: a.jpg\n    caption:Ông A\n    alt: b',
      ['yaml/syntax 4:5'],
      { images: [{ src: 'a.jpg', caption: 'Ông A', alt: 'b' }] },
    ],
    [
      'category: Tin: mới\ndate:1\ntags: "a" b\nsummary: Một\n  dòng: hai\nextra: {}\nextra: {}',
      ['yaml/syntax 2:11', 'yaml/syntax 3:1', 'yaml/syntax 4:7', 'yaml/syntax 5:10', 'yaml/duplicate-key 8:1'],
      { category: 'Tin: mới', date: '1', tags: '"a" b', summary: 'Một dòng: hai', extra: {} },
    ],
    [
      'title: a\nauthors:\n  - name:Lê Thơ\n  - Khắc Cường\n  - Name:Lê A\nimages:\n- src:THO 2.png\ntags:\n- name:x',
      ['yaml/syntax 4:5', 'yaml/syntax 6:5', 'yaml/syntax 8:3'],
      {
        title: 'a',
        authors: [{ name: 'Lê Thơ' }, 'Khắc Cường', { Name: 'Lê A' }],
        images: [{ src: 'THO 2.png' }],
        tags: ['name:x'],
      },
    ],
    [
      'title: a\ncorrections:\n- date:1/2/2025\nattachments:\n- src:a.pdf\nsummary: |\n  - name:x\nextra:\n  a:\n  - src:b',
      ['yaml/syntax 4:3', 'yaml/syntax 6:3'],
      {
        title: 'a',
        corrections: [{ date: '1/2/2025' }],
        attachments: [{ src: 'a.pdf' }],
        summary: '- name:x\n',
        extra: { a: ['src:b'] },
      },
    ],
  ])('is read as if that stood there: %j', (text, expected, fields) => {
    const { value, diagnostics } = read(text)
    expect(told(diagnostics)).toEqual(expected)
    expect(plain(value?.fields ?? null)).toEqual(fields)
    expect(value?.body).toBe('Lời bài\n')
  })

  it('takes no address on a line of its own for a field', () => {
    const { diagnostics } = read('title: a\nsummary: Xem toàn văn tại\nhttps://x.gov.vn/van-ban')
    expect(told(diagnostics)).toEqual(['yaml/syntax 4:1'])
    expect(diagnostics[0]?.params).toMatchObject({ suggestion: null })
  })

  it('has every place where it was typed', () => {
    const { value, diagnostics } = read('date:1\nimages:\n  - src:a.jpg\n    alt: b')
    expect(diagnostics.map(({ place }) => place)).toEqual([
      { line: 2, column: 1, length: 6 },
      { line: 4, column: 5, length: 9 },
    ])
    expect(value?.fields.entries[0]).toMatchObject({
      keyPlace: { line: 2, column: 1, length: 4 },
      value: { place: { line: 2, column: 6, length: 1 } },
    })
    expect(value?.fields.entries[1]?.value).toMatchObject({
      items: [{ entries: [{ value: { place: { line: 4, column: 9, length: 5 } } }, {}] }],
    })
  })

  it('is left as it was typed by what mends blanks', () => {
    const text = '---\ntitle:Hội nghị\nsummary: Chiều nay , xã họp\n---\nMột ( hai )\n'
    expect(mend(text)).toBe(text)
  })
})

it.each(['[name:Lê Thơ]', 'name:Lê Thơ', '[Lê An, {name:Lê Thơ}]', '[{name: "name:Lê Thơ"}]'])(
  'authors: %s is no name of anybody',
  async (authors) => {
    const at = 'content/bulletins/2023/hoi-nghi.md'
    const one = portal({ [at]: bulletin('Hội nghị', `authors: ${authors}\n`) })
    try {
      expect((await one.says()).map((line) => line.replace(/:\d+ /, ' '))).toEqual([`${at}:6 field/type`])
    } finally {
      one.close()
    }
  },
)

describe('front matter that cannot be read', () => {
  it.each([
    ['a: 1\ndate:1\n...\nb:2', ['yaml/syntax 3:1', 'yaml/syntax 4:1', 'yaml/syntax 5:1']],
    ['title: a\ndate:1\n\tx: y', ['yaml/syntax 3:1', 'yaml/tab 4:1']],
    ['title: a\nsource: [a] b\nunit:c', ['yaml/syntax 3:13', 'yaml/syntax 4:1']],
  ])('is told of every line that lacks a blank: %j', (text, expected) => {
    const { value, diagnostics } = read(text)
    expect(value).toBeNull()
    expect(told(diagnostics)).toEqual(expected)
  })

  it('is given up after twenty faults', () => {
    const fault = (index: number) => `k${index}: "a" b`
    const { value, diagnostics } = read(Array.from({ length: 25 }, (_, index) => fault(index)).join('\n'))
    expect([value, diagnostics.length]).toEqual([null, 25])
  })
})

it('front matter with more than a hundred faulty lines is not read again for each offer', () => {
  const { value, diagnostics } = read(Array.from({ length: 1200 }, (_, index) => `k${index}: @a`).join('\n'))
  expect([value, diagnostics.length]).toEqual([null, 100])
  expect(diagnostics.filter(({ params }) => !('suggestion' in params) || params.suggestion !== null)).toEqual([])
})

it.each(['a', 'a: b', '- x', 'a:', 'a:b', '"a"', 'a [', '? a'])(
  'a bracket that nothing closes before 2700 lines of %j is told at its line, with no more than the first of what follows',
  (line) => {
    const { diagnostics } = read(`title: a\ntags: [\n${`${line}\n`.repeat(2700)}`)
    expect(told(diagnostics)[0]).toBe('yaml/syntax 3:7')
    expect(diagnostics.length).toBeLessThanOrEqual(110)
  },
)

it('a blank that is missing hides nothing else that is wrong with the file', async () => {
  const at = 'content/bulletins/2023/hoi-nghi.md'
  const lines = ['date: 31/02/2026', 'authors:Lê Thơ', 'updated:31/02/2026', 'category: tin-la', 'cover: mat.jpg']
  const one = portal({
    [at]: `---\ntitle: Hội nghị\n${lines.join('\n')}\nsummary: Tóm tắt.\n---\n[Xem](khong-co.md)\n`,
    'content/bulletins/2023/khac.md': bulletin('Lễ hội'),
  })
  try {
    expect(await one.says()).toEqual([
      `${at}:3:7 date/no-such-day`,
      `${at}:4:1 yaml/syntax`,
      `${at}:5:1 yaml/syntax`,
      `${at}:5:9 date/no-such-day`,
      `${at}:6:11 category/unknown`,
      `${at}:7:8 image/missing`,
      `${at}:10:7 link/broken`,
    ])
    expect((await one.build()).ok).toBe(false)
    // Of a line that was guessed nothing follows.
    one.write(at, bulletin('Hội nghị', 'cover: "mat" a.jpg\n').replace('category: ', 'category: @'))
    expect(await one.says()).toEqual([`${at}:4:11 yaml/syntax`, `${at}:6:8 image/missing`])
  } finally {
    one.close()
  }
})
