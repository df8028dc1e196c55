import { describe, expect, it } from 'vitest'
import { splitFrontMatter } from '../../../src/pipeline/parse/front-matter.ts'
import { plain, told } from './marked.ts'

describe('splitFrontMatter', () => {
  it.each([
    ['bare dashes', '---\ntitle: a\n---\nLời bài\n', 'Lời bài\n', 4],
    ['blanks behind the dashes', '--- \t\ntitle: a\n---  \nLời bài\n', 'Lời bài\n', 4],
    ['no body', '---\ntitle: a\n---', '', 4],
    ['a blank line first in the body', '---\ntitle: a\n---\n\nLời bài', '\nLời bài', 4],
    ['a rule in the body', '---\ntitle: a\n---\nMột\n\n---\n\nHai', 'Một\n\n---\n\nHai', 4],
  ])('parts a file with %s', (_, text, body, bodyLine) => {
    const { value, diagnostics } = splitFrontMatter(text)
    expect(diagnostics).toEqual([])
    expect(value).toMatchObject({ body, bodyLine })
    expect(plain(value?.fields ?? null)).toEqual({ title: 'a' })
  })

  it.each(['---\n---\nx', '---\n\n---\nx', '---\n# chỉ ghi chú\n---\nx'])('reads %j as no fields', (text) => {
    const { value, diagnostics } = splitFrontMatter(text)
    expect(diagnostics).toEqual([])
    expect([value?.fields.entries, value?.body]).toEqual([[], 'x'])
  })

  it.each([
    ['', 'front-matter/missing 1:1'],
    ['Lời bài', 'front-matter/missing 1:1'],
    ['Lời bài\n---\ntitle: a\n---', 'front-matter/missing 1:1'],
    ['\n---\ntitle: a\n---', 'front-matter/not-first 2:1'],
    ['\n\n  ---\ntitle: a\n---', 'front-matter/not-first 3:3'],
    [' ---\ntitle: a\n---', 'front-matter/not-first 1:2'],
    ['---js\n{title: process.exit(9)}\n---', 'front-matter/opening 1:1'],
    ['---JavaScript\nx\n---', 'front-matter/opening 1:1'],
    ['---constructor\nx\n---', 'front-matter/opening 1:1'],
    ['---json\n{"title": "a"}\n---', 'front-matter/opening 1:1'],
    ['---yaml\ntitle: a\n---', 'front-matter/opening 1:1'],
    ['----\ntitle: a\n---', 'front-matter/opening 1:1'],
    ['--- # khai báo\ntitle: a\n---', 'front-matter/opening 1:1'],
    ['—\ntitle: a\n—', 'front-matter/opening 1:1'],
    ['–-\ntitle: a\n–-', 'front-matter/opening 1:1'],
    ['---\ntitle: a\n', 'front-matter/unclosed 1:1'],
    ['---\ntitle: a\n---ghi chú\nLời', 'front-matter/closing 3:1'],
    ['---\ntitle: a\n----\nLời', 'front-matter/closing 3:1'],
    ['---\ntitle: a\n  ---\nLời', 'front-matter/closing 3:3'],
    ['---\ntitle: a\n–--\nLời', 'front-matter/closing 3:1'],
    ['---\n- a\n- b\n---\nLời', 'yaml/not-a-map 2:1'],
    ['---\nchỉ một câu\n---\nLời', 'yaml/not-a-map 2:1'],
  ])('refuses %j', (text, ...expected) => {
    const { value, diagnostics } = splitFrontMatter(text)
    expect(value).toBeNull()
    expect(told(diagnostics)).toEqual(expected)
  })

  it.each([
    ['title: a\ndate: 1/1/2023\n---\nLời', true],
    ['\nTiêu đề: a\n---\nLời', true],
    ['Lời\n\n---\nLời', false],
    ['Lời\n---\ntitle: a\n---', false],
    ['title: a\nLời', false],
    ['Lời giới thiệu về sách.\nTitle: Đất\n---\nLời', false],
  ])('knows of %j whether only its first line is missing', (text, declared) => {
    const { diagnostics } = splitFrontMatter(text)
    expect(diagnostics.map(({ code, params }) => [code, params])).toEqual([['front-matter/missing', { declared }]])
  })

  it('tells the same mistake of the same text every time', () => {
    const text = '---\ntitle: a\ncategory: b: c\n---\nLời'
    const times = [1, 2, 3].map(() => splitFrontMatter(text))
    expect(times.map(({ value }) => plain(value?.fields ?? null))).toEqual(
      Array(3).fill({ title: 'a', category: 'b: c' }),
    )
    expect(times.map(({ diagnostics }) => told(diagnostics))).toEqual(Array(3).fill(['yaml/syntax 3:11']))
  })

  it('runs nothing, whatever the language is called', () => {
    const trap = globalThis as { sprung?: boolean }
    for (const language of ['js', 'JS', 'javascript', 'coffee', 'json', '__proto__', 'toString']) {
      splitFrontMatter(`---${language}\n(globalThis.sprung = true)\n---\n`)
      splitFrontMatter(`--- ${language}\n(globalThis.sprung = true)\n---\n`)
    }
    splitFrontMatter('---\ntitle: !!js/function "function () { globalThis.sprung = true }()"\n---\n')
    expect(trap.sprung).toBeUndefined()
  })

  it('leaves no trace of hostile keys', () => {
    splitFrontMatter('---\n__proto__: {polluted: x}\nconstructor: {prototype: {polluted: x}}\n---\n')
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
  })
})
