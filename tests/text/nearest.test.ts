import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/text/nearest.ts'
import { pairs } from './pairs.ts'

describe('nearest', () => {
  it.each(pairs('nearest'))('$at $input', ({ input, output }) => {
    const [word = '', list = ''] = input.split(' : ')
    const found = nearest(word, list.split(' | ')) ?? '-'
    expect(found).toBe(output)
    expect(nearest(word.normalize('NFD'), list.split(' | ')) ?? '-').toBe(output)
  })

  it('gives the candidate as it is written, taken apart or not', () => {
    const onMac = 'Ảnh hội nghị.png'.normalize('NFD')
    expect(nearest('anh hoi nghi.png', ['THO 2.png', onMac])).toBe(onMac)
  })

  it('finds nothing among nothing, and for nothing', () => {
    expect(nearest('title', [])).toBeNull()
    expect(nearest('', ['title'])).toBeNull()
    expect(nearest('x', [''])).toBeNull()
    expect(nearest('🎉', ['title'])).toBeNull()
  })

  it('is quick, however long the words', () => {
    const long = 'hội nghị '.repeat(100_000)
    expect(
      nearest(
        long,
        Array.from({ length: 100 }, (_, i) => `${i}${long}`),
      ),
    ).toBe(`0${long}`)
  })
})
