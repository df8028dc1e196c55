import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src/text/sentences.ts'

const said = (text: string): readonly string[] => sentencesOf(text).map(({ from, to }) => text.slice(from, to))

describe('sentences', () => {
  it.each<[string, readonly string[]]>([
    ['Hội nghị khai mạc lúc 8 giờ. Dự hội nghị có ông A!', ['Hội nghị khai mạc lúc 8 giờ.', 'Dự hội nghị có ông A!']],
    ['Đại biểu về TP. Thanh Hóa dự họp. Sau đó về.', ['Đại biểu về TP. Thanh Hóa dự họp.', 'Sau đó về.']],
    ['ThS. Lê Thơ phát biểu. PGS. TS. Nguyễn A. nghe.', ['ThS. Lê Thơ phát biểu.', 'PGS. TS. Nguyễn A. nghe.']],
    ['Ngày 13.1.2023, lúc 16h20. Xong', ['Ngày 13.1.2023, lúc 16h20.', 'Xong']],
    ['Lúa, ngô v.v. đều được mùa. Vui!', ['Lúa, ngô v.v. đều được mùa.', 'Vui!']],
    ['1. Về kinh tế. 2. Về văn hóa.', ['1. Về kinh tế.', '2. Về văn hóa.']],
    ['Ông nói: “Cố gắng lên!” Mọi người vỗ tay.', ['Ông nói: “Cố gắng lên!”', 'Mọi người vỗ tay.']],
    ['Việc một; việc hai;\nviệc ba', ['Việc một;', 'việc hai;', 'việc ba']],
    ['Chờ xem… rồi biết. ', ['Chờ xem…', 'rồi biết.']],
    ['  \n — \n ***', []],
    ['', []],
  ])('%s', (text, wanted) => expect(said(text)).toEqual(wanted))

  it('lose no letter of any text', () => {
    const text = 'Một. Hai? “Ba.” (Bốn!) 5. Năm; sáu…\nBảy: 1.234,5 m². TP.\nThanh Hóa'
    expect(said(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })
})
