import { describe, expect, it } from 'vitest'
import { mojibake, oldFont } from '../../src/text/proof/encodings.ts'
import type { Finding } from '../../src/text/proof/finding.ts'
import { gambling } from '../../src/text/proof/gambling.ts'
import { leadsToGambling } from '../../src/text/proof/gambling-address.ts'
import { leftovers } from '../../src/text/proof/leftovers.ts'
import { mayHoldMarks, strayMarks } from '../../src/text/proof/marks.ts'
import { privateNumbers } from '../../src/text/proof/numbers.ts'
import { photoNames } from '../../src/text/proof/photo-names.ts'
import { repeats } from '../../src/text/proof/repeats.ts'
import { looseDashes, pairedQuotes, spacing } from '../../src/text/proof/spacing.ts'
import { pairs } from './pairs.ts'

const found = (find: (text: string) => readonly Finding[]) => (text: string) =>
  find(text)
    .map(({ at, length }) => text.slice(at, at + length))
    .join(' + ') || 'none'

/** What a line comes to, for each file of pairs. The tool composes every text before it is read so. */
const proofs: Readonly<Record<string, (text: string) => string>> = {
  'proof-repeats': found(repeats),
  'proof-dashes': found(looseDashes),
  'proof-leftovers': found(leftovers),
  'proof-gambling': found(gambling),
  'proof-marks': (text) =>
    (mayHoldMarks(text) ? strayMarks(text) : [])
      .map(({ kind, at, length }) => `${kind} ${text.slice(at, at + length)}`)
      .join(' + ') || 'none',
  'proof-photo-names': found(photoNames),
  'proof-numbers': (text) =>
    privateNumbers(text)
      .map(({ kind }) => kind)
      .join(' + ') || 'none',
  'proof-encodings': (text) => (mojibake(text).length > 0 ? 'mojibake' : (oldFont(text)?.font ?? 'right')),
  'proof-spacing': (text) =>
    spacing(text).reduceRight(
      (line, { at, length, right }) => line.slice(0, at) + right + line.slice(at + length),
      text,
    ),
}

describe.each(Object.entries(proofs))('%s', (name, proof) => {
  it.each(pairs(name))('$at $input', ({ input, output }) => {
    expect(proof(input.normalize('NFC'))).toBe(output.normalize('NFC'))
    expect(proof(input.normalize('NFD').normalize('NFC'))).toBe(output.normalize('NFC'))
  })

  it('is quick on hostile text', () => {
    for (const text of ['(', ' ,', 'a- ', '0', '0 ', 'a b ', 'Ã', 'á»', 'oâ', '%', '(1)', '"a" ', 'a.', '{{', 'x '])
      expect(typeof proof(text.repeat(5000))).toBe('string')
  })
})

describe('pairedQuotes', () => {
  const curly = (text: string): string =>
    pairedQuotes(text).reduce(
      (line, [open, close]) => `${line.slice(0, open)}“${line.slice(open + 1, close)}”${line.slice(close + 1)}`,
      text,
    )

  it.each([
    ['Nghị quyết về "Chiến lược bảo vệ Tổ quốc"; và', 'Nghị quyết về “Chiến lược bảo vệ Tổ quốc”; và'],
    ['"A" và "B"', '“A” và “B”'],
    ['("Đoàn kết")', '(“Đoàn kết”)'],
    // One sign too many, a blank behind the opening one, inches: nobody can tell.
    ['về " Chiến lược" mới', 'về " Chiến lược" mới'],
    ['màn hình 32" và 40"', 'màn hình 32" và 40"'],
    ['nói: "Đi', 'nói: "Đi'],
    ['a"b"c', 'a"b"c'],
  ])('%s', (typed, right) => expect(curly(typed)).toBe(right))
})

describe('gambling', () => {
  it('finds nothing in what the other proofs are tried on', () => {
    const lines = Object.keys(proofs)
      .filter((name) => name !== 'proof-gambling')
      .flatMap(pairs)
      .flatMap(({ input, output }) => [input, output])
    expect(lines.length).toBeGreaterThan(100)
    expect(lines.filter((line) => gambling(line.normalize('NFC')).length > 0)).toEqual([])
  })
})

describe('gambling words', () => {
  // What grows faster than the text would not end here.
  it('are looked for in time that grows as the text does', () => {
    expect(leadsToGambling(`https://fb88${'1'.repeat(50)}x.vn/`, '')).toBe(false)
    expect(leadsToGambling(`https://fb88${'1'.repeat(200_000)}x.vn/`, '')).toBe(false)
    expect(gambling('nhacai'.repeat(30_000)).length).toBeGreaterThan(0)
    expect(gambling('nhacaì'.repeat(30_000))).toEqual([])
    expect(gambling(`n${' '.repeat(1000)}hacai `.repeat(200))).toEqual([])
  })
})

describe('leadsToGambling', () => {
  it.each([
    ['https://kubet77.example/', 'bấm vào đây'],
    ['https://tin.example.com/game-bai-doi-thuong', ''],
    ['https://tin.example.com/', 'Chơi tài xỉu'],
    // Anywhere in the host, joined with other words, parted by hyphens and dots, with digits for letters.
    ['https://nhacaiuytin.example.com', ''],
    ['https://taixiuonline.example.com/', ''],
    ['https://casinovip.example.com/', ''],
    ['https://ku-bet.example.com/', ''],
    ['https://ku.bet/', ''],
    ['https://thabet.example.com/', ''],
    ['https://xoso66.example.com/', ''],
    ['https://daga88.example.com/', ''],
    ['https://daga.vip/', ''],
    ['https://banca88.example.com/', ''],
    ['https://sunw1n.example.com/', ''],
    ['https://w88vn.example.com/', ''],
    ['https://example.com/nhacaiuytin', ''],
    ['https://example.com/nh%C3%A0_c%C3%A1i', ''],
    ['https://example.com/?ref=kubet79', ''],
    ['//kubet.example.com/', ''],
    ['https://tin.example.com/ca-cuoc-bong-da.html', ''],
    ['https://tin.example.com/the-thao/ca-cuoc', ''],
    ['https://tin.example.com/lo-de-online/', ''],
    ['https://tin.example.com/no-hu-doi-thuong', ''],
  ])('%s %s', (address, words) => expect(leadsToGambling(address, words)).toBe(true))

  it.each([
    ['https://xuanhoa.example.vn/nohurry/', 'Đọc tiếp'],
    ['https://thanhhoa.gov.vn/lodestar', 'Công ty Xổ số kiến thiết'],
    ['https://vi.wikipedia.org/wiki/Ca_dao', 'Ca dao'],
    ['https://bancassurance.example.com.vn/', ''],
    ['https://banca.example.life/', ''],
    ['https://xoso.com.vn/', ''],
    ['https://sunwing.ca/', ''],
    ['https://alphabet.example.com/', ''],
    ['https://example.com/sua-nha-cai-tao-vuon', ''],
    ['https://dagama.example.com/', ''],
    // Titles without marks: cuộc sống đời thường, đội thường trực, không lo để dân thiếu nước, cả cuộc sống, tất cả cuộc họp, nợ hư.
    ['https://bao.example.vn/cuoc-song-doi-thuong-sau-ngay-hoa-binh-123.html', ''],
    ['https://bao.example.vn/kiem-tra-doi-thuong-truc-phong-chay', ''],
    ['https://bao.example.vn/khong-lo-de-dan-thieu-nuoc-sinh-hoat.html', ''],
    ['https://bao.example.vn/nguoi-danh-ca-cuoc-song-cho-rung', ''],
    ['https://bao.example.vn/tat-ca-cuoc-hop-truc-tuyen', ''],
    ['https://bao.example.vn/xu-ly-cac-khoan-no-hu-hong', ''],
    ['https://bao.example.vn/huong-dan-nguoi-nha-cai-dat-vneid-123.htm', ''],
    ['https://bao.example.vn/dung-de-nguoi-nha-cai-nhau', ''],
    ['https://bao.example.vn/bat-nhom-xoc-dia-an-tien.htm', ''],
    ['https://bao.example.vn/hai-con-soi-cau-nguyen', ''],
    ['https://bao.example.vn/phan-tich-bai-doi-thuong-mon-van', ''],
  ])('not %s %s', (address, words) => expect(leadsToGambling(address, words)).toBe(false))
})
