import { describe, expect, it } from 'vitest'
import { countSyllables, everySyllable, fold, syllables } from '../../src/text/fold.ts'
import { pairs } from './pairs.ts'

describe('fold', () => {
  it.each(pairs('fold'))('$at $input', ({ input, output }) => {
    expect(fold(input.normalize('NFC'))).toBe(output)
    expect(fold(input.normalize('NFD'))).toBe(output)
  })

  it('drops the marks of every script', () => {
    expect(fold('a\u0483\u20DD\u{1E8D0}')).toBe('a')
  })

  it('takes a hundred thousand marks in its stride', () => {
    expect(fold(`e${'\u0301\u0323'.repeat(50_000)}`)).toBe('e')
  })
})

describe('syllables', () => {
  it('keeps Vietnamese words whole, composed or apart', () => {
    expect(syllables('“Thọ Xuân”, 12/01: đi chợ!')).toEqual(['Thọ', 'Xuân', '12', '01', 'đi', 'chợ'])
    expect(syllables('Thọ Xuân'.normalize('NFD'))).toEqual(['Thọ'.normalize('NFD'), 'Xuân'.normalize('NFD')])
    expect(syllables('— … —')).toEqual([])
  })
})

describe('countSyllables', () => {
  it.each(pairs('count-syllables'))('$at $input', ({ input, output }) => {
    for (const text of [input.normalize('NFC'), input.normalize('NFD')]) {
      expect(countSyllables(text)).toBe(Number(output))
      expect(syllables(text)).toHaveLength(Number(output))
      expect(everySyllable(text)).toEqual(syllables(text))
    }
  })

  it('agrees with syllables on every character, as what finds them sign by sign does', () => {
    const differing: string[] = []
    for (let code = 0; code <= 0x1_00ff; code += 1) {
      const text = `a${String.fromCodePoint(code)}a`
      const found = syllables(text)
      const same = countSyllables(text) === found.length && everySyllable(text).join('|') === found.join('|')
      if (!same) differing.push(code.toString(16))
    }
    expect(differing).toEqual([])
  })
})
