import { describe, expect, it } from 'vitest'
import { bytesInWords, looksLikeFileName, numberVi, shouting } from '../../src/text/typography.ts'
import { pairs } from './pairs.ts'

describe('looksLikeFileName', () => {
  it.each(pairs('looks-like-file-name'))('$at $input', ({ input, output }) => {
    expect(looksLikeFileName(input.normalize('NFC'))).toBe(output === 'file')
    expect(looksLikeFileName(input.normalize('NFD'))).toBe(output === 'file')
  })

  it('is quick on hostile text', () => {
    for (const text of ['1', '(1)', ' 1', 'at', '_', '-a', 'a.'])
      expect(typeof looksLikeFileName(`image ${text.repeat(50)}!`)).toBe('boolean')
    expect(looksLikeFileName('a'.repeat(1_000_000))).toBe(false)
  })
})

describe('shouting', () => {
  it.each(pairs('shouting'))('$at $input', ({ input, output }) => {
    expect(shouting(input.normalize('NFC'))).toBe(output === 'yes')
    expect(shouting(input.normalize('NFD'))).toBe(output === 'yes')
  })
})

describe('bytesInWords', () => {
  it.each(pairs('bytes-in-words'))('$at $input', ({ input, output }) => {
    expect(bytesInWords(Number(input))).toBe(output)
  })
})

describe('numberVi', () => {
  it.each(pairs('number-vi'))('$at $input', ({ input, output }) => {
    expect(numberVi(Number(input))).toBe(output)
  })
})
