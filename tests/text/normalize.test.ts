import { describe, expect, it } from 'vitest'
import { clean, nfc, oneLine, xmlSafe } from '../../src/text/normalize.ts'
import { pairs } from './pairs.ts'

describe('nfc', () => {
  it('composes what a Mac takes apart', () => {
    const title = 'Ủy ban nhân dân huyện Thọ Xuân: Đề án “Nông thôn mới”'
    expect(nfc(title.normalize('NFD'))).toBe(title)
    expect(nfc(title)).toBe(title)
  })

  it('is the NFC of Unicode, character by character', () => {
    const differing: string[] = []
    for (let code = 0; code <= 0x2_ffff; code += 1) {
      const text = `a${String.fromCodePoint(code)}`
      if (nfc(text) !== text.normalize('NFC')) differing.push(code.toString(16))
    }
    expect(differing).toEqual([])
  })

  it('cuts a hundred thousand marks on one letter to what writing needs', () => {
    expect(nfc(`e${'\u0301\u0323'.repeat(50_000)}`).length).toBeLessThanOrEqual(31)
  })
})

describe('clean', () => {
  it.each(pairs('clean'))('$at $input', ({ input, output }) => {
    expect(clean(input)).toBe(output)
    expect(clean(output)).toBe(output)
  })

  it('leaves nothing that hides, whatever stands beside it', () => {
    const hidden = [
      ...range(0x00, 0x08),
      ...range(0x0e, 0x1f),
      ...range(0x7f, 0x84),
      ...range(0x86, 0x9f),
      0xad,
      0x061c,
      ...range(0x200b, 0x200f),
      ...range(0x202a, 0x202e),
      0x2060,
      ...range(0x2066, 0x2069),
      0xd800,
      0xdfff,
      0xfeff,
      0xfffe,
      0xffff,
    ]
    for (const code of hidden) expect(clean(`ệ${String.fromCharCode(code)}a`), code.toString(16)).toBe('ệa')
  })

  it('keeps the number of lines', () => {
    expect(clean('a\r\nb\rc\nd\u2028e\vf').split('\n')).toHaveLength(4)
  })
})

describe('oneLine', () => {
  it.each(pairs('one-line'))('$at $input', ({ input, output }) => {
    expect(oneLine(input)).toBe(output)
    expect(oneLine(output)).toBe(output)
  })
})

describe('xmlSafe', () => {
  it.each(pairs('xml-safe'))('$at $input', ({ input, output }) => {
    expect(xmlSafe(input)).toBe(output)
  })
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
