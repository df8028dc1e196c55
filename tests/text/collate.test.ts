import { describe, expect, it } from 'vitest'
import { compareVi } from '../../src/text/collate.ts'
import { pairs } from './pairs.ts'

describe('compareVi', () => {
  it.each(pairs('sort'))('$at $input', ({ input, output }) => {
    const names = input.split(' | ')
    expect([...names].sort(compareVi).join(' | ')).toBe(output)
    expect([...names].reverse().sort(compareVi).join(' | ')).toBe(output)
  })

  it('is 0 for identical texts only, so that no order depends on the input', () => {
    const composed = 'Thọ Xuân'
    const apart = composed.normalize('NFD')
    expect(compareVi(composed, composed)).toBe(0)
    expect(Math.sign(compareVi(composed, apart))).toBe(1)
    expect(Math.sign(compareVi(apart, composed))).toBe(-1)
    expect(Math.sign(compareVi('', '\u200B'))).toBe(-1)
    expect(Math.sign(compareVi('\uFFFD\u200B', '\uFFFD'))).toBe(1)
  })
})
