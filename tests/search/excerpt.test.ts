import { describe, expect, it } from 'vitest'
import { excerptOf, partsIn } from '../../src/search/excerpt.ts'
import { readQuery } from '../../src/search/query.ts'

const GLOSSARY = [['UBND', 'Ủy ban nhân dân']] as const

/** A text as a result shows it for what was typed, hits in brackets. */
const shown = (typed: string, text: string): string =>
  excerptOf(text, readQuery(typed, GLOSSARY))
    .map(({ text: run, hit }) => (hit ? `[${run}]` : run))
    .join('')

describe('what an excerpt marks', () => {
  it.each([
    ['tho xuan ', 'Về Thọ Xuân, ăn thơ', 'Về [Thọ Xuân], ăn [thơ]'],
    ['thọ ', 'Thợ ở Thọ Xuân'.normalize('NFD'), 'Thợ ở [Thọ] Xuân'],
    ['thọ ', 'Người thợ', 'Người [thợ]'],
    ['hoà ', 'Tổ hòa giải, xã Hoa Lộc', 'Tổ [hòa] giải, xã Hoa Lộc'],
    ['củ', 'Của cải và củi', '[Của] cải và [củi]'],
    [
      'ubnd ',
      'Người dân nhận giấy ở UBND xã, Ủy ban nhân dân huyện',
      'Người dân nhận giấy ở [UBND] xã, [Ủy ban nhân dân] huyện',
    ],
    ['"đồng quan" ', 'Hội đồng họp, quân đóng quân', 'Hội đồng họp, quân [đóng quân]'],
    ['.* ', 'Không có gì.*', 'Không có gì.*'],
  ])('%s in “%s”', (typed, text, wanted) => expect(shown(typed, text)).toBe(wanted))

  it('is only what has the marks that were typed, where the bulletin has them', () => {
    const marked = (text: string) =>
      excerptOf(text, readQuery('đất '), { asTyped: true }).flatMap(({ text: run, hit }) => (hit ? [run] : []))
    expect(marked('Tổng thu đạt 1.486 tỷ đồng')).toEqual([])
    expect(marked('Thu đạt kế hoạch, nhờ Đất ở')).toEqual(['Đất'])
  })

  it('is where the words stand together, though they stray before', () => {
    const text = `Nộp hồ sơ qua điện thoại, xem sơ đồ. ${'Giữa bài. '.repeat(60)}Ghi số điện thoại của mình. ${'Cuối bài. '.repeat(60)}`
    expect(shown('so dien thoai ', text)).toContain('Ghi [số điện thoại] của mình')
  })

  it('is in sight, however long the text is', () => {
    const text = `${'Mở đầu của bài. '.repeat(60)}Đến nay UBND xã đã họp. ${'Kết thúc bài ở đây. '.repeat(60)}`
    expect(shown('uỷ ban nhân dân ', text)).toMatch(/^….*Đến nay \[UBND\] xã.*…$/)
  })

  it('is a sentence, though cells of a table after it have the words too', () => {
    const prose = `${'Mở đầu của bài. '.repeat(60)}Xã đã thu quỹ đất năm nay. ${'Giữa bài. '.repeat(60)}`
    expect(shown('quy dat ', `${prose} · Khoản thu Quỹ đất 120`)).toContain('Xã đã thu [quỹ đất] năm nay')
  })

  it('leaves the summary where title and summary hold all of it, side by side', () => {
    const query = readQuery('quy dat ')
    expect(partsIn('Công khai ngân sách | Thu từ quỹ đất', query, false)).toBe(2.5)
    expect(partsIn('Quỹ vì người nghèo | Giao đất cho dân', query, false)).toBe(2)
    expect(partsIn('Quỹ vì người nghèo | Tin mới', query, false)).toBe(1)
  })
})
