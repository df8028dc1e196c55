import { describe, expect, it } from 'vitest'
import type { UrlPath } from '../../../src/core/path.ts'
import { formatAddressBook, parseAddressBook } from '../../../src/pipeline/parse/address-book.ts'

const TEXT = `# Sổ
/2022/cu/ moved /2023/hoi-nghi/
/2023/hoi-nghi/ document 0123abcd 89abcdef
/2023/rong/ document 0123abcd -
/chuyen-muc/tin-tuc/2023/ list
`

const entries = (text: string) =>
  parseAddressBook(text).book.lines.map(({ address, entry, place }) => [place.line, address, entry])

describe('the book of addresses', () => {
  it('is read line by line, and written again as it was', () => {
    const { book, diagnostics } = parseAddressBook(TEXT)
    expect(diagnostics).toEqual([])
    expect(entries(TEXT)).toEqual([
      [2, '/2022/cu/', { kind: 'moved', to: '/2023/hoi-nghi/' }],
      [3, '/2023/hoi-nghi/', { kind: 'document', title: '0123abcd', text: '89abcdef' }],
      [4, '/2023/rong/', { kind: 'document', title: '0123abcd', text: '-' }],
      [5, '/chuyen-muc/tin-tuc/2023/', { kind: 'list' }],
    ])
    const written = formatAddressBook(new Map(book.lines.map(({ address, entry }) => [address, entry])))
    expect(written.split('\n').slice(2)).toEqual(TEXT.split('\n').slice(1))
    expect(parseAddressBook(written).book.lines).toHaveLength(4)
  })

  it('is the same with other line ends, a mark of byte order, blank lines, and lines that a merge has doubled or moved', () => {
    const lines = TEXT.trim().split('\n')
    const changed = `\uFEFF${[...lines.slice(2), '', lines[1], lines[1]].join('\r\n')}`
    expect(new Set(entries(changed).map((entry) => JSON.stringify(entry.slice(1))))).toEqual(
      new Set(entries(TEXT).map((entry) => JSON.stringify(entry.slice(1)))),
    )
  })

  it('names what it cannot read at its line, and loses nothing else', () => {
    const { book, diagnostics } = parseAddressBook(
      [
        '/a/ list',
        '<<<<<<< HEAD',
        '/b/ moved',
        '=======',
        'xin chào',
        '/c/ document 1 2',
        '>>>>>>> khac',
        '/d/ list',
      ].join('\n'),
    )
    expect(book.lines.map(({ address }) => address)).toEqual(['/a/', '/d/'] as UrlPath[])
    expect(diagnostics.map(({ diagnostic: { code, place } }) => `${place?.line} ${code}`)).toEqual([
      '2 address/merge',
      '3 address/line',
      '4 address/merge',
      '5 address/line',
      '6 address/line',
      '7 address/merge',
    ])
  })
})
