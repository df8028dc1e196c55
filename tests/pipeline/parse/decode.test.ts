import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/pipeline/parse/decode.ts'
import { told } from './marked.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : '')].concat(text.split(''))
  return Uint8Array.from(
    units.flatMap((unit) => {
      const code = unit.charCodeAt(0)
      return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  )
}

/** TCVN 5712:1993, as .VnTime fonts show it: the letters that the sample needs. */
const tcvn3: { readonly [letter: string]: number } = {
  ộ: 0xe9, ị: 0xde, ổ: 0xe6, ế: 0xd5, à: 0xb5, ư: 0xad, ơ: 0xac, đ: 0xae, ô: 0xab, ầ: 0xc7, ă: 0xa8, ề: 0xd2, ấ: 0xca, á: 0xb8, ự: 0xf9,
} // biome-ignore format: a table
/** VISCII 1.1 (RFC 1456). */
const viscii: { readonly [letter: string]: number } = {
  ộ: 0xb5, ị: 0xb8, ổ: 0xb1, ế: 0xaa, à: 0xe0, ư: 0xdf, ơ: 0xbd, đ: 0xf0, ô: 0xf4, ầ: 0xa5, ă: 0xe5, ề: 0xab, ấ: 0xa4, á: 0xe1, ự: 0xf1,
} // biome-ignore format: a table
/** Windows-1258: letters with a hat or horn, then the tone as a mark of its own. */
const windows1258: { readonly [letter: string]: readonly number[] } = {
  ộ: [0xf4, 0xf2], ị: [0x69, 0xf2], ổ: [0xf4, 0xd2], ế: [0xea, 0xec], à: [0xe0], ư: [0xfd], ơ: [0xf5], đ: [0xf0], ô: [0xf4], ầ: [0xe2, 0xcc],
  ă: [0xe3], ề: [0xea, 0xcc], ấ: [0xe2, 0xec], á: [0xe1], ự: [0xfd, 0xf2],
} // biome-ignore format: a table
const sample = 'hội nghị tổng kết công tác\nđóng quân ở địa phương và đầu tư xây dựng lực'.replaceAll(
  /[óâở ỏỉũêặẫậ]/g,
  ' ',
)
const inOldCode = (table: { readonly [letter: string]: number | readonly number[] }): Uint8Array =>
  Uint8Array.from([...sample].flatMap((letter) => table[letter] ?? letter.charCodeAt(0)))

describe('decodeText', () => {
  it.each([
    ['BOM', '\uFEFFa\nb'],
    ['CRLF', 'a\r\nb'],
    ['CR', 'a\rb'],
  ])('reads %s as if it were not there', (_, text) => {
    expect(decodeText(utf8(text))).toEqual({ value: 'a\nb', diagnostics: [] })
  })

  it('composes letters', () => {
    expect(decodeText(utf8('Thọ Xuân'.normalize('NFD')))).toEqual({ value: 'Thọ Xuân', diagnostics: [] })
  })

  it.each([
    ['little-endian UTF-16 with a mark', utf16('Hội nghị', true, true), 'UTF-16', '1:1'],
    ['big-endian UTF-16 with a mark', utf16('Hội nghị', false, true), 'UTF-16', '1:1'],
    ['UTF-16 without a mark', utf16('title: Hội nghị tổng kết\n', true, false), 'UTF-16', '1:1'],
    ['Windows-1258', inOldCode(windows1258), 'Windows-1258', '1:2'],
    ['TCVN3', inOldCode(tcvn3), 'TCVN3', '1:2'],
    ['VISCII', inOldCode(viscii), 'VISCII', '1:2'],
    ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46), 'binary', '1:1'],
    ['a PDF', utf8('%PDF-1.7\n'), 'binary', '1:1'],
    ['a Word file', bytes(0x50, 0x4b, 3, 4, 20, 0, 6, 0), 'binary', '1:1'],
    [
      'one damaged byte',
      Uint8Array.from([...utf8('Thọ Xuân\nHội '), 0xe1, 0x41, ...utf8(' nghị tổng')]),
      'unknown',
      '2:5',
    ],
    ['an overlong form', Uint8Array.from([...utf8('a\r\nb'), 0xc0, 0xaf]), 'unknown', '2:2'],
    ['an end that is cut off', Uint8Array.from([...utf8('Hội nghị tổng'), 0xe1, 0xbb]), 'unknown', '1:14'],
  ])('refuses %s', (_, input, likely, place) => {
    const { value, diagnostics } = decodeText(input)
    expect(value).toBeNull()
    expect(told(diagnostics)).toEqual([`text/encoding ${place}`])
    expect(diagnostics[0]?.params).toEqual({ likely })
  })

  it('names the line of a NUL and goes on reading', () => {
    const { value, diagnostics } = decodeText(utf8('một\nhai\0 ba'))
    expect(value).toBe('một\nhai ba')
    expect(told(diagnostics)).toEqual(['text/nul 2:4'])
  })

  it('removes what no one can see, with one hint at the first of it', () => {
    const { value, diagnostics } = decodeText(utf8('Thọ\u200B Xuân\r\n\u202Ea\u0007\u00ADb\u000Bc'))
    expect(value).toBe('Thọ Xuân\nab c')
    expect(told(diagnostics, true)).toEqual(['text/invisible 1:4'])
    expect(diagnostics[0]?.params).toEqual({ count: 4 })
  })

  it('survives a hundred thousand marks on one letter', () => {
    const { value } = decodeText(utf8(`a${'\u0301\u0323'.repeat(50_000)}b`))
    expect(value).toMatch(/b$/)
    expect(value?.length).toBeLessThan(100)
  })
})
