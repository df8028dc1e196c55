import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/core/address-book.ts'
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

const asItIs = (entry: Entry): Entry => entry
const anew = (all: ReadonlyMap<UrlPath, Entry>): string => formatAddressBook(all, asItIs, { lines: [], text: null })

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
    const written = anew(new Map(book.lines.map(({ address, entry }) => [address, entry])))
    expect(written.split('\n').slice(2)).toEqual(TEXT.split('\n').slice(1))
    expect(parseAddressBook(written).book.lines).toHaveLength(4)
  })

  it('is mended where a few lines are to be others, and comes out as if it were written anew', () => {
    const book = new Map<UrlPath, Entry>(
      Array.from({ length: 30 }, (_, n) => [
        `/2023/bai-${n}/` as UrlPath,
        n % 3 === 0
          ? { kind: 'list' }
          : { kind: 'document', title: `0000000${n % 10}`, text: n % 3 === 1 ? '-' : '89abcdef' },
      ]),
    )
    const before = parseAddressBook(anew(book)).book
    expect(before.text).toBe(anew(book))
    const others: readonly Entry[] = [
      { kind: 'list' },
      { kind: 'moved', to: '/moi/' as UrlPath },
      { kind: 'document', title: 'ffffffff', text: '-' },
    ]
    const addresses = [...book.keys()].sort()
    for (const changed of [[0], [29], [0, 1, 2], [7, 8, 20], addresses.map((_, n) => n), []]) {
      for (const other of others) {
        const next = new Map(book)
        for (const n of changed) next.set(addresses[n] as UrlPath, other)
        expect(formatAddressBook(next, asItIs, before)).toBe(anew(next))
        const [first] = addresses
        next.delete(first as UrlPath)
        expect(formatAddressBook(next, asItIs, before), 'one less').toBe(anew(next))
        next.set('/khac/' as UrlPath, other)
        expect(formatAddressBook(next, asItIs, before), 'one instead of another').toBe(anew(next))
      }
    }
  })

  it('is written anew where somebody has changed anything in it', () => {
    const book = new Map<UrlPath, Entry>([
      ['/a/' as UrlPath, { kind: 'list' }],
      ['/b/' as UrlPath, { kind: 'moved', to: '/a/' as UrlPath }],
    ])
    const text = anew(book)
    for (const changed of [
      text.replaceAll('\n', '\r\n'),
      text.replace('/a/ list\n', '/a/ list\r\n'),
      text.replace('/a/ list\n', '/a/ list\r'),
      `\uFEFF${text}`,
      text.trimEnd(),
      `${text}\n`,
      `${text}# ghi chú\n`,
      text.replace('/a/ list', '/a/  list'),
      text.replace('/a/ list', '/a/ list '),
      text.replace('# Every', '# every'),
      text.replace(/(.*\n)(.*\n)$/, '$2$1'),
      text.replace(/(.*\n)$/, '$1$1'),
    ]) {
      const read = parseAddressBook(changed).book
      expect(read.text, changed).toBeNull()
      expect(formatAddressBook(book, asItIs, read)).toBe(text)
    }
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
        '/* moved /a/',
        '/x;}y{ moved /a/',
        '/..%2f..%2fpwn/ moved /a/',
        '/con/ list',
        '/e/ moved /$1/',
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
      ...[9, 10, 11, 12, 13].map((line) => `${line} address/line`),
    ])
  })
})
