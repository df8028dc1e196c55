import { afterEach, describe, expect, it } from 'vitest'
import type { Code } from '../../src/core/codes.ts'
import { wordsOf } from '../../src/messages/words-of.ts'
import { prepare } from '../../src/pipeline/build.ts'
import { bulletin, portal, type TestPortal } from '../portal.ts'

const AT = 'content/bulletins/2023/hoi-nghi/index.md'
const opened: TestPortal[] = []
afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

function withBulletin(text: string, more: Readonly<Record<string, string>> = {}): TestPortal {
  const one = portal({ [AT]: text, ...more })
  opened.push(one)
  return one
}

/** What the remedy of a code offers, line by line, its prose first. */
async function remedyOf(code: Code, one: TestPortal): Promise<readonly string[]> {
  const { diagnostics } = await prepare(one.world())
  const said = diagnostics.find(({ diagnostic }) => diagnostic.code === code)
  return said === undefined ? [] : (wordsOf(said.diagnostic, 'vi').remedy ?? '').split('\n')
}

describe('a field that a remedy offers and that is there already', () => {
  const TODO = 'Chiều 12/01/2023, TODO.\n'

  it.each([
    ['', 'accept: [words/leftover]', 'thêm vào phần khai báo'],
    ['accept: [words/spacing]\n', 'accept: [words/spacing, words/leftover]', 'dòng 6'],
    ['accept: words/spacing\n', 'accept: [words/spacing, words/leftover]', 'dòng 6'],
    ['accept:\n', 'accept: [words/leftover]', 'dòng 6'],
    ['accept:\n  - words/spacing\n  - words/dash\n', '  - words/leftover', 'dòng 6 đến 8'],
    ['accept:\n- words/spacing\n', '- words/leftover', 'dòng 6 đến 7'],
    [
      'accept: [\n  words/spacing,\n  words/dash\n  ]\n',
      'accept: [words/spacing, words/dash, words/leftover]',
      'dòng 6 đến 8',
    ],
  ])('%j is not written a second time', async (more, pasted, prose) => {
    const remedy = await remedyOf('words/leftover', withBulletin(bulletin('Hội nghị', more, TODO)))
    expect(remedy.slice(1)).toEqual([pasted])
    expect(remedy[0]).toContain(prose)
  })

  it('is mended by what is offered, without an error', async () => {
    const one = withBulletin(bulletin('Hội nghị', 'accept:\n  - words/spacing\n', TODO))
    const [, line = ''] = await remedyOf('words/leftover', one)
    one.write(AT, bulletin('Hội nghị', `accept:\n  - words/spacing\n${line}\n`, TODO))
    expect(await one.says()).toEqual([])
  })

  it.each([
    [
      'attachments: [{src: a.pdf, title: Kế hoạch}]\n',
      'attachments: [{src: a.pdf, title: Kế hoạch}, {src: "b.pdf", title: Tên tài liệu}]',
    ],
    ['attachments:\n  - src: a.pdf\n    title: Kế hoạch\n', '  - {src: "b.pdf", title: Tên tài liệu}'],
  ])('attachments: %j', async (more, pasted) => {
    const files = { [AT.replace('index.md', 'a.pdf')]: '%PDF-1.4 a', [AT.replace('index.md', 'b.pdf')]: '%PDF-1.4 b' }
    const remedy = await remedyOf('attachment/unused', withBulletin(bulletin('Hội nghị', more), files))
    expect(remedy.slice(1)).toEqual([pasted])
  })

  it.each([
    ['summary/missing', 'summary:\n', 'summary: Ai làm gì', 'Sửa dòng 5 thành:'],
    ['words/missing', 'draft: false\n', 'draft: true', 'Sửa dòng 5 thành:'],
  ] as const)('%s beside %j', async (code, more, pasted, prose) => {
    const text = bulletin('Hội nghị', more, '').replace(/^summary: .*\n/m, '')
    const remedy = await remedyOf(code, withBulletin(text))
    expect(remedy[0]).toContain(prose)
    expect(remedy[1]).toContain(pasted)
  })
})

describe('a list that was written twice', () => {
  it.each([
    ['accept: [words/dash]\naccept: [words/spacing, words/dash]', 'accept: [words/dash, words/spacing]'],
    ['authors: Lê A, Lê B\nauthors: [Lê C]', 'authors: [Lê A, Lê B, Lê C]'],
    ['tags: [a]\ntags:\n  - b', undefined],
    ['unit: a\nunit: b', undefined],
  ])('%j', async (more, pasted) => {
    const remedy = await remedyOf('yaml/duplicate-key', withBulletin(bulletin('Hội nghị', `${more}\n`)))
    expect(remedy[1]).toBe(pasted)
  })
})
