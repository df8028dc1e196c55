import { describe, expect, it } from 'vitest'
import { toneKey } from '../../src/text/tone.ts'

describe('toneKey', () => {
  it.each([
    ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoà'],
    ['Uỷ ban', 'Ủy ban'],
    ['thuý', 'thúy'],
    ['Lê Thơ', 'Lê Thơ'.normalize('NFD')],
    ['LÊ THƠ', 'Lê Thơ'],
  ])('%s is %s', (a, b) => expect(toneKey(a)).toBe(toneKey(b)))

  it.each([
    ['Dũng', 'Dung'],
    ['Dũng', 'Dùng'],
    ['Thơ', 'Tho'],
    ['Đỗ', 'Dỗ'],
    ['Hóa', 'Hòa'],
    ['Mai Hoa', 'Mái Hoa'],
  ])('%s is not %s', (a, b) => expect(toneKey(a)).not.toBe(toneKey(b)))
})
