import { describe, expect, it } from 'vitest'
import { peopleIn, unitIn } from '../../src/text/byline.ts'

describe('a byline', () => {
  it.each([
    ['Lê Thơ', ['Lê Thơ']],
    ['Lê Thơ – Khắc Cường', ['Lê Thơ', 'Khắc Cường']],
    ['Lê Thơ - Khắc Cường / Đỗ An', ['Lê Thơ', 'Khắc Cường', 'Đỗ An']],
    ['Đỗ An và Lê Bình', ['Đỗ An', 'Lê Bình']],
    ['Đoàn Văn Hậu và Lê Bình', ['Đoàn Văn Hậu', 'Lê Bình']],
    ['Lê Văn Tám (Ảnh)', ['Lê Văn Tám|Ảnh']],
    ['Đỗ An (Bài) – Lê Bình (Ảnh)', ['Đỗ An|Bài', 'Lê Bình|Ảnh']],
    ['Lê Thơ: Ảnh', ['Lê Thơ|Ảnh']],
    ['Ban Tuyên giáo và Dân vận', ['Ban Tuyên giáo và Dân vận']],
    ['Lê Thơ – Trung tâm VHTT', ['Lê Thơ – Trung tâm VHTT']],
    ['Sở Nông Nghiệp và Môi Trường', ['Sở Nông Nghiệp và Môi Trường']],
    ['le-tho', ['le-tho']],
    ['Lê-Thơ', ['Lê-Thơ']],
    ['(Ảnh)', ['(Ảnh)']],
  ])('%s', (text, expected) => {
    expect(peopleIn(text).map(({ name, role }) => (role === null ? name : `${name}|${role}`))).toEqual(expected)
  })

  it.each([
    ['Lê Thơ', null],
    ['Đoàn Văn Hậu', null],
    ['Trường Giang', null],
    ['Đoàn thanh niên xã', 'Đoàn thanh niên xã'],
    ['Ban CHQS huyện', 'Ban CHQS huyện'],
    ['TRUNG TÂM VHTT', 'TRUNG TÂM VHTT'],
    ['TT&DL huyện', 'TT&DL huyện'],
    ['Huyện ủy Thọ Xuân', 'Huyện ủy Thọ Xuân'],
    ['Lê Thơ – Đài Truyền thanh', 'Đài Truyền thanh'],
    ['Hội An Nhiên', 'Hội An Nhiên'],
    ['Hồi Xuân', null],
  ])('%s: its unit', (text, unit) => {
    expect(unitIn(text)).toBe(unit)
  })
})
