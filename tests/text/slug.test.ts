import { describe, expect, it } from 'vitest'
import { slug } from '../../src/text/slug.ts'
import { pairs } from './pairs.ts'

describe('slug', () => {
  it.each(pairs('slug'))('$at $input', ({ input, output }) => {
    expect(slug(input.normalize('NFC'))).toBe(output)
    expect(slug(input.normalize('NFD'))).toBe(output)
    expect(slug(output)).toBe(output)
  })

  it('cuts where it is told', () => {
    expect(slug('Hội nghị tổng kết', 12)).toBe('hoi-nghi')
    expect(slug('Hội nghị tổng kết', 13)).toBe('hoi-nghi-tong')
    expect(slug('Con đường làng', 6)).toBe('con-trang')
  })

  it('is always safe in an address and a file name', () => {
    for (const text of ['..\\..\\x', 'a/b', 'C:\\x', '%2e%2e', 'a\u0000b', '<script>', '{{ x }}', 'a?b#c', '-a-'])
      expect(slug(text)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  })
})
