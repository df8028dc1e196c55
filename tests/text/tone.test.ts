import { describe, expect, it } from 'vitest'
import { beginsSo, spelled, toneKey } from '../../src/text/tone.ts'

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

describe('spelled', () => {
  it.each(
    (
      'thủy thúy hòa hoàn khỏe quý quyển giá gì giếng giữa đường mướn chợ ủy ban nghiêng khuya khuỷu ngoài bạn múa thuở ' +
      'tuần rượu yến ý quả gìn huyện xuân 2023 12a đ'
    ).split(' '),
  )('%s is written so again', (word) => expect(spelled(toneKey(word))).toBe(word))

  it('has the one place of a tone that schools teach', () => {
    expect(spelled(toneKey('Uỷ'))).toBe('ủy')
    expect(spelled(toneKey('hoà'.normalize('NFD')))).toBe('hòa')
    expect(spelled(toneKey('khoẻ'))).toBe('khỏe')
  })
})

describe('beginsSo', () => {
  it.each([
    ['của', 'củ'],
    ['của', 'cu'],
    ['hướng', 'hươ'],
    ['hoàn', 'hoà'],
    ['tiến', 'tiê'],
    ['tiến', 'tiến'],
    ['đường', 'đ'],
    ['toàn', 'tòa'],
  ])('%s may come of %s', (whole, begun) => expect(beginsSo(toneKey(whole), toneKey(begun))).toBe(true))

  it.each([
    ['của', 'cú'],
    ['hướng', 'hưò'],
    ['tiên', 'tiế'],
    ['dương', 'đư'],
    ['thơ', 'thọ'],
  ])('%s cannot come of %s', (whole, begun) => expect(beginsSo(toneKey(whole), toneKey(begun))).toBe(false))
})
