import { describe, expect, it } from 'vitest'
import { contrast, mix } from '../../src/core/colour.ts'

describe('contrast', () => {
  // The two greys are the ones WCAG's readers know: the last that fails on white, the first that passes.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#b3131b', '#ffffff', 6.94],
    ['#f2c200', '#ffffff', 1.68],
    ['#b3131b', '#b3131b', 1],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
    expect(contrast(other, one)).toBe(contrast(one, other))
  })
})

describe('mix', () => {
  it.each([
    ['#b3131b', '#ffffff', 0, '#b3131b'],
    ['#b3131b', '#ffffff', 1, '#ffffff'],
    ['#000000', '#ffffff', 0.5, '#636363'],
  ])('of %s with %s by %d', (one, other, part, mixed) => {
    expect(mix(one, other, part)).toBe(mixed)
  })
})
