import { describe, expect, it } from 'vitest'
import { anyTextOf, textOf, utf8 } from '../../src/core/utf8.ts'

describe('utf8', () => {
  const bytes = (text: string) => [...utf8(text)]

  it.each([
    ['nothing', ''],
    ['a word', 'Thọ Xuân'],
    ['a page of Vietnamese, composed and apart', 'Ủy ban nhân dân huyện Thọ Xuân 😀\n'.repeat(200).normalize('NFD')],
    ['a page of ASCII', '<p>abc</p>\n'.repeat(200)],
    ['a text of two megabytes', 'Khu phố 3, phường Đông Vệ. '.repeat(40_000)],
    ['a short page after it', 'Thôn Đoài '.repeat(40)],
    ['half a pair at the end', `${'Thọ '.repeat(200)}\uD83D`],
    ['half a pair amid', `${'Thọ '.repeat(200)}\uDE00 Xuân`],
  ])('gives the bytes of %s', (_, text) => {
    expect(bytes(text)).toEqual([...new TextEncoder().encode(text)])
  })
})

describe('text of bytes', () => {
  const texts = ['', 'Thọ Xuân', '\uFEFFThọ Xuân', '<p>abc</p>\n'.repeat(200), 'Ủy ban nhân dân 😀\n'.repeat(200)]

  it.each(texts.flatMap((text) => [text, text.normalize('NFD')]))('is what was written: %.20s', (text) => {
    const written = new TextEncoder().encode(`x${text}`).subarray(1)
    expect(textOf(written)).toBe(text)
    expect(anyTextOf(written)).toBe(text)
  })

  it('has a mark where bytes are no UTF-8, however many there are', () => {
    for (const times of [1, 300]) {
      const bytes = Buffer.from(`Th\xE1 `.repeat(times), 'latin1')
      expect(anyTextOf(bytes)).toBe('Th\uFFFD '.repeat(times))
    }
  })
})
