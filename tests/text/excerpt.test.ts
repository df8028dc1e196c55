import { describe, expect, it } from 'vitest'
import { excerpt } from '../../src/text/excerpt.ts'
import { pairs } from './pairs.ts'

describe('excerpt', () => {
  it.each(pairs('excerpt'))('$at $input', ({ input, output }) => {
    const [, max = '', text = ''] = /^(\d+) : (.*)$/s.exec(input) ?? []
    expect(excerpt(text, Number(max))).toBe(output)
  })

  it('never passes the greatest length, and never breaks a character', () => {
    const text = 'Hội nghị, (mở rộng) 🎉🎉 “tổng kết” – Nghịtrungtâmvănhóathôngtin'
    for (let max = 1; max < text.length; max += 1) {
      const short = excerpt(text, max)
      expect(short.length).toBeLessThanOrEqual(max)
      expect(short.isWellFormed()).toBe(true)
      expect(short).toMatch(/^(?:|.*[^\s,;:.(“–])…$/u)
    }
  })
})
