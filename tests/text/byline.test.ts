import { describe, expect, it } from 'vitest'
import { behindTitle, isRole, originIn, peopleBeside, peopleIn, unitIn } from '../../src/text/byline.ts'

describe('a byline', () => {
  it.each([
    ['Lê Thơ', ['Lê Thơ']],
    ['Lê Thơ – Khắc Cường', ['Lê Thơ – Khắc Cường']],
    ['Lê Thơ - Thọ Xuân', ['Lê Thơ - Thọ Xuân']],
    ['Minh Quân – Sưu Tầm', ['Minh Quân – Sưu Tầm']],
    ['Lê Thơ / Đỗ An', ['Lê Thơ / Đỗ An']],
    ['Nguyễn Văn An & Trần Thị Bình', ['Nguyễn Văn An', 'Trần Thị Bình']],
    ['Minh Quân và Sưu Tầm', ['Minh Quân và Sưu Tầm']],
    ['Hà Anh và nhóm PV', ['Hà Anh và nhóm PV']],
    ['Đỗ An và Lê Bình', ['Đỗ An', 'Lê Bình']],
    ['Đoàn Văn Hậu và Lê Bình', ['Đoàn Văn Hậu', 'Lê Bình']],
    ['Lê Văn Tám (Ảnh)', ['Lê Văn Tám|Ảnh']],
    ['Đỗ An (Bài) và Lê Bình (Ảnh)', ['Đỗ An|Bài', 'Lê Bình|Ảnh']],
    ['Lê Thơ: Ảnh', ['Lê Thơ|Ảnh']],
    ['Bế Văn Đàn (Tin, Ảnh)', ['Bế Văn Đàn|Tin, Ảnh']],
    ['Đỗ An và Lê Bình và Hà Anh', ['Đỗ An', 'Lê Bình', 'Hà Anh']],
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
    ['Hội An Nhiên', null],
    ['ĐOÀN THỊ ĐIỂM', null],
    ['Đoàn thị Điểm', null],
    ['Tổ Uyên', null],
    ['Báo Anh Thư', null],
    ['Ban Thị Lan', null],
    ['Trần Ban', null],
    ['Văn Phòng', null],
    ['Thành Đoàn', null],
    ['Huyện đoàn Thọ Xuân', 'Huyện đoàn Thọ Xuân'],
    ['PHÒNG VĂN HÓA', 'PHÒNG VĂN HÓA'],
    ['Phòng GD&ĐT huyện', 'Phòng GD&ĐT huyện'],
    ['Hà Anh và nhóm PV', null],
    ['Phóng viên & CTV', null],
    ['Nguyễn Văn An & Trần Thị Bình', null],
    ['Ban Biên tập – Lê Thơ', 'Ban Biên tập'],
    ['Trung tâm VHTT và Lê Thơ', 'Trung tâm VHTT'],
    ['Sở Nông Nghiệp và Môi Trường', 'Sở Nông Nghiệp và Môi Trường'],
    ['Trung tâm Văn hóa - Thông tin', 'Trung tâm Văn hóa - Thông tin'],
    ['Phòng Nội vụ', 'Phòng Nội vụ'],
    ['Ban quản lý di tích', 'Ban quản lý di tích'],
    ['Công an Thọ Xuân', 'Công an Thọ Xuân'],
    ['Trường THCS Lê Lợi', 'Trường THCS Lê Lợi'],
    ['Hồi Xuân', null],
  ])('%s: its unit', (text, unit) => {
    expect(unitIn(text)).toBe(unit)
  })

  it.each([
    ['ảnh', true],
    ['Tin, bài', true],
    ['TIN VÀ ẢNH', true],
    ['Tin & ảnh', true],
    ['Thơ', false],
    ['', false],
  ])('%j: whether it is only a role', (text, expected) => {
    expect(isRole(text)).toBe(expected)
  })

  it.each([
    ['blanks', `a${' '.repeat(200_000)}b`],
    ['brackets', `${'a ('.repeat(70_000)})`],
    ['blanks before a bracket', `a${' ('.repeat(70_000)}${' '.repeat(70_000)})`],
    ['names', 'Lê Thơ và '.repeat(20_000)],
  ])('is read in a time that grows with its length: %s', (_, text) => {
    const start = performance.now()
    peopleIn(text)
    unitIn(text)
    expect(performance.now() - start).toBeLessThan(1500)
  })
})

describe('what is no name of one person', () => {
  it.each([
    ['Lê Thơ - Khắc Cường', 'Lê Thơ | Khắc Cường'],
    ['Lê Thơ- Khắc Cường', 'Lê Thơ | Khắc Cường'],
    ['Lê Thơ – Khắc Cường (Ảnh)', 'Lê Thơ | Khắc Cường (Ảnh)'],
    ['Lê Thơ (Tin) / Khắc Cường (Ảnh)', 'Lê Thơ (Tin) | Khắc Cường (Ảnh)'],
    ['Nguyễn Thị Hoa—Đỗ An—Lê Bình', 'Nguyễn Thị Hoa | Đỗ An | Lê Bình'],
    ['Minh Quân – Sưu Tầm', ''],
    ['Lê Thơ - Đài Truyền thanh', ''],
    ['Lê Thơ - xã Xuân Hòa', ''],
    ['Jean-Paul Sartre', ''],
    ['Lê Thơ', ''],
    ['-', ''],
  ])('people beside each other: %s', (text, people) => {
    expect(peopleBeside(text).join(' | ')).toBe(people)
  })

  it.each([
    ['Nguồn: TTXVN', 'TTXVN'],
    ['nguồn :Báo Thanh Hóa', 'Báo Thanh Hóa'],
    ['Nguồn tin: TTXVN', 'TTXVN'],
    ['Theo TTXVN', 'TTXVN'],
    ['Theo: Cổng TTĐT tỉnh', 'Cổng TTĐT tỉnh'],
    ['Nguồn Sáng', null],
    ['Theodor', null],
    ['Nguồn:', null],
    ['Lê Thơ', null],
  ])('an origin: %s', (text, origin) => {
    expect(originIn(text)).toBe(origin)
  })

  it.each([
    ['CTV Lê Thơ', 'Lê Thơ (CTV)'],
    ['PV. Lê Thơ', 'Lê Thơ (PV)'],
    ['Phóng viên: Nguyễn Văn An', 'Nguyễn Văn An (Phóng viên)'],
    ['PV', null],
    ['PV Đài huyện', null],
    ['Pv Thơ', null],
  ])('a title before a name: %s', (text, turned) => {
    const found = behindTitle(text)
    expect(found === null ? null : `${found.name} (${found.title})`).toBe(turned)
  })
})
