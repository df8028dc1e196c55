import { describe, expect, it } from 'vitest'
import { utf8 } from '../../src/core/utf8.ts'

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
