import { describe, expect, it } from 'vitest'
import { parseDocument, parseYamlFile } from '../../../src/pipeline/parse.ts'
import { plain, told } from './marked.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bulletin = [
  '---',
  'title: Ban CHQS huyện Thọ Xuân: Hội nghị tổng kết',
  'date: 13/01/2023',
  'authors: [Lê Thơ, Khắc Cường]',
  '---',
  '',
  'Chiều 12/01/2023, ![Khai mạc](THO 2.png)',
  '',
].join('\n')

describe('parseDocument', () => {
  it('reads a bulletin', async () => {
    const { value, diagnostics } = await parseDocument.run(utf8(bulletin))
    expect(told(diagnostics, true)).toEqual(['yaml/literal 2:8'])
    expect(plain(value?.draft.fields ?? null)).toEqual({
      title: 'Ban CHQS huyện Thọ Xuân: Hội nghị tổng kết',
      date: '13/01/2023',
      authors: ['Lê Thơ', 'Khắc Cường'],
    })
    expect(value?.draft.body.images).toEqual([
      {
        target: 'THO 2.png',
        words: 'Khai mạc',
        place: { line: 7, column: 31, length: 9 },
        wordsPlace: { line: 7, column: 21, length: 8 },
      },
    ])
    expect(value?.body.pieces).toEqual(['<p>Chiều 12/01/2023,</p>\n', { hole: 'figure', image: 0 }])
  })

  it.each([
    ['BOM', `\uFEFF${bulletin}`],
    ['CRLF', bulletin.replaceAll('\n', '\r\n')],
    ['CR', bulletin.replaceAll('\n', '\r')],
    ['decomposed letters', bulletin.normalize('NFD')],
  ])('reads the same with %s', async (_, text) => {
    expect(await parseDocument.run(utf8(text))).toEqual(await parseDocument.run(utf8(bulletin)))
  })

  it('tells all that is wrong with the bytes and the declaration', async () => {
    const { value, diagnostics } = await parseDocument.run(utf8('---\ntitle: a\0\ntitle: b\ncategory: @c\n---\n'))
    // Read as if what is offered for line 4 stood there: what else is wrong with the file is told in the same run.
    expect(value).not.toBeNull()
    expect(told(diagnostics)).toEqual(['text/nul 2:9', 'yaml/duplicate-key 3:1', 'yaml/syntax 4:11'])
  })

  it('gives plain data that survives being stored', async () => {
    const result = await parseDocument.run(utf8(bulletin))
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
    expect(structuredClone(result)).toEqual(result)
  })
})

describe('parseYamlFile', () => {
  it('reads a register', async () => {
    const { value, diagnostics } = await parseYamlFile.run(
      utf8('\uFEFF# chuyên mục\n---\n- id: a\n  name: Tin: mới\r\n  aliases: []'),
    )
    expect(told(diagnostics)).toEqual([])
    expect(plain(value)).toEqual([{ id: 'a', name: 'Tin: mới', aliases: [] }])
  })

  it('may be longer than front matter', async () => {
    const text = Array.from({ length: 1_000 }, (_, index) => `- {id: a${index}, name: Nguyễn Văn ${index}}`).join('\n')
    const { value, diagnostics } = await parseYamlFile.run(utf8(text))
    expect([diagnostics, value?.kind === 'list' && value.items.length]).toEqual([[], 1_000])
  })

  it('refuses what is no text', async () => {
    expect(told((await parseYamlFile.run(utf8('%PDF-1.4'))).diagnostics)).toEqual(['text/encoding 1:1'])
  })
})
